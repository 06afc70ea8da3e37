#include "word_scan.h"

static int may_begin(const struct word_scan *scan, const uint8_t *text, size_t place, size_t limit) {
  uint8_t one = text[place];
  uint8_t two = place + 1 < limit ? text[place + 1] : 0;
  uint8_t three = place + 2 < limit ? text[place + 2] : 0;
  if ((one | scan->fold) == scan->first)
    return scan->any_second || (two | scan->second_fold) == scan->second || two >= 0x80;
  if (one == 0xEF) return three == scan->wide_lower || three == scan->wide_upper;
  return one == scan->other_first && two == scan->other_second;
}

static size_t next_by_one(const struct word_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  for (size_t place = from; place < end; place++)
    if (may_begin(scan, text, place, limit)) return place;
  return end;
}

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

__attribute__((target("avx2"))) static __m256i all(uint8_t byte) { return _mm256_set1_epi8((char)byte); }

__attribute__((target("avx2"))) static size_t next_by_32(
    const struct word_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  const __m256i fold = all(scan->fold), first = all(scan->first), any_second = all(scan->any_second ? 0xFF : 0);
  const __m256i second_fold = all(scan->second_fold), second = all(scan->second);
  size_t place = from;
  for (; place < end && place + 34 <= limit; place += 32) {
    __m256i one = _mm256_loadu_si256((const __m256i *)(text + place));
    __m256i two = _mm256_loadu_si256((const __m256i *)(text + place + 1));
    // A byte from 0x80 on has its sign bit set already, as a comparison that holds has.
    __m256i after = _mm256_or_si256(
        _mm256_or_si256(_mm256_cmpeq_epi8(_mm256_or_si256(two, second_fold), second), two), any_second);
    __m256i begins = _mm256_and_si256(_mm256_cmpeq_epi8(_mm256_or_si256(one, fold), first), after);
    if (_mm256_movemask_epi8(one) != 0) {
      __m256i three = _mm256_loadu_si256((const __m256i *)(text + place + 2));
      __m256i wide = _mm256_and_si256(
          _mm256_cmpeq_epi8(one, all(0xEF)),
          _mm256_or_si256(
              _mm256_cmpeq_epi8(three, all(scan->wide_lower)), _mm256_cmpeq_epi8(three, all(scan->wide_upper))));
      __m256i other = _mm256_and_si256(
          _mm256_cmpeq_epi8(one, all(scan->other_first)), _mm256_cmpeq_epi8(two, all(scan->other_second)));
      begins = _mm256_or_si256(begins, _mm256_or_si256(wide, other));
    }
    unsigned hits = (unsigned)_mm256_movemask_epi8(begins);
    if (hits != 0) {
      size_t hit = place + (size_t)__builtin_ctz(hits);
      return hit < end ? hit : end;
    }
  }
  return place < end ? next_by_one(scan, text, place, end, limit) : end;
}

size_t word_scan_next(const struct word_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  return __builtin_cpu_supports("avx2") ? next_by_32(scan, text, from, end, limit)
                                        : next_by_one(scan, text, from, end, limit);
}
#else
size_t word_scan_next(const struct word_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  return next_by_one(scan, text, from, end, limit);
}
#endif
