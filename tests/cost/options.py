# SPDX-License-Identifier: BSL-1.0
"""Measures what a user's choices do to the compilation of one file: python3 options.py COMPILER FLAGS...

The file has the gradient of the network of the digits (64-32-10, float) and nothing else, as in cost.py. Printed are, for
each choice, processor seconds (user and system, the least of three runs, in turn) and the compiler's peak memory.
"""
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # tests write to the build folder only
from cost import DIGITS, HEADER, Compiler, network  # noqa: E402

RUNS = 3
ACCUMULATE = HEADER + DIGITS + """
using parameters = decltype(tl::zeros<float>(tl::parameters(E)));
using pixels = tl::tensor<float, tl::vec<64>>;
using classes = tl::tensor<float, tl::vec<10>>;
float step(const parameters& theta, const pixels& xs, const classes& ts, parameters& gradient) {
  return tl::value_and_gradient(E).accumulate(gradient, theta, x = xs, t = ts);
}
"""


def main(name, *flags):
    compiler = Compiler(name, flags, full=True)
    called = network(DIGITS, "float", x=64, t=10)
    with tempfile.TemporaryDirectory() as folder:
        header = os.path.join(folder, "all.hpp")
        with open(header, "w", encoding="utf-8") as file:
            file.write("#include <tapeless/tapeless.hpp>\n")
        suffix, use = (".pch", "-include-pch") if compiler.family == "clang" else (".gch", "-include")
        subprocess.run([name, *flags, "-O1", "-x", "c++-header", header, "-o", header + suffix], check=True)
        precompiled = (use, header + suffix if compiler.family == "clang" else header)

        def without_printers(source):
            return source.replace("tapeless/tapeless.hpp", "tapeless/core.hpp")

        rows = [("the headers alone", HEADER, ("-O1",)), ("core.hpp alone", without_printers(HEADER), ("-O1",)),
                ("the headers alone, precompiled", HEADER, ("-O1", *precompiled)),
                ("-O1", called, ("-O1",)), ("-O1, core.hpp", without_printers(called), ("-O1",)),
                ("-O1, headers precompiled", called, ("-O1", *precompiled)),
                ("-O0", called, ("-O0",)), ("-O2", called, ("-O2",)), ("-O2 -march=native", called, ("-O2", "-march=native")),
                ("-O1 -g1", called, ("-O1", "-g1")), ("-O1 -g", called, ("-O1", "-g")),
                ("-O1 -g -fsanitize=address", called, ("-O1", "-g", "-fsanitize=address")),
                ("-O0 -g -fsanitize=address", called, ("-O0", "-g", "-fsanitize=address")),
                ("-O1, accumulate instead of a call", ACCUMULATE, ("-O1",))]

        runs = [[compiler.cost(source, "-c", "-o", os.devnull, *more) for _, source, more in rows] for _ in range(RUNS)]
        print(f"{compiler.version:38}{'s':>6}{'MB':>7}")
        for (what, *_), costs in zip(rows, zip(*runs)):
            seconds, memory = map(min, zip(*costs))
            print(f"{what:38}{seconds:6.2f}{memory:7.0f}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
