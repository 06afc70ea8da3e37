#include "control_scan.h"

static size_t count_by_one(const uint8_t *text, size_t count) {
  size_t controls = 0;
  for (size_t place = 0; place < count; place++) {
    uint8_t byte = text[place];
    controls += (byte < 0x20) & !((byte >= 0x08) & (byte <= 0x0D)) & (byte != 0x1B);
  }
  return controls;
}

#define WIDE "wide/control_wide.h"
#include "wide.h"

size_t control_scan_count(const uint8_t *text, size_t count) { return BEST(count, text, count); }
