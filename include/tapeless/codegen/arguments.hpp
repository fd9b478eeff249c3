// SPDX-License-Identifier: BSL-1.0
#pragma once
// The arguments of a call: bindings (x = value), packs and a workspace, in any order. Each becomes a pointer to elements of the
// scalar type T; what has the right layout is read where it lies.
#include <concepts>
#include <tapeless/codegen/pack.hpp>
#include <tapeless/codegen/workspace.hpp>
#include <tapeless/expr/binding.hpp>
#include <tapeless/math/generic.hpp>
#include <tuple>

namespace tapeless::codegen {

// --- the scalar type -----------------------------------------------------------------------------------------------

template <class A>
struct element_of;
template <class S, id I, class V>
struct element_of<binding<S, I, V>> {
  using type = typename bound_value<std::remove_cvref_t<V>>::element;
};
template <class T, class... V>
struct element_of<pack<T, V...>> {
  using type = T;
};
template <class T>
struct element_of<workspace<T>> {
  using type = T;
};

template <class A>
inline constexpr bool is_argument = is_binding<A> || is_pack<A> || is_workspace<A>;

/// The floating type of all arguments: integers adopt it, double where there is none. Two of them are an error.
template <class Found, class... Rest>
struct common_scalar {
  using type = Found;
};
template <class Found, class Next, class... Rest>
struct common_scalar<Found, Next, Rest...>
    : common_scalar<std::conditional_t<std::is_void_v<Found> && !std::integral<Next>, Next, Found>, Rest...> {};

template <class... Args>
using found_scalar = typename common_scalar<void, typename element_of<Args>::type...>::type;
template <class... Args>
using scalar_type = std::conditional_t<std::is_void_v<found_scalar<Args...>>, double, found_scalar<Args...>>;

template <class T, class... Elements>
inline constexpr bool one_scalar_type = !std::integral<T> && ((std::integral<Elements> || std::same_as<T, Elements>)&&...);

// --- which argument holds a variable ------------------------------------------------------------------------------

struct place {
  int count = 0;  // of arguments that hold the variable
  int argument = 0;
  std::size_t offset = 0;
};

template <class A>
struct held {  // nothing
  static constexpr bool holds(id) { return false; }
  static constexpr std::size_t offset(id) { return 0; }
};
template <class S, id I, class V>
struct held<binding<S, I, V>> {
  static constexpr bool holds(id variable) { return variable == I; }
  static constexpr std::size_t offset(id) { return 0; }
};
template <class T, class... V>
struct held<pack<T, V...>> : pack<T, V...> {};

template <class... Args>
constexpr place place_of([[maybe_unused]] id variable) {
  place p;
  [[maybe_unused]] int k = 0;
  ((held<Args>::holds(variable) ? (void)(++p.count, p.argument = k, p.offset = held<Args>::offset(variable), ++k)
                                : (void)++k),
   ...);
  return p;
}

// --- an argument, opened --------------------------------------------------------------------------------------------

template <class T, class A>
struct argument;

template <class T, class... V>
struct argument<T, pack<T, V...>> {
  const T* elements;
  constexpr explicit argument(const pack<T, V...>& given_pack) : elements(given_pack.data()) {}
  constexpr const T* data() const { return elements; }
};
template <class T, class U, class... V>
  requires(!std::same_as<T, U>)
struct argument<T, pack<U, V...>> {  // integers adopt T; anything else was refused
  T copy[pack<U, V...>::extent];
  constexpr explicit argument(const pack<U, V...>& given_pack) {
    for (std::size_t i = 0; i < given_pack.size(); ++i) copy[i] = math::converted<T>(given_pack.data()[i]);
  }
  constexpr const T* data() const { return copy; }
};

/// Nothing to be read; where intermediate values go, if it is large enough.
template <class T, class U>
struct argument<T, workspace<U>> {
  const workspace<U>& given;
  constexpr explicit argument(const workspace<U>& given_workspace) : given(given_workspace) {}
  constexpr const T* data() const { return nullptr; }
  constexpr T* workspace_of(std::size_t required) const {
    if constexpr (!std::same_as<T, U>) return nullptr;  // it was refused
    else if (given.size < required) return throw_length_error(required, given.size, "a workspace"), nullptr;
    else return given.elements;
  }
};

/// A number, kept as a T.
template <class T, class S, id I, class V>
struct argument<T, binding<S, I, V>> {
  T number;
  constexpr explicit argument(const binding<S, I, V>& given_binding) : number(math::converted<T>(given_binding.value)) {}
  constexpr const T* data() const { return &number; }
};

/// A range of another length than S, which is known only now, is refused.
template <class S, id I, class V>
constexpr void require_size([[maybe_unused]] const V& value) {
  if constexpr (bound_value<V>::size == run_time_size)
    if (numbers_in(value) != S::size) throw_length_error(S::size, numbers_in(value), name_in_text<I>());
}

/// Elements of type T in one piece: looked at.
template <class T, class S, id I, class V>
  requires(std::same_as<typename bound_value<std::remove_cvref_t<V>>::element, T> &&
           !bound_value<std::remove_cvref_t<V>>::nested &&
           (contiguous<std::remove_cvref_t<V>> || std::is_array_v<std::remove_cvref_t<V>>))
struct argument<T, binding<S, I, V>> {
  const T* elements;
  constexpr explicit argument(const binding<S, I, V>& given_binding) : elements(std::data(given_binding.value)) { require_size<S, I>(given_binding.value); }
  constexpr const T* data() const { return elements; }
};

/// Rows of T: looked at, too; copied in constant expressions, where no pointer goes from one row to the next.
template <class T, class S, id I, class V>
  requires(std::same_as<typename bound_value<std::remove_cvref_t<V>>::element, T> && bound_value<std::remove_cvref_t<V>>::nested)
struct argument<T, binding<S, I, V>> {
  const T* elements;
  T copy[S::size];  // at run time nobody writes or reads it
  constexpr explicit argument(const binding<S, I, V>& given_binding) {
    require_size<S, I>(given_binding.value);
    if (std::is_constant_evaluated()) {
      for (std::size_t i = 0; i < S::size; ++i) copy[i] = number_at(given_binding.value, i);
      elements = copy;
    } else elements = first_number(given_binding.value);
  }
  argument(const argument&) = delete;
  constexpr const T* data() const { return elements; }
};

/// Elements of another type: copied.
template <class T, class S, id I, class V>
  requires(!std::same_as<typename bound_value<std::remove_cvref_t<V>>::element, T> &&
           (contiguous<std::remove_cvref_t<V>> || std::is_array_v<std::remove_cvref_t<V>>))
struct argument<T, binding<S, I, V>> {
  T copy[S::size];
  constexpr explicit argument(const binding<S, I, V>& given_binding) { copy_elements(given_binding.value); }
  constexpr void copy_elements(const std::remove_cvref_t<V>& from) {
    require_size<S, I>(from);
    for (std::size_t i = 0; i < S::size; ++i) copy[i] = math::converted<T>(number_at(from, i));
  }
  constexpr const T* data() const { return copy; }
};

}  // namespace tapeless::codegen
