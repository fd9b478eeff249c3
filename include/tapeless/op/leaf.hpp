// SPDX-License-Identifier: BSL-1.0
#pragma once
// Leaves: what a network is fed, what it learns, and what is written into its type.
#include <string_view>
#include <tapeless/op/entry.hpp>

namespace tapeless::op {

template <>
struct entry<operation::input> : leaf {
  static constexpr std::string_view name = "input";
};

template <>
struct entry<operation::parameter> : leaf {
  static constexpr std::string_view name = "parameter";
};

/// A number, or a vector or matrix filled with it. Payload: the bits of the double.
template <>
struct entry<operation::constant> : leaf {
  static constexpr std::string_view name = "constant";
};

}  // namespace tapeless::op
