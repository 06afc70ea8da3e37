// The kinds that the halves of a byte at each of 64 places leave.
IN_PLACE block NAMED(kinds_of_byte)(const struct mark_kinds *kinds, int byte, block bytes) {
  return NAMED(look_up)(kinds->low[byte], bytes & 0x0F) & NAMED(look_up)(kinds->high[byte], bytes >> 4);
}

// What of the kinds `left` by the first byte the next ones leave, up to `depth` bytes.
IN_PLACE block NAMED(kinds_of_rest)(const struct mark_kinds *kinds, const uint8_t *text, block left, int depth) {
  for (int byte = 1; byte < depth; byte++) left &= NAMED(kinds_of_byte)(kinds, byte, BLOCK_AT(text + byte));
  return left;
}

IN_PLACE size_t NAMED(next_of_depth)(
    const struct mark_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit, int narrow_depth) {
  // Up to where 66 bytes are there.
  size_t stop = limit < 66 ? from : limit - 65 < end ? limit - 65 : end;
  size_t place = from;
  for (; place < stop; place += 64) {
    block bytes = BLOCK_AT(text + place);
    // No mark that begins with ASCII is left where a byte is not, of which nothing is looked up.
    block left = NAMED(look_up)(scan->narrow.low[0], bytes) & NAMED(look_up)(scan->narrow.high[0], bytes >> 4);
    left = NAMED(kinds_of_rest)(&scan->narrow, text + place, left, narrow_depth);
    if (NAMED(any)(bytes & 0x80)) {
      // Most of what is not ASCII begins no mark.
      block wide = NAMED(kinds_of_byte)(&scan->wide, 0, bytes);
      if (NAMED(any)(wide)) left |= NAMED(kinds_of_rest)(&scan->wide, text + place, wide, 3);
    }
    if (NAMED(any)(left)) {
      size_t hit = place + (size_t)__builtin_ctzll(NAMED(bits)((block)(left != 0)));
      return hit < end ? hit : end;
    }
  }
  return place < end ? next_by_one(scan, text, place, end, limit) : end;
}

static size_t NAMED(next)(
    const struct mark_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  switch (scan->narrow_depth) {
  case 3: return NAMED(next_of_depth)(scan, text, from, end, limit, 3);
  case 2: return NAMED(next_of_depth)(scan, text, from, end, limit, 2);
  default: return NAMED(next_of_depth)(scan, text, from, end, limit, 1);
  }
}
