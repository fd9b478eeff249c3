// SPDX-License-Identifier: BSL-1.0
#pragma once
// A pack holds the values of some variables, one after the other in one flat array, keyed by variable.
#include <boost/hana/tuple.hpp>
#include <concepts>
#include <tapeless/codegen/tensor.hpp>
#include <tapeless/diff/derivative.hpp>
#include <tapeless/expr/expression.hpp>
#include <type_traits>

namespace tapeless {

template <class T, class... Vars>
struct pack;
template <class T, class... Vars>
struct value_with_gradient;

namespace requires_that {
template <bool Are, class... Vars>
inline constexpr bool are_variables = Are;
template <class Left, class Right>
inline constexpr bool are_packs_alike = false;
template <class T, class... Variables>
struct pack_of;
}  // namespace requires_that

namespace codegen {
/// Loops, because clang's folds stop at 256.
template <class... Vars>
consteval bool all_are_expressions() {
  for (const bool is : {expression<Vars>..., true})
    if (!is) return false;
  return true;
}
template <class... Vars>
consteval std::size_t total_size() {
  std::size_t total = 0;
  static_assert(requires_that::are_variables<all_are_expressions<Vars...>(), Vars...>,
                "tapeless: pack<T, Variables...> requires the types of variables: pack<float, decltype(W), decltype(b)>");
  if constexpr (all_are_expressions<Vars...>()) {
    static_assert(diff::all_different<Vars::self...>(), "tapeless: a pack requires each variable once; drop the repetition");
    for (const std::size_t size : {Vars::shape_type::size..., std::size_t{0}}) total += size;
  }
  return total;
}
/// decltype(W) is const, an element of a list of variables is not.
template <class T, class... V, class... W>
consteval bool hold_the_same(const pack<T, V...>*, const pack<T, W...>*) {
  return std::is_same_v<pack<T, std::remove_const_t<V>...>, pack<T, std::remove_const_t<W>...>>;
}
consteval bool hold_the_same(const void*, const void*) { return false; }
/// Are these packs, or derived from packs, of the same variables and scalar type?
template <class Lhs, class Rhs>
inline constexpr bool same_variables = hold_the_same(static_cast<const Lhs*>(nullptr), static_cast<const Rhs*>(nullptr));

template <class T, class... V>
void read_pack(const pack<T, V...>&);
/// What a gradient program returns.
template <class Other>
inline constexpr bool gradient_result = false;
template <class T, class... Vars>
inline constexpr bool gradient_result<value_with_gradient<T, Vars...>> = true;
/// What may be meant to be added to a pack: a pack, or what is derived from one; a number or a result, by mistake.
template <class Other>
concept addend = std::is_arithmetic_v<Other> || gradient_result<Other> || requires(const Other& other) { read_pack(other); };
/// Reports that a pack is wanted, and a value with its gradient is given.
template <class Result>
constexpr void refuse_result() {
  static_assert(requires_that::never<Result>, "tapeless: the result of a gradient program is a value and a gradient; for the pack write result.gradient");
}

/// What a temporary pack gives: const, because what is written to it would be lost.
template <class T, class S>
using copy_of_variable = std::conditional_t<S::rank == 0, T, const tensor<T, S>>;

/// A pack as an error names it.
template <class T, class... S, id... I>
consteval auto words_of(const pack<T, expr<S, I>...>*) -> requires_that::pack_of<T, word_of<S, I>...>;
template <class T, class... S, id... I>
consteval auto words_of(const pack<T, const expr<S, I>...>*) -> requires_that::pack_of<T, word_of<S, I>...>;
template <class P>
using words = decltype(words_of(static_cast<const P*>(nullptr)));
}  // namespace codegen

/// The values of some variables, one after the other, row by row: pack<T, decltype(W), decltype(b)>. p[W] is a view of
/// W's elements (a T& for a scalar); the whole is a range of T. Like std::array: `pack<…> p{}` is zero, `pack<…> p;` is
/// not initialised. As an argument of a program it binds every variable in it.
template <class T, class... Vars>
struct pack {
  using value_type = T;  ///< of every element
  /// How many elements there are.
  static constexpr std::size_t extent = codegen::total_size<Vars...>();
  /// All of them; aligned for vector loads.
  alignas(codegen::alignment<T, extent == 0 ? 1 : extent>) T elements[extent == 0 ? 1 : extent];

  /// Where a variable's elements begin; `extent` if it is not in the pack.
  static constexpr std::size_t offset(id variable) {
    constexpr id ids[] = {Vars::self..., 0};
    constexpr std::size_t sizes[] = {Vars::shape_type::size..., 0};
    std::size_t at = 0;
    for (std::size_t k = 0; k < sizeof...(Vars); ++k) {
      if (ids[k] == variable) return at;
      at += sizes[k];
    }
    return extent;
  }
  /// Is a variable in the pack?
  static constexpr bool holds(id variable) { return offset(variable) < extent; }

  /// The elements of a variable: a T& for a scalar, else a tensor_view; const if the pack is. Of a temporary pack, a copy: a T or
  /// a const tensor. A variable that is not in the pack is an error, and so is a number.
  /// @{
  template <class S, id I>
  constexpr decltype(auto) operator[](expr<S, I>) & {
    return at<S, I>(elements);
  }
  template <class S, id I>
  constexpr decltype(auto) operator[](expr<S, I>) const& {
    return at<S, I>(elements);
  }
  template <class S, id I>
  constexpr codegen::copy_of_variable<T, S> operator[](expr<S, I>) const&& {
    return codegen::copy_of_variable<T, S>(at<S, I>(elements));
  }
  template <std::integral Number>
  constexpr T& operator[](Number) const {
    static_assert(requires_that::never<Number>,
                  "tapeless: pack[x] requires a variable x that the pack was made for; the elements by number are data()[i]");
    return *const_cast<T*>(elements);  // so that p[0] = 1 is one error, not two
  }
  /// @}

  /// The pack as a range of all its elements.
  /// @{
  static constexpr std::size_t size() { return extent; }
  constexpr T* data() { return elements; }
  constexpr const T* data() const { return elements; }
  constexpr T* begin() { return elements; }
  constexpr T* end() { return elements + extent; }
  constexpr const T* begin() const { return elements; }
  constexpr const T* end() const { return elements + extent; }
  /// @}

  /// Element by element. The other pack has the same variables; whether its type is written with const, as decltype(W) is,
  /// or without, as in what zeros and programs return, makes no difference. A pack of others, or a number, is an error.
  /// @{
  template <codegen::addend Other>
  constexpr pack& operator+=(const Other& other) {
    if constexpr (is_like<Other>())
      for (std::size_t i = 0; i < extent; ++i) elements[i] = T(elements[i] + other.elements[i]);
    return *this;
  }
  template <codegen::addend Other>
  constexpr pack& operator-=(const Other& other) {
    if constexpr (is_like<Other>())
      for (std::size_t i = 0; i < extent; ++i) elements[i] = T(elements[i] - other.elements[i]);
    return *this;
  }
  constexpr pack& operator*=(const T& factor) {
    for (std::size_t i = 0; i < extent; ++i) elements[i] = T(elements[i] * factor);
    return *this;
  }
  constexpr pack& operator/=(const T& divisor) {
    for (std::size_t i = 0; i < extent; ++i) elements[i] = T(elements[i] / divisor);
    return *this;
  }
  template <codegen::addend Other>
  friend constexpr pack operator+(const pack& a, const Other& b) {
    pack sum = a;
    sum += b;
    return sum;
  }
  template <codegen::addend Other>
  friend constexpr pack operator-(const pack& a, const Other& b) {
    pack difference = a;
    difference -= b;
    return difference;
  }
  template <class Number>
    requires std::is_arithmetic_v<Number>
  friend constexpr pack operator+(Number, const pack& a) {
    static_cast<void>(is_like<Number>());
    return a;
  }
  template <class Number>
    requires std::is_arithmetic_v<Number>
  friend constexpr pack operator-(Number, const pack& a) {
    static_cast<void>(is_like<Number>());
    return a;
  }
  friend constexpr pack operator-(const pack& a) {
    pack negative = a;
    for (T& element : negative) element = -element;
    return negative;
  }
  friend constexpr pack operator*(const T& factor, const pack& a) { return a * factor; }
  friend constexpr pack operator*(const pack& a, const T& factor) {
    pack product = a;
    product *= factor;
    return product;
  }
  friend constexpr pack operator/(const pack& a, const T& divisor) {
    pack quotient = a;
    quotient /= divisor;
    return quotient;
  }
  template <class... Others>
    requires codegen::same_variables<pack, pack<Others...>>
  constexpr bool operator==(const pack<Others...>& other) const {
    for (std::size_t i = 0; i < extent; ++i)
      if (!(elements[i] == other.elements[i])) return false;
    return true;
  }
  template <class... Others>
    requires(!codegen::same_variables<pack, pack<Others...>>)
  constexpr bool operator==(const pack<Others...>&) const {
    return is_like<pack<Others...>>();
  }
  /// @}

  /// A product or quotient of two packs could mean several things: an error.
  /// @{
  template <class... Others>
  friend constexpr pack operator*(const pack& a, const pack<Others...>&) {
    refuse_product<pack<Others...>>();
    return a;
  }
  template <class... Others>
  friend constexpr pack operator/(const pack& a, const pack<Others...>&) {
    refuse_product<pack<Others...>>();
    return a;
  }
  /// @}

  /// Assigns the elements of a pack of the same variables.
  template <class... Others>
    requires(codegen::same_variables<pack, pack<Others...>> && !std::is_same_v<pack, pack<Others...>>)
  constexpr pack& operator=(const pack<Others...>& other) {
    for (std::size_t i = 0; i < extent; ++i) elements[i] = other.elements[i];
    return *this;
  }
  /// A pack of others is not assigned.
  template <class U, class... Others>
    requires(!codegen::same_variables<pack, pack<U, Others...>>)
  pack& operator=(const pack<U, Others...>&) = delete;  // tapeless: a pack is assigned from one of the same variables, in their order, and the same floating type
  /// A result is no pack.
  template <class... Others>
  pack& operator=(const value_with_gradient<Others...>&) = delete;  // tapeless: the result of a gradient program is a value and a gradient; for the pack write result.gradient

 private:
  template <class Other>
  static consteval bool is_like() {
    if constexpr (std::is_arithmetic_v<Other>)
      static_assert(requires_that::never<Other>,
                    "tapeless: a number is not added to a pack or subtracted; it multiplies or divides one, and a loop over the "
                    "pack adds it to every element");
    else if constexpr (codegen::gradient_result<Other>) codegen::refuse_result<Other>();
    else
      static_assert(codegen::same_variables<pack, Other> ||
                        requires_that::are_packs_alike<codegen::words<pack>, codegen::words<Other>>,
                    "tapeless: packs are added, subtracted and compared with packs of the same variables, in their order, and the "
                    "same floating type; make both from one list of variables");
    return codegen::same_variables<pack, Other>;
  }
  template <class Other>
  static constexpr void refuse_product() {
    static_assert(requires_that::never<Other>,
                  "tapeless: a pack is multiplied and divided by a number; what is meant by another pack is written as a loop over "
                  "their elements");
  }
  template <class S, id I, class E>
  static constexpr decltype(auto) at(E* from) {
    static_assert(requires_that::pack_holds<holds(I), word_of<S, I>>,
                  "tapeless: pack[x] requires a variable x that the pack was made for; make the pack with it");
    constexpr std::size_t k = holds(I) ? offset(I) : 0;
    if constexpr (S::rank == 0) return (from[k]);
    else return tensor_view<E, S, I>(from + k);
  }
};

/// \cond internal
template <class P>
inline constexpr bool is_pack = false;
template <class T, class... V>
inline constexpr bool is_pack<pack<T, V...>> = true;
/// \endcond

/// A pack of zeros for a list of variables: zeros<float>(parameters(E)).
template <class T, class... V>
constexpr pack<T, V...> zeros(hana::tuple<V...>) {
  return {};
}
/// The same for variables without a list: zeros<float>(W, b).
template <class T, class... S, id... I>
constexpr pack<T, expr<S, I>...> zeros(expr<S, I>...) {
  return {};
}

}  // namespace tapeless
