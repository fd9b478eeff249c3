// SPDX-License-Identifier: BSL-1.0
#pragma once
// Extents as types (what a user writes) and as values (what the graph computes with).
// in: shape<D...>; out: extents_of<Shape>, and shape_of<code> back again.
#include <cstddef>
#include <cstdint>

namespace tapeless {

/// The shape of a value: no extent (a scalar), one (a vector) or two (a matrix: rows, columns). Row-major.
template <std::size_t... Extents>
struct shape {
  static_assert(sizeof...(Extents) <= 2, "tapeless: a shape has at most two extents; flatten the rest into them");
  static_assert(((Extents > 0) && ...), "tapeless: an extent is at least 1");
  static_assert(((Extents < std::size_t{1} << 31) && ...), "tapeless: an extent is at most 2147483647");  // 31 bits of a code
  static constexpr std::size_t rank = sizeof...(Extents);                ///< how many extents there are
  static constexpr std::size_t size = (std::size_t{1} * ... * Extents);  ///< how many elements
};

/// The shape of one number.
using scalar = shape<>;
/// The shape of a vector of N elements, a column where it meets a matrix.
template <std::size_t N>
using vec = shape<N>;
/// The shape of a matrix, stored row by row.
template <std::size_t Rows, std::size_t Columns>
using mat = shape<Rows, Columns>;

/// A shape as a value. A vector has rows = N and columns = 1; a scalar 1 and 1.
struct extents {
  std::uint32_t rank = 0;     ///< 0, 1 or 2
  std::uint32_t rows = 1;     ///< at least 1
  std::uint32_t columns = 1;  ///< at least 1

  /// How many elements there are.
  constexpr std::size_t size() const { return std::size_t{rows} * columns; }
  /// Is it the shape of one number?
  constexpr bool is_scalar() const { return rank == 0; }
  /// One number for a template argument and for the hash.
  constexpr std::uint64_t code() const {
    return std::uint64_t{rank} << 62 | std::uint64_t{rows} << 31 | std::uint64_t{columns};
  }
  /// The extents that have this code.
  static constexpr extents from(std::uint64_t code) {
    return {static_cast<std::uint32_t>(code >> 62), static_cast<std::uint32_t>(code >> 31 & 0x7fffffff),
            static_cast<std::uint32_t>(code & 0x7fffffff)};
  }
  /// Same rank and same extents.
  bool operator==(const extents&) const = default;
};

/// The extents of a Shape.
template <class Shape>
inline constexpr extents extents_of{};
/// Of a vector.
template <std::size_t N>
inline constexpr extents extents_of<shape<N>>{1, static_cast<std::uint32_t>(N), 1};
/// Of a matrix.
template <std::size_t R, std::size_t C>
inline constexpr extents extents_of<shape<R, C>>{2, static_cast<std::uint32_t>(R), static_cast<std::uint32_t>(C)};

/// An object of the Shape whose extents have this code.
template <std::uint64_t Code>
constexpr auto shape_from_code() {
  constexpr extents e = extents::from(Code);
  if constexpr (e.rank == 0) return shape<>{};
  else if constexpr (e.rank == 1) return shape<e.rows>{};
  else return shape<e.rows, e.columns>{};
}

/// The Shape whose extents have this code.
template <std::uint64_t Code>
using shape_of = decltype(shape_from_code<Code>());

/// Shapes as an error message prints them: `here::mat<3, 2>` instead of `shape<3, 2>`.
namespace here {
struct scalar;
template <std::size_t N>
struct vec;
template <std::size_t Rows, std::size_t Columns>
struct mat;

template <class Shape>
struct word {
  using type = scalar;
};
template <std::size_t N>
struct word<shape<N>> {
  using type = vec<N>;
};
template <std::size_t R, std::size_t C>
struct word<shape<R, C>> {
  using type = mat<R, C>;
};
template <class Shape>
using of = typename word<Shape>::type;
}  // namespace here

}  // namespace tapeless
