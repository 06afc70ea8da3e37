#include "mark_scan.h"

static int is_letter(uint8_t byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

void mark_scan_add(struct mark_scan *scan, unsigned kind, const uint8_t *mark, size_t count) {
  struct mark_kinds *kinds = mark[0] < 0x80 ? &scan->narrow : &scan->wide;
  size_t depth = count < 3 ? count : 3;
  if (mark[0] < 0x80 && depth > scan->narrow_depth) scan->narrow_depth = (uint8_t)depth;
  uint8_t bit = (uint8_t)(1 << kind);
  for (size_t byte = 0; byte < 3; byte++) {
    for (uint8_t half = 0; half < 16; half++) {
      // Behind a shorter mark anything may stand.
      int any = byte >= count;
      if (any || half == (mark[byte] & 0x0F)) kinds->low[byte][half] |= bit;
      if (any || half == mark[byte] >> 4 || (is_letter(mark[byte]) && half == (mark[byte] ^ 0x20) >> 4))
        kinds->high[byte][half] |= bit;
    }
  }
}

static size_t next_by_one(const struct mark_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  for (size_t place = from; place < end; place++) {
    const struct mark_kinds *kinds = text[place] < 0x80 ? &scan->narrow : &scan->wide;
    uint8_t left = 0xFF;
    for (size_t byte = 0; byte < 3; byte++) {
      uint8_t value = place + byte < limit ? text[place + byte] : 0;
      left &= kinds->low[byte][value & 0x0F] & kinds->high[byte][value >> 4];
    }
    if (left != 0) return place;
  }
  return end;
}

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

__attribute__((target("avx2"))) static __m256i table(const uint8_t *halves) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)halves));
}

// The kinds that the halves of a byte at each of 32 places leave. Of a byte that is not ASCII the low half is looked up only
// where it may be the byte of a mark.
__attribute__((target("avx2"), always_inline)) static inline __m256i kinds_of_byte(
    const struct mark_kinds *kinds, int byte, __m256i bytes, int is_ascii) {
  const __m256i half = _mm256_set1_epi8(0x0F);
  __m256i low = is_ascii ? bytes : _mm256_and_si256(bytes, half);
  __m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half);
  return _mm256_and_si256(
      _mm256_shuffle_epi8(table(kinds->low[byte]), low), _mm256_shuffle_epi8(table(kinds->high[byte]), high));
}

// What of the kinds `left` by the first byte the next ones leave, up to `depth` bytes.
__attribute__((target("avx2"), always_inline)) static inline __m256i kinds_of_rest(
    const struct mark_kinds *kinds, const uint8_t *text, __m256i left, int depth) {
  for (int byte = 1; byte < depth; byte++) {
    __m256i bytes = _mm256_loadu_si256((const __m256i *)(text + byte));
    left = _mm256_and_si256(left, kinds_of_byte(kinds, byte, bytes, 0));
  }
  return left;
}

__attribute__((target("avx2"), always_inline)) static inline size_t next_by_32(
    const struct mark_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit, int narrow_depth) {
  // Up to where 34 bytes are there.
  size_t stop = limit < 34 ? from : limit - 33 < end ? limit - 33 : end;
  size_t place = from;
  for (; place < stop; place += 32) {
    __m256i bytes = _mm256_loadu_si256((const __m256i *)(text + place));
    __m256i left = kinds_of_byte(&scan->narrow, 0, bytes, 1);
    left = kinds_of_rest(&scan->narrow, text + place, left, narrow_depth);
    if (_mm256_movemask_epi8(bytes) != 0) {
      // Most of what is not ASCII begins no mark.
      __m256i wide = kinds_of_byte(&scan->wide, 0, bytes, 0);
      if (!_mm256_testz_si256(wide, wide))
        left = _mm256_or_si256(left, kinds_of_rest(&scan->wide, text + place, wide, 3));
    }
    if (!_mm256_testz_si256(left, left)) {
      unsigned none = (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(left, _mm256_setzero_si256()));
      size_t hit = place + (size_t)__builtin_ctz(~none);
      return hit < end ? hit : end;
    }
  }
  return place < end ? next_by_one(scan, text, place, end, limit) : end;
}

__attribute__((target("avx2"))) static size_t next_of_depth(
    const struct mark_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  switch (scan->narrow_depth) {
  case 3: return next_by_32(scan, text, from, end, limit, 3);
  case 2: return next_by_32(scan, text, from, end, limit, 2);
  default: return next_by_32(scan, text, from, end, limit, 1);
  }
}

size_t mark_scan_next(const struct mark_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  if (!__builtin_cpu_supports("avx2")) return next_by_one(scan, text, from, end, limit);
  return next_of_depth(scan, text, from, end, limit);
}
#else
size_t mark_scan_next(const struct mark_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  return next_by_one(scan, text, from, end, limit);
}
#endif
