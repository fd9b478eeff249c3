# SPDX-License-Identifier: BSL-1.0
"""Measures what compiling costs, and that a compiler's own limits suffice:

    python3 cost.py [--full] [--update] COMPILER FLAGS...

Networks and ladders are compiled with their gradients, alone in a file, at -O1. A ladder of N steps has 3 N operations:
a[k+1] = sin(a[k])·a[k-1] + a[k]. The table says for each program: processor seconds (user and system), the compiler's
peak memory, the size of the object, what -g adds to seconds and size, and, where the compiler is Clang, how many templates
-ftime-trace saw instantiated beyond those of the headers. These counts do not depend on the machine: they are held to
counts.json, by the compiler's version; --update writes what was counted there, to be reviewed.
Then chains of scalar operations, each of which needs the one before it:
    front end     N operations written and nothing made of them, N = 1,000 and 3,000 (--full)
    gradient      value_and_gradient of 2,000 operations, compiled, run, and compared with a plain loop
    derivative    the derivative of 1,000 operations raised to an expression, compiled, run and compared (--full)
Their seconds are "beyond the headers": less those of a file that only includes the library.
--full has every ladder, the front end, -g up to 1,000 steps, and more runs (medians of three). The bars are meant for an
unloaded machine and printed with the results. Seconds fail no test; memory and counts, which do not depend on load, do.
"""
import json
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading

FRONT_END_BAR = 2.5  # seconds: the front end of 3,000 operations
GROWTH_BAR = 4.0  # its growth from 1,000 operations; 3 would be exactly linear, 9 quadratic
BISHOP_BAR = 1.5, 200  # seconds and MB, headers included
LADDER_BAR = 15  # seconds: 1,000 steps
EXPONENT_BAR = 1.2  # of seconds as a power of the number of steps, beyond the headers, from 300 to 3,000 steps
DEBUG_BAR = 1.5  # -g by seconds
MORE_MEMORY = 1.25  # than the bar is too much
MORE_INSTANTIATIONS = 1.02  # than the reviewed number are too many
MOST_SECONDS = 900  # one compilation is stopped after this time
COUNTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "counts.json")
# What a graph of more than 7,000 nodes needs, as tapeless::tapeless sets it; no smaller ladder gets it.
LIMITS = {"gcc": ("-fconstexpr-ops-limit=2000000000", "-fconstexpr-loop-limit=20000000"),
          "clang": ("-fconstexpr-steps=200000000",)}

HEADER = "#include <tapeless/tapeless.hpp>\nnamespace tl = tapeless;\nusing namespace tl::literals;\n"
NETWORK = """
using parameters = decltype(tl::zeros<{T}>(tl::parameters(E)));
{T} step(const parameters& theta, {arguments}, parameters& gradient) {{
  const auto result = tl::value_and_gradient(E)(theta, {bindings});
  gradient = result.gradient;
  return result.value;
}}
"""
BISHOP = """
constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto t = tl::input<"t", tl::vec<2>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<3, 2>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<3>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<2, 3>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<2>>;
constexpr auto E = 0.5_c * sum(square(W2 * tanh(W1 * x + b1) + b2 - t));
"""
DIGITS = """
constexpr auto x = tl::input<"x", tl::vec<64>>;
constexpr auto t = tl::input<"target", tl::vec<10>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<32, 64>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<32>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<10, 32>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<10>>;
constexpr auto E = cross_entropy(W2 * tanh(W1 * x + b1) + b2, t);
"""
GRU = """
using of_inputs = tl::mat<16, 8>;
using of_state = tl::mat<16, 16>;
constexpr auto x = tl::input<"x", tl::vec<8>>;
constexpr auto h = tl::input<"h", tl::vec<16>>;
constexpr auto t = tl::input<"t", tl::vec<16>>;
template <tl::meta::fixed_string Name> constexpr auto W = tl::parameter<Name, of_inputs>;
template <tl::meta::fixed_string Name> constexpr auto U = tl::parameter<Name, of_state>;
template <tl::meta::fixed_string Name> constexpr auto b = tl::parameter<Name, tl::vec<16>>;
constexpr auto r = sigmoid(W<"Wr"> * x + U<"Ur"> * h + b<"br">);
constexpr auto z = sigmoid(W<"Wz"> * x + U<"Uz"> * h + b<"bz">);
constexpr auto n = tanh(W<"Wn"> * x + b<"bn"> + hadamard(r, U<"Un"> * h + b<"cn">));
constexpr auto E = 0.5_c * sum(square(n + hadamard(z, h - n) - t));
"""
# What a file costs that calls Bishop's gradient and leaves the program to another: docs/how-to/compile-once.md
CALLER = """
#include <tapeless/codegen/pack.hpp>
#include <tapeless/expr/leaf.hpp>
namespace tl = tapeless;
constexpr auto W1 = tl::parameter<"W1", tl::mat<3, 2>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<3>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<2, 3>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<2>>;
using parameters = tl::pack<double, decltype(W1), decltype(b1), decltype(W2), decltype(b2)>;
using sample = tl::tensor<double, tl::vec<2>>;
double step(const parameters& theta, const sample& x, const sample& t, parameters& gradient);
double train(parameters& theta, const sample& x, const sample& t) {
  parameters gradient{};
  const double error = step(theta, x, t, gradient);
  theta[W1](0, 0) -= 0.1 * gradient[W1](0, 0);
  return error;
}
"""
# The recurrence of the chains, as expressions and as the loop that it is compared with. It stays near 0.7 and forgets
# nothing abruptly.
STEPS = ("sin({p})", "{p} * x", "{p} + {pp}", "cos({p})")
REFERENCE = """
#include <cmath>
#include <cstdio>
struct dual { double value, slope; };
dual reference(int n, double at) {
  const dual x{at, 1.0};
  dual before = x, now = x;
  for (int k = 0; k != n; ++k) {
    dual next;
    switch (k % 4) {
      case 0: next = {std::sin(now.value), std::cos(now.value) * now.slope}; break;
      case 1: next = {now.value * x.value, now.slope * x.value + now.value * x.slope}; break;
      case 2: next = {now.value + before.value, now.slope + before.slope}; break;
      default: next = {std::cos(now.value), -std::sin(now.value) * now.slope};
    }
    before = now;
    now = next;
  }
  return now;
}
bool near(double a, double b) { return std::abs(a - b) <= 1e-12 * std::abs(b); }
"""


def chain(n):
    lines = ['constexpr auto x = tl::input<"x">;']
    names = ["x", "x"]
    for k in range(n):
        lines.append(f"constexpr auto n{k + 1} = {STEPS[k % 4].format(p=names[-1], pp=names[-2])};")
        names.append(f"n{k + 1}")
    return HEADER + "\n".join(lines) + "\n"


def gradient(n):
    return chain(n) + REFERENCE + f"""
int main(int count, char**) {{
  const double at = 0.7 * count;
  const auto got = tl::value_and_gradient(n{n}, tl::wrt(x))(x = at);
  const dual wanted = reference({n}, at);
  std::printf("value %.17g (%.17g), slope %.17g (%.17g)\\n", got.value, wanted.value, got.gradient[x], wanted.slope);
  return near(got.value, wanted.value) && near(got.gradient[x], wanted.slope) ? 0 : 1;
}}
"""


def derivative(n):
    return chain(n) + f"constexpr auto slope = tl::derivative(n{n}, x);\n" + REFERENCE + f"""
int main(int count, char**) {{
  const double at = 0.7 * count;
  const double got = tl::function(slope)(x = at), wanted = reference({n}, at).slope;
  std::printf("slope %.17g (%.17g)\\n", got, wanted);
  return near(got, wanted) ? 0 : 1;
}}
"""


def network(text, scalar, **inputs):
    arguments = ", ".join(f"const tl::tensor<{scalar}, tl::vec<{n}>>& {name}s" for name, n in inputs.items())
    bindings = ", ".join(f"{name} = {name}s" for name in inputs)
    return HEADER + text + NETWORK.format(T=scalar, arguments=arguments, bindings=bindings)


def ladder(n):
    lines = ['constexpr auto a0 = tl::input<"x">;', 'constexpr auto a1 = tl::input<"y">;']
    lines += [f"constexpr auto a{k + 1} = sin(a{k}) * a{k - 1} + a{k};" for k in range(1, n + 1)]
    return HEADER + "\n".join(lines) + f"""
double step(double x, double y, double& by_x, double& by_y) {{
  const auto result = tl::value_and_gradient(a{n + 1}, tl::wrt(a0, a1))(a0 = x, a1 = y);
  by_x = result.gradient[a0];
  by_y = result.gradient[a1];
  return result.value;
}}
"""


def bundle_adjustment():
    """A Jacobian whose rows are computed two by two"""
    with open(os.path.join(os.path.dirname(COUNTS), "..", "instructions", "bundle.hpp"), encoding="utf-8") as file:
        return file.read().replace("#pragma once", "") + """
namespace reprojection {
auto step(const tl::tensor<double, tl::vec<15>>& camera, const tl::tensor<double, tl::vec<2>>& seen) {
  return tl::function(e, tl::jacobian(e, in))(in = camera, feature = seen);
}
}
"""


NETWORKS = {"Bishop, 2-3-2": network(BISHOP, "double", x=2, t=2),
            "Bishop, declared": CALLER,
            "digits, 64-32-10": network(DIGITS, "float", x=64, t=10),
            "GRU, 8-16": network(GRU, "double", x=8, h=16, t=16),
            "bundle, 2x15": bundle_adjustment()}


class Compiler:
    """A compiler with its flags, what it costs to use, and what was found wrong."""

    def __init__(self, name, flags, full):
        self.name, self.flags, self.full, self.failed = name, flags, full, []
        is_clang = "clang" in subprocess.run([name, "--version"], stdout=subprocess.PIPE, text=True).stdout
        self.family = "clang" if is_clang else "gcc"
        number = subprocess.run([name, "-dumpversion"], stdout=subprocess.PIPE, text=True).stdout
        self.version = f"{self.family} {number.split('.')[0].strip()}"

    def cost(self, source, *more):
        """Compiles; returns processor seconds and the peak memory in MB, or fails with the first lines of the errors."""
        with tempfile.NamedTemporaryFile("w", suffix=".cpp") as file, tempfile.TemporaryFile("w+") as errors:
            file.write(source)
            file.flush()
            child = subprocess.Popen([self.name, *self.flags, *more, file.name], stderr=errors)
            stop = threading.Timer(MOST_SECONDS, child.kill)
            stop.start()
            _, status, usage = os.wait4(child.pid, 0)
            stop.cancel()
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode < 0:
                raise RuntimeError(f"the compiler was stopped by signal {-child.returncode}, after {MOST_SECONDS} s if that is 9")
            if child.returncode != 0:
                errors.seek(0)
                first = (line[:300] for line in errors.read().splitlines() if "error" in line or "limit" in line)
                raise RuntimeError("it does not compile: " + "\n    ".join(list(first)[:4]))
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

    def median(self, runs, source, *more):
        return tuple(map(statistics.median, zip(*(self.cost(source, *more) for _ in range(runs if self.full else 1)))))

    def instantiations(self, source):
        with tempfile.TemporaryDirectory() as folder:
            self.cost(source, "-c", "-O0", "-o", os.path.join(folder, "code.o"), "-ftime-trace", "-ftime-trace-granularity=0")
            with open(os.path.join(folder, "code.json"), encoding="utf-8") as trace:
                return len(re.findall(r'"name":\s*"Instantiate(?:Class|Function)"', trace.read()))

    def report(self, what, value, bar):
        print(f"{what} (bar {bar:g}{'' if value <= bar else ', MISSED'})", flush=True)


def tabulate(compiler, ladders, counts, update):
    """Prints a line for each network and ladder, checks the bars, and returns the numbers of instantiations."""
    header = compiler.instantiations(HEADER) if compiler.family == "clang" else 0
    base, memory = compiler.median(3, HEADER, "-c", "-o", os.devnull)
    print(f"{'':18}{'s':>8}{'MB':>6}{'KB':>7}{'-g: s':>8}{'KB':>7}  instantiations\n{'headers':18}{base:8.2f}{memory:6.0f}{'':22}"
          + (f"{header:8}" if header else ""), flush=True)
    counted, seconds = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        obj = os.path.join(folder, "code.o")
        programs = {**NETWORKS, **{f"ladder of {n}": ladder(n) for n in ladders}}
        if not compiler.full:
            programs = {name: text for name, text in programs.items() if name.startswith(("Bishop", "ladder"))}
        for name, source in programs.items():
            steps = int(name.split()[-1]) if name.startswith("ladder") else 0
            more = LIMITS[compiler.family] if steps > 1000 else ()
            try:
                taken, memory = compiler.median(1 if steps > 100 else 3, source, "-c", "-O1", "-o", obj, *more)
                size, line = os.path.getsize(obj) / 1000, ""
                if compiler.full and steps <= 1000:
                    with_debug, _ = compiler.median(1 if steps > 100 else 3, source, "-c", "-O1", "-g", "-o", obj, *more)
                    line = f"{with_debug:8.2f}{os.path.getsize(obj) / 1000:7.0f}"
                if header and steps <= 1000 and source != CALLER:
                    counted[name] = compiler.instantiations(source) - header
                print(f"{name:18}{taken:8.2f}{memory:6.0f}{size:7.0f}{line:15}" + (f"{counted[name]:8}" if name in counted else ""), flush=True)
            except RuntimeError as problem:
                print(f"{name:18} {problem}", flush=True)
                compiler.failed.append(name)
                continue
            seconds[steps] = taken
            if compiler.full and steps <= 1000:
                compiler.report(f"  {name}, -g takes {with_debug / taken:.2f} times as long", with_debug / taken, DEBUG_BAR)
            if name == "Bishop, 2-3-2":
                compiler.report(f"  {name}, seconds", taken, BISHOP_BAR[0])
                compiler.report(f"  {name}, MB", memory, BISHOP_BAR[1])
                if memory > MORE_MEMORY * BISHOP_BAR[1]:
                    compiler.failed.append(f"{name} takes {memory:.0f} MB")
            if steps == 1000:
                compiler.report(f"  {name}, seconds", taken, LADDER_BAR)
            if name in counted and name in counts and not update and counted[name] > MORE_INSTANTIATIONS * counts[name]:
                compiler.failed.append(f"{name}: {counted[name]} instantiations, reviewed were {counts[name]}; after a review: --update")
    for low, high in zip(ladders, ladders[1:]):
        if compiler.full and low in seconds and high in seconds:
            exponent = math.log((seconds[high] - base) / (seconds[low] - base)) / math.log(high / low)
            print(f"from {low} to {high} steps: exponent {exponent:.2f}")
    if 300 in seconds and 3000 in seconds:
        exponent = math.log10((seconds[3000] - base) / (seconds[300] - base))
        compiler.report(f"from 300 to 3000 steps: exponent {exponent:.2f}", exponent, EXPONENT_BAR)
    return base, counted


def front_end(compiler):
    # the least of runs in turn: a machine that is slow for a while is slow for all three
    runs = [[compiler.cost(source, "-c", "-o", os.devnull)[0] for source in (HEADER, chain(1000), chain(3000))] for _ in range(3)]
    headers, small, large = map(min, zip(*runs))
    small, large = small - headers, large - headers
    print(f"front end, 1000 operations: {small:.2f} s beyond the headers")
    compiler.report(f"front end, 3000 operations: {large:.2f} s beyond the headers", large, FRONT_END_BAR)
    compiler.report(f"front end, growth from 1000 to 3000: {large / small:.2f}", large / small, GROWTH_BAR)


def chains(compiler, base):
    if compiler.full:
        front_end(compiler)
    programs = [("gradient of 2000 operations", gradient(2000), "-O1")]
    if compiler.full:
        programs += [("gradient of 2000 operations", gradient(2000), "-O0"),
                     ("derivative of 1000 operations, raised", derivative(1000), "-O0"),
                     ("derivative of 1000 operations, raised", derivative(1000), "-O1")]
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "program")
        for name, source, level in programs:
            try:
                seconds, memory = compiler.cost(source, level, "-o", program)
                print(f"{name}, {level}: {seconds - base:.2f} s beyond the headers, {memory:.0f} MB", flush=True)
                if subprocess.run([program]).returncode != 0:
                    compiler.failed.append(f"{name}, {level}: wrong value")
            except RuntimeError as problem:
                compiler.failed.append(f"{name}, {level}: {problem}")


def main(*arguments):
    full, update = "--full" in arguments, "--update" in arguments
    name, *flags = (a for a in arguments if a not in ("--full", "--update"))
    compiler = Compiler(name, flags, full)
    with open(COUNTS, encoding="utf-8") as file:
        reviewed = json.load(file)
    print(name)
    base, counted = tabulate(compiler, (10, 30, 100, 300, 1000, 3000) if full else (30, 100), reviewed.get(compiler.version, {}), update)
    chains(compiler, base)
    if update and counted:
        reviewed[compiler.version] = {**reviewed.get(compiler.version, {}), **counted}
        with open(COUNTS, "w", encoding="utf-8") as file:
            file.write(json.dumps(reviewed, indent=2) + "\n")
    print(*(f"FAILED: {text}" for text in compiler.failed), sep="\n")
    return 1 if compiler.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
