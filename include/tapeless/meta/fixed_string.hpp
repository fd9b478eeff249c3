// SPDX-License-Identifier: BSL-1.0
#pragma once
// A string that can be a template argument: variable names are spelt with it.
// in: a string literal; out: a structural value with size() and view().
#include <cstddef>
#include <string_view>

namespace tapeless::meta {

template <std::size_t N>
struct fixed_string {
  char text[N]{};

  constexpr fixed_string() = default;
  consteval fixed_string(const char (&string_literal)[N]) {
    for (std::size_t i = 0; i < N; ++i) text[i] = string_literal[i];
  }
  constexpr std::size_t size() const { return N - 1; }
  constexpr std::string_view view() const { return {text, N - 1}; }
  bool operator==(const fixed_string&) const = default;
};

}  // namespace tapeless::meta
