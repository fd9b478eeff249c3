// SPDX-License-Identifier: BSL-1.0
// Why the contributions are summed: the network of Bishop, Pattern Recognition and Machine Learning, section 5.3, with
// two inputs, three hidden units and two outputs, in scalars. For each hidden unit: what it feeds, what each of these
// edges adds to the derivative, and that this is all there is to it (eq. 5.55).
#include <boost/hana/fold_left.hpp>
#include <boost/hana/for_each.hpp>
#include <boost/hana/plus.hpp>
#include <boost/hana/transform.hpp>
#include <cstdio>
#include <string>
#include <tapeless/tapeless.hpp>

namespace hana = boost::hana;
namespace tl = tapeless;
using namespace tl::literals;

namespace bishop {

// --- the network ----------------------------------------------------------------------------------------------------

constexpr auto x1 = tl::input<"x1">;
constexpr auto x2 = tl::input<"x2">;
constexpr auto t1 = tl::input<"t1">;
constexpr auto t2 = tl::input<"t2">;
constexpr auto w10 = tl::parameter<"w10">;
constexpr auto w11 = tl::parameter<"w11">;
constexpr auto w12 = tl::parameter<"w12">;
constexpr auto w20 = tl::parameter<"w20">;
constexpr auto w21 = tl::parameter<"w21">;
constexpr auto w22 = tl::parameter<"w22">;
constexpr auto w30 = tl::parameter<"w30">;
constexpr auto w31 = tl::parameter<"w31">;
constexpr auto w32 = tl::parameter<"w32">;
constexpr auto v10 = tl::parameter<"v10">;
constexpr auto v11 = tl::parameter<"v11">;
constexpr auto v12 = tl::parameter<"v12">;
constexpr auto v13 = tl::parameter<"v13">;
constexpr auto v20 = tl::parameter<"v20">;
constexpr auto v21 = tl::parameter<"v21">;
constexpr auto v22 = tl::parameter<"v22">;
constexpr auto v23 = tl::parameter<"v23">;

constexpr auto a1 = w11 * x1 + w12 * x2 + w10;
constexpr auto a2 = w21 * x1 + w22 * x2 + w20;
constexpr auto a3 = w31 * x1 + w32 * x2 + w30;

constexpr auto h1 = tanh(a1);
constexpr auto h2 = tanh(a2);
constexpr auto h3 = tanh(a3);

constexpr auto output_1 = [](auto z1, auto z2, auto z3) { return v11 * z1 + v12 * z2 + v13 * z3 + v10; };
constexpr auto output_2 = [](auto z1, auto z2, auto z3) { return v21 * z1 + v22 * z2 + v23 * z3 + v20; };
constexpr auto error = [](auto z1, auto z2, auto z3) {
  return 0.5_c * (square(output_1(z1, z2, z3) - t1) + square(output_2(z1, z2, z3) - t2));
};

constexpr auto y1 = output_1(h1, h2, h3);
constexpr auto y2 = output_2(h1, h2, h3);
constexpr auto E = error(h1, h2, h3);

// --- eq. 5.55, proved -----------------------------------------------------------------------------------------------

/// What each edge from a node to one of its consumers adds to the derivative.
constexpr auto contributions = [](auto node) {
  return hana::transform(tl::fanout(E, node), [](auto edge) { return tl::contribution(E, edge); });
};

/// The same, spelled out: ∂E/∂k · ∂k/∂node for each consumer k.
constexpr auto products = [](auto node) {
  return hana::transform(tl::fanout(E, node),
                         [](auto edge) { return tl::derivative(E, edge.consumer) * tl::partial(edge); });
};

static_assert(hana::fold_left(contributions(h1), hana::plus) == tl::derivative(E, h1));
static_assert(hana::fold_left(contributions(h2), hana::plus) == tl::derivative(E, h2));
static_assert(hana::fold_left(contributions(h3), hana::plus) == tl::derivative(E, h3));
static_assert(hana::fold_left(contributions(a1), hana::plus) == tl::derivative(E, a1));
static_assert(hana::fold_left(contributions(a2), hana::plus) == tl::derivative(E, a2));
static_assert(hana::fold_left(contributions(a3), hana::plus) == tl::derivative(E, a3));

static_assert(hana::fold_left(products(h1), hana::plus) == tl::derivative(E, h1));
static_assert(hana::fold_left(products(h2), hana::plus) == tl::derivative(E, h2));
static_assert(hana::fold_left(products(h3), hana::plus) == tl::derivative(E, h3));
static_assert(hana::fold_left(products(a1), hana::plus) == tl::derivative(E, a1));
static_assert(hana::fold_left(products(a2), hana::plus) == tl::derivative(E, a2));
static_assert(hana::fold_left(products(a3), hana::plus) == tl::derivative(E, a3));

// --- the same in numbers --------------------------------------------------------------------------------------------

const auto theta = [] {
  auto pack = tl::zeros<double>(tl::parameters(E));
  pack[w10] = 0.1, pack[w11] = 0.5, pack[w12] = -0.3;
  pack[w20] = -0.2, pack[w21] = 0.9, pack[w22] = 0.4;
  pack[w30] = 0.3, pack[w31] = -0.7, pack[w32] = 0.6;
  pack[v10] = 0.2, pack[v11] = 0.6, pack[v12] = -0.5, pack[v13] = 0.3;
  pack[v20] = -0.1, pack[v21] = 0.4, pack[v22] = 0.8, pack[v23] = -0.9;
  return pack;
}();

/// An expression's value for these parameters and one example.
double value(auto expression, const auto&... nudges) {
  return tl::function(expression)(theta, x1 = 0.8, x2 = -0.4, t1 = 1.0, t2 = -0.5, nudges...);
}

std::string text(auto expression) { return tl::show::text(expression).c_str(); }

/// A formula in which parts of the network stand by their names.
std::string with_names(const std::string& whole) {
  static const struct {
    std::string formula, name;
  } parts[] = {{"(" + text(tl::derivative(E, h1)) + ")", "dE/dh1"},
               {"(" + text(tl::derivative(E, h2)) + ")", "dE/dh2"},
               {"(" + text(tl::derivative(E, h3)) + ")", "dE/dh3"},
               {text(y1), "y1"},
               {text(y2), "y2"},
               {text(h1), "h1"},
               {text(h2), "h2"},
               {text(h3), "h3"},
               {text(a1), "a1"},
               {text(a2), "a2"},
               {text(a3), "a3"}};
  std::string result = whole;
  for (const auto& part : parts)
    for (std::size_t at = 0; part.formula != whole && (at = result.find(part.formula, at)) != result.npos;)
      result.replace(at, part.formula.size(), part.name);
  return result;
}

std::string formula(auto expression) { return with_names(text(expression)); }

void print_row(const std::string& what, const std::string& how, double number) {
  std::printf("  %-20s %-40s %16.12f\n", what.c_str(), how.c_str(), number);
}

// What central differences add to one hidden unit or another.
constexpr auto da1 = tl::input<"da1">;
constexpr auto da2 = tl::input<"da2">;
constexpr auto da3 = tl::input<"da3">;
constexpr auto dh1 = tl::input<"dh1">;
constexpr auto dh2 = tl::input<"dh2">;
constexpr auto dh3 = tl::input<"dh3">;
constexpr auto nudged_E = error(tanh(a1 + da1) + dh1, tanh(a2 + da2) + dh2, tanh(a3 + da3) + dh3);

double central_difference(auto nudge) {
  constexpr double epsilon = 1e-5;
  auto nudges = tl::zeros<double>(tl::wrt(da1, da2, da3, dh1, dh2, dh3));
  nudges[nudge] = epsilon;
  const double above = value(nudged_E, nudges);
  nudges[nudge] = -epsilon;
  return (above - value(nudged_E, nudges)) / (2 * epsilon);
}

void study(const char* name, auto node, auto nudge) {
  const auto edges = tl::fanout(E, node);
  std::printf("\n%s = %s feeds U = {", name, formula(node).c_str());
  const char* separator = " ";
  hana::for_each(edges, [&](auto edge) {
    std::printf("%s%s", separator, formula(edge.consumer).c_str());
    separator = ", ";
  });
  std::puts(" }");

  double sum = 0;
  hana::for_each(edges, [&](auto edge) {
    const auto contribution = tl::contribution(E, edge);
    print_row("by " + formula(edge.consumer), formula(contribution), value(contribution));
    sum += value(contribution);
  });
  const auto derivative = tl::derivative(E, node);
  print_row("sum", formula(hana::fold_left(contributions(node), hana::plus)), sum);
  print_row("derivative", formula(derivative), value(derivative));
  print_row("central difference", "", central_difference(nudge));
}

void explain() {
  std::puts("Bishop's network: two inputs, three hidden units, two outputs\n");
  std::printf("  a1 = %-24s  h1 = %s\n", formula(a1).c_str(), formula(h1).c_str());
  std::printf("  a2 = %-24s  h2 = %s\n", formula(a2).c_str(), formula(h2).c_str());
  std::printf("  a3 = %-24s  h3 = %s\n", formula(a3).c_str(), formula(h3).c_str());
  std::printf("  y1 = %s\n  y2 = %s\n  E  = %s\n", formula(y1).c_str(), formula(y2).c_str(), formula(E).c_str());
  std::printf("\nHere y1 = %.6f, y2 = %.6f, E = %.6f.\n", value(y1), value(y2), value(E));

  std::puts(
      "\nA hidden unit acts on E through every node that it feeds, and through nothing else. Move the unit a\n"
      "little: each of these nodes k moves by dk/dh, and moves E by dE/dk times as much. To first order these\n"
      "changes add up, so the derivative by the unit is a sum with one contribution for each edge (eq. 5.55):\n"
      "\n"
      "  dE/dh = sum over k in U of dE/dk * dk/dh");
  study("h1", h1, dh1);
  study("h2", h2, dh2);
  study("h3", h3, dh3);

  std::puts(
      "\nBefore the tanh there is one edge, so the sum has one term: the derivative by h, just found, times the\n"
      "slope of tanh. This is how it goes on towards the inputs, layer by layer (eq. 5.56).");
  study("a1", a1, da1);
  study("a2", a2, da2);
  study("a3", a3, da3);
}

}  // namespace bishop

int main() { bishop::explain(); }
