// PCRE2's header renames every function by the width of a code unit, by macros that Swift does not see through.
#ifndef DIRECTIVES_CPCRE2_SHIM_H
#define DIRECTIVES_CPCRE2_SHIM_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

// Macros of casts are not imported.
static const uint32_t CPCRE2_UTF = PCRE2_UTF;
static const uint32_t CPCRE2_UCP = PCRE2_UCP;
static const uint32_t CPCRE2_CASELESS = PCRE2_CASELESS;
static const uint32_t CPCRE2_MULTILINE = PCRE2_MULTILINE;
static const uint32_t CPCRE2_MATCH_INVALID_UTF = PCRE2_MATCH_INVALID_UTF;
static const uint32_t CPCRE2_NEVER_BACKSLASH_C = PCRE2_NEVER_BACKSLASH_C;
static const uint32_t CPCRE2_USE_OFFSET_LIMIT = PCRE2_USE_OFFSET_LIMIT;
static const uint32_t CPCRE2_NO_UTF_CHECK = PCRE2_NO_UTF_CHECK;
static const uint32_t CPCRE2_NOTEMPTY = PCRE2_NOTEMPTY;
static const uint32_t CPCRE2_JIT_COMPLETE = PCRE2_JIT_COMPLETE;

#endif
