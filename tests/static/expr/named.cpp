// SPDX-License-Identifier: BSL-1.0
// A label is for printers; nothing else changes.
#include <tapeless/expr/named.hpp>

#include <tapeless/tapeless.hpp>

namespace {
namespace tl = tapeless;
using namespace tl::literals;
using tl::show::text;

constexpr auto x = tl::input<"x">;
constexpr auto w = tl::parameter<"w">;
constexpr auto plain = tanh(w * x);
constexpr auto h = tl::named<"h">(tanh(w * x));
constexpr auto E = h * h + h;

static_assert(h == plain && E == plain * plain + plain);
static_assert(tl::named<"h">(plain) == h);  // once more is the same
static_assert(tl::node_count(E) == 6);
static_assert(text(h) == "tanh(x * w)");
static_assert(text(E) == "h = tanh(x * w)\nh * h + h");
static_assert(text(plain + 1_c) == "h = tanh(x * w)\nh + 1");  // the node has the label, whoever wrote it
static_assert(text(derivative(E, w)).starts_with("h = tanh(x * w)\n"));
static_assert(tl::show::cpp(tl::value_and_gradient(E), "step").contains("const double h = tanh(v1);"));
static_assert(tl::show::cpp(tl::value_and_gradient(E), "step").contains("const double d_h = "));
static_assert(tl::show::summary(tl::function(E)).contains("\nh "));
static_assert(tl::show::json(tl::function(E)).contains("\"label\": \"h\""));

// a label of the form of the printer's own names
constexpr auto v1 = tl::named<"v1">(sin(w));
static_assert(text(v1 + x) == "v1 = sin(w)\nv1 + x");

constexpr double value = tl::function(E)(x = 0.5, w = 2.0);
static_assert(value == tl::function(plain * plain + plain)(x = 0.5, w = 2.0));
}  // namespace
