// Keeps the reader's terminal usable when the program crashes, and turns signals into bytes on a pipe.
//
// In C because a signal handler may call only what signal-safety(7) lists, and Swift gives no such promise: any line of
// it may allocate, retain or trap.
//
// All functions belong to the main thread. The handlers themselves may run on any thread.
#ifndef DIRECTIVES_TERMINAL_GUARD_H
#define DIRECTIVES_TERMINAL_GUARD_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The longest sequence the guard keeps, in bytes.
#define TERMINAL_GUARD_SEQUENCE_LIMIT 512

/// Remembers the modes of `terminal` as they are now, and gives them back if a signal ends the program.
///
/// Call it before newterm(3x), while the modes are still the shell's. On SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS or
/// SIGFPE, which is how Swift traps, assertions and stack overflows end, and on every other signal that would end the
/// program because nothing is done about it (SIGUSR1, SIGALRM, SIGXCPU …), the guard
///
/// 1. writes `sequence` to `terminal`,
/// 2. restores the modes,
/// 3. after a crash writes the line `directives: internal error, terminal restored`,
/// 4. puts back the action that the signal had before, and raises it again: the exit status, the core file and Swift's
///    own backtrace are what they would have been.
///
/// Steps 1 to 3 happen once, and are left out while another process group owns the terminal: what is on the screen then
/// is not ours. A stack overflow is survived on the calling thread only, which gets a signal stack of its own.
///
/// - `terminal`: a descriptor of the terminal that is open for writing, and stays open until the guard is disarmed.
/// - `sequence`: what leaves the alternate screen, shows the cursor, resets attributes and switches the keypad off, as
///   it is to be sent, without terminfo's padding marks. Copied. May be NULL if `length` is 0.
///
/// Arming an armed guard replaces terminal, modes and sequence.
///
/// Returns 0; or -1 with `errno` set, and the guard disarmed: EMSGSIZE when the sequence is longer than
/// `TERMINAL_GUARD_SEQUENCE_LIMIT`, else what tcgetattr(3), sigaltstack(2) or sigaction(2) say, ENOTTY for what is no
/// terminal.
int terminal_guard_arm(int terminal, const char *_Nullable sequence, size_t length);

/// Replaces the sequence, for a program that learns it only from newterm(3x).
///
/// A crash during the call finds the old sequence or the new one, never a mixture. Returns 0; or -1 with `errno`
/// EMSGSIZE, and the old sequence stays.
int terminal_guard_set_sequence(const char *_Nullable sequence, size_t length);

/// Puts back the signal actions and the signal stack that `terminal_guard_arm` found.
///
/// Call it after endwin(3x): a crash later on must not leave the alternate screen a second time, which in some
/// terminals moves the cursor. Does nothing when the guard is not armed, and leaves alone an action that somebody else
/// has set since.
void terminal_guard_disarm(void);

/// A pipe from which SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGHUP, SIGINT and SIGQUIT are read, one byte each: the signal
/// number.
///
/// Poll the returned descriptor beside the keyboard. It is non-blocking and closed in child programs, and stays open for
/// the life of the program. Later calls return the same descriptor and change nothing.
///
/// Call it before newterm(3x): ncurses leaves alone what is handled already. It would forget a SIGTSTP while it draws, and
/// restores the screen in its handler, where much of that is forbidden (signal-safety(7)). SIGHUP, SIGINT, SIGQUIT,
/// SIGTERM and SIGTSTP stay ignored where the program was started so, as by nohup(1). Interrupted system calls are
/// restarted, except poll(2), which never is.
///
/// When 64 KiB of signals stand unread, more are dropped.
///
/// Returns the descriptor; or -1 with `errno` as pipe2(2) or sigaction(2) set it, and nothing changed.
int terminal_guard_signals(void);

#ifdef __cplusplus
}
#endif

#endif
