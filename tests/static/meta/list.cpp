// SPDX-License-Identifier: BSL-1.0
#include <tapeless/meta/list.hpp>
#include <utility>

namespace {

using tapeless::meta::list;

constexpr list<int> numbers_below(int n) {
  list<int> l;
  for (int k = 0; k < n; ++k) l.push_back(k);
  return l;
}
constexpr int sum(const list<int>& l) {
  int total = 0;
  for (const int k : l) total += k;
  return total;
}

// it grows
static_assert(list<int>().empty() && list<int>(0).empty() && !list<int>(1).empty());
static_assert(numbers_below(100).size() == 100 && numbers_below(100)[99] == 99 && numbers_below(100).back() == 99);
static_assert(sum(numbers_below(9)) == 36 && sum(list<int>(5, 3)) == 15 && sum(list<int>(5)) == 0);
static_assert([] {
  list<int> l = numbers_below(8);
  l.push_back(l[7]);  // of itself, while it grows
  l.pop_back();
  l.push_back(l[0] + 5);
  return l.size() == 9 && l.back() == 5;
}());

// copies are apart, what was moved from can be used again
static_assert([] {
  list<int> a = numbers_below(3), b = a;
  b[0] = 10;
  a = b;
  const list<int>& same = a;
  a = same;
  b.push_back(1);
  return sum(a) == 13 && sum(b) == 14;
}());
static_assert([] {
  list<int> a = numbers_below(4), b = std::move(a);
  a = numbers_below(2);
  b = std::move(a);
  a = list<int>(2, 7);
  return sum(a) == 14 && sum(b) == 1;
}());

// of what owns memory, too
static_assert([] {
  list<list<int>> rows(2, numbers_below(3));
  for (int k = 0; k < 20; ++k) rows.push_back(numbers_below(k));
  list<list<int>> others = rows;
  rows[0].push_back(5);
  return sum(rows[0]) == 8 && sum(others[0]) == 3 && sum(others.back()) == 171;
}());

}  // namespace
