// SPDX-License-Identifier: BSL-1.0
#include <tapeless/codegen/tensor.hpp>

#include <stdexcept>
#include <string>
#include <vector>

#include "catch.hpp"

namespace tl = tapeless;

namespace {
using vec3 = tl::tensor<double, tl::vec<3>>;
using mat23 = tl::tensor<double, tl::mat<2, 3>>;
}  // namespace

TEST_CASE("a tensor takes ranges of its length", "[codegen]") {
  const std::vector<float> floats = {1, 2, 3};
  const vec3 t(floats);
  CHECK(t[0] + 10 * t[1] + 100 * t[2] == 321);
  const mat23 m(std::vector<double>{1, 2, 3, 4, 5, 6});
  CHECK(m(1, 0) == 4);
}

TEST_CASE("any other length throws std::length_error", "[codegen]") {
  CHECK_THROWS_AS((vec3{1, 2}), std::length_error);
  CHECK_THROWS_AS((vec3{1, 2, 3, 4}), std::length_error);
  CHECK_THROWS_AS(vec3(std::vector<double>(2)), std::length_error);
  CHECK_THROWS_AS((mat23{1, 2, 3}), std::length_error);
  CHECK_THROWS_AS((mat23{{1, 2, 3}}), std::length_error);
  CHECK_THROWS_AS((mat23{{1, 2, 3}, {4, 5}}), std::length_error);
  CHECK_THROWS_AS((mat23{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}), std::length_error);
}

TEST_CASE("a view takes what a tensor takes", "[codegen]") {
  double memory[6] = {};
  tl::tensor_view<double, tl::mat<2, 3>> view(memory);
  view = {{1, 2, 3}, {4, 5, 6}};
  CHECK(memory[4] == 5);
  view = std::vector<int>{6, 5, 4, 3, 2, 1};
  CHECK(memory[4] == 2);
  CHECK_THROWS_AS((view = {{1, 2, 3}, {4, 5}}), std::length_error);
  CHECK_THROWS_AS((view = std::vector<double>(7)), std::length_error);
}

TEST_CASE("a length error says what was required and what was given", "[codegen]") {
  std::string text;
  try {
    const vec3 t(std::vector<double>(5));
    static_cast<void>(t);
  } catch (const std::length_error& error) {
    text = error.what();
  }
  CHECK(text.rfind("tapeless: ", 0) == 0);
  CHECK(text.find("3") != std::string::npos);
  CHECK(text.find("5") != std::string::npos);
}
