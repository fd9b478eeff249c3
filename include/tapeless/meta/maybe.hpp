// SPDX-License-Identifier: BSL-1.0
#pragma once
// A result that there may be: as much of std::optional as the library needs. <optional> and its four instances would cost every file that
// includes the library (docs/design/007-what-compiling-costs.md).

namespace tapeless::meta {

/// None, or a value that can be default-constructed and copied.
template <class T>
class maybe {
 public:
  constexpr maybe() = default;
  constexpr maybe(T what_there_is) : exists_(true), value_(what_there_is) {}
  constexpr explicit operator bool() const { return exists_; }
  /// None equals none; a value equals its like.
  friend constexpr bool operator==(const maybe&, const maybe&) = default;
  constexpr const T& operator*() const { return value_; }
  constexpr const T* operator->() const { return &value_; }

 private:
  bool exists_ = false;
  T value_{};
};

}  // namespace tapeless::meta
