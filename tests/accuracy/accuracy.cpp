// SPDX-License-Identifier: BSL-1.0
// Applies a function of math/ to the numbers that come in, for accuracy.py: accuracy NAME float|double
#include <cstddef>
#include <cstdio>
#include <string_view>
#include <tapeless/math/policy.hpp>

namespace {

using math = tapeless::math::standard_math;

template <class T, std::size_t Arity, class F>
int run(F f) {
  T x[Arity];
  while (std::fread(x, sizeof(T), Arity, stdin) == Arity) {
    T y;
    if constexpr (Arity == 1) y = f(x[0]);
    else y = f(x[0], x[1]);
    std::fwrite(&y, sizeof y, 1, stdout);
  }
  return 0;
}

template <class T>
int run(std::string_view name) {
#define ONE(f) \
  if (name == #f) return run<T, 1>([](T x) { return math::f(x); });
#define TWO(f) \
  if (name == #f) return run<T, 2>([](T x, T y) { return math::f(x, y); });
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
