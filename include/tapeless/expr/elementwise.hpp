// SPDX-License-Identifier: BSL-1.0
#pragma once
// Functions of every element: the result has the shape of the operands, and a scalar goes with anything. A function of
// float or double is within 2 units in the last place over its whole domain (docs/reference/operations.md).
#include <tapeless/expr/literal.hpp>
#include <tapeless/expr/operators.hpp>

namespace tapeless {

// --- powers and roots -----------------------------------------------------------------------------------------------

/// |a|, element by element as all functions here; derivative 0 at 0.
template <class S, id A>
constexpr auto abs(expr<S, A>) {
  return combine<operation::abs, A>();
}
/// -1, 0 or 1; its derivative is 0 everywhere.
template <class S, id A>
constexpr auto sign(expr<S, A>) {
  return combine<operation::sign, A>();
}
/// a², with the derivative 2a.
template <class S, id A>
constexpr auto square(expr<S, A>) {
  return combine<operation::square, A>();
}
/// √a for a ≥ 0, NaN below. The derivative at 0 is +inf.
template <class S, id A>
constexpr auto sqrt(expr<S, A>) {
  return combine<operation::sqrt, A>();
}
/// ∛a, negative for negative a. The derivative at 0 is +inf.
template <class S, id A>
constexpr auto cbrt(expr<S, A>) {
  return combine<operation::cbrt, A>();
}

// --- exponentials and logarithms ------------------------------------------------------------------------------------

/// eᵃ (NIST *Digital Library of Mathematical Functions*, DLMF, 4.2 and 4.7).
template <class S, id A>
constexpr auto exp(expr<S, A>) {
  return combine<operation::exp, A>();
}
/// 2ᵃ, with the derivative 2ᵃ·ln 2.
template <class S, id A>
constexpr auto exp2(expr<S, A>) {
  return combine<operation::exp2, A>();
}
/// eᵃ - 1, exact near 0 too.
template <class S, id A>
constexpr auto expm1(expr<S, A>) {
  return combine<operation::expm1, A>();
}
/// Natural logarithm; -inf at 0, NaN below (DLMF 4.2, 4.7).
template <class S, id A>
constexpr auto log(expr<S, A>) {
  return combine<operation::log, A>();
}
/// Logarithm to base 2; -inf at 0, NaN below.
template <class S, id A>
constexpr auto log2(expr<S, A>) {
  return combine<operation::log2, A>();
}
/// Logarithm to base 10; -inf at 0, NaN below.
template <class S, id A>
constexpr auto log10(expr<S, A>) {
  return combine<operation::log10, A>();
}
/// log(1 + a), exact near 0 too; -inf at -1, NaN below.
template <class S, id A>
constexpr auto log1p(expr<S, A>) {
  return combine<operation::log1p, A>();
}

// --- angles in radians ----------------------------------------------------------------------------------------------

/// Sine of an angle in radians, in [-1, 1]; NaN at ±inf (DLMF 4.14, 4.20).
template <class S, id A>
constexpr auto sin(expr<S, A>) {
  return combine<operation::sin, A>();
}
/// Cosine of an angle in radians, in [-1, 1]; NaN at ±inf (DLMF 4.14, 4.20).
template <class S, id A>
constexpr auto cos(expr<S, A>) {
  return combine<operation::cos, A>();
}
/// Tangent of an angle in radians; NaN at ±inf (DLMF 4.14, 4.20).
template <class S, id A>
constexpr auto tan(expr<S, A>) {
  return combine<operation::tan, A>();
}
/// The angle in [-π/2, π/2] whose sine is a; NaN beyond ±1, and at ±1 the derivative is +inf (DLMF 4.23, 4.24).
template <class S, id A>
constexpr auto asin(expr<S, A>) {
  return combine<operation::asin, A>();
}
/// The angle in [0, π] whose cosine is a; NaN beyond ±1, and at ±1 the derivative is -inf (DLMF 4.23, 4.24).
template <class S, id A>
constexpr auto acos(expr<S, A>) {
  return combine<operation::acos, A>();
}
/// The angle in [-π/2, π/2] whose tangent is a (DLMF 4.23, 4.24).
template <class S, id A>
constexpr auto atan(expr<S, A>) {
  return combine<operation::atan, A>();
}

// --- hyperbolic functions, error function ---------------------------------------------------------------------------

/// Hyperbolic sine (eᵃ - e⁻ᵃ)/2 (DLMF 4.28, 4.34).
template <class S, id A>
constexpr auto sinh(expr<S, A>) {
  return combine<operation::sinh, A>();
}
/// Hyperbolic cosine (eᵃ + e⁻ᵃ)/2, at least 1 (DLMF 4.28, 4.34).
template <class S, id A>
constexpr auto cosh(expr<S, A>) {
  return combine<operation::cosh, A>();
}
/// Hyperbolic tangent, in [-1, 1]; y = tanh a has the derivative 1 - y² (Bishop, eq. 5.59, 5.60).
template <class S, id A>
constexpr auto tanh(expr<S, A>) {
  return combine<operation::tanh, A>();
}
/// Inverse hyperbolic sine (DLMF 4.37, 4.38).
template <class S, id A>
constexpr auto asinh(expr<S, A>) {
  return combine<operation::asinh, A>();
}
/// Inverse hyperbolic cosine for a ≥ 1, NaN below; the derivative at 1 is +inf (DLMF 4.37, 4.38).
template <class S, id A>
constexpr auto acosh(expr<S, A>) {
  return combine<operation::acosh, A>();
}
/// Inverse hyperbolic tangent of a in [-1, 1], NaN beyond; infinite at ±1 (DLMF 4.37, 4.38).
template <class S, id A>
constexpr auto atanh(expr<S, A>) {
  return combine<operation::atanh, A>();
}
/// The error function 2/√π ∫₀ᵃ exp(-t²) dt, in [-1, 1] (DLMF 7.2, 7.10).
template <class S, id A>
constexpr auto erf(expr<S, A>) {
  return combine<operation::erf, A>();
}
/// 1 - erf a, exact for large a too; in [0, 2] (DLMF 7.2, 7.10).
template <class S, id A>
constexpr auto erfc(expr<S, A>) {
  return combine<operation::erfc, A>();
}

// --- activations ----------------------------------------------------------------------------------------------------

/// Logistic function σ(a) = 1/(1 + e⁻ᵃ), in [0, 1] (Bishop, eq. 4.59); its derivative is σ(1 - σ) (eq. 4.88).
template <class S, id A>
constexpr auto sigmoid(expr<S, A>) {
  return combine<operation::sigmoid, A>();
}
/// max(a, 0). The derivative at 0 is 0.
template <class S, id A>
constexpr auto relu(expr<S, A>) {
  return combine<operation::relu, A>();
}
/// log(1 + eᵃ), without overflow; its derivative is sigmoid(a).
template <class S, id A>
constexpr auto softplus(expr<S, A>) {
  return combine<operation::softplus, A>();
}
/// \cond internal
/// A constant that is made when a function on expressions of this shape is called, not when it is read.
template <real V, class S>
constexpr auto constant_beside() {
  return make_constant<V, std::conditional_t<S::rank == 0, scalar, shape<>>>();
}
/// \endcond

/// a·sigmoid(a) (Elfwing, Uchibe and Doya 2017).
template <class S, id A>
constexpr auto silu(expr<S, A> a) {
  return combine_elementwise<operation::multiply>(a, sigmoid(a));
}
/// a·Φ(a), Φ the normal distribution function, by erfc (Hendrycks and Gimpel 2016).
template <class S, id A>
constexpr auto gelu(expr<S, A> a) {
  constexpr auto half = constant_beside<0.5, S>();
  return combine_elementwise<operation::multiply>(a, half * erfc(-(sqrt(half) * a)));
}
/// The form of gelu with tanh: a/2·(1 + tanh(√(2/π)·(a + 0.044715a³))) (Hendrycks and Gimpel 2016).
template <class S, id A>
constexpr auto gelu_tanh(expr<S, A> a) {
  constexpr auto factor = sqrt(constant_beside<2, S>()) / sqrt(acos(constant_beside<-1, S>()));
  constexpr auto cube = combine_elementwise<operation::multiply>(a, square(a));
  return combine_elementwise<operation::multiply>(
      constant_beside<0.5, S>() * a,
      constant_beside<1, S>() + tanh(factor * (a + constant_beside<0.044715, S>() * cube)));
}

// --- of two ---------------------------------------------------------------------------------------------------------

/// Element-wise product of two operands of one shape (or a scalar and anything).
template <class S, id A, class T, id B>
constexpr auto hadamard(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::multiply>(a, b);
}
TAPELESS_REFUSE_OTHER_OPERANDS(hadamard)
/// aᵇ, element by element; a scalar goes with anything, here and below. NaN for a < 0 unless b is an integer. For a
/// constant integer b the derivative is exact at a = 0.
template <class S, id A, class T, id B>
constexpr auto pow(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::pow>(a, b);
}
TAPELESS_REFUSE_OTHER_OPERANDS(pow)
/// The angle of the point (b, a), in [-π, π]; no derivative at the origin.
template <class S, id A, class T, id B>
constexpr auto atan2(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::atan2>(a, b);
}
TAPELESS_REFUSE_OTHER_OPERANDS(atan2)
/// √(a² + b²) without overflow; gradient 0 at the origin.
template <class S, id A, class T, id B>
constexpr auto hypot(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::hypot>(a, b);
}
TAPELESS_REFUSE_OTHER_OPERANDS(hypot)
/// The smaller of two; a tie shares the adjoint evenly.
template <class S, id A, class T, id B>
constexpr auto min(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::min>(a, b);
}
TAPELESS_REFUSE_OTHER_OPERANDS(min)
/// The larger of two; a tie shares the adjoint evenly.
template <class S, id A, class T, id B>
constexpr auto max(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::max>(a, b);
}
TAPELESS_REFUSE_OTHER_OPERANDS(max)

}  // namespace tapeless
