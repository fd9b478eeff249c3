// SPDX-License-Identifier: BSL-1.0
#pragma once
// Derivatives as expressions: they can be compared, printed, differentiated again, and compiled like any other.
#include <bit>
#include <boost/hana/at.hpp>
#include <boost/hana/drop_front.hpp>
#include <boost/hana/fwd/at_key.hpp>
#include <boost/hana/is_empty.hpp>
#include <boost/hana/tuple.hpp>
#include <boost/hana/unpack.hpp>
#include <tapeless/diff/gradient.hpp>
#include <tapeless/expr/leaf.hpp>
#include <tapeless/graph/raise.hpp>
#include <tuple>

namespace tapeless {

/// \cond internal
namespace requires_that {
template <class E>
inline constexpr bool root_is_scalar = false;
template <>
inline constexpr bool root_is_scalar<here::scalar> = true;
}  // namespace requires_that

template <class S>
constexpr void require_scalar_root() {
  static_assert(requires_that::root_is_scalar<here::of<S>>,
                "tapeless: a gradient requires a scalar root; reduce it first, with sum(...) or dot(..., ...), say; the derivatives of all elements are jacobian(E, x)");
}

/// A derivative by X: requires a node that occurs in E or a variable; true if it occurs in E.
template <id E, class T, id X>
constexpr bool require_node() {
  constexpr bool found = diff::contains<E, X>();
  if constexpr (!found) {
    static_assert(requires_that::node_is_in_expression<node::is_of_variable(X), word_of<T, X>>,
                  "tapeless: derivative(E, node) requires a variable, or a node that occurs in E; this one does not: "
                  "take the expression that E was built with");
    static_assert(requires_that::name_is_free<!diff::has_name_of<E, X>(), word_of<T, X>>,
                  "tapeless: one name requires one variable; E has another of this name, with another shape or role: "
                  "rename one of them");
  }
  return found;
}
/// \endcond

/// ∂E/∂node, of the shape of node. E is a scalar; node is a variable, or any expression that occurs in E.
/// By a variable that E does not contain it is zero; by another expression that E does not contain it is an error.
template <class S, id E, class T, id X>
constexpr auto derivative(expr<S, E>, expr<T, X> by) {
  require_scalar_root<S>();
  if constexpr (S::rank != 0) {
    return by;
  } else if constexpr (require_node<E, T, X>()) {
    // the value is the first output, the derivative the second
    return graph::raise<diff::gradient_graph<E, X>, 1>();
  } else {
    return make_constant<0, T>();
  }
}

/// The derivative of the root by a node, by its textbook name: δ_j = ∂E/∂a_j. Shapes and errors as for derivative.
template <class S, id E, class T, id X>
constexpr auto adjoint(expr<S, E> root, expr<T, X> node) {
  return derivative(root, node);
}

namespace diff {
/// Are all identities different? By open addressing, for lists of any length.
template <node::id... I>
consteval bool all_different() {
  constexpr std::size_t slots = std::bit_ceil(2 * sizeof...(I) + 1);
  node::id table[slots]{};
  for (const node::id i : {I..., node::id{0}}) {
    std::size_t s = i >> 16 & (slots - 1);
    while (table[s] != 0 && table[s] != i) s = (s + 1) & (slots - 1);
    if (i != 0 && table[s] == i) return false;
    table[s] = i;
  }
  return true;
}
}  // namespace diff

/// \cond internal
template <id... I>
constexpr void require_all_different() {
  static_assert(diff::all_different<I...>(), "tapeless: wrt(...) requires each variable once; drop the repetition");
}
/// \endcond

/// A list of variables, for gradients by them: wrt(W, b), a hana::tuple. Inner nodes may be in it, too. Each once.
template <class... S, id... I>
constexpr auto wrt(expr<S, I>... variables) {
  require_all_different<I...>();
  return hana::make_tuple(variables...);
}

namespace diff {
/// Where X stands among some identities; their number if it is not there.
template <node::id X, node::id... I>
consteval std::size_t position() {
  constexpr node::id ids[] = {I..., X};
  std::size_t i = 0;
  while (ids[i] != X) ++i;
  return i;
}
}  // namespace diff

/// What Hana knows gradients by.
struct gradient_tag;

template <class Variables, class... Derivatives>
struct gradient_expressions;

/// Derivatives by several variables, in their order and keyed: g[W], hana::at_key(g, W), hana::at_c<0>(g).
/// A Foldable of Hana, so hana::to_tuple(g), hana::size(g) and hana::for_each(g, f) work too.
template <class... S, id... I, class... Derivatives>
struct gradient_expressions<hana::tuple<expr<S, I>...>, Derivatives...> {
  using hana_tag = gradient_tag;                    ///< what Hana knows it by
  using derivatives = hana::tuple<Derivatives...>;  ///< in the order of the variables

  /// For structured bindings: auto [dW, db] = gradient(E, wrt(W, b)).
  template <std::size_t K>
  constexpr auto get() const {
    return decltype(+hana::at_c<K>(std::declval<derivatives>())){};
  }
  /// The derivative by one variable, in its shape; it is an error if the list does not have it.
  template <class T, id X>
  constexpr auto operator[](expr<T, X>) const {
    constexpr std::size_t k = diff::position<X, I...>();
    if constexpr (k < sizeof...(I)) {
      return get<k>();
    } else {
      static_assert(requires_that::node_is_in_wrt<(k < sizeof...(I)), word_of<T, X>>,
                  "tapeless: gradient(E, wrt(...))[x] requires an x that is in wrt(...); add it there");
      return make_constant<0, T>();
    }
  }
};

namespace diff {

template <id E, class... V, std::size_t... K>
constexpr auto raise_gradient(hana::tuple<V...>, std::index_sequence<K...>) {
  return gradient_expressions<hana::tuple<V...>, decltype(graph::raise<gradient_graph<E, V::self...>, K + 1>())...>{};
}

template <class Shape, id E, class... S, id... I>
constexpr auto gradient_of(hana::tuple<expr<S, I>...> variables) {
  require_all_different<I...>();
  if constexpr (Shape::rank == 0 && all_contained<E, I...>())  // one sweep for all
    return raise_gradient<E>(variables, std::index_sequence_for<S...>{});
  else
    return gradient_expressions<decltype(variables), decltype(derivative(expr<Shape, E>{}, expr<S, I>{}))...>{};
}

/// The variables of one role in a lowered graph, in topological order.
template <std::size_t N, std::size_t R>
constexpr std::size_t variable_count(const graph::graph<N, R>& g, operation role) {
  std::size_t n = 0;
  for (const graph::vertex& v : g.at) n += v.op == role;
  return n;
}
template <std::size_t Count>
struct variable_list {
  graph::vertex at[Count + 1]{};
};
template <node::id E, operation Role, std::size_t Count>
consteval variable_list<Count> list_variables() {
  variable_list<Count> list;
  std::size_t n = 0;
  for (const graph::vertex& v : graph::lowered<E>.at)
    if (v.op == Role) list.at[n++] = v;
  return list;
}
template <node::id E, operation Role, std::size_t... K>
constexpr auto variables(std::index_sequence<K...>) {
  [[maybe_unused]] constexpr auto found = list_variables<E, Role, sizeof...(K)>();
  return hana::make_tuple(expr<shape_of<found.at[K].shape.code()>, found.at[K].self>{}...);
}

}  // namespace diff

/// The parameters that E depends on, as a hana::tuple, in the order in which data meets them.
template <class S, id E>
constexpr auto parameters(expr<S, E>) {
  return diff::variables<E, operation::parameter>(
      std::make_index_sequence<diff::variable_count(graph::lowered<E>, operation::parameter)>{});
}
/// The inputs that E depends on, as a hana::tuple, in the order in which they are met.
template <class S, id E>
constexpr auto inputs(expr<S, E>) {
  return diff::variables<E, operation::input>(
      std::make_index_sequence<diff::variable_count(graph::lowered<E>, operation::input)>{});
}
/// How many nodes E has; shared ones count once.
template <class S, id E>
constexpr std::size_t node_count(expr<S, E>) {
  return graph::lowered<E>.size;
}

/// ∂E/∂v for every v of a list: gradient(E, wrt(W, b)), from one sweep; see gradient_expressions. E is a scalar. Errors
/// are those of derivative.
template <class S, id E, class... V>
constexpr auto gradient(expr<S, E>, hana::tuple<V...> variables) {
  return diff::gradient_of<S, E>(variables);
}
/// The same without wrt(...): gradient(E, W, b).
template <class S, id E, class... T, id... V>
  requires(sizeof...(V) > 0)
constexpr auto gradient(expr<S, E>, expr<T, V>...) {
  return diff::gradient_of<S, E>(hana::tuple<expr<T, V>...>{});
}
/// ∂E/∂p for every parameter p of E, in the order of parameters(E).
template <class S, id E>
constexpr auto gradient(expr<S, E> root) {
  return gradient(root, parameters(root));
}

}  // namespace tapeless

/// \cond internal
template <class V, class... D>
struct std::tuple_size<tapeless::gradient_expressions<V, D...>> : std::integral_constant<std::size_t, sizeof...(D)> {};
template <std::size_t K, class V, class... D>
struct std::tuple_element<K, tapeless::gradient_expressions<V, D...>> : std::tuple_element<K, std::tuple<D...>> {};

namespace boost::hana {

template <>
struct unpack_impl<tapeless::gradient_tag> {
  template <class G, class F>
  static constexpr decltype(auto) apply(const G&, F&& f) {
    return hana::unpack(typename G::derivatives{}, static_cast<F&&>(f));
  }
};
template <>
struct at_impl<tapeless::gradient_tag> {
  template <class G, class N>
  static constexpr auto apply(const G&, const N& n) {
    return hana::at(typename G::derivatives{}, n);
  }
};
template <>
struct drop_front_impl<tapeless::gradient_tag> {
  template <class G, class N>
  static constexpr auto apply(const G&, const N& n) {
    return hana::drop_front(typename G::derivatives{}, n);
  }
};
template <>
struct is_empty_impl<tapeless::gradient_tag> {
  template <class G>
  static constexpr auto apply(const G&) {
    return hana::is_empty(typename G::derivatives{});
  }
};
template <>
struct at_key_impl<tapeless::gradient_tag> {
  template <class G, class X>
  static constexpr auto apply(const G& g, const X& x) {
    return g[x];
  }
};

}  // namespace boost::hana
/// \endcond
