// SPDX-License-Identifier: BSL-1.0
#pragma once
// What is written to a std::ostream: formulas, elements in braces, values by variable, tables. Numbers of tensors, packs and
// results have the stream's precision, each of them its width.
#include <cstddef>
#include <iosfwd>
#include <string_view>
#include <tapeless/codegen/check.hpp>
#include <tapeless/codegen/program.hpp>
#include <tapeless/diff/fanout.hpp>
#include <tapeless/show/summary.hpp>
#include <tapeless/show/text.hpp>
#include <type_traits>

namespace tapeless {

/// \cond internal
namespace show {
/// Can a number be written to a stream? Of the types of lanes some cannot.
template <class T, class Out>
concept written_by = requires(Out& out, const T& number) { out << number; };

template <class Out, class T>
void write_number(Out& out, const T& number) {
  if constexpr (std::is_integral_v<T>) out << +number;  // a char, too
  else out << number;
}

/// write(0), …, write(count - 1) between braces. The stream's width is that of each number.
template <class Out, class Write>
void write_in_braces(Out& out, std::size_t count, Write write) {
  const auto width = out.width(0);
  out << '{';
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out << ", ";
    out.width(width);
    write(i);
  }
  out.width(0);
  out << '}';
}
template <class Shape, class Out, class T>
void write_elements(Out& out, const T* elements) {
  constexpr extents e = extents_of<Shape>;
  const auto row_from = [&](const T* first, std::size_t count) { write_in_braces(out, count, [&](std::size_t i) { write_number(out, first[i]); }); };
  if constexpr (Shape::rank == 0) write_number(out, *elements);
  else if constexpr (Shape::rank == 2) write_in_braces(out, e.rows, [&](std::size_t i) { row_from(elements + i * e.columns, e.columns); });
  else row_from(elements, Shape::size);
}

/// A node in a list: by its name or label, else by a formula of one line, where what has a label stands by that.
template <class Out, class S, id Node>
void write_name(Out& out, expr<S, Node> e) {
  const std::string_view name = detail::name_if_any<Node>();
  if (!name.empty()) {
    out << name;
    return;
  }
  const auto formula = show::text(e);
  const std::string_view all = formula.view();
  out << all.substr(all.rfind('\n') + 1);
}

template <class Out, class Write, class... Item>
void write_list(Out& out, Write write_one, Item... item) {
  const char* before = "{";
  [[maybe_unused]] const auto next = [&](auto one) {
    out << before;
    write_one(one);
    return before = ", ";
  };
  [[maybe_unused]] const char* const written[] = {"", next(item)...};  // no fold: Clang's stop at 256
  out << (sizeof...(Item) == 0 ? "{}" : "}");
}

template <class Out, class S, id E>
void write(Out& out, expr<S, E> e) {
  out << show::text(e);
}
template <class Out, class T, class Shape>
  requires written_by<T, Out>
void write(Out& out, const tensor<T, Shape>& t) {
  write_elements<Shape>(out, t.data());
}
template <class Out, class T, class Shape, id Variable>
  requires written_by<T, Out>
void write(Out& out, const tensor_view<T, Shape, Variable>& t) {
  write_elements<Shape>(out, t.data());
}
template <class Out, class T, class... Vars>
  requires written_by<T, Out>
void write(Out& out, const pack<T, Vars...>& p) {
  const auto width = out.width(0);
  const auto write_one = [&]<class S, id V>(expr<S, V> variable) {
    write_name(out, variable);
    out << " = ";
    out.width(width);
    write_elements<S>(out, p.data() + pack<T, Vars...>::offset(V));
  };
  write_list(out, write_one, Vars{}...);
}
template <class Out, class T, class... Vars>
  requires written_by<T, Out>
void write(Out& out, const value_with_gradient<T, Vars...>& result) {
  const auto width = out.width(0);
  out << "{value = ";
  out.width(width);
  out << result.value << ", gradient = ";
  out.width(width);
  show::write(out, result.gradient);
  out << '}';
}
template <class Out, class Math, class... Outputs>
void write(Out& out, const function_program<Math, Outputs...>& program) {
  out << show::summary(program);
}
template <class Out, class Math, class E, class... Vars>
void write(Out& out, const gradient_program<Math, E, Vars...>& program) {
  out << show::summary(program);
}
template <class Out, class... Vars>
void write(Out&, const refused_program<Vars...>&) {}  // it has been reported
template <class Out>
void write(Out& out, const gradient_check& found) {
  out << found.message();
}
template <class Out, class Target, class Consumer, std::size_t Slot>
void write(Out& out, const edge<Target, Consumer, Slot>&) {
  out << "operand " << Slot << " of ";
  write_name(out, Consumer{});
}

template <class Out, class... S, id... I>
void write(Out& out, const hana::tuple<expr<S, I>...>&) {
  write_list(out, [&](auto node) { write_name(out, node); }, expr<S, I>{}...);
}
template <class Out, class... Target, class... Consumer, std::size_t... Slot>
void write(Out& out, const hana::tuple<edge<Target, Consumer, Slot>...>&) {
  write_list(out, [&](auto one) { show::write(out, one); }, edge<Target, Consumer, Slot>{}...);
}
}  // namespace show
/// \endcond

/// Writes an expression as its formula (show::text); the elements of a tensor or of a view in braces, row by row, {1, 2, 3} or
/// {{1, 2}, {3, 4}}, of a scalar the number alone; a pack by variable, {W = {{1, 2}, {3, 4}}, c = 7}; a result as
/// {value = 1, gradient = {c = 2}}; a program as its table (show::summary); what check_gradient found as its message; an edge, and a
/// list of variables or of edges, in braces; not an empty list, which is Hana's alone. A user's operator<< of a
/// std::ostream and such a type, or any range, is preferred to this one; one of its base class is not.
template <class Char, class Traits, class Value>
  requires std::is_same_v<Char, char> && requires(std::basic_ostream<Char, Traits>& out, const Value& value) { show::write(out, value); }
std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out, const Value& value) {
  show::write(out, value);
  return out;
}

}  // namespace tapeless
