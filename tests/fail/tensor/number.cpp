// SPDX-License-Identifier: BSL-1.0
// One number is not the elements of a tensor, also where it may be something else.
// EXPECT: = delete;  // tapeless: a tensor requires its elements in braces, an array or a range: tensor<T, vec<2>>{1, 2}
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
const tl::tensor<double, tl::vec<3>> x(0.5);
#else
const tl::tensor<double, tl::vec<3>> x{0.5, 0.5, 0.5};
#endif

struct number {
  number(double);
};
void take(const number&);
void take(const tl::tensor<double, tl::vec<3>>&);
void give() { take(0.5); }
