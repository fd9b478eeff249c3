# SPDX-License-Identifier: BSL-1.0
"""The same bits from every compiler, optimisation and register width: python3 compare.py some|all|update FLAGS... -- COMPILER...

Builds two programs with the compilers, for the targets below that this machine is, with -ffp-contract=off, and compares what
they print: digests of all functions and of gradients, and of whole training runs, part of which the compiler computes, too.
Targets with FMA agree among themselves and with digests.json, which other compilers on other machines have been compared with;
so do those without. `some` tries those that are marked, with the first compiler or the others, and not the functions that
float computes in double. `all` tries all, and with FMA a 64-bit Arm with its vectors (NEON), RISC-V, and s390x, which has the bytes of a number the other way round:
those for which Debian's g++-aarch64-linux-gnu and so on, and qemu-user, are installed. After a change of the functions, which changes their bits, `update` tries all and writes digests.json.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
DIGESTS_FILE = os.path.join(HERE, "digests.json")
AVX2, AVX512 = {"avx2", "fma"}, {"avx512f", "avx512vl", "avx512dq", "fma"}
ELSEWHERE = "aarch64", "riscv64", "s390x"
AVX512_OPTIONS = "-mavx512f", "-mavx512vl", "-mavx512dq", "-mfma"
NOBODY, FIRST, OTHERS, EVERY = set(), {True}, {False}, {True, False}  # with whom `some` tries it: is it the first compiler?
DIGESTS = ("digest.cpp",), (
    ("with FMA", ("-O1", "-mavx2", "-mfma", "-DTAPELESS_VECTOR_BYTES=0"), AVX2, NOBODY),
    ("with FMA", ("-O2", "-mavx2", "-mfma"), AVX2, NOBODY),
    ("with FMA", ("-O1", "-mavx2", "-mfma"), AVX2, FIRST),
    ("with FMA", ("-O1", *AVX512_OPTIONS), AVX512, NOBODY),
    ("without FMA", ("-O1", "-msse2", "-mno-fma"), {"sse2"}, OTHERS),
    ("without FMA", ("-O2", "-mavx", "-mno-fma"), {"avx"}, NOBODY))
TRAINING = ("../bare_metal/host.cpp", "../bare_metal/bishop.cpp", "../bare_metal/classifier.cpp"), (
    ("with FMA", ("-O0", "-mavx2", "-mfma"), AVX2, FIRST),
    ("with FMA", ("-O3", *AVX512_OPTIONS), AVX512, FIRST),
    ("with FMA", ("-O3", "-mavx2", "-mfma"), AVX2, EVERY),
    ("without FMA", ("-O0",), {"sse2"}, NOBODY),
    ("without FMA", ("-O3", "-mavx", "-mno-fma"), {"avx"}, NOBODY))


def features():
    if os.uname().machine not in ("x86_64", "AMD64"):
        return set()
    with open("/proc/cpuinfo", encoding="ascii", errors="replace") as text:
        return set(re.search(r"^flags\s*:(.*)$", text.read(), re.MULTILINE)[1].split())


def lines_of(command, files, runs):
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "program")
        subprocess.run([*command, *(os.path.join(HERE, file) for file in files), "-o", program], check=True)
        return subprocess.run([*runs, program], stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()


def builds(targets, which, compilers):
    """What is compared: whether it has FMA, the compiler and its options, and what runs the program"""
    here = features()
    targets = [(kind, options, tried if which == "some" else EVERY) for kind, options, needs, tried in targets if needs <= here]
    if not any(True in tried for _, _, tried in targets):
        targets = [("as it is", ("-O2",), EVERY)]
    for kind, options, tried in targets:
        for compiler in compilers:
            if (compiler == compilers[0]) in tried:
                yield kind, (compiler, *options), ()
    for machine in ELSEWHERE if which != "some" else ():
        cross, emulator = f"{machine}-linux-gnu-g++", f"qemu-{machine}"
        if not shutil.which(cross) or not shutil.which(emulator):
            continue
        runs = emulator, "-L", f"/usr/{machine}-linux-gnu"
        yield "with FMA", (cross, "-O2", "-Wno-psabi"), runs
        for compiler in compilers:
            if "clang" in os.path.basename(compiler):
                yield "with FMA", (compiler, f"--target={machine}-linux-gnu", "-O2"), runs


def by_name(lines):
    """What a line is about, and the line"""
    return {re.split(r" [0-9a-f]{8,}\b", line)[0]: line for line in lines}


def compare(files, targets, which, flags, compilers, known):
    """How many lines are wrong. known[kind, program]: who printed what first"""
    wrong = 0
    for kind, (compiler, *options), runs in builds(targets, which, compilers):
        lines = lines_of((compiler, *flags, *(("-DTAPELESS_SHORT_TESTS",) if which == "some" else ()), "-ffp-contract=off", *options), files, runs)
        name = f"{os.path.basename(compiler)} {' '.join(options)} {files[0]}"
        kept, expected = known.setdefault((kind, files[0]), (name, lines))
        problems = [line for line in lines if "but" in line]
        theirs = by_name(expected)
        problems += [f"{line}; {kept}: {theirs.get(about)}" for about, line in by_name(lines).items() if line != theirs.get(about)]
        is_part = which == "some" and files == DIGESTS[0]
        if not lines or len(by_name(lines)) < len(lines) or (len(lines) != len(expected) and not is_part):
            problems.append(f"{len(lines)} lines; {kept}: {len(expected)}")
        print(*(f"WRONG: {name}: {problem}" for problem in problems), f"{kind}: {name}: {len(lines)} lines", sep="\n")
        wrong += len(problems)
    return wrong


def main(which, *rest):
    flags, compilers = rest[:rest.index("--")], rest[rest.index("--") + 1:]
    known = {}
    if which != "update":
        with open(DIGESTS_FILE, encoding="ascii") as file:
            known = {(kind, program): ("digests.json", lines)
                     for kind, programs in json.load(file).items() for program, lines in programs.items()}
    wrong = compare(*DIGESTS, which, flags, compilers, known) + compare(*TRAINING, which, flags, compilers, known)
    if which == "update" and not wrong:
        kept = {}
        for (kind, program), (_, lines) in sorted(known.items()):
            kept.setdefault(kind, {})[program] = lines
        with open(DIGESTS_FILE, "w", encoding="ascii") as file:
            json.dump(kept, file, indent=1)
            file.write("\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
