// SPDX-License-Identifier: BSL-1.0
#pragma once
// The canonical order of operands, by structure: height, operation, shape, then name or payload, then the first pair of
// operands that differ. Never by hash, so a new name for a variable does not reassociate a sum unless it sorts elsewhere.
// Works on any look-up (front end or graph) that offers op, shape, height, payload, self, operands and compare_names.
#include <cstdint>
#include <tapeless/op/table.hpp>

namespace tapeless::node {

/// Is a before b? One path down from a and b: nodes are shared, so equal operands are one node and need no visit.
template <class Lookup, class Ref>
constexpr bool precedes(Lookup& look, Ref a, Ref b) {
  for (;;) {
    const auto& p = look[a];
    const auto& q = look[b];
    if (p.self == q.self) return false;
    if (p.height != q.height) return p.height < q.height;
    if (p.op != q.op) return p.op < q.op;
    if (op::is_variable(p.op)) {
      const int names = look.compare_names(a, b);
      if (names != 0) return names < 0;
    }
    if (p.shape != q.shape) return p.shape.code() < q.shape.code();
    if (p.payload != q.payload) return p.payload < q.payload;
    int k = 0;
    while (k < 3 && look.operand_id(a, k) == look.operand_id(b, k)) ++k;
    if (k == 3) return p.self < q.self;  // only after a hash collision
    look.descend(a, b, k);
  }
}

}  // namespace tapeless::node
