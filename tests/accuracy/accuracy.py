# SPDX-License-Identifier: BSL-1.0
"""Measures the functions of math/ against mpmath: python3 accuracy.py PROGRAM [POINTS [NAME...]]

PROGRAM is made from accuracy.cpp. Half of the points of a function are spread evenly over the ranges below, half evenly over the
exponents in them. Prints a table of the largest errors in units in the last place of the exact result, with where they are, and
fails when one is above 2. A unit is that of the type, 2^-1074 (2^-149) at least.

mpmath judges the first 1,000 points, every result that is not finite, and all points whose error may be the largest so far, by what
the long double functions of the C library make of them and a margin of 0.02 units. All points where long double is no wider.
"""
import math
import random
import struct
import subprocess
import sys

import mpmath
from mpmath import mp, mpf

mp.prec = 130
MOST_ULP = 2.0
POINTS = 10000
JUDGED = 1000
MARGIN = 0.02

# Points with large errors that a search found, where there is no FMA
FOUND = {"sin": [float.fromhex("0x1.07ac9a978350fp+20")], "cos": [float.fromhex("0x1.26814e318b978p+18")]}

# name: exact function, ranges
EVERYWHERE = (-1e308, 1e308)
ONE = {
    "sqrt": (mpmath.sqrt, [(0, 1e308), (0, 4)]),
    "cbrt": (lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x)), [EVERYWHERE, (-8, 8)]),
    "exp": (mpmath.exp, [(-746, 710), (-1, 1)]),
    "exp2": (lambda x: mpf(2)**x, [(-1075, 1024), (-1, 1)]),
    "expm1": (mpmath.expm1, [(-40, 710), (-1, 1)]),
    "log": (mpmath.log, [(0, 1e308), (0.5, 2)]),
    "log2": (lambda x: mpmath.log(x, 2), [(0, 1e308), (0.5, 2)]),
    "log10": (mpmath.log10, [(0, 1e308), (0.5, 2)]),
    "log1p": (mpmath.log1p, [(-1, 1e308), (-1, 1)]),
    "sin": (mpmath.sin, [(-3e6, 3e6), (-4, 4), EVERYWHERE]),
    "cos": (mpmath.cos, [(-3e6, 3e6), (-4, 4), EVERYWHERE]),
    "tan": (mpmath.tan, [(-3e6, 3e6), (-4, 4), EVERYWHERE]),
    "asin": (mpmath.asin, [(-1, 1)]),
    "acos": (mpmath.acos, [(-1, 1)]),
    "atan": (mpmath.atan, [EVERYWHERE, (-4, 4)]),
    "sinh": (mpmath.sinh, [(-710, 710), (-2, 2)]),
    "cosh": (mpmath.cosh, [(-710, 710), (-2, 2)]),
    "tanh": (mpmath.tanh, [(-20, 20), (-1, 1)]),
    "asinh": (mpmath.asinh, [EVERYWHERE, (-4, 4)]),
    "acosh": (mpmath.acosh, [(1, 1e308), (1, 4)]),
    "atanh": (mpmath.atanh, [(-1, 1)]),
    "erf": (mpmath.erf, [(-6, 6), (-1, 1)]),
    "erfc": (mpmath.erfc, [(-6, 27.2), (-1, 1), (0.81, 0.83)]),  # at the end just below 1/4, where a unit is smallest
    "sigmoid": (lambda x: 1 / (1 + mpmath.exp(-x)), [(-740, 40), (-4, 4)]),
    "softplus": (lambda x: mpmath.log1p(mpmath.exp(x)), [(-740, 740), (-4, 4)]),
}
TWO = {
    "pow": (lambda x, y: x**y, [((0, 1e300), (-1, 1)), ((0, 4), (-300, 300)), ((0.5, 2), (-1000, 1000)), ((0.99, 1.01), (-70000, 70000))]),
    "atan2": (lambda y, x: mpmath.atan2(y, x), [(EVERYWHERE, EVERYWHERE), ((-4, 4), (-4, 4))]),
    "hypot": (lambda x, y: mpmath.sqrt(x * x + y * y), [(EVERYWHERE, EVERYWHERE), ((-4, 4), (-4, 4))]),
}


class Type:
    def __init__(self, name, code, digits, least, largest):
        self.name, self.code, self.digits, self.least, self.largest = name, code, digits, least, largest

    def rounded(self, x):
        return struct.unpack(self.code, struct.pack(self.code, x))[0]

    def ulp(self, exact):
        if exact == 0:
            return mpf(2)**self.least
        return mpf(2)**max(mpmath.floor(mpmath.log(abs(exact), 2)) - self.digits + 1, self.least)


DOUBLE = Type("double", "d", 53, -1074, 1.7976931348623157e308)
FLOAT = Type("float", "f", 24, -149, 3.4028234663852886e38)


def drawn(generator, low, high, evenly):
    if evenly:
        return generator.uniform(low / 2, high / 2) * 2
    sign = -1 if low < 0 and (high <= 0 or generator.random() < 0.5) else 1
    most = -low if sign < 0 else high
    least = max(low, 0) or most * 2.0**-generator.choice([6, 60, 1070])
    return sign * math.exp(generator.uniform(math.log(max(least, 5e-324)), math.log(most)))


def points(generator, kind, ranges, count):
    for k in range(count):
        point = []
        for low, high in ranges[k % len(ranges)]:
            while True:
                x = drawn(generator, max(low, -kind.largest), min(high, kind.largest), k // len(ranges) % 2)
                x = kind.rounded(x)
                if low <= x <= high and 0 < abs(x) <= kind.largest:
                    break
            point.append(x)
        yield point


def measured(program, name, kind, exact, ranges, count):
    generator = random.Random(name + kind.name)
    given = [[kind.rounded(x)] for x in FOUND.get(name, ())] + list(points(generator, kind, ranges, count))
    packed = b"".join(struct.pack(kind.code * len(p), *p) for p in given)
    out = subprocess.run([program, name, kind.name], input=packed, stdout=subprocess.PIPE, check=True).stdout
    triples = list(struct.iter_unpack("ddd", out))
    sieves = any(low != 0 for _, _, low in triples)
    least = 2.0**kind.least
    worst, where = 0.0, None
    for k, (p, (y, high, low)) in enumerate(zip(given, triples)):
        if sieves and k >= JUDGED and math.isfinite(y) and math.isfinite(high):
            unit = max(math.ldexp(1, math.frexp(high)[1] - kind.digits), least)
            if abs(y - high - low) < (worst - MARGIN) * unit:
                continue
        wanted = exact(*map(mpf, p))
        if abs(wanted) > kind.largest * (1 + mpf(2)**-kind.digits / 2):
            error = 0.0 if math.isinf(y) and (y > 0) == (wanted > 0) else math.inf
        else:
            error = float(abs(mpf(y) - wanted) / kind.ulp(wanted)) if math.isfinite(y) else math.inf
        if error >= worst:
            worst, where = error, (p, y)
    return worst, where


def main(program, count=POINTS, *names):
    failed = False
    print(f"| function | double, ulp | float, ulp |\n|---|---|---|   ({count} points each)")
    for name, (exact, ranges) in {**{n: (f, [(r,) for r in rs]) for n, (f, rs) in ONE.items()}, **TWO}.items():
        if names and name not in names:
            continue
        row, far = [], []
        for kind in (DOUBLE, FLOAT):
            worst, where = measured(program, name, kind, exact, ranges, int(count))
            row.append(f"{worst:.2f}")
            if worst > MOST_ULP:
                far.append(f"{name} of {kind.name} at {where[0]}: {where[1]}")
        print(f"| {name} | {row[0]} | {row[1]} |", *far, flush=True)
        failed |= bool(far)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
