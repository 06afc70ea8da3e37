#include "columns_scan.h"

static size_t behind(size_t columns, const uint8_t *text, size_t from, size_t limit) {
  for (size_t place = from; place < limit; place++) {
    switch (text[place]) {
    case 0x09: columns = (columns | 7) + 1; break;
    case 0x0C: case 0x80 ... 0xBF: break;
    case 0xE3 ... 0xFF: columns += 2; break;
    default: columns++;
    }
  }
  return columns;
}

static size_t columns_by_one(const uint8_t *text, size_t from, size_t limit, size_t count) {
  (void)count;
  return behind(0, text, from, limit);
}

#define WIDE "wide/columns_wide.h"
#include "wide.h"

size_t columns_scan(const uint8_t *text, size_t from, size_t limit, size_t count) {
  return BEST(columns, text, from, limit, count);
}
