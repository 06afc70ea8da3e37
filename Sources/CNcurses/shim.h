// What Swift cannot import from ncurses as it stands. Each wrapper says why it exists.
#ifndef DIRECTIVES_CNCURSES_SHIM_H
#define DIRECTIVES_CNCURSES_SHIM_H

// A system library target takes no C settings, so the wide-character interface is asked for here.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif

#include <langinfo.h>
#include <stdio.h>
#include <locale.h>
#include <ncursesw/curses.h>
#include <ncursesw/term.h>
#include <wchar.h>

// C globals are refused by Swift 6; these read them at the moment of the call.
static inline WINDOW *cnc_stdscr(void) { return stdscr; }
static inline WINDOW *cnc_curscr(void) { return curscr; }
static inline int cnc_colors(void) { return COLORS; }
static inline int cnc_color_pairs(void) { return COLOR_PAIRS; }

// newterm(3x) takes C streams; stdin is a global too. NULL where the terminal is unknown.
static inline SCREEN *cnc_newterm(FILE *output) { return newterm(NULL, output, stdin); }

// set_escdelay(3x) is declared with an attribute that hides it from the importer.
static inline void cnc_set_escdelay(int milliseconds) { (void)set_escdelay(milliseconds); }

// Macros made of macros are not imported.
static const attr_t CNC_BOLD = A_BOLD;
static const attr_t CNC_DIM = A_DIM;
static const attr_t CNC_REVERSE = A_REVERSE;
static const attr_t CNC_UNDERLINE = A_UNDERLINE;
static inline int cnc_function_key(int number) { return KEY_F(number); }

// The mouse: presses and releases of the first button, moves, and the wheel; masks are macros made of macros.
static const mmask_t CNC_PRESSED = BUTTON1_PRESSED;
static const mmask_t CNC_RELEASED = BUTTON1_RELEASED;
static const mmask_t CNC_WHEEL_UP = BUTTON4_PRESSED;
static const mmask_t CNC_WHEEL_DOWN = BUTTON5_PRESSED;
static const mmask_t CNC_MOVED = REPORT_MOUSE_POSITION;
static inline void cnc_set_mouse(bool wanted) {
  mouseinterval(0);  // no waiting for a second click
  mmask_t events = BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON4_PRESSED | BUTTON5_PRESSED | REPORT_MOUSE_POSITION;
  mousemask(wanted ? events : 0, NULL);
}

// The capabilities by which ncurses saves bytes, and which take it longer to weigh than any terminal to show the bytes:
// moves from where the cursor is, blanks and repetitions by number, and all attributes at once. Places in the
// description are told by macros made of macros.
static inline int cnc_shortcut(int index) {
  char **const shortcuts[] = {
      &cursor_up,     &cursor_down,   &cursor_left,    &cursor_right,   &parm_up_cursor,  &parm_down_cursor,
      &cursor_home,   &cursor_to_ll,  &row_address,    &column_address, &parm_left_cursor, &parm_right_cursor,
      &clr_bol,       &erase_chars,   &repeat_char,    &set_attributes,
  };
  const int count = sizeof shortcuts / sizeof shortcuts[0];
  return index < count ? (int)(shortcuts[index] - &CUR Strings[0]) : -1;
}

// Without this one, no cursor can be moved but by the shortcuts.
static inline int cnc_cursor_address(void) { return (int)(&cursor_address - &CUR Strings[0]); }

// tiparm(3x) takes any number of arguments. Rows and columns are counted from 0.
static inline const char *cnc_cursor_move(int row, int column) { return tiparm(cursor_address, row, column); }

// putp(3x) is declared with a char * in some versions, and buffers with the screen.
static inline void cnc_put(const char *sequence) {
  putp(sequence);
  fflush(stdout);
}

// tigetstr(3x) takes a char *, and answers (char *)-1 for what is no string capability. NULL where there is none.
static inline const char *cnc_capability(const char *name) {
  char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

#endif
