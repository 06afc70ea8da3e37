#define _GNU_SOURCE
#include "file_snapshot.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

enum state { nothing, opening, mapped, copying, copied, closing };
static _Atomic enum state state = nothing;

// What is open; written while `opening`.
static unsigned char *base;
static size_t length;
static int leased;
static struct stat seen;

static struct sigaction before_fault;

static bool move_on(enum state from, enum state to) { return atomic_compare_exchange_strong(&state, &from, to); }

static void give_up(const char *why) {
  if (write(STDERR_FILENO, why, strlen(why)) < 0) _exit(2);
  _exit(2);
}

// Whether leases are kept by the kernel that everybody writes through.
static bool is_local(int file) {
  struct statfs system;
  if (fstatfs(file, &system) != 0) return false;
  switch ((unsigned long)system.f_type) {
  case EXT4_SUPER_MAGIC: // and ext2, ext3
  case XFS_SUPER_MAGIC:
  case BTRFS_SUPER_MAGIC:
  case F2FS_SUPER_MAGIC:
  case TMPFS_MAGIC:
  case OVERLAYFS_SUPER_MAGIC: return true;
  default: return false;
  }
}

// Gives the lease back; false where the kernel has taken it away before, because we were too late.
static bool give_back(void) { return fcntl(leased, F_SETLEASE, F_UNLCK) == 0; }

// A program that is being started may share it for a moment, until it is another.
static void close_leased(void) {
  give_back();
  close(leased);
}

static bool is_unchanged(void) {
  struct stat now;
  return fstat(leased, &now) == 0 && now.st_size == seen.st_size && now.st_mtim.tv_sec == seen.st_mtim.tv_sec &&
         now.st_mtim.tv_nsec == seen.st_mtim.tv_nsec && now.st_ctim.tv_sec == seen.st_ctim.tv_sec &&
         now.st_ctim.tv_nsec == seen.st_ctim.tv_nsec;
}

// Somebody wants to write to the file, and waits until the lease is given back. Calls only what a handler may.
static void on_break(int number) {
  (void)number;
  const int error = errno;
  if (!move_on(mapped, copying)) return;
  unsigned char *copy = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  size_t at = 0;
  while (copy != MAP_FAILED && at < length) {
    ssize_t count = pread(leased, copy + at, length - at, (off_t)at);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    at += (size_t)count;
  }
  if (at < length || mprotect(copy, length, PROT_READ) != 0 ||
      mremap(copy, length, length, MREMAP_MAYMOVE | MREMAP_FIXED, base) == MAP_FAILED || (!give_back() && !is_unchanged()))
    give_up("directives: the file has changed while it was read\n");
  atomic_store(&state, copied);
  errno = error;
}

// A byte cannot be read: the disk fails.
static void on_fault(int number, siginfo_t *info, void *context) {
  (void)context;
  const unsigned char *place = info->si_addr;
  const enum state now = atomic_load(&state);
  if ((now == mapped || now == copying) && place >= base && place < base + length)
    give_up("directives: the file cannot be read: input/output error\n");
  sigaction(number, &before_fault, NULL);
  raise(number);
}

// Opens the file that `file` is open on once more: a lease belongs to all who share what was opened, and as standard
// input that may be programs that outlive this one.
static int open_again(int file) {
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  return open(path, O_RDONLY | O_CLOEXEC);
}

static bool open_leased(int file, size_t size) {
  struct sigaction on = {.sa_handler = on_break, .sa_flags = SA_RESTART};
  struct sigaction fault = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO};
  sigfillset(&on.sa_mask);
  sigemptyset(&fault.sa_mask);
  // The signal may come as soon as there is a lease, and would end the program without a handler.
  if (sigaction(SIGIO, &on, NULL) != 0) return false;
  leased = open_again(file);
  if (leased < 0) return false;
  if (fcntl(leased, F_SETLEASE, F_RDLCK) == 0 && fstat(leased, &seen) == 0 && (size_t)seen.st_size == size) {
    base = mmap(NULL, size, PROT_READ, MAP_PRIVATE, leased, 0);
    length = size;
    if (base != MAP_FAILED && sigaction(SIGBUS, &fault, &before_fault) == 0) return true;
    if (base != MAP_FAILED) munmap(base, size);
  }
  close_leased();
  return false;
}

void file_snapshot_prepare(void) {
  sigset_t heard;
  sigemptyset(&heard);
  sigaddset(&heard, SIGIO);
  pthread_sigmask(SIG_UNBLOCK, &heard, NULL);
}

const unsigned char *file_snapshot_open(int file, size_t size) {
  if (size == 0 || !is_local(file) || !move_on(nothing, opening)) return NULL;
  const bool is_open = open_leased(file, size);
  atomic_store(&state, is_open ? mapped : nothing);
  if (is_open && fcntl(leased, F_GETLEASE) != F_RDLCK) on_break(SIGIO); // somebody wanted to write meanwhile
  return is_open ? base : NULL;
}

void file_snapshot_forget(const unsigned char *from, size_t size) {
  const size_t page = (size_t)sysconf(_SC_PAGESIZE), inside = (size_t)from & (page - 1);
  madvise((void *)(from - inside), (size + inside) & ~(page - 1), MADV_DONTNEED);
}

void file_snapshot_close(const unsigned char *bytes) {
  (void)bytes;
  while (!move_on(mapped, closing) && !move_on(copied, closing)) sched_yield();
  munmap(base, length);
  close_leased();
  sigaction(SIGBUS, &before_fault, NULL);
  atomic_store(&state, nothing);
}
