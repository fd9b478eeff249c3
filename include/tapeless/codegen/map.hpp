// SPDX-License-Identifier: BSL-1.0
#pragma once
// One program over many inputs: elements of arrays are computed side by side in lanes, a register's worth (64 bytes) at a
// time, and the last ones with the lanes that are left over filled by the last of them.
// in: bindings, of which some are ranges with one value per element, and places for the outputs; out: the outputs, there.
#include <compare>
#include <string_view>
#include <tapeless/codegen/call.hpp>
#include <tapeless/meta/target.hpp>
#include <tuple>
#include <utility>

namespace tapeless::requires_that {
template <bool Arranged, int Outputs, class... Arguments>
inline constexpr bool are_outputs_then_bindings = Arranged;
template <bool Right, class T, class Given>
inline constexpr bool is_range_of = Right;
}  // namespace tapeless::requires_that

namespace tapeless::codegen {

/// What a mapped program computes with: lanes where there are any.
template <class Math, class T, bool OnLanes = (Math::template native_lanes<T> > 0)>
struct mapped_scalar {
  using type = T;
  static constexpr std::size_t width = 1;
  static constexpr type load(const T* from) { return *from; }
  static constexpr void store(const type& v, T* to) { *to = v; }
  static constexpr T lane(const type& v, std::size_t) { return v; }
};
template <class Math, class T>
struct mapped_scalar<Math, T, true> {
  static constexpr std::size_t width = op::lanes<T>;
  using type = math::lanes<T, static_cast<int>(width)>;
  TAPELESS_LEAF static type load(const T* from) { return type::load(from); }
  TAPELESS_LEAF static void store(const type& v, T* to) { v.store(to); }
  TAPELESS_LEAF static T lane(const type& v, std::size_t k) { return v[static_cast<int>(k)]; }
};

/// Is there a value for every element, rather than one for all? So it is for ranges whose size is known at run time.
template <class A>
inline constexpr bool is_per_element = false;
template <class S, id I, class V>
inline constexpr bool is_per_element<binding<S, I, V>> = bound_value<std::remove_cvref_t<V>>::size == run_time_size;

template <class A>
inline constexpr std::size_t size_of_argument = 0;
template <class S, id I, class V>
inline constexpr std::size_t size_of_argument<binding<S, I, V>> = S::size;
template <class T, class... V>
inline constexpr std::size_t size_of_argument<pack<T, V...>> = pack<T, V...>::extent;

/// An argument as numbers in lanes: the same in all of them, or one for each element.
template <class Math, class T, class A, bool PerElement = is_per_element<A>>
struct mapped_argument {
  using scalar = mapped_scalar<Math, T>;
  typename scalar::type values[size_of_argument<A> == 0 ? 1 : size_of_argument<A>];
  explicit mapped_argument(const A& an_argument) {
    const argument<T, A> opened_here(an_argument);
    for (std::size_t k_th = 0; k_th < size_of_argument<A>; ++k_th) values[k_th] = typename scalar::type(opened_here.data()[k_th]);
  }
  TAPELESS_LEAF void load(std::size_t, std::size_t) {}
  const typename scalar::type* data() const { return values; }
};
template <class Math, class T, class S, id I, class V>
struct mapped_argument<Math, T, binding<S, I, V>, true> {
  using scalar = mapped_scalar<Math, T>;
  using element = typename bound_value<std::remove_cvref_t<V>>::element;
  typename scalar::type values[S::size];
  const element* from;
  explicit mapped_argument(const binding<S, I, V>& one_binding) : from(first_number(one_binding.value)) {}
  const typename scalar::type* data() const { return values; }
  /// The values of `filled` elements from `first` on; the last of them also in the lanes that are left.
  TAPELESS_LEAF void load(std::size_t first, std::size_t filled) {
    if constexpr (S::size == 1 && std::same_as<element, T>)
      if (filled == scalar::width) {
        values[0] = scalar::load(from + first);
        return;
      }
    for (std::size_t i = 0; i < S::size; ++i) {
      T lanes[scalar::width];
      for (std::size_t k = 0; k < scalar::width; ++k)
        lanes[k] = static_cast<T>(from[(first + (k < filled ? k : filled - 1)) * S::size + i]);
      values[i] = scalar::load(lanes);
    }
  }
};

/// Where an output goes: its values, element by element.
template <class Math, class T, std::size_t Size>
struct mapped_output {
  using scalar = mapped_scalar<Math, T>;
  typename scalar::type values[Size];
  T* to;
  TAPELESS_LEAF void store(std::size_t first, std::size_t filled) const {
    if (Size == 1 && filled == scalar::width) {
      scalar::store(values[0], to + first);
      return;
    }
    for (std::size_t k = 0; k < filled; ++k)
      for (std::size_t i = 0; i < Size; ++i) to[(first + k) * Size + i] = scalar::lane(values[i], k);
  }
};

/// Runs a graph for every element.
template <const auto& Graph, class Math, class T, std::size_t... Output, class... Args>
void run_map(std::size_t count, T* const (&to)[sizeof...(Output)], std::index_sequence<Output...>, const Args&... args) {
  using scalar = mapped_scalar<Math, T>;
  std::tuple<mapped_argument<Math, T, Args>...> given{mapped_argument<Math, T, Args>(args)...};
  std::tuple<mapped_output<Math, T, Graph.at[Graph.output[Output]].shape.size()>...> results{{{}, to[Output]}...};
  for (std::size_t first = 0; first < count; first += scalar::width) {
    const std::size_t filled = count - first < scalar::width ? count - first : scalar::width;
    std::apply([&](auto&... argument_here) { (argument_here.load(first, filled), ...); }, given);
    typename scalar::type* const destinations[] = {std::get<Output>(results).values...};
    std::apply([&](const auto&... argument_here) {
      run_call<call<Graph, Args...>, Math, (static_cast<void>(Output), delivery::store)...>(chunks_of<call<Graph, Args...>>{}, destinations, argument_here...);
    }, given);
    (std::get<Output>(results).store(first, filled), ...);
  }
}

/// What errors call output k.
constexpr std::string_view name_of_output(std::size_t k) {
  constexpr std::string_view names[] = {"output 1 of map", "output 2 of map", "output 3 of map", "output 4 of map", "output 5 of map",
                                        "output 6 of map", "output 7 of map", "output 8 of map", "output 9 of map"};
  return k < std::size(names) ? names[k] : "an output of map";
}

/// How many elements there are, and which variable says so: the first that has a value for each. If none has, the first output.
struct element_count {
  std::size_t count;
  id variable;  // 0: the output
  std::string_view name;
  /// Who says it is not told to go with itself; who has one value may have meant it for all.
  constexpr void require(std::size_t size, std::size_t given, bool says_it, std::string_view what) const {
    if (given == count * size) return;
    if (says_it) throw_length_error(size, given, what, "elements or a multiple of that");
    throw_length_error(count * size, given, what, given == size && variable != 0 ? "elements, or one array or tensor for all," : "elements", name);
  }
};

template <class First, class... Rest>
constexpr element_count count_elements(element_count otherwise, const First& first, const Rest&... rest) {
  if constexpr (is_per_element<First>)
    return {numbers_in(first.value) / First::shape_type::size, First::variable, name_in_text<First::variable>()};
  else if constexpr (sizeof...(Rest) > 0) return count_elements(otherwise, rest...);
  else return otherwise;
}

template <class A>
constexpr void require_count([[maybe_unused]] const element_count& elements, [[maybe_unused]] const A& given) {
  if constexpr (is_per_element<A>)
    elements.require(A::shape_type::size, numbers_in(given.value), A::variable == elements.variable,
                     name_in_text<A::variable>());
}

/// Where the values of an input or an output lie, so many bytes for each element.
struct values_in_memory {
  const char* begin;
  std::size_t each;
  const char* end(std::size_t count) const { return begin + count * each; }
};
template <class T>
values_in_memory in_memory(const T* begin, std::size_t size) {
  return {reinterpret_cast<const char*>(begin), size * sizeof(T)};
}
inline bool is_not_behind(const void* one, const void* other) { return std::compare_three_way{}(one, other) <= 0; }
/// Is nothing overwritten that is still to be read? So it is if the output begins behind the input, or never gets ahead of it.
inline bool keeps(const values_in_memory& in, const values_in_memory& out, std::size_t count) {
  return is_not_behind(in.end(count), out.begin) || (is_not_behind(out.begin, in.begin) && is_not_behind(out.end(count), in.end(count)));
}
inline bool are_apart(const values_in_memory& one, const values_in_memory& other, std::size_t count) {
  return is_not_behind(one.end(count), other.begin) || is_not_behind(other.end(count), one.begin);
}
template <std::size_t Outputs, class A>
void require_kept([[maybe_unused]] const values_in_memory (&out)[Outputs], [[maybe_unused]] std::size_t count, [[maybe_unused]] const A& given) {
  if constexpr (is_per_element<A>)
    for (std::size_t k = 0; k < Outputs; ++k)
      if (!keeps(in_memory(first_number(given.value), A::shape_type::size), out[k], count))
        throw_overlap(name_of_output(k), name_in_text<A::variable>(), "that begins where an input begins, or before it, or behind its end");
}

template <const auto& Graph, class Math, class T, std::size_t... Output, std::size_t... Arg, class Given>
void map_arguments(std::index_sequence<Output...> outputs, std::index_sequence<Arg...>, const Given& given) {
  constexpr std::size_t size[] = {Graph.at[Graph.output[Output]].shape.size()...};
  const element_count elements = count_elements({numbers_in(std::get<0>(given)) / size[0], 0, name_of_output(0)},
                                                std::get<sizeof...(Output) + Arg>(given)...);
  (require_count(elements, std::get<sizeof...(Output) + Arg>(given)), ...);
  (elements.require(size[Output], numbers_in(std::get<Output>(given)), Output == 0 && elements.variable == 0, name_of_output(Output)),
   ...);
  T* const to[] = {first_number(std::get<Output>(given))...};
  const values_in_memory out[] = {in_memory(to[Output], size[Output])...};
  for (std::size_t k = 1; k < sizeof...(Output); ++k)
    for (std::size_t j = 0; j < k; ++j)
      if (!are_apart(out[j], out[k], elements.count)) throw_overlap(name_of_output(k), name_of_output(j), "of its own");
  (require_kept(out, elements.count, std::get<sizeof...(Output) + Arg>(given)), ...);
  run_map<Graph, Math, T>(elements.count, to, outputs, std::get<sizeof...(Output) + Arg>(given)...);
}

template <std::size_t Begin, class Tuple, std::size_t... I>
auto types_from(std::index_sequence<I...>) -> std::tuple<std::tuple_element_t<Begin + I, Tuple>...>;

template <const auto& Graph, class Math, class... Args>
struct map_of;
template <const auto& Graph, class Math, class... Args>
struct map_of<Graph, Math, std::tuple<Args...>> {
  using T = call_scalar<Args...>;
  static constexpr bool fits = require_bindings<T, Graph, Args...>();
  template <std::size_t Output, class Range>
  static constexpr bool takes() {
    constexpr bool right = [] {
      if constexpr (requires(Range& r, T* p) { p = first_number(r); }) return rows_fit<std::remove_cvref_t<Range>>(Graph.at[Graph.output[Output]].shape);
      else return false;
    }();
    static_assert(requires_that::is_range_of<right, T, Range>,
                  "tapeless: map(outputs..., bindings...) requires outputs that are contiguous ranges of the floating type of the call, and not const, or of arrays "
                  "of as many as the output has");
    return right;
  }
};

template <std::size_t Outputs, class... Args>
consteval bool are_arranged() {
  const bool bound[] = {is_binding<Args> || is_pack<Args>..., false};
  bool right = sizeof...(Args) > Outputs;
  for (std::size_t k = 0; k < sizeof...(Args); ++k) right = right && bound[k] == (k >= Outputs);
  return right;
}

/// Runs a program for many inputs: map(outputs..., bindings...), one output range for each output of the program, in its
/// order (of value_and_gradient: the value, then the gradient by each variable). A range whose size is known at run time
/// (a span, a vector) has one value per element, size(x) numbers each, or one array of so many; anything else bound is the same for all elements.
/// An output gets size(output) numbers per element. Ranges of other lengths throw std::length_error. An output may lie where an input lies; one that
/// would overwrite what is still to be read, or another output, throws std::runtime_error.
template <const auto& Graph, class Math, class... Args>
void map_call(Args&... given) {
  constexpr std::size_t outputs = Graph.outputs, all = sizeof...(Args);
  constexpr bool arranged = are_arranged<outputs, std::remove_cvref_t<Args>...>();
  static_assert(requires_that::are_outputs_then_bindings<arranged, static_cast<int>(outputs), std::remove_cvref_t<Args>...>,
                "tapeless: map(outputs..., bindings...) requires one range for each output of the program, then bindings and packs");
  if constexpr (arranged) {
    using tuple = std::tuple<std::remove_cvref_t<Args>...>;
    using call_here = map_of<Graph, Math, decltype(types_from<outputs, tuple>(std::make_index_sequence<all - outputs>{}))>;
    if constexpr (call_here::fits) {
      constexpr bool right = []<std::size_t... K>(std::index_sequence<K...>) {
        return (call_here::template takes<K, std::tuple_element_t<K, std::tuple<Args...>>>() && ...);
      }(std::make_index_sequence<outputs>{});
      if constexpr (right)
        map_arguments<Graph, Math, typename call_here::T>(std::make_index_sequence<outputs>{}, std::make_index_sequence<all - outputs>{},
                                                           std::forward_as_tuple(given...));
    }
  }
}

}  // namespace tapeless::codegen
