// The terminal emulator that the tests read screens through.
#include <vterm.h>
