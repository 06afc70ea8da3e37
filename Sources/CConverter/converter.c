#define _GNU_SOURCE
#include "converter.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

// The new process shares our memory until it is another program, so it only makes system calls.
static void become(char *const words[], const int streams[3], pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);  // it had ended before
  setpgid(0, 0);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int i = 0; i < 3; i++) {
    if (dup2(streams[i], i) < 0) return;
  }
  execvp(words[0], words);
}

pid_t converter_start(char *const words[], int input, int output, int errors) {
  // Above the standard ones, so that none of them is taken before it is put where it belongs.
  int streams[3] = {input, output, errors};
  volatile int failure = 0;
  pid_t process = -1;
  for (int i = 0; i < 3; i++) {
    streams[i] = fcntl(streams[i], F_DUPFD_CLOEXEC, 3);
    if (streams[i] < 0) failure = errno;
  }
  if (failure == 0) {
    // No handler of ours may run in the new process.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t parent = getpid();
    process = vfork();
    if (process == 0) {
      become(words, streams, parent);
      failure = errno;
      _exit(127);
    }
    if (process < 0) failure = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
  }
  for (int i = 0; i < 3; i++) {
    if (streams[i] >= 0) close(streams[i]);
  }
  if (failure == 0) return process;
  if (process > 0) waitpid(process, NULL, 0);
  errno = failure;
  return -1;
}

void converter_kill(pid_t process) {
  kill(-process, SIGKILL);
  while (waitpid(process, NULL, 0) < 0 && errno == EINTR) {
  }
}
