// SPDX-License-Identifier: BSL-1.0
#include <tapeless/show/string.hpp>

namespace {

using tapeless::show::string;

constexpr string repeated(std::size_t count, char c) {
  string s;
  for (std::size_t i = 0; i < count; ++i) s += c;
  return s;
}

static_assert(string().empty());
static_assert(string("ab") == "ab");
static_assert("ab" == string("ab"));
static_assert(string("ab") != string("ac"));
static_assert(string("ab") < string("ac"));
static_assert(string("ab") + "cd" == "abcd");
static_assert("ab" + string("cd") == "abcd");
static_assert(string("abcd").find("cd") == 2);
static_assert(string("abcd").find("x") == string::npos);
static_assert(string("abcd").starts_with("ab") && string("abcd").ends_with("cd") && string("abcd").contains("bc"));
static_assert(string("abcd").c_str()[4] == '\0');

// a short text can be a constant
constexpr string kept = string("sin") + "(x)";
static_assert(kept == "sin(x)");
static_assert(std::string_view(kept) == "sin(x)");

// a long one works within a constant expression
static_assert(repeated(1000, 'a').size() == 1000);
static_assert(repeated(1000, 'a').c_str()[1000] == '\0');
static_assert(string(repeated(300, 'a')) == repeated(300, 'a'));

constexpr bool assigns() {
  string a("short"), b = repeated(300, 'b');
  a = b;
  b = string("short again");
  string c = static_cast<string&&>(a);
  const string& same = c;
  c = same;
  return c.size() == 300 && b == "short again" && a.empty();
}
static_assert(assigns());

}  // namespace
