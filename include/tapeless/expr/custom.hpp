// SPDX-License-Identifier: BSL-1.0
#pragma once
// Operations that users add (op/custom.hpp), on expressions.
#include <tapeless/expr/operators.hpp>

namespace tapeless {

namespace requires_that {
template <class Operation>
inline constexpr bool is_an_operation = requires {
  { Operation::arity + 0 };
  { Operation::elementwise && true };
  std::string_view(Operation::name);
};
/// A name that two bases have is ambiguous, whatever it stands for: so the second base tells what the first one has.
struct every_name {
  static constexpr int value = 0, contribution = 0, shape = 0;
};
template <class Operation>
struct with_every_name : Operation, every_name {};
template <class Operation>
inline constexpr bool has_value_contribution_and_shape =
    !requires { with_every_name<Operation>::value; } && !requires { with_every_name<Operation>::contribution; } &&
    !requires { with_every_name<Operation>::shape; };
template <class Operation>
  requires std::is_final_v<Operation>  // which nothing derives from, so it is not asked
inline constexpr bool has_value_contribution_and_shape<Operation> = true;
template <class Operation>
inline constexpr bool name_is_its_own = [] {
  for (int i = 0; i < op::operation_count; ++i)
    if (op::name_of(static_cast<operation>(i)) == Operation::name) return false;
  return true;
}();
template <class Operation, int Given>
inline constexpr bool arity_is = Operation::arity == Given;
}  // namespace requires_that

/// The operation that a struct describes, applied to one to three expressions. The struct derives from
/// elementwise_operation<Arity> (operands of one shape, or scalars) or structured_operation<Arity> (of shapes that its
/// rule accepts); its name belongs to it alone in a program. docs/how-to/own-operation.md has examples.
template <class Operation, class S, id A, class... More>
  requires(expression<More> && ...)
constexpr auto apply(expr<S, A> a, More...) {
  if constexpr (!requires_that::is_an_operation<Operation>) {
    static_assert(requires_that::is_an_operation<Operation>,
                  "tapeless: apply<Operation>(x...) requires a struct that derives from elementwise_operation<Arity> or "
                  "structured_operation<Arity> and has a static constexpr std::string_view name");
    return a;
  } else if constexpr (!requires_that::has_value_contribution_and_shape<Operation>) {
    static_assert(requires_that::has_value_contribution_and_shape<Operation>,
                  "tapeless: apply<Operation>(x...) requires an operation with a value and a contribution, and with a shape where it "
                  "is structured; give it the static member functions that it lacks");
    return a;
  } else if constexpr (Operation::arity != 1 + sizeof...(More)) {
    static_assert(requires_that::arity_is<Operation, 1 + sizeof...(More)>,
                  "tapeless: apply<Operation>(x...) requires as many operands as the operation's Arity says");
    return a;
  } else if constexpr (!requires_that::name_is_its_own<Operation>) {
    static_assert(requires_that::name_is_its_own<Operation>,
                  "tapeless: apply<Operation>(x...) requires a name that no operation of the library has; rename the operation");
    return a;
  } else {
    static_assert(op::define_custom<Operation, op::custom_payload<Operation>>::done);
    constexpr id operands[3] = {A, More::self...};
    constexpr extents given[] = {extents_of<S>, extents_of<typename More::shape_type>...};
    constexpr extents result = Operation::shape({}, given);
    if constexpr (Operation::elementwise)
      static_assert((shapes::conform(result, extents_of<S>) && ... && shapes::conform(result, extents_of<typename More::shape_type>)),
                    "tapeless: apply<Operation>(x...) of an element-wise operation requires operands of one shape, or scalars");
    return combine<op::custom_kind<Operation::elementwise, Operation::arity>, operands[0], operands[1], operands[2],
                   op::custom_payload<Operation>, result.code()>();
  }
}

}  // namespace tapeless
