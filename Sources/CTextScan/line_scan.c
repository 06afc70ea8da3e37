#include "line_scan.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static int ends_line(const uint8_t *text, size_t place, size_t count) {
  switch (text[place]) {
  case 0x0A: return 1;
  case 0x0D: return place + 1 >= count || text[place + 1] != 0x0A;
  case 0x85: return place > 0 && text[place - 1] == 0xC2;
  default: return 0;
  }
}

#ifdef __SSE2__
// All bits for each of the sixteen bytes from `text` on that ends a line; the byte before and the one behind are read too.
static __m128i line_ends(const uint8_t *text) {
  __m128i bytes = _mm_loadu_si128((const __m128i *)text);
  __m128i before = _mm_loadu_si128((const __m128i *)(text - 1));
  __m128i after = _mm_loadu_si128((const __m128i *)(text + 1));
  __m128i lf = _mm_set1_epi8(0x0A);
  __m128i cr = _mm_andnot_si128(_mm_cmpeq_epi8(after, lf), _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x0D)));
  __m128i nel = _mm_and_si128(
      _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0x85)), _mm_cmpeq_epi8(before, _mm_set1_epi8((char)0xC2)));
  return _mm_or_si128(_mm_cmpeq_epi8(bytes, lf), _mm_or_si128(cr, nel));
}
#endif

size_t line_scan_count(const uint8_t *text, size_t from, size_t end, size_t count) {
  size_t lines = 0;
  if (end == count && end > from) end--;  // behind the last byte no line begins
  size_t place = from;
#ifdef __SSE2__
  if (place == 0 && place < end) lines += (size_t)ends_line(text, place++, count);
  while (place + 16 <= end && place + 17 <= count) {
    // All bits are minus one: each of the sixteen bytes counts up to 255 for itself.
    __m128i counts = _mm_setzero_si128();
    for (int rounds = 0; rounds < 255 && place + 16 <= end && place + 17 <= count; rounds++, place += 16)
      counts = _mm_sub_epi8(counts, line_ends(text + place));
    __m128i sums = _mm_sad_epu8(counts, _mm_setzero_si128());
    lines += (size_t)_mm_cvtsi128_si64(sums) + (size_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(sums, sums));
  }
#endif
  for (; place < end; place++) lines += (size_t)ends_line(text, place, count);
  return lines;
}

void line_scan_starts(const uint8_t *text, size_t from, size_t end, size_t count, uint32_t *starts) {
  if (end == count && end > from) end--;
  size_t place = from;
#ifdef __SSE2__
  if (place == 0 && place < end) {
    if (ends_line(text, place, count)) *starts++ = (uint32_t)place + 1;
    place++;
  }
  for (; place + 16 <= end && place + 17 <= count; place += 16)
    for (unsigned ends = (unsigned)_mm_movemask_epi8(line_ends(text + place)); ends != 0; ends &= ends - 1)
      *starts++ = (uint32_t)(place + (size_t)__builtin_ctz(ends)) + 1;
#endif
  for (; place < end; place++)
    if (ends_line(text, place, count)) *starts++ = (uint32_t)place + 1;
}
