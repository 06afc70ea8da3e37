// Removes a file that is being written where a signal ends the program before it is whole.
#ifndef DIRECTIVES_UNFINISHED_H
#define DIRECTIVES_UNFINISHED_H

#ifdef __cplusplus
extern "C" {
#endif

/// Removes the file at `path` if SIGINT, SIGTERM, SIGHUP, SIGQUIT or SIGXFSZ ends the program from now on; the exit
/// status is what it would have been.
///
/// Signals that are handled or ignored already are left alone. One file at a time: a second call is for its file alone.
/// The path is copied; a relative one is of the working directory at the time of the signal.
///
/// Returns 0; or -1 with `errno` ENAMETOOLONG, and nothing changed.
int unfinished_file_guard(const char *_Nonnull path);

/// Ends that.
void unfinished_file_release(void);

#ifdef __cplusplus
}
#endif

#endif
