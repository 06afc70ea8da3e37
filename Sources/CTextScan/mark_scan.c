#include "mark_scan.h"

void mark_scan_add(struct mark_scan *scan, const uint8_t *mark, size_t count) {
  uint16_t kind = count == 1 ? (uint16_t)(mark[0] >> 4) : (uint16_t)(mark[0] << 8 | mark[1]);
  uint8_t place = 0;
  while (place < scan->kind_count && scan->kinds[place] != kind) place++;
  if (place == 8) return;
  if (place == scan->kind_count) scan->kinds[scan->kind_count++] = kind;
  uint8_t bit = (uint8_t)(1 << place);
  for (size_t byte = 0; byte < 3; byte++) {
    for (uint8_t half = 0; half < 16; half++) {
      // Behind an ASCII mark anything may stand.
      int any = byte >= count;
      if (any || half == (mark[byte] & 0x0F)) scan->low[byte][half] |= bit;
      if (any || half == mark[byte] >> 4) scan->high[byte][half] |= bit;
    }
  }
}

static uint8_t kinds(const struct mark_scan *scan, size_t byte, uint8_t value) {
  return scan->low[byte][value & 0x0F] & scan->high[byte][value >> 4];
}

static size_t next_by_one(const struct mark_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  for (size_t place = from; place < end; place++) {
    uint8_t left = kinds(scan, 0, text[place]);
    if (left != 0 && text[place] >= 0x80)
      left = place + 2 < limit ? left & kinds(scan, 1, text[place + 1]) & kinds(scan, 2, text[place + 2]) : 0;
    if (left != 0) return place;
  }
  return end;
}

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

__attribute__((target("avx2"))) static __m256i table(const uint8_t *halves) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)halves));
}

__attribute__((target("avx2"))) static __m256i kinds_of_32(
    const struct mark_scan *scan, int byte, const uint8_t *text) {
  const __m256i half = _mm256_set1_epi8(0x0F);
  __m256i bytes = _mm256_loadu_si256((const __m256i *)(text + byte));
  __m256i low = _mm256_shuffle_epi8(table(scan->low[byte]), _mm256_and_si256(bytes, half));
  __m256i high = _mm256_shuffle_epi8(
      table(scan->high[byte]), _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half));
  return _mm256_and_si256(low, high);
}

__attribute__((target("avx2"))) static size_t next_by_32(
    const struct mark_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  size_t place = from;
  for (; place < end && place + 34 <= limit; place += 32) {
    __m256i left = _mm256_and_si256(
        _mm256_and_si256(kinds_of_32(scan, 0, text + place), kinds_of_32(scan, 1, text + place)),
        kinds_of_32(scan, 2, text + place));
    unsigned none = (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(left, _mm256_setzero_si256()));
    if (none != 0xFFFFFFFF) {
      size_t hit = place + (size_t)__builtin_ctz(~none);
      return hit < end ? hit : end;
    }
  }
  return place < end ? next_by_one(scan, text, place, end, limit) : end;
}

size_t mark_scan_next(const struct mark_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  return __builtin_cpu_supports("avx2") ? next_by_32(scan, text, from, end, limit)
                                        : next_by_one(scan, text, from, end, limit);
}
#else
size_t mark_scan_next(const struct mark_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  return next_by_one(scan, text, from, end, limit);
}
#endif
