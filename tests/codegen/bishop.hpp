// SPDX-License-Identifier: BSL-1.0
// Bishop's 2-3-2 network (PRML, figure 5.1) in scalars: two inputs, three tanh units, two outputs, squared error. The
// names are for printers.
#pragma once
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x1 = tl::input<"x1">;
constexpr auto x2 = tl::input<"x2">;
constexpr auto t1 = tl::input<"t1">;
constexpr auto t2 = tl::input<"t2">;
template <tl::meta::fixed_string Name>
constexpr auto w = tl::parameter<Name>;

constexpr auto z1 = tl::named<"z1">(tanh(w<"u10"> + w<"u11"> * x1 + w<"u12"> * x2));
constexpr auto z2 = tl::named<"z2">(tanh(w<"u20"> + w<"u21"> * x1 + w<"u22"> * x2));
constexpr auto z3 = tl::named<"z3">(tanh(w<"u30"> + w<"u31"> * x1 + w<"u32"> * x2));
constexpr auto first = tl::named<"y1">(w<"c10"> + w<"c11"> * z1 + w<"c12"> * z2 + w<"c13"> * z3);
constexpr auto second = tl::named<"y2">(w<"c20"> + w<"c21"> * z1 + w<"c22"> * z2 + w<"c23"> * z3);
constexpr auto E = 0.5_c * (square(first - t1) + square(second - t2));
constexpr auto step = tl::value_and_gradient(E);

using weights = decltype(tl::zeros<double>(tl::parameters(E)));
