# SPDX-License-Identifier: BSL-1.0
"""Prints the coefficients of erfc in math/error_function.hpp: python3 erfc_coefficients.py

For x >= 0, with u = 2x/(x + 4), it is (1 + 2x) exp(x^2) erfc(x) = 1 + u h(u - 1), and h is smooth. The polynomial interpolates h at
the Chebyshev points of the range that x from 0 to 28 has; the largest relative error that it leaves, of coefficients rounded to
double, is printed, too.
"""
from mpmath import cos, erfc, exp, log, mp, mpf, pi

mp.dps = 60
DEGREE = 22
SCALE = 4
LARGEST = 28


def h(q):
    u = 1 + q
    x = SCALE * u / (2 - u)
    return ((1 + 2 * x) * exp(x * x) * erfc(x) - 1) / u


def interpolated(nodes):
    """Coefficients by powers of q, from Newton's form."""
    newton = [h(q) for q in nodes]
    for k in range(1, len(nodes)):
        for j in range(len(nodes) - 1, k - 1, -1):
            newton[j] = (newton[j] - newton[j - 1]) / (nodes[j] - nodes[j - k])
    powers = [newton[-1]]
    for node, c in zip(reversed(nodes[:-1]), reversed(newton[:-1])):
        powers = [shifted - node * same for shifted, same in zip([mpf(0)] + powers, powers + [mpf(0)])]
        powers[0] += c
    return powers


def main():
    end = 1 - 2 * mpf(SCALE) / (LARGEST + SCALE)
    middle, half = (end - 1) / 2, (end + 1) / 2
    count = DEGREE + 1
    coefficients = [float(c) for c in interpolated([middle + half * cos(pi * (2 * j + 1) / (2 * count)) for j in range(count)])]
    for k, c in enumerate(coefficients):
        print(f"q^{k:<3} {c.hex()}")
    largest = mpf(0)
    for j in range(2000):
        q = middle + half * cos(pi * (j + mpf(1) / 3) / 2000)
        error = (sum(mpf(c) * q**k for k, c in enumerate(coefficients)) - h(q)) * (1 + q) / (1 + h(q) * (1 + q))
        largest = max(largest, abs(error))
    print(f"largest relative error: 2^{float(log(largest, 2)):.1f}")


main()
