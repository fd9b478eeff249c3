// SPDX-License-Identifier: BSL-1.0
// The printed programs, compiled on their own, give the values of the programs.
#include <tapeless/codegen/program.hpp>

#include "catch.hpp"

#include <tuple>

#include "programs.hpp"

// what generate.cpp printed, compiled as C++ or as C
#ifdef PRINTED_AS_C
extern "C" {
#endif
double squares_step(const double* W1, const double* u, const double* b1, const double* W2, const double* b2,
                    const double* t, double* grad_W1, double* grad_b1, double* grad_W2, double* grad_b2);
double entropy_step(const double* W1, const double* u, const double* b1, const double* W2, const double* b2,
                    const double* t, double* grad_W2, double* grad_W1, double* grad_u);
double scalars_step(double p, double q, double i_, double new_value, double* grad_p, double* grad_q, double* grad_i,
                    double* grad_new_value);
double root_step(const double* W1, const double* u, const double* b1, const double* W2, const double* b2, double p,
                 const double* t, double q, double* grad_W1, double* grad_W2, double* grad_b1, double* grad_u,
                 double* grad_p);
void tensors_value(const double* W1, const double* u, const double* b1, const double* W2, const double* b2, double p,
                   const double* t, double* out);
void several_values(double p, double q, double i_, double new_value, const double* W1, const double* u,
                    const double* b1, const double* W2, const double* b2, double* out_1, double* out_2, double* out_3);
double squares_value(const double* W1, const double* u, const double* b1, const double* W2, const double* b2,
                     const double* t);
double parts_step(const double* b1, double p, const double* W1, double q, double* grad_W1, double* grad_b1, double* grad_p);
void joined_values(const double* b1, double p, const double* W1, double q, double* out_1, double* out_2);
#ifdef PRINTED_AS_C
}
#endif

namespace {

namespace tl = tapeless;
using namespace programs;

const tl::tensor<double, tl::vec<2>> us = {0.5, -1.25};
const tl::tensor<double, tl::vec<3>> ts = {0.25, 0.5, 0.25};
const tl::tensor<double, tl::mat<3, 2>> W1s = {{0.1, -0.2}, {0.3, 0.4}, {-0.5, 0.6}};
const tl::tensor<double, tl::vec<3>> b1s = {0.1, 0.2, -0.3};
const tl::tensor<double, tl::mat<3, 3>> W2s = {{0.7, -0.1, 0.2}, {-0.3, 0.4, 0.5}, {0.6, 0.1, -0.2}};
const tl::tensor<double, tl::vec<3>> b2s = {-0.1, 0.3, 0.2};
constexpr double ps = 0.75, qs = 1.5, is = -0.5, odds = 2.0;

template <class Expected>
void check_equal(const double* got, const Expected& expected) {
  for (std::size_t e = 0; e < expected.size(); ++e) CHECK(got[e] == Approx(expected[e]).epsilon(1e-13).margin(1e-15));
}
void check_equal(double got, double expected) { CHECK(got == Approx(expected).epsilon(1e-13).margin(1e-15)); }

}  // namespace

TEST_CASE("a network's value and gradient by all parameters") {
  double g1[6], g2[3], g3[9], g4[3];
  const double value =
      squares_step(W1s.data(), us.data(), b1s.data(), W2s.data(), b2s.data(), ts.data(), g1, g2, g3, g4);
  const auto expected =
      tl::value_and_gradient(squares)(W1 = W1s, b1 = b1s, W2 = W2s, b2 = b2s, u = us, t = ts);
  check_equal(value, expected.value);
  check_equal(g1, expected.gradient[W1]);
  check_equal(g2, expected.gradient[b1]);
  check_equal(g3, expected.gradient[W2]);
  check_equal(g4, expected.gradient[b2]);
  check_equal(squares_value(W1s.data(), us.data(), b1s.data(), W2s.data(), b2s.data(), ts.data()), expected.value);
}

TEST_CASE("cross-entropy, by chosen variables") {
  double g1[9], g2[6], g3[2];
  const double value = entropy_step(W1s.data(), us.data(), b1s.data(), W2s.data(), b2s.data(), ts.data(), g1, g2, g3);
  const auto expected = tl::value_and_gradient(entropy, tl::wrt(W2, W1, u))(W1 = W1s, b1 = b1s, W2 = W2s, b2 = b2s,
                                                                            u = us, t = ts);
  check_equal(value, expected.value);
  check_equal(g1, expected.gradient[W2]);
  check_equal(g2, expected.gradient[W1]);
  check_equal(g3, expected.gradient[u]);
}

TEST_CASE("every scalar function; names that C++ does not allow") {
  double g1 = 0, g2 = 0, g3 = 0, g4 = 0;
  const double value = scalars_step(ps, qs, is, odds, &g1, &g2, &g3, &g4);
  const auto expected =
      tl::value_and_gradient(scalars, tl::wrt(p, q, i, odd))(p = ps, q = qs, i = is, odd = odds);
  check_equal(value, expected.value);
  check_equal(g1, expected.gradient[p]);
  check_equal(g2, expected.gradient[q]);
  check_equal(g3, expected.gradient[i]);
  check_equal(g4, expected.gradient[odd]);
}

TEST_CASE("every operation on vectors and matrices") {
  double g1[6], g2[9], g3[3], g4[2], g5 = 0, out[3];
  const double value = root_step(W1s.data(), us.data(), b1s.data(), W2s.data(), b2s.data(), ps, ts.data(), qs, g1, g2,
                                 g3, g4, &g5);
  const auto expected = tl::value_and_gradient(root, tl::wrt(W1, W2, b1, u, p))(
      W1 = W1s, b1 = b1s, W2 = W2s, b2 = b2s, u = us, t = ts, p = ps, q = qs);
  check_equal(value, expected.value);
  check_equal(g1, expected.gradient[W1]);
  check_equal(g2, expected.gradient[W2]);
  check_equal(g3, expected.gradient[b1]);
  check_equal(g4, expected.gradient[u]);
  check_equal(g5, expected.gradient[p]);

  tensors_value(W1s.data(), us.data(), b1s.data(), W2s.data(), b2s.data(), ps, ts.data(), out);
  check_equal(out, tl::function(tensors)(W1 = W1s, b1 = b1s, W2 = W2s, b2 = b2s, u = us, t = ts, p = ps));
}

TEST_CASE("several outputs, one of them an argument") {
  double first = 0, second[3], third = 0;
  several_values(ps, qs, is, odds, W1s.data(), us.data(), b1s.data(), W2s.data(), b2s.data(), &first, second, &third);
  const auto expected = tl::function(scalars, y, p)(W1 = W1s, b1 = b1s, W2 = W2s, b2 = b2s, u = us, p = ps, q = qs,
                                                    i = is, odd = odds);
  check_equal(first, std::get<0>(expected));
  check_equal(second, std::get<1>(expected));
  check_equal(third, ps);
}

TEST_CASE("what is read in parts and put together") {
  double g1[6], g2[3], g3 = 0, first[9], second[9];
  const double value = parts_step(b1s.data(), ps, W1s.data(), qs, g1, g2, &g3);
  const auto expected = tl::value_and_gradient(parts, tl::wrt(W1, b1, p))(W1 = W1s, b1 = b1s, p = ps, q = qs);
  check_equal(value, expected.value);
  check_equal(g1, expected.gradient[W1]);
  check_equal(g2, expected.gradient[b1]);
  check_equal(g3, expected.gradient[p]);
  joined_values(b1s.data(), ps, W1s.data(), qs, first, second);
  const auto whole = tl::function(joined)(W1 = W1s, b1 = b1s, p = ps, q = qs);
  check_equal(first, whole);
  check_equal(second, whole);
}
