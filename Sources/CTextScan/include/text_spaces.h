// How far spaces go.
#ifndef DIRECTIVES_TEXT_SPACES_H
#define DIRECTIVES_TEXT_SPACES_H

#include <stddef.h>
#include <stdint.h>

// The first place from `from` on, at `limit` at the latest, that holds no space, in a text of `count` bytes.
static inline size_t text_spaces_end(const uint8_t *text, size_t from, size_t limit, size_t count) {
  size_t place = from;
#if defined(__SSE2__) && defined(__clang__)
  typedef char bytes __attribute__((vector_size(16), aligned(1), may_alias));
  while (place < limit && place + 16 <= count) {
    unsigned others = (unsigned)__builtin_ia32_pmovmskb128(*(const bytes *)(text + place) != 0x20);
    if (others != 0) {
      place += (size_t)__builtin_ctz(others);
      return place < limit ? place : limit;
    }
    place += 16;
  }
  if (place > limit) place = limit;
#endif
  while (place < limit && text[place] == 0x20) place++;
  return place;
}

#endif
