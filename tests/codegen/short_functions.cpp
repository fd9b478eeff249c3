// SPDX-License-Identifier: BSL-1.0
// Many functions of short vectors, for narrow registers: a loop for each of them, of two registers, and not 24 copies. What divides is in
// tanh and in the sigmoid, twice in each loop.
// COMPILE: -O2 -ffp-contract=off
// SYMBOLS: .*
// FUNCTION: gates JUMPS 3 CALLS 0 SCALAR 0
// KINDS: gates divide 4 multiply 160 add 200 load 180 store 100 move 160 shuffle 16 jump 3 other 140 stack 640
// READ-ONLY BYTES: 10000
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto a = tl::input<"a", tl::vec<16>>;
constexpr auto b = tl::input<"b", tl::vec<16>>;
constexpr auto c = tl::input<"c", tl::vec<16>>;
using elements = tl::tensor<double, tl::vec<16>>;

[[gnu::flatten]] void gates(elements& out, const elements& at_a, const elements& at_b, const elements& at_c) {
  out = tl::function(hadamard(sigmoid(a + b), tanh(b + c)) + exp(c))(a = at_a, b = at_b, c = at_c);
}
