// SPDX-License-Identifier: BSL-1.0
#pragma once
// Names of variables as C++ identifiers. in: any names; out: identifiers, no keywords, no two the same.
#include <tapeless/meta/list.hpp>
#include <tapeless/show/string.hpp>

namespace tapeless::show {

inline constexpr std::string_view cpp_keywords[] = {
    "alignas",   "alignof",       "and",      "and_eq",     "asm",       "auto",         "bitand",    "bitor",
    "bool",      "break",         "case",     "catch",      "char",      "char16_t",     "char32_t",  "char8_t",
    "class",     "co_await",      "co_return", "co_yield",  "compl",     "concept",      "const",     "const_cast",
    "consteval", "constexpr",     "constinit", "continue",  "decltype",  "default",      "delete",    "do",
    "double",    "dynamic_cast",  "else",     "enum",       "explicit",  "export",       "extern",    "false",
    "float",     "for",           "friend",   "goto",       "if",        "inline",       "int",       "long",
    "mutable",   "namespace",     "new",      "noexcept",   "not",       "not_eq",       "nullptr",   "operator",
    "or",        "or_eq",         "private",  "protected",  "public",    "register",     "reinterpret_cast", "requires",
    "restrict",  "return",    "short",         "signed",   "sizeof",     "static",    "static_assert", "static_cast", "struct",
    "switch",    "template",      "this",     "thread_local", "throw",   "true",         "try",       "typedef",   "typeof",
    "typeid",    "typename",      "union",    "unsigned",   "using",     "virtual",      "void",      "volatile",
    "wchar_t",   "while",         "xor",      "xor_eq"};

/// Hands out identifiers, each once.
class identifiers {
 public:
  constexpr bool is_free(std::string_view name) const {
    for (const std::string_view keyword : cpp_keywords)
      if (name == keyword) return false;
    for (const string& other : taken_)
      if (name == other) return false;
    return true;
  }
  /// The name itself where it is an identifier and free, else one like it.
  constexpr string take(std::string_view name) {
    string made;
    for (const char c : name) made += is_digit(c) || is_letter(c) ? c : '_';
    if (made.empty() || is_digit(made[0])) made = "_" + made;
    if (is_like_macro(made)) made += '_';
    while (!is_free(made)) made += '_';
    taken_.push_back(made);
    return made;
  }

 private:
  /// Names of macros and of the compiler's own: capitals alone, four or more, or an underscore and a capital or another one.
  static constexpr bool is_like_macro(std::string_view name) {
    if (name.size() > 1 && name[0] == '_' && (name[1] == '_' || (name[1] >= 'A' && name[1] <= 'Z'))) return true;
    bool capitals = name.size() > 3 && !is_digit(name[0]);
    for (const char c : name) capitals = capitals && (c < 'a' || c > 'z');
    return capitals;
  }
  static constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

  meta::list<string> taken_{};
};

}  // namespace tapeless::show
