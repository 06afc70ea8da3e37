#include "survey_scan.h"

#include <string.h>

static int ends_line(const uint8_t *text, size_t place, size_t count) {
  switch (text[place]) {
  case 0x0A: return 1;
  case 0x0D: return place + 1 >= count || text[place + 1] != 0x0A;
  case 0x85: return place > 0 && text[place - 1] == 0xC2;
  default: return 0;
  }
}

// The lines alone. Behind the last byte none begins.
static size_t starts_by_one(
    const uint8_t *text, size_t from, size_t end, size_t count, uint32_t *starts, struct survey *survey) {
  size_t lines = 0;
  for (size_t place = from; place < end; place++) {
    if (text[place] == 0x0D || (text[place] == 0x85 && ends_line(text, place, count))) survey->has_plain_ends = false;
    if (place + 1 < count && ends_line(text, place, count)) starts[lines++] = (uint32_t)place + 1;
  }
  return lines;
}

// Well-formedness can be told in no time only where many bytes are looked at together.
static size_t survey_by_one(
    const uint8_t *text, size_t from, size_t end, size_t count, uint32_t *starts, struct survey *survey) {
  survey->is_well_formed = false;
  return starts_by_one(text, from, end, count, starts, survey);
}

// "Validating UTF-8 in less than one instruction per byte", J. Keiser and D. Lemire, 2021. Each pair of bytes is looked up
// by three half bytes; each table tells the errors that its half byte leaves possible, and an error is one that all three
// leave.
enum {
  TOO_SHORT = 1 << 0,       // a lead or ASCII where a sequence has to go on
  TOO_LONG = 1 << 1,        // a continuation behind ASCII
  OVERLONG_3 = 1 << 2,
  TOO_LARGE = 1 << 3,       // above U+10FFFF
  SURROGATE = 1 << 4,
  OVERLONG_2 = 1 << 5,
  TOO_LARGE_1000 = 1 << 6,  // F5 and above
  OVERLONG_4 = 1 << 6,
  TWO_CONTINUATIONS = 1 << 7,
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS,
  ABOVE_4 = CARRY | TOO_LARGE | TOO_LARGE_1000,
  CONTINUES = TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS,
};

static const uint8_t first_high[16] = {
    TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
    TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS,
    TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
    TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4,
};

static const uint8_t first_low[16] = {
    CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4, CARRY | OVERLONG_2, CARRY, CARRY, CARRY | TOO_LARGE,
    ABOVE_4, ABOVE_4, ABOVE_4, ABOVE_4, ABOVE_4, ABOVE_4, ABOVE_4, ABOVE_4, ABOVE_4 | SURROGATE, ABOVE_4, ABOVE_4,
};

static const uint8_t second_high[16] = {
    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
    CONTINUES | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4, CONTINUES | OVERLONG_3 | TOO_LARGE,
    CONTINUES | SURROGATE | TOO_LARGE, CONTINUES | SURROGATE | TOO_LARGE, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
};

#define WIDE "wide/survey_wide.h"
#include "wide.h"

size_t survey_scan(
    const uint8_t *text, size_t from, size_t end, size_t count, uint32_t *starts, struct survey *survey) {
  return BEST(survey, text, from, end, count, starts, survey);
}
