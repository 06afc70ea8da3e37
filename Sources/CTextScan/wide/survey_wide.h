// The errors in a block, which follows on `last`.
IN_PLACE block NAMED(errors)(block bytes, block last) {
  block one_before = BEFORE(1, bytes, last);
  block special = NAMED(look_up)(first_high, one_before >> 4) & NAMED(look_up)(first_low, one_before & 0x0F) &
                  NAMED(look_up)(second_high, bytes >> 4);
  // The third byte of three, and the third and fourth of four, are continuations behind continuations.
  const block to_three = (block){0} + (0xE0 - 0x80), to_four = (block){0} + (0xF0 - 0x80);
  block must = __builtin_elementwise_sub_sat(BEFORE(2, bytes, last), to_three) |
               __builtin_elementwise_sub_sat(BEFORE(3, bytes, last), to_four);
  return (must & 0x80) ^ special;
}

static size_t NAMED(survey)(
    const uint8_t *text, size_t from, size_t end, size_t count, uint32_t *starts, struct survey *survey) {
  size_t lines = 0, place = from;
  block last = {0}, found = {0};
  uint64_t other_ends = 0;
  for (; place + 64 <= end && place + 64 < count; place += 64) {
    BRING_NEAR(text + place);
    block bytes = BLOCK_AT(text + place);
    uint64_t ends = NAMED(bits)((block)(bytes == 0x0A));
    // Of ASCII behind ASCII nothing can be wrong, and no line ends at NEL.
    if (NAMED(any)((bytes | last) & 0x80)) {
      found |= NAMED(errors)(bytes, last);
      uint64_t nel = NAMED(bits)((block)(bytes == 0x85) & (block)(BEFORE(1, bytes, last) == 0xC2));
      other_ends |= nel;
      ends |= nel;
    }
    block returns = (block)(bytes == 0x0D);
    if (NAMED(any)(returns)) {
      other_ends |= NAMED(bits)(returns);
      ends |= NAMED(bits)(returns & (block)(BLOCK_AT(text + place + 1) != 0x0A));
    }
    // Most places have none, one or two, in no order that a processor could foresee: two are written in any case.
    uint64_t next = _blsr_u64(ends);
    starts[lines] = (uint32_t)(place + _tzcnt_u64(ends) + 1);
    starts[lines + 1] = (uint32_t)(place + _tzcnt_u64(next) + 1);
    lines += (size_t)(ends != 0) + (next != 0);
    for (ends = _blsr_u64(next); ends != 0; ends = _blsr_u64(ends))
      starts[lines++] = (uint32_t)(place + _tzcnt_u64(ends) + 1);
    last = bytes;
  }
  // A sequence that is cut at the end is one that zeros follow.
  uint8_t rest[128] = {0};
  memcpy(rest, text + place, end - place);
  for (size_t at = 0; at < sizeof rest; at += 64) {
    block bytes = BLOCK_AT(rest + at);
    found |= NAMED(errors)(bytes, last);
    last = bytes;
  }
  if (NAMED(any)(found)) survey->is_well_formed = false;
  if (other_ends != 0) survey->has_plain_ends = false;
  return lines + starts_by_one(text, place, end, count, starts + lines, survey);
}
