// Functions of the GNU C library that its Swift module leaves out, because it is built without _GNU_SOURCE.
#ifndef DIRECTIVES_CGNU_SHIM_H
#define DIRECTIVES_CGNU_SHIM_H

#include <limits.h>
#include <malloc.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <unistd.h>

// memmem(3): the fastest literal search at hand, vectorised and linear in the worst case.
void *memmem(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);

// strverscmp(3): the order of names in which numbers count as numbers.
int strverscmp(const char *one, const char *other);

// pipe2(2): a pipe whose ends close on exec, at once.
int pipe2(int ends[2], int flags);

// dup3(2): a descriptor for what another one is for, closed on exec, at once.
int dup3(int descriptor, int other, int flags);

// memfd_create(2): a file in memory.
int memfd_create(const char *name, unsigned int flags);
static const unsigned int CGNU_MFD_CLOEXEC = 1;

// Arrays of up to 32 MiB come from memory that was used before, not each from new memory of the system, which hands it out
// page by page: of a text of 100 MB that was a third of the pages.
static inline void cgnu_keep_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
}

// The same for arrays of all threads: from now on there is one heap, which grows by `step` bytes at a time.
static inline void cgnu_share_heap(size_t step) {
  const int more = step < INT_MAX / 2 ? (int)step : INT_MAX / 2;
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, more);
  mallopt(M_TRIM_THRESHOLD, 2 * more);
}

// Has the next `size` bytes of that heap, in which it grows by as much, come in large pages where the system has them:
// handing out and clearing a small page takes the system longer than most that is done with it.
static inline void cgnu_use_large_pages(size_t size) {
  const size_t page = 2 << 20;
  cgnu_share_heap(size);
  // More than is left of the heap, which grows by the size with it.
  char *first = malloc((32 << 20) - (1 << 16)), *end = sbrk(0);
  if (first != NULL && first < end) {
    char *from = (char *)(((size_t)first + page - 1) & ~(page - 1));
    if (from < end) madvise(from, (size_t)(end - from), MADV_HUGEPAGE);
  }
  free(first);
}

// The environment is a C global, which Swift 6 refuses; this reads it at the moment of the call.
extern char **environ;
static inline char **cgnu_environ(void) { return environ; }

#endif
