# SPDX-License-Identifier: BSL-1.0
"""Writes random programs with their values and derivatives as a Catch2 file: python3 generate.py FIRST COUNT FILE [scalars|sizes]

Program number n is made from the seed n alone (needs mpmath). Its nodes share operands heavily and draw on the whole
vocabulary, for scalars, vectors and matrices. With `scalars` all its nodes are scalars, and it calls the C library's
functions, as what show::cpp prints of it does. With `sizes` the extents of its vectors and matrices are drawn, too, and its gradient
is compared along two directions in which all elements move.

The references know nothing of derivative rules: the program is evaluated with 60 digits, and derivatives are central
differences with a step of 1e-20 (second ones with 1e-15), good to 30 digits. Points near a kink, a pole or the end of a
domain, and values or slopes beyond MOST, are drawn again.
"""
import random
import sys

import mpmath
from mpmath import mp, mpf

mp.dps = 60

NODES = 28
MOST = 40  # magnitude of a value
MOST_SLOPE = 2000
GAP = mpf("0.03")  # to a kink or a pole; 1e-6 with `sizes`, where many elements must keep it

INPUTS = {"a": (), "b": (), "v": (3,), "w": (3,), "W": (2, 3), "M": (3, 3)}
SCALAR_INPUTS = {"a": (), "b": (), "c": (), "d": ()}
SHAPES = [(), (3,), (2,), (2, 3), (3, 3), (3, 2)]
EXTENTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 17, 20, 24, 31, 32, 33, 40, 64, 65, 100]  # of `sizes`
MOST_ELEMENTS = 600


class OutOfRange(Exception):
    pass


def require(condition):
    if not condition:
        raise OutOfRange


def size(shape):
    n = 1
    for extent in shape:
        n *= extent
    return n


def spelled(shape):
    return ("tl::scalar", "tl::vec<%d>", "tl::mat<%d, %d>")[len(shape)] % shape


# --- element by element: name -> (function of 60 digits, condition for a smooth point) -------------------------------

def sigmoid(x):
    return 1 / (1 + mpmath.exp(-x))


def away(*points):
    return lambda x: all(abs(x - p) > GAP for p in points)


def above(bound):
    return lambda x: x > bound + GAP


def inside(bound):
    return lambda x: abs(x) < bound - GAP


def anywhere(_):
    return True


UNARY = {
    "abs": (abs, away(0)),
    "sign": (mpmath.sign, away(0)),
    "square": (lambda x: x * x, anywhere),
    "sqrt": (mpmath.sqrt, above(0)),
    "cbrt": (lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x)), away(0)),
    "exp": (mpmath.exp, lambda x: x < 4),
    "exp2": (lambda x: mpf(2)**x, lambda x: x < 5),
    "expm1": (mpmath.expm1, lambda x: x < 4),
    "log": (mpmath.log, above(0)),
    "log2": (lambda x: mpmath.log(x) / mpmath.log(2), above(0)),
    "log10": (mpmath.log10, above(0)),
    "log1p": (mpmath.log1p, above(-1)),
    "sin": (mpmath.sin, anywhere),
    "cos": (mpmath.cos, anywhere),
    "tan": (mpmath.tan, lambda x: abs(mpmath.cos(x)) > mpf("0.2")),
    "asin": (mpmath.asin, inside(1)),
    "acos": (mpmath.acos, inside(1)),
    "atan": (mpmath.atan, anywhere),
    "sinh": (mpmath.sinh, inside(4)),
    "cosh": (mpmath.cosh, inside(4)),
    "tanh": (mpmath.tanh, anywhere),
    "asinh": (mpmath.asinh, anywhere),
    "acosh": (mpmath.acosh, above(1)),
    "atanh": (mpmath.atanh, inside(1)),
    "erf": (mpmath.erf, anywhere),
    "erfc": (mpmath.erfc, anywhere),
    "sigmoid": (sigmoid, anywhere),
    "relu": (lambda x: max(x, mpf(0)), away(0)),
    "softplus": (lambda x: mpmath.log1p(mpmath.exp(x)), anywhere),
    "silu": (lambda x: x * sigmoid(x), anywhere),
    "gelu": (lambda x: x * mpmath.ncdf(x), anywhere),
    "gelu_tanh": (lambda x: x / 2 * (1 + mpmath.tanh(mpmath.sqrt(2 / mp.pi) * (x + mpf("0.044715") * x**3))), anywhere),
}

BINARY = {
    "{} + {}": (lambda x, y: x + y, lambda x, y: True),
    "{} - {}": (lambda x, y: x - y, lambda x, y: True),
    "{} / {}": (lambda x, y: x / y, lambda x, y: abs(y) > mpf("0.2")),
    "hadamard({}, {})": (lambda x, y: x * y, lambda x, y: True),
    "pow({}, {})": (lambda x, y: x**y, lambda x, y: x > mpf("0.2") and abs(y) < 3),
    "atan2({}, {})": (lambda x, y: mpmath.atan2(x, y), lambda x, y: x * x + y * y > mpf("0.04") and (y > 0 or abs(x) > GAP)),
    "hypot({}, {})": (lambda x, y: mpmath.hypot(x, y), lambda x, y: x * x + y * y > mpf("0.04")),
    "min({}, {})": (min, lambda x, y: abs(x - y) > GAP),
    "max({}, {})": (max, lambda x, y: abs(x - y) > GAP),
}

COMPARISON = {"lt": lambda x, y: x < y, "le": lambda x, y: x <= y, "gt": lambda x, y: x > y, "ge": lambda x, y: x >= y}


def logsumexp(x):
    return mpmath.log(sum(map(mpmath.exp, x)))


def softmax(x):
    shift = logsumexp(x)
    return [mpmath.exp(e - shift) for e in x]


def clear_maximum(x):
    ordered = [mpf("-inf"), *sorted(x)]
    require(ordered[-1] - ordered[-2] > GAP)
    return ordered[-1]


def by_rows(function, shape):
    """The function of one row, for each row of matrices; a vector is one row."""
    columns = shape[-1]
    return lambda *operands: [e for i in range(0, size(shape), columns) for e in function(*(x[i:i + columns] for x in operands))]


def norm(x):
    total = mpmath.sqrt(sum(e * e for e in x))
    require(total > mpf("0.2"))
    return total


def product(x, y, rows, inner, columns):
    return [sum(x[i * inner + k] * y[k * columns + j] for k in range(inner)) for i in range(rows) for j in range(columns)]


REDUCTIONS = {
    "sum": (sum, (1, 2)),
    "mean": (lambda x: sum(x) / len(x), (1, 2)),
    "squared_norm": (lambda x: sum(e * e for e in x), (1, 2)),
    "norm": (norm, (1, 2)),
    "max_element": (clear_maximum, (1, 2)),
    "logsumexp": (logsumexp, (1,)),
}


KINDS_OF_SCALARS = ["unary"] * 5 + ["binary"] * 4 + ["constant", "choice", "clamp"]
KINDS = KINDS_OF_SCALARS + ["reduction", "softmax", "cross_entropy", "product", "product", "dot", "outer", "transpose", "element",
                            "segment", "row", "concat", "reshape", "broadcast"]

# --- programs --------------------------------------------------------------------------------------------------------

class Program:
    """Nodes in the order in which they were made: text in C++, shape, and a function of the values before."""

    def __init__(self, seed, inputs):
        self.draw = random.Random(seed)
        self.inputs = inputs = inputs or self.sized_inputs()
        self.text, self.shapes, self.rules, self.values = [], [], [], []
        self.used = set()
        self.at = []
        for name, shape in inputs.items():
            k = len(self.at)
            self.at.append([round(self.draw.uniform(-1.5, 1.5), 3) for _ in range(size(shape))])
            self.append(name, shape, None, [mpf(x) for x in self.at[k]])
        while len(self.text) < len(inputs) + NODES:
            try:
                self.grow()
            except OutOfRange:
                pass
        self.finish()

    def sized_inputs(self):
        while True:
            p, q, r = (self.draw.choice(EXTENTS) for _ in range(3))
            inputs = {"a": (), "b": (), "x": (p,), "y": (q,), "A": (q, p), "B": (r, q), "X": (self.draw.choice(EXTENTS), p)}
            if all(size(shape) <= MOST_ELEMENTS for shape in inputs.values()):
                return inputs

    def append(self, text, shape, rule, value=None):
        require(size(shape) <= MOST_ELEMENTS)
        if value is None:
            value = rule(self.values)
            require(all(abs(x) < MOST for x in value))
        self.text.append(text)
        self.shapes.append(shape)
        self.rules.append(rule)
        self.values.append(value)

    def name(self, k):
        if k < len(self.inputs):
            return self.text[k]
        return f"n{k - len(self.inputs)}"

    def pick(self, accepts=lambda shape: True):
        """A node: one of the last few as often as any, and one made early (often used) a little more."""
        nodes = [k for k, shape in enumerate(self.shapes) if accepts(shape)]
        require(nodes)
        return self.draw.choice(self.draw.choice([nodes, nodes[-4:], nodes[:8]]))

    def elementwise(self, text, operands, function, smooth):
        shape = max((self.shapes[k] for k in operands), key=len)
        require(all(self.shapes[k] in ((), shape) for k in operands))

        def rule(values):
            rows = [[values[k][i if self.shapes[k] else 0] for k in operands] for i in range(size(shape))]
            require(all(smooth(*row) for row in rows))
            return [mpf(function(*row)) for row in rows]

        self.append(text.format(*map(self.name, operands)), shape, rule)
        self.used.update(operands)

    def structured(self, text, operands, shape, function):
        self.append(text.format(*map(self.name, operands)), shape, lambda values: function(*(values[k] for k in operands)))
        self.used.update(operands)

    def grow(self):
        pick = self.pick
        kind = self.draw.choice(KINDS if any(self.inputs.values()) else KINDS_OF_SCALARS)
        if kind == "unary":
            name = self.draw.choice(sorted(UNARY))
            self.elementwise(name + "({})", [pick()], *UNARY[name])
        elif kind == "binary":
            text = self.draw.choice(sorted(BINARY))
            a = pick()
            self.elementwise(text, [a, pick(lambda s: s in ((), self.shapes[a]) or self.shapes[a] == ())], *BINARY[text])
        elif kind == "constant":
            factor = self.draw.choice([0.5, 2.0, -1.25, 0.1, 3.0])
            self.elementwise(f"{factor}_c * {{}}", [pick()], lambda x: mpf(factor) * x, anywhere)
        elif kind == "choice":
            name = self.draw.choice(sorted(COMPARISON))
            a = pick()
            fits = lambda s: s in ((), self.shapes[a])
            self.elementwise(f"select({name}({{}}, {{}}), {{}}, {{}})", [a, pick(fits), pick(fits), pick(fits)],
                             lambda x, y, yes, no: yes if COMPARISON[name](x, y) else no, lambda x, y, *_: abs(x - y) > GAP)
        elif kind == "clamp":
            self.elementwise("clamp({}, -0.5_c, 1.5_c)", [pick()], lambda x: min(max(x, mpf(-0.5)), mpf(1.5)), away(-0.5, 1.5))
        elif kind == "reduction":
            name = self.draw.choice(sorted(REDUCTIONS))
            function, ranks = REDUCTIONS[name]
            self.structured(name + "({})", [pick(lambda s: len(s) in ranks)], (), lambda x: [function(x)])
        elif kind == "softmax":
            a = pick(lambda s: len(s) > 0)
            name, function = self.draw.choice([("softmax", softmax), ("log_softmax", lambda x: [e - logsumexp(x) for e in x])])
            self.structured(name + "({})", [a], self.shapes[a], by_rows(function, self.shapes[a]))
        elif kind == "cross_entropy":
            z = pick(lambda s: len(s) > 0)
            t = pick(lambda s: s == self.shapes[z])
            terms = by_rows(lambda x, y: [-q * (e - logsumexp(x)) for e, q in zip(x, y)], self.shapes[z])
            self.structured("cross_entropy({}, {})", [z, t], (), lambda x, y: [sum(terms(x, y))])
        elif kind == "product":
            a = pick(lambda s: len(s) == 2)
            rows, inner = self.shapes[a]
            b = pick(lambda s: len(s) > 0 and s[0] == inner)
            columns = self.shapes[b][1] if len(self.shapes[b]) == 2 else 1
            shape = (rows, columns) if len(self.shapes[b]) == 2 else (rows,)
            self.structured("{} * {}", [a, b], shape, lambda x, y: product(x, y, rows, inner, columns))
        elif kind == "dot":
            a = pick(lambda s: len(s) == 1)
            self.structured("dot({}, {})", [a, pick(lambda s: s == self.shapes[a])], (),
                            lambda x, y: [sum(p * q for p, q in zip(x, y))])
        elif kind == "outer":
            a, b = pick(lambda s: len(s) == 1), pick(lambda s: len(s) == 1)
            self.structured("outer({}, {})", [a, b], self.shapes[a] + self.shapes[b], lambda x, y: [p * q for p in x for q in y])
        elif kind == "transpose":
            a = pick(lambda s: len(s) == 2)
            rows, columns = self.shapes[a]
            self.structured("transpose({})", [a], (columns, rows),
                            lambda x: [x[i * columns + j] for j in range(columns) for i in range(rows)])
        elif kind == "element":
            a = pick(lambda s: len(s) > 0)
            i = self.draw.randrange(size(self.shapes[a]))
            if len(self.shapes[a]) == 2 and self.draw.random() < 0.5:
                row, column = divmod(i, self.shapes[a][1])
                self.structured(f"{{}}({row}_c, {column}_c)", [a], (), lambda x: [x[i]])
            else:
                self.structured(f"{{}}[{i}_c]", [a], (), lambda x: [x[i]])
        elif kind == "segment":
            a = pick(lambda s: len(s) == 1)
            count = self.draw.randint(1, size(self.shapes[a]))
            begin = self.draw.randint(0, size(self.shapes[a]) - count)
            self.structured(f"tl::segment<{begin}, {count}>({{}})", [a], (count,), lambda x: x[begin:begin + count])
        elif kind == "row":
            a = pick(lambda s: len(s) == 2)
            rows, columns = self.shapes[a]
            i = self.draw.randrange(rows)
            self.structured(f"tl::row<{i}>({{}})", [a], (columns,), lambda x: x[i * columns:(i + 1) * columns])
        elif kind == "concat":
            parts = [pick(lambda s: len(s) < 2) for _ in range(self.draw.choice([2, 2, 2, 3]))]
            count = sum(size(self.shapes[k]) for k in parts)
            self.structured(f"concat({', '.join(['{}'] * len(parts))})", parts, (count,), lambda *x: sum(x, []))
        elif kind == "reshape":
            a = pick()
            count = size(self.shapes[a])
            rows = self.draw.choice([n for n in range(1, count + 1) if count % n == 0])
            shape = self.draw.choice([(rows, count // rows)] * 3 + [(count,)] + [()] * (count == 1))
            self.structured(f"tl::reshape<{spelled(shape)}>({{}})", [a], shape, lambda x: x)
        elif kind == "broadcast":
            a = pick(lambda s: len(s) < 2)
            fits = (lambda s: len(s) > 0) if self.shapes[a] == () else (lambda s: len(s) == 2 and s[1:] == self.shapes[a])
            shape = self.shapes[pick(fits)]
            copies = size(shape) // size(self.shapes[a])
            self.structured(f"tl::broadcast<{spelled(shape)}>({{}})", [a], shape, lambda x: x * copies)

    def finish(self):
        """The root: a weighted sum of what nothing uses yet, inputs too."""
        ends = [k for k in range(len(self.text)) if k not in self.used]
        weights = [self.draw.choice([1.0, 0.5, -0.5, 0.25]) for _ in ends]
        terms = [f"{w}_c * " + (f"sum({self.name(k)})" if self.shapes[k] else self.name(k)) for w, k in zip(weights, ends)]
        self.root = " + ".join(terms)
        self.root_rule = lambda values: sum(mpf(w) * sum(values[k]) for w, k in zip(weights, ends))
        self.nodes = {self.name(k) for k in range(len(self.text))}

    def evaluated(self, at):
        values = list(at)
        for rule in self.rules[len(at):]:
            values.append(rule(values))
        return self.root_rule(values)

    def moved(self, moves):
        """The value with these elements of inputs moved: (input, element, by)."""
        at = [[mpf(x) for x in row] for row in self.at]
        for k, i, by in moves:
            at[k][i] += by
        return self.evaluated(at)

    def gradient(self):
        h = mpf(10)**-20
        slopes = [[(self.moved([(k, i, h)]) - self.moved([(k, i, -h)])) / (2 * h) for i in range(len(row))]
                  for k, row in enumerate(self.at)]
        require(all(abs(s) < MOST_SLOPE for row in slopes for s in row))
        return slopes

    def slope_along(self, sign):
        """The slope where element k of all, in order, moves by sign(k)."""
        h = mpf(10)**-20
        elements = [(k, i) for k, row in enumerate(self.at) for i in range(len(row))]
        ahead, back = (self.moved([(k, i, by * sign(n)) for n, (k, i) in enumerate(elements)]) for by in (h, -h))
        slope = (ahead - back) / (2 * h)
        require(abs(slope) < MOST_SLOPE * MOST)
        return slope

    def second(self):
        """d²E/da², d²E/da db."""
        h = mpf(10)**-15
        own = (self.moved([(0, 0, h)]) - 2 * self.moved([]) + self.moved([(0, 0, -h)])) / h**2
        mixed = sum(p * q * self.moved([(0, 0, p * h), (1, 0, q * h)]) for p in (1, -1) for q in (1, -1)) / (4 * h**2)
        require(abs(own) < MOST_SLOPE * MOST and abs(mixed) < MOST_SLOPE * MOST)
        return own, mixed


def number(x):
    return mpmath.nstr(x, 20, min_fixed=-5, max_fixed=5)


def braces(values, shape):
    if len(shape) == 0:
        return str(values[0])
    if len(shape) == 1:
        return "{" + ", ".join(map(str, values)) + "}"
    rows = [values[i * shape[1]:(i + 1) * shape[1]] for i in range(shape[0])]
    return "{" + ", ".join(braces(row, shape[1:]) for row in rows) + "}"


def drawn(seed, inputs, slopes_of):
    """Program number `seed`, and its slopes. One whose slopes are too large is drawn again, from a seed that follows from it."""
    attempt = 0
    while True:
        try:
            program = Program(seed + 1_000_003 * attempt, inputs)
            return program, slopes_of(program)
        except OutOfRange:
            attempt += 1


def expressions(program):
    lines = [f"constexpr auto {program.name(k)} = {program.text[k]};" for k in range(len(program.inputs), len(program.text))]
    return lines + [f"constexpr auto E = {program.root};"]


def written(seed, inputs):
    """Program number `seed` in C++."""
    scalars = inputs is SCALAR_INPUTS
    program, (slopes, second) = drawn(seed, inputs, lambda p: (p.gradient(), None if scalars else p.second()))
    names = list(inputs)
    lines = [f"namespace program_{seed} {{", *expressions(program), "}", f'TEST_CASE("program {seed}") {{']
    point = [braces(program.at[k], inputs[n]) for k, n in enumerate(names)]
    if scalars:
        point = [f"at_run_time({number})" for number in point]
    bindings = ", ".join(f"{n} = {at}" for n, at in zip(names, point))
    policy = "<tl::math::libm_math>" if scalars else ""
    wrt = f"tl::wrt({', '.join(names)})"
    lines.append(f"  constexpr auto step = tl::value_and_gradient{policy}(program_{seed}::E, {wrt});")
    lines.append(f"  const auto got = step({bindings});")
    lines.append(f"  record(\"program_{seed}\", step, got, {wrt}, {bindings});")
    lines.append(f"  check_near(got.value, {number(program.moved([]))});")
    flat = ", ".join(number(s) for row in slopes for s in row)
    lines.append("  check_near(got.gradient, {" + flat + "});")
    if seed % 4 == 0 and not scalars:
        lines.append(f"  constexpr auto slope = tl::derivative(program_{seed}::E, a);")
        lines.append("  const auto second = tl::function(tl::derivative(slope, a), tl::derivative(slope, b))(" + bindings + ");")
        lines.append(f"  check_near(std::get<0>(second), {number(second[0])});")
        lines.append(f"  check_near(std::get<1>(second), {number(second[1])});")
    lines.append("}")
    return "\n".join(lines)


def direction(d, k):
    """The sign by which element k moves in direction d, as in fuzz.hpp."""
    return 1 - 2 * ((((k + 1) * 2654435761 + d * 40503) >> 15) & 1)


def written_with_sizes(seed):
    """Program number `seed` of those whose extents are drawn, too."""
    program, slopes = drawn(seed, None, lambda p: [p.slope_along(lambda k: direction(d, k)) for d in range(2)])
    names = list(program.inputs)
    draw = random.Random(seed)
    results = draw.sample([k for k in range(len(names), len(program.text))], 3)
    at = ", ".join(str(x) for row in program.at for x in row)
    lines = [f"namespace sizes_{seed} {{"]
    lines += [f'constexpr auto {n} = tl::{"parameter" if len(shape) == 2 else "input"}<"{n}", {spelled(shape)}>;' for n, shape in program.inputs.items() if shape]
    lines += [*expressions(program), "}", f'TEST_CASE("sizes {seed}") {{', f"  using namespace sizes_{seed};", f"  constexpr double at[] = {{{at}}};"]
    sums = [[mpmath.fsum(direction(d, k) * x for k, x in enumerate(program.values[n])) for d in range(2)] for n in results]
    lines.append(f'  check_sizes("sizes_{seed}", E, tl::wrt({", ".join(names)}), at, {number(program.moved([]))}, {{{", ".join(map(number, slopes))}}}, '
                 f"tl::hana::make_tuple({', '.join(map(program.name, results))}), {{{', '.join('{' + ', '.join(map(number, pair)) + '}' for pair in sums)}}});")
    lines.append("}")
    return "\n".join(lines)


def main(first, count, file, kind=None):
    if kind == "sizes":
        global GAP
        GAP = mpf("1e-6")
        write = written_with_sizes
    else:
        write = lambda seed: written(seed, SCALAR_INPUTS if kind == "scalars" else INPUTS)
    programs = "\n\n".join(write(seed) for seed in range(first, first + count))
    with open(file, "w", encoding="utf-8") as out:
        out.write(f"""// SPDX-License-Identifier: BSL-1.0
// Random programs {first} to {first + count - 1}: {' '.join(("python3 generate.py", str(first), str(count), file, *([kind] if kind else [])))}
#include "fuzz/fuzz.hpp"

{programs}
""")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
