// Functions of the GNU C library that its Swift module leaves out, because it is built without _GNU_SOURCE.
#ifndef DIRECTIVES_CGNU_SHIM_H
#define DIRECTIVES_CGNU_SHIM_H

#include <stddef.h>
#include <sys/inotify.h>
#include <unistd.h>

// memmem(3): the fastest literal search at hand, vectorised and linear in the worst case.
void *memmem(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);

// strverscmp(3): the order of names in which numbers count as numbers.
int strverscmp(const char *one, const char *other);

// pipe2(2): a pipe whose ends close on exec, at once.
int pipe2(int ends[2], int flags);

// The environment is a C global, which Swift 6 refuses; this reads it at the moment of the call.
extern char **environ;
static inline char **cgnu_environ(void) { return environ; }

#endif
