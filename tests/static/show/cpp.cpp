// SPDX-License-Identifier: BSL-1.0
#include <tapeless/show/cpp.hpp>

#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>

namespace {

namespace tl = tapeless;
using namespace tl::literals;
using tl::show::cpp;

constexpr auto x = tl::input<"x">;
constexpr auto a = tl::parameter<"a">;
constexpr auto z = tl::input<"z", tl::vec<3>>;

static_assert(cpp(tl::function(sin(x) * x), "f") ==
              "#include <math.h>\n"
              "\n"
              "double f(double x) {\n"
              "  const double v1 = sin(x);\n"
              "  const double v2 = x * v1;\n"
              "  return v2;\n"
              "}\n");

static_assert(cpp(tl::function(x + 2_c), "f").contains("x + 2.0"));
static_assert(cpp(tl::function(1e-3_c * x), "f").contains("1e-3"));
static_assert(cpp(tl::function(exp(x) * -2_c), "f").contains("(-2.0) * v1"));

// an adjoint with several contributions says where they come from
static_assert(cpp(tl::value_and_gradient(square(a) * sin(a)), "step") ==
              tl::show::string(
              "#include <math.h>\n"
              "\n"
              "double step(double a, double* grad_a) {\n"
              "  const double v1 = a * a;\n"
              "  const double v2 = sin(a);\n"
              "  const double v3 = v1 * v2;\n"
              "\n"
              "  // the gradient\n"
              "  const double v4 = a * 2.0;\n"
              "  const double v5 = cos(a);\n"
              "  const double v6 = v1 * v5;\n"
              "  // the adjoint of a, gathered over its uses: v1, v2\n"
              "  const double d_a = ") + (tl::math::has_fma<double> ? "fma(v4, v2, v6)" : "v4 * v2 + v6") + ";\n"
              "  *grad_a = d_a;\n"
              "  return v3;\n"
              "}\n");

// results of tensors are computed where they are wanted
static_assert(cpp(tl::function(z + z), "twice") ==
              "#include <math.h>\n"
              "\n"
              "void twice(const double* z, double* out) {\n"
              "  for (int i = 0; i < 3; ++i)\n"
              "    out[i] = z[i] + z[i];\n"
              "}\n");

// names
static_assert(cpp(tl::function(tl::input<"i"> + tl::input<"double">), "x").starts_with("#include <math.h>\n\n"
                                                                                      "double x(double double_, double i_)"));
static_assert(cpp(tl::function(sin(tl::input<"v1">)), "f").contains("const double v1_ = sin(v1);"));

}  // namespace
