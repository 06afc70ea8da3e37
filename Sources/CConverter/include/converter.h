// Starts a program that does not outlive this one.
//
// In C because what it needs, prctl(2), is called by the new process between vfork(2) and execve(2), where
// posix_spawn(3) calls nothing of ours, and where Swift may run nothing.
#ifndef DIRECTIVES_CONVERTER_H
#define DIRECTIVES_CONVERTER_H

#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Starts the program that `words` name, looked for in `PATH`. `ends` become ours of its input, which takes send(2), of
/// its output and of its errors, which are read without waiting; they are closed in other programs.
///
/// It is killed when the thread that calls this ends, however that comes about. It leads a process group of its own, which
/// is killed when the program ends, but by SIGKILL or a crash; see started_group_guard(). It has no signal blocked and
/// none ignored.
///
/// Returns its number; or -1 with `errno` set, ENOENT where there is no such program.
pid_t converter_start(char *_Nullable const words[_Nonnull], int ends[_Nonnull 3]);

/// Whether it has ended; then its number is its own no longer, and `status` is what wait(2) says of it. Does not wait.
int converter_has_ended(pid_t process, int *_Nonnull status);

/// A descriptor that can be read from once it has ended; -1 where the system has none.
int converter_end(pid_t process);

/// Kills it with all that it has started, and waits for its end.
void converter_kill(pid_t process);

#ifdef __cplusplus
}
#endif

#endif
