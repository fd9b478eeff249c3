# SPDX-License-Identifier: BSL-1.0
"""Checks the layout of the headers and of the tests that mirror them: python3 check_includes.py ROOT

- A header in a folder includes only headers of that folder and of folders to its left in ORDER.
- Only the umbrellas, core.hpp and tapeless.hpp, lie in no folder: the first includes folders up to codegen, the second the first and show,
  and nothing else. No other header includes one.
- Headers include each other as <tapeless/folder/file.hpp>, the file exists, and nothing includes itself in a cycle.
- Every header has an SPDX line and #pragma once.
- tests/static/P.cpp and tests/unit/P.cpp mirror include/tapeless/P.hpp and include it before anything else.
"""
import re
import sys
from pathlib import Path

ORDER = "meta shape op math node expr graph diff pass codegen backend show nn optim".split()
UMBRELLAS = {"core.hpp": ORDER[:ORDER.index("backend")], "tapeless.hpp": ["core.hpp", "show"]}
INCLUDE = re.compile(r'^\s*#\s*include\s*(<[^>]*>|"[^"]*")', re.MULTILINE)


def rank(header):
    folder = header.split("/")[0]
    if header in UMBRELLAS:
        return len(ORDER)
    return ORDER.index(folder) if folder in ORDER else None


def cycle(graph):
    """One cycle of the include graph as a list of names, or an empty list."""
    done, path = set(), []

    def visit(name):
        if name in path:
            return path[path.index(name):] + [name]
        if name in done:
            return []
        path.append(name)
        for other in graph.get(name, ()):
            if found := visit(other):
                return found
        done.add(path.pop())
        return []

    for name in graph:
        if found := visit(name):
            return found
    return []


def check_headers(include):
    base = include / "tapeless"
    graph = {}
    for file in sorted(base.rglob("*.hpp")):
        name = file.relative_to(base).as_posix()
        text = file.read_text(encoding="utf-8")
        graph[name] = []
        if "SPDX-License-Identifier: BSL-1.0" not in text.split("\n", 1)[0]:
            yield f"{name}: the first line must hold SPDX-License-Identifier: BSL-1.0"
        if not re.search(r"^#pragma once$", text, re.MULTILINE):
            yield f"{name}: #pragma once is missing"
        if rank(name) is None:
            yield f"{name}: a header belongs in one of the folders {' '.join(ORDER)}"
            continue
        for included in INCLUDE.findall(text):
            if included.startswith('"'):
                yield f"{name}: write {included} as <tapeless/...>"
            if not included.startswith("<tapeless/"):
                continue
            other = included[len("<tapeless/"):-1]
            graph[name].append(other)
            if not (base / other).is_file():
                yield f"{name}: there is no {included}"
            elif name in UMBRELLAS:
                if other.split("/")[0] not in UMBRELLAS[name]:
                    yield f"{name}: it includes {included} of another folder than {' '.join(UMBRELLAS[name])}"
            elif other in UMBRELLAS:
                yield f"{name}: no header includes an umbrella"
            elif rank(other) is not None and rank(other) > rank(name):
                yield f"{name}: {included} stands to its right"
    if found := cycle(graph):
        yield "include cycle: " + " -> ".join(found)


def check_tests(root):
    for kind in ("static", "unit"):
        base = root / "tests" / kind
        for file in sorted(base.rglob("*.cpp")):
            header = file.relative_to(base).with_suffix(".hpp").as_posix()
            name = file.relative_to(root).as_posix()
            if not (root / "include" / "tapeless" / header).is_file():
                yield f"{name}: there is no header tapeless/{header} that it could mirror"
                continue
            included = INCLUDE.findall(file.read_text(encoding="utf-8"))
            if not included or included[0] != f"<tapeless/{header}>":
                yield f"{name}: <tapeless/{header}> must be its first include"


def main(root):
    wrong = [*check_headers(root / "include"), *check_tests(root)]
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
