#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the program as people and scripts do, and compares everything it says.

    run.py --program build/dev/wegwijzer [--update] FILE-OR-FOLDER...

A *.test file is a list of cases, each a sentence and a command with what must come of it:

    # Remarks may stand before a case.
    === an unknown goal is wrong usage, and the near one is named
    --- command
    $WEGWIJZER plan doctor.toml --goal big.art
    --- file doctor.toml
    dutch = "A2"
    --- stderr
    wegwijzer: unknown goal 'big.art'
    ~ hint: did you mean '.*'\\?
    --- status
    2

Sections: command (bash), stdin, file NAME, stdout, stderr, status. A section left out means empty
output and status 0, so an unexpected word on standard error fails. In stdout and stderr

    ~ PATTERN    a regular expression for one whole line
    ~~~          any number of lines
    \\TEXT        the line TEXT itself, where it would read as one of these or as a section

and a last line `\\ no newline at end` says just that. A command runs in an empty folder of its own in
which pathways, data and tests lead to the source tree; $SOURCE is its root. --update writes what
came out into the files; patterns that still match stay.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
NO_NEWLINE = "\\ no newline at end"
TIMEOUT_SECONDS = 60
KEPT_VARIABLES = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")


class Case:
    def __init__(self, name, line):
        self.name, self.line = name, line
        self.sections = {}  # heading -> list of lines
        self.order = []

    def lines(self, heading, default=()):
        return self.sections.get(heading, list(default))

    def put(self, heading, lines):
        if heading not in self.sections:
            self.order.append(heading)
        self.sections[heading] = lines


def parse(text, path):
    """Returns (remark lines by case index, cases); raises ValueError on a shape we do not know."""
    remarks, cases, heading = [[]], [], None
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("=== "):
            cases.append(Case(line[4:], number))
            remarks.append([])
            heading = None
        elif line.startswith("--- ") and cases:
            heading = line[4:].strip()
            known = {"command", "stdin", "stdout", "stderr", "status"}
            if heading not in known and not re.fullmatch(r"file [\w./-]+", heading):
                raise ValueError(f"{path}:{number}: unknown section '{heading}'")
            if heading in cases[-1].sections:
                raise ValueError(f"{path}:{number}: a second section '{heading}'")
            cases[-1].put(heading, [])
        elif heading is not None:
            cases[-1].sections[heading].append(line)
        elif line.startswith("#") or not line.strip():
            remarks[-1].append(line)
        else:
            raise ValueError(f"{path}:{number}: text outside a section")
    for case in cases:
        for name, lines in case.sections.items():
            while lines and not lines[-1].strip():
                lines.pop()  # the empty lines before the next section; \ keeps one on purpose
        if not case.lines("command"):
            raise ValueError(f"{path}:{case.line}: no command")
    if not cases:
        raise ValueError(f"{path}:1: no case (a case begins with '=== ')")
    return remarks, cases


def escape(line):
    special = line == "~~~" or line.startswith(("~ ", "=== ", "--- ", "\\"))
    return "\\" + line if special else line


def to_lines(text):
    if not text:
        return []
    lines = [escape(line) for line in text.split("\n")]
    if lines[-1] == "":
        lines.pop()
        if not lines[-1].strip():
            lines[-1] = "\\" + lines[-1]  # an empty last line would be lost between sections
    else:
        lines.append(NO_NEWLINE)
    return lines


def line_matches(expected, actual):
    if expected.startswith("~ "):
        plain = actual[1:] if actual.startswith("\\") and actual != NO_NEWLINE else actual
        return re.fullmatch(expected[2:], plain) is not None
    return expected == actual or expected == "\\" + actual


def merge(expected, actual):
    """The actual lines, with the patterns of `expected` that match kept; and whether all matched."""
    # reach[i][j]: the longest agreement of expected[i:] and actual[j:], counted in lines covered.
    rows, columns = len(expected), len(actual)
    reach = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns, -1, -1):
            best = reach[i + 1][j]
            if j < columns:
                best = max(best, reach[i][j + 1])
                if expected[i] == "~~~":
                    best = max(best, 1 + reach[i][j + 1])
                elif line_matches(expected[i], actual[j]):
                    best = max(best, 1 + reach[i + 1][j + 1])
            reach[i][j] = best
    merged, i, j = [], 0, 0
    while i < rows or j < columns:
        if i < rows and expected[i] == "~~~":
            merged.append("~~~")
            while j < columns and reach[i][j] == 1 + reach[i][j + 1]:
                j += 1
            i += 1
        elif (i < rows and j < columns and line_matches(expected[i], actual[j])
              and reach[i][j] == 1 + reach[i + 1][j + 1]):
            merged.append(expected[i])
            i, j = i + 1, j + 1
        elif j < columns and (i == rows or reach[i][j] == reach[i][j + 1]):
            merged.append(actual[j])
            j += 1
        else:
            i += 1
    return merged


def agrees(expected, actual):
    """Whether the whole of `actual` is what `expected` asks for."""
    positions = {0}
    for line in expected:
        if line == "~~~":
            positions = set(range(min(positions), len(actual) + 1)) if positions else set()
        else:
            positions = {p + 1 for p in positions
                         if p < len(actual) and line_matches(line, actual[p])}
    return len(actual) in positions


def unescape(line):
    return line[1:] if line.startswith("\\") else line


def as_text(lines):
    if lines and lines[-1] == NO_NEWLINE:
        return "\n".join(map(unescape, lines[:-1]))
    return "".join(unescape(line) + "\n" for line in lines)


def environment(program, folder):
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    return {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(folder), "TMPDIR": str(folder),
            "TZ": "UTC", "LC_ALL": "C.UTF-8", "COLUMNS": "80", "TERM": "dumb",
            "WEGWIJZER": str(program), "SOURCE": str(ROOT), **kept}


def run(case, program):
    """Runs a case in a folder of its own; returns lines of stdout, of stderr, and the status."""
    with tempfile.TemporaryDirectory(prefix="wegwijzer-test-") as name:
        folder = pathlib.Path(name)
        for link in ("pathways", "data", "tests"):
            (folder / link).symlink_to(ROOT / link)
        for heading, lines in case.sections.items():
            if heading.startswith("file "):
                target = folder / heading[5:]
                if folder not in target.resolve().parents:
                    raise ValueError(f"{heading}: a file stands in the folder of the test")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(as_text(lines), encoding="utf-8")
        try:
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-c", "\n".join(case.lines("command"))],
                input=as_text(case.lines("stdin")).encode(), cwd=folder, capture_output=True,
                env=environment(program, folder), timeout=TIMEOUT_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return [], [f"(no end within {TIMEOUT_SECONDS} seconds)"], "timeout"

    def decoded(output):
        return to_lines(output.decode("utf-8", errors="backslashreplace"))

    return decoded(done.stdout), decoded(done.stderr), str(done.returncode)


def show(heading, expected, actual):
    print(f"    {heading} expected:")
    print("".join(f"      | {line}\n" for line in expected), end="")
    print(f"    {heading} came out:")
    print("".join(f"      | {line}\n" for line in actual), end="")


def write(path, remarks, cases):
    out = []
    for index, case in enumerate(cases):
        out += remarks[index]
        out.append(f"=== {case.name}")
        order = ["command"] + [h for h in case.order if h == "stdin" or h.startswith("file ")]
        for heading in order + ["stdout", "stderr", "status"]:
            if heading in case.sections:
                out += [f"--- {heading}", *case.sections[heading]]
        if index + 1 < len(cases) and not remarks[index + 1]:
            out.append("")
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


def run_file(path, program, update):
    remarks, cases = parse(path.read_text(encoding="utf-8"), path)
    failed = 0
    for case in cases:
        stdout, stderr, status = run(case, program)
        expected_status = (case.lines("status", ["0"]) or ["0"])[0].strip()
        wrong = [(heading, case.lines(heading), actual)
                 for heading, actual in (("stdout", stdout), ("stderr", stderr))
                 if not agrees(case.lines(heading), actual)]
        if status != expected_status:
            wrong.append(("status", [expected_status], [status]))
        if not wrong:
            continue
        failed += 1
        print(f"{path}:{case.line}: {'updated' if update else 'FAILED'}: {case.name}")
        for heading, expected, actual in wrong:
            if not update:
                show(heading, expected, actual)
            elif heading != "status":
                case.put(heading, merge(expected, actual))
            else:
                case.put("status", [status])
        if update:
            case.sections = {heading: lines for heading, lines in case.sections.items()
                             if lines and (heading, lines) != ("status", ["0"])}
    if update and failed:
        write(path, remarks, cases)
    return len(cases), failed


def main():
    parser = argparse.ArgumentParser(description="runs *.test files against the program")
    parser.add_argument("--program", default=os.environ.get("WEGWIJZER", "build/dev/wegwijzer"))
    parser.add_argument("--update", action="store_true", help="write what came out into the files")
    parser.add_argument("paths", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    program = pathlib.Path(arguments.program).resolve()

    files = []
    for path in arguments.paths:
        files += sorted(path.rglob("*.test")) if path.is_dir() else [path]
    if not files:
        print("no *.test files found")
        return 1
    total = failed = 0
    for path in files:
        try:
            cases, bad = run_file(path, program, arguments.update)
        except ValueError as fault:
            print(fault)
            cases, bad = 1, 1
        total, failed = total + cases, failed + bad
    print(f"{total} cases, {failed} {'updated' if arguments.update else 'failed'}")
    return 1 if failed and not arguments.update else 0


if __name__ == "__main__":
    sys.exit(main())
