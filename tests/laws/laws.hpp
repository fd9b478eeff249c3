// SPDX-License-Identifier: BSL-1.0
// Laws of Hana's concepts as checks over every combination of some expressions.
//   same(a, b)      the same expression: what construction makes canonical
//   equal(a, b)     the same function, at a point: what holds of real numbers, to rounding
#pragma once

#include <tapeless/tapeless.hpp>

#include "catch.hpp"

namespace laws {

namespace tl = tapeless;
namespace hana = boost::hana;
using namespace tl::literals;

inline constexpr auto x = tl::input<"x">;
inline constexpr auto y = tl::input<"y">;
inline constexpr auto z = tl::parameter<"z">;

inline constexpr auto scalars = hana::make_tuple(x, z, 0.1_c, 0_c, 1_c, sin(x) * y, x + y, -square(z), x / y);

template <class A, class B>
constexpr bool same(A, B) {
  return decltype(hana::equal(A{}, B{}))::value;
}

template <class A, class B>
bool equal(A a, B b) {
  const double left = tl::function(a)(x = 0.75, y = -1.25, z = 2.5);
  const double right = tl::function(b)(x = 0.75, y = -1.25, z = 2.5);
  return left == Approx(right).epsilon(1e-15).margin(1e-15);
}

/// f(a) for all of them; f(a, b), f(a, b, c) for all pairs and for neighbours.
constexpr auto for_all = [](auto f) { hana::for_each(scalars, f); };
constexpr auto for_all_pairs = [](auto f) {
  hana::for_each(scalars, [f](auto a) { hana::for_each(scalars, [f, a](auto b) { f(a, b); }); });
};
template <class F>
constexpr void for_some_triples(F f) {
  f(x, y, z);
  f(sin(x), 0.1_c, y / z);
  f(x, x, x);
  f(x + y, -z, x * y);
  f(0_c, y, 1_c);
}

}  // namespace laws
