// SPDX-License-Identifier: BSL-1.0
// A hash of 256 values: two variables of one unit have one identity, which is defined twice.
// Their names are looked for here, so that the test does not hang on one hash function.
// COMPILE: -DTAPELESS_HASH_MASK=0x1fe
// NOT SHORT: the words are the compiler's own
// EXPECT(gcc): error: redefinition of
// EXPECT(gcc): node::described node::
// EXPECT(clang): error: redefinition of 'definition'
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

/// Two letters that name a variable whose identity is `wanted`, or is met nowhere else in this unit.
consteval tl::meta::fixed_string<3> name_of_variable(tl::node::id wanted, bool equal) {
  const auto zero = tl::node::identify(tl::operation::constant, {}, tl::node::payload_of(0.0), 0, 0, 0);
  const auto one = tl::node::identify(tl::operation::constant, {}, tl::node::payload_of(1.0), 0, 0, 0);
  for (char first = 'a'; first <= 'z'; ++first)
    for (char second = 'a'; second <= 'z'; ++second) {
      tl::meta::fixed_string<3> name;
      name.text[0] = first;
      name.text[1] = second;
      const auto found = tl::node::identify(tl::operation::input, {}, tl::meta::name_hash(name.view()), 0, 0, 0);
      if (found != zero && found != one && (found == wanted) == equal) return name;
    }
  throw "no such name";
}

constexpr auto x = tl::input<"x">;
#ifdef EXPECT_FAIL
constexpr auto y = tl::input<name_of_variable(x.self, true)>;
#else
constexpr auto y = tl::input<name_of_variable(x.self, false)>;
#endif
