# SPDX-License-Identifier: BSL-1.0
"""Draws gradients as ratios to the best that is written by hand: python3 chart.py BENCH.json CHART.svg

BENCH.json is what the benchmarks write with --benchmark_out."""
import json
import statistics
import sys
from collections import defaultdict

TITLES = {"w1": "Bishop's network", "w2": "30 sines", "w3": "MLP", "w4": "GRU", "w5": "softmax", "w6": "bundle adjustment", "w7": "batch of 32",
          "black-scholes": "Black–Scholes"}


def medians(runs):
    """{workload: {version: nanoseconds}} of the gradients."""
    times = defaultdict(lambda: defaultdict(list))
    for run in runs:
        workload, version = run["name"].split("/", 1)
        if run["run_type"] == "iteration" and not version.startswith("value") and not workload.startswith(("peak", "sizes", "elements", "functions", "product")):
            times[workload][version].append(run["cpu_time"])
    return {workload: {version: statistics.median(t) for version, t in versions.items()} for workload, versions in times.items()}


def family(version):
    """Versions that are drawn alike, in one row of the legend."""
    for kind in "generated", "by hand":
        if version.startswith(kind):
            return kind
    return version


def main(source, target):
    try:
        import matplotlib
    except ImportError:
        print(f"chart.py: matplotlib is not installed (Debian: python3-matplotlib), so there is no {target}")
        return
    matplotlib.use("svg")
    matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "tapeless", "font.size": 9})
    import matplotlib.pyplot as plt

    with open(source, encoding="utf-8") as file:
        bench = json.load(file)
    workloads = {w: v for w, v in sorted(medians(bench["benchmarks"]).items()) if any(family(name) == "by hand" for name in v)}
    families = sorted({family(name) for v in workloads.values() for name in v}, key=lambda f: (f != "generated", f != "by hand", f))
    figure, axes = plt.subplots(figsize=(8, 0.5 * len(workloads) + 1.2), layout="constrained")
    for place, shape in zip(families, "o|sD^v<>pP*X"):
        points = [(time / min(t for n, t in versions.items() if family(n) == "by hand"), row)
                  for row, versions in enumerate(workloads.values()) for name, time in versions.items() if family(name) == place]
        axes.plot(*zip(*points), shape, label=place, markersize=9 if shape in "o|" else 6, zorder=3 if place == "generated" else 2)
    axes.axvline(1, color="grey", linewidth=0.8, zorder=1)
    axes.set(xscale="log", xlabel="time of a gradient, to the best by hand (log scale; left is faster)", yticks=range(len(workloads)),
             yticklabels=[TITLES[w.split(",")[0]] for w in workloads])
    axes.invert_yaxis()
    axes.grid(axis="y", linewidth=0.3)
    axes.xaxis.set_major_formatter("{x:g}")
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
    context = bench["context"]
    axes.set_title(f"{context['compiler']}, {context['flags']}, {context['processor']}", fontsize=8)
    figure.savefig(target, metadata={"Date": None})


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
