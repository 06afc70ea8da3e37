static size_t NAMED(count)(const uint8_t *text, size_t count) {
  size_t place = 0, controls = 0;
  for (; place + 64 <= count; place += 64) {
    block bytes = BLOCK_AT(text + place);
    block is_control = (bytes < 0x20) & ~(bytes - 0x08 < 0x06) & ~(bytes == 0x1B);
    if (NAMED(any)(is_control)) controls += (size_t)__builtin_popcountll(NAMED(bits)(is_control));
  }
  return controls + count_by_one(text + place, count - place);
}
