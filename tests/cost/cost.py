# SPDX-License-Identifier: BSL-1.0
"""Measures what compiling costs, and that a compiler's own limits suffice: python3 cost.py COMPILER FLAGS...

The programs are chains of scalar operations, each of which needs the one before it:
    front end     N operations written and nothing made of them, N = 1,000 and 3,000
    gradient      value_and_gradient of 2,000 operations, compiled, run, and compared with a plain loop
    derivative    the derivative of 1,000 operations raised to an expression, compiled, run and compared
Seconds are processor seconds (user and system), the median of three for the front end, and "beyond the headers": less
those of a file that only includes the library. The bars are meant for an unloaded machine and are printed with
the results. The test fails only at SLACK times a bar, so that a slow or busy machine is not an error.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import threading

SECONDS_BAR = 2.5  # the front end of 3,000 operations
GROWTH_BAR = 4.0  # its growth from 1,000 operations; 3 would be exactly linear, 9 quadratic
SLACK = 4  # seconds are reported against the bar; only what no load explains fails
GROWTH_SLACK = 2
MOST_SECONDS = 300  # one compilation is stopped after this time

HEADER = "#include <tapeless/tapeless.hpp>\nnamespace tl = tapeless;\n"
# The recurrence, as expressions and as the loop that it is compared with. It stays near 0.7 and forgets nothing abruptly.
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


def cost(compiler, flags, source, *more):
    """Compiles; returns processor seconds and the peak memory in MB, or fails with the first lines of the errors."""
    with tempfile.NamedTemporaryFile("w", suffix=".cpp") as file, tempfile.TemporaryFile("w+") as errors:
        file.write(source)
        file.flush()
        child = subprocess.Popen([compiler, *flags, *more, file.name], stderr=errors)
        stop = threading.Timer(MOST_SECONDS, child.kill)
        stop.start()
        _, status, usage = os.wait4(child.pid, 0)
        stop.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode < 0:
            sys.exit(f"FAILED: the compiler was stopped by signal {-child.returncode}, after {MOST_SECONDS} s if that is 9")
        if child.returncode != 0:
            errors.seek(0)
            sys.exit("it does not compile:\n" + "".join(line[:300] + "\n" for line in errors.read().splitlines()[:20]))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(compiler, *flags):
    failed = []

    def check(text, value, bar, slack):
        verdict = "" if value <= bar else " OVER THE BAR" if value <= bar * slack else " FAILED"
        print(f"{text} (bar {bar}, fails above {bar * slack}){verdict}", flush=True)
        if value > bar * slack:
            failed.append(text)

    def median(source):
        runs = [cost(compiler, flags, source, "-c", "-o", os.devnull) for _ in range(3)]
        return tuple(map(statistics.median, zip(*runs)))

    base, memory = median(HEADER)
    print(f"{compiler}\nheaders: {base:.2f} s, {memory:.0f} MB", flush=True)

    small, memory = median(chain(1000))
    small -= base
    print(f"front end, 1000 operations: {small:.2f} s beyond the headers, {memory:.0f} MB", flush=True)
    large, memory = median(chain(3000))
    large -= base
    check(f"front end, 3000 operations: {large:.2f} s beyond the headers, {memory:.0f} MB", large, SECONDS_BAR, SLACK)
    check(f"front end, growth from 1000 to 3000: {large / small:.2f}", large / small, GROWTH_BAR, GROWTH_SLACK)

    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "program")
        for name, source in (("gradient of 2000 operations", gradient(2000)),
                             ("derivative of 1000 operations, raised", derivative(1000))):
            for level in ("-O0", "-O1"):
                seconds, memory = cost(compiler, flags, source, level, "-o", program)
                print(f"{name}, {level}: {seconds - base:.2f} s beyond the headers, {memory:.0f} MB", flush=True)
                if subprocess.run([program]).returncode != 0:
                    failed.append(f"{name}, {level}: wrong value")

    print(*(f"FAILED: {text}" for text in failed), sep="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
