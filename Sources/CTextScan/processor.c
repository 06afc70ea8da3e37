#include "processor.h"

_Atomic(int) scan_processor_found = 0;

static enum scan_processor best(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi")) return SCAN_BYTES;
  // The first processors with AVX-512 were slower for a while after they had used it; those that have this part of it,
  // which is not used, are not.
  return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi") ? SCAN_AVX512 : SCAN_AVX2;
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
