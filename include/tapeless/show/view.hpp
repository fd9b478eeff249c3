// SPDX-License-Identifier: BSL-1.0
#pragma once
// What a printer sees: any graph as spans, with the names of its variables. So printers are plain functions, compiled
// once, not templates over the size of a graph.
// in: a graph constant; out: view_of<graph>.
#include <cstddef>
#include <string_view>
#include <tapeless/expr/binding.hpp>
#include <tapeless/graph/graph.hpp>
#include <tapeless/node/label.hpp>
#include <utility>

namespace tapeless::show {

/// The forms of multiply_add.
constexpr std::string_view form_of_multiply_add(std::uint64_t payload) {
  constexpr std::string_view forms[] = {"a * b + c", "c - a * b", "a * b - c", "-a * b - c"};
  static_assert(op::minus_product == 1 && op::minus_addend == 2);
  return forms[payload];
}

/// A graph to be printed.
struct graph_view {
  const graph::vertex* at = nullptr;
  int size = 0;
  const int* output = nullptr;
  int outputs = 0;
  const std::string_view* name = nullptr;   // by vertex: of variables and custom operations, else empty
  const std::string_view* label = nullptr;  // by vertex: of values with a label, else empty

  constexpr const graph::vertex& operator[](int i) const { return at[i]; }
  /// What it is called in a formula: by the table's name, or the user's.
  constexpr std::string_view operation_name(int i) const { return op::is_custom(at[i].op) ? name[i] : op::name_of(at[i].op); }
};

namespace detail {

template <node::id Variable>
inline constexpr auto variable_name = name_of_variable<Variable>();

/// The name of a vertex that has one.
template <operation O, node::id Self, std::uint64_t Payload>
constexpr std::string_view name_of_vertex() {
  if constexpr (op::is_custom(O)) return op::custom_of<Payload>::name;
  else return variable_name<Self>.view();
}

constexpr bool has_name(operation o) { return op::is_variable(o) || op::is_custom(o); }

template <const auto& G>
consteval std::size_t name_count() {
  std::size_t n = 0;
  for (const graph::vertex& v : G.at)
    if (has_name(v.op)) ++n;
  return n;
}

template <std::size_t N>
struct index_list {
  std::size_t at[N + 1]{};
};
template <const auto& G>
consteval auto list_named() {  // no lambda: GCC's -Wshadow would compare its names with a user's variables
  index_list<name_count<G>()> list;
  std::size_t n = 0;
  for (std::size_t i = 0; i < G.size; ++i)
    if (has_name(G.at[i].op)) list.at[n++] = i;
  return list;
}
template <const auto& G>
inline constexpr auto named_in = list_named<G>();

template <std::size_t N>
struct name_table {
  std::string_view at[N]{};
};
template <const auto& G, std::size_t... K>
consteval auto make_names(std::index_sequence<K...>) {
  name_table<G.size> names;
  for (std::string_view& none : names.at) none = std::string_view("", 0);  // written out: GCC 12 cannot read them else
  const std::string_view found[] = {name_of_vertex<G.at[named_in<G>.at[K]].op, G.at[named_in<G>.at[K]].self, G.at[named_in<G>.at[K]].payload>()..., {}};
  for (std::size_t k = 0; k < sizeof...(K); ++k) names.at[named_in<G>.at[k]] = found[k];
  return names;
}
template <const auto& G>
inline constexpr auto names_in = make_names<G>(std::make_index_sequence<name_count<G>()>{});

template <const auto& G, std::size_t... I>
consteval auto make_labels(std::index_sequence<I...>) {
  return name_table<G.size>{{node::label_of<G.at[I].self>()...}};
}
template <const auto& G>
inline constexpr auto labels_in = make_labels<G>(std::make_index_sequence<G.size>{});

}  // namespace detail

/// The view of a graph that has static storage.
template <const auto& G>
inline constexpr graph_view view_of{G.at, static_cast<int>(G.size), G.output, static_cast<int>(G.outputs),
                                    detail::names_in<G>.at, detail::labels_in<G>.at};

}  // namespace tapeless::show
