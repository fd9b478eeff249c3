// SPDX-License-Identifier: BSL-1.0
#pragma once
// Operations that users add: a struct with what an entry of the table has (entry.hpp). In a graph it is one of the six
// operations below with the hash of its name as payload. From the payload back to the struct, the way is a friend
// function that define_custom injects.
#include <string_view>
#include <tapeless/meta/failure.hpp>
#include <tapeless/meta/name_hash.hpp>
#include <tapeless/op/arithmetic.hpp>
#include <type_traits>

namespace tapeless {

/// Base of a custom operation that is one function on every element; scalar operands go with every element. It needs
///
///     static constexpr std::string_view name = "…";
///     template <class Math, class T> static constexpr T value(T a…);                       // Math::exp(a), …
///     template <class Term> static constexpr Term contribution(int slot, Term y, Term delta, const Term* x);
///
/// and, if T may be lanes of numbers as well, so that vectors are computed several elements at a time (write
/// Math::select(a < b, yes, no) for a < b ? yes : no, T(2) for 2.0):
///
///     static constexpr bool on_lanes = true;
///
/// contribution returns delta · ∂y/∂x[slot], one summand of eq. 5.55. docs/how-to/own-operation.md says more.
template <int Arity>
struct elementwise_operation : op::elementwise_of<Arity> {
  static constexpr bool on_lanes = false;  ///< does value take lanes of numbers, too?
  static_assert(Arity >= 1 && Arity <= 3, "tapeless: elementwise_operation<Arity> requires 1, 2 or 3 operands");
};

/// Base of a custom operation on whole vectors and matrices. It needs a name and a contribution as above, and
///
///     static constexpr extents shape(extents, const extents* x);                           // of the result
///     template <class Math, class T, class Site, class Out, class A…> static constexpr void value(Site, Out out, A a…);
///
/// where a(i) reads element i and out.put(i, v) writes each element once, row by row.
template <int Arity>
struct structured_operation : op::structured<Arity> {
  static_assert(Arity >= 1 && Arity <= 3, "tapeless: structured_operation<Arity> requires 1, 2 or 3 operands");
};

namespace op {

constexpr bool is_custom(operation o) { return o >= operation::custom_unary && o <= operation::custom_structured_ternary; }

template <bool Elementwise, int Arity>
inline constexpr operation custom_kind =
    static_cast<operation>(static_cast<int>(operation::custom_unary) + (Elementwise ? 0 : 3) + Arity - 1);

template <class Base>
struct custom_entry : Base {
  static constexpr unsigned reads_lanes = 0;  // whatever the user's rule does
  static constexpr bool writes_lanes = false;
  static constexpr bool computes_elements = false;
  static constexpr unsigned jumps_by = 0b111;
  static constexpr extents shape(extents target, const extents*) { return target; }
  static constexpr std::size_t cost(extents y, const extents*) { return y.size(); }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    meta::refuse("tapeless: the rule of a custom operation is not known here");
    return delta;
  }
};
template <>
struct entry<operation::custom_unary> : custom_entry<elementwise_of<1>> {
  static constexpr std::string_view name = "custom_unary";
};
template <>
struct entry<operation::custom_binary> : custom_entry<elementwise_of<2>> {
  static constexpr std::string_view name = "custom_binary";
};
template <>
struct entry<operation::custom_ternary> : custom_entry<elementwise_of<3>> {
  static constexpr std::string_view name = "custom_ternary";
};
template <>
struct entry<operation::custom_structured_unary> : custom_entry<structured<1>> {
  static constexpr std::string_view name = "custom_structured_unary";
};
template <>
struct entry<operation::custom_structured_binary> : custom_entry<structured<2>> {
  static constexpr std::string_view name = "custom_structured_binary";
};
template <>
struct entry<operation::custom_structured_ternary> : custom_entry<structured<3>> {
  static constexpr std::string_view name = "custom_structured_ternary";
};

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
template <std::uint64_t NameHash>
struct custom_slot {
  friend constexpr auto custom_operation_of_this_name(custom_slot);
};
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif
/// Two operations of one name define one function twice, which the compiler refuses.
template <class Operation, std::uint64_t NameHash>
struct define_custom {
  friend constexpr auto custom_operation_of_this_name(custom_slot<NameHash>) { return std::type_identity<Operation>{}; }
  static constexpr bool done = true;
};

template <class Operation>
inline constexpr std::uint64_t custom_payload = meta::name_hash(Operation::name);

/// The struct of a custom operation, by the payload of its nodes.
template <std::uint64_t Payload>
using custom_of = typename decltype(custom_operation_of_this_name(custom_slot<Payload>{}))::type;

/// The custom operations of a graph.
template <class... Operation>
struct custom_list {};

/// The entry of an operation in general: its own, or what the user wrote.
template <operation O, std::uint64_t Payload, bool Custom = is_custom(O)>
struct find_entry {
  using type = entry<O>;
};
template <operation O, std::uint64_t Payload>
struct find_entry<O, Payload, true> {
  using type = custom_of<Payload>;
};
template <std::uint64_t Payload>
struct find_entry<operation::multiply_add, Payload, false> {
  using type = signed_multiply_add<Payload>;
};
template <operation O, std::uint64_t Payload>
using entry_of = typename find_entry<O, Payload>::type;

/// f(operation) for the custom operation of a list that has this payload.
template <class F, class... Operation>
constexpr auto visit_custom(custom_list<Operation...>, [[maybe_unused]] std::uint64_t payload, auto unknown,
                            [[maybe_unused]] F f) {
  auto result = unknown;
  const bool found = ((payload == custom_payload<Operation> && (result = f(Operation{}), true)) || ...);
  if (!found) meta::refuse("tapeless: the rule of a custom operation is not known here");
  return result;
}

}  // namespace op
}  // namespace tapeless
