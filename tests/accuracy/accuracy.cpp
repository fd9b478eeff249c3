// SPDX-License-Identifier: BSL-1.0
// Applies a function of math/ to the numbers that come in, for accuracy.py: accuracy NAME float|double
// Each result is followed by what long double and the C library make of it, as a sum of two doubles, for points to be sieved by.
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <string_view>
#include <tapeless/math/policy.hpp>

namespace {

using math = tapeless::math::standard_math;
using libm = tapeless::math::libm_math;

template <class T, std::size_t Arity, class F, class Reference>
int run(F f, Reference reference) {
  T x[Arity];
  while (std::fread(x, sizeof(T), Arity, stdin) == Arity) {
    double out[3];
    long double expected;
    if constexpr (Arity == 1) {
      out[0] = static_cast<double>(f(x[0]));
      expected = reference(static_cast<long double>(x[0]));
    } else {
      out[0] = static_cast<double>(f(x[0], x[1]));
      expected = reference(static_cast<long double>(x[0]), static_cast<long double>(x[1]));
    }
    out[1] = static_cast<double>(expected);
    out[2] = static_cast<double>(expected - static_cast<long double>(out[1]));
    std::fwrite(out, sizeof out, 1, stdout);
  }
  return 0;
}

template <class T>
int run(std::string_view name) {
#define ONE(f)                                                                         \
  if (name == #f)                                                                      \
    return run<T, 1>([](T x) { return math::f(x); }, [](long double x) { return libm::f(x); });
#define TWO(f)                                                                         \
  if (name == #f)                                                                      \
    return run<T, 2>([](T x, T y) { return math::f(x, y); }, [](long double x, long double y) { return libm::f(x, y); });
  ONE(sqrt) ONE(cbrt) ONE(exp) ONE(exp2) ONE(expm1) ONE(log) ONE(log2) ONE(log10) ONE(log1p) ONE(sin) ONE(cos) ONE(tan)
  ONE(asin) ONE(acos) ONE(atan) ONE(sinh) ONE(cosh) ONE(tanh) ONE(asinh) ONE(acosh) ONE(atanh) ONE(erf) ONE(erfc)
  ONE(sigmoid) ONE(softplus) TWO(pow) TWO(atan2) TWO(hypot)
#undef ONE
#undef TWO
  return 1;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return 1;
  return words[2] == std::string_view("float") ? run<float>(words[1]) : run<double>(words[1]);
}
