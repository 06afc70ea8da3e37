#include "unfinished.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXFSZ};
static char unfinished[PATH_MAX];
static int taken[COUNT(ending)];

static void on_ending(int number) {
  unlink(unfinished);
  signal(number, SIG_DFL);
  raise(number);
}

int unfinished_file_guard(const char *path) {
  size_t length = strlen(path);
  if (length >= sizeof unfinished) {
    errno = ENAMETOOLONG;
    return -1;
  }
  unfinished_file_release();
  memcpy(unfinished, path, length + 1);

  struct sigaction action = {.sa_handler = on_ending};
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < COUNT(ending); i++) sigaddset(&action.sa_mask, ending[i]);
  for (size_t i = 0; i < COUNT(ending); i++) {
    struct sigaction before;
    if (sigaction(ending[i], NULL, &before) != 0 || before.sa_handler != SIG_DFL) continue;
    taken[i] = sigaction(ending[i], &action, NULL) == 0;
  }
  return 0;
}

void unfinished_file_release(void) {
  for (size_t i = 0; i < COUNT(ending); i++) {
    if (taken[i]) signal(ending[i], SIG_DFL);
    taken[i] = 0;
  }
}
