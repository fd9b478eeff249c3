// SPDX-License-Identifier: BSL-1.0
// How many instructions a call executes: the process is stepped through it, one at a time.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <type_traits>
#include <unistd.h>

namespace instructions {

/// From one stop to the next, in a copy of this process that runs f.
template <class F>
long between_stops(F f) {
  const pid_t child = fork();
  if (child == 0) {
    if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) _exit(1);
    raise(SIGSTOP);
    f();
    raise(SIGSTOP);
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  long steps = 0;
  if (WIFSTOPPED(status) && WSTOPSIG(status) == SIGSTOP) {
    do {
      ++steps;
      ptrace(PTRACE_SINGLESTEP, child, nullptr, nullptr);
      waitpid(child, &status, 0);
    } while (WIFSTOPPED(status) && WSTOPSIG(status) == SIGTRAP);
  }
  if (steps == 0 || !WIFSTOPPED(status) || WSTOPSIG(status) != SIGSTOP) {
    std::puts("the process could not be stepped through");
    std::exit(1);
  }
  kill(child, SIGKILL);
  waitpid(child, &status, 0);
  return steps;
}

/// Of a function, without what it takes to stop and to call it.
template <class Result, class... Given>
long executed(Result (*f)(Given...), Given... given) {
  Result (*volatile call)(Given...) = f;
  void (*volatile nothing)() = [] {};
  const auto run = [&] {
    if constexpr (std::is_void_v<Result>) call(given...);
    else [[maybe_unused]] const Result result = call(given...);
  };
  static const long of_nothing = between_stops([&] { nothing(); });
  return between_stops(run) - of_nothing;
}

/// All the doubles of the result of a gradient program.
inline constexpr auto value_then_gradient = [](const auto& result) {
  std::array<double, 1 + std::remove_cvref_t<decltype(result.gradient)>::extent> all{result.value};
  std::copy(result.gradient.begin(), result.gradient.end(), all.begin() + 1);
  return all;
};

/// Prints what check.py reads: the counts of a program as it is called, as it is inlined, and of code by hand.
/// `numbers(result)` is an array of all the doubles of a result.
template <class Result, class... Given, class ByHand, class Numbers>
int compare(Result (*called)(Given...), Result (*inlined)(Given...), ByHand* by_hand, Numbers numbers, Given... given) {
  Result result{};
  by_hand(given..., &result);
  const auto expected = numbers(result);
  for (const auto program : {called, inlined}) {
    const auto found = numbers(program(given...));
    for (std::size_t i = 0; i < expected.size(); ++i)
      if (!(std::abs(found[i] - expected[i]) <= 1e-12 * (1 + std::abs(expected[i])))) {
        std::printf("number %zu is %.17g, by hand %.17g\n", i, found[i], expected[i]);
        return 1;
      }
  }
  const long as_called = executed(called, given...), as_inlined = executed(inlined, given...);
  std::printf("CALLED %ld\nINLINED %ld\nBY HAND %ld\n", as_called, as_inlined, executed(by_hand, given..., &result));
  return 0;
}

}  // namespace instructions
