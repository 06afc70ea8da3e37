#include "processor.h"

#if defined(__x86_64__)
#include <sys/platform/x86.h>
#endif

_Atomic(int) scan_processor_found = 0;

static enum scan_processor best(void) {
#if defined(__x86_64__)
  // The C library has asked the processor: doing so again costs each start 0.17 ms in a virtual machine.
  if (!CPU_FEATURE_ACTIVE(AVX2) || !CPU_FEATURE_ACTIVE(BMI1)) return SCAN_BYTES;
  // The first processors with AVX-512 were slower for a while after they had used it; those that have this part of it,
  // which is not used, are not.
  return CPU_FEATURE_ACTIVE(AVX512BW) && CPU_FEATURE_ACTIVE(AVX512_VBMI) ? SCAN_AVX512 : SCAN_AVX2;
#else
  return SCAN_BYTES;
#endif
}

enum scan_processor scan_processor_find(void) { return scan_processor_limit(SCAN_AVX512); }

enum scan_processor scan_processor_limit(enum scan_processor most) {
  enum scan_processor found = best() < most ? best() : most;
  atomic_store_explicit(&scan_processor_found, (int)found, memory_order_relaxed);
  return found;
}
