// SPDX-License-Identifier: BSL-1.0
#pragma once
// What is known only at run time: sizes, and where things lie. Throws std::length_error, for the latter std::runtime_error; where exceptions are
// off, calls handlers that the user can replace, and does not return.
#include <cstddef>
#include <cstdlib>
#include <string_view>
#if defined(__cpp_exceptions)
#include <stdexcept>
#include <string>
#endif

namespace tapeless {

/// What has nothing to do with expressions.
namespace meta {
/// Ends constant evaluation: not a constant expression itself, so the compiler reports the call and with it the text.
/// For the shape rules of custom operations: if (x[0].rank != 1) meta::refuse("a vector is required").
[[noreturn]] inline void refuse(const char*) { std::abort(); }
}  // namespace meta

/// Called with the number of elements required and given when exceptions are off. Replace it to report; the program
/// ends when it returns.
inline void (*length_error_handler)(std::size_t required, std::size_t given) = nullptr;
/// The same for outputs of map that would overwrite what is still to be read, or each other.
inline void (*overlap_handler)() = nullptr;

/// `what` has another number of elements than it must have, for itself or beside another value: throws std::length_error
/// with both numbers, or, where exceptions are off, calls length_error_handler and aborts.
[[noreturn]] inline void throw_length_error(std::size_t required, std::size_t given, [[maybe_unused]] std::string_view what,
                                            [[maybe_unused]] std::string_view counted = "elements",
                                            [[maybe_unused]] std::string_view beside = {}) {
#if defined(__cpp_exceptions)
  std::string text = "tapeless: ";
  const auto add = [&text](std::string_view part) { text.append(part.data(), part.size()); };  // operator+ would be instantiated in every file
  add(what), add(" requires "), add(std::to_string(required)), add(" "), add(counted);
  if (!beside.empty()) add(" to go with "), add(beside);
  add("; here are "), add(std::to_string(given));
  throw std::length_error(text);
#else
  if (length_error_handler) length_error_handler(required, given);
  std::abort();
#endif
}

/// Writing `what` would overwrite `other`, which is still wanted: throws std::runtime_error, or, where exceptions are off, calls overlap_handler and aborts. The rule says where it
/// may lie.
[[noreturn]] inline void throw_overlap([[maybe_unused]] std::string_view what, [[maybe_unused]] std::string_view other, [[maybe_unused]] std::string_view rule) {
#if defined(__cpp_exceptions)
  std::string text = "tapeless: ";
  text.append(what.data(), what.size()).append(" requires a place ").append(rule.data(), rule.size());
  text.append("; here it overwrites ").append(other.data(), other.size());
  throw std::runtime_error(text);
#else
  if (overlap_handler) overlap_handler();
  std::abort();
#endif
}

}  // namespace tapeless
