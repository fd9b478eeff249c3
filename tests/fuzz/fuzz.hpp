// SPDX-License-Identifier: BSL-1.0
#pragma once
// What the generated programs are written in: their inputs, and the comparison with 60 digits.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <tapeless/tapeless.hpp>
#include <tuple>
#include <utility>

#include "catch.hpp"

namespace tl = tapeless;
using namespace tl::literals;

inline constexpr auto a = tl::input<"a">;
inline constexpr auto b = tl::input<"b">;
inline constexpr auto c = tl::input<"c">;
inline constexpr auto d = tl::input<"d">;
inline constexpr auto v = tl::input<"v", tl::vec<3>>;
inline constexpr auto w = tl::input<"w", tl::vec<3>>;
inline constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
inline constexpr auto M = tl::parameter<"M", tl::mat<3, 3>>;

/// The number, unknown to the optimiser: it would compute a function of the C library itself, and round it better.
inline double at_run_time(double number) {
  const volatile double read = number;
  return read;
}

/// Rounding grows with what is summed: the error is measured by the largest number in sight.
inline void check_near(double got, double wanted, double scale = 1) {
  INFO(got << " instead of " << wanted);
  CHECK(std::abs(got - wanted) <= 1e-11 * std::max({1.0, std::abs(wanted), scale}));
}

template <class Pack, std::size_t N>
void check_near(const Pack& got, const double (&wanted)[N]) {
  REQUIRE(got.size() == N);
  double scale = 1;
  for (const double x : wanted) scale = std::max(scale, std::abs(x));
  for (std::size_t i = 0; i < N; ++i) {
    INFO("entry " << i);
    check_near(got.data()[i], wanted[i], scale);
  }
}

/// The file for check_printed.py, if there is one: what is printed of each program, its arguments and its results.
inline std::FILE* printed_file() {
  struct closed {
    void operator()(std::FILE* f) const { std::fclose(f); }
  };
  static const std::unique_ptr<std::FILE, closed> file([] {
    const char* const path = std::getenv("TAPELESS_PRINTED");
    return path == nullptr ? nullptr : std::fopen(path, "w");
  }());
  return file.get();
}

inline void write_elements(const std::string& name, const double* elements, std::size_t count) {
  std::fprintf(printed_file(), "%s", name.c_str());
  for (std::size_t i = 0; i < count; ++i) std::fprintf(printed_file(), " %a", elements[i]);
  std::fprintf(printed_file(), "\n");
}
inline void write_value(const std::string& name, double number) { write_elements(name, &number, 1); }
template <class Elements>
void write_value(const std::string& name, const Elements& elements) {
  write_elements(name, elements.data(), elements.size());
}

template <class Program, class Result, class... Vars, class... Bindings>
void record(const char* name, Program program, const Result& got, tl::hana::tuple<Vars...>, const Bindings&... bindings) {
  if (printed_file() == nullptr) return;
  std::fprintf(printed_file(), "%s\n---\n", tl::show::cpp(program, name).c_str());
  const auto arguments = tl::function(Vars{}...)(bindings...);
  [&]<std::size_t... K>(std::index_sequence<K...>) {
    (write_value(tl::show::text(Vars{}), std::get<K>(arguments)), ...);
  }(std::index_sequence_for<Vars...>{});
  write_value("return", got.value);
  (write_value("grad_" + tl::show::text(Vars{}).str(), got.gradient[Vars{}]), ...);
  std::fprintf(printed_file(), "===\n");
}

/// The sign by which element k moves in one of two directions, as in generate.py.
constexpr double direction(std::size_t which, std::size_t k) { return 1 - 2 * static_cast<double>((((k + 1) * 2654435761u + which * 40503u) >> 15) & 1u); }

/// Σ ± elements in two directions, each to so much of Σ |elements|.
template <class Elements>
void check_sums(const Elements& elements, const double (&wanted)[2], double accuracy = 1e-11) {
  for (std::size_t which = 0; which < 2; ++which) {
    double sum = 0, scale = 1;
    for (std::size_t k = 0; k < elements.size(); ++k) {
      const auto element = static_cast<double>(elements.data()[k]);
      sum += direction(which, k) * element;
      scale += std::abs(element);
    }
    INFO("direction " << which << ": " << sum << " instead of " << wanted[which]);
    CHECK(std::abs(sum - wanted[which]) <= accuracy * scale);
  }
}
inline void check_sums(double number, const double (&wanted)[2]) { check_near(number, direction(0, 0) * wanted[0]); }

/// The value of E, its gradient along two directions, alone and added to a pack, in double and float, and its nodes as results of their own.
template <class E, class... Vars, std::size_t N, class... Nodes>
void check_sizes(const char* name, E, tl::hana::tuple<Vars...> all, const double (&at)[N], double value, const double (&slopes)[2], tl::hana::tuple<Nodes...>,
                 const double (&sums)[sizeof...(Nodes)][2]) {
  auto point = tl::zeros<double>(all);
  auto low = tl::zeros<float>(all);
  REQUIRE(point.size() == N);
  std::copy(at, at + N, point.data());
  std::transform(at, at + N, low.data(), [](double x) { return static_cast<float>(x); });

  constexpr auto step = tl::value_and_gradient(E{}, tl::hana::tuple<Vars...>{});
  const auto got = step(point);
  record(name, step, got, all, point);
  check_near(got.value, value);
  check_sums(got.gradient, slopes);

  auto added = tl::zeros<double>(all);
  std::fill_n(added.data(), N, 1.0);
  check_near(step.accumulate(added, point), value);
  double scale = 1;
  for (std::size_t k = 0; k < N; ++k) scale = std::max(scale, std::abs(got.gradient.data()[k]));
  for (std::size_t k = 0; k < N; ++k) {
    INFO("accumulated element " << k);
    check_near(added.data()[k] - 1, got.gradient.data()[k], scale);
  }

  const auto rough = step(low);
  CHECK(std::abs(static_cast<double>(rough.value) - value) <= 1e-3 * std::max(1.0, std::abs(value)));
  check_sums(rough.gradient, slopes, 1e-3);

  const auto results = tl::function(E{}, Nodes{}...)(point);
  check_near(std::get<0>(results), value);
  [&]<std::size_t... K>(std::index_sequence<K...>) { (check_sums(std::get<K + 1>(results), sums[K]), ...); }(std::index_sequence_for<Nodes...>{});
}
