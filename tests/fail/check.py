# SPDX-License-Identifier: BSL-1.0
"""Checks one compile-fail file: python3 check.py COMPILER FILE FLAGS...

With -DEXPECT_FAIL the file must be rejected with exactly one error, in at most 25 lines, and these texts must
be in them:
    // EXPECT: text                  with every compiler
    // EXPECT(gcc): text             (or clang) with one of them
Without it (the control) the same file must compile, so that it cannot be rejected for the wrong reason.
"""
import re
import subprocess
import sys

MOST_LINES = 25


def compile(compiler, file, flags):
    command = [compiler, *flags, "-fsyntax-only", "-fdiagnostics-color=never", file]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout


def family(compiler):
    version = subprocess.run([compiler, "--version"], stdout=subprocess.PIPE, text=True).stdout
    return "clang" if "clang" in version else "gcc"


def main(compiler, file, *flags):
    with open(file, encoding="utf-8") as source:
        marks = re.findall(r"^// EXPECT(?:\((gcc|clang)\))?: (.*?)\s*$", source.read(), re.MULTILINE)
    here = family(compiler)
    texts = [text for only, text in marks if only in ("", here)]
    wrong = [] if texts else [f"the file has no '// EXPECT:' line for {here}"]

    code, control = compile(compiler, file, flags)
    if code != 0:
        wrong.append("the control (without -DEXPECT_FAIL) must compile; it gave:\n" + control)

    code, output = compile(compiler, file, [*flags, "-DEXPECT_FAIL"])
    if code == 0:
        wrong.append("it compiled, and must not")
    errors = len(re.findall(r"^[^\s].*?: (?:fatal )?error: ", output, re.MULTILINE))
    if errors != 1:
        wrong.append(f"it must give one error; it gave {errors}")
    lines = len(output.splitlines())
    if lines > MOST_LINES:
        wrong.append(f"it must print at most {MOST_LINES} lines; it printed {lines}")
    wrong += [f"the output lacks: {text}" for text in texts if text not in output]

    for line in wrong:
        print("WRONG:", line)
    print(f"{lines} lines of diagnostics from {compiler}:\n{output}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
