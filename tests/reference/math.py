# SPDX-License-Identifier: BSL-1.0
"""Writes math.inc: values of the functions of include/tapeless/math/ to far more digits than a double has.

Usage: python3 math.py > math.inc        (needs mpmath)

Each point is {x, value, rest}: the exact result is value + rest * ulp(value), where value is the nearest double. About
a third of the arguments are floats, so that the table serves float too.
"""

import math
import random
import struct

import mpmath
from mpmath import mp, mpf

mp.prec = 2400  # sin of the largest doubles needs 1024 bits for the reduction alone

generator = random.Random(20)


def as_float(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def spread(count, low, high):
    """Positive numbers, even in the logarithm, from 2^low to 2^high."""
    return [math.ldexp(generator.uniform(0.5, 1.0), generator.randint(low + 1, high)) for _ in range(count)]


def both_signs(points):
    return points + [-x for x in points]


def even(count, low, high):
    return [generator.uniform(low, high) for _ in range(count)]


def neighbours(x):
    return [math.nextafter(x, -math.inf), x, math.nextafter(x, math.inf)]


SMALLEST, NORMAL, LARGEST = 5e-324, 2.0**-1022, math.ldexp(2 - 2.0**-52, 1023)
EDGES = [SMALLEST, 3 * SMALLEST, math.nextafter(NORMAL, 0), NORMAL, 1e-300, 1e-20, 2.0**-54, 2.0**-27, 1.0]


def near_quadrants(multiples):
    return [y for k in multiples for y in neighbours(float(k * mp.pi / 2))]


def angles():
    small = [generator.randrange(1, 2**8) for _ in range(12)]
    large = [generator.randrange(2**8, 2**21) for _ in range(20)]
    huge = [generator.randrange(2 ** (e - 1), 2**e) for e in range(22, 1020, 40)]
    hardest = [math.ldexp(6381956970095103, 797), math.ldexp(5319372648326541, 416)]  # closest to a multiple of pi/2
    limit = [3294197.9999, 3294198.0, 3294198.0000001, 3294199.0, -3294198.5, 1e22, LARGEST, 2.0**1023]
    return (both_signs(EDGES + even(40, 0, 10) + even(20, 0, 1000) + spread(20, -60, 21)) + spread(40, 21, 1023)
            + near_quadrants([1, 2, 3, 4] + small + large + huge) + hardest + limit)


def log_points():
    near_one = [1 + s * x for x in spread(40, -50, -1) for s in (1, -1)]
    return (EDGES + [LARGEST, 2.0, 0.5, 10.0, math.e, math.sqrt(2), math.sqrt(0.5)] + neighbours(1.0)[::2] + near_one
            + spread(80, -1074, 1023) + even(60, 0.4, 3))


def log1p_points():
    near_pole = [-1 + x for x in spread(30, -52, -1)] + [math.nextafter(-1, 0)]
    return (both_signs(EDGES[:-1] + spread(50, -70, -1)) + near_pole + [1.0, LARGEST, 2.0**53, 2.0**54 + 4]
            + spread(40, 0, 1023) + even(60, -1, 3))


POINTS = {
    "exp": both_signs(EDGES + spread(40, -60, 9) + even(30, 0, 1))
    + even(70, -745.1, 709.7) + even(20, -745.1, -708)
    + [709.782712893384, 709.0, -708.3, -708.4, -745.13321910194, -745.0, 0.34657359, -0.34657359, 88.7, -87.3, -103.9],
    "log": log_points(),
    "log1p": log1p_points(),
    "sin": angles(),
    "cos": angles(),
    "tanh": both_signs(EDGES + spread(60, -60, 4) + even(30, 0, 2) + [0.625, 0.6249999, 19.0, 21.9, 22.0, 22.1, 400.0]),
    "sigmoid": both_signs(EDGES + spread(40, -60, 5) + even(40, 0, 6) + [36.7, 37.5, 100.0, 700.0])
    + even(40, -745, -30) + [-744.9, -709.9, -708.4],
    "softplus": both_signs(EDGES + spread(40, -60, 5) + even(40, 0, 6) + [33.3, 36.7, 37.5, 700.0])
    + even(40, -745, -30) + [-744.9, -709.9, -708.4, 1e5, 1e300],
    "sqrt": EDGES + [2.0, 3.0, 4.0, LARGEST, 1 - 2.0**-53, 1 + 2.0**-52, 1 + 2.0**-51, 0.25, 1e22]
    + spread(120, -1074, 1023) + spread(30, -1074, -1022) + even(50, 1, 4),
}

FUNCTIONS = {
    "exp": mpmath.exp,
    "log": mpmath.log,
    "log1p": lambda x: mpmath.log(1 + x),
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "tanh": lambda x: mpmath.expm1(2 * x) / (mpmath.expm1(2 * x) + 2),
    "sigmoid": lambda x: 1 / (1 + mpmath.exp(-x)),
    "softplus": lambda x: mpmath.log(1 + mpmath.exp(x)),
    "sqrt": mpmath.sqrt,
}


def nearest_double(y):
    """Through an integer number of ulps: mpmath rounds subnormals twice."""
    if y == 0:
        return 0.0
    exponent = max(int(mpmath.floor(mpmath.log(abs(y), 2))) - 52, -1074)
    return math.ldexp(int(mpmath.nint(mpmath.ldexp(y, -exponent))), exponent)


def line(function, x):
    y = FUNCTIONS[function](mpf(x))
    value = nearest_double(y)
    rest = float((y - mpf(value)) / mpf(math.ulp(value)))
    return "    {%s, %s, %.4f}," % (x.hex(), value.hex(), rest)


def main():
    print("// SPDX-License-Identifier: BSL-1.0")
    print("// Written by math.py; do not edit.")
    for function, points in POINTS.items():
        floats = [as_float(x) if i % 3 == 0 and 1e-44 < abs(x) < 1e38 else x for i, x in enumerate(points)]
        print("\ninline constexpr reference_point %s_points[] = {" % function)
        for x in sorted(set(floats)):
            if not (function == "log1p" and x <= -1):
                print(line(function, x))
        print("};")


if __name__ == "__main__":
    main()
