# SPDX-License-Identifier: BSL-1.0
"""Lets libFuzzer look for bytes that a reader at run time does not stand: python3 tests/fuzz/bytes/run.py SECONDS [NAME...]

Each NAME.cpp here (all by default) is compiled with the sanitizers and run for so many seconds, beginning with the files
of corpus/NAME. What it finds is left in build/fuzz/NAME, where the inputs that it came by are, too. A finding that is
mended goes to corpus/NAME, which the test fuzz/bytes/NAME tries in every run.
Needs clang++ with libFuzzer (Debian: clang-19 and libclang-rt-19-dev); CXX names it.
"""
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
FLAGS = "-std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined,float-cast-overflow -fno-sanitize-recover=all -D_GLIBCXX_ASSERTIONS".split()


def fuzz(name, seconds):
    folder = ROOT / "build" / "fuzz" / name
    (folder / "found").mkdir(parents=True, exist_ok=True)
    subprocess.run([os.environ.get("CXX", "clang++-19"), *FLAGS, f"-I{ROOT / 'include'}", HERE / f"{name}.cpp", "-o", folder / name], check=True)
    seed = ROOT / "examples" / "data" / "digits.csv"
    if name == "digits":  # three real images
        (folder / "found" / "three").write_text("".join(seed.read_text().splitlines(keepends=True)[:3]))
    return subprocess.run([folder / name, f"-max_total_time={seconds}", "-max_len=2000", "-timeout=10", "-print_final_stats=1",
                           f"-artifact_prefix={folder}/", folder / "found", HERE / "corpus" / name]).returncode


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    names = sys.argv[2:] or [file.stem for file in sorted(HERE.glob("*.cpp")) if file.stem != "replay"]
    sys.exit(any([fuzz(name, int(sys.argv[1])) for name in names]))
