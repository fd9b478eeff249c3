// SPDX-License-Identifier: BSL-1.0
#include <tapeless/show/program.hpp>

#include <tapeless/expr/functions.hpp>

namespace {
namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;

// a whole printer: the names of a program's variables, one a line
constexpr tl::show::string leaves_text(const tl::show::program_view& p) {
  tl::show::string out;
  for (int i = 0; i < p.graph.size; ++i)
    if (tl::op::is_variable(p.graph[i].op)) (out += p.graph.name[i]) += '\n';
  return out;
}
template <class Program>
constexpr tl::show::string leaves(Program) {
  return leaves_text(tl::show::program_view_of<Program>);
}
static_assert(leaves(tl::value_and_gradient(sum(tanh(W * x)))) == "W\nx\n");
}  // namespace
