static size_t NAMED(next)(
    const struct word_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  const uint8_t any_second = scan->any_second ? 0xFF : 0;
  size_t place = from;
  for (; place < end && place + 66 <= limit; place += 64) {
    BRING_NEAR(text + place);
    block one = BLOCK_AT(text + place), two = BLOCK_AT(text + place + 1);
    // A byte from 0x80 on has its highest bit set already.
    block after = (block)((two | scan->second_fold) == scan->second) | two | any_second;
    block begins = (block)((one | scan->fold) == scan->first) & after;
    if (NAMED(any)(one & 0x80)) {
      block three = BLOCK_AT(text + place + 2);
      block wide = (block)(one == 0xEF) & (block)((three == scan->wide_lower) | (three == scan->wide_upper));
      block other = (block)(one == scan->other_first) & (block)(two == scan->other_second);
      begins |= wide | other;
    }
    uint64_t hits = NAMED(bits)(begins);
    if (hits != 0) {
      size_t hit = place + (size_t)__builtin_ctzll(hits);
      return hit < end ? hit : end;
    }
  }
  return place < end ? next_by_one(scan, text, place, end, limit) : end;
}
