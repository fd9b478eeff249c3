// SPDX-License-Identifier: BSL-1.0
#pragma once
// Comparison and choice, element by element. A condition is 1 or 0, and its derivative is 0.
#include <tapeless/expr/linear_algebra.hpp>  // the last functions of two operands are here

namespace tapeless {

/// a < b, element by element: 1 or 0. With a NaN 0, here and below.
template <class S, id A, class T, id B>
constexpr auto lt(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::less>(a, b);
}
TAPELESS_REFUSE_OTHER_OPERANDS(lt)
/// a ≤ b, element by element: 1 or 0.
template <class S, id A, class T, id B>
constexpr auto le(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::less_equal>(a, b);
}
TAPELESS_REFUSE_OTHER_OPERANDS(le)
/// a > b, element by element: 1 or 0.
template <class S, id A, class T, id B>
constexpr auto gt(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::greater>(a, b);
}
TAPELESS_REFUSE_OTHER_OPERANDS(gt)
/// a ≥ b, element by element: 1 or 0.
template <class S, id A, class T, id B>
constexpr auto ge(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::greater_equal>(a, b);
}
TAPELESS_REFUSE_OTHER_OPERANDS(ge)

/// \cond internal
template <class S>
constexpr bool refuse_comparison() {
  static_assert(requires_that::never<x_is<here::of<S>>>,
                "tapeless: values are compared by lt(a, b), le, gt and ge, and chosen by select(condition, a, b); expressions have no order "
                "(the index k of unroll is the number k.value)");
  return false;
}
#define TAPELESS_REFUSE_COMPARISON(op)                     \
  template <class S, id A, class T, id B>                  \
  constexpr bool operator op(expr<S, A>, expr<T, B>) {     \
    return refuse_comparison<S>();                         \
  }                                                        \
  template <class S, id A>                                 \
  constexpr bool operator op(expr<S, A>, double) {         \
    return refuse_comparison<S>();                         \
  }                                                        \
  template <class S, id A>                                 \
  constexpr bool operator op(double, expr<S, A>) {         \
    return refuse_comparison<S>();                         \
  }
TAPELESS_REFUSE_COMPARISON(<)
TAPELESS_REFUSE_COMPARISON(<=)
TAPELESS_REFUSE_COMPARISON(>)
TAPELESS_REFUSE_COMPARISON(>=)
#undef TAPELESS_REFUSE_COMPARISON

template <class S>
constexpr void refuse_logic() {
  static_assert(requires_that::never<x_is<here::of<S>>>,
                "tapeless: conditions are joined by hadamard(c, d), which is 1 where both are, or max(c, d), where one is");
}
#define TAPELESS_REFUSE_LOGIC(op)                          \
  template <class S, id A, class T, id B>                  \
  constexpr auto operator op(expr<S, A> a, expr<T, B>) {   \
    refuse_logic<S>();                                     \
    return a;                                              \
  }
TAPELESS_REFUSE_LOGIC(&&)
TAPELESS_REFUSE_LOGIC(||)
#undef TAPELESS_REFUSE_LOGIC
/// \endcond

/// a where the condition is not 0, else b; element-wise, scalars go with anything. All three are computed, but the one
/// not taken puts no NaN or infinity into a value or a derivative. The derivative by the condition is 0.
template <class U, id C, class S, id A, class T, id B>
constexpr auto select(expr<U, C>, expr<S, A>, expr<T, B>) {
  constexpr extents ab = shapes::elementwise(extents_of<S>, extents_of<T>);
  if constexpr (shapes::conform(extents_of<S>, extents_of<T>) && shapes::conform(extents_of<U>, ab)) {
    return combine<operation::select, C, A, B>();
  } else {
    if constexpr (shapes::conform(extents_of<S>, extents_of<T>))
      static_assert(requires_that::shapes_are_equal<a_is<here::of<U>>, b_is<here::of<shape_of<ab.code()>>>>,
                    "tapeless: select(c, a, b) requires a condition of the shape of a and b, or a scalar; compare operands of "
                    "that shape");
    else
      static_assert(requires_that::shapes_are_equal<a_is<here::of<S>>, b_is<here::of<T>>>,
                    "tapeless: select(c, a, b) requires a and b of one shape, or a scalar; give both the same shape");
    return stand_in<shape_of<ab.code()>, decltype(stand_in<scalar, A, B>())::self, C>();
  }
}

/// \cond internal
/// Is it true or false already: a number, or a constant such as x == y gives?
template <class C>
concept known_condition = std::is_arithmetic_v<C> || requires { std::bool_constant<static_cast<bool>(C::value)>{}; };
/// \endcond

/// The condition is an expression, too: refused with one error.
template <known_condition Condition, class Yes, class No>
  requires(expression<Yes> || expression<No>)
constexpr auto select(Condition, Yes yes, No no) {
  static_assert(requires_that::never<Condition>,
                "tapeless: select(condition, a, b) requires an expression as its condition, lt(c, d), le, gt or ge; this one is a "
                "number, or known already as c == d of two expressions is");
  if constexpr (expression<Yes>) return yes;
  else return no;
}
/// Branches are expressions: refused with one error.
template <class U, id C, class Yes, class No>
  requires(!(expression<Yes> && expression<No>))
constexpr auto select(expr<U, C> condition, Yes, No) {
  refuse_plain_number<U>();
  return condition;
}

/// low where a < low, high where a > high, else a, element by element. At a bound the derivative by a is 1.
template <class S, id A, class T, id L, class U, id H>
constexpr auto clamp(expr<S, A>, expr<T, L>, expr<U, H>) {
  constexpr extents bounds = shapes::elementwise(extents_of<T>, extents_of<U>);
  if constexpr (shapes::conform(extents_of<T>, extents_of<U>) && shapes::conform(extents_of<S>, bounds)) {
    return combine<operation::clamp, A, L, H>();
  } else {
    static_assert(requires_that::shapes_are_equal<a_is<here::of<S>>, b_is<here::of<shape_of<bounds.code()>>>>,
                  "tapeless: clamp(a, low, high) requires bounds of the shape of a, or scalars; give them that shape");
    return stand_in<S, A, decltype(stand_in<scalar, L, H>())::self>();
  }
}
/// Bounds are expressions: refused with one error.
template <class S, id A, class Low, class High>
  requires(!(expression<Low> && expression<High>))
constexpr auto clamp(expr<S, A> a, Low, High) {
  refuse_plain_number<S>();
  return a;
}

/// a, through which no derivative passes.
template <class S, id A>
constexpr auto stop_gradient(expr<S, A>) {
  return combine<operation::stop_gradient, A>();
}

#undef TAPELESS_REFUSE_OTHER_OPERANDS

}  // namespace tapeless
