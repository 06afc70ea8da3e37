// 64 bytes in two registers.
IN_PLACE __m256i NAMED(low)(block bytes) {
  return (__m256i)__builtin_shufflevector((block_words)bytes, (block_words)bytes, 0, 1, 2, 3);
}

IN_PLACE __m256i NAMED(high)(block bytes) {
  return (__m256i)__builtin_shufflevector((block_words)bytes, (block_words)bytes, 4, 5, 6, 7);
}

IN_PLACE block NAMED(joined)(__m256i low, __m256i high) {
  return (block)__builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7);
}

// The highest bits of all bytes, the first byte's first.
IN_PLACE uint64_t NAMED(bits)(block bytes) {
  return (uint32_t)_mm256_movemask_epi8(NAMED(low)(bytes)) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(NAMED(high)(bytes)) << 32;
}

// Whether a bit is set.
IN_PLACE int NAMED(any)(block bytes) {
  __m256i either = _mm256_or_si256(NAMED(low)(bytes), NAMED(high)(bytes));
  return !_mm256_testz_si256(either, either);
}

// For each byte that of 16 which its low half numbers; 0 where its highest bit is set.
IN_PLACE block NAMED(look_up)(const uint8_t *of, block bytes) {
  __m256i table = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)of));
  return NAMED(joined)(
      _mm256_shuffle_epi8(table, NAMED(low)(bytes)), _mm256_shuffle_epi8(table, NAMED(high)(bytes)));
}

// The bytes that stand `count` places, 1 to 15, before those of a block that follows on `last`.
#undef BEFORE
#define BEFORE(count, bytes, last) \
  NAMED(joined)( \
      _mm256_alignr_epi8(NAMED(low)(bytes), \
          _mm256_permute2x128_si256(NAMED(high)(last), NAMED(low)(bytes), 0x21), 16 - (count)), \
      _mm256_alignr_epi8(NAMED(high)(bytes), \
          _mm256_permute2x128_si256(NAMED(low)(bytes), NAMED(high)(bytes), 0x21), 16 - (count)))
