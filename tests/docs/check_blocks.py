# SPDX-License-Identifier: BSL-1.0
"""Checks that the documents show nothing that does not run: python3 check_blocks.py ROOT FOLDER...

Every ```cpp or ```cmake block of README.md, CONTRIBUTING.md, CHANGELOG.md and docs/ has, on the line before it, an HTML comment that
says where it is from; every ```text block may have one:
    <!-- file: examples/xor.cpp -->          the block is this whole file
    <!-- from: tests/docs/snippets.cpp -->   the block's lines stand in this file, one after the other, indented or not
    <!-- printed by: xor -->                 the block's lines stand in what this program prints; it is in a FOLDER
    <!-- refused by: tests/fail/shape/sum.cpp -->  each line has a text that this file expects in its error
Files are ones that the tests compile or configure; programs that were not built are passed over.
Relative links of the documents must lead to files.
"""
import functools
import re
import subprocess
import sys
import textwrap
from pathlib import Path

BLOCK = re.compile(r"(?:^<!-- (file|from|printed by|refused by): (\S+) -->\n)?^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
COMPILED = re.compile(r"(examples|tests/(static|unit|show|docs|bare_metal|exceptions|codegen|install|odr|laws|scalars))/.*\.(cpp|hpp|txt)|include/tapeless/.*\.hpp")


@functools.lru_cache(maxsize=None)
def output(program):
    return subprocess.run([program], stdout=subprocess.PIPE, check=True, text=True).stdout


def holds(text, block):
    """Do the block's lines stand in the text, one after the other and equally indented?"""
    wanted = textwrap.dedent(block).splitlines()
    lines = text.splitlines()
    return any(textwrap.dedent("\n".join(lines[i:i + len(wanted)])).splitlines() == wanted
               for i in range(len(lines) - len(wanted) + 1))


def problem(root, folders, kind, source, language, block):
    if kind is None:
        return f"a {language} block needs <!-- file: … --> or <!-- from: … --> before it" if language in ("cpp", "cmake") else None
    if kind == "printed by":
        for program in filter(Path.is_file, (folder / source for folder in folders)):
            printed = output(program)
            return None if holds(printed, block) else f"{source} prints something else:\n{printed}"
        return None
    if kind == "refused by":
        if not source.startswith("tests/fail/") or not (root / source).is_file():
            return f"{source} is not a file that must not compile"
        expected = re.findall(r"^// EXPECT(?:\(\w+\))?: (.*?)\s*$", (root / source).read_text(encoding="utf-8"), re.MULTILINE)
        return next((f"{source} does not expect: {line}" for line in block.splitlines() if not any(e in line for e in expected)), None)
    if not COMPILED.fullmatch(source) or not (root / source).is_file():
        return f"{source} is not a file that the tests compile"
    text = (root / source).read_text(encoding="utf-8")
    if not (text == block if kind == "file" else holds(text, block)):
        return f"{source} does not hold these lines:\n{block}"
    return None


def main(root, *folders):
    wrong = seen = 0
    for document in [root / "README.md", root / "CONTRIBUTING.md", root / "CHANGELOG.md", *sorted((root / "docs").rglob("*.md"))]:
        text = document.read_text(encoding="utf-8")
        blocks = [match.groups() for match in BLOCK.finditer(text)]
        seen += sum(kind is not None for kind, *_ in blocks)
        problems = [problem(root, folders, *block) for block in blocks]
        problems += [f"there is no {link}" for link in LINK.findall(BLOCK.sub("", text))
                     if not (document.parent / link).exists()]
        for found in filter(None, problems):
            print(f"{document.relative_to(root)}: {found}")
            wrong += 1
    print(f"{seen} blocks compared, {wrong} wrong")
    return 1 if wrong or seen == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
