// What bytes may be: text in UTF-8, or no text at all.
#ifndef DIRECTIVES_UTF8_SCAN_H
#define DIRECTIVES_UTF8_SCAN_H

#include <stddef.h>
#include <stdint.h>

// Whether all of the bytes are well-formed UTF-8 (Unicode, table 3-7), none cut at the end. False also where that cannot
// be told fast on this machine.
int utf8_scan_is_valid(const uint8_t *text, size_t count);

// How many of the bytes are control characters that text does not hold: below 0x20, but 0x08 to 0x0D and ESC.
size_t utf8_scan_controls(const uint8_t *text, size_t count);

#endif
