#define _GNU_SOURCE
#include "converter.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ending.h"

// Pairs of descriptors: the first of each is ours. By the last one we are told why a program could not be started; it
// closes when there is one.
enum { INPUT, OUTPUT, ERRORS, FAILURE, PAIRS };

// The new process may share our memory until it is another program, so it only makes system calls.
static void become(char *const words[], int pairs[PAIRS][2], pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);  // it had ended before
  setpgid(0, 0);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int i = 0; i < FAILURE; i++) {
    if (dup2(pairs[i][1], i) < 0) return;
  }
  execvp(words[0], words);
}

static void close_side(int pairs[PAIRS][2], int side) {
  for (int i = 0; i < PAIRS; i++) {
    if (pairs[i][side] >= 0) close(pairs[i][side]);
    pairs[i][side] = -1;
  }
}

static int open_pairs(int pairs[PAIRS][2]) {
  // A socket for its input, because writing to one can be told not to raise SIGPIPE.
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pairs[INPUT]) != 0) return -1;
  shutdown(pairs[INPUT][0], SHUT_RD);
  for (int i = OUTPUT; i < PAIRS; i++) {
    if (pipe2(pairs[i], O_CLOEXEC) != 0) return -1;
    if (i != FAILURE) fcntl(pairs[i][0], F_SETFL, O_NONBLOCK);
  }
  // Above the standard ones, so that none of them is taken before it is put where it belongs.
  for (int i = 0; i < PAIRS; i++) {
    int above = fcntl(pairs[i][1], F_DUPFD_CLOEXEC, 3);
    if (above < 0) return -1;
    close(pairs[i][1]);
    pairs[i][1] = above;
  }
  return 0;
}

static pid_t start(char *const words[], int pairs[PAIRS][2]) {
  // No handler of ours may run in the new process.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t parent = getpid();
  pid_t process = vfork();
  if (process == 0) {
    become(words, pairs, parent);
    int reason = errno;
    ssize_t told = write(pairs[FAILURE][1], &reason, sizeof reason);
    (void)told;
    _exit(127);
  }
  int failure = errno;
  close_side(pairs, 1);
  if (process > 0) {
    started_group_guard(process);
    if (read(pairs[FAILURE][0], &failure, sizeof failure) == sizeof failure) {
      converter_kill(process);
      process = -1;
    }
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = failure;
  return process;
}

pid_t converter_start(char *const words[], int ends[3]) {
  int pairs[PAIRS][2] = {{-1, -1}, {-1, -1}, {-1, -1}, {-1, -1}};
  pid_t process = open_pairs(pairs) == 0 ? start(words, pairs) : -1;
  int failure = errno;
  for (int i = 0; i < FAILURE && process > 0; i++) {
    ends[i] = pairs[i][0];
    pairs[i][0] = -1;
  }
  close_side(pairs, 0);
  close_side(pairs, 1);
  errno = failure;
  return process;
}

int converter_has_ended(pid_t process, int *status) {
  siginfo_t told = {0};
  if (waitid(P_PID, process, &told, WEXITED | WNOHANG | WNOWAIT) == 0 && told.si_pid == 0) return 0;
  started_group_release(process);
  while (waitpid(process, status, 0) < 0 && errno == EINTR) {
  }
  return 1;
}

int converter_end(pid_t process) { return (int)syscall(SYS_pidfd_open, process, 0); }

void converter_kill(pid_t process) {
  kill(-process, SIGKILL);
  kill(process, SIGKILL);  // it may have had no group of its own
  started_group_release(process);
  while (waitpid(process, NULL, 0) < 0 && errno == EINTR) {
  }
}
