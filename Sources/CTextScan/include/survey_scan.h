// Where the lines of a text begin, behind LF, a CR that no LF follows, and NEL (U+0085, C2 85), and whether it is
// well-formed UTF-8 (Unicode, table 3-7).
#ifndef DIRECTIVES_SURVEY_SCAN_H
#define DIRECTIVES_SURVEY_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct survey {
  // Not so either where it cannot be told fast on this machine.
  bool is_well_formed;
  // Whether all lines end with a single LF, but for the last one, which may have no end.
  bool has_plain_ends;
};

// Looks at the bytes in from..<end, of which the first continues no sequence. The text has `count` bytes, of which the one
// at `end` is read too. Writes the offsets of the lines that begin behind a line end whose last byte is there, at most
// one for each byte, and returns how many; no line begins at the text's end. Clears in `survey` what does not hold.
size_t survey_scan(
    const uint8_t *text, size_t from, size_t end, size_t count, uint32_t *starts, struct survey *survey);

#endif
