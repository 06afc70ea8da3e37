#include "control_scan.h"

static size_t count_by_one(const uint8_t *text, size_t count) {
  size_t controls = 0;
  for (size_t place = 0; place < count; place++) {
    uint8_t byte = text[place];
    controls += (byte < 0x20) & !((byte >= 0x08) & (byte <= 0x0D)) & (byte != 0x1B);
  }
  return controls;
}

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

__attribute__((target("avx2"))) static size_t count_by_32(const uint8_t *text, size_t count) {
  size_t place = 0;
  __m256i controls = _mm256_setzero_si256();
  while (place + 32 <= count) {
    // All bits are minus one: each of the bytes counts up to 255 for itself.
    __m256i counts = _mm256_setzero_si256();
    for (int rounds = 0; rounds < 255 && place + 32 <= count; rounds++, place += 32) {
      __m256i bytes = _mm256_loadu_si256((const __m256i *)(text + place));
      __m256i low = _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(0x1F)), bytes);
      __m256i above = _mm256_sub_epi8(bytes, _mm256_set1_epi8(0x08));
      __m256i blank = _mm256_cmpeq_epi8(_mm256_min_epu8(above, _mm256_set1_epi8(0x05)), above);
      __m256i text_has = _mm256_or_si256(blank, _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(0x1B)));
      counts = _mm256_sub_epi8(counts, _mm256_andnot_si256(text_has, low));
    }
    controls = _mm256_add_epi64(controls, _mm256_sad_epu8(counts, _mm256_setzero_si256()));
  }
  uint64_t sums[4];
  _mm256_storeu_si256((__m256i *)sums, controls);
  return sums[0] + sums[1] + sums[2] + sums[3] + count_by_one(text + place, count - place);
}

size_t control_scan_count(const uint8_t *text, size_t count) {
  return __builtin_cpu_supports("avx2") ? count_by_32(text, count) : count_by_one(text, count);
}
#else
size_t control_scan_count(const uint8_t *text, size_t count) { return count_by_one(text, count); }
#endif
