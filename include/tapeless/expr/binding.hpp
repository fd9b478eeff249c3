// SPDX-License-Identifier: BSL-1.0
#pragma once
// `x = value` makes a binding: a variable and what it stands for in one call. Lvalues are referred to, rvalues kept.
#include <array>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>
#include <tapeless/expr/requirements.hpp>
#include <tapeless/meta/failure.hpp>
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
/// How long a contiguous range is.
template <class V>
inline constexpr std::size_t promised_size = [] {
  if constexpr (requires { V::shape_type::size; }) return V::shape_type::size;
  else if constexpr (requires { std::tuple_size<V>::value; }) return std::size_t{std::tuple_size<V>::value};
  else if constexpr (requires { V::extent; }) return V::extent == std::dynamic_extent ? run_time_size : V::extent;
  else return run_time_size;
}();
template <class V>
using element_of_range = std::remove_cvref_t<decltype(*std::declval<const V&>().data())>;
template <contiguous V>
struct bound_value<V> {
  using element = element_of_range<V>;
  static constexpr std::size_t size = promised_size<V>;
  static constexpr bool nested = false;
};
template <class T, std::size_t N>
struct bound_value<T[N]> {
  using element = std::remove_cv_t<T>;
  static constexpr std::size_t size = N;
  static constexpr bool nested = false;
};
/// A row of numbers and nothing else, so that rows lie one behind the other in a range or an array of them: an array, or a tensor without padding.
template <class E>
concept row_of_numbers = (contiguous<E> || std::is_bounded_array_v<E>) && bound_value<E>::size != run_time_size &&
                         sizeof(E) == bound_value<E>::size * sizeof(typename bound_value<E>::element);
template <class Row, std::size_t Rows>
struct bound_rows {
  using element = typename bound_value<Row>::element;
  static constexpr std::size_t columns = bound_value<Row>::size, size = Rows == run_time_size ? run_time_size : Rows * columns;
  static constexpr bool nested = true;
};
template <class V>
  requires(contiguous<V> && row_of_numbers<element_of_range<V>>)
struct bound_value<V> : bound_rows<element_of_range<V>, promised_size<V>> {};
template <class T, std::size_t N>
  requires row_of_numbers<std::remove_cv_t<T>>
struct bound_value<T[N]> : bound_rows<std::remove_cv_t<T>, N> {};

/// The matrix that a type promises to be; a scalar's extents where it promises none (flat ranges fit any shape).
template <class V>
inline constexpr extents promised_matrix = [] {
  if constexpr (requires { V::shape_type::rank; }) return V::shape_type::rank == 2 ? extents_of<typename V::shape_type> : extents{};
  else if constexpr (!bound_value<V>::nested) return extents{};
  else if constexpr (bound_value<V>::size == run_time_size) return extents{};
  else return extents_of<shape<bound_value<V>::size / bound_value<V>::columns, bound_value<V>::columns>>;
}();

/// How many numbers there are in a range or an array, and where they begin.
template <class V>
constexpr std::size_t numbers_in(const V& value) {
  if constexpr (bound_value<V>::nested) return std::size(value) * bound_value<V>::columns;
  else return std::size(value);
}
/// Number i of them.
template <class V>
constexpr const auto& number_at(const V& value, std::size_t i) {
  if constexpr (bound_value<V>::nested) return number_at(std::data(value)[i / bound_value<V>::columns], i % bound_value<V>::columns);
  else return std::data(value)[i];
}
template <class V>
  requires requires(V& value) { std::data(value); }
constexpr auto first_number(V& value) {
  auto* const first = std::data(value);
  using number = typename bound_value<std::remove_cv_t<V>>::element;
  if constexpr (!bound_value<std::remove_cv_t<V>>::nested) return first;
  else return reinterpret_cast<std::conditional_t<std::is_const_v<std::remove_pointer_t<decltype(first)>>, const number, number>*>(first);
}

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
/// A node as an error names it: a variable by name and shape, any other by its shape.
template <class Shape, node::id Id>
consteval auto find_word() {
  if constexpr (node::is_of_variable(Id)) return std::type_identity<variable<name_of_variable<Id>(), here::of<Shape>>>{};
  else return std::type_identity<node_of_shape<here::of<Shape>>>{};
}
template <class Shape, node::id Id>
using word_of = typename decltype(find_word<Shape, Id>())::type;

/// What is left of a binding that was refused: a call that meets it has nothing to add.
struct refused {};
template <>
struct bound_value<refused> {
  using element = int;
  static constexpr std::size_t size = 1;
  static constexpr bool nested = false;
};

/// The name of a variable, for texts at run time; of another node "a value".
template <node::id Id>
constexpr std::string_view name_in_text() {
  if constexpr (node::is_of_variable(Id)) return node::describe<Id>().name;
  else return "a value";
}

template <class T>
inline constexpr bool is_character = std::same_as<T, char> || std::same_as<T, wchar_t> || std::same_as<T, char8_t> ||
                                     std::same_as<T, char16_t> || std::same_as<T, char32_t>;
/// Can this be the scalar type of a program, or be converted to one? Characters are text.
template <class T>
concept number = !is_character<T> && (std::is_arithmetic_v<T> || requires(const T& a) { T(a + a), T(a * a), T(0); });

/// Are rows, if that is what a V has, each a whole value of a shape, or each a row of one?
template <class V>
constexpr bool rows_fit([[maybe_unused]] extents shape) {
  if constexpr (bound_value<V>::nested) return bound_value<V>::columns == shape.size() || (shape.rank == 2 && bound_value<V>::columns == shape.columns);
  else return true;
}

/// Reports what the type V tells to be wrong with a value for Shape, of which the error speaks as Word; true if nothing is.
template <class Word, class Shape, class V>
consteval bool can_hold() {
  constexpr std::size_t given = bound_value<V>::size;
  using element = typename bound_value<V>::element;
  if constexpr (!number<element>) {
    static_assert(requires_that::is_a_number<element>,
                  "tapeless: x = value requires numbers; pass a number, a tensor, an array or a contiguous range of them (elements of a "
                  "matrix row by row, or an array of its rows, without padding; a pointer as std::span(pointer, size))");
    return false;
  } else if constexpr (given != run_time_size && given != Shape::size) {
    static_assert(requires_that::value_has_as_many_elements<Word, number_of_elements<given>>,
                  "tapeless: x = value requires as many elements as x has; pass a value of the shape of x (to map, for a value per "
                  "element, a span or a vector)");
    return false;
  } else if constexpr (given == run_time_size && !rows_fit<V>(extents_of<Shape>)) {
    static_assert(requires_that::value_has_as_many_elements<Word, number_of_elements<bound_value<V>::columns>>,
                  "tapeless: x = value requires rows of as many elements as x has, or as a row of the matrix x has; these have another number");
    return false;
  } else if constexpr (promised_matrix<V>.rank == 2 && promised_matrix<V> != extents_of<Shape>) {
    static_assert(requires_that::value_has_the_shape<Word, here::of<shape_of<promised_matrix<V>.code()>>>,
                  "tapeless: x = value requires a matrix of the shape of x; this one has as many elements in another shape: "
                  "transpose it, or, if its elements are those of x row by row, pass them as one flat range");
    return false;
  } else {
    return true;
  }
}

/// Reports what is wrong with binding a value of type V; true if nothing is.
template <class Shape, node::id Id, class V>
consteval bool can_bind() {
  if constexpr (!node::is_of_variable(Id)) {
    static_assert(requires_that::is_a_variable<word_of<Shape, Id>>,
                  "tapeless: x = value requires a variable x; here is an expression: bind the variables in it");
    return false;
  } else if constexpr (requires { typename V::hana_tag; } && !contiguous<V>) {
    static_assert(requires_that::never<word_of<Shape, Id>>,
                  "tapeless: x = value requires a value; here is an expression: build E with it instead of x");
    return false;
  } else {
    return can_hold<word_of<Shape, Id>, Shape, V>();
  }
}

template <class Shape, node::id Id, class V>
constexpr auto bind(V&& value) {
  using plain = std::remove_cvref_t<V>;
  using stored = std::conditional_t<std::is_lvalue_reference_v<V>, const plain&, plain>;
  if constexpr (can_bind<Shape, Id, plain>()) return binding<Shape, Id, stored>{static_cast<V&&>(value)};
  else return binding<Shape, Id, refused>{};
}

template <class Shape, node::id Id, class T, std::size_t N>
constexpr auto bind_braced(const T (&values)[N]) {
  if constexpr (can_bind<Shape, Id, T[N]>()) {
    braced<T, N> kept{};
    for (std::size_t i = 0; i < N; ++i) kept.elements[i] = values[i];
    return binding<Shape, Id, braced<T, N>>{kept};
  } else {
    return binding<Shape, Id, refused>{};
  }
}

template <class Shape, node::id Id, class T, std::size_t R, std::size_t C>
constexpr auto bind_braced(const T (&values)[R][C]) {
  if constexpr (can_bind<Shape, Id, T[R][C]>()) {
    braced<T, R * C> kept{};
    for (std::size_t i = 0; i < R * C; ++i) kept.elements[i] = values[i / C][i % C];
    return binding<Shape, Id, braced<T, R * C>>{kept};
  } else {
    return binding<Shape, Id, refused>{};
  }
}

/// One of several numbers in braces, which need not be of one type. A class, so that numbers of one type, and rows, prefer to be an
/// array of theirs.
template <class T>
struct number_in_braces {
  T value;
  constexpr number_in_braces(T v) : value(v) {}
};
/// Rows in braces that are of different lengths. A class for the same reason.
template <class T>
struct uneven_rows {
  std::initializer_list<std::initializer_list<T>> given;
  constexpr uneven_rows(std::initializer_list<std::initializer_list<T>> rows) : given(rows) {}
};
/// What empty braces make, and nothing else does.
enum class no_elements {};

/// Copies rows to elements that have as many rows and columns.
template <class Shape, node::id Id, class T, class Rows>
constexpr void copy_rows(T* to, const Rows& rows) {
  constexpr extents e = extents_of<Shape>;
  std::size_t i = 0;
  for (const auto& row : rows) {
    std::size_t j = 0;
    for (const auto& v : row) {
      if (i < e.rows && j < e.columns) to[i * e.columns + j] = static_cast<T>(v);
      ++j;
    }
    if (j != e.columns) throw_length_error(e.columns, j, name_in_text<Id>(), "elements in each row");
    ++i;
  }
  if (i != e.rows) throw_length_error(e.rows, i, name_in_text<Id>(), "rows");
}

template <class Shape, node::id Id, std::size_t N>
constexpr auto bind_mixed(const number_in_braces<double> (&values)[N]) {
  if constexpr (can_bind<Shape, Id, double[N]>()) {
    braced<double, N> kept{};
    for (std::size_t i = 0; i < N; ++i) kept.elements[i] = values[i].value;
    return binding<Shape, Id, braced<double, N>>{kept};
  } else {
    return binding<Shape, Id, refused>{};
  }
}

template <class Shape, node::id Id>
constexpr auto bind_rows(std::initializer_list<std::initializer_list<double>> rows) {
  if constexpr (can_bind<Shape, Id, braced<double, Shape::size>>()) {
    braced<double, Shape::size> kept{};
    copy_rows<Shape, Id>(kept.elements, rows);
    return binding<Shape, Id, braced<double, Shape::size>>{kept};
  } else {
    return binding<Shape, Id, refused>{};
  }
}

/// Numbers or rows in braces, and nothing else: what expressions refuse that are no variables.
struct any_braces {
  template <class T>
  constexpr any_braces(std::initializer_list<T>) {}
  template <class T>
  constexpr any_braces(std::initializer_list<std::initializer_list<T>>) {}
  constexpr any_braces(std::initializer_list<std::initializer_list<double>>) {}  // of several types
  template <class T, class U, class... More>
  constexpr any_braces(const T&, const U&, const More&...) {}
};
template <class Shape, node::id Id>
constexpr auto refuse_braces() {
  static_cast<void>(can_bind<Shape, Id, std::array<double, 0>>());
  return binding<Shape, Id, refused>{};
}

}  // namespace tapeless
