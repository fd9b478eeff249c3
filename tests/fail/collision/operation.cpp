// SPDX-License-Identifier: BSL-1.0
// A hash of 256 values: an element of v gets the identity of sin(x). (A variable and another node differ in a bit.)
// Its index is looked for here, so that the test does not hang on one hash function.
// COMPILE: -DTAPELESS_HASH_MASK=0x1fe
// NOT SHORT: the words are the compiler's own
// EXPECT(gcc): error: redefinition of
// EXPECT(gcc): node::described node::
// EXPECT(clang): error: redefinition of 'definition'
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

/// The index of an element of v that has the identity of sin(x), or of one that has not.
consteval std::size_t index_of_element(tl::node::id v, tl::node::id sine, bool equal) {
  for (std::size_t i = 0; i < 2000; ++i)
    if ((tl::node::identify(tl::operation::element, {}, i, v, 0, 0) == sine) == equal) return i;
  throw "no such element";
}

constexpr auto x = tl::input<"x">;
constexpr auto v = tl::input<"v", tl::vec<2000>>;
constexpr auto sine = sin(x);
#ifdef EXPECT_FAIL
constexpr auto element = v[std::integral_constant<std::size_t, index_of_element(v.self, sine.self, true)>{}];
#else
constexpr auto element = v[std::integral_constant<std::size_t, index_of_element(v.self, sine.self, false)>{}];
#endif
