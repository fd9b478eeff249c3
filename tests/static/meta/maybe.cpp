// SPDX-License-Identifier: BSL-1.0
#include <tapeless/meta/maybe.hpp>

namespace {

using tapeless::meta::maybe;

static_assert(!maybe<int>() && maybe<int>(0) && maybe<int>(3));
static_assert(*maybe(3) == 3 && maybe(3) == 3 && maybe(3) != 4);
static_assert(maybe<int>() != 0 && maybe<int>() == maybe<int>());

struct pair {
  int first, second;
};
static_assert(maybe<pair>({1, 2})->second == 2);

}  // namespace
