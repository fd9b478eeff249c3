# SPDX-License-Identifier: BSL-1.0
"""Prints the figures that the documents of this folder cite: python3 docs/design/measure.py COMPILER FLAGS...

    names      bytes of an object file compiled with -g that declares the last expression of a ladder, in which every
               node is used three times, by the depth of the ladder
    steps      the smallest limit on constant evaluation (-fconstexpr-steps, -fconstexpr-ops-limit) with which
               value_and_gradient of a chain of scalar operations still compiles, found by bisection to 1 %, and that
               limit divided by the nodes which reverse accumulation has made at its end
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "cost"))
from cost import HEADER, chain  # noqa: E402

OPERATIONS = 500


def compile(compiler, flags, source, *more):
    """Compiles to an object file; returns its size in bytes, or None if it does not compile."""
    with tempfile.TemporaryDirectory() as folder:
        file, obj = os.path.join(folder, "code.cpp"), os.path.join(folder, "code.o")
        Path(file).write_text(source, encoding="utf-8")
        done = subprocess.run([compiler, *flags, *more, "-c", file, "-o", obj], stderr=subprocess.DEVNULL)
        return None if done.returncode else os.path.getsize(obj)


def ladder(depth):
    rungs = [f"constexpr auto n{k + 1} = sin(n{k}) * n{k} + n{k};" for k in range(depth)]
    last = f"n{depth}"
    return HEADER + '\n'.join(['constexpr auto n0 = tl::input<"x">;', *rungs]) + (
        f"\ntemplate <class E> double use(E) {{ return 1; }}\ndouble here() {{ return use({last}); }}\n")


def nodes(compiler, flags):
    source = chain(OPERATIONS) + f"""
#include <cstdio>
int main() {{
  std::printf("%zu %d", tl::node_count(n{OPERATIONS}), tl::diff::gradient_swept<n{OPERATIONS}.self, x.self>.size);
}}
"""
    with tempfile.TemporaryDirectory() as folder:
        file, program = os.path.join(folder, "code.cpp"), os.path.join(folder, "code")
        Path(file).write_text(source, encoding="utf-8")
        subprocess.run([compiler, *flags, file, "-o", program], check=True)
        return map(int, subprocess.run([program], stdout=subprocess.PIPE, check=True, text=True).stdout.split())


def main(compiler, *flags):
    for depth in (8, 10, 12, 14):
        print(f"{compiler}: ladder of depth {depth}, -g: {compile(compiler, flags, ladder(depth), '-g'):,} bytes", flush=True)

    option = "-fconstexpr-steps" if "clang" in Path(compiler).name else "-fconstexpr-ops-limit"
    written, made = nodes(compiler, flags)
    source = chain(OPERATIONS) + f"constexpr auto program = tl::value_and_gradient(n{OPERATIONS}, tl::wrt(x));\n" \
                                 "double slope(double at) { return program(x = at).gradient[x]; }\n"
    too_few, enough = 1000, 1 << 25
    while enough > 1.01 * too_few:
        middle = round((too_few * enough) ** 0.5)
        if compile(compiler, flags, source, f"{option}={middle}") is None:
            too_few = middle
        else:
            enough = middle
    print(f"{compiler}: {OPERATIONS} operations, {written} nodes; reverse accumulation makes {made}; "
          f"{option}={enough} is enough, {enough / made:.0f} a node")


if __name__ == "__main__":
    main(*sys.argv[1:])
