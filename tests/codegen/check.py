# SPDX-License-Identifier: BSL-1.0
"""Checks what a compiled file leaves in its object: python3 check.py COMPILER FILE FLAGS...

The file says how it is compiled, once per line, and what it may leave behind:
    // COMPILE: -O2                  the file is compiled and checked once per such line
    // UNDEFINED: sin|cos            regular expression: the undefined symbols that are allowed (none otherwise)
    // DATA: table_.*                regular expression: the data symbols that are allowed (none otherwise)
    // SYMBOLS: .*tapeless.*         regular expression: the function symbols (demangled) that are allowed;
                                     otherwise none but the global ones that the file itself defines
    // READ-ONLY BYTES: 64           size of unnamed tables (.rodata) allowed; 0 otherwise. Single literals do not count
    // LOCATIONS: 2000               most bytes of where -g says that variables are (not checked otherwise)
    // JUMPS: 0                      most conditional jumps in the code (not checked otherwise)
    // STORES: 10                    most instructions that write to the stack frame (not checked otherwise)
    // FRAME: 64                     most bytes of stack in one function (not checked otherwise)
    // FUNCTION: exp_.* JUMPS 1 CALLS 0 SCALAR 0     in each function whose name fits, and there must be one: most
                                     conditional jumps, calls, and scalar floating-point arithmetic; something is packed
    // KINDS: step multiply 3 add 2 load 4 stack 16    in this function at most so many instructions of each kind (kinds.py)
                                     and bytes of stack; none of a kind that is not named
A line may hold for one family of compilers only, or for some versions of it: COMPILE(gcc), JUMPS(gcc<16), JUMPS(gcc>15).
"""
import os
import re
import subprocess
import sys
import tempfile

import kinds


def output(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout


def for_compiler(source, compiler):
    """The source with the lines that hold for this compiler as plain lines, and those that do not removed."""
    family = "clang" if "clang" in os.path.basename(compiler) else "gcc"
    version = int(re.match(r"\d+", output(compiler, "-dumpversion"))[0])

    def plain(line):
        name, only, relation, bound, rest = line.groups()
        holds = only == family and (not relation or (version < int(bound) if relation == "<" else version > int(bound)))
        return f"// {name}: {rest}" if holds else ""
    return re.sub(r"^// ([A-Z -]+)\((gcc|clang)(?:([<>])(\d+))?\): (.*)$", plain, source, flags=re.MULTILINE)


def mark(source, name):
    return re.findall(rf"^// {name}: (.*?)\s*$", source, re.MULTILINE)


def symbol_problems(source, obj):
    allowed = {name: "|".join(mark(source, name)) or "(?!)" for name in ("UNDEFINED", "DATA", "SYMBOLS")}
    for line in output("nm", "-C", obj).splitlines():
        kind, name = re.match(r"[0-9a-f ]* ([A-Za-z]) (.*)", line).groups()
        if name.startswith(".L") or kind in "nN":
            continue  # a literal or a table without a name, which section_problems weighs; or a name for the linker only
        if kind in "Uw":
            ok, what = re.fullmatch(allowed["UNDEFINED"], name), "undefined symbol"
        elif kind == "T" and "tapeless::" not in name:
            continue
        elif kind in "TtWi":
            ok, what = re.fullmatch(allowed["SYMBOLS"], name), "function symbol"
        else:
            ok, what = re.fullmatch(allowed["DATA"], name), "data symbol"
        if not ok:
            yield f"{what} ({kind}) {name}"


def section_problems(source, obj):
    most = max(map(int, mark(source, "READ-ONLY BYTES")), default=0)
    tables = locations = 0
    for line in output("readelf", "-SW", obj).splitlines():
        section = re.match(r"\s*\[ *\d+\] (\S+)\s+\S+\s+\S+\s+\S+\s+([0-9a-f]+)", line)
        if not section:
            continue
        name, size = section[1], int(section[2], 16)
        if re.match(r"\.(data|bss|tdata|tbss|init_array|ctors)", name) and size and not mark(source, "DATA"):
            yield f"section {name} of {size} bytes"
        if name.startswith(".rodata") and not name.startswith(".rodata.cst"):
            tables += size
        if name.startswith(".debug_loc"):
            locations += size
    if tables > most:
        yield f"{tables} bytes of read-only tables; allowed: {most}"
    for most_locations in map(int, mark(source, "LOCATIONS")):
        if locations > most_locations:
            yield f"{locations} bytes of locations of variables; allowed: {most_locations}"


STORE = r":\s+v?mov[a-z0-9]+\s+%[a-z0-9]+,-?(?:0x[0-9a-f]+)?\(%r[sb]p\)"


def code_problems(functions, source):
    """Counts in all of the object."""
    asked = [name for name in ("JUMPS", "STORES", "FRAME") if mark(source, name)]
    if not asked:
        return
    counted = [kinds.counted(lines) for lines in functions.values()]
    counts = {
        "JUMPS": sum(c.get("jump", 0) for c in counted),
        "STORES": sum(1 for lines in functions.values() for line in lines if re.search(STORE, line)),
        "FRAME": max((c["stack"] for c in counted), default=0)}
    words = {"JUMPS": "conditional jumps", "STORES": "stores to the stack", "FRAME": "bytes of stack"}
    for name in asked:
        if counts[name] > int(mark(source, name)[0]):
            yield f"{counts[name]} {words[name]}; allowed: {mark(source, name)[0]}"


SCALAR = r":\s+v?(?:add|sub|mul|div|sqrt|max|min|fn?m(?:add|sub)[123]{3})s[sd]\s"
PACKED = r":\s+v?(?!u?n?pck|mov|insert|extract)[a-z0-9]+p[sd]\s"


def function_problems(functions, source):
    """As code_problems, function by function."""
    for line in mark(source, "FUNCTION"):
        names, *most = re.fullmatch(r"(\S+) JUMPS (\d+) CALLS (\d+) SCALAR (\d+)", line).groups()
        found = kinds.named(functions, names)
        if not found:
            yield f"no function {names}"
        for name, lines in found.items():
            if not any(re.search(PACKED, i) for i in lines):
                yield f"{name}: no packed operation"
            counts = kinds.counted(lines)
            scalar = sum(1 for i in lines if re.search(SCALAR, i))
            for what, count, limit in zip(("conditional jumps", "calls", "scalar instructions"),
                                          (counts.get("jump", 0), counts.get("call", 0), scalar), most):
                if count > int(limit):
                    yield f"{name}: {count} {what}; allowed: {limit}"


def kind_problems(functions, source):
    for name, *most in map(str.split, mark(source, "KINDS")):
        found = kinds.named(functions, name)
        if not found:
            yield f"no function {name}"
        allowed = dict(zip(most[::2], map(int, most[1::2])))
        for lines in found.values():
            for kind, count in kinds.counted(lines).items():
                if count > allowed.get(kind, 0):
                    yield f"{name}: {kind} {count}; allowed: {allowed.get(kind, 0)}"


def disassembly_problems(source, obj):
    """Only here does it matter which machine it is; a large object takes seconds to read, so only what asks for it is read."""
    if os.uname().machine in ("x86_64", "AMD64") and any(mark(source, name) for name in ("JUMPS", "STORES", "FRAME", "FUNCTION", "KINDS")):
        functions = kinds.functions(obj)
        yield from code_problems(functions, source)
        yield from function_problems(functions, source)
        yield from kind_problems(functions, source)


def main(compiler, file, *flags):
    with open(file, encoding="utf-8") as text:
        source = for_compiler(text.read(), compiler)
    runs = mark(source, "COMPILE")
    wrong = 0 if runs else 1
    if not runs:
        print("WRONG: the file has no '// COMPILE:' line")
    for run in runs:
        with tempfile.TemporaryDirectory() as folder:
            obj = os.path.join(folder, "code.o")
            compiled = subprocess.run([compiler, *flags, *run.split(), "-c", file, "-o", obj])
            problems = ["it does not compile"] if compiled.returncode else [
                *symbol_problems(source, obj), *section_problems(source, obj), *disassembly_problems(source, obj)]
        for problem in problems:
            print(f"WRONG: {compiler} {run}: {problem}")
        wrong += len(problems)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
