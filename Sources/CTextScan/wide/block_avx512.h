// 64 bytes in one register.

// The highest bits of all bytes, the first byte's first.
IN_PLACE uint64_t NAMED(bits)(block bytes) { return _mm512_movepi8_mask((__m512i)bytes); }

// Whether a bit is set.
IN_PLACE int NAMED(any)(block bytes) { return _mm512_test_epi8_mask((__m512i)bytes, (__m512i)bytes) != 0; }

// For each byte that of 16 which its low half numbers; 0 where its highest bit is set.
IN_PLACE block NAMED(look_up)(const uint8_t *of, block bytes) {
  __m512i table = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)of));
  return (block)_mm512_shuffle_epi8(table, (__m512i)bytes);
}

// The bytes that stand `count` places, 1 to 15, before those of a block that follows on `last`.
#undef BEFORE
#define BEFORE(count, bytes, last) \
  ((block)_mm512_alignr_epi8( \
      (__m512i)(bytes), _mm512_alignr_epi64((__m512i)(bytes), (__m512i)(last), 6), 16 - (count)))
