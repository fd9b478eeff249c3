# SPDX-License-Identifier: BSL-1.0
"""The same bits from every compiler, optimisation and register width: python3 compare.py DIGEST.cpp fma|all FLAGS... -- COMPILER...

Builds the file with the compilers, for the targets below that this machine is, with -ffp-contract=off, and compares what the
programs print. Targets with FMA agree among themselves; so do those without. With `fma` only those with FMA are tried: all of
them with the first compiler, one with the others.
"""
import os
import re
import subprocess
import sys
import tempfile

TARGETS = (("with FMA", ("-O2", "-mavx2", "-mfma"), {"avx2", "fma"}),
           ("with FMA", ("-O1", "-mavx2", "-mfma", "-DTAPELESS_VECTOR_BYTES=0"), {"avx2", "fma"}),
           ("with FMA", ("-O1", "-mavx512f", "-mavx512vl", "-mavx512dq", "-mfma"), {"avx512f", "avx512vl", "avx512dq", "fma"}),
           ("without FMA", ("-O1", "-msse2", "-mno-fma"), set()),
           ("without FMA", ("-O2", "-mavx", "-mno-fma"), {"avx"}))


def main(file, which, *rest):
    flags, compilers = rest[:rest.index("--")], rest[rest.index("--") + 1:]
    here = set()
    if os.uname().machine in ("x86_64", "AMD64"):
        with open("/proc/cpuinfo", encoding="ascii", errors="replace") as text:
            here = set(re.search(r"^flags\s*:(.*)$", text.read(), re.MULTILINE)[1].split())
    targets = [t for t in TARGETS if t[2] <= here and (which == "all" or t[0] == "with FMA")] or [("as it is", ("-O2",), set())]
    first, wrong = {}, 0
    for kind, options, _ in targets:
        for compiler in compilers if which == "all" or options == targets[-1][1] else compilers[:1]:
            with tempfile.TemporaryDirectory() as folder:
                program = os.path.join(folder, "digest")
                subprocess.run([compiler, *flags, "-ffp-contract=off", *options, file, "-o", program], check=True)
                lines = subprocess.run([program], stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()
            name = f"{os.path.basename(compiler)} {' '.join(options)}"
            kept, expected = first.setdefault(kind, (name, lines))
            for line in (l for l in lines if "but" in l):
                print(f"WRONG: {name}: {line}")
                wrong += 1
            for ours, theirs in zip(lines, expected):
                if ours != theirs:
                    print(f"WRONG: {name}: {ours}; {kept}: {theirs}")
                    wrong += 1
            print(f"{kind}: {name}: {len(lines)} digests")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
