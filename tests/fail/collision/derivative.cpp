// SPDX-License-Identifier: BSL-1.0
// A hash of eight values: cos(x), a new node of the derivative, gets the identity of sin(x) for some names of x.
// The names are looked for here, so that the test does not hang on one hash function.
// COMPILE: -DTAPELESS_HASH_MASK=0xe
// NOT SHORT: what follows a constant that has no value
// EXPECT: two different nodes have one identity (a hash collision); change either of them a little
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

/// A name of x with which sin(x) and cos(x) collide, or nothing of x, sin(x), cos(x) and 1 does.
consteval tl::meta::fixed_string<2> name_of_x(bool with_collision) {
  using enum tl::operation;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    tl::meta::fixed_string<2> name;
    name.text[0] = letter;
    const auto x = tl::node::identify(input, {}, tl::meta::name_hash(name.view()), 0, 0, 0);
    const auto one = tl::node::identify(constant, {}, tl::node::payload_of(1.0), 0, 0, 0);
    const auto sine = tl::node::identify(sin, {}, 0, x, 0, 0);
    const auto cosine = tl::node::identify(cos, {}, 0, x, 0, 0);
    const bool others = x == one || x == sine || x == cosine || one == sine || one == cosine;
    if (!others && (sine == cosine) == with_collision) return name;
  }
  throw "no such name";
}

#ifdef EXPECT_FAIL
constexpr auto x = tl::input<name_of_x(true)>;
#else
constexpr auto x = tl::input<name_of_x(false)>;
#endif
constexpr auto y = sin(x);
constexpr auto step = tl::value_and_gradient(y, tl::wrt(x));

double use() { return step(x = 1.0).gradient[x]; }
