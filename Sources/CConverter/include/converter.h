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

/// Starts the program that `words` name, looked for in `PATH`, with its input, output and errors at `input`, `output` and
/// `errors`.
///
/// It is killed when the thread that calls this ends, however that comes about; it leads a process group of its own, so
/// that what it starts can be ended with it; it has no signal blocked and none ignored.
///
/// Returns its number; or -1 with `errno` set, ENOENT where there is no such program.
pid_t converter_start(char *_Nullable const words[_Nonnull], int input, int output, int errors);

/// Kills it with all that it has started, and waits for its end.
void converter_kill(pid_t process);

#ifdef __cplusplus
}
#endif

#endif
