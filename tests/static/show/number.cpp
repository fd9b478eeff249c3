// SPDX-License-Identifier: BSL-1.0
#include <tapeless/show/number.hpp>

namespace {

using tapeless::show::string;

constexpr string number(double v) {
  string s;
  tapeless::show::append_number(s, v);
  return s;
}

static_assert(number(0.0) == "0");
static_assert(number(2.0) == "2");
static_assert(number(-0.5) == "-0.5");
static_assert(number(0.1) == "0.1");
static_assert(number(1e-3) == "1e-3");
static_assert(number(0.0125) == "0.0125");
static_assert(number(1000.0) == "1000");
static_assert(number(1234567.0) == "1234567");
static_assert(number(1e7) == "1e7");
static_assert(number(123456789012.0) == "123456789012");
static_assert(number(2.5e-5) == "2.5e-5");
static_assert(number(3.141592653589793) == "3.141592653589793");
static_assert(number(1.0 / 3) == "0.3333333333333333");

// the ends of the range, powers of two (whose neighbours are unequally far), ties
static_assert(number(5e-324) == "5e-324");
static_assert(number(2.2250738585072014e-308) == "2.2250738585072014e-308");
static_assert(number(1.7976931348623157e308) == "1.7976931348623157e308");
static_assert(number(0x1p-1022 - 0x1p-1074) == "2.225073858507201e-308");
static_assert(number(9007199254740992.0) == "9007199254740992");
static_assert(number(0x1p60) == "1152921504606847000");
static_assert(number(1e22) == "1e22");
static_assert(number(1e23) == "1e23");

}  // namespace
