// SPDX-License-Identifier: BSL-1.0
#include <tapeless/node/real.hpp>

namespace {

namespace tl = tapeless;
namespace node = tapeless::node;

// the value of a constant
static_assert(tl::real(0.1).value() == 0.1);
static_assert(tl::real(3) == tl::real(3.0));
static_assert(tl::real(-0.0) == tl::real(0.0));
static_assert(tl::real(-2).value() == -2.0);
static_assert(node::real_value(node::payload_of(0x1.8p-1022)) == 0x1.8p-1022);

// sums are folded only where they are exact
static_assert(node::exact_sum(2, 3) == 5.0);
static_assert(node::exact_sum(0.5, -0.5) == 0.0);
static_assert(node::exact_sum(1, 0x1p-52) == 1 + 0x1p-52);
static_assert(!node::exact_sum(1, 0x1p-53));
static_assert(!node::exact_sum(0.1, 0.2));
static_assert(!node::exact_sum(1e16, 1));
static_assert(!node::exact_sum(0x1p1023, 0x1p1023));

// products
static_assert(node::exact_product(2, 3) == 6.0);
static_assert(node::exact_product(0.1, 4) == 0.4);
static_assert(node::exact_product(0, 0.1) == 0.0);
static_assert(!node::exact_product(0.1, 3));
static_assert(!node::exact_product(0.1, 0.1));
static_assert(!node::exact_product(0x1p-500, 0x1p-500));

// quotients
static_assert(node::exact_quotient(6, 3) == 2.0);
static_assert(node::exact_quotient(1, 8) == 0.125);
static_assert(node::exact_quotient(0, 3) == 0.0);
static_assert(!node::exact_quotient(1, 3));
static_assert(!node::exact_quotient(1, 10));
static_assert(!node::exact_quotient(1, 0));
static_assert(!node::exact_quotient(0, 0));

}  // namespace

// What underflows or overflows is not folded.
static_assert(!tapeless::node::exact_product(0x1p-600, 0x1p-600));
static_assert(!tapeless::node::exact_product(0x1p600, 0x1p600));
static_assert(!tapeless::node::exact_quotient(0x1p600, 0x1p-600));
