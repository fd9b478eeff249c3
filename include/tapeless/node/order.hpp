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
  while (a->self != b->self) {
    if (a->height != b->height) return a->height < b->height;
    if (a->op != b->op) return a->op < b->op;
    if (op::is_variable(a->op)) {
      const int names = look.compare_names(a, b);
      if (names != 0) return names < 0;
    }
    if (a->shape != b->shape) return a->shape.code() < b->shape.code();
    if (a->payload != b->payload) return a->payload < b->payload;
    int k = 0;
    while (k < 3 && look.operand_id(a, k) == look.operand_id(b, k)) ++k;
    if (k == 3) return a->self < b->self;  // only after a hash collision
    look.descend(a, b, k);
  }
  return false;
}

}  // namespace tapeless::node
