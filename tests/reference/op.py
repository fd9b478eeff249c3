# SPDX-License-Identifier: BSL-1.0
"""Writes op.inc: values and first derivatives of the operations of include/tapeless/op/, to 40 digits and more.

Usage: python3 op.py > op.inc        (needs mpmath)

A number of the element-wise tables is a pair {high, low} whose sum is the exact result to about 106 bits, so that the
tables serve float, double and long double. Operands of the linear algebra are floats in [-1, 1].
"""

import math
import random
import struct

import mpmath
from mpmath import mp, mpf

mp.prec = 2400  # 1 + exp(-700) needs 1100 bits

generator = random.Random(2006)
of_powers = random.Random(1873)
of_choices = random.Random(1847)
of_reductions = random.Random(1907)


def as_float(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def floats(count, low=-1.0, high=1.0, source=generator):
    return [as_float(source.uniform(low, high)) for _ in range(count)]


def both_signs(points):
    return points + [-x for x in points]


def wide(count, source):
    """Of both signs, and of sizes from 2^-40 to 2^40."""
    return [as_float(math.ldexp(source.uniform(-1, 1), source.randint(-40, 40))) for _ in range(count)]


# --- printing -------------------------------------------------------------------------------------------------------


def to_double(y):
    """The nearest double, through an integer number of ulps: mpmath rounds subnormals twice."""
    y = mpf(y)
    if y == 0:
        return 0.0
    exponent = max(int(mpmath.floor(mpmath.log(abs(y), 2))) - 52, -1074)
    return math.ldexp(int(mpmath.nint(mpmath.ldexp(y, -exponent))), exponent)


def number(y):
    text = to_double(y).hex()
    mantissa, exponent = text.split("p")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return mantissa + "p" + exponent


def pair(y):
    high = to_double(y)
    return "{%s, %s}" % (number(high), number(mpf(y) - mpf(high)))


def array(values):
    return "{" + ", ".join(number(y) for y in values) + "}"


def pairs(values):
    return "{" + ", ".join(pair(y) for y in values) + "}"


def wrapped(text, indent="    "):
    lines, line = [], indent
    for word in text.split(" "):
        if len(line) + len(word) > 118:
            lines.append(line.rstrip())
            line = indent
        line += word + " "
    return "\n".join(lines + [line.rstrip()])


# --- element by element ---------------------------------------------------------------------------------------------

SMALL = [1e-300, 1e-40, 1e-20, 2.0**-54, 2.0**-27, 1e-5]
MIDDLE = floats(12, 0.01, 4)


def logistic(a):
    return 1 / (1 + mpmath.exp(-a))


def hyperbolic_tangent(a):
    return mpmath.expm1(2 * a) / (mpmath.expm1(2 * a) + 2)


def cube_root(a):
    return mpmath.sign(a) * mpmath.cbrt(abs(a))


def bell(a):
    return 2 / mpmath.sqrt(mp.pi) * mpmath.exp(-a * a)


def inner_tanh(a):
    u = mpmath.sqrt(2 / mp.pi) * (a + mpf(0.044715) * a**3)
    return hyperbolic_tangent(u) if abs(u) < 400 else mpmath.sign(u)  # beyond, exp has too many bits, and tanh is ±1


def gelu_tanh_slope(a):
    t = inner_tanh(a)
    return (1 + t) / 2 + a / 2 * (1 - t * t) * mpmath.sqrt(2 / mp.pi) * (1 + 3 * mpf(0.044715) * a * a)


POSITIVE = [1e-307, math.nextafter(1, 0), math.nextafter(1, 2), 0.999, 1.001, 1e22, 1e280] + SMALL + MIDDLE
INSIDE = SMALL + [m / 4 for m in MIDDLE] + [0.75, 0.96875, 1 - 2.0**-12, 1 - 2.0**-23, 1 - 2.0**-52]

UNARY = {
    "negate": (lambda a: -a, lambda a: mpf(-1), both_signs(SMALL + MIDDLE + [1e300])),
    "square": (lambda a: a * a, lambda a: 2 * a, both_signs([1e-150, 1e-20, 2.0**-27, 1e-5, 1e150] + MIDDLE)),
    "sqrt": (mpmath.sqrt, lambda a: 1 / (2 * mpmath.sqrt(a)),
             [5e-324, 2.0**-1022, 0.25, 1.0, 2.0, 1e22, 1e300, 1.7e308] + SMALL + MIDDLE),
    "exp": (mpmath.exp, mpmath.exp, both_signs(SMALL + MIDDLE + [30.5, 87.0, 700.5])),
    "log": (mpmath.log, lambda a: 1 / a, [1e-307, math.nextafter(1, 0), math.nextafter(1, 2), 0.999, 1.001, 1e22,
                                          1e280] + SMALL + MIDDLE),
    "sin": (mpmath.sin, mpmath.cos,
            both_signs(SMALL + MIDDLE + [math.pi / 2, math.pi, 355.0, 1e5, 1e22]) + [math.ldexp(6381956970095103, 97)]),
    "cos": (mpmath.cos, lambda a: -mpmath.sin(a),
            both_signs(SMALL + MIDDLE + [math.pi / 2, math.pi, 355.0, 1e5, 1e22]) + [math.ldexp(6381956970095103, 97)]),
    "tanh": (hyperbolic_tangent, lambda a: 1 - hyperbolic_tangent(a) ** 2,
             both_signs(SMALL + MIDDLE + [6.5, 18.0, 30.0, 800.0])),
    "sigmoid": (logistic, lambda a: logistic(a) * (1 - logistic(a)),
                both_signs(SMALL + MIDDLE + [6.5, 36.0, 80.0, 700.0])),
    "relu": (lambda a: max(a, mpf(0)), lambda a: mpf(1 if a > 0 else 0),
             both_signs(SMALL + MIDDLE + [5e-324, 1e300]) + [0.0]),
    "softplus": (lambda a: mpmath.log(1 + mpmath.exp(a)), logistic,
                 both_signs(SMALL + MIDDLE + [6.5, 36.0, 80.0, 700.0])),
    "abs": (abs, mpmath.sign, both_signs(SMALL + MIDDLE + [5e-324, 1e300])),
    "cbrt": (cube_root, lambda a: 1 / (3 * cube_root(a)**2), both_signs(SMALL + MIDDLE + [1e-308, 1e22, 1e300])),
    "exp2": (lambda a: mpf(2)**a, lambda a: mpf(2)**a * mpmath.log(2), both_signs(SMALL + MIDDLE + [30.5, 120.0, 1000.5])),
    "expm1": (mpmath.expm1, mpmath.exp, both_signs(SMALL + MIDDLE + [30.5, 45.0]) + [87.0, 700.5]),
    "log2": (lambda a: mpmath.log(a) / mpmath.log(2), lambda a: 1 / (a * mpmath.log(2)), POSITIVE),
    "log10": (mpmath.log10, lambda a: 1 / (a * mpmath.log(10)), POSITIVE),
    "log1p": (mpmath.log1p, lambda a: 1 / (1 + a),
              both_signs(SMALL) + MIDDLE + [-0.25, -0.5, -0.75, -0.999, -1 + 2.0**-24, -1 + 2.0**-53, 1e22, 1e300]),
    "tan": (mpmath.tan, lambda a: 1 + mpmath.tan(a)**2,
            both_signs(SMALL + MIDDLE + [math.pi / 2, math.pi, 355.0, 1e5, 1e22])),
    "asin": (mpmath.asin, lambda a: 1 / mpmath.sqrt((1 - a) * (1 + a)), both_signs(INSIDE)),
    "acos": (mpmath.acos, lambda a: -1 / mpmath.sqrt((1 - a) * (1 + a)), both_signs(INSIDE)),
    "atan": (mpmath.atan, lambda a: 1 / (1 + a * a), both_signs(SMALL + MIDDLE + [100.0, 1e16, 1e22])),
    "sinh": (mpmath.sinh, mpmath.cosh, both_signs(SMALL + MIDDLE + [30.5, 85.0, 705.5])),
    "cosh": (mpmath.cosh, mpmath.sinh, both_signs(SMALL + MIDDLE + [30.5, 85.0, 705.5])),
    "asinh": (mpmath.asinh, lambda a: 1 / mpmath.sqrt(1 + a * a), both_signs(SMALL + MIDDLE + [1e5, 1e22, 1e300])),
    "acosh": (mpmath.acosh, lambda a: 1 / mpmath.sqrt((a - 1) * (a + 1)),
              [1 + 2.0**-52, 1 + 2.0**-23, 1 + 2.0**-10, 1.001, 1.1, 1e5, 1e22, 1e150, 1e300] + [as_float(1 + m) for m in MIDDLE]),
    "atanh": (mpmath.atanh, lambda a: 1 / ((1 - a) * (1 + a)), both_signs(INSIDE)),
    "erf": (mpmath.erf, bell, both_signs(SMALL + MIDDLE + [4.5, 5.9, 6.5, 9.0])),
    "erfc": (mpmath.erfc, lambda a: -bell(a), both_signs(SMALL + MIDDLE + [4.5, 5.9, 9.0]) + [12.5, 20.0, 26.0]),
    "silu": (lambda a: a * logistic(a), lambda a: logistic(a) * (1 + a * (1 - logistic(a))),
             both_signs(SMALL + MIDDLE + [6.5, 36.0, 80.0, 300.0])),
    "gelu": (lambda a: a * mpmath.ncdf(a), lambda a: mpmath.ncdf(a) + a * mpmath.npdf(a),
             both_signs(SMALL + MIDDLE + [6.5, 9.0, 20.0, 35.0])),
    "sign": (mpmath.sign, lambda a: mpf(0), both_signs(SMALL + MIDDLE + [5e-324, 1e300]) + [0.0]),
    "gelu_tanh": (lambda a: a / 2 * (1 + inner_tanh(a)), gelu_tanh_slope,
                  both_signs(SMALL + MIDDLE + [4.5, 6.5, 9.0, 1e5, 1e10, 1e100])),
}

PAIRS = list(zip(floats(14, -4, 4), floats(14, -4, 4))) + [
    (1.0, math.nextafter(1, 0)), (1e-20, 1.0), (1.0, -1e-20), (3e30, 7e-30), (-1e-38, 1e38), (1e100, 1e-100),
    (0.0, 2.5), (2.0**-70, 3.0), (1.0, 3.0), (-7.0, 1e10)]

CHOICES = list(zip(floats(12, -4, 4, of_choices), floats(12, -4, 4, of_choices))) + [
    (1.0, math.nextafter(1, 0)), (math.nextafter(-1, 0), -1.0), (1.5, 1.5), (-3.0, -3.0), (0.0, 0.0), (0.0, 5e-324),
    (1e-300, -1e-300), (1e300, -1e300), (-1e300, -1e299), (2.0**100, 2.0**-100), (-2.0**-126, 2.0**-126), (3e30, 3e30)]


def share(a, b):
    """What a receives of the adjoint if the larger of the two gets it."""
    return mpf(1) if a > b else mpf(0) if a < b else mpf(1) / 2


BINARY = {
    "add": (lambda a, b: (a + b, mpf(1), mpf(1)), PAIRS + [(2.5, -2.5), (1e300, 1e300)]),
    "subtract": (lambda a, b: (a - b, mpf(1), mpf(-1)), PAIRS + [(2.5, 2.5), (1e300, -1e300)]),
    "multiply": (lambda a, b: (a * b, b, a), PAIRS + [(1e-160, 1e-140), (1e160, -1e140)]),
    "divide": (lambda a, b: (a / b, 1 / b, -a / b**2),
               PAIRS + [(1e-200, 1e-200), (1e200, -1e200), (1e150, 1e-70), (3.0, 5e-150)]),
    "pow": (lambda a, b: (a**b, b * a**(b - 1), a**b * mpmath.log(a)),
            list(zip(floats(12, 0.01, 4, of_powers), floats(12, -4, 4, of_powers))) + [
                (1.5, 3.0), (0.25, -2.0), (1e-20, 1.5), (1e20, -1.5), (1e300, 0.75), (1e-300, 0.5), (1.001, 5000.0),
                (0.999, -7000.0), (2.0, 100.5), (3.0, 600.25), (1 + 2.0**-40, 2.0**45)]),
    "atan2": (lambda a, b: (mpmath.atan2(a, b), b / (a * a + b * b), -a / (a * a + b * b)),
              list(zip(floats(14, -4, 4, of_powers), floats(14, -4, 4, of_powers))) + [
                  (1e-20, 1.0), (1.0, -1e-20), (3e30, 7e-30), (-1e-18, -1e18), (1e200, 1e200), (1e-160, -2e-160), (0.0, 2.5),
                  (2.5, 0.0), (-2.0, 0.0)]),
    "hypot": (lambda a, b: (mpmath.hypot(a, b), a / mpmath.hypot(a, b), b / mpmath.hypot(a, b)),
              PAIRS + [(1e200, 1e200), (1e-200, -1e-200), (1e300, 2e-5), (3.0, 4.0)]),
    "min": (lambda a, b: (min(a, b), share(b, a), share(a, b)), CHOICES),
    "max": (lambda a, b: (max(a, b), share(a, b), share(b, a)), CHOICES),
}

# a, low, high
CLAMPED = list(zip(floats(12, -4, 4, of_choices), floats(12, -4, 0, of_choices), floats(12, 0, 4, of_choices))) + [
    (1.0, 1.0, 2.0), (2.0, 1.0, 2.0), (math.nextafter(1, 0), 1.0, 2.0), (math.nextafter(2, 3), 1.0, 2.0),
    (1.0, 1.0, 1.0), (0.5, 1.0, 1.0), (0.0, 0.0, 1.0), (-5e-324, 0.0, 1.0), (1e300, -1.0, 1e299), (-1e300, -1e299, 1.0),
    (1e-300, -1e-301, 1e-301), (2.0**100, 2.0**-100, 2.0**90), (-2.0**100, -2.0**90, 2.0**-100), (3.0, 4.0, 2.0)]


def clamp(a, low, high):
    taken = 1 if a < low else 2 if a > high else 0
    return [(a, low, high)[taken]] + [mpf(taken == k) for k in range(3)]


def print_elementwise():
    for name, (value, derivative, points) in UNARY.items():
        print("\ninline constexpr unary_point %s_points[] = {" % name)
        for x in sorted(set(points)):
            print(wrapped("{%s, %s, %s}," % (number(x), pair(value(mpf(x))), pair(derivative(mpf(x))))))
        print("};")
    for name, (rule, points) in BINARY.items():
        print("\ninline constexpr binary_point %s_points[] = {" % name)
        for a, b in points:
            value, by_a, by_b = rule(mpf(a), mpf(b))
            print(wrapped("{%s, %s, %s, %s, %s}," % (number(a), number(b), pair(value), pair(by_a), pair(by_b))))
        print("};")
    print("\ninline constexpr ternary_point clamp_points[] = {")
    for point in CLAMPED:
        print(wrapped("{%s}," % ", ".join([number(p) for p in point] + [pair(y) for y in clamp(*map(mpf, point))])))
    print("};")


# --- linear algebra -------------------------------------------------------------------------------------------------


def print_case(kind, extents, *members):
    name = kind + "_" + "x".join(str(e) for e in extents)
    print("\ninline constexpr %s_case<%s> %s = {" % (kind, ", ".join(str(e) for e in extents), name))
    for member in members:
        print(wrapped((array(member) if isinstance(member, list) else number(member)) + ","))
    print("};")


def product(left, right, rows, inner, columns):
    return [mpmath.fdot((left[i * inner + k], right[k * columns + j]) for k in range(inner))
            for i in range(rows) for j in range(columns)]


def transposed(matrix, rows, columns):
    return [matrix[i * columns + j] for j in range(columns) for i in range(rows)]


def print_linear_algebra():
    for n in (1, 3, 5, 17, 33):
        a, b = floats(n), floats(n)
        print_case("dot", [n], a, b, mpmath.fdot(zip(a, b)), mpmath.fsum(a), mpmath.fsum(a) / n)
    for m, n in ((3, 5), (7, 3), (1, 17), (17, 5)):
        a, b, w = floats(m), floats(n), floats(m * n)
        print_case("outer", [m, n], a, b, w, product(a, b, m, 1, n), product(w, b, m, n, 1),
                   product(transposed(w, m, n), a, n, m, 1))
    for r, k, c in ((3, 5, 1), (5, 3, 1), (7, 17, 1), (33, 7, 1), (1, 9, 1), (3, 5, 7), (2, 2, 2), (5, 17, 3),
                    (1, 4, 5)):
        a, b, w = floats(r * k), floats(k * c), floats(r * c)
        print_case("matmul", [r, k, c], a, b, w, product(a, b, r, k, c), product(w, transposed(b, k, c), r, c, k),
                   product(transposed(a, r, k), w, k, r, c))


# --- reductions -----------------------------------------------------------------------------------------------------


def scaled(count, scale):
    return [x * scale for x in floats(count, source=of_reductions)]


REDUCED = [floats(6, -4, 4, of_reductions) for _ in range(6)] + [wide(6, of_reductions) for _ in range(6)] + [
    scaled(6, scale) for scale in (2.0**-100, 2.0**-60, 2.0**60, 2.0**100, 1e-290, 1e-150, 1e150, 1e280)] + [
        [0.0] * 6, [0.0, 0.0, 0.0, -3.0, 0.0, 0.0], [-1.5] * 6, [1.0, 2.0, 2.0, -2.0, 2.0, 0.0],
        [5.0, -7.0, 5.0, 1.0, 2.0, 3.0], [1.0, 1 + 2.0**-23, 1 - 2.0**-23, -1 - 2.0**-23, 0.5, 1.0],
        [2.0**24, 1.0, -2.0**24, 0.25, 3.0, -1.0], [2.0**53, 1.0, -2.0**53, 0.25, 3.0, -1.0]]
MANY_REDUCED = [floats(20, -4, 4, of_reductions) for _ in range(2)] + [wide(20, of_reductions) for _ in range(2)] + [
    scaled(20, scale) for scale in (2.0**-60, 2.0**60)]


def print_reductions():
    for vectors in (REDUCED, MANY_REDUCED):
        n = len(vectors[0])
        print("\ninline constexpr reduction_case<%d> reductions_%d[] = {" % (n, n))
        for a in vectors:
            b = wide(n, of_reductions)
            total = mpmath.fsum(map(mpf, a))
            squares = mpmath.fdot(zip(a, a))
            norm = mpmath.sqrt(squares)
            squares = squares if 1e-300 < squares < 1e308 else mpf(0)  # does not fit, or not to 106 bits
            print(wrapped("{%s, %s," % (array(a), array(b))))
            print(wrapped(", ".join(map(pair, (mpmath.fdot(zip(a, b)), total, total / n, squares, norm))) + ","))
            print(wrapped(pairs([mpf(x) / norm if norm else mpf(0) for x in a]) + ","))
            print(wrapped(pairs([mpf(x == max(a)) / a.count(max(a)) for x in a]) + "},"))
        print("};")


# --- normalised exponentials ----------------------------------------------------------------------------------------


def print_softmax():
    for index, (z, t) in enumerate(LOGITS):
        n = len(z)
        w = floats(n)
        top = max(z)
        e = [mpmath.exp(mpf(x) - top) for x in z]
        total = mpmath.fsum(e)
        y = [x / total for x in e]
        mixed = mpmath.fdot(zip(y, w))
        log_total = top + mpmath.log(total)
        by_t = [(top - mpf(x)) + mpmath.log(total) for x in z]
        total_t = mpmath.fsum(t)
        name = "softmax_%d" % index
        print("\ninline constexpr softmax_case<%d> %s = {" % (n, name))
        for member in (z, w, t, y, [y[i] * (w[i] - mixed) for i in range(n)]):
            print(wrapped(array(member) + ","))
        print("    %s, %s," % (number(log_total), number(mpmath.fdot(zip(t, by_t)))))
        print(wrapped(array([y[i] * total_t - t[i] for i in range(n)]) + ","))
        print(wrapped(array(by_t) + ","))
        print("};")


def one_hot(n, k):
    return [1.0 if i == k else 0.0 for i in range(n)]


LOGITS = [
    (floats(3, -2, 2), one_hot(3, 1)),
    (floats(5, -10, 10), [0.5, 0.125, 0.125, 0.25, 0.0]),
    (floats(17, -4, 4), one_hot(17, 16)),
    (floats(33, -1, 1), floats(33, 0, 1)),
    ([0.5] * 7, one_hot(7, 0)),
    ([1.0 + k * 2.0**-22 for k in (0, 3, -2)], [0.25, 0.5, 0.25]),
    ([80.0, -80.0, 79.5], one_hot(3, 2)),
    ([700.0, -700.0, 0.0, 699.0, 1.0], one_hot(5, 0)),
    ([-1000.0, -1000.5, -1001.0], one_hot(3, 1)),
    ([1e300, -1e300, 0.0], one_hot(3, 0)),
    ([1e300, 1e300], [0.5, 0.5]),
    ([-1e300, -1e300, -1e300], one_hot(3, 2)),
]


OF_3 = [(floats(3, -size, size, of_reductions), floats(3, 0, 1, of_reductions)) for size in (1, 2, 4, 8, 20, 80)] + [
    (z, one_hot(3, k % 3)) for k, z in enumerate([
        [0.0, 0.0, 0.0], [-7.0, -7.0, -7.0], [1.0, 1 + 2.0**-23, 1 - 2.0**-23], [1.0, 1 + 2.0**-52, 1 - 2.0**-52],
        [1e-300, -1e-300, 0.0], [2.0**-100, -2.0**-100, 2.0**-120], [16.5, -16.5, 0.25], [87.0, -87.0, 86.5],
        [0.0, -103.0, -104.5], [0.0, -745.0, -746.0], [700.0, -700.0, 699.0], [1e4, -1e4, 1e4 - 0.5],
        [2.0**100, -2.0**100, 0.0], [-2.0**100, -2.0**100, -2.0**101], [2.0**125, 2.0**125, -2.0**125],
        [1e300, -1e300, 0.0], [-1e300, 1e300, 1e300], [-1e300, -1e300, -1e300], [1e300, 9.9e299, 0.0],
        [5e-324, 8e307, 0.0]])]
OF_17 = [(floats(17, -size, size, of_reductions), floats(17, 0, 1, of_reductions)) for size in (1, 8, 80)] + [
    ([float(k) * 2.0**90 for k in range(17)], one_hot(17, 3))]


def print_logits():
    for cases in (OF_3, OF_17):
        n = len(cases[0][0])
        print("\ninline constexpr logits_case<%d> logits_%d[] = {" % (n, n))
        for z, t in cases:
            w = floats(n, source=of_reductions)
            top = max(z)
            e = [mpmath.exp(mpf(x) - top) for x in z]
            total = mpmath.fsum(e)
            y = [x / total for x in e]
            log_y = [mpf(x) - top - mpmath.log(total) for x in z]
            mixed = mpmath.fdot(zip(y, w))
            print(wrapped("{%s, %s, %s," % (array(z), array(w), array(t))))
            print(wrapped(pairs(y) + ", " + pairs([y[i] * (w[i] - mixed) for i in range(n)]) + ","))
            total_t = mpmath.fsum(map(mpf, t))
            total_w = mpmath.fsum(map(mpf, w))
            print(wrapped(pairs(log_y) + ", " + pairs([w[i] - y[i] * total_w for i in range(n)]) + ","))
            print(wrapped(pair(top + mpmath.log(total)) + ", " + pair(-mpmath.fdot(zip(t, log_y))) + ","))
            print(wrapped(pairs([y[i] * total_t - t[i] for i in range(n)]) + "},"))
        print("};")


def main():
    print("// SPDX-License-Identifier: BSL-1.0")
    print("// Written by op.py; do not edit.")
    print_elementwise()
    print_linear_algebra()
    print_softmax()
    print_reductions()
    print_logits()


if __name__ == "__main__":
    main()
