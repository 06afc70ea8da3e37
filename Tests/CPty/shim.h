// What the tests need of the C library to start programs under a pseudo-terminal and to read what they wrote, and Swift's
// Glibc module hides because it is read without _GNU_SOURCE.
#ifndef DIRECTIVES_CPTY_SHIM_H
#define DIRECTIVES_CPTY_SHIM_H

#include <spawn.h>
#include <stddef.h>

int posix_openpt(int flags);
int grantpt(int terminal);
int unlockpt(int terminal);
int ptsname_r(int terminal, char *name, size_t size);
int pipe2(int ends[2], int flags);

int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *folder);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);

void *memmem(const void *text, size_t size, const void *sought, size_t count);

// POSIX_SPAWN_SETSID
static const int CPTY_SPAWN_SETSID = 0x80;

#endif
