#include "survey_scan.h"

static int ends_line(const uint8_t *text, size_t place, size_t count) {
  switch (text[place]) {
  case 0x0A: return 1;
  case 0x0D: return place + 1 >= count || text[place + 1] != 0x0A;
  case 0x85: return place > 0 && text[place - 1] == 0xC2;
  default: return 0;
  }
}

// The lines alone. Behind the last byte none begins.
static size_t starts_by_one(
    const uint8_t *text, size_t from, size_t end, size_t count, uint32_t *starts, struct survey *survey) {
  size_t lines = 0;
  for (size_t place = from; place < end; place++) {
    if (text[place] == 0x0D || (text[place] == 0x85 && ends_line(text, place, count))) survey->has_plain_ends = false;
    if (place + 1 < count && ends_line(text, place, count)) starts[lines++] = (uint32_t)place + 1;
  }
  return lines;
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

__attribute__((target("avx2"))) static __m256i equal(__m256i block, uint8_t byte) {
  return _mm256_cmpeq_epi8(block, _mm256_set1_epi8((char)byte));
}

__attribute__((target("avx2"))) static __m256i byte_before(__m256i block, __m256i last) {
  return _mm256_alignr_epi8(block, _mm256_permute2x128_si256(last, block, 0x21), 15);
}

// The bits of two blocks, one behind the other.
__attribute__((target("avx2"))) static uint64_t bits_of(__m256i low, __m256i high) {
  return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

__attribute__((target("avx2,bmi"))) static size_t survey_by_64(
    const uint8_t *text, size_t from, size_t end, size_t count, uint32_t *starts, struct survey *survey) {
  size_t lines = 0, place = from;
  __m256i last = _mm256_setzero_si256(), found = _mm256_setzero_si256(), other_ends = _mm256_setzero_si256();
  for (; place + 64 <= end && place + 64 < count; place += 64) {
    _mm_prefetch((const char *)text + place + 1024, _MM_HINT_T0);
    __m256i one = _mm256_loadu_si256((const __m256i *)(text + place));
    __m256i two = _mm256_loadu_si256((const __m256i *)(text + place + 32));
    __m256i one_ends = equal(one, 0x0A), two_ends = equal(two, 0x0A);
    // Of ASCII behind ASCII nothing can be wrong, and no line ends at NEL.
    if (_mm256_movemask_epi8(_mm256_or_si256(_mm256_or_si256(one, two), last)) != 0) {
      found = _mm256_or_si256(found, _mm256_or_si256(errors(one, last), errors(two, one)));
      __m256i one_nel = _mm256_and_si256(equal(one, 0x85), equal(byte_before(one, last), 0xC2));
      __m256i two_nel = _mm256_and_si256(equal(two, 0x85), equal(byte_before(two, one), 0xC2));
      other_ends = _mm256_or_si256(other_ends, _mm256_or_si256(one_nel, two_nel));
      one_ends = _mm256_or_si256(one_ends, one_nel);
      two_ends = _mm256_or_si256(two_ends, two_nel);
    }
    __m256i one_return = equal(one, 0x0D), two_return = equal(two, 0x0D);
    __m256i returns = _mm256_or_si256(one_return, two_return);
    if (!_mm256_testz_si256(returns, returns)) {
      other_ends = _mm256_or_si256(other_ends, returns);
      __m256i behind_one = _mm256_loadu_si256((const __m256i *)(text + place + 1));
      __m256i behind_two = _mm256_loadu_si256((const __m256i *)(text + place + 33));
      one_ends = _mm256_or_si256(one_ends, _mm256_andnot_si256(equal(behind_one, 0x0A), one_return));
      two_ends = _mm256_or_si256(two_ends, _mm256_andnot_si256(equal(behind_two, 0x0A), two_return));
    }
    // Most places have none, one or two, in no order that a processor could foresee: two are written in any case.
    uint64_t ends = bits_of(one_ends, two_ends), next = _blsr_u64(ends);
    starts[lines] = (uint32_t)(place + _tzcnt_u64(ends) + 1);
    starts[lines + 1] = (uint32_t)(place + _tzcnt_u64(next) + 1);
    lines += (size_t)(ends != 0) + (next != 0);
    for (ends = _blsr_u64(next); ends != 0; ends = _blsr_u64(ends))
      starts[lines++] = (uint32_t)(place + _tzcnt_u64(ends) + 1);
    last = two;
  }
  // A sequence that is cut at the end is one that zeros follow.
  uint8_t rest[96] = {0};
  memcpy(rest, text + place, end - place);
  for (size_t at = 0; at < sizeof rest; at += 32) {
    __m256i block = _mm256_loadu_si256((const __m256i *)(rest + at));
    found = _mm256_or_si256(found, errors(block, last));
    last = block;
  }
  if (!_mm256_testz_si256(found, found)) survey->is_well_formed = false;
  if (!_mm256_testz_si256(other_ends, other_ends)) survey->has_plain_ends = false;
  return lines + starts_by_one(text, place, end, count, starts + lines, survey);
}

size_t survey_scan(
    const uint8_t *text, size_t from, size_t end, size_t count, uint32_t *starts, struct survey *survey) {
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi"))
    return survey_by_64(text, from, end, count, starts, survey);
  survey->is_well_formed = false;
  return starts_by_one(text, from, end, count, starts, survey);
}
#else
size_t survey_scan(
    const uint8_t *text, size_t from, size_t end, size_t count, uint32_t *starts, struct survey *survey) {
  survey->is_well_formed = false;
  return starts_by_one(text, from, end, count, starts, survey);
}
#endif
