# SPDX-License-Identifier: BSL-1.0
"""Checks one compile-fail file: python3 check.py COMPILER FILE PRECOMPILED FLAGS...
or the controls of all of them: python3 check.py COMPILER controls PRECOMPILED FLAGS...

With -DEXPECT_FAIL the file must be rejected with exactly one error, in at most 25 lines (not counting those that only say
through which headers it came), and these texts must be in them:
    // EXPECT: text                  with every compiler
    // EXPECT(gcc): text             (or clang) with one of them
A text that begins with "tapeless:" must be what the error itself says, right after the compiler's own prefix.
The compilers' ways to print a type are made one first: A<B<3>>, no tapeless:: before a name, "x" for a fixed_string.
Without -DEXPECT_FAIL (the control) the same file must compile, so that it cannot be rejected for the wrong reason. That is
another test, of all controls as one program, each in a namespace of its own: custom operations and labels, which are known
to the whole program, have a name of their own in each file.
    // COMPILE: -DSOME=1             more options; then the control is compiled apart, with them
    // NOT SHORT: why                it may give more errors and lines than that
PRECOMPILED is a header that includes the library, with a precompiled one beside it. Lines that only say that an error
came through it are not counted, for no user has it. Files with options of their own do without.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

FILES = sorted(pathlib.Path(__file__).resolve().parent.rglob("*.cpp"))
MOST_LINES = 25
INCLUDED = r"^(In file included from .*|                 from .*)\n"


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


def options_of(content):
    return " ".join(re.findall(r"^// COMPILE: (.*?)\s*$", content, re.MULTILINE)).split()


def check_controls(compiler, precompiled, flags):
    contents = {file: file.read_text(encoding="utf-8") for file in FILES}
    together = [file for file, content in contents.items() if not options_of(content)]
    headers = {header for file in together for header in re.findall(r"^#include <.*>$", contents[file], re.MULTILINE)}
    with tempfile.NamedTemporaryFile("w", suffix=".cpp") as program:
        program.write("\n".join([*sorted(headers), *(f'namespace file_{i} {{\n#include "{file}"\n}}' for i, file in enumerate(together))]))
        program.write("\n")
        program.flush()
        code, output = compile(compiler, program.name, [*flags, "-include", precompiled])
    print(f"{len(together)} controls with {compiler}:\n{output}")
    return 1 if code or len(together) < 100 else 0


def main(compiler, file, precompiled, *flags):
    if file == "controls":
        return check_controls(compiler, precompiled, flags)
    with open(file, encoding="utf-8") as source:
        content = source.read()
    marks = re.findall(r"^// EXPECT(?:\((gcc|clang)\))?: (.*?)\s*$", content, re.MULTILINE)
    options = options_of(content)
    flags = [*flags, *(options or ("-include", precompiled))]
    here = family(compiler)
    texts = [text for only, text in marks if only in ("", here)]
    wrong = [] if texts else [f"the file has no '// EXPECT:' line for {here}"]

    code, control = compile(compiler, file, flags) if options else (0, "")
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
    lines = len(re.sub(INCLUDED, "", output, flags=re.MULTILINE).splitlines())
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
