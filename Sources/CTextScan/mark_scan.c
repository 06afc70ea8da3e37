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

#define WIDE "wide/mark_wide.h"
#include "wide.h"

size_t mark_scan_next(const struct mark_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit) {
  return BEST(next, scan, text, from, end, limit);
}
