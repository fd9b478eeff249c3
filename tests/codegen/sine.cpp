// SPDX-License-Identifier: BSL-1.0
// The sine of a number (its derivative is the cosine): the terms are read from a table of half a kilobyte, by quadrant; angles beyond 2^20 pi take another way, which has the
// bits of 2/pi. The jump is to that way. What both lanes of a register have in common is computed in one.
// COMPILE(gcc): -O2 -ffp-contract=off -fno-reorder-blocks-and-partition
// COMPILE(clang): -O2 -ffp-contract=off
// DATA: tapeless::math::detail::(rows_of_quadrants|two_over_pi_bits)
// SYMBOLS: .*
// FUNCTION: slope JUMPS 1 CALLS 1 SCALAR 16
// READ-ONLY BYTES: 680
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto program = tl::value_and_gradient(sin(x), tl::wrt(x));

double slope(double at) { return program(x = at).gradient[x]; }
