# SPDX-License-Identifier: BSL-1.0
"""The functions of an object file as objdump shows them on x86-64, and their instructions by kind."""
import re
import subprocess

# The first that fits the mnemonic; of the moves, the operands tell.
KINDS = (("multiply", r"v?mul[sp][sd]"),
         ("add", r"v?(add|sub|hadd)[sp][sd]"),
         ("multiply-add", r"vfn?m(add|sub)\d+[sp][sd]"),
         ("divide", r"v?(div|sqrt)[sp][sd]"),
         ("jump", r"j(?!mp)[a-z]+"),
         ("call", r"call.*"),
         ("shuffle", r"v?(p?unpck|shuf|p?perm|insert|extract|blend|broadcast|movddup|movhl|movlh).*"),
         ("move", r"v?mov.*"))
OTHER = "other"  # addresses, the stack, the sign of a number


def functions(obj, *options):
    """The lines of each function, by its demangled name; without the padding that follows it."""
    code = subprocess.run(["objdump", "-d", "-C", "--no-show-raw-insn", *options, obj], stdout=subprocess.PIPE, check=True, text=True).stdout
    found = {}
    for name, body in re.findall(r"^[0-9a-f]+ <(.+)>:\n((?:.+\n?)+)", code, re.MULTILINE):
        lines = body.splitlines()
        while lines and re.search(r":\s+((data16|cs) )*(nop\w*|xchg\s+%ax,%ax)(\s|$)", lines[-1]):
            lines.pop()
        found.setdefault(name, []).extend(lines)
    return found


def named(found, pattern):
    """Those whose names without parameters fit."""
    return {name: lines for name, lines in found.items() if re.fullmatch(pattern, name.split("(")[0])}


def kind_of(line):
    mnemonic, operands = re.match(r"\s*[0-9a-f]+:\s+(\S+)\s*(.*)", line).groups()
    kind = next((kind for kind, pattern in KINDS if re.fullmatch(pattern, mnemonic)), OTHER)
    if kind == "move" and "(" in operands:
        return "store" if operands.rstrip().endswith(")") else "load"
    return kind


def counted(lines):
    """How many of each kind, and the bytes of stack below the return address."""
    counts = {}
    for line in lines:
        counts[kind_of(line)] = counts.get(kind_of(line), 0) + 1
    text = "\n".join(lines)
    frame = max((int(n, 16) for n in re.findall(r"sub\s+\$(0x[0-9a-f]+),%rsp", text)), default=0)
    frame += max((128 for _ in re.findall(r"add\s+\$0xffffffffffffff80,%rsp", text)), default=0)  # how a frame of 128 bytes is made
    counts["stack"] = frame + 8 * len(re.findall(r"\bpush\s", text))
    return counts
