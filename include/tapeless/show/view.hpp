// SPDX-License-Identifier: BSL-1.0
#pragma once
// What a printer sees: any graph as spans, with the names of its variables. So printers are plain functions, compiled
// once, not templates over the size of a graph.
// in: a graph constant; out: view_of<graph>.
#include <cstddef>
#include <string_view>
#include <tapeless/expr/binding.hpp>
#include <tapeless/graph/graph.hpp>
#include <utility>

namespace tapeless::show {

/// A graph to be printed.
struct graph_view {
  const graph::vertex* at = nullptr;
  int size = 0;
  const int* output = nullptr;
  int outputs = 0;
  const std::string_view* name = nullptr;  // by vertex; empty where there is no variable

  constexpr const graph::vertex& operator[](int i) const { return at[i]; }
};

namespace detail {

template <node::id Variable>
inline constexpr auto variable_name = name_of_variable<Variable>();

template <const auto& G>
consteval std::size_t variable_count() {
  std::size_t n = 0;
  for (const graph::vertex& v : G.at)
    if (op::is_variable(v.op)) ++n;
  return n;
}

template <std::size_t N>
struct index_list {
  std::size_t at[N + 1]{};
};
template <const auto& G>
consteval auto list_variables() {  // no lambda: GCC's -Wshadow would compare its names with a user's variables
  index_list<variable_count<G>()> list;
  std::size_t n = 0;
  for (std::size_t i = 0; i < G.size; ++i)
    if (op::is_variable(G.at[i].op)) list.at[n++] = i;
  return list;
}
template <const auto& G>
inline constexpr auto variables_in = list_variables<G>();

template <std::size_t N>
struct name_table {
  std::string_view at[N]{};
};
template <const auto& G, std::size_t... K>
consteval auto make_names(std::index_sequence<K...>) {
  name_table<G.size> names;
  for (std::string_view& none : names.at) none = std::string_view("", 0);  // written out: GCC 12 cannot read them else
  const std::string_view found[] = {variable_name<G.at[variables_in<G>.at[K]].self>.view()..., {}};
  for (std::size_t k = 0; k < sizeof...(K); ++k) names.at[variables_in<G>.at[k]] = found[k];
  return names;
}
template <const auto& G>
inline constexpr auto names_in = make_names<G>(std::make_index_sequence<variable_count<G>()>{});

}  // namespace detail

/// The view of a graph that has static storage.
template <const auto& G>
inline constexpr graph_view view_of{G.at, static_cast<int>(G.size), G.output, static_cast<int>(G.outputs),
                                    detail::names_in<G>.at};

}  // namespace tapeless::show
