#include "line_scan.h"

static int ends_line(const uint8_t *text, size_t place, size_t count) {
  switch (text[place]) {
  case 0x0A: return 1;
  case 0x0D: return place + 1 >= count || text[place + 1] != 0x0A;
  case 0x85: return place > 0 && text[place - 1] == 0xC2;
  default: return 0;
  }
}

static size_t count_by_one(const uint8_t *text, size_t from, size_t end, size_t count) {
  size_t lines = 0;
  for (size_t place = from; place < end; place++) lines += (size_t)ends_line(text, place, count);
  return lines;
}

static uint32_t *starts_by_one(const uint8_t *text, size_t from, size_t end, size_t count, uint32_t *starts) {
  for (size_t place = from; place < end; place++)
    if (ends_line(text, place, count)) *starts++ = (uint32_t)place + 1;
  return starts;
}

// Behind the last byte no line begins.
static size_t last_end(size_t from, size_t end, size_t count) { return end == count && end > from ? end - 1 : end; }

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

__attribute__((target("avx2"))) static __m256i equal_32(const uint8_t *text, uint8_t byte) {
  return _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)text), _mm256_set1_epi8((char)byte));
}

// A bit for each of the 32 bytes from `text` on that ends a line; the byte before and the one behind are read too.
__attribute__((target("avx2"))) static uint32_t line_ends(const uint8_t *text) {
  __m256i lf = equal_32(text, 0x0A), cr = equal_32(text, 0x0D), lead = equal_32(text - 1, 0xC2);
  __m256i rare = _mm256_or_si256(cr, lead);
  if (!_mm256_testz_si256(rare, rare)) {
    lf = _mm256_or_si256(lf, _mm256_andnot_si256(equal_32(text + 1, 0x0A), cr));
    lf = _mm256_or_si256(lf, _mm256_and_si256(equal_32(text, 0x85), lead));
  }
  return (uint32_t)_mm256_movemask_epi8(lf);
}

__attribute__((target("avx2,popcnt"))) static size_t count_by_32(
    const uint8_t *text, size_t from, size_t end, size_t count) {
  size_t lines = 0, place = from;
  if (place == 0 && place < end) lines += (size_t)ends_line(text, place++, count);
  for (; place + 32 <= end && place + 33 <= count; place += 32)
    lines += (size_t)__builtin_popcount(line_ends(text + place));
  return lines + count_by_one(text, place, end, count);
}

__attribute__((target("avx2,bmi"))) static void starts_by_32(
    const uint8_t *text, size_t from, size_t end, size_t count, uint32_t *starts) {
  size_t place = from;
  if (place == 0 && place < end) starts = starts_by_one(text, place++, 1, count, starts);
  for (; place + 32 <= end && place + 33 <= count; place += 32)
    for (uint32_t ends = line_ends(text + place); ends != 0; ends &= ends - 1)
      *starts++ = (uint32_t)(place + (size_t)__builtin_ctz(ends)) + 1;
  starts_by_one(text, place, end, count, starts);
}

static int has_32(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}

size_t line_scan_count(const uint8_t *text, size_t from, size_t end, size_t count) {
  end = last_end(from, end, count);
  return has_32() ? count_by_32(text, from, end, count) : count_by_one(text, from, end, count);
}

void line_scan_starts(const uint8_t *text, size_t from, size_t end, size_t count, uint32_t *starts) {
  end = last_end(from, end, count);
  if (has_32())
    starts_by_32(text, from, end, count, starts);
  else
    starts_by_one(text, from, end, count, starts);
}
#else
size_t line_scan_count(const uint8_t *text, size_t from, size_t end, size_t count) {
  return count_by_one(text, from, last_end(from, end, count), count);
}

void line_scan_starts(const uint8_t *text, size_t from, size_t end, size_t count, uint32_t *starts) {
  starts_by_one(text, from, last_end(from, end, count), count, starts);
}
#endif
