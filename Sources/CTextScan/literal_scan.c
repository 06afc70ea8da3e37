#define _GNU_SOURCE
#include "literal_scan.h"

#include <string.h>

static size_t next_by_one(const uint8_t *needle, size_t count, const uint8_t *text, size_t from, size_t limit) {
  const uint8_t *found = from < limit ? memmem(text + from, limit - from, needle, count) : NULL;
  return found ? (size_t)(found - text) : limit;
}

#define WIDE "wide/literal_wide.h"
#include "wide.h"

size_t literal_scan_next(const uint8_t *needle, size_t count, const uint8_t *text, size_t from, size_t limit) {
  return BEST(next, needle, count, text, from, limit);
}
