// SPDX-License-Identifier: BSL-1.0
#pragma once
// Memory of the caller's for intermediate values, as an argument of a call.
#include <concepts>
#include <cstddef>
#include <iterator>
#include <type_traits>
#include <utility>

namespace tapeless {

/// workspace(buffer), beside the bindings of a call: intermediate vectors and matrices lie in `buffer` instead of on the
/// stack. A contiguous range of the floating type of the call, of f.workspace_bytes<T>() bytes or more (a shorter one throws
/// std::length_error), which no argument and no result overlaps. What is in it after a call does not matter.
template <class T>
struct workspace {
  T* elements = nullptr;  ///< the buffer
  std::size_t size = 0;   ///< how many elements it has
  /// Refers to a buffer, which must outlive the call.
  template <class Buffer>
  constexpr explicit workspace(Buffer& buffer) : size(std::size(buffer)) {
    constexpr bool is_buffer = std::same_as<decltype(std::data(buffer)), T*> && !std::integral<T>;
    static_assert(is_buffer, "tapeless: workspace(buffer) requires a buffer of the floating type of the call, which it may write to");
    if constexpr (is_buffer) elements = std::data(buffer);
  }
};
/// The scalar type is that of the buffer.
template <class Buffer>
workspace(Buffer&) -> workspace<std::remove_cvref_t<decltype(*std::data(std::declval<Buffer&>()))>>;

namespace codegen {
template <class A>
inline constexpr bool is_workspace = false;
template <class T>
inline constexpr bool is_workspace<workspace<T>> = true;
}  // namespace codegen

}  // namespace tapeless
