#define _GNU_SOURCE
#include "key_answers.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

// What is waited for. Written while nobody waits, and read by the one who takes the keys.
static struct {
  int keys;
  int terminal;
  int pause;
  const unsigned char *bytes;
  const struct key_answer *answers;
  size_t count;
  struct keys_taken *taken;
} task;

// Whoever finds the keys AWAITED when they come makes them TAKEN, and nobody else touches the terminal then.
enum { RESTING, AWAITED, TAKEN };
static _Atomic int state;

static int may_take(void) {
  int awaited = AWAITED;
  return atomic_compare_exchange_strong(&state, &awaited, TAKEN);
}

static int is_written(int terminal, const unsigned char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(terminal, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return 0;
    bytes += written;
    count -= (size_t)written;
  }
  return 1;
}

static void take(void) {
  struct keys_taken *taken = task.taken;
  int waiting = 0;
  if (ioctl(task.keys, FIONREAD, &waiting) != 0) return;
  for (size_t i = 0; i < task.count; i++) {
    struct key_answer answer = task.answers[i];
    if (answer.keys != (size_t)waiting || answer.keys > KEY_ANSWERS_LIMIT) continue;
    if (taken->count == 0) {
      ssize_t count = read(task.keys, taken->bytes, answer.keys);
      if (count <= 0) return;
      taken->count = (size_t)count;
    }
    const unsigned char *keys = task.bytes + answer.from;
    if (taken->count != answer.keys || memcmp(keys, taken->bytes, answer.keys) != 0) continue;
    taken->is_sent = is_written(task.terminal, keys + answer.keys, answer.frame);
    taken->answer = (ptrdiff_t)i;
    // At once: what passes the frame on to the terminal may have to run on this processor.
    struct pollfd next = {.fd = task.keys, .events = POLLIN};
    poll(&next, 1, task.pause);
    return;
  }
}

// The threads that wait too.

enum { MOST_HELPERS = 4 };

// Where they wait for keys, and where they tell that they took some; -1 while there are none.
static int helped = -1;
static int told = -1;

static pthread_mutex_t resting = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wanted = PTHREAD_COND_INITIALIZER;

static void *help(void *unused) {
  for (;;) {
    pthread_mutex_lock(&resting);
    while (atomic_load(&state) != AWAITED) pthread_cond_wait(&wanted, &resting);
    pthread_mutex_unlock(&resting);
    struct pollfd keys = {.fd = helped, .events = POLLIN};
    if (poll(&keys, 1, -1) <= 0 || !may_take()) continue;
    take();
    uint64_t once = 1;
    if (write(told, &once, sizeof once) != sizeof once) abort();
  }
  return unused;
}

// One thread is bound to each processor: which of them wakes first is nothing that the system could know. Signals are for
// the threads that were there before, but for those of its own mistakes, at which the terminal is given back.
static void begin_helping(int keys) {
  cpu_set_t usable;
  if (sched_getaffinity(0, sizeof usable, &usable) != 0 || CPU_COUNT(&usable) < 2) return;
  told = eventfd(0, EFD_CLOEXEC);
  if (told < 0) return;
  helped = keys;

  sigset_t others, before;
  sigfillset(&others);
  const int own[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT};
  for (size_t i = 0; i < sizeof own / sizeof *own; i++) sigdelset(&others, own[i]);
  pthread_sigmask(SIG_SETMASK, &others, &before);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  for (int processor = 0, helpers = 0; processor < CPU_SETSIZE && helpers < MOST_HELPERS; processor++) {
    if (!CPU_ISSET(processor, &usable)) continue;
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(processor, &only);
    pthread_attr_setaffinity_np(&attributes, sizeof only, &only);
    pthread_t thread;
    if (pthread_create(&thread, &attributes, help, NULL) != 0) break;
    helpers++;
  }
  pthread_attr_destroy(&attributes);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static int wait_with_help(struct pollfd *polled, nfds_t count, int milliseconds) {
  struct pollfd all[count + 1];
  int64_t end = milliseconds > 0 ? now() + milliseconds : 0;
  int left = milliseconds;
  for (;;) {
    memcpy(all, polled, count * sizeof *polled);
    all[count] = (struct pollfd){.fd = told, .events = POLLIN};
    pthread_mutex_lock(&resting);
    atomic_store(&state, AWAITED);
    pthread_cond_broadcast(&wanted);
    pthread_mutex_unlock(&resting);

    int ready = poll(all, count + 1, left);
    memcpy(polled, all, count * sizeof *polled);
    if (may_take()) {
      if (ready > 0 && polled[0].revents & POLLIN) take();
      atomic_store(&state, RESTING);
      return ready;
    }
    uint64_t times;
    while (read(told, &times, sizeof times) < 0 && errno == EINTR) continue;
    atomic_store(&state, RESTING);
    ready = poll(polled, count, 0);
    // Who was woken by earlier keys may be so late that it finds no more keys now.
    if (ready != 0 || task.taken->count > 0 || milliseconds == 0) return ready;
    if (milliseconds > 0) left = (int)(end - now());
    if (milliseconds > 0 && left <= 0) return 0;
  }
}

int key_answers_wait(
    struct pollfd *polled, nfds_t count, int milliseconds, int pause, int terminal, const unsigned char *bytes,
    const struct key_answer *answers, size_t answer_count, struct keys_taken *taken) {
  *taken = (struct keys_taken){.answer = -1};
  if (answer_count == 0) return poll(polled, count, milliseconds);

  task.keys = polled[0].fd;
  task.terminal = terminal;
  task.pause = pause;
  task.bytes = bytes;
  task.answers = answers;
  task.count = answer_count;
  task.taken = taken;
  static int has_begun;
  if (!has_begun) begin_helping(task.keys);
  has_begun = 1;

  int ready;
  if (helped == task.keys) {
    ready = wait_with_help(polled, count, milliseconds);
  } else {
    ready = poll(polled, count, milliseconds);
    if (ready > 0 && polled[0].revents & POLLIN) take();
  }
  return taken->count > 0 && ready <= 0 ? 1 : ready;
}
