// What must not outlive the program: a file that is not whole yet, and the processes that it has started.
#ifndef DIRECTIVES_ENDING_H
#define DIRECTIVES_ENDING_H

#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Has the program clean up when it exits, and when a signal ends it that it neither handles nor ignores; the exit status
/// is what it would have been. Only what crashes it, and SIGKILL, leave everything as it is.
///
/// Everything below does this by itself. Who sets handlers of his own calls it before.
void ending_prepare(void);

/// Whether this signal cleans up and ends the program, as things stand.
int ending_takes(int number);

/// Creates the file at `path`, which is not there yet, for writing, and removes it if the program ends from now on; no
/// signal comes between the two.
///
/// One file at a time: a second call is for its file alone. The path is copied; a relative one is of the working
/// directory at the time of the end. Called on one thread. Does not return while the program is ending.
///
/// Returns its descriptor; or -1 with `errno` of open(2), and no file is guarded.
int unfinished_file_create(const char *_Nonnull path, mode_t mode);

/// Ends that.
void unfinished_file_release(void);

/// Kills the processes of `group` if the program ends from now on. Called on any thread.
///
/// Of more than 64 groups at once the last ones are left alone.
void started_group_guard(pid_t group);

/// Ends that; to be called while the group's number cannot be another's yet.
void started_group_release(pid_t group);

#ifdef __cplusplus
}
#endif

#endif
