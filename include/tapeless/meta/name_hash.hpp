// SPDX-License-Identifier: BSL-1.0
#pragma once
// FNV-1a: the number that stands for a name where a graph needs a number.
#include <cstdint>
#include <string_view>

namespace tapeless::meta {

constexpr std::uint64_t name_hash(std::string_view name) {
  std::uint64_t h = 0xcbf29ce484222325;
  for (const char c : name) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return h;
}

}  // namespace tapeless::meta
