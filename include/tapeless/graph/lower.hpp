// SPDX-License-Identifier: BSL-1.0
#pragma once
// From identities to a graph: one iterative walk from the roots through the operands' describe functions.
// Of several operands the highest is visited first, so that variables appear in the order in which data meets them, and
// few values are alive at once. The result holds no pointer.
#include <string_view>
#include <tapeless/expr/expression.hpp>
#include <tapeless/graph/builder.hpp>

namespace tapeless::graph {

/// Operands of one node that are still to be visited, the highest first.
struct visit {
  node::described node;
  int order[3]{};
  int next = 0;
};

constexpr visit visit_of(const node::described& d) {
  visit v{d};
  std::uint32_t height[3]{};
  int count = 0;
  for (int k = 0; k < 3 && d.operand[k] != 0; ++k) {
    const std::uint32_t h = d.describe_operand[k]().height;
    int at = count++;
    for (; at > 0 && height[at - 1] < h; --at) {
      height[at] = height[at - 1];
      v.order[at] = v.order[at - 1];
    }
    height[at] = h;
    v.order[at] = k;
  }
  return v;
}

/// A step of a heap sort of indices by name.
constexpr void sink(const char* const* names, int* sorted, int from, int end) {
  for (int child; (child = 2 * from + 1) < end; from = child) {
    if (child + 1 < end && std::string_view(names[sorted[child]]) < names[sorted[child + 1]]) ++child;
    if (std::string_view(names[sorted[from]]) >= names[sorted[child]]) return;
    const int moved = sorted[from];
    sorted[from] = sorted[child];
    sorted[child] = moved;
  }
}

/// Gives every variable its place among the sorted names; notes two variables of one name.
template <class Result>
constexpr void rank_names(Result& g, const char* const* names) {
  int sorted[sizeof(g.at) / sizeof(g.at[0])]{};
  int count = 0;
  for (int i = 0; i < g.size; ++i)
    if (op::is_variable(g.at[i].op)) sorted[count++] = i;
  for (int i = count / 2 - 1; i >= 0; --i) sink(names, sorted, i, count);  // heap sort
  for (int end = count - 1; end > 0; --end) {
    const int last = sorted[0];
    sorted[0] = sorted[end];
    sorted[end] = last;
    sink(names, sorted, 0, end);
  }
  for (int i = 0; i < count; ++i) {
    g.at[sorted[i]].name_rank = i;
    if (i > 0 && std::string_view(names[sorted[i - 1]]) == names[sorted[i]]) {
      g.clash[0] = g.at[sorted[i - 1]].self;
      g.clash[1] = g.at[sorted[i]].self;
    }
  }
}

template <std::size_t Capacity, node::id... Roots>
struct lowering : pass_result<Capacity, sizeof...(Roots)> {
  bool complete = false;
  node::id clash[2]{};  // two variables of one name, if there are any

  consteval lowering() {
    const char* names[Capacity]{};
    visit stack[Capacity];
    const node::describe_function roots[] = {&node::describe<Roots>...};
    for (std::size_t root = 0; root < sizeof...(Roots); ++root) {
      const node::described r = roots[root]();
      int depth = 0;
      if (this->find(r.self) < 0) stack[depth++] = visit_of(r);
      while (depth > 0) {
        visit& top = stack[depth - 1];
        const int k = top.next < 3 ? top.order[top.next] : 3;
        if (top.next < 3 && top.node.operand[k] != 0) {
          ++top.next;
          if (this->find(top.node.operand[k]) >= 0) continue;
          if (depth == static_cast<int>(Capacity)) return;
          stack[depth++] = visit_of(top.node.describe_operand[k]());
        } else {
          if (this->size == static_cast<int>(Capacity)) return;
          const node::described& d = top.node;
          vertex v{d.op, d.shape, d.height, d.payload, d.self, {-1, -1, -1}, 0};
          for (int o = 0; o < 3 && d.operand[o] != 0; ++o) v.operand[o] = this->find(d.operand[o]);
          names[this->append(v)] = d.name;
          --depth;
        }
      }
      this->output[root] = this->find(r.self);
    }
    complete = true;
    rank_names(*this, names);
  }
};
template <std::size_t Capacity, node::id... Roots>
inline constexpr lowering<Capacity, Roots...> lowered_within{};

template <class A, class B>
inline constexpr bool names_differ = false;

template <std::size_t Capacity, node::id... Roots>
consteval auto lower() {
  constexpr const auto& lowered_here = lowered_within<Capacity, Roots...>;
  if constexpr (!lowered_here.complete) {
    return lower<8 * Capacity, Roots...>();
  } else {
    if constexpr (lowered_here.clash[0] != 0) {
      constexpr auto a = node::describe<lowered_here.clash[0]>().shape.code(), b = node::describe<lowered_here.clash[1]>().shape.code();
      using first = variable<name_of_variable<lowered_here.clash[0]>(), here::of<shape_of<a>>>;
      using second = variable<name_of_variable<lowered_here.clash[1]>(), here::of<shape_of<b>>>;
      static_assert(names_differ<first, second>,
                    "tapeless: one name in a program requires one variable; here two of different shape or role have "
                    "it; rename one of them");
    }
    return trim<lowered_within<Capacity, Roots...>>();
  }
}

/// The graph of some expressions, by identity.
template <node::id... Roots>
inline constexpr auto lowered = lower<128, Roots...>();

}  // namespace tapeless::graph
