#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks whether `wegwijzer check` says of each pack exactly what the pack itself foretells.

    run.py --program build/dev/wegwijzer tests/packs/bad

Every folder with a pack.toml in it is one pack. A bad pack holds one mistake and says so in a
comment, in whichever of its files the mistake shows:

    # expect: error R004 line 37
    # expect: warning P012 line 3 column 9

A pack without such a comment must pass without a word. Of the program's answer the lines
`path:line:col: severity: message [CODE]` count; severities other than error and warning do not.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys

EXPECT = re.compile(r"#\s*expect:\s*(.*)$", re.MULTILINE)
PROMISE = re.compile(r"(error|warning) ([A-Z]+\d+) line (\d+)(?: column (\d+))?")
FINDING = re.compile(
    r"^(?P<path>[^:\n]+):(?P<line>\d+):(?:(?P<column>\d+):)? (?P<severity>error|warning): "
    r".*\[(?P<code>[A-Z]+\d+)\]$", re.MULTILINE)
TIMEOUT_SECONDS = 60


def expectations(pack):
    """Set of (severity, code, file in the pack, line, column or None)."""
    found = set()
    for file in sorted([*pack.rglob("*.toml"), *pack.rglob("*.csv")]):
        text = file.read_text(encoding="utf-8", errors="replace")
        for match in EXPECT.finditer(text):
            promise = PROMISE.fullmatch(match[1].strip())
            if not promise:
                raise ValueError(f"{file}: cannot read 'expect: {match[1]}'")
            severity, code, line, column = promise.groups()
            found.add((severity, code, str(file.relative_to(pack)), int(line),
                       int(column) if column else None))
    return found


def findings(output, pack):
    """The same, as the program's lines tell it; always with a column if the program gave one."""
    found = set()
    for match in FINDING.finditer(output):
        path = pathlib.Path(match["path"])
        inside = path.resolve().is_relative_to(pack.resolve())
        name = str(path.resolve().relative_to(pack.resolve())) if inside else str(path)
        column = int(match["column"]) if match["column"] else None
        found.add((match["severity"], match["code"], name, int(match["line"]), column))
    return found


def compare(expected, found):
    """Sentences about what is missing and what is too much."""
    def answers(wanted, got):
        return wanted[:4] == got[:4] and wanted[4] in (None, got[4])

    def words(item):
        column = f" column {item[4]}" if item[4] else ""
        return f"{item[0]} {item[1]} in {item[2]} line {item[3]}{column}"

    faults = [f"not reported: {words(wanted)}" for wanted in sorted(expected, key=str)
              if not any(answers(wanted, got) for got in found)]
    faults += [f"not expected: {words(got)}" for got in sorted(found, key=str)
               if not any(answers(wanted, got) for wanted in expected)]
    return faults


def check(pack, program):
    expected = expectations(pack)
    environment = {"PATH": "/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C.UTF-8", "COLUMNS": "80"}
    environment.update({name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS")
                        if name in os.environ})
    done = subprocess.run(
        [str(program), "--packs", str(pack.parent), "check", "--format", "gnu", pack.name],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env=environment, timeout=TIMEOUT_SECONDS, check=False)
    output = done.stdout.decode("utf-8", errors="backslashreplace")
    faults = compare(expected, findings(output, pack))
    wanted = 1 if any(item[0] == "error" for item in expected) else 0
    if done.returncode != wanted:
        faults.append(f"exit status {done.returncode}, expected {wanted}")
    return faults, output


def main():
    parser = argparse.ArgumentParser(description="checks packs against what they foretell")
    parser.add_argument("--program", default="build/dev/wegwijzer", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path, help="a folder of packs, named good or bad")
    arguments = parser.parse_args()

    packs = sorted(path.parent for path in arguments.folder.glob("*/pack.toml"))
    failed = 0
    for pack in packs:
        faults, output = check(pack, arguments.program.resolve())
        promised = bool(expectations(pack))
        if promised != (arguments.folder.name == "bad"):
            faults.append("a good pack expects nothing, a bad one says what is wrong with it")
        if faults:
            failed += 1
            print(f"{pack}: FAILED")
            print("".join(f"    {fault}\n" for fault in faults), end="")
            print("".join(f"    | {line}\n" for line in output.splitlines()), end="")
    print(f"{len(packs)} packs, {failed} failed")
    return 1 if failed or not packs else 0


if __name__ == "__main__":
    sys.exit(main())
