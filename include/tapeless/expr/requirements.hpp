// SPDX-License-Identifier: BSL-1.0
#pragma once
// What operators require, as variable templates: when one is false, a static_assert prints its name with the names and
// shapes in question. Every message begins with `tapeless:` and says what to do.
#include <tapeless/meta/fixed_string.hpp>
#include <tapeless/shape/shape.hpp>
#include <tapeless/shape/rules.hpp>

namespace tapeless {

/// Words that give an argument of an error its role: W_is<here::mat<3, 2>>.
template <class Here>
struct W_is;
template <class Here>
struct x_is;
template <class Here>
struct a_is;
template <class Here>
struct b_is;
template <meta::fixed_string Name, class Here>
struct variable;
template <class Here>
struct node_of_shape;
template <class Here>
struct consumer_is;
template <class Here>
struct target_is;
template <std::size_t N>
struct number_of_elements;
template <class Here>
struct tensor_of_shape;

namespace requires_that {

template <class Shape>
inline constexpr bool is_a_shape = false;
template <std::size_t... D>
inline constexpr bool is_a_shape<shape<D...>> = true;

template <class Word>
inline constexpr extents extents_here{};
template <std::size_t N>
inline constexpr extents extents_here<here::vec<N>>{1, N, 1};
template <std::size_t R, std::size_t C>
inline constexpr extents extents_here<here::mat<R, C>>{2, R, C};

template <class W, class X>
inline constexpr bool columns_equal_size = false;
template <class W, class X>
inline constexpr bool columns_equal_size<W_is<W>, x_is<X>> = shapes::multiplies(extents_here<W>, extents_here<X>);

template <class A, class B>
inline constexpr bool shapes_are_equal = false;
template <class A, class B>
inline constexpr bool shapes_are_equal<a_is<A>, b_is<B>> = shapes::conform(extents_here<A>, extents_here<B>);

template <class A, class B>
inline constexpr bool vectors_of_equal_size = false;
template <class A, class B>
inline constexpr bool vectors_of_equal_size<a_is<A>, b_is<B>> =
    extents_here<A>.rank == 1 && extents_here<A> == extents_here<B>;

template <class A, class B>
inline constexpr bool both_are_vectors = false;
template <class A, class B>
inline constexpr bool both_are_vectors<a_is<A>, b_is<B>> = extents_here<A>.rank == 1 && extents_here<B>.rank == 1;

template <class X>
inline constexpr bool is_a_vector = false;
template <class X>
inline constexpr bool is_a_vector<x_is<X>> = extents_here<X>.rank == 1;

template <class A, class B>
inline constexpr bool left_is_a_matrix = false;
template <std::size_t R, std::size_t C, class B>
inline constexpr bool left_is_a_matrix<a_is<here::mat<R, C>>, B> = true;

template <class A, class Shape>
inline constexpr bool sizes_are_equal = false;
template <std::size_t Begin, std::size_t Length, class A>
inline constexpr bool segment_is_inside = false;
template <std::size_t I, class A>
inline constexpr bool row_is_inside = false;
template <class A, class B>
inline constexpr bool are_vectors_or_scalars = false;

template <std::size_t Index, class Here>
inline constexpr bool index_is_below_size =
    extents_here<Here>.rank > 0 && Index < extents_here<Here>.size();

template <std::size_t Row, std::size_t Column, class Here>
inline constexpr bool row_and_column_are_inside =
    extents_here<Here>.rank == 2 && Row < extents_here<Here>.rows && Column < extents_here<Here>.columns;

template <bool Free, class X>
inline constexpr bool name_is_free = Free;

/// False, with the variable and the shape of the value.
template <class Variable, class Here>
inline constexpr bool value_has_the_shape = false;

template <class Variable, class Elements>
inline constexpr bool value_has_as_many_elements = false;

template <bool Whole>
inline constexpr bool is_a_whole_number = Whole;
template <class Index>
inline constexpr bool is_a_constant = false;

template <class Node>
inline constexpr bool is_a_variable = false;
template <class Element>
inline constexpr bool is_a_number = false;

template <bool Found, class Node>
inline constexpr bool node_is_in_expression = Found;
template <class Consumer, class Target>
inline constexpr bool joins_scalars = false;

template <bool Found, class Node>
inline constexpr bool node_is_in_wrt = Found;
template <bool Found, class Node>
inline constexpr bool pack_holds = Found;

template <std::size_t Operands>
inline constexpr bool there_are_two = Operands == 2;
template <std::size_t Indices, class Here>
inline constexpr bool there_are_one_or_two = Indices == 1 || Indices == 2;

/// False, and says of what.
template <class...>
inline constexpr bool never = false;

}  // namespace requires_that
}  // namespace tapeless
