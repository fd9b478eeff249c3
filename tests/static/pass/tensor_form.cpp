// SPDX-License-Identifier: BSL-1.0
#include <tapeless/pass/tensor_form.hpp>

#include <tapeless/diff/higher_order.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>
#include <tapeless/pass/equivalent.hpp>

namespace {

namespace tl = tapeless;
using namespace tl::literals;
using tl::equivalent;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto g = tl::input<"g", tl::vec<2>>;
constexpr auto u = tl::input<"u", tl::vec<3>>;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto w = tl::input<"w", tl::vec<3>>;
constexpr auto V = tl::parameter<"V", tl::mat<2, 3>>;
constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;

// what is linear goes over the terms, with whatever is the same for all elements in front; what picks goes over factors
static_assert(equivalent(sum(v + w), sum(v) + sum(w)));
static_assert(equivalent(sum(x * v), x * sum(v)));
static_assert(equivalent(sum(v + x), sum(v) + 3_c * x));
static_assert(equivalent(mean(v + x), mean(v) + x));
static_assert(equivalent(dot(v, w), sum(hadamard(v, w))));
static_assert(equivalent(dot(v + w, v - w), squared_norm(v) - squared_norm(w)));
static_assert(equivalent(square(norm(v)), dot(v, v)));
static_assert(equivalent(dot(v / x, w), dot(v, w) / x));
static_assert(equivalent(W * (v + w), W * v + W * w));
static_assert(equivalent((W + V) * (x * v), x * (W * v) + x * (V * v)));
static_assert(equivalent(outer(g, v + w), outer(g, v) + outer(g, w)));
static_assert(equivalent((v + w)[0_c], v[0_c] + w[0_c]));
static_assert(equivalent(sin(v)[1_c], sin(v[1_c])));
static_assert(equivalent(hadamard(v, w)[1_c], v[1_c] * w[1_c]));
static_assert(equivalent(max(v, x)[1_c], max(v[1_c], x)));
static_assert(equivalent(transpose(W + V), transpose(W) + transpose(V)));
static_assert(equivalent(transpose(tanh(W)), tanh(transpose(W))));
static_assert(equivalent((v / x + 1_c)[2_c], v[2_c] / x + 1_c));

// the directional derivative is gradient · u, also where E contains u
constexpr auto E = square(tanh(dot(v, u) + x) - y) + logsumexp(v);
static_assert(equivalent(tl::directional(E, v, u), dot(tl::derivative(E, v), u)));
static_assert(equivalent(tl::directional(E, v, x * u), x * tl::directional(E, v, u)));
static_assert(equivalent(tl::directional(E, v, u + w), tl::directional(E, v, u) + tl::directional(E, v, w)));

// what looks alike and is not equal
static_assert(!equivalent(sum(v) * sum(w), sum(hadamard(v, w))));
static_assert(!equivalent(sum(square(v)), square(sum(v))));
static_assert(!equivalent(v[0_c], v[1_c]));
static_assert(!equivalent(sum(v + x), sum(v) + x));
static_assert(!equivalent(v + x, w + x));
static_assert(!equivalent(sum(v), v[0_c]));
static_assert(!equivalent(dot(sin(v), w), sin(dot(v, w))));
static_assert(!equivalent(W * hadamard(v, w), hadamard(W * v, W * w)));
static_assert(!equivalent(sum(1_c / v), 1_c / sum(v)));
static_assert(!equivalent(mean(v), sum(v)));
static_assert(!equivalent(transpose(W)*g, transpose(V)*g));
static_assert(!equivalent(sin(v)[1_c], sin(v[0_c])));

}  // namespace
