// SPDX-License-Identifier: BSL-1.0
#include <tapeless/show/summary.hpp>

#include <tapeless/tapeless.hpp>

namespace {
namespace tl = tapeless;
using namespace tl::literals;
using tl::show::summary;

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto y = W * x;
constexpr auto E = 0.5_c * sum(square(y));
constexpr auto step = tl::value_and_gradient(E);

static_assert(summary(tl::function(y)) ==
              "node   operation  reads  shape      parameters  operations\n"
              "W      parameter         mat<2, 3>           6\n"
              "x      input             vec<3>\n"
              "out    matmul     W, x   vec<2>                         10\n"
              "total                                        6          10\n"
              "\n"
              "operations  value\n"
              "matmul         10\n"
              "total          10\n"
              "\n"
              "bytes, with double: reads 72, writes 16, workspace 0\n");
static_assert(tl::function(y).operation_count() == 10);
static_assert(summary(step).contains("value and gradient to value alone, in operations: "));
static_assert(summary(step).contains("reads 72, writes 56, workspace "));
}  // namespace
