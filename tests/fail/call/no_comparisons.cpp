// SPDX-License-Identifier: BSL-1.0
// Complex numbers have no order: a program that compares cannot take them.
// EXPECT: tapeless: this program compares, which requires numbers with < <= > >= == !=, each a bool, or a mask m that where(m, a) = b or select(m, a, b) takes
// EXPECT: has_comparisons<std::complex<double>
#include <complex>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
#ifdef EXPECT_FAIL
constexpr auto program = tl::function(relu(x));
#else
constexpr auto program = tl::function(square(x));
#endif

std::complex<double> use() { return program(x = std::complex<double>(0, 1)); }
