// What the processor can do at once. A scan does the same with any of them.
#ifndef DIRECTIVES_PROCESSOR_H
#define DIRECTIVES_PROCESSOR_H

#include "scan_processor.h"

#include <stdatomic.h>

extern _Atomic(int) scan_processor_found;

enum scan_processor scan_processor_find(void);

// Whether this one was found to be the best; false also before any was.
static inline int scan_processor_is(enum scan_processor processor) {
  return atomic_load_explicit(&scan_processor_found, memory_order_relaxed) == (int)processor;
}

static inline enum scan_processor scan_processor(void) {
  int found = atomic_load_explicit(&scan_processor_found, memory_order_relaxed);
  return found ? (enum scan_processor)found : scan_processor_find();
}

#endif
