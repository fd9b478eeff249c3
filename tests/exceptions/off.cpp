// SPDX-License-Identifier: BSL-1.0
// Compiled with -fno-exceptions: a wrong length calls length_error_handler with the number required and the number given,
// and abort() when it returns; outputs that overwrite inputs call overlap_handler. The program returns 0 if all of that is so.
#include <csetjmp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <vector>
#include <tapeless/tapeless.hpp>

#if defined(__cpp_exceptions)
#error "this test requires -fno-exceptions"
#endif

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto s = tl::input<"s">;
constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto f = tl::function(sum(W * x));
constexpr auto g = tl::function(square(s));
constexpr auto p = tl::function(s * sum(x));
constexpr auto h = tl::function(sum(tanh(transpose(W) * tanh(W * x))));

std::jmp_buf before;
std::size_t required_here, given_here;

void note(std::size_t required, std::size_t given) {
  required_here = required;
  given_here = given;
  std::longjmp(before, 1);
}

template <class Call>
bool reports(const char* what, std::size_t required, std::size_t given, Call call) {
  required_here = given_here = 0;
  if (setjmp(before) == 0) {
    call();
    std::printf("%s: the handler was not called\n", what);
    return false;
  }
  if (required_here == required && given_here == given) return true;
  std::printf("%s: the handler got %zu and %zu\n", what, required_here, given_here);
  return false;
}

double elements[64];
std::vector<double> five(5), six(6);

int main() {
  static auto theta = tl::zeros<double>(W);
  tl::length_error_handler = note;
  tl::overlap_handler = [] { note(1, 2); };
  const bool all =
      reports("a range bound", 3, 5, [] { static_cast<void>(f(theta, x = five)); }) &&
      reports("a span bound", 3, 2, [] { static_cast<void>(f(theta, x = std::span(elements, 2))); }) &&
      reports("a row", 3, 2, [] { static_cast<void>(W = {{1, 0.5, 2}, {1, 0.5}}); }) &&
      reports("a tensor", 3, 2, [] { static_cast<void>(tl::tensor<double, tl::vec<3>>{1, 2}); }) &&
      reports("elements in a pack", 6, 5, [] { theta[W] = five; }) &&
      reports("rows of a tensor", 2, 1, [] { static_cast<void>(tl::tensor<double, tl::mat<2, 3>>{{1, 2, 3}}); }) &&
      reports("a row in a pack", 3, 2, [] { theta[W] = {{1, 2, 3}, {4, 5}}; }) &&
      reports("a range that is mapped", 15, 6, [] { p.map(five, s = five, x = six); }) &&
      reports("an output of map", 6, 5, [] { g.map(five, s = six); }) &&
      reports("an output that overwrites an input", 1, 2, [] { g.map(std::span(elements + 1, 60), s = std::span(elements, 60)); }) &&
      reports("a workspace", h.workspace_bytes() / sizeof(double), 1, [] {
        static std::vector<double> small(1);
        static_cast<void>(h(theta, x = {1, 2, 3}, tl::workspace(small)));
      });
  if (!all) return 1;
  std::signal(SIGABRT, [](int) { std::_Exit(0); });
  tl::length_error_handler = [](std::size_t, std::size_t) {};
  theta[W] = five;
  std::puts("the program went on after a wrong length");
  return 1;
}
