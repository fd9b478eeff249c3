// SPDX-License-Identifier: BSL-1.0
#pragma once
// One call of a program: whether its arguments fit, and the run that they are the arguments of.
// in: a graph, bindings and packs; out: the outputs, at their destinations.
#include <tapeless/codegen/arguments.hpp>
#include <tapeless/codegen/instructions.hpp>
#include <tapeless/expr/requirements.hpp>

namespace tapeless {

namespace requires_that {
template <class... Args>
inline constexpr bool are_bindings_or_packs = false;
template <class Variable, int Times>
inline constexpr bool is_bound = Times > 0;
template <class Variable, int Times>
inline constexpr bool is_bound_once = Times == 1;
template <class What, class T>
struct has_numbers;
struct a_pack;
struct a_workspace;
template <class T, class... HasNumbers>
inline constexpr bool one_floating_type = false;
template <class T>
inline constexpr bool has_arithmetic = math::generic::has_arithmetic<T>;
template <class T>
inline constexpr bool has_comparisons = math::generic::has_comparisons<T>;
}  // namespace requires_that

namespace codegen {

/// The steps of a graph with the arguments of one call.
template <const auto& Graph, class... Args>
struct call {
  static constexpr const auto& graph = Graph;
  static constexpr const auto& plan = plan_of<Graph>;
  static constexpr std::size_t arguments = sizeof...(Args);
  static constexpr bool has_workspace = (is_workspace<Args> || ...);
  template <int Vertex>
  static constexpr codegen::place place = place_of<Args...>(Graph.at[Vertex].self);
};

/// The first variable that is not bound exactly once, or -1.
template <const auto& Graph, class... Args>
consteval int wrongly_bound() {
  for (std::size_t i = 0; i < Graph.size; ++i)
    if (op::is_variable(Graph.at[i].op) && place_of<Args...>(Graph.at[i].self).count != 1) return static_cast<int>(i);
  return -1;
}

/// Does a value rule compare numbers?
template <const auto& Graph>
consteval bool compares() {
  for (const graph::vertex& v : Graph.at)
    if (op::table[v.op].compares) return true;
  return false;
}

/// Reports what a scalar type lacks that a graph needs; the functions are looked for where they are called.
template <class T, const auto& Graph>
constexpr bool require_scalar_type() {
  if constexpr (!requires_that::has_arithmetic<T>) {
    static_assert(requires_that::has_arithmetic<T>,
                  "tapeless: a call requires numbers with + - * / and unary -, made of T(0); bind another type, or give this "
                  "one what it lacks");
    return false;
  } else if constexpr (compares<Graph>() && !requires_that::has_comparisons<T>) {
    static_assert(requires_that::has_comparisons<T>,
                  "tapeless: this program compares, which requires numbers with < <= > >= == !=, each a bool, or a mask m "
                  "that where(m, a) = b or select(m, a, b) takes; bind another type, or give this one what it lacks");
    return false;
  } else {
    return true;
  }
}

/// What an argument is called in an error about its numbers.
template <class A>
struct told {
  using type = requires_that::a_pack;
};
template <class S, id I, class V>
struct told<binding<S, I, V>> {
  using type = word_of<S, I>;
};
template <class T>
struct told<workspace<T>> {
  using type = requires_that::a_workspace;
};

template <class A>
inline constexpr bool is_refused = false;
template <class S, id I>
inline constexpr bool is_refused<binding<S, I, refused>> = true;

/// Is a variable of this name bound, by the hash of the name?
template <std::uint64_t Name, class A>
inline constexpr bool binds_name = false;
template <std::uint64_t Name, class S, id I, class V>
inline constexpr bool binds_name<Name, binding<S, I, V>> = node::describe<I>().payload == Name;
template <std::uint64_t Name, class T, class... Held>
inline constexpr bool binds_name<Name, pack<T, Held...>> = ((node::describe<Held::self>().payload == Name) || ...);

/// Reports the first thing that is wrong with the arguments of a call; true if nothing is.
template <class T, const auto& Graph, class... Args>
constexpr bool require_bindings() {
  if constexpr ((is_refused<Args> || ...)) {
    return false;  // it was reported where it was made
  } else if constexpr (!(is_argument<Args> && ...)) {
    static_assert(requires_that::are_bindings_or_packs<Args...>,
                  "tapeless: a call requires bindings (x = value) and packs; write the variable's name before a value");
    return false;
  } else if constexpr (constexpr int wrong = wrongly_bound<Graph, Args...>(); wrong >= 0) {
    constexpr graph::vertex v = Graph.at[wrong];
    constexpr int times = place_of<Args...>(v.self).count;
    using named = variable<name_of_variable<v.self>(), here::of<shape_of<v.shape.code()>>>;
    constexpr bool another = times == 0 && (binds_name<v.payload, Args> || ...);
    static_assert(!another || requires_that::is_bound<named, times>,
                  "tapeless: a call requires the variables of the program; bound is one of this name, but of another shape or role: declare it once");
    static_assert(another || requires_that::is_bound<named, times>,
                  "tapeless: a call requires every variable of the program to be bound; this one is not (its name is in the lines around this): "
                  "pass name = value, or a pack that holds it");
    static_assert(times == 0 || requires_that::is_bound_once<named, times>,
                  "tapeless: a call requires every variable to be bound once; this one is bound twice: drop a "
                  "binding, or the pack that holds it");
    return false;
  } else {
    if constexpr (one_scalar_type<T, typename element_of<Args>::type...>) {
      return require_scalar_type<T, Graph>();
    } else {
      static_assert(requires_that::one_floating_type<T, requires_that::has_numbers<typename told<Args>::type, typename element_of<Args>::type>...>,
                    "tapeless: a call requires one floating type in all its bindings and packs; convert the others");
      return false;
    }
  }
}

/// Does the pack to accumulate into hold the variable? Reports it if not.
template <class Pack, class V>
constexpr bool require_held() {
  constexpr bool held = Pack::holds(V::self);
  static_assert(requires_that::pack_holds<held, word_of<typename V::shape_type, V::self>>,
                "tapeless: accumulate(grad, ...) requires a pack that holds every variable of the gradient; make it with "
                "zeros<T>(wrt(...)) of the same variables");
  return held;
}

template <class... Args>
constexpr auto scalar_of_call() {
  if constexpr ((is_argument<Args> && ...)) return std::type_identity<scalar_type<Args...>>{};
  else return std::type_identity<double>{};
}

template <class... Args>
using call_scalar = typename decltype(scalar_of_call<Args...>())::type;

/// The caller's workspace, if it is large enough.
template <class T, class First, class... Rest>
constexpr T* workspace_in(std::size_t required, const First& first, const Rest&... rest) {
  if constexpr (requires { first.workspace_of(required); }) return first.workspace_of(required);
  else return workspace_in<T>(required, rest...);
}

/// Runs a program: outputs go to `destinations`, stored or added. Its arguments are opened: each has data(), the place of
/// its elements. Every function between here and the user's is optimised with all of the program in it, so there are few.
template <class Program, class Math, delivery... Deliveries, class T, int... Chunk, class... Opened>
TAPELESS_INLINED constexpr void run_call(std::integer_sequence<int, Chunk...>, T* const (&destinations)[sizeof...(Deliveries)], const Opened&... opened) {
  alignas(64) T workspace[Program::has_workspace || workspace_of<Program, Math, T> == 0 ? 1 : workspace_of<Program, Math, T>];
  frame<Program, Math, T, Deliveries...> f;
  if constexpr (Program::has_workspace) f.workspace = workspace_in<T>(Program::plan.elements(), opened...);
  else f.workspace = workspace;
  [[maybe_unused]] const T** next_argument = f.arguments;
  ((*next_argument++ = opened.data()), ...);
  T* __restrict* next_destination = f.destinations;
  [[maybe_unused]] T* const* given_destination = destinations;
  ((static_cast<void>(Deliveries), *next_destination++ = *given_destination++), ...);
  if constexpr (is_split<Program>())
    (run_steps_apart<Program, Math, Chunk * steps_in_chunk, T>(f, steps_of_chunk<Program, Chunk>{}), ...);
  else (run_steps<Program, Math, Chunk * steps_in_chunk, T>(f, steps_of_chunk<Program, Chunk>{}), ...);
}

}  // namespace codegen
}  // namespace tapeless
