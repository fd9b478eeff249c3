// SPDX-License-Identifier: BSL-1.0
#pragma once
// What the programs of the documents assert; main returns the number of failures.
#include <cstdio>

inline int failures = 0;

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::printf("does not hold: %s\n", what);
  ++failures;
}
