# SPDX-License-Identifier: BSL-1.0
"""Checks how many instructions a program executes: python3 check.py some|all COMPILER FILE FLAGS...

The file, compiled and run, prints the counts of a generated program, as it is called and inlined into its caller, and of
code by hand that calls the same functions (count.hpp). It says how many times as many as the latter are allowed:
    // MOST: CALLED 1.05 INLINED 1.02
It is tried for one with AVX2 and FMA on x86-64 machines that can, else for the compiler's own target; "all": for both. Lines may hold for
some compilers only, as in tests/codegen/check.py.
"""
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # tests write to the build folder only
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "codegen"))
from check import for_compiler, mark  # noqa: E402


def targets(which):
    """All that this machine can run, or the best of them."""
    found = [[]]
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as text:
            features = set(re.search(r"^flags\s*:(.*)$", text.read(), re.MULTILINE)[1].split())
    except (OSError, TypeError):
        features = set()
    if {"avx2", "fma", "bmi1", "bmi2", "movbe", "f16c"} <= features:
        found.append(["-march=x86-64-v3"])
    return found if which == "all" else found[-1:]


def main(which, compiler, file, *flags):
    with open(file, encoding="utf-8") as text:
        source = for_compiler(text.read(), compiler)
    most = dict(re.findall(r"(CALLED|INLINED) ([0-9.]+)", " ".join(mark(source, "MOST"))))
    wrong = [] if len(most) == 2 else ["the file has no '// MOST: CALLED … INLINED …' line for this compiler"]
    for target in targets(which):
        with tempfile.TemporaryDirectory() as folder:
            program = os.path.join(folder, "program")
            subprocess.run([compiler, *flags, "-O2", *target, file, "-o", program], check=True)
            run = subprocess.run([program], stdout=subprocess.PIPE, text=True)
        counts = {name: int(count) for name, count in re.findall(r"^(CALLED|INLINED|BY HAND) (\d+)$", run.stdout, re.MULTILINE)}
        if run.returncode or len(counts) != 3:
            wrong.append(f"it printed {run.stdout!r}")
            continue
        for name, limit in most.items():
            ratio = counts[name] / counts["BY HAND"]
            print(f"{compiler} -O2 {' '.join(target)}: {name} {counts[name]}, by hand {counts['BY HAND']}: {ratio:.3f}")
            if ratio > float(limit):
                wrong.append(f"{name} executes {ratio:.3f} times as many instructions as code by hand; allowed: {limit}")
    for problem in wrong:
        print(f"WRONG: {problem}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
