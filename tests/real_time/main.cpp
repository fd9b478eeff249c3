// SPDX-License-Identifier: BSL-1.0
// What a deadline needs to know. A call executes as many instructions whatever its numbers are: zeros, subnormal and huge
// ones, infinities, NaN. And its stack is the workspace, the result that it returns, and a stated number of bytes.
#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <memory>
#include <ucontext.h>

#include "../codegen/bishop.hpp"
#include "../instructions/count.hpp"

namespace {

/// What a call may take beyond its workspace and its result: arguments, saved registers, and spilled ones.
constexpr std::size_t most_beyond = 1024;

int wrong = 0;

/// Twenty numbers that take every way through a function that has several.
template <class T>
std::array<T, 20> numbers() {
  using limits = std::numeric_limits<T>;
  std::array<T, 20> all{T(0),           -T(0),         T(1),      T(-1),        T(0.5),         T(-0.75),        T(3),
                        T(-20),         T(88.5),       T(-710),   limits::min(), -limits::min() / 4, limits::denorm_min(), limits::max(),
                        limits::lowest(), limits::infinity(), -limits::infinity(), limits::quiet_NaN()};
  std::uint64_t state = 1;
  for (std::size_t i = 18; i < all.size(); ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    all[i] = static_cast<T>(static_cast<double>(state >> 11) * 0x1p-52 - 1);
  }
  return all;
}

/// As many instructions for each of them?
template <class T, class Result>
void check_count(const char* name, Result (*call)(T)) {
  long fewest = std::numeric_limits<long>::max(), most = 0;
  for (const T number : numbers<T>()) {
    const long count = instructions::executed(call, number);
    fewest = std::min(fewest, count);
    most = std::max(most, count);
  }
  std::printf("%-24s %s  %ld instructions\n", name, sizeof(T) == 8 ? "double" : "float ", most);
  if (fewest != most) {
    std::printf("WRONG: %s executes %ld to %ld instructions\n", name, fewest, most);
    ++wrong;
  }
}

// --- stack ------------------------------------------------------------------------------------------------------------

ucontext_t here, there;
void (*to_run)();
void run_there() { to_run(); }

/// The bytes that a call takes, found by painting a stack of its own.
std::size_t stack_of(void (*call)()) {
  constexpr std::size_t size = 1 << 20;
  const auto stack = std::make_unique<unsigned char[]>(size);
  const auto used = [&](void (*f)()) {
    std::fill_n(stack.get(), size, static_cast<unsigned char>(0xa5));
    to_run = f;
    getcontext(&there);
    there.uc_stack.ss_sp = stack.get();
    there.uc_stack.ss_size = size;
    there.uc_link = &here;
    makecontext(&there, run_there, 0);
    swapcontext(&here, &there);
    std::size_t untouched = 0;
    while (stack[untouched] == 0xa5) ++untouched;
    return size - untouched;
  };
  return used(call) - used([] {});
}

void check_stack(const char* name, std::size_t stack, std::size_t workspace, std::size_t result) {
  std::printf("%-24s %zu bytes of stack: workspace %zu, result %zu, beyond %td\n", name, stack, workspace, result,
              static_cast<std::ptrdiff_t>(stack) - static_cast<std::ptrdiff_t>(workspace + result));
  if (stack > workspace + result + most_beyond) {
    std::printf("WRONG: %s takes more than %zu bytes beyond its workspace and its result\n", name, most_beyond);
    ++wrong;
  }
}

// --- programs ---------------------------------------------------------------------------------------------------------

#define TAPELESS_TRY(name)                                                                 \
  check_count(#name, +[](double at) { return tl::function(name(x1))(x1 = at); });          \
  check_count(#name, +[](float at) { return tl::function(name(x1))(x1 = at); });
#define TAPELESS_TRY_PAIR(name)                                                            \
  check_count(#name, +[](double at) { return tl::function(name(x1, x2))(x1 = at, x2 = 2.5); }); \
  check_count(#name, +[](float at) { return tl::function(name(x1, x2))(x1 = at, x2 = -3.0f); });

void check_functions() {
  TAPELESS_TRY(abs) TAPELESS_TRY(sign) TAPELESS_TRY(sqrt) TAPELESS_TRY(cbrt) TAPELESS_TRY(exp) TAPELESS_TRY(exp2)
  TAPELESS_TRY(expm1) TAPELESS_TRY(log) TAPELESS_TRY(log2) TAPELESS_TRY(log10) TAPELESS_TRY(log1p) TAPELESS_TRY(asin)
  TAPELESS_TRY(acos) TAPELESS_TRY(atan) TAPELESS_TRY(sinh) TAPELESS_TRY(cosh) TAPELESS_TRY(tanh) TAPELESS_TRY(asinh)
  TAPELESS_TRY(acosh) TAPELESS_TRY(atanh) TAPELESS_TRY(erf) TAPELESS_TRY(erfc) TAPELESS_TRY(sigmoid) TAPELESS_TRY(relu)
  TAPELESS_TRY(softplus) TAPELESS_TRY(silu) TAPELESS_TRY(gelu) TAPELESS_TRY_PAIR(pow) TAPELESS_TRY_PAIR(atan2)
  TAPELESS_TRY_PAIR(hypot) TAPELESS_TRY_PAIR(min) TAPELESS_TRY_PAIR(max)
}

template <std::size_t Inputs, std::size_t Units, std::size_t Classes>
struct network {
  static constexpr auto x = tl::input<"x", tl::vec<Inputs>>;
  static constexpr auto t = tl::input<"t", tl::vec<Classes>>;
  static constexpr auto W1 = tl::parameter<"W1", tl::mat<Units, Inputs>>;
  static constexpr auto b1 = tl::parameter<"b1", tl::vec<Units>>;
  static constexpr auto W2 = tl::parameter<"W2", tl::mat<Classes, Units>>;
  static constexpr auto b2 = tl::parameter<"b2", tl::vec<Classes>>;
  static constexpr auto step = tl::value_and_gradient(cross_entropy(W2 * tanh(W1 * x + b1) + b2, t));
  template <class T>
  using weights = decltype(tl::zeros<T>(tl::wrt(W1, b1, W2, b2)));

  template <class T>
  static inline weights<T> theta{};
  template <class T>
  static inline weights<T> gradient{};
  template <class T>
  static inline tl::tensor<T, tl::vec<Inputs>> at{};
  template <class T>
  static inline tl::tensor<T, tl::vec<Classes>> wanted{};

  template <class T>
  static void store() { gradient<T> = step(theta<T>, x = at<T>, t = wanted<T>).gradient; }
  template <class T>
  static void accumulate() { static_cast<void>(step.accumulate(gradient<T>, theta<T>, x = at<T>, t = wanted<T>)); }
  template <class T>
  static void all_equal(T number) {
    std::fill(theta<T>.begin(), theta<T>.end(), number);
    std::fill(at<T>.begin(), at<T>.end(), number);
    store<T>();
  }

  template <class T>
  static void check(const char* name) {
    check_count<T>(name, all_equal<T>);
    check_stack(name, stack_of(store<T>), step.template workspace_bytes<T>(), sizeof(weights<T>));
    check_stack("  accumulate", stack_of(accumulate<T>), step.template workspace_bytes<T>(), 0);
  }
};

weights bishop_weights{}, bishop_gradient{};
void bishop_step(double at) {
  for (double& weight : bishop_weights) weight = at;
  bishop_gradient = step(bishop_weights, x1 = at, x2 = 0.5, t1 = at, t2 = 1.0).gradient;
}

}  // namespace

int main() {
  check_functions();
  check_count<double>("Bishop, in scalars", bishop_step);
  check_stack("Bishop, in scalars", stack_of([] { bishop_step(0.5); }), step.workspace_bytes<double>(), sizeof(weights));
  network<8, 16, 4>::check<float>("8-16-4");
  network<8, 16, 4>::check<double>("8-16-4");
  network<7, 33, 5>::check<double>("7-33-5");
  network<64, 32, 10>::check<float>("64-32-10");
  network<64, 200, 10>::check<double>("64-200-10");
  return wrong == 0 ? 0 : 1;
}
