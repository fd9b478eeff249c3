// SPDX-License-Identifier: BSL-1.0
#pragma once
// What the user holds: empty callables whose call is the generated code.
#include <compare>
#include <tapeless/codegen/map.hpp>
#include <tapeless/diff/derivative.hpp>
#include <tapeless/pass/rewrite.hpp>

namespace tapeless {

namespace requires_that {
template <bool Has, class E>
inline constexpr bool has_parameters = Has;
template <class Math>
inline constexpr bool is_a_policy = requires { Math::template native_lanes<double>; };
template <class Into>
inline constexpr bool is_a_pack_to_write_to = false;
}  // namespace requires_that

namespace codegen {
template <class T, class... Held>
void take_pack(pack<T, Held...>&);
/// A pack that may be written to, or what derives from one.
template <class P>
concept pack_to_write_to = requires { codegen::take_pack(std::declval<P>()); };

template <class T, class Pack>
bool meets(const T* place, std::size_t size, const Pack& whole) {
  const auto is_before = [](const void* one_place, const void* other_place) { return std::compare_three_way{}(one_place, other_place) < 0; };
  return is_before(place, whole.data() + whole.size()) && is_before(whole.data(), place + size);
}
/// Is a pack to add to read by the call, too? Never asked in constant expressions, where pointers have no order.
template <class T, class Pack, class... Args>
constexpr bool overlap(const Pack& into, const Args&... args) {
  if (std::is_constant_evaluated()) return true;
  return (meets(argument<T, Args>(args).data(), size_of_argument<Args>, into) || ...);
}
template <class V, class Pack>
TAPELESS_INLINED constexpr void add_variable(Pack& into, const Pack& gradient) {
  for (std::size_t i = Pack::offset(V::self), end = i + V::shape_type::size; i < end; ++i) {
    auto& sum = into.data()[i];
    sum = std::remove_reference_t<decltype(sum)>(sum + gradient.data()[i]);
  }
}

/// The tensor of a shape; a scalar is a T.
template <class T, class Shape>
using value_of_shape = std::conditional_t<Shape::rank == 0, T, tensor<T, Shape>>;

/// What a function returns: the value of its one output, or a tuple.
template <class T, class... Outputs>
struct values_of {
  using type = std::tuple<value_of_shape<T, typename Outputs::shape_type>...>;
};
template <class T, class Output>
struct values_of<T, Output> {
  using type = value_of_shape<T, typename Output::shape_type>;
};

/// What an output's value is made of before it is known: nothing is written to a tensor.
template <class T, class Shape>
using unknown = std::conditional_t<Shape::rank == 0, T, not_set>;

/// Output K of N: what there is one of is no tuple.
template <std::size_t N, std::size_t K, class Values>
constexpr auto& output_in(Values& values) {
  if constexpr (N == 1) return values;
  else return std::get<K>(values);
}

template <class T>
constexpr T* address(T& number) {
  return &number;
}
template <class T, class S>
constexpr T* address(tensor<T, S>& t) {
  return t.data();
}

}  // namespace codegen

/// The values of some expressions as one program: what function(…) gives. An empty object.
template <class Math, class... Outputs>
struct function_program {
  /// What is computed, after the passes.
  static constexpr const auto& graph = pass::rewritten<graph::lowered<Outputs::self...>>;

  /// Value of the output (a T, or a tensor), or a std::tuple of several. Arguments: bindings (x = value), packs and a
  /// workspace, in any order. T is their floating type, double where there is none. A missing or doubled binding and a
  /// second floating type are errors; a range of the wrong length throws std::length_error.
  template <class... Args>
  [[nodiscard]] constexpr auto operator()(const Args&... args) const ->
      typename codegen::values_of<codegen::call_scalar<Args...>, Outputs...>::type {  // compilers copy a result of type auto
    using T = codegen::call_scalar<Args...>;
    using result = typename codegen::values_of<T, Outputs...>::type;
    result values(codegen::unknown<T, typename Outputs::shape_type>{}...);  // the only one to return, so that it is made where the caller wants it
    if constexpr (codegen::require_bindings<T, graph, Args...>()) run<T>(values, std::index_sequence_for<Outputs...>{}, args...);
    else values = result{};
    return values;
  }

  /// Runs it for many inputs: f.map(outputs..., x = xs, y = ys), a contiguous range of T for each output, in their
  /// order. A range whose size is known at run time (a span, a vector) has one value per element, size(x) numbers each;
  /// anything else bound is the same for all. Another length throws std::length_error. Not for constant expressions.
  template <class... Args>
  void map(Args&&... args) const {
    codegen::map_call<graph, Math>(args...);
  }

  /// Scalar operations that one call executes; a call of a mathematical function counts as one.
  static constexpr std::size_t operation_count() { return codegen::plan_of<graph>.operations; }
  /// Bytes of workspace that a call with scalar type T uses, on the stack unless it is given one.
  template <class T = double>
  static constexpr std::size_t workspace_bytes() {
    return codegen::plan_of<graph>.elements() * sizeof(T);
  }

 private:
  template <class T, class Values, std::size_t... K, class... Args>
  TAPELESS_INLINED static constexpr void run(Values& values, std::index_sequence<K...>, const Args&... args) {
    using call = codegen::call<graph, Args...>;
    T* const destinations[] = {codegen::address(codegen::output_in<sizeof...(K), K>(values))...};
    codegen::run_call<call, Math, (static_cast<void>(K), codegen::delivery::store)...>(codegen::chunks_of<call>{}, destinations,
                                                                                       codegen::argument<T, Args>(args)...);
  }
};

/// A value and its gradient by some variables. Takes structured bindings.
template <class T, class... Vars>
struct value_with_gradient {
  T value;                    ///< of the expression
  pack<T, Vars...> gradient;  ///< keyed by variable: gradient[W]

  /// A result is no pack: an error.
  /// @{
  template <class Number>
    requires std::is_arithmetic_v<Number>
  friend constexpr pack<T, Vars...> operator*(Number, const value_with_gradient& result) {
    codegen::refuse_result<value_with_gradient>();
    return result.gradient;
  }
  template <class Number>
    requires std::is_arithmetic_v<Number>
  friend constexpr pack<T, Vars...> operator*(const value_with_gradient& result, Number) {
    codegen::refuse_result<value_with_gradient>();
    return result.gradient;
  }
  template <class Number>
    requires std::is_arithmetic_v<Number>
  friend constexpr pack<T, Vars...> operator/(const value_with_gradient& result, Number) {
    codegen::refuse_result<value_with_gradient>();
    return result.gradient;
  }
  /// @}
};

/// E and ∂E/∂Vars as one program: what value_and_gradient(…) gives. An empty object.
template <class Math, class E, class... Vars>
struct gradient_program {
  /// What is computed, after the passes.
  static constexpr const auto& graph = pass::rewritten<diff::faster_gradient_graph<E::self, Vars::self...>()>;

  /// .value and .gradient (a pack keyed by variable); also by structured binding. Arguments and errors as for
  /// function_program.
  template <class... Args>
  [[nodiscard]] constexpr auto operator()(const Args&... args) const ->
      value_with_gradient<codegen::call_scalar<Args...>, Vars...> {  // compilers copy a result of type auto
    using T = codegen::call_scalar<Args...>;
    value_with_gradient<T, Vars...> result;  // the only one to return, so that it is made where the caller wants it
    if constexpr (codegen::require_bindings<T, graph, Args...>())
      run<codegen::delivery::store>(result.value, result.gradient, args...);
    else result = {};
    return result;
  }

  /// Adds the gradient to `into`, a pack that holds the variables, in the pass that computes it. Returns the value. The
  /// call may read `into`, too: then the gradient is made apart first.
  template <class T, class... Held, class... Args>
  constexpr T accumulate(pack<T, Held...>& into, const Args&... args) const {
    T value{};
    if constexpr ((codegen::require_held<pack<T, Held...>, Vars>() && ...) &&
                  codegen::require_bindings<T, graph, Args...>()) {
      if (codegen::overlap<T>(into, args...)) return accumulate_apart(into, args...);
      run<codegen::delivery::add>(value, into, args...);
    }
    return value;
  }

  /// Anything else to add to is refused.
  template <class Into, class... Args>
    requires(!codegen::pack_to_write_to<Into>)
  constexpr double accumulate(Into&&, const Args&...) const {
    static_assert(requires_that::is_a_pack_to_write_to<std::remove_cvref_t<Into>>,
                  "tapeless: accumulate(grad, ...) requires a pack to add to, which is not const, before the bindings; make "
                  "it with zeros<T>(parameters(E))");
    return {};
  }

  /// Runs it for many inputs: step.map(values, gradients by each variable..., x = xs), as function_program::map does.
  template <class... Args>
  void map(Args&&... args) const {
    codegen::map_call<graph, Math>(args...);
  }

  /// Scalar operations that one call executes; a call of a mathematical function counts as one.
  static constexpr std::size_t operation_count() { return codegen::plan_of<graph>.operations; }
  /// Bytes of workspace that a call with scalar type T uses, on the stack unless it is given one.
  template <class T = double>
  static constexpr std::size_t workspace_bytes() {
    return codegen::plan_of<graph>.elements() * sizeof(T);
  }

 private:
  template <codegen::delivery D, class T, class Pack, class... Args>
  TAPELESS_INLINED static constexpr void run(T& value, Pack& gradient, const Args&... args) {
    T* const destinations[] = {&value, gradient.data() + Pack::offset(Vars::self)...};
    using call = codegen::call<graph, Args...>;
    codegen::run_call<call, Math, codegen::delivery::store, (static_cast<void>(Vars::self), D)...>(codegen::chunks_of<call>{}, destinations,
                                                                                                  codegen::argument<T, Args>(args)...);
  }
  /// Calls accumulate itself with another pack, so that the code is there once, and the room for the pack only where it is needed.
  template <class T, class... Held, class... Args>
  [[gnu::noinline, gnu::cold]] static constexpr T accumulate_apart(pack<T, Held...>& into, const Args&... args) {
    pack<T, Held...> apart{};
    T value{};
    if (std::is_constant_evaluated()) run<codegen::delivery::add>(value, apart, args...);
    else value = gradient_program{}.accumulate(apart, args...);
    ((codegen::add_variable<Vars>(into, apart)), ...);
    return value;
  }
};

/// What is left of a gradient program that was refused: it takes any call and returns zeros.
template <class... Vars>
struct refused_program {
  template <class... Args>
  [[nodiscard]] constexpr auto operator()(const Args&...) const {
    using T = codegen::call_scalar<Args...>;
    return value_with_gradient<T, Vars...>{};
  }
  template <class T, class... Held, class... Args>
  constexpr T accumulate(pack<T, Held...>&, const Args&...) const {
    return T{};
  }
  template <class... Args>
  void map(Args&&...) const {}
  static constexpr std::size_t operation_count() { return 0; }
  template <class T = double>
  static constexpr std::size_t workspace_bytes() {
    return 0;
  }
};

namespace codegen {
/// Math if it is a policy, which is reported, else the standard one.
template <class Math>
consteval auto require_policy() {
  static_assert(requires_that::is_a_policy<Math>,
                "tapeless: function<Math>(y) and value_and_gradient<Math>(E) require a policy, math::libm_math for example; "
                "the number type is that of the call");
  return std::type_identity<std::conditional_t<requires_that::is_a_policy<Math>, Math, math::standard_math>>{};
}
template <class Math>
using policy = typename decltype(require_policy<Math>())::type;
}  // namespace codegen

/// A program that computes the values of expressions: f = function(y, z); f(x = 1.0). See function_program. Math says
/// which mathematical functions it calls: math::standard_math, math::libm_math or eigen_products.
template <class Math = math::standard_math, class... S, id... I>
constexpr auto function(expr<S, I>...) {
  static_assert(sizeof...(I) > 0, "tapeless: function(outputs...) requires an expression to compute; pass one or more");
  if constexpr (sizeof...(I) > 0) return function_program<codegen::policy<Math>, expr<S, I>...>{};
  else return refused_program<>{};
}

namespace codegen {
/// Is the node in E? Reports it if not.
template <id E, class T, id V>
constexpr bool require_contained() {
  constexpr bool found = diff::contains<E, V>();
  static_assert(requires_that::node_is_in_expression<found, word_of<T, V>>,
                "tapeless: value_and_gradient(E, wrt(z)) requires an E that depends on z; drop z from wrt(...)");
  return found;
}

template <class Math, class S, id E, class... T, id... V>
constexpr auto make_gradient_program(expr<S, E>, hana::tuple<expr<T, V>...>) {
  require_scalar_root<S>();
  require_all_different<V...>();
  if constexpr (S::rank != 0) return refused_program<expr<T, V>...>{};
  else if constexpr (diff::all_contained<E, V...>()) return gradient_program<policy<Math>, expr<S, E>, expr<T, V>...>{};
  else return (static_cast<void>(require_contained<E, T, V>()), ..., refused_program<expr<T, V>...>{});
}

template <class Math, class S, id E, class... V>
constexpr auto make_program_by_parameters(expr<S, E> root, hana::tuple<V...> all) {
  static_assert(requires_that::has_parameters<(sizeof...(V) > 0), word_of<S, E>>,
                "tapeless: value_and_gradient(E) requires an E with parameters; say by what else: value_and_gradient(E, wrt(x))");
  return make_gradient_program<Math>(root, all);
}
}  // namespace codegen

/// A program that computes a scalar E and its gradient by some variables or nodes: value_and_gradient(E, wrt(W, b)).
/// See gradient_program. Errors: an E that is no scalar, or that does not depend on one of them.
template <class Math = math::standard_math, class S, id E, class... V>
constexpr auto value_and_gradient(expr<S, E> root, hana::tuple<V...> variables) {
  return codegen::make_gradient_program<Math>(root, variables);
}
/// The same for variables without wrt(...): value_and_gradient(E, W, b).
template <class Math = math::standard_math, class S, id E, class... T, id... V>
  requires(sizeof...(V) > 0)
constexpr auto value_and_gradient(expr<S, E> root, expr<T, V>...) {
  return codegen::make_gradient_program<Math>(root, hana::tuple<expr<T, V>...>{});
}
/// A program that computes a scalar E and its gradient by all its parameters. An E without any is an error.
template <class Math = math::standard_math, class S, id E>
constexpr auto value_and_gradient(expr<S, E> root) {
  return codegen::make_program_by_parameters<Math>(root, parameters(root));
}

}  // namespace tapeless
