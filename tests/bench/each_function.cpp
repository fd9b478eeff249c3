// SPDX-License-Identifier: BSL-1.0
// One function of 4,096 numbers between -4 and 4: by `map`, and in a loop that calls the program for each, against a loop that calls libm.
#include "measure.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace {

using namespace bench;
using namespace tl::literals;

constexpr std::size_t count = 4096;
constexpr auto x = tl::input<"x">;

/// f(from, to)
template <class F>
auto measured(F f) {
  return [f](run& runner) {
    std::vector<double> from(count), to(count);
    fill(from);
    for (double& number : from) number *= 16;
    runner.measure([&] { return f(from, to), std::span<const double>(to); }, from);
  };
}
template <class Expression, class Libm>
bool add_all(const std::string& function, Expression, Libm libm) {
  static constexpr auto program = tl::function(Expression{});
  const work done{static_cast<double>(count), "double"};
  const auto in_a_loop = measured([](const auto& from, auto& to) {
    for (std::size_t i = 0; i < count; ++i) to[i] = program(x = from[i]);
  });
  const auto by_libm = measured([libm](const auto& from, auto& to) {
    for (std::size_t i = 0; i < count; ++i) to[i] = libm(from[i]);
  });
  const std::string mapped = "functions, map of " + function + ", 4096/", alone = "functions, " + function + " in a loop, 4096/";
  add(mapped + "generated", measured([](const auto& from, auto& to) { program.map(to, x = from); }), done);
  add(mapped + "by hand, libm", by_libm, done);
  add(alone + "generated", in_a_loop, done);
  add(alone + "by hand, libm", by_libm, done);
  return true;
}

[[maybe_unused]] const bool added[] = {
    add_all("sin", sin(x), [](double a) { return std::sin(a); }),
    add_all("tan", tan(x), [](double a) { return std::tan(a); }),
    add_all("exp", exp(x), [](double a) { return std::exp(a); }),
    add_all("log of 1 + x²", log(1_c + square(x)), [](double a) { return std::log(1 + a * a); }),
    add_all("tanh", tanh(x), [](double a) { return std::tanh(a); }),
    add_all("erf", erf(x), [](double a) { return std::erf(a); }),
};

}  // namespace
