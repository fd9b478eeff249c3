// SPDX-License-Identifier: BSL-1.0
// softmax, log_softmax, logsumexp and cross_entropy against 40 digits, from equal logits to logits ±1e300. Results are
// held to a few epsilons: where the largest logit wins, 1 - softmax and log_softmax keep no relative accuracy.
#include <tapeless/op/softmax.hpp>

#include "unit/op/reference.hpp"

using namespace op_test;

namespace {

template <class Got, std::size_t N>
bool all_near(const Got& got, const exact (&expected)[N], tolerance allowed, int factor = 1) {
  for (std::size_t i = 0; i < N; ++i)
    if (!near(got[i], factor * expected[i].value(), allowed)) {
      UNSCOPED_INFO("element " << i << " is " << got[i] << ", not " << factor * expected[i].value());
      return false;
    }
  return true;
}

template <class T, std::size_t N, std::size_t Count>
int check(const logits_case<N> (&cases)[Count]) {
  constexpr auto z = tl::input<"z", tl::vec<N>>;
  constexpr auto t = tl::input<"t", tl::vec<N>>;
  constexpr auto of_softmax = tl::value_and_gradient(dot(t, softmax(z)), tl::wrt(z, t));
  constexpr auto of_log_softmax = tl::value_and_gradient(dot(t, log_softmax(z)), tl::wrt(z, t));
  constexpr auto of_sum = tl::value_and_gradient(u * logsumexp(z), tl::wrt(z, u));
  constexpr auto of_entropy = tl::value_and_gradient(u * cross_entropy(z, t), tl::wrt(z, t, u));
  constexpr double many = N;
  int count = 0;
  for (const auto& reference : cases) {
    if (!all_fit<T>(reference.logits)) continue;
    ++count;
    INFO("logits " << reference.logits[0] << ", " << reference.logits[1] << " …");
    const auto logits = as<T>(reference.logits), weight = as<T>(reference.weight), target = as<T>(reference.target);

    const auto soft = of_softmax(z = logits, t = weight);
    CHECK(all_near(soft.gradient[t], reference.softmax, {2, 2}));
    CHECK(all_near(soft.gradient[z], reference.softmax_by_logits, {2, 4}));

    const auto log_soft = of_log_softmax(z = logits, t = weight);
    CHECK(all_near(log_soft.gradient[t], reference.log_softmax, {2, 2}));
    CHECK(all_near(log_soft.gradient[z], reference.log_softmax_by_logits, {2, many}));

    const auto log_sum = of_sum(z = logits, u = T(-2));
    CHECK(near(log_sum.gradient[u], reference.logsumexp.value(), {2, 2}));
    CHECK(all_near(log_sum.gradient[z], reference.softmax, {2, 4}, -2));

    const auto entropy = of_entropy(z = logits, t = target, u = T(-2));
    CHECK(near(entropy.gradient[u], reference.cross_entropy.value(), {4, many}));
    CHECK(all_near(entropy.gradient[z], reference.cross_entropy_by_logits, {2, 2 * many}, -2));
    CHECK(all_near(entropy.gradient[t], reference.log_softmax, {2, 4}, 2));
  }
  return count;
}

}  // namespace

TEST_CASE("softmax, log_softmax, logsumexp and cross_entropy of three logits", "[op]") {
  CHECK(check<double>(logits_3) >= 24);
  CHECK(check<float>(logits_3) >= 16);
  CHECK(check<long double>(logits_3) >= 24);
}

TEST_CASE("softmax, log_softmax, logsumexp and cross_entropy of more logits than a register holds", "[op]") {
  CHECK(check<double>(logits_17) == 4);
  CHECK(check<float>(logits_17) == 4);
  CHECK(check<long double>(logits_17) == 4);
}
