# SPDX-License-Identifier: BSL-1.0
"""Writes black_scholes.inc: the price of a call option and its derivatives up to the third order, to 20 digits.

Usage: python3 black_scholes.py > black_scholes.inc        (needs mpmath)

Black and Scholes (1973), without interest: S·Φ(d) - K·Φ(d - v√T), d = (log(S/K) + v²T/2)/(v√T). The derivatives are
mixed central differences of 200 digits with a step of 1e-25, good to 40 digits.
"""
from itertools import combinations_with_replacement, product

from mpmath import erfc, log, mp, mpf, nstr, sqrt

mp.dps = 200
POINTS = [(100, 95, 0.2, 0.75), (100, 100, 0.5, 2.0), (80, 120, 0.25, 1.5), (1.5, 1.25, 0.125, 0.5)]


def normal(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def price(spot, strike, volatility, time):
    spread = volatility * sqrt(time)
    d = (log(spot / strike) + volatility**2 * time / 2) / spread
    return spot * normal(d) - strike * normal(d - spread)


def derivative(at, by):
    """The central difference of order len(by), each variable moved half a step either way for each time it is named."""
    h = mpf(10)**-25
    total = mpf(0)
    for signs in product((1, -1), repeat=len(by)):
        moved = list(at)
        sign = 1
        for k, s in zip(by, signs):
            moved[k] += s * h / 2
            sign *= s
        total += sign * price(*moved)
    return total / h**len(by)


print("""// SPDX-License-Identifier: BSL-1.0
// Made by black_scholes.py. Spot, strike, volatility, time; then the price and its derivatives: 4 of the first order, 10 of
// the second and 20 of the third, by variables in lexicographic order.""")
print("inline constexpr double black_scholes[][39] = {")
for point in POINTS:
    at = [mpf(x) for x in point]
    row = at + [derivative(at, by) for order in range(4) for by in combinations_with_replacement(range(4), order)]
    print("    {" + ",\n     ".join(nstr(x, 20) for x in row) + "},")
print("};")
