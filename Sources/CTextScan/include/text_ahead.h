// Asks for bytes before they are needed.
#ifndef DIRECTIVES_TEXT_AHEAD_H
#define DIRECTIVES_TEXT_AHEAD_H

#include <stddef.h>
#include <stdint.h>

// Has the processor bring `count` bytes from `place` on near, without waiting for them; any place will do.
static inline void text_ahead(const uint8_t *place, size_t count) {
  for (size_t at = 0; at < count; at += 64) __builtin_prefetch(place + at);
}

#endif
