// Functions of the GNU C library that its Swift module leaves out, because it is built without _GNU_SOURCE.
#ifndef DIRECTIVES_CGNU_SHIM_H
#define DIRECTIVES_CGNU_SHIM_H

#include <stddef.h>

// memmem(3): the fastest literal search at hand, vectorised and linear in the worst case.
void *memmem(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);

#endif
