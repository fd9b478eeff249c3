// SPDX-License-Identifier: BSL-1.0
#pragma once
// Memory of the caller's for intermediate values, as an argument of a call.
#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>

namespace tapeless {

namespace codegen {
template <class Buffer, class T>
concept gives_elements = requires(Buffer& buffer) {
  { std::data(buffer) } -> std::same_as<T*>;
  std::size(buffer);
};
/// Of a buffer that is refused: double.
template <class Buffer>
consteval auto find_element_of_buffer() {
  if constexpr (requires(Buffer& buffer) { *std::data(buffer); })
    return std::type_identity<std::remove_cvref_t<decltype(*std::data(std::declval<Buffer&>()))>>{};
  else return std::type_identity<double>{};
}
}  // namespace codegen

/// workspace(buffer), beside the bindings of a call: intermediate vectors and matrices lie in `buffer` instead of on the
/// stack. A contiguous range of the floating type of the call, of f.workspace_bytes<T>() bytes or more (a shorter one throws
/// std::length_error), which no argument and no result overlaps. What is in it after a call does not matter.
template <class T>
struct workspace {
  T* elements = nullptr;  ///< the buffer
  std::size_t size = 0;   ///< how many elements it has
  /// Refers to a buffer, which must outlive the call.
  template <class Buffer>
    requires(!std::same_as<std::remove_cvref_t<Buffer>, workspace>)
  constexpr explicit workspace(Buffer&& buffer) {
    constexpr bool is_buffer = (std::is_lvalue_reference_v<Buffer> || std::ranges::enable_borrowed_range<Buffer>) && codegen::gives_elements<Buffer, T> && !std::integral<T>;
    static_assert(is_buffer, "tapeless: workspace(buffer) requires a buffer of the floating type of the call, which it may write to and "
                             "which outlives the call");
    if constexpr (is_buffer) {
      elements = std::data(buffer);
      size = std::size(buffer);
    }
  }
};
/// The scalar type is that of the buffer.
template <class Buffer>
workspace(Buffer&&) -> workspace<typename decltype(codegen::find_element_of_buffer<Buffer>())::type>;

namespace codegen {
template <class A>
inline constexpr bool is_workspace = false;
template <class T>
inline constexpr bool is_workspace<workspace<T>> = true;
}  // namespace codegen

}  // namespace tapeless
