#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the example of README.md against the program.

Usage: readme_check.py --program PATH [--update]. Of what came out the README shows the beginning,
up to and with the line that holds STOP; --update writes it there.
"""

import argparse
import os
import re
import shlex
import subprocess
import sys

from pages import ROOT

README = ROOT / "README.md"
EXAMPLE = re.compile(r"<!-- example -->\n(.*?)<!-- /example -->", re.DOTALL)
COMMAND = ("plan pathways/big/scenarios/syrian-doctor-a2.toml --goal big.arts --on 2026-11-23 "
           "--lang en")
STOP = "Dutch B1 to B2"


def excerpt(program):
    kept = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "COLUMNS": "80", "PATH": os.defpath}
    out = subprocess.run([program, *shlex.split(COMMAND)], cwd=ROOT, env=kept, text=True,
                         capture_output=True, check=True).stdout
    lines = []
    for line in out.splitlines():
        lines.append(line)
        if STOP in line:
            break
    shown = "".join(f"    {line}".rstrip() + "\n" for line in [f"$ wegwijzer {COMMAND}", *lines, "…"])
    return f"\n{shown}\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    text = README.read_text(encoding="utf-8")
    wanted = excerpt(os.path.abspath(arguments.program))
    found = EXAMPLE.search(text)
    if arguments.update:
        README.write_text(EXAMPLE.sub(
            lambda _: f"<!-- example -->\n{wanted}<!-- /example -->", text), encoding="utf-8")
    elif not found or found[1] != wanted:
        print("README.md does not show what the program prints; run with --update and read it")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
