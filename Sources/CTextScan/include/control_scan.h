// How much of a text is no text.
#ifndef DIRECTIVES_CONTROL_SCAN_H
#define DIRECTIVES_CONTROL_SCAN_H

#include <stddef.h>
#include <stdint.h>

// How many of the bytes are control characters that text does not hold: below 0x20, but 0x08 to 0x0D and ESC.
size_t control_scan_count(const uint8_t *text, size_t count);

#endif
