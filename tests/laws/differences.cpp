// SPDX-License-Identifier: BSL-1.0
// The operations that are not element by element, and those of three operands, against five-point central differences,
// by every operand, with weights; check_gradient compares entry by entry.
#include <tapeless/op/table.hpp>

#include "unit/op/reference.hpp"

using namespace op_test;
using namespace tapeless::literals;

namespace {

constexpr auto V = tl::input<"V", tl::vec<2>>;
constexpr auto M = tl::input<"M", tl::mat<3, 2>>;
constexpr auto D = tl::input<"D", tl::mat<2, 2>>;

template <class E>
void agrees(E) {
  const double a[] = {0.7, -1.2, 2.1, 0.4, -0.6, 1.3}, b[] = {-0.5, 0.9, 1.6, -1.1, 0.3, 2.2};
  const auto check = tl::check_gradient(E{}, x = 0.75, y = -1.5, u = 2.5, v = {0.3, -1.2, 2.1}, w = {0.5, -0.25, 2.0},
                                        A = a, B = b, W = {1.5, -1., 0.5, 2., 0.75, -0.5}, V = {1.25, -2.}, M = b,
                                        D = {2., -1., 0.5, 1.5});
  INFO(check.message());
  CHECK(check.entries > 1);
  CHECK(check.error < 1e-9);
}

}  // namespace

TEST_CASE("linear algebra against central differences", "[op]") {
  agrees(u * dot(v, w));
  agrees(sum(hadamard(A, outer(V, v))));
  agrees(dot(V, A * v));
  agrees(sum(hadamard(D, A * M)));
  agrees(sum(hadamard(D, transpose(M) * transpose(A))));
  agrees(sum(hadamard(M, transpose(A))));
}

TEST_CASE("reductions against central differences", "[op]") {
  agrees(u * square(sum(A)));
  agrees(u * square(mean(A)));
  agrees(u * squared_norm(A));
  agrees(u * norm(A));
  agrees(u * norm(v));
  agrees(u * max_element(A));
}

TEST_CASE("normalised exponentials against central differences, log_softmax too", "[op]") {
  agrees(dot(w, softmax(v)));
  agrees(dot(w, log_softmax(v)));
  agrees(u * logsumexp(A));
  agrees(u * cross_entropy(v, w));
}

TEST_CASE("structure against central differences", "[op]") {
  agrees(u * v[1_c] * A(1_c, 2_c));
  agrees(dot(V, tl::segment<1, 2>(v)));
  agrees(dot(v, tl::row<1>(A)));
  agrees(dot(tl::reshape<tl::vec<6>>(A), concat(x, v, V)));
  agrees(sum(hadamard(M, tl::reshape<tl::mat<3, 2>>(A))));
  agrees(sum(hadamard(A, tl::broadcast<tl::mat<2, 3>>(square(x)))));
}

TEST_CASE("choices against central differences", "[op]") {
  agrees(dot(w, select(gt(v, x), square(v), v * y)));
  agrees(u * clamp(x, y, u) + u * clamp(y, x, u) + u * clamp(u, y, x));
  agrees(sum(hadamard(W, clamp(A, y, B))));
  agrees(sum(hadamard(W, max(A, B))) + sum(hadamard(W, min(A, x))));
}

TEST_CASE("powers of tensors and scalars against central differences", "[op]") {
  agrees(sum(hadamard(W, pow(exp(A), B))));
  agrees(sum(hadamard(W, pow(exp(A), y))));
  agrees(sum(hadamard(W, pow(x, B))));
  agrees(sum(hadamard(W, pow(A, 3_c))));
}
