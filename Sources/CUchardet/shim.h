// uchardet, loaded when a file needs it: most are UTF-8, and linking it would load it and the C++ library at every start.
#ifndef DIRECTIVES_CUCHARDET_SHIM_H
#define DIRECTIVES_CUCHARDET_SHIM_H

#include <dlfcn.h>
#include <stdbool.h>
#include <string.h>
#include <uchardet/uchardet.h>

// Writes the name of the likely encoding of `bytes` as a C string; false where there is no guess or no library.
static inline bool cuc_guess(const char *bytes, size_t count, char *name, size_t room) {
  void *library = dlopen("libuchardet.so.0", RTLD_LAZY | RTLD_LOCAL);
  if (library == NULL) return false;
  __typeof__(uchardet_new) *make = (__typeof__(uchardet_new) *)dlsym(library, "uchardet_new");
  __typeof__(uchardet_delete) *destroy = (__typeof__(uchardet_delete) *)dlsym(library, "uchardet_delete");
  __typeof__(uchardet_handle_data) *take = (__typeof__(uchardet_handle_data) *)dlsym(library, "uchardet_handle_data");
  __typeof__(uchardet_data_end) *end = (__typeof__(uchardet_data_end) *)dlsym(library, "uchardet_data_end");
  __typeof__(uchardet_get_charset) *get = (__typeof__(uchardet_get_charset) *)dlsym(library, "uchardet_get_charset");
  if (!make || !destroy || !take || !end || !get) return false;
  uchardet_t detector = make();
  if (detector == NULL) return false;
  bool found = false;
  if (take(detector, bytes, count) == 0) {
    end(detector);
    const char *guess = get(detector);
    size_t length = guess == NULL ? 0 : strlen(guess);
    if (length > 0 && length < room) {
      memcpy(name, guess, length + 1);
      found = true;
    }
  }
  destroy(detector);
  return found;
}

#endif
