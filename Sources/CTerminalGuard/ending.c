#include "ending.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The unfinished file. None can be created any more once the program is ENDING.
enum { NONE, CREATING, CREATED, ENDING };
static char unfinished[PATH_MAX];
static atomic_int state;
static _Atomic pid_t groups[64];

static void clean_up(void) {
  // Who creates one does so on another thread, if at all: his own has its signals blocked meanwhile.
  int before = NONE;
  while (!atomic_compare_exchange_weak(&state, &before, ENDING)) {
    if (before != CREATING) continue;
    sched_yield();
    before = NONE;
  }
  if (before == CREATED) unlink(unfinished);
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

int unfinished_file_create(const char *path, mode_t mode) {
  size_t length = strlen(path);
  if (length >= sizeof unfinished) {
    errno = ENAMETOOLONG;
    return -1;
  }
  ending_prepare();
  unfinished_file_release();

  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  int none = NONE;
  if (!atomic_compare_exchange_strong(&state, &none, CREATING)) {
    for (;;) pause();
  }
  int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
  int failure = errno;
  if (descriptor >= 0) memcpy(unfinished, path, length + 1);
  atomic_store(&state, descriptor >= 0 ? CREATED : NONE);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = failure;
  return descriptor;
}

void unfinished_file_release(void) {
  int created = CREATED;
  atomic_compare_exchange_strong(&state, &created, NONE);
}

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
