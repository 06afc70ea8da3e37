// How wide a text is on a screen.
#ifndef DIRECTIVES_COLUMNS_SCAN_H
#define DIRECTIVES_COLUMNS_SCAN_H

#include <stddef.h>
#include <stdint.h>

// The columns that the bytes in from..<limit of a text of `count` bytes take in a line that begins with them: two for each
// character from U+3000 on, none for a form feed, one for others; a tab goes on to the next multiple of eight.
size_t columns_scan(const uint8_t *text, size_t from, size_t limit, size_t count);

#endif
