// Where the next of a few marks stands in a text: punctuation, or words by what they begin with.
#ifndef DIRECTIVES_MARK_SCAN_H
#define DIRECTIVES_MARK_SCAN_H

#include <stddef.h>
#include <stdint.h>

// For each of the first three bytes and each half of it, the kinds of marks that it may be a part of: a place where no
// kind is left has no mark. One that is left may still have none, as the bytes' halves of all marks of a kind are
// looked at without telling the marks apart.
struct mark_kinds {
  uint8_t low[3][16];
  uint8_t high[3][16];
};

struct mark_scan {
  struct mark_kinds narrow;  // of marks that begin with ASCII
  struct mark_kinds wide;    // of others
  uint8_t narrow_depth;      // how many bytes, up to three, tell marks that begin with ASCII
};

// Adds a mark, letters in both cases, of which three bytes count, to one of eight kinds, or of as many wide ones.
void mark_scan_add(struct mark_scan *scan, unsigned kind, const uint8_t *mark, size_t count);

// The first place in from..<end where a mark may begin; `end` where there is none. Reads no byte from `limit` on.
size_t mark_scan_next(const struct mark_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit);

#endif
