#define _GNU_SOURCE
#include "literal_scan.h"

#include <string.h>

static size_t next_by_memmem(const uint8_t *needle, size_t count, const uint8_t *text, size_t from, size_t limit) {
  const uint8_t *found = from < limit ? memmem(text + from, limit - from, needle, count) : NULL;
  return found ? (size_t)(found - text) : limit;
}

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

// At which of 32 places one byte stands so far behind it, and another one so far.
__attribute__((target("avx2"))) static __m256i both(
    const uint8_t *text, size_t first, __m256i first_byte, size_t last, __m256i last_byte) {
  return _mm256_and_si256(
      _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(text + first)), first_byte),
      _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(text + last)), last_byte));
}

__attribute__((target("avx2"))) static size_t next_by_64(
    const uint8_t *needle, size_t count, const uint8_t *text, size_t from, size_t limit) {
  size_t last = count - 1, first = 0;
  while (first + 1 < last && (needle[first + 1] & 0xC0) == 0x80) first++;
  const __m256i first_byte = _mm256_set1_epi8((char)needle[first]), last_byte = _mm256_set1_epi8((char)needle[last]);
  size_t place = from;
  for (; place + last + 64 <= limit; place += 64) {
    __m256i low = both(text + place, first, first_byte, last, last_byte);
    __m256i high = both(text + place + 32, first, first_byte, last, last_byte);
    __m256i any = _mm256_or_si256(low, high);
    if (_mm256_testz_si256(any, any)) continue;
    uint64_t hits = (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
    for (; hits != 0; hits &= hits - 1) {
      size_t hit = place + (size_t)__builtin_ctzll(hits);
      if (memcmp(text + hit, needle, count) == 0) return hit;
    }
  }
  return next_by_memmem(needle, count, text, place, limit);
}

size_t literal_scan_next(const uint8_t *needle, size_t count, const uint8_t *text, size_t from, size_t limit) {
  return __builtin_cpu_supports("avx2") ? next_by_64(needle, count, text, from, limit)
                                        : next_by_memmem(needle, count, text, from, limit);
}
#else
size_t literal_scan_next(const uint8_t *needle, size_t count, const uint8_t *text, size_t from, size_t limit) {
  return next_by_memmem(needle, count, text, from, limit);
}
#endif
