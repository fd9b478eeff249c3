// SPDX-License-Identifier: BSL-1.0
#include <tapeless/graph/term.hpp>

#include <tapeless/diff/derivative.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>
#include <tapeless/expr/structure.hpp>

namespace {

namespace tl = tapeless;
using tl::operation;

using builder = tl::graph::builder<64>;
using term = tl::graph::term<builder>;

constexpr tl::extents vec4{1, 4, 1}, vec2{1, 2, 1}, mat22{2, 2, 2};

/// f(δ, ε, v, w), of a scalar, a vector of two, of four and of four again
template <class F>
constexpr bool holds(F f) {
  builder b;
  const auto variable = [&](tl::extents e, std::uint64_t name) { return term{&b, b.insert(operation::input, e, name, -1, -1, -1)}; };
  return f(variable({}, 1), variable(vec2, 2), variable(vec4, 3), variable(vec4, 4));
}
constexpr bool same(term a, term b) { return a.at == b.at; }

// a part times, by and minus something is that part
static_assert(holds([](term d, term e, term v, term w) {
  const term p = place(d, vec4, 2), q = embed(e, vec4, 1);
  return same(-p, place(-d, vec4, 2)) && same(p * v, place(d * element(v, 2), vec4, 2)) && same(v * p, place(element(v, 2) * d, vec4, 2)) &&
         same(p / v, place(d / element(v, 2), vec4, 2)) && same(d * p, place(d * d, vec4, 2)) && same(q * w, embed(e * slice(w, vec2, 1), vec4, 1)) &&
         same(sum(p), d) && same(sum(q), sum(e)) && !(v / p).is_part() && !(v + p).is_part();
}));
// chosen
static_assert(holds([](term d, term e, term v, term w) {
  const term c = gt(v, w), p = place(d, vec4, 3), q = embed(e, vec4, 2), zero = v.filled(0), here = element(c, 3);
  return same(select(c, p, zero), place(select(here, d, d.number(0)), vec4, 3)) && same(select(c, zero, p), place(select(here, d.number(0), d), vec4, 3)) &&
         same(select(c, p, 2.0 * p), place(select(here, d, 2.0 * d), vec4, 3)) && same(select(gt(d, 1.0), p, 0.0), place(select(gt(d, 1.0), d, 0.0), vec4, 3)) &&
         !select(c, p, q).is_part() && !select(c, p, v).is_part();
}));
// moved
static_assert(holds([](term d, term e, term v, term) {
  const tl::extents vec8{1, 8, 1};
  const term p = place(d, vec4, 3), q = embed(e, vec4, 1);
  return same(reshape(p, mat22), place(d, mat22, 3)) && same(reshape(q, mat22), embed(e, mat22, 1)) && same(embed(p, vec8, 2), place(d, vec8, 5)) &&
         same(embed(q, vec8, 4), embed(e, vec8, 5)) && same(slice(q, vec2, 1), e) && same(slice(p, vec2, 2), place(d, vec2, 1)) &&
         same(slice(p, vec2, 0), v.filled(vec2, 0)) && same(slice(v.filled(3), vec2, 1), v.filled(vec2, 3)) && !slice(q, vec2, 0).is_part() && same(embed(v, vec4, 0), v);
}));

}  // namespace
