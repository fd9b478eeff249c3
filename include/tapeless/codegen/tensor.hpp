// SPDX-License-Identifier: BSL-1.0
#pragma once
// Values: tensor owns its elements, tensor_view looks at some of a pack. Row-major, contiguous, no heap.
#include <bit>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <tapeless/meta/failure.hpp>
#include <tapeless/expr/binding.hpp>
#include <tapeless/expr/operators.hpp>
#include <tapeless/shape/shape.hpp>
#include <type_traits>

namespace tapeless {

namespace codegen {

template <class Range>
concept iterable = requires(const Range& range) { std::begin(range); };

/// Element access for whoever has data() and a Shape: t[i], t(i), t(i, j), from 0 and row by row; size(), and
/// iterators.
template <class Self, class Shape>
struct element_access : refused_operand {
  using shape_type = Shape;
  static constexpr std::size_t size() { return Shape::size; }

  constexpr auto& operator[](std::size_t i) { return self().data()[i]; }
  constexpr const auto& operator[](std::size_t i) const { return self().data()[i]; }
  constexpr auto& operator()(std::size_t i) { return self().data()[i]; }
  constexpr const auto& operator()(std::size_t i) const { return self().data()[i]; }
  constexpr auto& operator()(std::size_t row, std::size_t column)
    requires(Shape::rank == 2)
  {
    return self().data()[row * extents_of<Shape>.columns + column];
  }
  constexpr const auto& operator()(std::size_t row, std::size_t column) const
    requires(Shape::rank == 2)
  {
    return self().data()[row * extents_of<Shape>.columns + column];
  }
  constexpr auto begin() { return self().data(); }
  constexpr auto end() { return self().data() + Shape::size; }
  constexpr auto begin() const { return self().data(); }
  constexpr auto end() const { return self().data() + Shape::size; }

 protected:
  /// Writes elements from braces, an array or a range. Throws std::length_error when their number is another.
  template <class From>
  constexpr void assign(const From& from) {
    std::size_t i = 0;
    for (const auto& v : from) {
      if (i < Shape::size) (*this)[i] = static_cast<std::remove_cvref_t<decltype((*this)[0])>>(v);
      ++i;
    }
    if (i != Shape::size) throw_length_error(Shape::size, i, name_in_text<Self::variable>());
  }
  /// What a type tells of its size and shape is asked of it before the program runs.
  template <class From>
  constexpr void assign_value(const From& from) {
    using word = std::conditional_t<Self::variable == 0, tensor_of_shape<here::of<Shape>>, word_of<Shape, Self::variable>>;
    if constexpr (expression<From>)
      static_assert(requires_that::never<word>, "tapeless: pack[x] = value requires a value; here is an expression: assign what a program returns");
    else if constexpr (!contiguous<From> && !std::is_array_v<From> && iterable<From>) assign(from);
    else if constexpr (!can_hold<word, Shape, From>()) assign_zeros();  // so that a constant has a value, and no other error
    else if constexpr (bound_value<From>::nested) assign_rows(from);
    else if constexpr (std::is_array_v<From>) assign(from);
    else if constexpr (contiguous<From>) assign(std::span(from.data(), static_cast<std::size_t>(from.size())));
    else (*this)[0] = static_cast<std::remove_cvref_t<decltype((*this)[0])>>(from);
  }
  constexpr void assign_zeros() {
    for (std::size_t i = 0; i < Shape::size; ++i) (*this)[i] = std::remove_cvref_t<decltype((*this)[0])>{};
  }
  template <class From>
  constexpr void assign_rows(const From& rows) {
    copy_rows<Shape, Self::variable>(self().data(), rows);
  }

 private:
  constexpr Self& self() { return static_cast<Self&>(*this); }
  constexpr const Self& self() const { return static_cast<const Self&>(*this); }
};

/// As much alignment as a vector load of the whole can use, 64 bytes at most.
template <class T, std::size_t Size>
inline constexpr std::size_t alignment = !std::is_arithmetic_v<T> ? alignof(T) : Size * sizeof(T) < 64 ? std::bit_floor(Size * sizeof(T)) : 64;

/// Leaves a tensor's elements as they are, also in a std::tuple, which would set them to 0.
struct not_set {};

/// How many elements a tensor has.
template <class Shape>
consteval std::size_t size_of_shape() {
  static_assert(requires_that::is_a_shape<Shape>, "tapeless: tensor<T, Shape> requires a shape: scalar, vec<N> or mat<R, C>");
  if constexpr (requires_that::is_a_shape<Shape>) return Shape::size;
  else return 1;
}

}  // namespace codegen

/// A value of a shape: tensor<float, vec<3>> x = {1, 2, 3}; tensor<double, mat<2, 2>> A = {{1, 2}, {3, 4}}.
/// Contiguous, row by row: x[i], x(i), A(i, j), from 0 and unchecked; size(), begin(), end().
/// Like std::array: `tensor<…> x{}` is zero, `tensor<…> x;` is not initialised.
template <class T, class Shape>
struct tensor : codegen::element_access<tensor<T, Shape>, Shape> {
  using value_type = T;  ///< of every element
  /// \cond internal
  static constexpr node::id variable = 0;  // it stands for none
  /// \endcond
  /// The elements; aligned for vector loads.
  alignas(codegen::alignment<T, codegen::size_of_shape<Shape>()>) T elements[codegen::size_of_shape<Shape>()];

  /// Not initialised, or zero where it is value-initialised.
  constexpr tensor() = default;
  /// Not initialised.
  constexpr explicit tensor(codegen::not_set) {}
  /// From braces, rows in braces, arrays and ranges of exactly as many elements. Another number, or another shape, is an
  /// error where the type tells it; else it throws std::length_error.
  /// @{
  constexpr tensor(std::initializer_list<T> given_values) { this->assign(given_values); }
  constexpr tensor(std::initializer_list<std::initializer_list<T>> given_rows)
    requires(Shape::rank == 2)
  {
    this->assign_rows(given_rows);
  }
  template <class Range>
    requires(!std::same_as<std::remove_cvref_t<Range>, tensor> && codegen::iterable<Range>)
  constexpr tensor(const Range& given_range) {
    this->assign_value(given_range);
  }
  /// @}
  /// One number is not as many elements.
  template <class Number>
    requires std::is_arithmetic_v<Number>
  explicit tensor(Number) = delete;  // tapeless: a tensor requires its elements in braces, an array or a range: tensor<T, vec<2>>{1, 2}

  /// Where the elements lie.
  /// @{
  constexpr T* data() { return elements; }
  constexpr const T* data() const { return elements; }
  /// @}
  /// Element by element.
  friend constexpr bool operator==(const tensor& left, const tensor& right) {
    for (std::size_t i = 0; i < Shape::size; ++i)
      if (!(left.elements[i] == right.elements[i])) return false;
    return true;
  }
};

/// The elements of one variable in a pack, with the members of a tensor. Assigning writes through; T may be const. The
/// variable is known to the type, for errors.
template <class T, class Shape, node::id Variable = 0>
struct tensor_view : codegen::element_access<tensor_view<T, Shape, Variable>, Shape> {
  using value_type = std::remove_const_t<T>;  ///< of every element
  T* elements;                                ///< the first; the others follow, row by row
  /// \cond internal
  static constexpr node::id variable = Variable;
  static constexpr bool is_column = Shape::rank == 2 && extents_of<Shape>.columns == 1;
  /// \endcond

  /// Looks at as many elements as the Shape has, from the first on.
  constexpr explicit tensor_view(T* first_element) : elements(first_element) {}
  /// The view of the same elements that knows no variable: for functions that take views of any.
  constexpr operator tensor_view<T, Shape>() const
    requires(Variable != 0)
  {
    return tensor_view<T, Shape>(elements);
  }
  /// Where the elements lie, and one of them, from 0 and unchecked.
  /// @{
  constexpr T* data() const { return elements; }
  constexpr T& operator[](std::size_t i) const { return elements[i]; }
  constexpr T& operator()(std::size_t i) const { return elements[i]; }
  constexpr T& operator()(std::size_t row, std::size_t column) const
    requires(Shape::rank == 2)
  {
    return elements[row * extents_of<Shape>.columns + column];
  }
  /// @}
  /// Writes braces, rows in braces, an array or a range of exactly as many elements, or one number if there is one
  /// element; empty braces write zeros. Another number, or another shape, is an error where the type tells it, as it does of
  /// braces; rows of different lengths and ranges throw std::length_error.
  /// @{
  template <std::size_t N>
    requires(!is_column)
  constexpr const tensor_view& operator=(const value_type (&values)[N]) {
    this->assign_value(values);
    return *this;
  }
  template <std::size_t N>
    requires(is_column)  // whose rows are numbers in braces, too
  constexpr const tensor_view& operator=(const number_in_braces<value_type> (&values)[N]) {
    value_type plain[N];
    for (std::size_t i = 0; i < N; ++i) plain[i] = values[i].value;
    this->assign_value(plain);
    return *this;
  }
  template <std::size_t Rows, std::size_t Columns>
    requires(is_column || Columns > 1)
  constexpr const tensor_view& operator=(const value_type (&rows)[Rows][Columns]) {
    this->assign_value(rows);
    return *this;
  }
  constexpr const tensor_view& operator=(uneven_rows<value_type> rows)
    requires(Shape::rank == 2)
  {
    this->assign_rows(rows.given);
    return *this;
  }
  constexpr const tensor_view& operator=(no_elements) {
    this->assign_zeros();
    return *this;
  }
  template <class From>
    requires(codegen::iterable<From> || contiguous<From> || std::is_arithmetic_v<From> || expression<From>)
  constexpr const tensor_view& operator=(const From& from) {
    this->assign_value(from);
    return *this;
  }
  /// @}
  /// Looks at the same elements.
  tensor_view(const tensor_view&) = default;
  /// Writes the elements of another view.
  constexpr const tensor_view& operator=(const tensor_view& other) {
    this->assign(other);
    return *this;
  }
};

}  // namespace tapeless
