// SPDX-License-Identifier: BSL-1.0
#pragma once
// A name for a node, for printers only: beside the node's definition, not in it, so that its identity does not change.
// in: an identity and a name; out: label_of<Self>(), empty where there is none. A node should have its label before it
// is printed for the first time: what a template found once, it does not look for again.
#include <string_view>
#include <tapeless/meta/fixed_string.hpp>
#include <tapeless/node/hash.hpp>

namespace tapeless::node {

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#if __GNUC__ >= 16
#pragma GCC diagnostic ignored "-Wsfinae-incomplete"  // named() looks for a label before it attaches one
#endif
#endif
template <id Self>
struct label_slot {
  friend constexpr auto label_in(label_slot<Self>);
};
template <id Self, meta::fixed_string Name>
struct attach_label {
  friend constexpr auto label_in(label_slot<Self>) { return Name; }
  static constexpr bool done = true;
};
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

/// Has a node a label by now? `Asker` tells questions apart that are asked at different times.
template <id Self, auto Asker = 0>
inline constexpr bool has_label = requires { label_in(label_slot<Self>{}); };

template <id Self>
inline constexpr auto label_text = label_in(label_slot<Self>{});

template <id Self>
consteval std::string_view label_of() {
  if constexpr (has_label<Self>) return label_text<Self>.view();
  else return std::string_view("", 0);
}

}  // namespace tapeless::node
