#include "ending.h"

#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char unfinished[PATH_MAX];
static atomic_int is_unfinished;
static _Atomic pid_t groups[64];

static void clean_up(void) {
  if (atomic_exchange(&is_unfinished, 0)) unlink(unfinished);
  for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
    pid_t group = atomic_exchange(&groups[i], 0);
    if (group != 0) kill(-group, SIGKILL);
  }
}

static void on_ending(int number) {
  clean_up();
  signal(number, SIG_DFL);
  raise(number);
}

// Whether the system ends a program, in order, that does nothing about a signal.
static int ends_programs(int number) {
  switch (number) {
    case SIGILL: case SIGTRAP: case SIGABRT: case SIGSEGV: case SIGBUS: case SIGFPE: return 0;
    case SIGCHLD: case SIGCONT: case SIGURG: case SIGWINCH: return 0;
    case SIGKILL: case SIGSTOP: case SIGTSTP: case SIGTTIN: case SIGTTOU: return 0;
    default: return 1;
  }
}

static void prepare(void) {
  atexit(clean_up);
  struct sigaction action = {.sa_handler = on_ending};
  sigfillset(&action.sa_mask);
  for (int number = 1; number <= SIGSYS; number++) {
    struct sigaction before;
    if (!ends_programs(number) || sigaction(number, NULL, &before) != 0) continue;
    if (before.sa_handler == SIG_DFL) sigaction(number, &action, NULL);
  }
}

void ending_prepare(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, prepare);
}

int ending_takes(int number) {
  struct sigaction now;
  return sigaction(number, NULL, &now) == 0 && now.sa_handler == on_ending;
}

int unfinished_file_guard(const char *path) {
  size_t length = strlen(path);
  if (length >= sizeof unfinished) {
    errno = ENAMETOOLONG;
    return -1;
  }
  ending_prepare();
  unfinished_file_release();
  memcpy(unfinished, path, length + 1);
  atomic_store(&is_unfinished, 1);
  return 0;
}

void unfinished_file_release(void) { atomic_store(&is_unfinished, 0); }

void started_group_guard(pid_t group) {
  ending_prepare();
  for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
    pid_t none = 0;
    if (atomic_compare_exchange_strong(&groups[i], &none, group)) return;
  }
}

void started_group_release(pid_t group) {
  for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
    pid_t expected = group;
    if (atomic_compare_exchange_strong(&groups[i], &expected, 0)) return;
  }
}
