// SPDX-License-Identifier: BSL-1.0
#pragma once
// From a step of a plan to code: the value of a node, and of those that are computed beside it. Scalars live in a local array that only constant
// indices touch, so that it dissolves into registers (but of very long programs). Nothing of the graph is left.
#include <bit>
#include <concepts>
#include <tapeless/codegen/access.hpp>
#include <tapeless/codegen/scalars.hpp>
#include <tapeless/meta/target.hpp>
#include <tapeless/meta/unroll.hpp>

namespace tapeless::codegen {

/// Is some of what a node reads computed there, and in registers of one row only?
template <class P>
consteval bool reads_within_rows(int vertex) {
  for (int k = 0; k < graph::arity(P::graph.at[vertex]); ++k) {
    const int operand = P::graph.at[vertex].operand[k];
    if (P::plan.steps[P::plan.step_of[operand]].where != home::reader) continue;
    if (!op::table[P::graph.at[operand].op].elementwise || reads_within_rows<P>(operand)) return true;
  }
  return false;
}

/// Is a function of a short vector a loop, of some registers at a time? So it is where the program's functions, in eights of elements, fill so
/// many registers that a copy for each would be more code than processors hold decoded.
inline constexpr std::size_t most_registers_of_functions = 16, registers_in_loop = 2;
template <class P, class Math, class T>
consteval bool is_in_loop(int vertex) {
  const graph::vertex& v = P::graph.at[vertex];
  constexpr auto native = static_cast<std::size_t>(Math::template native_lanes<T>);
  return native > 0 && is_function(v) && v.shape.size() > registers_in_loop * native && 8 * P::plan.functions > most_registers_of_functions * native;
}

/// An element-wise operation: in the lanes of one register at a time, for the order does not matter. In a loop functions take some, for their steps
/// wait for each other. No register holds elements of two rows; what may be computed without regard to rows is one row.
template <class Math, class Entry, std::size_t Rows, std::size_t Columns, class T, bool InLoop, class Out, class... In>
TAPELESS_INLINE constexpr void for_each_element(Out out, const In&... in) {
  constexpr auto native = static_cast<std::size_t>(Math::template native_lanes<T>);
  if constexpr (Entry::on_lanes && InLoop) {
    static_assert(Rows == 1);
    constexpr std::size_t width = registers_in_loop * native < op::lanes<T> ? registers_in_loop * native : op::lanes<T>;
    op::through_array<Math, T, Columns>(out, [&](auto to_writer) TAPELESS_INLINE_LAMBDA {
      const auto compute_all = [&](const auto&... from_readers) TAPELESS_INLINE_LAMBDA {
        op::for_each_of<Math, T, Columns, width, false>(to_writer, [&](auto at_index) TAPELESS_INLINE_LAMBDA {
          return Entry::template value<Math, typename filled_value<T, decltype(at_index)>::type>(from_readers(at_index)...);
        });
      };
      compute_all(op::in_array<Math, T, Columns>(in)...);
    });
  } else if constexpr (Entry::on_lanes) {
    constexpr std::size_t all = Rows > 1 ? op::lanes_of_row<T, Columns> : std::bit_ceil(Columns);
    constexpr bool in_registers = Out::in_registers || (In::in_registers || ...), unrolled = op::unrolls<Rows * std::bit_ceil(Columns), native>;
    constexpr bool overlaps = !Entry::is_simple && !unrolled;
    constexpr std::size_t one = native < all ? native : all, some = registers_in_loop * native, width = overlaps && some <= Columns ? some : one;
    const auto compute_row = [&](std::size_t at_row) TAPELESS_INLINE_LAMBDA {
      op::for_each_of<Math, T, Columns, width, in_registers>(
          op::shifted<Out>{out, at_row * Columns}, [&](auto at_index) TAPELESS_INLINE_LAMBDA {
            return Entry::template value<Math, typename filled_value<T, decltype(at_index)>::type>(in(op::in_row<decltype(at_index)>{at_row, at_index + at_row * Columns})...);
          });
    };
    if constexpr (unrolled) meta::unroll<Rows>(compute_row);
    else for (std::size_t at_row = 0; at_row < Rows; ++at_row) compute_row(at_row);
  } else {
    for (std::size_t i = 0; i < Rows * Columns; ++i) out.put(i, Entry::template value<Math, T>(in(i)...));
  }
}

/// The value of a function of constants.
template <class P, class Math, int Vertex, class T, int... K>
consteval T fixed_value(std::integer_sequence<int, K...>) {
  if constexpr (P::graph.at[Vertex].op == operation::constant) {
    return constant_of<P::graph.at[Vertex].payload, T>();
  } else {
    return op::entry<P::graph.at[Vertex].op>::template value<Math, T>(fixed_value<P, Math, P::graph.at[Vertex].operand[K], T>(
        std::make_integer_sequence<int, op::table[P::graph.at[P::graph.at[Vertex].operand[K]].op].arity>{})...);
  }
}

/// Aᵀd, and beside it d xᵀ, which is another node.
template <class P, class Math, int Vertex, int Outer, class T, class Frame>
TAPELESS_INLINE constexpr void compute_pair(Frame& f) {
  constexpr std::size_t rows = P::graph.at[Outer].shape.rows, columns = P::graph.at[Outer].shape.columns;
  const auto outer_product = writer_of<P, Outer, T>(f);
  const auto x = operand_of<P, Math, Outer, 1, T>(f);
  op::sum_of_rows<Math, T, columns, rows>(writer_of<P, Vertex, T>(f), operand_of<P, Math, Vertex, 1, T>(f), operand_of<P, Math, Vertex, 0, T>(f), columns,
                                          [&](std::size_t at_row, const auto& weight_of_row, auto at_register) TAPELESS_INLINE_LAMBDA {
                                            outer_product.put(at_register + at_row * columns, weight_of_row * x(at_register));
                                          });
}

/// A·x + B·y, where A·x and B·y are other nodes.
template <class P, class Math, int Vertex, int Ax, int By, class T, class Frame>
TAPELESS_INLINE constexpr void compute_joined(Frame& f) {
  constexpr extents a = P::graph.at[P::graph.at[Ax].operand[0]].shape, b = P::graph.at[P::graph.at[By].operand[0]].shape;
  op::sum_of_two_products_of_rows<Math, T, a.rows, a.columns, b.columns>(writer_of<P, Vertex, T>(f), operand_of<P, Math, Ax, 0, T>(f), operand_of<P, Math, Ax, 1, T>(f),
                                                                         operand_of<P, Math, By, 0, T>(f), operand_of<P, Math, By, 1, T>(f));
}

/// A·Bᵀ, or AᵀBᵀ, by panels of Bᵀ, which is another node.
template <class P, class Math, int Vertex, int Right, class T, class Frame>
TAPELESS_INLINE constexpr void compute_by_panels(Frame& f) {
  constexpr extents left = P::graph.at[P::graph.at[Vertex].operand[0]].shape, all = P::graph.at[Vertex].shape;
  constexpr bool is_left_transposed = P::graph.at[Vertex].payload == op::left_transposed;
  constexpr std::size_t rows = all.rows, columns = all.columns, inner = P::graph.at[Right].shape.rows;
  const auto out = writer_of<P, Vertex, T>(f);
  const auto a = operand_of<P, Math, Vertex, 0, T>(f);
  const auto b = operand_of<P, Math, Right, 0, T>(f);
  if constexpr (op::multiplies_by_itself<Math, T, rows, columns, inner, decltype(out), decltype(a), decltype(b)>)
    if (!std::is_constant_evaluated())
      return Math::template multiply<decltype(out)::adds, is_left_transposed, true, rows, columns, inner>(out.in_one_piece(), a.in_one_piece(), b.in_one_piece());
  op::product_by_panels<Math, T, rows, columns, inner, (is_left_transposed ? 1 : left.columns), (is_left_transposed ? left.columns : 1)>(
      out, a, b, scratch<T>{f.workspace + where<P, Right>.offset});
}

/// Where operand K of a concatenation begins in it.
template <class P, int Vertex, int K>
consteval std::size_t begin_of_part() {
  std::size_t begin = 0;
  for (int k = 0; k < K; ++k) begin += P::graph.at[P::graph.at[Vertex].operand[k]].shape.size();
  return begin;
}
/// Operand K of a concatenation, to its place, where it may be already.
template <class P, class Math, int Vertex, int K, class T, class Frame>
TAPELESS_INLINE constexpr void copy_part(Frame& f) {
  constexpr int operand = P::graph.at[Vertex].operand[K];
  constexpr std::size_t size = P::graph.at[operand].shape.size(), begin_in_whole = begin_of_part<P, Vertex, K>();
  if constexpr (!where<P, operand>.inside)
    op::for_each_of<Math, T, size, op::lanes_for<T, size>, (size <= op::lanes<T>)>(
        op::shifted<decltype(writer_of<P, Vertex, T>(f))>{writer_of<P, Vertex, T>(f), begin_in_whole}, operand_of<P, Math, Vertex, K, T>(f));
}

/// The vertex of a step.
template <class P, int Step>
inline constexpr int vertex_of = P::plan.steps[Step].vertex;

/// Equal operations of the steps from Step on, each in a lane; the lanes that are left over do what the first does.
template <class P, class Math, int Step, class T, class Frame, int... K, int... Member>
TAPELESS_INLINE inline void compute_pack(Frame& f, std::integer_sequence<int, K...>, std::integer_sequence<int, Member...>) {
  using entry = op::entry_of<P::graph.at[vertex_of<P, Step>].op, P::graph.at[vertex_of<P, Step>].payload>;
  constexpr std::size_t width = std::bit_ceil(sizeof...(Member));
  const auto operand_in_lanes = [&](auto of_operand) TAPELESS_INLINE_LAMBDA {
    return in_lanes<Math, T, width>(f.scalars, [&](auto at_lane) TAPELESS_INLINE_LAMBDA {
      constexpr int member = int{at_lane} < int{sizeof...(Member)} ? int{at_lane} : 0;
      return index_of<P::graph.at[vertex_of<P, Step + member>].operand[int{of_operand}]>;
    });
  };
  using lanes_of_members = typename filled_value<T, op::lane_range<width, width>>::type;
  const lanes_of_members results = entry::template value<Math, lanes_of_members>(operand_in_lanes(std::integral_constant<int, K>{})...);
  ((f.scalars[vertex_of<P, Step + Member>] = results[Member]), ...);
}

/// The value of a node.
template <class P, class Math, int Vertex, class T, class Frame, int... K>
TAPELESS_INLINE constexpr void compute(Frame& f, std::integer_sequence<int, K...>) {
  using entry = op::entry_of<P::graph.at[Vertex].op, P::graph.at[Vertex].payload>;
  using number = typename op::number_in<T>::type;
  if constexpr (where<P, Vertex>.fixed && std::floating_point<number>) {
    constexpr number fixed = fixed_value<P, Math, Vertex, number>(std::integer_sequence<int, K...>{});
    f.scalars[Vertex] = math::converted<T>(fixed);
  } else if constexpr (where<P, Vertex>.cosine >= 0) {
    constexpr angle_pair both = pair_of(P::graph.at[Vertex].op, Vertex, where<P, Vertex>.cosine);
    run_scalar_operation<Math, T, operation::sin, 0, scalar_form::sine_and_cosine>(f.scalars, Vertex, P::graph.at[Vertex].operand[0], both.sine, both.cosine);
  } else if constexpr (entry::elementwise && P::graph.at[Vertex].shape.is_scalar()) {
    f.scalars[Vertex] = entry::template value<Math, T>(f.scalars[index_of<P::graph.at[Vertex].operand[K]>]...);
  } else if constexpr (where<P, Vertex>.joined) {
    compute_joined<P, Math, Vertex, P::graph.at[Vertex].operand[0], P::graph.at[Vertex].operand[1], T>(f);
  } else if constexpr (entry::elementwise) {
    constexpr std::size_t size = P::graph.at[Vertex].shape.size(), rows = reads_within_rows<P>(Vertex) ? P::graph.at[Vertex].shape.rows : 1;
    for_each_element<Math, entry, rows, size / rows, T, is_in_loop<P, Math, T>(Vertex)>(
        writer_of<P, Vertex, T>(f), operand_of<P, Math, Vertex, K, T>(f)...);
  } else if constexpr (entry::concatenates) {
    (copy_part<P, Math, Vertex, K, T>(f), ...);
  } else if constexpr (where<P, Vertex>.by_panels) {
    compute_by_panels<P, Math, Vertex, P::graph.at[Vertex].operand[1], T>(f);
  } else if constexpr (where<P, Vertex>.beside >= 0) {
    compute_pair<P, Math, Vertex, where<P, Vertex>.beside, T>(f);
  } else {
    entry::template value<Math, T>(site<P, Vertex>{}, writer_of<P, Vertex, T>(f), operand_of<P, Math, Vertex, K, T>(f)...);
  }
}

/// Do numbers stand in lanes of two registers at most? Two functions of them are computed at once then, in twice as many lanes: the steps of
/// one alone wait for each other.
template <class Math, class T>
inline constexpr bool goes_in_pairs = false;
template <class Math, class T, int N>
inline constexpr bool goes_in_pairs<Math, math::lanes<T, N>> = N <= 2 * Math::template native_lanes<T>;

/// Two equal operations on lanes, those of a step and of the next, as one on twice as many lanes.
template <class P, class Math, int Step, class T, class Frame, int... K>
TAPELESS_INLINE inline void compute_two(Frame& f, std::integer_sequence<int, K...>) {
  constexpr int one = vertex_of<P, Step>, other = vertex_of<P, Step + 1>;
  const auto results = op::entry_of<P::graph.at[one].op, P::graph.at[one].payload>::template value<Math, decltype(math::joined(T{}, T{}))>(
      math::joined(f.scalars[index_of<P::graph.at[one].operand[K]>], f.scalars[index_of<P::graph.at[other].operand[K]>])...);
  f.scalars[one] = math::lower(results);
  f.scalars[other] = math::upper(results);
}
/// The same for equal operations of `Left` steps from Step on: two by two, and the last one alone.
template <class P, class Math, int Step, int Left, class T, class Frame, int... K>
TAPELESS_INLINE inline void compute_pairs(Frame& f, std::integer_sequence<int, K...> operands) {
  if constexpr (Left == 1) compute<P, Math, vertex_of<P, Step>, T>(f, operands);
  if constexpr (Left >= 2) {
    compute_two<P, Math, Step, T>(f, operands);
    compute_pairs<P, Math, Step + 2, Left - 2, T>(f, operands);
  }
}

/// Copies a value that is asked for, but lives elsewhere, to one of its destinations.
template <class P, class Math, int Step, int Output, class T, class Frame>
TAPELESS_INLINE constexpr void deliver_to(Frame& f) {
  constexpr int vertex = vertex_of<P, Step>;
  constexpr std::size_t size = P::graph.at[vertex].shape.size();
  op::for_each_of<Math, T, size, op::lanes_for<T, size>, P::plan.steps[Step].where == home::registers || size <= op::lanes<T>>(writer<Frame::deliver[Output], T>{f.destinations[Output]},
                                                             reader<P, Math, vertex, T, Frame, true>{f});
}
template <class P, class Math, int Step, class T, class Frame, int... K>
TAPELESS_INLINE constexpr void deliver(Frame& f, std::integer_sequence<int, K...>) {
  (deliver_to<P, Math, Step, P::plan.delivery_of[P::plan.steps[Step].first_delivery + K], T>(f), ...);
}

/// A program with more functions than this calls them.
inline constexpr std::size_t most_inlined_functions = 32;

/// Is a step the value of a function, in a program with so many that it calls them?
template <class P>
consteval bool calls_functions(int at_step) {
  return P::plan.functions > most_inlined_functions && is_function(P::graph.at[P::plan.steps[at_step].vertex]);
}
template <class P, class Math, bool Called>
using math_of_step = std::conditional_t<Called, math::called<Math>, Math>;

/// The value of a node, and those of the nodes that are computed beside it.
template <class P, class Math, int Step, class T, class Frame, int... K>
TAPELESS_INLINE constexpr void compute_step(Frame& f, std::integer_sequence<int, K...> operands) {
  constexpr int members = P::plan.steps[Step].pack;
  if constexpr (members == 0) {
    compute<P, Math, vertex_of<P, Step>, T>(f, operands);
  } else if constexpr (goes_in_pairs<Math, T> && is_packable(P::graph.at[vertex_of<P, Step>])) {
    compute_pairs<P, Math, Step, members, T>(f, operands);
  } else {
    const auto compute_all = [&]<int... Member>(std::integer_sequence<int, Member...> all_members) TAPELESS_INLINE_LAMBDA {
      if constexpr (Math::template native_lanes<T> > 0)
        if (!std::is_constant_evaluated()) return compute_pack<P, Math, Step, T>(f, operands, all_members);
      (compute<P, Math, vertex_of<P, Step + Member>, T>(f, operands), ...);
    };
    compute_all(std::make_integer_sequence<int, members>{});
  }
}

/// One step: the value of a node, and its delivery where it is asked for and does not live there.
template <class P, class Math, int Step, class T, class Frame>
TAPELESS_INLINE constexpr void run_step(Frame& f) {
  constexpr int vertex = vertex_of<P, Step>;
  constexpr operation o = P::graph.at[vertex].op;
  if constexpr (P::plan.steps[Step].elsewhere || P::plan.steps[Step].where == home::reader) {
  } else if constexpr (o == operation::constant) {
    f.scalars[vertex] = constant_of<P::graph.at[vertex].payload, T>();
  } else if constexpr (!op::is_leaf(o)) {
    compute_step<P, math_of_step<P, Math, calls_functions<P>(Step)>, Step, T>(f, std::make_integer_sequence<int, op::table[o].arity>{});
  } else if constexpr (P::plan.steps[Step].where == home::scalar) {
    f.scalars[vertex] = *elements_of<P, vertex, T>(f);
  }
  constexpr int deliveries = P::plan.steps[Step].deliveries;
  if constexpr (deliveries > 0) deliver<P, Math, Step, T>(f, std::make_integer_sequence<int, deliveries>{});
}

}  // namespace tapeless::codegen
