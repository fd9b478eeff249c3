// SPDX-License-Identifier: BSL-1.0
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto square = tl::value_and_gradient(x * x, tl::wrt(x));

extern "C" double slope(double at) { return square(x = at).gradient[x]; }

int main() { return slope(3.0) == 6.0 ? 0 : 1; }
