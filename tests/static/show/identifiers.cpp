// SPDX-License-Identifier: BSL-1.0
#include <tapeless/show/identifiers.hpp>

namespace {

using tapeless::show::identifiers;

constexpr bool makes_identifiers() {
  identifiers names;
  return names.take("x") == "x" && names.take("x") == "x_" && names.take("new") == "new_" &&
         names.take("two words") == "two_words" && names.take("1st") == "_1st" && names.take("") == "_" &&
         !names.is_free("x_") && names.is_free("y");
}
static_assert(makes_identifiers());

}  // namespace
