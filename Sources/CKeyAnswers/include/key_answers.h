// Waiting for keys that may well come, and answering them at once.
//
// Who reads has pressed nothing for a while: the processor that is to take a key sleeps, and wakes slowly, a virtual one
// in up to a third of a millisecond; and nothing of the program is in its caches. So a key is waited for on several
// processors, and the first that is awake answers it (a hedged request: Dean and Barroso, "The Tail at Scale", 2013); and
// all that lies between a key and its answer is one short function and one block of bytes. In C because no line of Swift
// promises to touch nothing else.
#ifndef DIRECTIVES_KEY_ANSWERS_H
#define DIRECTIVES_KEY_ANSWERS_H

#include <poll.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The longest sequence of keys that is answered, in bytes.
#define KEY_ANSWERS_LIMIT 32

/// What the terminal sends for keys, and right behind it what it is to be sent for them: where that begins in a block of
/// bytes, and how many bytes each has. More than `KEY_ANSWERS_LIMIT` for the keys are never answered.
struct key_answer {
  size_t from;
  size_t keys;
  size_t frame;
};

/// What was read from the terminal.
struct keys_taken {
  /// Which answer was given; -1 where none was.
  ptrdiff_t answer;
  /// Whether it was sent whole.
  int is_sent;
  /// How many bytes were read, and which: keys that were answered, or such as are none of those that were waited for.
  size_t count;
  unsigned char bytes[KEY_ANSWERS_LIMIT];
};

/// Waits as poll(2) does, and answers what it answers, the first of `polled` being where keys come from. Where something
/// was read, which poll(2) says nothing of any more, it answers 1 at least.
///
/// Where exactly as many bytes have come as one of the answers has for its keys, they are read, and if they are those, its
/// frame is written to `terminal`; then the processor is left to the terminal for `pause` milliseconds, or until a key
/// comes. Otherwise nothing is read.
///
/// At the first answers that are waited for, threads begin that wait too, one on each processor that the program may use,
/// four at most; none where it may use but one. They sleep while nobody waits here, and read the keys of the first call
/// alone. To be called on one thread.
int key_answers_wait(
    struct pollfd *_Nonnull polled, nfds_t count, int milliseconds, int pause, int terminal,
    const unsigned char *_Nullable bytes, const struct key_answer *_Nullable answers, size_t answer_count,
    struct keys_taken *_Nonnull taken);

#ifdef __cplusplus
}
#endif

#endif
