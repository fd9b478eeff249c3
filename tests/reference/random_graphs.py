# SPDX-License-Identifier: BSL-1.0
"""Writes random_graphs.inc: random expressions with heavy sharing, their values and their gradients.

Usage: python3 random_graphs.py > random_graphs.inc        (needs mpmath)

The references are found in another way than the library's: forward, with dual numbers of 50 digits, one direction for
each element of the inputs a, b, c, v (3 elements) and w (3 elements).
"""

import random
import textwrap

import mpmath
from mpmath import mp, mpf

mp.dps = 50

generator = random.Random(555)

GRAPHS, NODES, SIZE = 16, 14, 3
FEW = 8  # of them, for tests that take long to compile
INPUTS = 3 + 2 * SIZE


class Dual:
    """A number and its derivatives in every direction."""

    def __init__(self, value, slopes=None):
        self.value = mpf(value)
        self.slopes = slopes or [mpf(0)] * INPUTS

    def chain(self, value, slope):
        return Dual(value, [slope * s for s in self.slopes])

    def __add__(self, other):
        return Dual(self.value + other.value, [s + t for s, t in zip(self.slopes, other.slopes)])

    def __neg__(self):
        return self.chain(-self.value, -1)

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        return Dual(self.value * other.value,
                    [s * other.value + self.value * t for s, t in zip(self.slopes, other.slopes)])

    def __truediv__(self, other):
        return self * other.chain(1 / other.value, -1 / other.value**2)


def constant(number):
    return Dual(number)


FUNCTIONS = {
    "sin": lambda x: x.chain(mpmath.sin(x.value), mpmath.cos(x.value)),
    "cos": lambda x: x.chain(mpmath.cos(x.value), -mpmath.sin(x.value)),
    "tanh": lambda x: x.chain(mpmath.tanh(x.value), 1 - mpmath.tanh(x.value)**2),
    "sigmoid": lambda x: x.chain(1 / (1 + mpmath.exp(-x.value)),
                                 mpmath.exp(-x.value) / (1 + mpmath.exp(-x.value))**2),
    "softplus": lambda x: x.chain(mpmath.log1p(mpmath.exp(x.value)), 1 / (1 + mpmath.exp(-x.value))),
    "relu": lambda x: x if x.value > 0 else constant(0),
    "square": lambda x: x * x,
}


def exponential(x):
    return x.chain(mpmath.exp(x.value), mpmath.exp(x.value))


def logarithm(x):
    return x.chain(mpmath.log(x.value), 1 / x.value)


def root(x):
    return x.chain(mpmath.sqrt(x.value), 1 / (2 * mpmath.sqrt(x.value)))


def total(values):
    result = values[0]
    for value in values[1:]:
        result = result + value
    return result


def log_sum(values):
    return logarithm(total([exponential(z) for z in values]))


def softmax(values):
    e = [exponential(z) for z in values]
    return [x / total(e) for x in e]


def each(function, *operands):
    """Element by element; a scalar goes with every element."""
    if all(isinstance(o, Dual) for o in operands):
        return function(*operands)
    return [function(*(o if isinstance(o, Dual) else o[i] for o in operands)) for i in range(SIZE)]


def scalar_rules():
    """What makes a scalar of two scalars p and q and two vectors P and Q: C++ text and rule."""
    one = constant(1)
    i = generator.randrange(SIZE)
    name = generator.choice(list(FUNCTIONS))
    return [
        ("{p} + {q}", lambda p, q, P, Q: p + q),
        ("{p} - {q}", lambda p, q, P, Q: p - q),
        ("{p} * {q}", lambda p, q, P, Q: p * q),
        ("{p} * {p} + {p}", lambda p, q, P, Q: p * p + p),
        ("{p} / (1_c + square({q}))", lambda p, q, P, Q: p / (one + q * q)),
        ("%s({p})" % name, lambda p, q, P, Q: FUNCTIONS[name](p)),
        ("exp(sin({p}))", lambda p, q, P, Q: exponential(FUNCTIONS["sin"](p))),
        ("log(1_c + square({p}))", lambda p, q, P, Q: logarithm(one + p * p)),
        ("sqrt(1_c + {p} * {p})", lambda p, q, P, Q: root(one + p * p)),
        ("select(gt({p}, {q}), {p}, {p} * {q})", lambda p, q, P, Q: p if p.value > q.value else p * q),
        ("dot({P}, {Q})", lambda p, q, P, Q: total([x * y for x, y in zip(P, Q)])),
        ("sum({P})", lambda p, q, P, Q: total(P)),
        ("mean({P})", lambda p, q, P, Q: total(P) / constant(SIZE)),
        ("logsumexp({P})", lambda p, q, P, Q: log_sum(P)),
        ("cross_entropy({P}, {Q})", lambda p, q, P, Q: total([y * (log_sum(P) - x) for x, y in zip(P, Q)])),
        ("{P}[%d_c]" % i, lambda p, q, P, Q: P[i]),
    ]


def vector_rules():
    name = generator.choice(list(FUNCTIONS))
    return [
        ("{P} + {Q}", lambda p, q, P, Q: each(Dual.__add__, P, Q)),
        ("{P} - {Q}", lambda p, q, P, Q: each(Dual.__sub__, P, Q)),
        ("hadamard({P}, {Q})", lambda p, q, P, Q: each(Dual.__mul__, P, Q)),
        ("{p} * {P}", lambda p, q, P, Q: each(Dual.__mul__, p, P)),
        ("{p} - {P}", lambda p, q, P, Q: each(Dual.__sub__, p, P)),
        ("{P} / (1_c + square({Q}))", lambda p, q, P, Q: each(lambda x, y: x / (constant(1) + y * y), P, Q)),
        ("{P} / (2_c + sin({p}))", lambda p, q, P, Q: each(lambda x, y: x / (constant(2) + FUNCTIONS["sin"](y)), P, p)),
        ("%s({P})" % name, lambda p, q, P, Q: each(FUNCTIONS[name], P)),
        ("softmax({P})", lambda p, q, P, Q: softmax(P)),
        ("select(gt({P}, {Q}), {P}, {p})",
         lambda p, q, P, Q: each(lambda x, y, s: x if x.value > y.value else s, P, Q, p)),
        ("outer({P}, {Q}) * {Q}", lambda p, q, P, Q: each(Dual.__mul__, total([x * x for x in Q]), P)),
    ]


def elements(value):
    return [value] if isinstance(value, Dual) else value


def print_graph(index):
    inputs = [mpf(generator.randrange(-48, 49)) / 32 for _ in range(INPUTS)]
    leaves = [Dual(x, [mpf(int(i == j)) for j in range(INPUTS)]) for i, x in enumerate(inputs)]
    scalars = [("a", leaves[0]), ("b", leaves[1]), ("c", leaves[2])]
    vectors = [("v", leaves[3:3 + SIZE]), ("w", leaves[3 + SIZE:])]
    uses = {}
    print("\nnamespace graph_%d {" % index)
    for n in range(NODES):
        of_vectors = n % 2 == 1
        text, rule = generator.choice(vector_rules() if of_vectors else scalar_rules())
        p, q = generator.choices(scalars[-5:], k=2)
        P, Q = generator.choices(vectors[-4:], k=2)
        value = rule(p[1], q[1], P[1], Q[1])
        for key, name in (("{p}", p[0]), ("{q}", q[0]), ("{P}", P[0]), ("{Q}", Q[0])):
            uses[name] = uses.get(name, 0) + text.count(key)
        text = text.format(p=p[0], q=q[0], P=P[0], Q=Q[0])
        if max(abs(x.value) for x in elements(value)) > 4:
            text, value = "sin(%s)" % text, each(FUNCTIONS["sin"], value)
        name = "n%d" % n
        (vectors if of_vectors else scalars).append((name, value))
        print("inline constexpr auto %s = %s;" % (name, text))
    terms = ["a * b + c", "dot(v, w)"]
    result = leaves[0] * leaves[1] + leaves[2] + total([x * y for x, y in zip(vectors[0][1], vectors[1][1])])
    for name, value in scalars + vectors:
        if uses.get(name, 0) == 0 and name.startswith("n"):
            terms.append(name if isinstance(value, Dual) else "sum(%s)" % name)
            result = result + total(elements(value))
    print(textwrap.fill("inline constexpr auto root = %s;" % " + ".join(terms), 118, subsequent_indent="    "))
    print("inline constexpr auto shared = %s;" % max((n for n in uses if n.startswith("n")), key=uses.get))
    print("inline constexpr random_graph reference = {")
    print("    {%s}," % ", ".join("%g" % x for x in inputs))
    print("    %s," % float(result.value).hex())
    slopes = [float(s).hex() for s in result.slopes]
    print(textwrap.fill("{%s}};" % ", ".join(slopes), 118, initial_indent="    ", subsequent_indent="     "))
    print("}  // namespace graph_%d" % index)


def main():
    print("// SPDX-License-Identifier: BSL-1.0")
    print("// Written by random_graphs.py; do not edit.")
    for index in range(GRAPHS):
        print_graph(index)
    for name, count in (("each_graph", GRAPHS), ("few_graphs", FEW)):
        print("\ntemplate <class F>\nvoid for_%s(F f) {" % name)
        for index in range(count):
            print("  f(graph_%d::root, graph_%d::shared, graph_%d::reference);" % (index, index, index))
        print("}")


if __name__ == "__main__":
    main()
