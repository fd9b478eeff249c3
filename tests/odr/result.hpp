// SPDX-License-Identifier: BSL-1.0
// What the units of this test call of each other. Nothing else need be seen of a library that has a program in it.
#pragma once

struct result {
  double value, by_x, by_w[3];
};

extern "C" [[gnu::visibility("default")]] result run_one(double at);
result run_two(double at);
