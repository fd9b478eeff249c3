// SPDX-License-Identifier: BSL-1.0
#pragma once
// Normalised exponentials of a vector, or of each row of a matrix, shifted by the largest element, so that nothing overflows
// and the largest exponential is exactly 1. logsumexp goes over all elements.
#include <concepts>
#include <limits>
#include <string_view>
#include <tapeless/op/entry.hpp>
#include <tapeless/op/sum_of.hpp>

namespace tapeless::op {

/// log Σ exp(zᵢ - m)
template <class Math, std::size_t N, class T, class Z>
[[gnu::always_inline]] constexpr T log_sum_of_exponentials(Z z, const T& m) {
  return Math::log(sum_of<Math, T, N>([&](auto at_index) __attribute__((always_inline)) {
    return Math::exp(evaluated<Math, T>(z(at_index) - m));
  }));
}
template <class Math, class T>
[[gnu::always_inline]] constexpr T finite_or_zero(const T& a) {
  if constexpr (std::floating_point<T>) return Math::select(Math::abs(a) <= std::numeric_limits<T>::max(), a, T(0));
  else return Math::select(a - a == T(0), a, T(0));
}

/// Vectors, one after the other: a vector is one, a matrix as many as it has rows.
struct vectors_in {
  std::size_t count, length;
  constexpr explicit vectors_in(extents e) : count(e.rank == 2 ? e.rows : 1), length(e.rank == 2 ? e.columns : e.rows) {}
};
/// Row `row` of a matrix; the only one of a vector is the vector itself, with whatever is known of its place.
template <std::size_t Count, class In>
[[gnu::always_inline]] constexpr auto vector_of(const In& in, std::size_t row, std::size_t length) {
  if constexpr (Count == 1) return in;
  else return shifted_reader<In>{in, row * length};
}
template <std::size_t Count, class Out>
[[gnu::always_inline]] constexpr auto vector_into(const Out& out, std::size_t row, std::size_t length) {
  if constexpr (Count == 1) return out;
  else return shifted<Out>{out, row * length};
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
  [[gnu::always_inline]] static constexpr void value(Site, Out out, Z z) {
    constexpr std::size_t n = Site::template in<0>.size();
    const T m = finite_or_zero<Math>(max_of<Math, T, n>(z));  // an infinite logit decides by itself
    out.put(0, T(m + log_sum_of_exponentials<Math, n>(z, m)));
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
  [[gnu::always_inline]] static constexpr void value(Site, Out out, Z z) {
    constexpr vectors_in vectors(Site::out);
    constexpr std::size_t n = vectors.length;
    for (std::size_t row = 0; row < vectors.count; ++row) {
      const auto logits = vector_of<vectors.count>(z, row, n);
      const T m = max_of<Math, T, n>(logits);
      local_array<Math, T, n> e;
      for_each_of<Math, T, n>(array_writer<Math, T>{e.at}, [&](auto at_index) __attribute__((always_inline)) {
        return Math::exp(evaluated<Math, T>(logits(at_index) - m));
      });
      const T scale = T(1) / sum_of<Math, T, n>(e);
      for_each_of<Math, T, n>(vector_into<vectors.count>(out, row, n),
                              [&](auto at_index) __attribute__((always_inline)) { return evaluated<Math, T>(e(at_index) * scale); });
    }
  }
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
  [[gnu::always_inline]] static constexpr void value(Site, Out out, Z z, Target t) {
    constexpr vectors_in vectors(Site::template in<0>);
    T total = loss<Math, T, vectors.length>(vector_of<vectors.count>(z, 0, vectors.length), vector_of<vectors.count>(t, 0, vectors.length));
    for (std::size_t row = 1; row < vectors.count; ++row)
      total = total + loss<Math, T, vectors.length>(vector_of<vectors.count>(z, row, vectors.length), vector_of<vectors.count>(t, row, vectors.length));
    out.put(0, total);
  }
  /// Of one vector.
  template <class Math, class T, std::size_t N, class Z, class Target>
  [[gnu::always_inline]] static constexpr T loss(Z z, Target t) {
    const T m = max_of<Math, T, N>(z);
    const T log_sum = log_sum_of_exponentials<Math, N>(z, m);
    const T weight = sum_of<Math, T, N>(t);
    // an impossible class weighs nothing, however far off its logit is
    const T distance = sum_of<Math, T, N>([&](auto at_index) __attribute__((always_inline)) {
      using target_values = decltype(evaluated<Math, T>(z(at_index)));
      return evaluated<Math, T>(t(at_index) * Math::select(t(at_index) == target_values(T(0)), target_values(T(0)), evaluated<Math, T>(m - z(at_index))));
    });
    return Math::fma(weight, log_sum, distance);
  }
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
  [[gnu::always_inline]] static constexpr void value(Site, Out out, Z z) {
    constexpr vectors_in vectors(Site::out);
    constexpr std::size_t n = vectors.length;
    for (std::size_t row = 0; row < vectors.count; ++row) {
      const auto logits = vector_of<vectors.count>(z, row, n);
      const T m = max_of<Math, T, n>(logits);
      const T log_sum = log_sum_of_exponentials<Math, n>(logits, m);
      for_each_of<Math, T, n>(vector_into<vectors.count>(out, row, n),
                              [&](auto at_index) __attribute__((always_inline)) { return evaluated<Math, T>((logits(at_index) - m) - log_sum); });
    }
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta - softmax(x[0]) * sums_along(delta);
  }
};

}  // namespace tapeless::op
