// SQLite's interface, loaded when the first state file is opened and not when the program starts: linked in the usual
// way, the library would be mapped and relocated before every first frame, and by every command that keeps nothing.
#ifndef DIRECTIVES_CSQLITE_SHIM_H
#define DIRECTIVES_CSQLITE_SHIM_H

#include <dlfcn.h>
#include <sqlite3.h>

#define CSQLITE_FUNCTIONS(each)                                                                                        \
  each(open_v2) each(close_v2) each(busy_timeout) each(errmsg) each(extended_errcode) each(exec) each(prepare_v2)      \
  each(step) each(finalize) each(bind_int64) each(bind_text) each(bind_null) each(column_int64) each(column_text)      \
  each(column_bytes) each(column_count) each(column_type)

// The functions used here, each with the type that the header gives it.
struct csqlite {
#define CSQLITE_MEMBER(name) __typeof__(&sqlite3_##name) name;
  CSQLITE_FUNCTIONS(CSQLITE_MEMBER)
#undef CSQLITE_MEMBER
};

// Loads the library and looks its functions up; 0 where it is not installed, or lacks one of them.
static inline int csqlite_load(struct csqlite *functions) {
  void *library = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
#define CSQLITE_LOOK_UP(name)                                                                                          \
  if (!(*(void **)&functions->name = dlsym(library, "sqlite3_" #name))) return 0;
  CSQLITE_FUNCTIONS(CSQLITE_LOOK_UP)
#undef CSQLITE_LOOK_UP
  return 1;
}

// A cast of a number to a function pointer is not imported: the bytes of a text are to be copied.
static inline sqlite3_destructor_type csqlite_transient(void) { return SQLITE_TRANSIENT; }

#endif
