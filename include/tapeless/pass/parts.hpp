// SPDX-License-Identifier: BSL-1.0
#pragma once
// Adjoints of what is read in parts. The reader of an element, a segment or a row sends zeros but for its part, so the sum over all of
// them would add zeros, n² of them for the n elements of a vector. It is put together instead:
//   place(a, 0) + place(b, 1) + place(c, 1)     concat(a, b + c, 0, …)
//   embed(a, 0) + embed(b, 4) + d               concat(a, b) + d
// Parts that overlap without being the same are added as they are. The order of additions may change, and a -0 stays one where it met a 0.
// in: a graph; out: the graph without such sums. Each keeps its identity.
#include <tapeless/meta/list.hpp>
#include <tapeless/pass/append.hpp>

namespace tapeless::pass {

/// So many elements from `begin` on, and the vertex that has them.
struct part {
  std::uint32_t begin, size;
  int at;
};

/// One sum: parts that do not overlap, in their order, and all else that it adds.
struct sum_of_parts {
  meta::list<part> parts{};
  meta::list<int> rest{};
  int found = 0;

  /// Takes a summand: a part of its own, or one that has the same place as another and is added to it.
  template <class Builder>
  constexpr void take(Builder& b, int summand) {
    const graph::vertex& v = b[summand];
    if (!op::is_part(v.op) || b[v.operand[0]].shape.rank == 2) return rest.push_back(summand);
    const part now{static_cast<std::uint32_t>(v.payload), static_cast<std::uint32_t>(b[v.operand[0]].shape.size()), v.operand[0]};
    std::size_t k = parts.size();
    while (k > 0 && parts[k - 1].begin > now.begin) --k;
    if (k > 0 && parts[k - 1].begin == now.begin && parts[k - 1].size == now.size) {
      parts[k - 1].at = append_made(b, made_by_joining, operation::add, parts[k - 1].at, now.at);
    } else if ((k > 0 && parts[k - 1].begin + parts[k - 1].size > now.begin) || (k < parts.size() && now.begin + now.size > parts[k].begin)) {
      return rest.push_back(summand);
    } else {
      parts.push_back(now);
      for (std::size_t j = parts.size() - 1; j > k; --j) parts[j] = parts[j - 1];
      parts[k] = now;
    }
    ++found;
  }

  /// The parts, with zeros where there is none.
  template <class Builder>
  constexpr meta::list<int> without_gaps(Builder& b, std::uint32_t size) const {
    meta::list<int> all;
    std::uint32_t end = 0;
    const auto fill_up_to = [&](std::uint32_t begin) {
      if (begin > end) all.push_back(b.insert(operation::constant, begin - end == 1 ? extents{} : extents{1, begin - end, 1}, node::payload_of(0.0), -1, -1, -1));
    };
    for (const part& p : parts) {
      fill_up_to(p.begin);
      all.push_back(p.at);
      end = p.begin + p.size;
    }
    fill_up_to(size);
    return all;
  }
};

/// Some vertices one after the other: a tree of concatenations that is as flat as can be, of which the last is not made yet.
template <class Builder>
constexpr graph::vertex concatenation(Builder& b, const meta::list<int>& all, std::size_t begin, std::size_t end) {
  const std::size_t middle = (begin + end) / 2;
  const auto half = [&](std::size_t from, std::size_t to) { return to - from == 1 ? all[from] : append_made(b, made_by_joining, concatenation(b, all, from, to)); };
  const int x = half(begin, middle), y = half(middle, end);
  return {operation::concat, {1, b[x].shape.rows + b[y].shape.rows, 1}, 0, 0, 0, {x, y, -1}, 0};
}

/// A sum of vectors or matrices.
constexpr bool is_sum_of_tensors(const graph::vertex& v) { return v.op == operation::add && !v.shape.is_scalar(); }

/// For k parts and r others, which take k + r - 1 sums, at most 3 k + 2 + r vertices are made: sums of equal parts, gaps, concatenations, a
/// reshape, sums of the others. That is 8 a sum at most.
template <std::size_t N, std::size_t R>
consteval std::size_t room_for_joining(const graph::graph<N, R>& g) {
  std::size_t room = N;
  for (const graph::vertex& v : g.at)
    if (is_sum_of_tensors(v)) room += 8;
  return room;
}

template <const auto& G>
struct joining : graph::pass_result<room_for_joining(G), G.outputs> {
  static constexpr std::size_t N = G.size;

  consteval joining() {
    auto& b = this->nodes();
    int moved[N + 1]{};  // by index + 1, so that operand -1 has a place
    moved[0] = -1;
    const reader_counts<N> readers(G);
    bool is_summand[N + 1]{};  // by index + 1: a sum that a sum alone reads
    for (const graph::vertex& v : G.at)
      if (is_sum_of_tensors(v))
        for (const int o : {v.operand[0], v.operand[1]})
          is_summand[o + 1] = readers.of[o + 1] == 1 && is_sum_of_tensors(G.at[o]) && G.at[o].shape == v.shape;
    for (std::size_t i = 0; i < N; ++i) {
      graph::vertex v = G.at[i];
      for (int& o : v.operand) o = moved[o + 1];
      sum_of_parts sum;
      if (is_sum_of_tensors(v) && !is_summand[i + 1]) {
        meta::list<int> open;
        open.push_back(static_cast<int>(i));
        while (!open.empty()) {  // from left to right
          const int now = open.back();
          open.pop_back();
          const bool is_inner = now == static_cast<int>(i) || is_summand[now + 1];
          if (is_inner) open.push_back(G.at[now].operand[1]), open.push_back(G.at[now].operand[0]);
          else sum.take(b, moved[now + 1]);
        }
      }
      moved[i + 1] = sum.found < 2 ? append(b, v) : put_together(b, v, sum);
    }
    for (std::size_t k = 0; k < G.outputs; ++k) this->output[k] = moved[G.output[k] + 1];
  }

  /// The sum, as the vertex that it was.
  template <class Builder>
  static constexpr int put_together(Builder& b, const graph::vertex& v, const sum_of_parts& sum) {
    const meta::list<int> all = sum.without_gaps(b, static_cast<std::uint32_t>(v.shape.size()));
    const auto vertex_of = [&](operation o, int x, int y = -1) { return graph::vertex{o, v.shape, 0, 0, 0, {x, y, -1}, 0}; };
    graph::vertex now = all.size() > 1 ? concatenation(b, all, 0, all.size()) : vertex_of(b[all[0]].shape.is_scalar() ? operation::place : operation::embed, all[0]);
    if (now.shape != v.shape) now = vertex_of(operation::reshape, append_made(b, made_by_joining, now));
    for (const int summand : sum.rest) now = vertex_of(operation::add, append_made(b, made_by_joining, now), summand);
    now.self = v.self;
    return append(b, now);
  }
};

/// Is there anything to put together?
template <std::size_t N, std::size_t R>
consteval bool has_parts(const graph::graph<N, R>& g) {
  int found = 0;
  for (const graph::vertex& v : g.at) found += op::is_part(v.op);
  return found > 1;
}

template <const auto& G>
inline constexpr joining<G> joined_nodes{};
template <const auto& G>
inline constexpr auto joined = graph::trim<joined_nodes<G>>();

template <const auto& G>
consteval const auto& with_parts_joined() {
  if constexpr (has_parts(G)) return joined<G>;
  else return G;
}

}  // namespace tapeless::pass
