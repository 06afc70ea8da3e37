// With which instructions texts are scanned.
#ifndef DIRECTIVES_SCAN_PROCESSOR_H
#define DIRECTIVES_SCAN_PROCESSOR_H

enum scan_processor {
  SCAN_BYTES = 1,   // those that every processor has, a byte at a time
  SCAN_AVX2 = 2,    // 64 bytes at a time in two registers
  SCAN_AVX512 = 3,  // in one
};

// Has scans use what the processor can do, but nothing beyond `most`; returns what that is. Each finds the same.
enum scan_processor scan_processor_limit(enum scan_processor most);

#endif
