# SPDX-License-Identifier: BSL-1.0
"""Runs the example study with the arguments in every file of a folder, one a line: python3 replay_study.py STUDY FOLDER

It must print something and exit with 0, or say what is wrong and exit with something else; files named no_... are wrong.
"""
import subprocess
import sys
from pathlib import Path


def problem(program, file):
    lines = file.read_bytes().split(b"\n")
    if b"\0" in file.read_bytes():
        return "no argument holds a zero byte"
    done = subprocess.run([program, *lines], capture_output=True, timeout=60)
    if done.returncode < 0:
        return f"killed by signal {-done.returncode}"
    if file.name.startswith("no_") and done.returncode == 0:
        return f"accepted, with\n{done.stdout.decode(errors='replace')}"
    if not (done.stderr if done.returncode else done.stdout):
        return f"exit {done.returncode}, and not a word"
    return None


def main(program, folder):
    files = sorted(Path(folder).iterdir())
    wrong = [f"{file}: {found}" for file in files if (found := problem(program, file))]
    print(*wrong, f"{len(files)} files, {len(wrong)} wrong", sep="\n")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
