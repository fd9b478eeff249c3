// SPDX-License-Identifier: BSL-1.0
#pragma once
// What keeps the branch that a select does not take out of the derivatives. Below a branch the adjoint is 0 wherever the
// other branch is taken, and 0 times an infinite derivative is NaN. So the adjoint goes down a branch as if it were
// taken everywhere, with a mask beside it, and the mask is applied to every contribution as a whole:
//
//     select(c, δ·∂y/∂x, 0)        not        select(c, δ, 0)·∂y/∂x
//
// The condition is constant in the derivative, so this holds for higher orders too.
#include <tapeless/graph/term.hpp>

namespace tapeless::diff {

/// Where a value counts: where the node `condition` is not 0 (`taken`), or where it is. No condition: everywhere.
struct mask {
  int condition = -1;
  bool taken = true;

  constexpr bool everywhere() const { return condition < 0; }
  bool operator==(const mask&) const = default;
};

/// The operations on masks in a graph under construction.
template <class Builder>
struct masking {
  using term = graph::term<Builder>;
  Builder* b;

  constexpr term condition_of(mask m) const { return {b, m.condition}; }
  /// yes where the mask counts, no elsewhere.
  constexpr term choice(mask m, term yes, term no) const {
    return m.taken ? select(condition_of(m), yes, no) : select(condition_of(m), no, yes);
  }
  constexpr term applied(term value, mask m) const { return m.everywhere() ? value : choice(m, value, value.number(0)); }
  /// 1 where the mask counts, 0 elsewhere: not the condition itself, whose values may cancel in a sum.
  constexpr term indicator(mask m) const {
    const term c = condition_of(m);
    return choice(m, c.number(1), c.number(0));
  }

  constexpr mask both(mask m, mask n) const {
    if (m.everywhere() || m == n) return n;
    return {choice(n, indicator(m), condition_of(n).number(0)).at, true};
  }
  constexpr mask either(mask m, mask n) const {
    if (m == n) return m;
    if (m.everywhere() || n.everywhere() || m.condition == n.condition) return {};
    return {choice(n, condition_of(n).number(1), indicator(m)).at, true};
  }
};

}  // namespace tapeless::diff
