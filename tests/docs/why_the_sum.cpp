// SPDX-License-Identifier: BSL-1.0
// The code and the numbers of docs/why-the-sum.md.
#include <boost/hana.hpp>
#include <cstdio>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
namespace hana = boost::hana;
using namespace tl::literals;

namespace {

namespace one {
constexpr auto a = tl::input<"a">;
constexpr auto b = tl::named<"b">(square(a));
constexpr auto E = 3_c * b;

static_assert(hana::size(tl::fanout(E, b)) == hana::size_c<1>);
static_assert(tl::equivalent(tl::derivative(E, a), tl::derivative(E, b) * tl::derivative(b, a)));
}  // namespace one

namespace two {
constexpr auto a = tl::input<"a">;
constexpr auto b = tl::named<"b">(square(a));
constexpr auto c = tl::named<"c">(3_c * a);
constexpr auto E = b * c;

constexpr auto edges = tl::fanout(E, a);
constexpr auto through_b = tl::contribution(E, edges[hana::size_c<0>]);
constexpr auto through_c = tl::contribution(E, edges[hana::size_c<1>]);
static_assert(tl::derivative(E, a) == through_b + through_c);                 // the same expression
static_assert(tl::equivalent(tl::derivative(E, a), 9_c * square(a)));         // E is 3a³

constexpr auto at_two = [](auto e) { return tl::function(e)(a = 2.0); };
static_assert(at_two(through_b) == 24 || at_two(through_c) == 24);
static_assert(at_two(tl::derivative(E, a)) == 36);

/// E with b and c taken at points of their own.
double value(double a_for_b, double a_for_c) { return tl::function(b)(a = a_for_b) * tl::function(c)(a = a_for_c); }

void print_limits() {
  std::puts("    step   only b moves   only c moves   their sum   both move");
  for (const double step : {1.0, 0.1, 0.01, 0.001}) {
    const double by_b = (value(2 + step, 2) - value(2, 2)) / step, by_c = (value(2, 2 + step) - value(2, 2)) / step;
    std::printf("%8g %14.4f %14.4f %11.4f %11.4f\n", step, by_b, by_c, by_b + by_c, (value(2 + step, 2 + step) - value(2, 2)) / step);
  }
}

// E as a function of the pair (b, c), and the direction in which a moves it
constexpr auto pair = tl::input<"pair", tl::vec<2>>;
constexpr auto of_pair = pair[0_c] * pair[1_c];
constexpr auto p = tl::input<"p", tl::vec<2>>;
constexpr auto along = tl::directional(of_pair, pair, p);
static_assert(tl::function(along)(pair = {4, 6}, p = {4, 3}) == 36);
}  // namespace two

namespace network {
constexpr auto x = tl::input<"x">;
constexpr auto t1 = tl::input<"t1">;
constexpr auto t2 = tl::input<"t2">;
constexpr auto w = tl::parameter<"w">;
constexpr auto u1 = tl::parameter<"u1">;
constexpr auto u2 = tl::parameter<"u2">;

constexpr auto z = tl::named<"z">(tanh(w * x));  // a hidden unit
constexpr auto y1 = tl::named<"y1">(u1 * z);     // two outputs
constexpr auto y2 = tl::named<"y2">(u2 * z);
constexpr auto E = 0.5_c * (square(y1 - t1) + square(y2 - t2));

constexpr auto sum = hana::fold_left(hana::transform(tl::fanout(E, z), [](auto edge) { return tl::contribution(E, edge); }), hana::plus);
static_assert(sum == tl::derivative(E, z));
}  // namespace network

}  // namespace

int main() {
  std::puts(tl::show::mermaid(one::E, one::b).c_str());
  std::puts(tl::show::mermaid(two::E, two::a).c_str());
  two::print_limits();
  std::puts(tl::show::cpp(tl::value_and_gradient(two::E, two::a), "step").c_str());
  std::puts(tl::show::mermaid(network::E, network::z).c_str());
  hana::for_each(tl::fanout(network::E, network::z), [](auto edge) {
    const std::string text = tl::show::text(tl::contribution(network::E, edge));
    std::printf("%s\n", text.substr(text.rfind('\n') + 1).c_str());
  });
}
