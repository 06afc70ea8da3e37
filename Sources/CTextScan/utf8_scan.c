#include "utf8_scan.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

size_t utf8_scan_controls(const uint8_t *text, size_t count) {
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

#if defined(__x86_64__) && defined(__GNUC__)
#include <string.h>
#include <immintrin.h>

// "Validating UTF-8 in less than one instruction per byte", J. Keiser and D. Lemire, 2021. Each pair of bytes is looked up
// by three half bytes; each table tells the errors that its half byte leaves possible, and an error is one that all three
// leave.
enum {
  TOO_SHORT = 1 << 0,       // a lead or ASCII where a sequence has to go on
  TOO_LONG = 1 << 1,        // a continuation behind ASCII
  OVERLONG_3 = 1 << 2,
  TOO_LARGE = 1 << 3,       // above U+10FFFF
  SURROGATE = 1 << 4,
  OVERLONG_2 = 1 << 5,
  TOO_LARGE_1000 = 1 << 6,  // F5 and above
  OVERLONG_4 = 1 << 6,
  TWO_CONTINUATIONS = 1 << 7,
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS,
  ABOVE_4 = CARRY | TOO_LARGE | TOO_LARGE_1000,
  CONTINUES = TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS,
};

__attribute__((target("avx2"))) static __m256i look_up(__m256i table, __m256i half) {
  return _mm256_shuffle_epi8(table, half);
}

__attribute__((target("avx2"))) static __m256i high_half(__m256i bytes) {
  return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
}

// The errors in a block, which follows on `last`.
__attribute__((target("avx2"))) static __m256i errors(__m256i block, __m256i last) {
  const __m256i first_high = _mm256_broadcastsi128_si256(_mm_setr_epi8(
      TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, (char)TWO_CONTINUATIONS,
      (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS, TOO_SHORT | OVERLONG_2, TOO_SHORT,
      TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4));
  const __m256i first_low = _mm256_broadcastsi128_si256(_mm_setr_epi8(
      (char)(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4), (char)(CARRY | OVERLONG_2), (char)CARRY, (char)CARRY,
      (char)(CARRY | TOO_LARGE), (char)ABOVE_4, (char)ABOVE_4, (char)ABOVE_4, (char)ABOVE_4, (char)ABOVE_4,
      (char)ABOVE_4, (char)ABOVE_4, (char)ABOVE_4, (char)(ABOVE_4 | SURROGATE), (char)ABOVE_4, (char)ABOVE_4));
  const __m256i second_high = _mm256_broadcastsi128_si256(_mm_setr_epi8(
      TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
      (char)(CONTINUES | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4), (char)(CONTINUES | OVERLONG_3 | TOO_LARGE),
      (char)(CONTINUES | SURROGATE | TOO_LARGE), (char)(CONTINUES | SURROGATE | TOO_LARGE), TOO_SHORT, TOO_SHORT,
      TOO_SHORT, TOO_SHORT));
  // The block moved by 16 bytes, from which each half of it takes the bytes before it.
  __m256i moved = _mm256_permute2x128_si256(last, block, 0x21);
  __m256i one_before = _mm256_alignr_epi8(block, moved, 15);
  __m256i special = _mm256_and_si256(
      _mm256_and_si256(
          look_up(first_high, high_half(one_before)),
          look_up(first_low, _mm256_and_si256(one_before, _mm256_set1_epi8(0x0F)))),
      look_up(second_high, high_half(block)));
  // The third byte of three, and the third and fourth of four, are continuations behind continuations.
  __m256i third = _mm256_subs_epu8(_mm256_alignr_epi8(block, moved, 14), _mm256_set1_epi8((char)(0xE0 - 0x80)));
  __m256i fourth = _mm256_subs_epu8(_mm256_alignr_epi8(block, moved, 13), _mm256_set1_epi8((char)(0xF0 - 0x80)));
  __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(must, special);
}

__attribute__((target("avx2"))) static int is_valid(const uint8_t *text, size_t count) {
  __m256i last = _mm256_setzero_si256();
  __m256i found = _mm256_setzero_si256();
  size_t place = 0;
  for (; place + 32 <= count; place += 32) {
    __m256i block = _mm256_loadu_si256((const __m256i *)(text + place));
    // Of ASCII behind ASCII nothing can be wrong.
    if (_mm256_movemask_epi8(_mm256_or_si256(block, last)) != 0) found = _mm256_or_si256(found, errors(block, last));
    last = block;
  }
  // A sequence that is cut at the end is one that a zero follows.
  uint8_t rest[32] = {0};
  memcpy(rest, text + place, count - place);
  found = _mm256_or_si256(found, errors(_mm256_loadu_si256((const __m256i *)rest), last));
  return _mm256_testz_si256(found, found);
}

int utf8_scan_is_valid(const uint8_t *text, size_t count) {
  return __builtin_cpu_supports("avx2") ? is_valid(text, count) : 0;
}
#else
int utf8_scan_is_valid(const uint8_t *text, size_t count) {
  (void)text;
  (void)count;
  return 0;
}
#endif
