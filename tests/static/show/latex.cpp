// SPDX-License-Identifier: BSL-1.0
#include <tapeless/show/latex.hpp>

#include <tapeless/diff/derivative.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>
#include <tapeless/expr/named.hpp>

namespace {
namespace tl = tapeless;
using namespace tl::literals;
using tl::show::latex;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto theta = tl::parameter<"theta">;
constexpr auto rate = tl::parameter<"rate">;
constexpr auto v = tl::input<"v", tl::vec<2>>;
constexpr auto w = tl::input<"w_in", tl::vec<3>>;
constexpr auto W = tl::parameter<"W1", tl::mat<3, 2>>;
constexpr auto beta = tl::parameter<"beta", tl::vec<3>>;

// names: an index at the end, Greek letters, words, bold vectors
static_assert(latex(x) == "x");
static_assert(latex(theta * rate) == "\\theta  \\, \\mathrm{rate}" || latex(theta * rate) == "\\mathrm{rate} \\, \\theta ");
static_assert(latex(W * v + beta) == "\\mathbf{W}_{1} \\, \\mathbf{v} + \\boldsymbol{\\beta}");
static_assert(latex(w) == "\\mathbf{w}_{\\mathrm{in}}");
static_assert(latex(tl::input<"_">) == "\\mathrm{\\_}");
static_assert(latex(tl::input<"50 %">) == "\\mathrm{50\\ \\%}");

// no parentheses too many, none too few
static_assert(latex(derivative(sin(x), x)) == "\\cos\\left(x\\right)");
static_assert(latex(sin(x) / y) == "\\frac{\\sin\\left(x\\right)}{y}");
static_assert(latex((x + y) * (x - y)) == "\\left(x + y\\right) \\, \\left(x - y\\right)");
static_assert(latex(x - (y - x)) == "x - \\left(y - x\\right)");
static_assert(latex(-x * y) == "-x \\, y");
static_assert(latex(x * (-2_c)) == "-2 \\, x");
static_assert(latex(y - x * (-2_c) * y).contains("y - ") || latex(y - x * (-2_c) * y).contains("+"));
static_assert(latex(pow(x / y, 2.5_c)) == "\\left(\\frac{x}{y}\\right)^{2.5}");
static_assert(latex(square(sin(x))) == "\\left(\\sin\\left(x\\right)\\right)^{2}");
static_assert(latex(pow(-2_c, x)) == "\\left(-2\\right)^{x}");
static_assert(latex(exp(-y)) == "\\mathrm{e}^{-y}");
static_assert(latex(sqrt(abs(x))) == "\\sqrt{\\left|x\\right|}");
static_assert(latex(1e-7_c * x) == "1 \\cdot 10^{-7} \\, x");
static_assert(latex(pow(1e-7_c, x)) == "\\left(1 \\cdot 10^{-7}\\right)^{x}");
static_assert(latex(select(gt(x, y), x, exp(y))) == "\\begin{cases}x & \\text{if } x > y \\\\ \\mathrm{e}^{y} & \\text{otherwise}\\end{cases}");

static_assert(latex(2_c * pow(3_c, x)) == "2 \\cdot 3^{x}");
static_assert(latex(select(lt(x, y), x, y) * x).contains("\\left(\\begin{cases}"));
static_assert(latex(select(x, x, y)).contains("\\text{if } x \\ne 0"));

// linear algebra
static_assert(latex(hadamard(tanh(beta), beta) * x).contains("\\left(\\tanh\\left(\\boldsymbol{\\beta}\\right) \\odot \\boldsymbol{\\beta}\\right) \\, x"));
static_assert(latex(outer(w / beta, v)) == "\\left(\\mathbf{w}_{\\mathrm{in}} \\oslash \\boldsymbol{\\beta}\\right) \\, \\mathbf{v}^{\\top}");
static_assert(latex(tl::input<"x_1_2">) == "x_{\\mathrm{1\\_2}}");
static_assert(latex(transpose(W) * beta) == "\\mathbf{W}_{1}^{\\top} \\, \\boldsymbol{\\beta}");
static_assert(latex(dot(beta, w)).contains("^{\\top} \\, "));
static_assert(latex(outer(beta, v)) == "\\boldsymbol{\\beta} \\, \\mathbf{v}^{\\top}");
static_assert(latex(outer(tanh(w), v)) == "\\tanh\\left(\\mathbf{w}_{\\mathrm{in}}\\right) \\, \\mathbf{v}^{\\top}");
static_assert(latex(hadamard(v, v) / v) == "\\mathbf{v} \\odot \\mathbf{v} \\oslash \\mathbf{v}");
static_assert(latex(square(v)) == "\\mathbf{v}^{\\odot 2}");
static_assert(latex(v[1_c]) == "\\left[\\mathbf{v}\\right]_{1}");
static_assert(latex(W(2_c, 0_c)) == "\\left[\\mathbf{W}_{1}\\right]_{2, 0}");
static_assert(latex(norm(v)) == "\\left\\|\\mathbf{v}\\right\\|");
static_assert(latex(log_softmax(v)) == "\\operatorname{log\\_softmax}\\left(\\mathbf{v}\\right)");

// what has a label has a line
constexpr auto h = tl::named<"h1">(tanh(W * v + beta));
static_assert(latex(sum(h)) ==
              "\\begin{aligned}\n"
              "\\mathbf{h}_{1} &= \\tanh\\left(\\mathbf{W}_{1} \\, \\mathbf{v} + \\boldsymbol{\\beta}\\right) \\\\\n"
              "& \\operatorname{sum}\\left(\\mathbf{h}_{1}\\right)\n"
              "\\end{aligned}");
}  // namespace
