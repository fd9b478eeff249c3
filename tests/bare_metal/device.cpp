// SPDX-License-Identifier: BSL-1.0
// A Cortex-M without an operating system: from the reset on, everything that runs is here, in the networks, and in the
// compiler's own support functions. Prints, over semihosting, one line for each network, all numbers hexadecimal:
//   NAME digest N proved N first N instructions N stack N
// instructions: of one step, a mean, counted by the system timer of an emulator that executes one each nanosecond; stack:
// bytes that a step and what it calls use, found by painting the stack.
#include <cstddef>
#include <cstdint>

#include "training.hpp"

extern "C" {
extern std::uint32_t stack_bottom[], stack_top[];  // device.ld
[[noreturn]] void reset();
[[noreturn]] void fault();
}

namespace {

struct vectors {
  std::uint32_t* stack;
  void (*handlers[15])();
};
[[gnu::section(".vectors"), gnu::used]] const vectors table{
    stack_top, {reset, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault}};

volatile std::uint32_t& register_at(std::uintptr_t address) { return *reinterpret_cast<volatile std::uint32_t*>(address); }

// --- semihosting (Arm, "Semihosting for AArch32 and AArch64") ---------------------------------------------------------

int call_host(int operation, const void* argument) {
  register int r0 asm("r0") = operation;
  register const void* r1 asm("r1") = argument;
  asm volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
  return r0;
}
[[noreturn]] void leave(bool well) {
  call_host(0x18, reinterpret_cast<const void*>(well ? 0x20026 : 0x20023));  // SYS_EXIT: application exit, or run-time error
  for (;;) {}
}
void print(const char* text) { call_host(0x04, text); }  // SYS_WRITE0

void print(const char* name, std::uint32_t number) {
  char digits[9] = {};
  for (int i = 0; i < 8; ++i) digits[i] = "0123456789abcdef"[number >> (28 - 4 * i) & 15];
  print(name);
  print(digits);
}

// --- what is measured ------------------------------------------------------------------------------------------------

// The system timer counts down in 24 bits, at the board's 25 MHz: one tick is 40 ns, so 40 instructions.
constexpr std::uint32_t instructions_each_tick = 40, timer_mask = 0xffffff;
void start_timer() {
  register_at(0xe000e014) = timer_mask;
  register_at(0xe000e018) = 0;
  register_at(0xe000e010) = 5;  // the processor's clock, no interrupt
}
std::uint32_t ticks() { return register_at(0xe000e018); }

constexpr std::uint32_t paint = 0xa5a5a5a5;
template <class F>
[[gnu::noinline]] std::uint32_t stack_of(F f) {
  std::uint32_t* here;  // everything below it is free
  asm volatile("mov %0, sp" : "=r"(here));
  for (std::uint32_t* word = stack_bottom; word < here; ++word) *const_cast<volatile std::uint32_t*>(word) = paint;
  f();
  const std::uint32_t* lowest = stack_bottom;
  while (lowest < here && *lowest == paint) ++lowest;
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(here) - reinterpret_cast<std::uintptr_t>(lowest));
}

template <class Network, class Step>
void report(const char* name, Step one_step) {
  networks::training<Network> all, first;
  first(one_step, networks::proved_steps);
  all(one_step, networks::steps);

  const std::uint32_t stack = stack_of([&] { one_step(first.theta, first.at[0], first.wanted[0]); });
  const std::uint32_t begin = ticks();
  for (int i = 0; i < networks::steps; ++i) one_step(first.theta, first.at[0], first.wanted[0]);
  const std::uint32_t passed = (begin - ticks()) & timer_mask;

  print(name);
  print(" digest ", all.digest);
  print(" proved ", networks::proved<Network>);
  print(" first ", first.digest);
  print(" instructions ", passed * instructions_each_tick / networks::steps);
  print(" stack ", stack);
  print("\n");
}

}  // namespace

// --- from the reset on -----------------------------------------------------------------------------------------------

namespace {
[[noreturn, gnu::noinline]] void run() {
  start_timer();
  report<networks::bishop>("bishop", networks::step_of_bishop);
  report<networks::classifier>("classifier", networks::step_of_classifier);
  leave(true);
}
}  // namespace

void reset() {
#if defined(__ARM_FP)
  register_at(0xe000ed88) = 0xf << 20;  // CPACR: the floating-point unit
  asm volatile("dsb\n isb");
#endif
  run();
}
void fault() {
  print("fault\n");
  leave(false);
}
