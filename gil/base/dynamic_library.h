// What: a library that is loaded while the program runs.
// Idea: what few runs need costs the others neither time nor memory.
// Threads: one at a time. The library stays until the process ends.
#pragma once

#include <dlfcn.h>

namespace gilsim {

class DynamicLibrary {
 public:
  explicit DynamicLibrary(const char* name)
      : handle_(dlopen(name, RTLD_NOW | RTLD_LOCAL)), missing_(handle_ ? nullptr : name) {}

  template <class F>
  void find(const char* symbol, F*& function) {
    if (handle_) function = reinterpret_cast<F*>(dlsym(handle_, symbol));
    if (handle_ && !function) missing_ = symbol;
  }
  // What could not be loaded or found; null: all is there.
  const char* missing() const { return missing_; }

 private:
  void* handle_;
  const char* missing_;
};

}  // namespace gilsim
