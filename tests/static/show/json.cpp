// SPDX-License-Identifier: BSL-1.0
#include <tapeless/show/json.hpp>

#include <tapeless/tapeless.hpp>

namespace {
namespace tl = tapeless;
using namespace tl::literals;
using tl::show::json;

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto y = W * x;
constexpr auto E = 0.5_c * sum(square(y));
constexpr auto step = tl::value_and_gradient(E);

static_assert(json(tl::function(sin(x[1_c]))).contains(
    "{\"id\": 0, \"operation\": \"input\", \"name\": \"x\", \"shape\": [3], \"operands\": [], \"part\": \"value\", \"operations\": 0}"));
static_assert(json(tl::function(sin(x[1_c]))).contains(
    "{\"id\": 1, \"operation\": \"element\", \"shape\": [], \"operands\": [0], \"first\": 1, \"part\": \"value\", \"operations\": 0}"));
static_assert(json(tl::function(sin(x[1_c]))).contains("{\"from\": 1, \"to\": 2, \"slot\": 0}"));
static_assert(json(step).contains("\"is\": \"gradient\", \"by\": \"W\""));
static_assert(json(step).contains("\"contributions\": [{\"consumer\": "));
static_assert(json(step).contains("\"home\": \"destination\", \"output\": 1"));
static_assert(json(tl::function(tl::input<"a\"\n">)).contains("\"name\": \"a\\\"\\u000a\""));
}  // namespace
