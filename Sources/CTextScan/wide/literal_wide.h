static size_t NAMED(next)(const uint8_t *needle, size_t count, const uint8_t *text, size_t from, size_t limit) {
  size_t last = count - 1, first = 0;
  while (first + 1 < last && (needle[first + 1] & 0xC0) == 0x80) first++;
  size_t place = from;
  for (; place + last + 64 <= limit; place += 64) {
    BRING_NEAR(text + place);
    block begins = (block)(BLOCK_AT(text + place + first) == needle[first]);
    block may_match = begins & (block)(BLOCK_AT(text + place + last) == needle[last]);
    if (!NAMED(any)(may_match)) continue;
    for (uint64_t hits = NAMED(bits)(may_match); hits != 0; hits &= hits - 1) {
      size_t hit = place + (size_t)__builtin_ctzll(hits);
      if (memcmp(text + hit, needle, count) == 0) return hit;
    }
  }
  return next_by_one(needle, count, text, place, limit);
}
