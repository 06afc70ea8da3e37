// Where the lines of a text begin: behind LF, a CR that no LF follows, and NEL (U+0085, C2 85).
#ifndef DIRECTIVES_LINE_SCAN_H
#define DIRECTIVES_LINE_SCAN_H

#include <stddef.h>
#include <stdint.h>

// The number of lines that begin behind a line end whose last byte is in from..<end. The text has `count` bytes, and no
// line begins at its end.
size_t line_scan_count(const uint8_t *text, size_t from, size_t end, size_t count);

// Writes where they begin, which is as many offsets as line_scan_count says.
void line_scan_starts(const uint8_t *text, size_t from, size_t end, size_t count, uint32_t *starts);

#endif
