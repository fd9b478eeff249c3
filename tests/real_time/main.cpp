// SPDX-License-Identifier: BSL-1.0
// What a deadline needs to know. A call executes as many instructions whatever its numbers are: zeros, subnormal and huge
// ones, infinities, NaN. And its stack is the workspace, the result that it returns, and a stated number of bytes.
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <memory>
#include <ucontext.h>

#include "../bare_metal/networks.hpp"
#include "../codegen/bishop.hpp"
#include "../instructions/count.hpp"
#include "most_beyond.hpp"

namespace {

int wrong = 0;

/// What is stored may be read, and what is read may be anything.
void opaque(const void* stored) { asm volatile("" : : "r"(stored) : "memory"); }

/// Twenty numbers that take every way through a function that has several.
template <class T>
constexpr std::array<T, 20> numbers() {
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

/// Numbers from this one on, in another order each time.
template <class Range, class T>
void fill(Range& range, T number) {
  static constexpr auto some = numbers<T>();
  std::size_t k = std::bit_cast<std::array<unsigned char, sizeof(T)>>(number)[sizeof(T) - 1];
  for (auto& element : range) {
    element = number;
    number = some[k++ * 7 % some.size()];
  }
}

/// As many instructions for each of them that is no larger?
template <class T, class Result>
bool counts_agree(const char* name, Result (*call)(T), T largest = std::numeric_limits<T>::infinity()) {
  long fewest = std::numeric_limits<long>::max(), most = 0;
  for (const T number : numbers<T>()) {
    if (number > largest || number < -largest || (number != number && largest < std::numeric_limits<T>::infinity())) continue;
    const long count = instructions::executed(call, number);
    fewest = std::min(fewest, count);
    most = std::max(most, count);
  }
  std::printf("%-24s %s  %ld instructions\n", name, sizeof(T) == 8 ? "double" : "float ", most);
  if (fewest == most) return true;
  std::printf("WRONG: %s executes %ld to %ld instructions\n", name, fewest, most);
  ++wrong;
  return false;
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

constexpr auto v = tl::input<"v", tl::vec<7>>;
constexpr auto lowest = -1_c;

/// The number among others, at a place that depends on it.
template <class T, class E>
T of_vector(E, T number) {
  tl::tensor<T, tl::vec<7>> at = {T(0.5), T(-2), T(1), T(3), T(-0.25), T(0.125), T(2)};
  at[std::bit_cast<std::array<unsigned char, sizeof(T)>>(number)[sizeof(T) - 2] % 7] = number;
  opaque(&at);
  return tl::function(E{})(v = at);
}

template <class T>
struct named_function {
  const char* name;
  T (*call)(T);
};
template <class T>
constexpr named_function<T> functions[] = {
#define TAPELESS_ONE(name) {#name, [](T at) { return tl::function(name(x1))(x1 = at); }},
#define TAPELESS_TWO(name) {#name, [](T at) { return tl::function(name(x1, x2))(x1 = at, x2 = T(2.5)); }},
    TAPELESS_ONE(abs) TAPELESS_ONE(sign) TAPELESS_ONE(sqrt) TAPELESS_ONE(cbrt) TAPELESS_ONE(exp) TAPELESS_ONE(exp2)
    TAPELESS_ONE(expm1) TAPELESS_ONE(log) TAPELESS_ONE(log2) TAPELESS_ONE(log10) TAPELESS_ONE(log1p) TAPELESS_ONE(asin)
    TAPELESS_ONE(acos) TAPELESS_ONE(atan) TAPELESS_ONE(sinh) TAPELESS_ONE(cosh) TAPELESS_ONE(tanh) TAPELESS_ONE(asinh)
    TAPELESS_ONE(acosh) TAPELESS_ONE(atanh) TAPELESS_ONE(erf) TAPELESS_ONE(erfc) TAPELESS_ONE(sigmoid) TAPELESS_ONE(relu)
    TAPELESS_ONE(softplus) TAPELESS_ONE(silu) TAPELESS_ONE(gelu) TAPELESS_ONE(gelu_tanh) TAPELESS_ONE(square)
    TAPELESS_TWO(pow) TAPELESS_TWO(atan2) TAPELESS_TWO(hypot) TAPELESS_TWO(min) TAPELESS_TWO(max)
#undef TAPELESS_ONE
#undef TAPELESS_TWO
    {"clamp", [](T at) { return tl::function(clamp(x1, lowest, x2))(x1 = at, x2 = T(2)); }},
    {"select", [](T at) { return tl::function(select(lt(x1, x2), x1, x2))(x1 = at, x2 = T(0.25)); }},
    {"logsumexp of two", [](T at) { return tl::function(logsumexp(tl::concat(x1, x2)))(x1 = at, x2 = T(1)); }},
    {"norm", [](T at) { return of_vector<T>(norm(v), at); }},
    {"max_element", [](T at) { return of_vector<T>(max_element(v), at); }},
    {"logsumexp", [](T at) { return of_vector<T>(logsumexp(v), at); }},
    {"softmax", [](T at) { return of_vector<T>(dot(softmax(v), v), at); }},
    {"cross_entropy", [](T at) { return of_vector<T>(cross_entropy(v, softmax(v)), at); }},
};
/// What float does not compute as double does, or as the others.
constexpr named_function<float> functions_of_float[] = {
#define TAPELESS_ONE(name) {#name, [](float at) { return tl::function(name(x1))(x1 = at); }},
    TAPELESS_ONE(abs) TAPELESS_ONE(sqrt) TAPELESS_ONE(exp) TAPELESS_ONE(log) TAPELESS_ONE(tanh) TAPELESS_ONE(sigmoid) TAPELESS_ONE(softplus)
#undef TAPELESS_ONE
    {"logsumexp", [](float at) { return of_vector<float>(logsumexp(v), at); }},
    {"softmax", [](float at) { return of_vector<float>(dot(softmax(v), v), at); }},
};
/// Of angles up to 2²⁰π; beyond, a slower reduction is called.
template <class T>
constexpr named_function<T> functions_of_angles[] = {
    {"sin", [](T at) { return tl::function(sin(x1))(x1 = at); }},
    {"cos", [](T at) { return tl::function(cos(x1))(x1 = at); }},
    {"tan", [](T at) { return tl::function(tan(x1))(x1 = at); }},
    {"sin and cos", [](T at) { return tl::function(sin(x1) * cos(x1))(x1 = at); }},
};

/// All at once, for counting takes its time; one by one if that is not always as many.
template <class T, const auto& Functions>
void check_functions(const char* what, T largest = std::numeric_limits<T>::infinity()) {
  const auto all = +[](T at) {
    T sum = 0;
    for (const auto& function : Functions) sum += function.call(at);
    return sum;
  };
  if (counts_agree(what, all, largest)) return;
  for (const auto& function : Functions) counts_agree(function.name, function.call, largest);
}

template <std::size_t Inputs, std::size_t Units, std::size_t Classes>
struct network {
  using of = networks::network<Inputs, Units, Classes>;
  static constexpr auto step = tl::value_and_gradient(cross_entropy(of::y, of::t));
  template <class T>
  using weights = decltype(tl::zeros<T>(tl::wrt(of::W1, of::b1, of::W2, of::b2)));

  template <class T>
  static inline weights<T> theta{};
  template <class T>
  static inline weights<T> gradient{};
  template <class T>
  static inline tl::tensor<T, tl::vec<Inputs>> at{};
  template <class T>
  static inline tl::tensor<T, tl::vec<Classes>> wanted{};

  template <class T>
  static void store() {
    gradient<T> = step(theta<T>, of::x = at<T>, of::t = wanted<T>).gradient;
    opaque(&gradient<T>);
  }
  template <class T>
  static void accumulate() {
    static_cast<void>(step.accumulate(gradient<T>, theta<T>, of::x = at<T>, of::t = wanted<T>));
    opaque(&gradient<T>);
  }
  template <class T>
  static void filled_from(T number) {
    fill(theta<T>, number);
    fill(at<T>, number);
    fill(wanted<T>, number);
    opaque(&theta<T>), opaque(&at<T>), opaque(&wanted<T>);
    store<T>();
  }

  template <class T>
  static void check_stacks(const char* name) {
    check_stack(name, stack_of(store<T>), step.template workspace_bytes<T>(), sizeof(weights<T>));
    check_stack("  accumulate", stack_of(accumulate<T>), step.template workspace_bytes<T>(), 0);
  }
};

weights bishop_weights{}, bishop_gradient{};
void bishop_step(double at) {
  fill(bishop_weights, at);
  opaque(&bishop_weights);
  bishop_gradient = step(bishop_weights, x1 = at, x2 = 0.5, t1 = at, t2 = 1.0).gradient;
  opaque(&bishop_gradient);
}

}  // namespace

int main() {
  check_functions<double, functions<double>>("functions");
  check_functions<double, functions_of_angles<double>>("of angles", 3e6);
  check_functions<float, functions_of_float>("functions");
#if !defined(TAPELESS_SHORT_TESTS)
  check_functions<float, functions<float>>("all functions");
  check_functions<float, functions_of_angles<float>>("of angles", 3e6);
#endif
  counts_agree("Bishop, in scalars", bishop_step);
  counts_agree("8-16-4", network<8, 16, 4>::filled_from<float>);
  counts_agree("8-16-4", network<8, 16, 4>::filled_from<double>);
  check_stack("Bishop, in scalars", stack_of([] { bishop_step(0.5); }), step.workspace_bytes<double>(), sizeof(weights));
  network<8, 16, 4>::check_stacks<float>("8-16-4, float");
  network<8, 16, 4>::check_stacks<double>("8-16-4, double");
  network<7, 33, 5>::check_stacks<double>("7-33-5, double");
  network<64, 200, 10>::check_stacks<double>("64-200-10, double");
  return wrong == 0 ? 0 : 1;
}
