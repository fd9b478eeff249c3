# SPDX-License-Identifier: BSL-1.0
"""Trains networks on emulated microcontrollers: python3 check.py some|all|update HOST-PROGRAM GUIDE.md CROSS-COMPILER QEMU FLAGS...

For each processor and optimisation below (some: for each processor one of them) the networks are compiled without exceptions, run-time type information and an
operating system, linked with device.cpp, and run by QEMU, which executes one instruction each nanosecond. Required are
    the digest of HOST-PROGRAM (host.cpp) for the same arithmetic, with FMA or without, and the one that was computed while
    compiling: the same bits;
    no static data, no static initialiser, and no undefined symbol but the compiler's arithmetic and memory functions;
    at most the bytes of code and stack and the instructions that the table in GUIDE.md says, with 2 % of grace, if the
    compiler is of the major version that it names.
update writes what was measured into that table, to be reviewed. HOST-PROGRAM.fma, if it is there, is the
same with FMA; each says whether it has it. FLAGS are for headers.
"""
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PROCESSORS = (  # name, QEMU's board, options, has it FMA in float? The optimisation of `some`
    # the board has a Cortex-M3, which executes all that an M0+ does
    ("Cortex-M0+", "mps2-an385", ("-mcpu=cortex-m0plus", "-mfloat-abi=soft"), False, "-Os"),
    ("Cortex-M4F", "mps2-an386", ("-mcpu=cortex-m4", "-mfloat-abi=hard", "-mfpu=fpv4-sp-d16"), True, "-O2"),
    ("Cortex-M7", "mps2-an500", ("-mcpu=cortex-m7", "-mfloat-abi=hard", "-mfpu=fpv5-d16"), True, "-Os"))
FLAGS = ("-mthumb", "-ffp-contract=off", "-ffreestanding", "-fno-exceptions", "-fno-rtti", "-Wall", "-Wextra", "-Werror", "-Wno-psabi")
LINK = ("-nostartfiles", "--specs=nano.specs", "-T", os.path.join(HERE, "device.ld"))
NETWORKS = "bishop", "classifier"
UNDEFINED = r"__aeabi_(?!unwind|atexit)\w+|mem(cpy|set|move)"
GRACE = 1.02
HEADER = "| processor | option | network | code | stack | instructions |\n|---|---|---|---|---|---|\n"


def output(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout


def printed(lines):
    """NAME KEY HEX KEY HEX… as {NAME: {KEY: number}}"""
    words = [line.split() for line in lines.splitlines()]
    return {w[0]: {k: int(v, 16) for k, v in zip(w[1::2], w[2::2])} for w in words}


def object_problems(tools, obj):
    symbols = re.findall(r"^[0-9a-f ]* ([A-Za-z]) (.*)$", output(tools + "nm", obj), re.MULTILINE)
    for kind, name in symbols:
        if kind in "Uw" and not re.fullmatch(UNDEFINED, name):
            yield f"undefined symbol {name}"
        if kind in "DdBbCc":
            yield f"static data {name}"
    for name, size in re.findall(r"^(\.(?:data|bss|init_array|ctors)\S*)\s+(\d+)", output(tools + "size", "-A", obj), re.MULTILINE):
        if int(size):
            yield f"section {name} of {size} bytes"


def code_bytes(tools, obj):
    return int(output(tools + "size", obj).splitlines()[1].split()[0])  # with its read-only literals


def measured(which, compiler, qemu, flags, folder):
    """Yields processor, option, network, has FMA, what was printed and measured, problems."""
    tools = re.sub(r"g\+\+[^/]*$", "", compiler)
    for processor, board, options, fma, of_some in PROCESSORS:
        device = os.path.join(folder, "device.o")
        compile = [compiler, *options, *FLAGS, *flags, "-c", "-o"]
        subprocess.run([*compile, device, "-O2", os.path.join(HERE, "device.cpp")], check=True)
        for option in (of_some,) if which == "some" else ("-Os", "-O2"):
            objects = [os.path.join(folder, name + ".o") for name in NETWORKS]
            for name, obj in zip(NETWORKS, objects):
                subprocess.run([*compile, obj, option, os.path.join(HERE, name + ".cpp")], check=True)
            image = os.path.join(folder, "image.elf")
            subprocess.run([compiler, *options, *FLAGS, *LINK, device, *objects, "-o", image], check=True)
            run = subprocess.run([qemu, "-machine", board, "-nographic", "-monitor", "none", "-serial", "none", "-icount", "shift=0",
                                  "-semihosting-config", "enable=on,target=native", "-kernel", image],
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True, timeout=120)
            if run.returncode or len(run.stdout.splitlines()) != len(NETWORKS):
                sys.exit(f"WRONG: {processor} {option} exits {run.returncode} and prints:\n{run.stdout}")
            for name, obj in zip(NETWORKS, objects):
                numbers = {**printed(run.stdout)[name], "code": code_bytes(tools, obj)}
                yield processor, option, name, fma, numbers, list(object_problems(tools, obj))


def main(which, host, guide, compiler, qemu, *flags):
    update = which == "update"
    reference = {}
    for program in filter(os.path.exists, (host, host + ".fma")):
        run = subprocess.run([program], stdout=subprocess.PIPE, text=True)
        if run.returncode >= 0:  # else this processor has no FMA
            reference["with FMA" in run.stdout] = printed(run.stdout.replace("with FMA\n", ""))
    with open(guide, encoding="utf-8") as file:
        text = file.read()
    reviewed = {tuple(row[:3]): [int(number.replace(",", "")) for number in row[3:]] for row in re.findall(
        r"^\| (\S+) \| `(\S+)` \| (\S+) \| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \|$", text, re.MULTILINE)}
    version = output(compiler, "-dumpversion").split(".")[0]
    held = f"GCC {version}" in text
    if not held and not update:
        print(f"GCC {version}: {guide} has figures of another version, which are not compared")
    rows, wrong = [], 0
    with tempfile.TemporaryDirectory() as folder:
        for processor, option, network, fma, numbers, problems in measured(which, compiler, qemu, flags, folder):
            found = [numbers[key] for key in ("code", "stack", "instructions")]
            if numbers["first"] != numbers["proved"]:
                problems.append(f"the first steps give {numbers['first']:08x}, while compiling {numbers['proved']:08x}")
            if fma not in reference:
                print(f"{processor} {option} {network}: not compared with this machine, which has no FMA")
            elif reference[fma][network]["digest"] != numbers["digest"]:
                problems.append(f"digest {numbers['digest']:08x}, on this machine {reference[fma][network]['digest']:08x}")
            for what, number, most in zip(("bytes of code", "bytes of stack", "instructions"), found,
                                          reviewed.get((processor, option, network), (0, 0, 0))):
                if number > GRACE * most and held and not update:
                    problems.append(f"{number:,} {what}; {guide} says {most:,}")
            rows.append(f"| {processor} | `{option}` | {network} | " + " | ".join(f"{number:,}" for number in found) + " |\n")
            print(rows[-1], end="")
            for problem in problems:
                print(f"WRONG: {processor} {option} {network}: {problem}")
            wrong += len(problems)
    if update:
        begin = text.index(HEADER) + len(HEADER)
        end = begin + len(re.match(r"(\|.*\n)*", text[begin:])[0])
        with open(guide, "w", encoding="utf-8") as file:
            file.write(text[:begin] + "".join(rows) + text[end:])
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
