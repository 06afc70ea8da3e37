// Where a text is one line of words that single spaces part.
#ifndef DIRECTIVES_BLANK_SCAN_H
#define DIRECTIVES_BLANK_SCAN_H

#include <stddef.h>
#include <stdint.h>

// Whether the bytes in from..<end of well-formed UTF-8 hold no blanks but single spaces inside. False for none at all.
// The blanks are those of Unicode's White_Space, U+200B and U+FEFF. Reads no byte from `limit` on.
int blank_scan_is_single_line(const uint8_t *text, size_t from, size_t end, size_t limit);

#endif
