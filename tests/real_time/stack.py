# SPDX-License-Identifier: BSL-1.0
"""python3 stack.py some|all COMPILER FLAGS...: the stack of calls as the compiler reports it, by -fstack-usage, against the bound that
stack.cpp states. Counted is all that the file has, as if each function called the next; nothing may be of unknown size."""
import os
import re
import subprocess
import sys
import tempfile

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "stack.cpp")
ACCUMULATE = "-DACCUMULATE",
NETWORKS = (("8,16,4", "float", ACCUMULATE), ("64,200,10", "double", ()), ("8,16,4", "float", ()), ("64,200,10", "double", ACCUMULATE))
SOME = 2  # of them


def stack(folder, compiler, flags):
    """What the calls take, and what they may."""
    obj = os.path.join(folder, "stack.o")
    subprocess.run([compiler, *flags, "-O2", "-fstack-usage", "-c", SOURCE, "-o", obj], check=True)
    with open(os.path.join(folder, "stack.su"), encoding="utf-8") as report:
        functions = re.findall(r"\t(\d+)\t(\S+)$", report.read(), re.MULTILINE)
    if not functions or any(kind != "static" for _, kind in functions):
        sys.exit(f"not every function has a known stack: {functions}")
    symbols = subprocess.run(["nm", "-S", obj], stdout=subprocess.PIPE, check=True, text=True).stdout
    return sum(int(size) for size, _ in functions), int(re.search(r"^\S+ (\S+) B most$", symbols, re.MULTILINE)[1], 16)


def main(which, compiler, *flags):
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for sizes, number, how in NETWORKS[:SOME if which == "some" else None]:
            taken, most = stack(folder, compiler, [*flags, f"-DSIZES={sizes}", f"-DNUMBER={number}", *how])
            wrong += taken > most
            print(f"{sizes} {number}{' accumulate' if how else ''}: {taken} bytes; allowed: {most}{' WRONG' if taken > most else ''}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
