// Where a word may begin in a text. C, because 64 bytes are compared at once: Swift's SIMD types took ten times as
// long for the same comparisons.
#ifndef DIRECTIVES_WORD_SCAN_H
#define DIRECTIVES_WORD_SCAN_H

#include <stddef.h>
#include <stdint.h>

struct word_scan {
  uint8_t fold;            // the bit that parts ASCII's cases, where the first letter's case is ignored; else 0
  uint8_t first;           // the first letter
  uint8_t second_fold;     // the same for the second letter
  uint8_t second;
  uint8_t any_second;      // not 0 where there is no second letter
  uint8_t wide_lower;      // the third byte of the first letter's fullwidth form, EF .. xx
  uint8_t wide_upper;      // the same of its other case
  uint8_t other_first;     // the first two bytes of another letter that folds to the first one; 0xFF for none
  uint8_t other_second;
};

// The first place in from..<end where the word may begin; `end` where there is none. `end` is at most `limit`, from which
// on no byte is read.
size_t word_scan_next(const struct word_scan *scan, const uint8_t *text, size_t from, size_t end, size_t limit);

#endif
