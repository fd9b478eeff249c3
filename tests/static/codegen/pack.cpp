// SPDX-License-Identifier: BSL-1.0
#include <tapeless/codegen/pack.hpp>

#include <boost/hana/tuple.hpp>
#include <concepts>
#include <ranges>
#include <tapeless/expr/leaf.hpp>
#include <type_traits>
#include <utility>

namespace {

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto b = tl::parameter<"b", tl::vec<2>>;
constexpr auto s = tl::parameter<"s">;
constexpr auto other = tl::parameter<"other">;
constexpr auto variables = boost::hana::make_tuple(W, s, b);
using pack = decltype(tl::zeros<double>(variables));

// one flat array in the order of its variables
static_assert(std::is_trivially_copyable_v<pack> && std::is_trivially_default_constructible_v<pack>);
static_assert(pack::size() == 9 && tl::zeros<double>(variables).size() == 9);
static_assert(pack::offset(W.self) == 0 && pack::offset(s.self) == 6 && pack::offset(b.self) == 7);
static_assert(pack::holds(b.self) && !pack::holds(other.self));
static_assert(std::ranges::contiguous_range<pack> && std::ranges::sized_range<pack>);
static_assert(std::same_as<std::ranges::range_value_t<const pack>, double>);
static_assert(tl::zeros<float>(boost::hana::make_tuple()).size() == 0);

// a scalar is a reference, anything else a view
static_assert(std::same_as<decltype(std::declval<pack&>()[s]), double&>);
static_assert(std::same_as<decltype(std::declval<const pack&>()[s]), const double&>);

static_assert([] {
  auto p = tl::zeros<double>(variables);
  for (const double v : p)
    if (v != 0) return false;
  p[W](1, 2) = 5;
  p[W][0] = 1;
  p[s] = 6;
  p[b] = {7, 8};
  const auto q = p;
  return q.data()[0] == 1 && q.data()[5] == 5 && q.data()[6] == 6 && q.data()[8] == 8 && q[b](0) == 7 && q[s] == 6 &&
         q[W].size() == 6 && q[W](1, 2) == 5 && q == p;
}());

// it is a vector space
static_assert([] {
  auto p = tl::zeros<double>(variables);
  double next = 1;
  for (double& v : p) v = next++;
  auto q = p;
  q += p;
  q *= 3.0;
  q -= p;
  for (std::size_t i = 0; i < p.size(); ++i)
    if (q.data()[i] != 5 * p.data()[i]) return false;
  return q != p && q[W][5] == 30 && 5 * p == q && p * 5.0 == q && p + p - p == p;
}());

// a tensor assigned to a view, and a view copied to a tensor
static_assert([] {
  auto p = tl::zeros<float>(variables);
  p[W] = tl::tensor<float, tl::mat<2, 3>>{{1, 2, 3}, {4, 5, 6}};
  const tl::tensor<float, tl::mat<2, 3>> copy(p[W]);
  auto q = tl::zeros<float>(variables);
  q[W] = p[W];
  return copy(1, 0) == 4 && q == p;
}());

// decltype(W) is const, and the pack holds the same variables: assigned and added as one, but not converted
using declared = tl::pack<double, decltype(W), decltype(s), decltype(b)>;
using in_another_order = tl::pack<double, decltype(W), decltype(b), decltype(s)>;
static_assert(!std::same_as<pack, declared> && !std::convertible_to<pack, declared> && !std::convertible_to<declared, pack>);
static_assert(std::is_assignable_v<pack&, declared> && !std::is_assignable_v<pack&, in_another_order>);
static_assert(!std::is_assignable_v<pack&, tl::pack<float, decltype(W), decltype(s), decltype(b)>>);
static_assert([] {
  pack gradient{};
  gradient[W](1, 2) = 3;
  declared theta{};
  theta = gradient;
  theta += gradient;
  theta -= 2.0 * pack{};
  pack back{};
  back = theta;
  return back[W](1, 2) == 6 && back == theta && theta == back && gradient != theta && back == back;
}());
static_assert(std::is_aggregate_v<pack> && std::is_trivially_copyable_v<pack> && std::regular<pack>);

// What is derived from a pack is one, and what is derived from a variable is a key.
struct counted : pack {
  int count;
};
struct derived_key : decltype(W) {};
static_assert(std::regular<counted>);
static_assert([] {
  counted p{};
  p[derived_key{}](1, 2) = 3;
  const counted q = p;
  return q == p && p == pack(q) && q[derived_key{}](1, 2) == 3 && (p + q)[W](1, 2) == 6;
}());

// A pack takes no part in the operators of others.
struct of_another_kind {};
template <class T>
constexpr bool operator==(const T&, const of_another_kind&) {
  return true;
}
template <class T>
constexpr int operator+(const T&, const of_another_kind&) {
  return 1;
}
static_assert(pack{} == of_another_kind{} && pack{} + of_another_kind{} == 1);
template <class P, class Other>
concept takes = requires(P p, Other beside) { p += beside; } || requires(P p, Other beside) { p[beside]; };
static_assert(!takes<pack, of_another_kind>);

// One number, and what has data() and size() and nothing else.
struct two_numbers {
  double values[2] = {1, 2};
  constexpr const double* data() const { return values; }
  constexpr std::size_t size() const { return 2; }
};
constexpr auto one = tl::parameter<"one", tl::vec<1>>;
static_assert([] {
  tl::pack<double, decltype(one), decltype(b)> p{};
  p[one] = 0.5f;
  p[b] = two_numbers{};
  return p[one][0] == 0.5 && p[b][1] == 2;
}());

// A function may take a view of any variable of a shape.
constexpr double first_of(tl::tensor_view<const double, tl::mat<2, 3>> view) { return view(0, 0); }
static_assert([] {
  pack p{};
  p[W](0, 0) = 7;
  const pack& q = p;
  return first_of(q[W]) == 7;
}());

// What a temporary pack is asked for is a copy, which outlives it.
static_assert(std::same_as<decltype(pack{}[W]), const tl::tensor<double, tl::mat<2, 3>>> && std::same_as<decltype(std::declval<const pack>()[b]), const tl::tensor<double, tl::vec<2>>>);
constexpr auto number = tl::parameter<"number">;
static_assert(std::same_as<decltype(tl::pack<double, decltype(number)>{}[number]), double>);
static_assert([] {
  const auto made = [] {
    pack p{};
    p[W](1, 2) = 7;
    return p;
  };
  const auto of_temporary = made()[W];
  return of_temporary(1, 2) == 7 && of_temporary(0, 0) == 0;
}());

}  // namespace
