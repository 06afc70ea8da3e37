#include "word_scan.h"

static int may_begin(const struct word_scan *scan, const uint8_t *text, size_t place, size_t limit) {
  uint8_t one = text[place];
  uint8_t two = place + 1 < limit ? text[place + 1] : 0;
  uint8_t three = place + 2 < limit ? text[place + 2] : 0;
  if ((one | scan->fold) == scan->first)
    return scan->any_second || (two | scan->second_fold) == scan->second || two >= 0x80;
  if (one == 0xEF) return three == scan->wide_lower || three == scan->wide_upper;
  return one == scan->other_first && two == scan->other_second;
}

static size_t next_by_one(const struct word_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  for (size_t place = from; place < end; place++)
    if (may_begin(scan, text, place, limit)) return place;
  return end;
}

#define WIDE "wide/word_wide.h"
#include "wide.h"

size_t word_scan_next(const struct word_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  return BEST(next, scan, text, from, end, limit);
}
