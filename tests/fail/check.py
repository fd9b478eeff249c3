# SPDX-License-Identifier: BSL-1.0
"""Checks one compile-fail file: python3 check.py COMPILER FILE PRECOMPILED FLAGS...

With -DEXPECT_FAIL the file must be rejected with exactly one error, in at most 25 lines, and these texts must
be in them:
    // EXPECT: text                  with every compiler
    // EXPECT(gcc): text             (or clang) with one of them
A text that begins with "tapeless:" must be what the error itself says, right after the compiler's own prefix.
The compilers' ways to print a type are made one first: A<B<3>>, no tapeless:: before a name, "x" for a fixed_string.
Without -DEXPECT_FAIL (the control) the same file must compile, so that it cannot be rejected for the wrong reason.
    // COMPILE: -DSOME=1             more options, for both
    // NOT SHORT: why                it may give more errors and lines than that
PRECOMPILED is a header that includes the library, with a precompiled one beside it. Lines that only say that an error
came through it are not counted, for no user has it. Files with options of their own do without.
"""
import re
import subprocess
import sys

MOST_LINES = 25


def compile(compiler, file, flags):
    command = [compiler, *flags, "-fsyntax-only", "-fdiagnostics-color=never", file]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, re.sub(r"^In file included from (\S*/all\.hpp:1|%s:1):\n" % re.escape(file), "", done.stdout, flags=re.MULTILINE)


def family(compiler):
    version = subprocess.run([compiler, "--version"], stdout=subprocess.PIPE, text=True).stdout
    return "clang" if "clang" in version else "gcc"


def one_spelling(text):
    text = text.replace("tapeless::", "").replace("requires_that::", "").replace(" *", "*")
    text = re.sub(r"(?:meta::)?fixed_string<\d+>\s*\{+(\"[^\"]*\")\}+", r"\1", text)
    text = re.sub(r"\b(\d+)(?:ul|UL|u|U)\b", r"\1", text)
    while "> >" in text:
        text = text.replace("> >", ">>")
    return text


def found(text, output):
    if text.startswith("tapeless:"):
        return re.search(r"error: static assertion failed(?: due to requirement '.*')?: " + re.escape(text), output)
    return text in output


def main(compiler, file, precompiled, *flags):
    with open(file, encoding="utf-8") as source:
        content = source.read()
    marks = re.findall(r"^// EXPECT(?:\((gcc|clang)\))?: (.*?)\s*$", content, re.MULTILINE)
    options = " ".join(re.findall(r"^// COMPILE: (.*?)\s*$", content, re.MULTILINE)).split()
    flags = [*flags, *(options or ("-include", precompiled))]
    here = family(compiler)
    texts = [text for only, text in marks if only in ("", here)]
    wrong = [] if texts else [f"the file has no '// EXPECT:' line for {here}"]

    code, control = compile(compiler, file, flags)
    if code != 0:
        wrong.append("the control (without -DEXPECT_FAIL) must compile; it gave:\n" + control)

    code, output = compile(compiler, file, [*flags, "-DEXPECT_FAIL"])
    if code == 0:
        wrong.append("it compiled, and must not")
    if re.search(r"^// NOT SHORT: ", content, re.MULTILINE):
        most_errors, most_lines = 10, 200
    else:
        most_errors, most_lines = 1, MOST_LINES
    errors = len(re.findall(r"^[^\s].*?: (?:fatal )?error: ", output, re.MULTILINE))
    if not 1 <= errors <= most_errors:
        wrong.append(f"it must give one error ({most_errors} at most); it gave {errors}")
    lines = len(output.splitlines())
    if lines > most_lines:
        wrong.append(f"it must print at most {most_lines} lines; it printed {lines}")
    plain = one_spelling(output)
    wrong += [f"the output lacks: {text}" for text in texts if not found(one_spelling(text), plain)]

    for line in wrong:
        print("WRONG:", line)
    print(f"{lines} lines of diagnostics from {compiler}:\n{output}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
