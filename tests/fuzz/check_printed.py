# SPDX-License-Identifier: BSL-1.0
"""Compiles what show::cpp prints of the random programs, as C99 and as C++, and compares: python3 check_printed.py FUZZ C C++

FUZZ is the test program; with TAPELESS_PRINTED set it writes each text, with arguments and results, to that file. Programs of
scalars alone call the C library's functions, as the texts do, and must agree to the last bit. The others use the library's and
sum in another order: they may differ by 1e-12 of the largest element of the same result, or of 1.
"""
import os
import re
import subprocess
import sys
import tempfile

CLOSE = 1e-12


def main(fuzz, c, cpp):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "printed.txt")
        subprocess.run([fuzz], env={**os.environ, "TAPELESS_PRINTED": path}, stdout=subprocess.DEVNULL, check=True)
        with open(path, encoding="utf-8") as file:
            programs = file.read().split("===\n")[:-1]
        texts, calls, wanted = [], [], []
        for program in programs:
            text, values = program.split("---\n")
            values = {name: numbers for name, *numbers in map(str.split, values.splitlines())}
            name, parameters = re.search(r"^double (\w+)\((.*?)\) \{$", text, re.MULTILINE | re.DOTALL).groups()
            arguments, results = [], ["return"]
            for kind, parameter in re.findall(r"(const double\*|double\*|double) (\w+)", parameters):
                if kind == "double":
                    arguments.append(values[parameter][0])
                elif kind == "const double*":
                    arguments.append("(const double[]){" + ", ".join(values[parameter]) + "}" )
                else:
                    arguments.append(parameter)
                    results.append(parameter)
            declared = "".join(f"    double {r}[{len(values[r])}];\n" for r in results[1:])
            printed = "".join(f"    for (int i = 0; i < {len(values[r])}; ++i) printf(\"%a\\n\", {r}[i]);\n" for r in results[1:])
            texts.append(text)
            calls.append("  {\n" + declared + f"    printf(\"%a\\n\", {name}({', '.join(arguments)}));\n" + printed + "  }\n")
            is_exact = "*" not in parameters.replace("double* grad_", "")
            wanted.append((name, is_exact, [[float.fromhex(n) for n in values[r]] for r in results]))
        code = "\n".join(texts) + "\n#include <stdio.h>\nint main(void) {\n" + "".join(calls) + "  return 0;\n}\n"
        wrong = 0
        for compiler, ending, flags in ((c, "c", ["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]), (cpp, "cpp", ["-std=c++20", "-ffp-contract=off"])):
            source, program = os.path.join(folder, "printed." + ending), os.path.join(folder, "printed_" + ending)
            with open(source, "w", encoding="utf-8") as file:  # C++ has no compound literals; these compilers take them as an extension
                file.write(code)
            subprocess.run([compiler, *flags, source, "-o", program, "-lm"], check=True)
            got = [float.fromhex(line) for line in subprocess.run([program], stdout=subprocess.PIPE, check=True, text=True).stdout.split()]
            if len(got) != sum(len(numbers) for _, _, results in wanted for numbers in results):
                print(f"the programs as {ending} print {len(got)} numbers")
                return 1
            for name, is_exact, results in wanted:
                for r, expected in enumerate(results):
                    mine, got = got[:len(expected)], got[len(expected):]
                    allowed = CLOSE * max(1, *map(abs, expected))
                    for k, (x, y) in enumerate(zip(mine, expected)):
                        if x.hex() != y.hex() if is_exact else not abs(x - y) <= allowed:
                            print(f"{name} as {ending}: element {k} of result {r} is {x}, the program gives {y}")
                            wrong += 1
            print(f"{len(wanted)} programs as {ending}: {wrong} wrong")
    return 1 if wrong or not programs else 0


sys.exit(main(*sys.argv[1:]))
