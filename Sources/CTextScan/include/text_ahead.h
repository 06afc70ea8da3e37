// Asks for bytes before they are needed.
#ifndef DIRECTIVES_TEXT_AHEAD_H
#define DIRECTIVES_TEXT_AHEAD_H

#include <stdint.h>

// Has the processor bring the bytes around `place` near, without waiting for them; any place will do.
static inline void text_ahead(const uint8_t *place) { __builtin_prefetch(place); }

#endif
