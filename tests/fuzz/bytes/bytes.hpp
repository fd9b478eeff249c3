// SPDX-License-Identifier: BSL-1.0
#pragma once
// What a file here defines and what it checks with. libFuzzer calls it with bytes of its own (run.py), replay.cpp with
// those that are kept in corpus/.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

void try_bytes(std::string_view);

extern "C" [[gnu::used]] inline int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try_bytes({reinterpret_cast<const char*>(data), size});
  return 0;
}

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "this does not hold: %s\n", what);
  std::abort();
}
