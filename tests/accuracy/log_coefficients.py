# SPDX-License-Identifier: BSL-1.0
"""Prints the coefficients of the logarithms in math/log.hpp and math/float_functions.hpp: python3 log_coefficients.py

ln(1 + f) = f - f^2/2 + f^3 p(f), for f from sqrt(1/2) - 1 to sqrt(2) - 1. The polynomial is the one with the least largest error
relative to f, f^2 (p - exact), found by Remez's exchange; what it leaves, with the coefficients rounded to the type, is
printed, too.
"""
import struct

from mpmath import cos, log, log1p, lu_solve, matrix, mp, mpf, pi, sqrt

mp.dps = 50


def exact(f):
    if abs(f) < mpf(10)**-6:
        return sum((-f)**k / (k + 3) for k in range(12))
    return (log1p(f) - f + f * f / 2) / f**3


def value(c, f):
    total = mpf(0)
    for a in reversed(c):
        total = total * f + a
    return total


def error(c, f):
    return (value(c, f) - exact(f)) * f * f


def to_float(a):
    return struct.unpack("f", struct.pack("f", a))[0]


def print_polynomial(name, degree, rounded_to):
    low, high = sqrt(mpf(1) / 2) - 1, sqrt(mpf(2)) - 1
    middle, half = (low + high) / 2, (high - low) / 2
    grid = [middle - half * cos(pi * j / 3000) for j in range(3001)]
    points = [middle - half * cos(pi * j / (degree + 1)) for j in range(degree + 2)]
    for _ in range(12):
        rows = matrix(degree + 2, degree + 2)
        right = matrix(degree + 2, 1)
        for i, f in enumerate(points):
            for k in range(degree + 1):
                rows[i, k] = f**k * f * f
            rows[i, degree + 1] = (-1)**i
            right[i] = exact(f) * f * f
        solved = lu_solve(rows, right)
        c, level = list(solved[:degree + 1]), abs(solved[degree + 1])
        errors = [error(c, f) for f in grid]
        # the largest error of each stretch of one sign
        peaks, best = [], 0
        for j in range(1, len(grid)):
            if (errors[j] > 0) != (errors[best] > 0):
                peaks.append(best)
                best = j
            elif abs(errors[j]) > abs(errors[best]):
                best = j
        peaks.append(best)
        while len(peaks) > degree + 2:
            peaks.pop(0 if abs(errors[peaks[0]]) < abs(errors[peaks[-1]]) else -1)
        if len(peaks) < degree + 2:
            break
        points = [grid[j] for j in peaks]
        if max(abs(errors[j]) for j in peaks) < level * mpf("1.001"):
            break
    rounded = [rounded_to(float(a)) for a in c]
    print(name)
    for k, a in enumerate(rounded):
        print(f"f^{k:<3} {a.hex()}")
    print(f"largest error relative to f: 2^{float(log(max(abs(error(rounded, f)) for f in grid), 2)):.1f}"
          f" (exact coefficients: 2^{float(log(level, 2)):.1f})")


print_polynomial("double", 19, float)
print_polynomial("float", 8, to_float)
