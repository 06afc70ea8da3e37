#define _GNU_SOURCE
#include "terminal_guard.h"

#include "ending.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

// Crash guard

static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
// By the signal's number.
static struct sigaction previous[SIGSYS + 1];

// Roomy enough for the handler that runs next on it: Swift's backtracer is started from there.
static char signal_stack[64 * 1024] __attribute__((aligned(16)));
static stack_t previous_stack;

struct sequence {
  size_t length;
  char bytes[TERMINAL_GUARD_SEQUENCE_LIMIT];
};

// The handler reads the one that `current` points to; a new sequence is prepared in the other.
static struct sequence sequences[2];
static struct sequence *_Atomic current = &sequences[0];

static int guarded_terminal;
static struct termios guarded_modes;
static int installed;
static atomic_int armed;

static void write_all(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

static int is_crash(int number) {
  for (size_t i = 0; i < COUNT(crashes); i++) {
    if (crashes[i] == number) return 1;
  }
  return 0;
}

static void restore_terminal(int number) {
  // In the background, tcsetattr would stop the program with SIGTTOU before it could die.
  pid_t owner = tcgetpgrp(guarded_terminal);
  if (owner != -1 && owner != getpgrp()) return;

  static const char message[] = "directives: internal error, terminal restored\r\n";
  const struct sequence *sequence = atomic_load(&current);
  write_all(guarded_terminal, sequence->bytes, sequence->length);
  tcsetattr(guarded_terminal, TCSANOW, &guarded_modes);
  if (is_crash(number)) write_all(guarded_terminal, message, sizeof message - 1);
}

static void on_fatal(int number) {
  if (atomic_exchange(&armed, 0)) restore_terminal(number);
  sigaction(number, &previous[number], NULL);
  raise(number);
}

int terminal_guard_set_sequence(const char *sequence, size_t length) {
  if (length > TERMINAL_GUARD_SEQUENCE_LIMIT) {
    errno = EMSGSIZE;
    return -1;
  }
  struct sequence *next = atomic_load(&current) == &sequences[0] ? &sequences[1] : &sequences[0];
  if (length > 0) memcpy(next->bytes, sequence, length);
  next->length = length;
  atomic_store(&current, next);
  return 0;
}

int terminal_guard_arm(int terminal, const char *sequence, size_t length) {
  terminal_guard_disarm();

  if (terminal_guard_set_sequence(sequence, length) != 0) return -1;
  if (tcgetattr(terminal, &guarded_modes) != 0) return -1;
  guarded_terminal = terminal;

  stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
  if (sigaltstack(&stack, &previous_stack) != 0) return -1;

  // SA_NODEFER, so that the signal raised again inside the handler arrives at once.
  struct sigaction action = {.sa_handler = on_fatal, .sa_flags = SA_ONSTACK | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  // All are known before the first is replaced: the handler needs them.
  ending_prepare();
  int taken[COUNT(previous)] = {0};
  for (int number = 1; number <= SIGSYS; number++) {
    taken[number] = is_crash(number) || ending_takes(number);
    sigaction(number, NULL, &previous[number]);
  }
  installed = 1;
  for (int number = 1; number <= SIGSYS; number++) {
    if (!taken[number] || sigaction(number, &action, NULL) == 0) continue;
    int reason = errno;
    terminal_guard_disarm();
    errno = reason;
    return -1;
  }
  atomic_store(&armed, 1);
  return 0;
}

void terminal_guard_disarm(void) {
  if (!installed) return;
  atomic_store(&armed, 0);
  for (int number = 1; number <= SIGSYS; number++) {
    struct sigaction now;
    if (sigaction(number, NULL, &now) == 0 && now.sa_handler == on_fatal) sigaction(number, &previous[number], NULL);
  }
  sigaltstack(&previous_stack, NULL);
  installed = 0;
}

// Signal pipe

static const int reported[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGHUP, SIGINT, SIGQUIT};
static int pipe_ends[2] = {-1, -1};

static void on_reported(int number) {
  int reason = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe wakes the loop as well as this byte would.
  ssize_t written = write(pipe_ends[1], &byte, 1);
  (void)written;
  errno = reason;
}

// WINCH and CONT tell of changes to the terminal, and are wanted however the program was started.
static int stays_ignored(int number, const struct sigaction *before) {
  return before->sa_handler == SIG_IGN && number != SIGWINCH && number != SIGCONT;
}

int terminal_guard_signals(void) {
  if (pipe_ends[0] != -1) return pipe_ends[0];
  if (pipe2(pipe_ends, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  ending_prepare();

  struct sigaction before[COUNT(reported)];
  struct sigaction action = {.sa_handler = on_reported, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < COUNT(reported); i++) {
    if (sigaction(reported[i], NULL, &before[i]) == 0 && stays_ignored(reported[i], &before[i])) continue;
    if (sigaction(reported[i], &action, NULL) == 0) continue;

    int reason = errno;
    while (i-- > 0) sigaction(reported[i], &before[i], NULL);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    pipe_ends[0] = pipe_ends[1] = -1;
    errno = reason;
    return -1;
  }
  return pipe_ends[0];
}
