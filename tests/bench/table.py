# SPDX-License-Identifier: BSL-1.0
"""Measures with every preset and writes the figures into docs/performance.md and README.md: python3 tests/bench/table.py [--as-measured]

What stands between <!-- table: NAME --> and <!-- end --> is replaced: by what the preset NAME printed, or, where NAME is `summary`, by the
generated gradients of all presets as ratios to the best by hand, or, where it is `sizes`, by the same of small matrices and vectors and of functions, compiled for
this machine. docs/performance.svg is the chart of the preset `bench`. With --as-measured nothing is run; the figures are those that lie in build/."""
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from chart import TITLES, medians

ROOT = Path(__file__).resolve().parents[2]
PRESETS = "bench", "bench-clang-19", "bench-plain", "bench-plain-clang-19"


def results(preset):
    return ROOT / "build" / preset / "tests/bench"


def ratios(bench):
    """{workload: the generated gradient's time to the best by hand}"""
    return {workload: next(t for v, t in versions.items() if v in ("generated", "generated, map")) / min(t for v, t in versions.items() if "by hand" in v)
            for workload, versions in medians(bench["benchmarks"]).items()}


def summary():
    benches = [json.loads((results(preset) / "bench.json").read_text(encoding="utf-8")) for preset in PRESETS]
    contexts = [bench["context"] for bench in benches]
    columns = [ratios(bench) for bench in benches]
    yield "| generated, to the best by hand | " + " | ".join(f"{c['compiler']} `{c['flags'].removesuffix(' -DNDEBUG')}`" for c in contexts) + " |"
    yield "|---|" + "--:|" * len(columns)
    for workload in sorted(columns[0]):
        yield f"| {TITLES[workload.split(',')[0]]} | " + " | ".join(f"{column[workload]:.2f}" for column in columns) + " |"


def sizes():
    """The ratios by size that `bench` and `bench-clang-19` printed, side by side: a table for each head."""
    rows = {}
    for preset, compiler in (("bench", "g++"), ("bench-clang-19", "Clang")):
        head = None
        for line in (results(preset) / "bench.md").read_text(encoding="utf-8").splitlines():
            if line.startswith("| generated, to the best by hand"):
                head = line
            elif not line.startswith("|"):
                head = None
            elif head and not line.startswith("|---"):
                rows.setdefault(head, []).append(f"| {compiler}: {line[2:]}")
    return "\n\n".join("\n".join((head, "|---" + "|--:" * (head.count("|") - 2) + "|", *lines)) for head, lines in rows.items())


MADE = {"summary": lambda: "\n".join(summary()), "sizes": sizes}


def main(as_measured):
    if not as_measured:
        for preset in PRESETS:
            subprocess.run(["cmake", "--workflow", "--preset", preset], cwd=ROOT, check=True)
    for document, names in (("docs/performance.md", ("summary", "sizes", *PRESETS)), ("README.md", ("summary",))):
        text = (ROOT / document).read_text(encoding="utf-8")
        for name in names:
            table = MADE[name]() if name in MADE else (results(name) / "bench.md").read_text(encoding="utf-8").strip()
            text, found = re.subn(f"(<!-- table: {name} -->\n).*?(<!-- end -->)", lambda m: f"{m[1]}\n{table}\n\n{m[2]}", text, flags=re.DOTALL)
            if found != 1:
                sys.exit(f"{document}: there must be one <!-- table: {name} --> with its <!-- end -->")
        (ROOT / document).write_text(text, encoding="utf-8")
    shutil.copy(results("bench") / "bench.svg", ROOT / "docs/performance.svg")


if __name__ == "__main__":
    if sys.argv[1:] not in ([], ["--as-measured"]):
        sys.exit(__doc__)
    main(as_measured=bool(sys.argv[1:]))
