# SPDX-License-Identifier: BSL-1.0
"""python3 targets.py COMPILER FLAGS...: units of one program may be compiled for different targets, also without optimisation, when
every step of a program is a function that the linker could take from either of them. Compiles one.cpp for the oldest x86-64 and
for one with AVX2 and FMA, and looks at the functions that both units have under one name: none of them may compute with
floating-point numbers. (The functions of this library that do have their target in the name.)"""
import os
import re
import subprocess
import sys
import tempfile

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "one.cpp")
COMPUTES = re.compile(r"\tv?(?:add|sub|mul|div|sqrt|min|max|fn?m(?:add|sub)\d+)[sp][sd]\b")


def functions(compiler, flags, folder):
    """The functions that a linker merges, by name, and their instructions."""
    obj = os.path.join(folder, "one.o")
    subprocess.run([compiler, *flags, "-O0", "-c", SOURCE, "-o", obj], check=True)
    symbols = subprocess.run(["nm", obj], stdout=subprocess.PIPE, check=True, text=True).stdout
    code = subprocess.run(["objdump", "-d", "--no-show-raw-insn", obj], stdout=subprocess.PIPE, check=True, text=True).stdout
    merged = set(re.findall(r" W (\S+)$", symbols, re.MULTILINE))
    return {name: body for name, body in re.findall(r"^[0-9a-f]+ <(\S+)>:\n((?: .*\n)*)", code, re.MULTILINE) if name in merged}


def main(compiler, *flags):
    with tempfile.TemporaryDirectory() as folder:
        old = functions(compiler, [*flags, "-march=x86-64"], folder)
        new = functions(compiler, [*flags, "-march=x86-64-v3"], folder)
    computing = {name for name, body in old.items() if COMPUTES.search(body)}
    shared = sorted(computing & new.keys())
    print(f"{compiler}: {len(old)} and {len(new)} functions, {len(old.keys() & new.keys())} of them shared; {len(computing)} compute")
    for name in shared:
        print("WRONG: shared, and computes:", subprocess.run(["c++filt", name], stdout=subprocess.PIPE, text=True).stdout.strip())
    return 1 if shared or not computing else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
