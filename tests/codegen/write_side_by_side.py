# SPDX-License-Identifier: BSL-1.0
"""Fills docs/side-by-side.md: python3 write_side_by_side.py [--check] [-FLAG...] ROOT COMPILER... (g++ and others, for x86-64)

Below each <!-- made: NAME --> stands a block or a table, which this script writes:
    printed        what show::cpp prints of the program `generated` of side_by_side.cpp
    by_tapeless    the assembly of that function by the first compiler, and by_hand that of the other
    kinds          how many instructions of each kind they have, by each compiler
    compilers      what the compilers say they are
--check writes nothing and exits with 1 where the page differs: in what is printed, and, if the first compiler and the machine are
those of the page, in what that compiler made, in its columns of the table, too. FLAGs are for the compilers.
"""
import os
import re
import subprocess
import sys
import tempfile

import kinds

FUNCTIONS = ("by_tapeless", "by_hand")
ORDER = ("multiply", "add", "call", "jump", "load", "store", "move", "shuffle", "other", "stack")
MADE = re.compile(r"(^<!-- made: (\S+) -->\n)(```.*?^```\n|(?:[^\n]+\n)*)", re.MULTILINE | re.DOTALL)


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout


def version_of(compiler):
    """What it says it is, whatever name it was called by."""
    return re.sub(r"^[cg]\+\+\S* ", "g++ ", run(compiler, "--version").splitlines()[0])


def name_of(compiler):
    return ("clang " if "clang" in version_of(compiler) else "g++ ") + run(compiler, "-dumpversion").split(".")[0].strip()


def compiled(root, compiler, flags, folder):
    out = os.path.join(folder, os.path.basename(compiler) + ".o")
    run(compiler, *flags, "-O2", "-c", os.path.join(root, "tests/codegen/side_by_side.cpp"), "-o", out)
    return out


def printed(root, compiler, flags, folder):
    source, program = os.path.join(folder, "print.cpp"), os.path.join(folder, "print")
    with open(source, "w", encoding="utf-8") as file:
        file.write('#include "side_by_side.cpp"\n#include <cstdio>\nint main() { std::fputs(tl::show::cpp(generated, "bishop").c_str(), stdout); }\n')
    run(compiler, *flags, "-I" + os.path.join(root, "tests/codegen"), source, "-o", program)
    return run(program)


def function_in(obj, name, *options):
    (lines,) = kinds.named(kinds.functions(obj, *options), name).values()
    return lines


def listing(obj, name):
    """Without addresses; what a relocation fills in is put in place."""
    lines = []
    for line in function_in(obj, name, "-r"):
        filled = re.match(r"\s*[0-9a-f]+: R_\S+\s+([\w.]+)", line)
        if filled:
            lines[-1] = re.sub(r"^(call\s+).*", rf"\1{filled[1]}", lines[-1]) if lines[-1].startswith("call") else \
                re.sub(r"0x0\(%rip\).*?(,|$|\s+#.*)", lambda m: f"{filled[1]}(%rip)" + ("," if m[1] == "," else ""), lines[-1])
        else:
            lines.append(re.sub(r"\s+", " ", re.sub(r"\s+#.*", "", line.split(":", 1)[1])).strip())
    return "\n".join(re.sub(r"^(\S+) ", lambda m: f"{m[1]:9}", line) for line in lines) + "\n"


def table(objects):
    columns = [(f"{function.replace('by_', 'by ').replace('tapeless', 'Tapeless')}, {compiler}", kinds.counted(function_in(obj, function)))
               for compiler, obj in objects.items() for function in FUNCTIONS]
    rows = ["| | " + " | ".join(name for name, _ in columns) + " |", "|---|" + "---|" * len(columns)]
    for kind in ORDER:
        rows.append(f"| {'bytes of stack' if kind == 'stack' else kind} | " + " | ".join(str(c.get(kind, 0)) for _, c in columns) + " |")
    rows.insert(-1, "| **instructions** | " + " | ".join(f"**{sum(n for kind, n in c.items() if kind != 'stack')}**" for _, c in columns) + " |")
    return "\n".join(rows) + "\n"


def main(*arguments):
    check = "--check" in arguments
    root, *compilers = (a for a in arguments if not a.startswith("-"))
    flags = [a for a in arguments if a.startswith("-") and a != "--check"] or ["-std=c++20", "-I" + os.path.join(root, "include")]
    path = os.path.join(root, "docs/side-by-side.md")
    with open(path, encoding="utf-8") as file:
        page = file.read()
    with tempfile.TemporaryDirectory() as folder:
        made = {"printed": f"```c\n{printed(root, compilers[0], flags, folder)}```\n",
                "compilers": "".join(f"- {version_of(c)}\n" for c in compilers)}
        is_theirs = "<!-- made: compilers -->\n" + made["compilers"].splitlines()[0] in page and os.uname().machine == "x86_64"
        if not check or is_theirs:
            objects = {name_of(c): compiled(root, c, flags, folder) for c in compilers}
            first = next(iter(objects.values()))
            made.update({name: f"```asm\n{listing(first, name)}```\n" for name in FUNCTIONS})
            made["kinds"] = table(objects)
        else:
            del made["compilers"]
    wrong = 0

    def fill(match):
        nonlocal wrong
        head, name, old = match.groups()
        new = made.get(name, old)
        if check and name in ("kinds", "compilers"):  # the page may have more compilers, in more columns and lines
            is_same = all(theirs.startswith(ours.rstrip("\n")) for ours, theirs in zip(new.splitlines(), old.splitlines()))
        else:
            is_same = old == new
        if not is_same:
            wrong += 1
            if check:
                print(f"docs/side-by-side.md: {name} is now\n{new}")
        return head + new

    filled = MADE.sub(fill, page)
    if len(MADE.findall(page)) != 5:
        print("docs/side-by-side.md: five blocks are made, it has", len(MADE.findall(page)))
        return 1
    if not check:
        with open(path, "w", encoding="utf-8") as file:
            file.write(filled)
    return 1 if check and wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
