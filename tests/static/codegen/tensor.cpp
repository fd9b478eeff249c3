// SPDX-License-Identifier: BSL-1.0
#include <tapeless/codegen/tensor.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <type_traits>

namespace {

namespace tl = tapeless;
using vec3 = tl::tensor<double, tl::vec<3>>;
using mat23 = tl::tensor<double, tl::mat<2, 3>>;

// row-major, one piece, aligned, and nothing but its elements
static_assert(std::is_trivially_copyable_v<vec3> && std::is_trivially_default_constructible_v<mat23>);
static_assert(vec3::size() == 3 && mat23::size() == 6);
static_assert(sizeof(tl::tensor<float, tl::vec<4>>) == 4 * sizeof(float));
static_assert(alignof(tl::tensor<double, tl::vec<8>>) == 64 && alignof(tl::tensor<double, tl::mat<64, 64>>) == 64);
static_assert(alignof(tl::tensor<float, tl::vec<1>>) == alignof(float));

// from braces, nested braces, arrays, nested arrays and ranges
constexpr auto same = [](const auto& a, const auto& b) { return std::ranges::equal(a, b); };
constexpr vec3 braces = {1, 2, 3};
constexpr mat23 rows = {{1, 2, 3}, {4, 5, 6}};
constexpr mat23 flat = {1, 2, 3, 4, 5, 6};
constexpr double plain[] = {1, 2, 3}, nested[2][3] = {{1, 2, 3}, {4, 5, 6}};
constexpr std::array<double, 3> array = {1, 2, 3};
constexpr std::array<std::array<double, 3>, 2> arrays = {{{1, 2, 3}, {4, 5, 6}}};
static_assert(same(braces, vec3(plain)) && same(braces, vec3(array)) && same(braces, vec3(std::span(plain))));
static_assert(same(braces, vec3(std::array{1, 2, 3})) && same(braces, vec3(std::array{1.0f, 2.0f, 3.0f})));
static_assert(same(rows, flat) && same(rows, mat23(nested)) && same(rows, mat23(arrays)));
static_assert(same(vec3{}, vec3{0, 0, 0}));
static_assert(tl::tensor<double, tl::scalar>{2.5}[0] == 2.5);

// elements
static_assert(braces[1] == 2 && braces(1) == 2 && rows[4] == 5 && rows(1, 1) == 5 && rows(0, 2) == 3);
static_assert([] {
  mat23 a{};
  a(1, 2) = 4;
  a[0] = 1;
  for (double& element : a) element *= 2;
  const auto b = a;
  return same(b, mat23{{2, 0, 0}, {0, 0, 8}}) && b.data()[5] == 8 && b.end() - b.begin() == 6;
}());

// a view writes through, assigns elements and is no owner
static_assert([] {
  double memory[8] = {};
  tl::tensor_view<double, tl::mat<2, 3>> view(memory + 1);
  view = {{1, 2, 3}, {4, 5, 6}};
  view(1, 0) = 40;
  view[5] += 1;
  tl::tensor_view<double, tl::vec<3>> first(memory + 1), last(memory + 4);
  first = last;
  return memory[0] == 0 && memory[1] == 40 && memory[2] == 5 && memory[3] == 7 && memory[6] == 7 && memory[7] == 0;
}());
static_assert([] {
  double memory[3] = {};
  tl::tensor_view<double, tl::vec<3>> view(memory);
  view = std::array{4, 5, 6};
  const tl::tensor_view<const double, tl::vec<3>> reading(memory);
  return reading[2] == 6 && reading(0) == 4 && same(vec3(reading), vec3{4, 5, 6}) && reading.size() == 3;
}());

static_assert(vec3{1, 2, 3} == vec3{1, 2, 3});
static_assert(vec3{1, 2, 3} != vec3{1, 2, 4});

}  // namespace
