// Where a text stands in another. As memmem(3), but for a text that may be long it looks at 64 places at a time: at two
// bytes of the text that is looked for, the last one and the last one of its first character, which seldom stand so far
// apart elsewhere. The first bytes of Chinese characters are few and everywhere.
#ifndef DIRECTIVES_LITERAL_SCAN_H
#define DIRECTIVES_LITERAL_SCAN_H

#include <stddef.h>
#include <stdint.h>

// The first place from `from` on at which the needle begins and ends at `limit` at the latest; `limit` where there is
// none. The needle has one byte at least.
size_t literal_scan_next(const uint8_t *needle, size_t count, const uint8_t *text, size_t from, size_t limit);

#endif
