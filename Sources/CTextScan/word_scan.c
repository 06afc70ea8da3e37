#include "word_scan.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static int may_begin(const struct word_scan *scan, const uint8_t *text, size_t place, size_t limit) {
  uint8_t one = text[place];
  uint8_t two = place + 1 < limit ? text[place + 1] : 0;
  uint8_t three = place + 2 < limit ? text[place + 2] : 0;
  if ((one | scan->fold) == scan->first)
    return scan->any_second || (two | scan->second_fold) == scan->second || two >= 0x80;
  if (one == 0xEF) return three == scan->wide_lower || three == scan->wide_upper;
  return one == scan->other_first && two == scan->other_second;
}

size_t word_scan_next(const struct word_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  size_t place = from;
#ifdef __SSE2__
  const __m128i fold = _mm_set1_epi8((char)scan->fold), first = _mm_set1_epi8((char)scan->first);
  const __m128i second_fold = _mm_set1_epi8((char)scan->second_fold), second = _mm_set1_epi8((char)scan->second);
  const __m128i any_second = _mm_set1_epi8(scan->any_second ? -1 : 0), lead = _mm_set1_epi8((char)0xEF);
  const __m128i lower = _mm_set1_epi8((char)scan->wide_lower), upper = _mm_set1_epi8((char)scan->wide_upper);
  const __m128i other_first = _mm_set1_epi8((char)scan->other_first);
  const __m128i other_second = _mm_set1_epi8((char)scan->other_second);
  while (place < end && place + 18 <= limit) {
    __m128i one = _mm_loadu_si128((const __m128i *)(text + place));
    __m128i two = _mm_loadu_si128((const __m128i *)(text + place + 1));
    __m128i three = _mm_loadu_si128((const __m128i *)(text + place + 2));
    // A byte from 0x80 on has its sign bit set already, as a comparison that holds has.
    __m128i after = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(_mm_or_si128(two, second_fold), second), two), any_second);
    __m128i ascii = _mm_and_si128(_mm_cmpeq_epi8(_mm_or_si128(one, fold), first), after);
    __m128i wide = _mm_and_si128(
        _mm_cmpeq_epi8(one, lead), _mm_or_si128(_mm_cmpeq_epi8(three, lower), _mm_cmpeq_epi8(three, upper)));
    __m128i other = _mm_and_si128(_mm_cmpeq_epi8(one, other_first), _mm_cmpeq_epi8(two, other_second));
    int hits = _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(ascii, wide), other));
    if (hits != 0) {
      size_t hit = place + (size_t)__builtin_ctz((unsigned)hits);
      return hit < end ? hit : end;
    }
    place += 16;
  }
#endif
  for (; place < end; place++)
    if (may_begin(scan, text, place, limit)) return place;
  return end;
}
