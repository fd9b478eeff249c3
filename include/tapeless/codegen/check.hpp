// SPDX-License-Identifier: BSL-1.0
#pragma once
// check_gradient(E, bindings...): the generated gradient against central differences, the limit definition of a
// derivative, entry by entry; the worst entry is named.
#include <cstdio>
#include <string>
#include <string_view>
#include <boost/hana/concat.hpp>
#include <tapeless/codegen/program.hpp>

namespace tapeless {

/// What check_gradient found. Converts to true if every entry agrees.
struct gradient_check {
  bool passed = true;              ///< is every error within the tolerance?
  std::size_t entries = 0;         ///< how many were compared
  std::string_view variable;       ///< of the worst entry
  std::size_t index = 0;           ///< of the worst entry within its variable, row by row
  double generated = 0;            ///< the generated derivative there
  double difference_quotient = 0;  ///< the central difference there
  double error = 0;                ///< |generated - difference quotient| / max(1, |either|)
  double tolerance = 0;            ///< 10⁻⁶

  /// `passed`.
  constexpr explicit operator bool() const { return passed; }
  /// One line: "W1[3]: generated 0.25, central difference 0.2500001, error 1e-07 (tolerance 1e-06): agrees".
  std::string message() const {
    char line[256];
    std::snprintf(line, sizeof line, "[%zu]: generated %.12g, central difference %.12g, error %.3g (tolerance %.3g): %s",
                  index, generated, difference_quotient, error, tolerance, passed ? "agrees" : "differs");
    return std::string(variable) + line;
  }
};

namespace codegen {

constexpr double magnitude(double a) { return a < 0 ? -a : a; }

/// Copies what a call binds to one variable into a pack of doubles.
template <class S, id I, class Pack, class Opened, class... Args>
constexpr void copy_bound(Pack& into, const Opened& opened, std::type_identity<std::tuple<Args...>>) {
  constexpr place at = place_of<Args...>(I);
  const auto* from = std::get<static_cast<std::size_t>(at.argument)>(opened).data() + at.offset;
  for (std::size_t i = 0; i < S::size; ++i) into.data()[Pack::offset(I) + i] = static_cast<double>(from[i]);
}

/// A five-point central difference of f along element i of a pack, whose error is of order h⁴.
template <class F, class Pack>
constexpr double central_difference(const F& f, Pack& at, std::size_t i) {
  const double x = at.data()[i], h = 1e-3 * (magnitude(x) > 1 ? magnitude(x) : 1);
  const auto value = [&](double signed_step) {
    at.data()[i] = x + signed_step;
    const double shifted_value = f(at);
    at.data()[i] = x;
    return shifted_value;
  };
  return (8 * (value(h) - value(-h)) - (value(2 * h) - value(-2 * h))) / (12 * h);
}

template <class Math, class S, id E, class... T, id... V, class... Args>
constexpr gradient_check check_gradient_of(expr<S, E>, hana::tuple<expr<T, V>...>, const Args&... args) {
  using scalar = typename decltype(scalar_of_call<Args...>())::type;
  constexpr function_program<policy<Math>, expr<S, E>> value;
  constexpr gradient_program<policy<Math>, expr<S, E>, expr<T, V>...> program;
  gradient_check worst;
  if constexpr (require_bindings<scalar, function_program<policy<Math>, expr<S, E>>::graph, Args...>()) {
    const std::tuple<argument<scalar, Args>...> opened(args...);
    pack<double, expr<T, V>...> at{};
    (copy_bound<T, V>(at, opened, std::type_identity<std::tuple<Args...>>{}), ...);
    const auto gradient = program(at).gradient;
    worst.tolerance = 1e-6;
    constexpr id ids[] = {V...};
    constexpr std::string_view names[] = {node::describe<V>().name...};
    constexpr std::size_t sizes[] = {T::size...};
    for (std::size_t v = 0; v < sizeof...(V); ++v)
      for (std::size_t i = 0; i < sizes[v]; ++i) {
        const std::size_t k = decltype(at)::offset(ids[v]) + i;
        const double generated = gradient.data()[k], quotient = central_difference(value, at, k);
        const double larger = magnitude(generated) > magnitude(quotient) ? magnitude(generated) : magnitude(quotient);
        double error = magnitude(generated - quotient) / (larger > 1 ? larger : 1);
        if (!(error <= 1e300)) error = 1e300;  // NaN and infinity are the worst
        if (worst.entries++ == 0 || error > worst.error)
          worst = {worst.passed && error <= worst.tolerance, worst.entries, names[v], i, generated, quotient, error,
                   worst.tolerance};
      }
  }
  return worst;
}

}  // namespace codegen

/// Compares the generated gradient of a scalar E with central differences at a point, by every variable of E, in double
/// precision: five points, steps of 10⁻³·max(1, |x|). Arguments: as in a call, all variables bound. A kink nearer than
/// about 2·10⁻³ to the point shows as an error, unless the function is even about the point. `if (!check_gradient(E, theta, x = xs)) …`; .message() names the worst
/// entry.
template <class Math = math::standard_math, class S, id E, class... Args>
constexpr gradient_check check_gradient(expr<S, E> root, const Args&... args) {
  require_scalar_root<S>();
  if constexpr (S::rank != 0) return {};
  else return codegen::check_gradient_of<Math>(root, hana::concat(parameters(root), inputs(root)), args...);
}

}  // namespace tapeless
