// A file's bytes as they are at one moment, without a copy of them.
//
// The file is mapped into memory while the kernel promises that nobody writes to it (a read lease: fcntl(2),
// F_SETLEASE). Who wants to write waits for as long as the bytes are being copied, and the copy takes the place of the
// mapping: whoever reads sees the same bytes at the same address, before and after. Who does not want to wait (O_NONBLOCK)
// fails once, with EAGAIN. No more than one file at a time.
//
// A program that is stopped for longer than the kernel waits for it (/proc/sys/fs/lease-break-time, 45 s) cannot copy:
// when it goes on and the file has changed it ends, saying so, with the exit status 2. So it does where the disk fails.
#ifndef DIRECTIVES_FILE_SNAPSHOT_H
#define DIRECTIVES_FILE_SNAPSHOT_H

#include <stdbool.h>
#include <stddef.h>

// To be called by the main thread, before there are others: the kernel tells of writers by SIGIO, which whoever started
// the program may have blocked.
void file_snapshot_prepare(void);

// The first `size` bytes of a regular file, which must have no other number of them. NULL where there is no such
// promise: the file is open for writing, belongs to somebody else, or lies where others may write unseen; or where a
// file is open so already. `file` may be closed afterwards.
const unsigned char *file_snapshot_open(int file, size_t size);

// Gives back the memory of a range that nobody reads any more, before all of it is closed: several threads may do so.
void file_snapshot_forget(const unsigned char *from, size_t size);

// Gives back what `file_snapshot_open` has answered.
void file_snapshot_close(const unsigned char *bytes);

#endif
