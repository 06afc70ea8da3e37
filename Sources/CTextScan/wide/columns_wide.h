static size_t NAMED(columns)(const uint8_t *text, size_t from, size_t limit, size_t count) {
  size_t columns = 0, place = from;
  for (; place < limit && place + 64 <= count; place += 64) {
    uint64_t within = limit - place < 64 ? ((uint64_t)1 << (limit - place)) - 1 : UINT64_MAX;
    block bytes = BLOCK_AT(text + place);
    if ((NAMED(bits)((block)(bytes == 0x09) | (block)(bytes == 0x0C)) & within) != 0) break;
    uint64_t begins = NAMED(bits)((block)((bytes & 0xC0) != 0x80)), is_wide = NAMED(bits)((block)(bytes >= 0xE3));
    columns += (size_t)(__builtin_popcountll(begins & within) + __builtin_popcountll(is_wide & within));
  }
  return behind(columns, text, place, limit);
}
