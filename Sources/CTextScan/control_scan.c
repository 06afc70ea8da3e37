#include "control_scan.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

size_t control_scan_count(const uint8_t *text, size_t count) {
  size_t controls = 0, place = 0;
#ifdef __SSE2__
  while (place + 16 <= count) {
    // All bits are minus one: each of the sixteen bytes counts up to 255 for itself.
    __m128i counts = _mm_setzero_si128();
    for (int rounds = 0; rounds < 255 && place + 16 <= count; rounds++, place += 16) {
      __m128i bytes = _mm_loadu_si128((const __m128i *)(text + place));
      __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
      __m128i above = _mm_sub_epi8(bytes, _mm_set1_epi8(0x08));
      __m128i blank = _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8(0x05)), above);
      __m128i text_has = _mm_or_si128(blank, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x1B)));
      counts = _mm_sub_epi8(counts, _mm_andnot_si128(text_has, low));
    }
    __m128i sums = _mm_sad_epu8(counts, _mm_setzero_si128());
    controls += (size_t)_mm_cvtsi128_si64(sums) + (size_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(sums, sums));
  }
#endif
  for (; place < count; place++) {
    uint8_t byte = text[place];
    controls += (byte < 0x20) & !((byte >= 0x08) & (byte <= 0x0D)) & (byte != 0x1B);
  }
  return controls;
}
