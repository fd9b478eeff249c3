// SPDX-License-Identifier: BSL-1.0
#pragma once
// What is written to a std::ostream: expressions as formulas, tensors and packs as they are made from braces. Numbers have the
// stream's precision.
#include <cstddef>
#include <iosfwd>
#include <tapeless/codegen/program.hpp>
#include <tapeless/show/text.hpp>
#include <type_traits>

namespace tapeless {

/// \cond internal
namespace show {
/// Can a number be written to a stream? Of the types of lanes some cannot.
template <class T, class Traits>
concept written_by = requires(std::basic_ostream<char, Traits>& out, const T& number) { out << number; };

template <class Out, class Write>
Out& write_in_braces(Out& out, std::size_t count, Write write) {
  out << '{';
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out << ", ";
    write(i);
  }
  return static_cast<Out&>(out << '}');
}

template <class Shape, class Out, class T>
Out& write_elements(Out& out, const T* elements) {
  constexpr extents e = extents_of<Shape>;
  const auto row_from = [&](const T* first, std::size_t count) { write_in_braces(out, count, [&](std::size_t i) { out << first[i]; }); };
  if constexpr (Shape::rank == 0) out << *elements;
  else if constexpr (Shape::rank == 2) write_in_braces(out, e.rows, [&](std::size_t i) { row_from(elements + i * e.columns, e.columns); });
  else row_from(elements, Shape::size);
  return out;
}
}  // namespace show
/// \endcond

/// Writes the formula of an expression, as show::text gives it.
template <class Traits, class S, id E>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, expr<S, E> e) {
  return out << show::text(e);
}

/// Writes the elements as they stand in a program: {1, 2, 3}, or row by row {{1, 2}, {3, 4}}; of a scalar the number alone.
/// @{
template <class Traits, class T, class Shape>
  requires show::written_by<T, Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const tensor<T, Shape>& t) {
  return show::write_elements<Shape>(out, t.data());
}
template <class Traits, class T, class Shape, node::id Variable>
  requires show::written_by<T, Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const tensor_view<T, Shape, Variable>& t) {
  return show::write_elements<Shape>(out, t.data());
}
/// @}

/// Writes the values by variable: {W = {{1, 2}, {3, 4}}, b = {5, 6}, c = 7}.
template <class Traits, class T, class... Vars>
  requires show::written_by<T, Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const pack<T, Vars...>& p) {
  const char* before = "{";
  [[maybe_unused]] const auto write = [&](auto variable) {
    out << before << variable << " = " << p[variable];
    return before = ", ";
  };
  [[maybe_unused]] const char* const written[] = {"", write(Vars{})...};  // no fold: Clang's stop at 256
  return out << (sizeof...(Vars) == 0 ? "{}" : "}");
}

/// Writes a value and its gradient: {value = 1, gradient = {x = 2}}.
template <class Traits, class T, class... Vars>
  requires show::written_by<T, Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const value_with_gradient<T, Vars...>& result) {
  return out << "{value = " << result.value << ", gradient = " << result.gradient << '}';
}

/// A program has several texts: an error.
template <class Traits, class Program>
  requires requires { Program::operation_count(); }
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, Program) {
  static_assert(requires_that::never<Program>,
                "tapeless: a program is written to a stream by one of its texts: out << show::summary(f), or show::cpp(f, name)");
  return out;
}

}  // namespace tapeless
