# SPDX-License-Identifier: BSL-1.0
"""python3 targets.py COMPILER FLAGS...: units of one program may be compiled for different targets, also without optimisation, when
every step of a program is a function that the linker could take from either of them. Compiles targets.cpp for the oldest x86-64
and for one with AVX2 and FMA, and looks at the functions of this library that both units have under one name: in neither unit may
they touch floating-point numbers. What computes has its target in the name, or is only called in constant expressions."""
import os
import re
import subprocess
import sys
import tempfile

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "targets.cpp")
TOUCHES = re.compile(r"%[xyz]mm")
CONSTANT = re.compile(r"::(?:constant_sqrt|exact_fma|fma_in_integers)\b|::extended::")


def output(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout


def functions(compiler, flags, folder):
    """The functions that a linker merges: their names as they are written, and their instructions."""
    obj = os.path.join(folder, "targets.o")
    subprocess.run([compiler, *flags, "-O0", "-c", SOURCE, "-o", obj], check=True)
    merged = set(re.findall(r" W (\S+)$", output("nm", obj), re.MULTILINE))
    code = output("objdump", "-d", "--no-show-raw-insn", obj)
    return {name: body for name, body in re.findall(r"^[0-9a-f]+ <(\S+)>:\n((?: .*\n)*)", code, re.MULTILINE) if name in merged}


def main(compiler, *flags):
    with tempfile.TemporaryDirectory() as folder:
        old = functions(compiler, [*flags, "-march=x86-64"], folder)
        new = functions(compiler, [*flags, "-march=x86-64-v3"], folder)
    touching = {name for unit in (old, new) for name, body in unit.items() if TOUCHES.search(body)}
    shared = sorted(touching & old.keys() & new.keys())
    written = output("c++filt", *shared).splitlines() if shared else []
    wrong = [name for name in written if re.match(r"[^(]*\btapeless::", name) and not CONSTANT.search(name)]
    print(f"{compiler}: {len(old)} and {len(new)} functions, {len(old.keys() & new.keys())} of them shared; {len(touching)} touch numbers, {len(wrong)} of these are shared")
    for name in wrong:
        print("WRONG:", name)
    return 1 if wrong or len(touching) < 100 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
