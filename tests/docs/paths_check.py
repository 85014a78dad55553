#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/architecture.md leads somewhere: each file that it names exists, and what it names before a file
in brackets, such as `Program::run` (`cli/program.cpp`), stands in that file."""

import re
import sys

import pages

PAGE = "docs/architecture.md"


def main():
    text = (pages.ROOT / PAGE).read_text(encoding="utf-8")
    faults = []
    named = set(re.findall(r"`((?:cli|engine|pathways|data|man|tests)/[\w./-]*)`", text))
    for path in sorted(named):
        if not (pages.ROOT / path).exists():
            faults.append(f"{PAGE}: there is no {path}")
    pairs = re.findall(r"`([\w:]+)`(?:\*\*)?\s\(`([\w./-]+)`", text)
    for name, path in pairs:
        there = pages.ROOT / path
        if there.is_file() and name.split("::")[-1] not in there.read_text(encoding="utf-8"):
            faults.append(f"{PAGE}: {name} is not in {path}")
    if not named or not pairs:
        faults.append(f"{PAGE}: no file is named")
    print("\n".join(faults) or f"{len(named)} files and {len(pairs)} names are there")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
