#include "blank_scan.h"

// Whether a blank other than a space begins at `place`.
static int begins_blank(const uint8_t *text, size_t place, size_t end) {
  const uint8_t *byte = text + place;
  if (byte[0] < 0x80) return byte[0] >= 0x09 && byte[0] <= 0x0D;
  if (byte[0] == 0xC2) return place + 1 < end && (byte[1] == 0x85 || byte[1] == 0xA0);
  if (place + 2 >= end) return 0;
  switch (byte[0]) {
  case 0xE1: return byte[1] == 0x9A && byte[2] == 0x80;
  case 0xE2:
    return (byte[1] == 0x80 && (byte[2] <= 0x8B || byte[2] == 0xA8 || byte[2] == 0xA9 || byte[2] == 0xAF))
           || (byte[1] == 0x81 && byte[2] == 0x9F);
  case 0xE3: return byte[1] == 0x80 && byte[2] == 0x80;
  case 0xEF: return byte[1] == 0xBB && byte[2] == 0xBF;
  default: return 0;
  }
}

// `is_after_blank` is whether a blank stands before `from`, or nothing.
static int is_single_by_one(const uint8_t *text, size_t from, size_t end, int is_after_blank) {
  for (size_t place = from; place < end; place++) {
    int is_space = text[place] == 0x20;
    if ((is_space && is_after_blank) || begins_blank(text, place, end)) return 0;
    is_after_blank = is_space;
  }
  return !is_after_blank;
}

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

__attribute__((target("avx2"))) static __m256i in_range(__m256i bytes, uint8_t first, uint8_t count) {
  __m256i above = _mm256_sub_epi8(bytes, _mm256_set1_epi8((char)first));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(above, _mm256_set1_epi8((char)(count - 1))), above);
}

__attribute__((target("avx2"))) static __m256i equal(__m256i bytes, uint8_t byte) {
  return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)byte));
}

__attribute__((target("avx2"))) static int is_single_by_32(
    const uint8_t *text, size_t from, size_t end, size_t limit) {
  uint32_t is_after_blank = 1;
  size_t place = from;
  for (; place < end && place + 32 <= limit; place += 32) {
    uint32_t all = end - place >= 32 ? UINT32_MAX : UINT32_MAX >> (32 - (end - place));
    __m256i bytes = _mm256_loadu_si256((const __m256i *)(text + place));
    uint32_t spaces = (uint32_t)_mm256_movemask_epi8(equal(bytes, 0x20)) & all;
    if ((spaces & (spaces << 1 | is_after_blank)) != 0) return 0;
    __m256i others = _mm256_or_si256(
        _mm256_or_si256(in_range(bytes, 0x09, 5), in_range(bytes, 0xE1, 3)),
        _mm256_or_si256(equal(bytes, 0xC2), equal(bytes, 0xEF)));
    for (uint32_t hits = (uint32_t)_mm256_movemask_epi8(others) & all; hits != 0; hits &= hits - 1)
      if (begins_blank(text, place + (size_t)__builtin_ctz(hits), end)) return 0;
    if (end - place <= 32) return (int)((spaces >> (end - place - 1)) & 1) ^ 1;
    is_after_blank = spaces >> 31;
  }
  return is_single_by_one(text, place, end, (int)is_after_blank);
}

int blank_scan_is_single_line(const uint8_t *text, size_t from, size_t end, size_t limit) {
  return __builtin_cpu_supports("avx2") ? is_single_by_32(text, from, end, limit)
                                        : is_single_by_one(text, from, end, 1);
}
#else
int blank_scan_is_single_line(const uint8_t *text, size_t from, size_t end, size_t limit) {
  (void)limit;
  return is_single_by_one(text, from, end, 1);
}
#endif
