// Where the next of a few punctuation marks stands in a text: ASCII ones, and wide ones of three bytes.
#ifndef DIRECTIVES_MARK_SCAN_H
#define DIRECTIVES_MARK_SCAN_H

#include <stddef.h>
#include <stdint.h>

// For each of the three bytes and each half of it, the kinds of marks that it may be a part of. ASCII marks of one high
// half are one kind, wide ones of the same two first bytes another; of any other mark's kind, a place is none whose
// bytes leave no kind. A place that is left may still be none: the third byte's halves are told apart, not paired.
struct mark_scan {
  uint8_t low[3][16];
  uint8_t high[3][16];
  uint16_t kinds[8];
  uint8_t kind_count;
};

// Adds a mark of one or three bytes; at most eight kinds.
void mark_scan_add(struct mark_scan *scan, const uint8_t *mark, size_t count);

// The first place in from..<end where a mark may stand; `end` where there is none. Reads no byte from `limit` on.
size_t mark_scan_next(const struct mark_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit);

#endif
