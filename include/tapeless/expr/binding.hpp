// SPDX-License-Identifier: BSL-1.0
#pragma once
// `x = value` makes a binding: a variable and what it stands for in one call. Lvalues are referred to, rvalues kept.
#include <cstddef>
#include <array>
#include <span>
#include <tapeless/expr/requirements.hpp>
#include <tapeless/node/slot.hpp>
#include <tapeless/op/table.hpp>
#include <type_traits>
#include <utility>

namespace tapeless {

/// A variable and its value in a call. `Value` is a reference to an lvalue, or a value of its own.
template <class Shape, node::id Variable, class Value>
struct binding {
  static constexpr node::id variable = Variable;
  using shape_type = Shape;
  using value_type = std::remove_cvref_t<Value>;
  Value value;
};

template <class B>
inline constexpr bool is_binding = false;
template <class S, node::id I, class V>
inline constexpr bool is_binding<binding<S, I, V>> = true;

/// Elements given in braces, kept by value, row by row.
template <class T, std::size_t Size>
struct braced {
  T elements[Size];
  static constexpr std::size_t extent = Size;
  static constexpr std::size_t size() { return Size; }
  constexpr const T* data() const { return elements; }
};

// --- what can be bound ---------------------------------------------------------------------------------------------

/// Contiguous: data() and size().
template <class V>
concept contiguous = requires(const V& v) {
  *v.data();
  v.size();
};

inline constexpr std::size_t run_time_size = static_cast<std::size_t>(-1);

/// The element type of a value, and how many elements its type promises (run_time_size: not known).
template <class V>
struct bound_value {
  using element = V;  // a number, or a class that behaves like one
  static constexpr std::size_t size = 1;
  static constexpr bool nested = false;
};
template <contiguous V>
struct bound_value<V> {
  using element = std::remove_cvref_t<decltype(*std::declval<const V&>().data())>;
  static constexpr bool nested = false;
  static constexpr std::size_t size = [] {
    if constexpr (requires { V::shape_type::size; }) return V::shape_type::size;
    else if constexpr (requires { std::tuple_size<V>::value; }) return std::size_t{std::tuple_size<V>::value};
    else if constexpr (requires { V::extent; }) return V::extent == std::dynamic_extent ? run_time_size : V::extent;
    else return run_time_size;
  }();
};
template <class T, std::size_t N>
struct bound_value<T[N]> {
  using element = std::remove_cv_t<T>;
  static constexpr std::size_t size = N;
  static constexpr bool nested = false;
};
template <class T, std::size_t R, std::size_t C>
struct bound_value<T[R][C]> {
  using element = std::remove_cv_t<T>;
  static constexpr std::size_t size = R * C;
  static constexpr bool nested = true;
  static constexpr std::size_t columns = C;
};
template <class T, std::size_t C, std::size_t R>
struct bound_value<std::array<std::array<T, C>, R>> {
  using element = T;
  static constexpr std::size_t size = R * C;
  static constexpr bool nested = true;
  static constexpr std::size_t columns = C;
};

// --- making a binding ----------------------------------------------------------------------------------------------

/// The name of a variable as a template argument, for error messages.
template <node::id Id>
consteval std::size_t name_length() {
  return std::string_view(node::describe<Id>().name).size();
}
template <node::id Id>
consteval auto name_of_variable() {
  constexpr std::size_t length = name_length<Id>();
  meta::fixed_string<length + 1> name;
  const char* text = node::describe<Id>().name;
  for (std::size_t i = 0; i < length; ++i) name.text[i] = text[i];
  return name;
}
template <node::id Id>
consteval bool is_variable() {
  return op::is_variable(node::describe<Id>().op);
}

template <class Shape, node::id Id, std::size_t Given>
constexpr void check_number_of_elements() {
  if constexpr (Given != run_time_size && Given != Shape::size)
    static_assert(
        requires_that::value_has_as_many_elements<variable<name_of_variable<Id>(), here::of<Shape>>,
                                                  number_of_elements<Given>>,
        "tapeless: x = value requires as many elements as the variable has; pass a value of the variable's shape");
}

template <class Shape, node::id Id, class V>
constexpr auto bind(V&& value) {
  using plain = std::remove_cvref_t<V>;
  using stored = std::conditional_t<std::is_lvalue_reference_v<V>, const plain&, plain>;
  static_assert(is_variable<Id>(), "tapeless: only a variable can be bound; put its name to the left of the =");
  static_assert(!requires { typename plain::hana_tag; } || contiguous<plain>,
                "tapeless: a variable is bound to a value, not to an expression; build the expression with it instead");
  if constexpr (is_variable<Id>()) check_number_of_elements<Shape, Id, bound_value<plain>::size>();
  return binding<Shape, Id, stored>{static_cast<V&&>(value)};
}

template <class Shape, node::id Id, class T, std::size_t N>
constexpr auto bind_braced(const T (&values)[N]) {
  check_number_of_elements<Shape, Id, N>();
  braced<T, N> kept{};
  for (std::size_t i = 0; i < N; ++i) kept.elements[i] = values[i];
  return binding<Shape, Id, braced<T, N>>{kept};
}

template <class Shape, node::id Id, class T, std::size_t R, std::size_t C>
constexpr auto bind_braced(const T (&values)[R][C]) {
  check_number_of_elements<Shape, Id, R * C>();
  braced<T, R * C> kept{};
  for (std::size_t i = 0; i < R * C; ++i) kept.elements[i] = values[i / C][i % C];
  return binding<Shape, Id, braced<T, R * C>>{kept};
}

}  // namespace tapeless
