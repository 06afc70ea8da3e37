// Defines what the file WIDE defines, of names that go through NAMED, twice: with 64 bytes in two registers of AVX2, and
// with 64 in one of AVX-512. BEST calls the one of these that the processor can do, or the one of the same name that
// looks at a byte at a time.
#include "processor.h"

#include <stdint.h>

#if defined(__x86_64__) && defined(__clang__)
#include <immintrin.h>

// Operators go through all bytes of a block; of what they compare, the bytes that are so are 0xFF.
typedef uint8_t block __attribute__((vector_size(64)));
typedef uint8_t block_anywhere __attribute__((vector_size(64), aligned(1), may_alias));
typedef long long block_words __attribute__((vector_size(64)));

#define BLOCK_AT(place) ((block)*(const block_anywhere *)(place))

// No block is an argument but where functions are put in place of their calls.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpsabi"

#define IN_PLACE __attribute__((always_inline)) static inline

// Has the processor bring near what is looked at 64 blocks later: by itself it stops at the end of a page, and a kilobyte
// was too near where memory answers late. Any place will do.
#define BRING_NEAR(place) _mm_prefetch((const char *)(place) + 4096, _MM_HINT_T0)

// Which of these functions are run tells of the machine on which that was counted, and nothing of others.
#define NAMED(name) name##_avx2
#pragma clang attribute push(__attribute__((target("avx2,bmi"), no_profile_instrument_function)), apply_to = function)
#include "wide/block_avx2.h"
#include WIDE
#pragma clang attribute pop
#undef NAMED

#define NAMED(name) name##_avx512
#pragma clang attribute push( \
    __attribute__((target("avx512bw,bmi"), no_profile_instrument_function)), apply_to = function)
#include "wide/block_avx512.h"
#include WIDE
#pragma clang attribute pop
#undef NAMED

#pragma clang diagnostic pop

// The first question is the last one where it is answered with yes, which takes four instructions.
#define BEST(name, ...) \
  (scan_processor_is(SCAN_AVX512)      ? name##_avx512(__VA_ARGS__) \
   : scan_processor() == SCAN_AVX2     ? name##_avx2(__VA_ARGS__) \
   : scan_processor_is(SCAN_AVX512)    ? name##_avx512(__VA_ARGS__) \
                                       : name##_by_one(__VA_ARGS__))
#else
#define BEST(name, ...) name##_by_one(__VA_ARGS__)
#endif
