// SPDX-License-Identifier: BSL-1.0
// run_one of a library that is loaded while the program runs.
#include <dlfcn.h>

#include <cstdio>

#include "result.hpp"

result run_one(double at) {
  void* const library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  void* const symbol = library ? dlsym(library, "run_one") : nullptr;
  if (!symbol) {
    std::puts(dlerror());
    return {};
  }
  const result found = reinterpret_cast<result (*)(double)>(symbol)(at);
  dlclose(library);
  return found;
}
