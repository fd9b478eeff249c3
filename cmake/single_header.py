# SPDX-License-Identifier: BSL-1.0
"""Makes one header of many: python3 cmake/single_header.py OUT [HEADER...]

OUT holds the headers asked for (tapeless/tapeless.hpp by default) and all of the library's own that they include, each
once, behind what it includes, below a mark `// -- folder/file.hpp`. Includes of other libraries stand on top, each once;
what a file includes below an #if stays where it is. The version is that of CMakeLists.txt.
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r"\s*#\s*include\s*<([^>]+)>")
DROPPED = re.compile(r"// SPDX-License-Identifier:|#pragma once$")


class Merged:
    """What was merged so far: the other libraries' headers, and the text of ours."""

    def __init__(self, include):
        self.include, self.seen, self.others, self.text = include, set(), set(), []

    def add(self, name):
        if name in self.seen:
            return
        self.seen.add(name)
        own, depth, conditions = [], 0, False
        for number, line in enumerate((self.include / name).read_text(encoding="utf-8").splitlines(), 1):
            directive = line.strip().replace(" ", "")
            depth += directive.startswith("#if") - directive.startswith("#endif")
            conditions = conditions or depth > 0
            included = INCLUDE.match(line)
            if included and included[1].startswith("tapeless/"):
                if depth > 0 or any(re.match(r"\s*(#\s*define|[^\s#/])", before) for before in own):
                    sys.exit(f"{name}:{number}: a header of the library must be included on top, and under no condition: "
                             "else it cannot be merged")
                pragmas = [before for before in own if before.startswith("#pragma")]
                if pragmas:  # they hold for what is included behind them
                    self.text.append("\n".join(pragmas) + "\n")
                    own = [before for before in own if before not in pragmas]
                self.add(included[1])
            elif included and not conditions:
                self.others.add(included[1])
            elif not DROPPED.match(line):
                own.append(line)
        body = re.sub(r"\n{3,}", "\n\n", "\n".join(own)).strip("\n")
        self.text.append(f"// -- {name.removeprefix('tapeless/')}\n{body}\n")


def single_header(names):
    merged = Merged(ROOT / "include")
    for name in names:
        merged.add(name)
    version = re.search(r"^project\(tapeless\s+VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"), re.MULTILINE)[1]
    licence = "\n".join(f"// {line}".rstrip() for line in (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines())
    others = "\n".join(f"#include <{other}>" for other in sorted(merged.others))
    return f"""// SPDX-License-Identifier: BSL-1.0
// Tapeless {version} in one file, made by cmake/single_header.py: do not edit it, and do not include it beside the many.
// It needs Boost.Hana and C++20. Each file of the library begins at a mark "// -- folder/file.hpp".
//
{licence}
#pragma once

{others}

""" + "\n".join(merged.text)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    out = Path(sys.argv[1])
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(single_header(sys.argv[2:] or ["tapeless/tapeless.hpp"]), encoding="utf-8")
