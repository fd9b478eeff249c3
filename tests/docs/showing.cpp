// SPDX-License-Identifier: BSL-1.0
// The code of docs/reference/showing.md, and what it prints.
#include <cstdio>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

namespace {

constexpr auto x = tl::input<"x">;
constexpr auto w = tl::parameter<"w_1">;
constexpr auto u = tl::named<"u">(sin(w * x));
constexpr auto E = u * exp(u) + u;
constexpr auto step = tl::value_and_gradient(E);

static_assert(tl::show::text(tl::derivative(sin(x), x)) == "cos(x)");  // in constant expressions, too

}  // namespace

int main() {
  std::puts(tl::show::text(E).c_str());
  std::puts(tl::show::latex(E).c_str());
  std::puts(tl::show::graphviz(E, u).c_str());
  std::puts(tl::show::mermaid(E, u).c_str());
  std::puts(tl::show::cpp(step, "step").c_str());
  std::puts(tl::show::summary(step).c_str());
  std::puts(tl::show::json(tl::function(u)).c_str());
}
