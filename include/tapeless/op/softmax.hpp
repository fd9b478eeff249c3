// SPDX-License-Identifier: BSL-1.0
#pragma once
// Normalised exponentials of a vector, or of each row of a matrix, shifted by the largest element, so that nothing overflows
// and the largest exponential is exactly 1. logsumexp goes over all elements.
#include <concepts>
#include <limits>
#include <string_view>
#include <tapeless/meta/target.hpp>
#include <tapeless/op/entry.hpp>
#include <tapeless/op/vectors_of.hpp>

namespace tapeless::op {

/// log Σ exp(zᵢ - m) for the largest zᵢ, m: the sum is 1 or more, or NaN
template <class Math, std::size_t N, class T, class Z>
TAPELESS_INLINE constexpr T log_sum_of_exponentials(Z z, const T& m) {
  return Math::template log_from_one<Math>(sum_of<Math, T, N>([&](auto at_index) TAPELESS_INLINE_LAMBDA {
    return Math::template exp_nonpositive<Math>(evaluated<Math, T>(z(at_index) - m));
  }));
}
template <class Math, class T>
TAPELESS_INLINE constexpr T finite_or_zero(const T& a) {
  if constexpr (std::floating_point<T>) return Math::select(Math::abs(a) <= std::numeric_limits<T>::max(), a, T(0));
  else return Math::select(a - a == T(0), a, T(0));
}

/// The sum of each vector, in all its elements: a scalar for a vector.
template <class Term>
constexpr Term sums_along(Term a) {
  if (a.shape().rank != 2) return sum(a);
  const Term ones = a.filled({1, a.shape().columns, 1}, 1.0);
  return outer(matmul(a, ones), ones);
}

// log Σ exp(zᵢ); d = softmax(z)·dz
template <>
struct entry<operation::logsumexp> : structured<1> {
  static constexpr std::string_view name = "logsumexp";
  static constexpr bool compares = true;
  static constexpr unsigned reads_lanes = 0b1;
  static constexpr extents shape(extents, const extents*) { return {}; }
  static constexpr std::size_t cost(extents, const extents* x) { return 4 * x[0].size(); }
  template <class Math, class T, class Site, class Out, class Z>
  TAPELESS_INLINE static constexpr void value(Site, Out out, Z z) {
    constexpr std::size_t n = Site::template in<0>.size();
    const T m = finite_or_zero<Math>(max_of<Math, T, n>(z));  // an infinite logit decides by itself
    out.put(0, T(m + Math::log(sum_of<Math, T, n>([&](auto at_index) TAPELESS_INLINE_LAMBDA {
      return Math::exp(evaluated<Math, T>(z(at_index) - m));
    }))));
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    const extents all = x[0].shape();
    return delta * reshape(softmax(reshape(x[0], {1, static_cast<std::uint32_t>(all.size()), 1})), all);
  }
};

// yᵢ = exp(zᵢ)/Σ exp(zₖ); contribution y ⊙ (δ - yᵀδ)
template <>
struct entry<operation::softmax> : structured<1> {
  static constexpr std::string_view name = "softmax";
  static constexpr bool compares = true;
  static constexpr unsigned reads_lanes = 0b1;
  static constexpr bool writes_lanes = true;
  static constexpr extents shape(extents, const extents* x) { return x[0]; }
  static constexpr std::size_t cost(extents y, const extents*) { return 5 * y.size(); }
  template <class Math, class T, class Site, class Out, class Z>
  TAPELESS_INLINE static constexpr void value(Site, Out out, Z z) {
    for_each_vector<Math, T, vectors_in(Site::out), vectors_in(Site::out).length>(normalise<Math>{}, out, z);
  }
  template <class Math>
  struct normalise {
    template <class T, std::size_t N, class Out, class Z>
    TAPELESS_INLINE static constexpr void apply(Out out, Z z) {
      const T m = max_of<Math, T, N>(z);
      local_array<Math, T, N> e;
      for_each_of<Math, T, N>(array_writer<Math, T>{e.at}, [&](auto at_index) TAPELESS_INLINE_LAMBDA {
        return Math::template exp_nonpositive<Math>(evaluated<Math, T>(z(at_index) - m));
      });
      const T scale = T(1) / sum_of<Math, T, N>([&](auto at_index) TAPELESS_INLINE_LAMBDA { return e(at_index); });  // e itself would be copied
      for_each_of<Math, T, N>(out, [&](auto at_index) TAPELESS_INLINE_LAMBDA { return evaluated<Math, T>(e(at_index) * scale); });
    }
  };
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term*) {
    return y * (delta - sums_along(y * delta));
  }
};

// -Σ tᵢ log softmax(z)ᵢ = Σ tᵢ (max z - zᵢ) + Σ tᵢ · log Σ exp(zₖ - max z); dz = softmax(z)·Σt - t (Bishop, eq. 4.109)
template <>
struct entry<operation::cross_entropy> : structured<2> {
  static constexpr std::string_view name = "cross_entropy";
  static constexpr bool compares = true;
  static constexpr unsigned reads_lanes = 0b11;
  static constexpr extents shape(extents, const extents*) { return {}; }
  static constexpr std::size_t cost(extents, const extents* x) { return 8 * x[0].size(); }
  template <class Math, class T, class Site, class Out, class Z, class Target>
  TAPELESS_INLINE static constexpr void value(Site, Out out, Z z, Target t) {
    constexpr vectors_in vectors(Site::template in<0>);
    if constexpr (vectors.count == 1) {
      loss<Math>::template apply<T, vectors.length>(out, z, t);
    } else {
      T losses[vectors.count];
      for_each_vector<Math, T, vectors, 1>(loss<Math>{}, array_writer<Math, T>{losses}, z, t);
      T total = losses[0];
      for (std::size_t row = 1; row < vectors.count; ++row) total = total + losses[row];
      out.put(0, total);
    }
  }
  template <class Math>
  struct loss {
    template <class T, std::size_t N, class Out, class Z, class Target>
    TAPELESS_INLINE static constexpr void apply(Out out, Z z, Target t) {
      const T m = max_of<Math, T, N>(z);
      const T log_sum = log_sum_of_exponentials<Math, N>(z, m);
      const T weight = sum_of<Math, T, N>(t);
      // an impossible class weighs nothing, however far off its logit is
      const T distance = sum_of<Math, T, N>([&](auto at_index) TAPELESS_INLINE_LAMBDA {
        using target_values = decltype(evaluated<Math, T>(z(at_index)));
        return evaluated<Math, T>(t(at_index) * Math::select(t(at_index) == target_values(T(0)), target_values(T(0)), evaluated<Math, T>(m - z(at_index))));
      });
      out.put(std::size_t{0}, Math::fma(weight, log_sum, distance));
    }
  };
  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term* x) {
    return slot == 0 ? delta * (softmax(x[0]) * sums_along(x[1]) - x[1]) : -(delta * log_softmax(x[0]));
  }
};

// log softmax(z)ᵢ = (zᵢ - max z) - log Σ exp(zₖ - max z); contribution δ - softmax(z)·Σδ
template <>
struct entry<operation::log_softmax> : structured<1> {
  static constexpr std::string_view name = "log_softmax";
  static constexpr bool compares = true;
  static constexpr unsigned reads_lanes = 0b1;
  static constexpr bool writes_lanes = true;
  static constexpr extents shape(extents, const extents* x) { return x[0]; }
  static constexpr std::size_t cost(extents y, const extents*) { return 6 * y.size(); }
  template <class Math, class T, class Site, class Out, class Z>
  TAPELESS_INLINE static constexpr void value(Site, Out out, Z z) {
    for_each_vector<Math, T, vectors_in(Site::out), vectors_in(Site::out).length>(normalise<Math>{}, out, z);
  }
  template <class Math>
  struct normalise {
    template <class T, std::size_t N, class Out, class Z>
    TAPELESS_INLINE static constexpr void apply(Out out, Z z) {
      const T m = max_of<Math, T, N>(z);
      const T log_sum = log_sum_of_exponentials<Math, N>(z, m);
      for_each_of<Math, T, N>(out, [&](auto at_index) TAPELESS_INLINE_LAMBDA { return evaluated<Math, T>((z(at_index) - m) - log_sum); });
    }
  };
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta - softmax(x[0]) * sums_along(delta);
  }
};

}  // namespace tapeless::op
