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
