// SPDX-License-Identifier: BSL-1.0
// A number of Boost.Multiprecision as the scalar type.
#include "scalars.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>

using namespace scalars;
using boost::multiprecision::cpp_bin_float_100;
using boost::multiprecision::cpp_bin_float_50;

TEST_CASE("fifty digits: also of the constants in derivatives, ln 2 here", "[scalars]") {
  const cpp_bin_float_50 at = cpp_bin_float_50(1) / 3;
  const auto [value, gradient] = tl::value_and_gradient(s * exp2(s) + max(s, 0.25_c), tl::wrt(s))(s = at);

  const cpp_bin_float_100 a(at), power = exp2(a);
  CHECK(abs(cpp_bin_float_100(value) - (a * power + a)) < 1e-49);
  CHECK(abs(cpp_bin_float_100(gradient[s]) - (power + a * power * log(cpp_bin_float_100(2)) + 1)) < 1e-49);
}

TEST_CASE("a network of fifty digits agrees with one of doubles", "[scalars]") {
  same_in_each_lane<cpp_bin_float_50, 1>(network, tl::wrt(W, b, V, c, x, t), [](auto f) { return cpp_bin_float_50(f(0)); },
                                         [](const cpp_bin_float_50& number, std::size_t) { return static_cast<double>(number); });
}
