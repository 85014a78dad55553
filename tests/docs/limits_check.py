#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The limits in the manual are those of engine/pack/limits.hpp and engine/rule/compile.hpp, and every
code that a page names is in the catalogue of diagnostics."""

import re
import sys
import tomllib

import pages

CONSTANT = re.compile(r"inline constexpr (?:std::size_t|int) (\w+) =\s*([\w *]+);")
# What is told once for many is no limit on what may be read, and mebibyte is a unit.
NOT_TOLD = {"mebibyte", "told_alike", "told_in_profile"}


def limits():
    """How the manual writes each limit: "4 MiB" or "64"."""
    found = {}
    for path in ("engine/pack/limits.hpp", "engine/rule/compile.hpp"):
        for name, value in CONSTANT.findall((pages.ROOT / path).read_text(encoding="utf-8")):
            found[name] = value.strip().replace("* mebibyte", "MiB").replace("  ", " ")
    return {name: value for name, value in found.items() if name not in NOT_TOLD}


def main():
    faults = []
    known = limits()
    if len(known) < 9:
        faults.append(f"only {len(known)} limits were found in the sources")
    rows = [line for line in pages.section(pages.read("wegwijzer"), "LIMITS").split("\n")
            if line.startswith("|")]
    told = [row.split("|")[2].strip() for row in rows[2:]]
    for name, value in known.items():
        if not any(re.search(rf"(?<![\d.]){re.escape(value)}(?![\d.])", cell) for cell in told):
            faults.append(f"wegwijzer: LIMITS does not tell {value} ({name})")
        else:
            told.remove(next(cell for cell in told
                             if re.search(rf"(?<![\d.]){re.escape(value)}(?![\d.])", cell)))

    catalogue = tomllib.loads((pages.ROOT / "data/diagnostics.toml").read_text(encoding="utf-8"))
    codes = {one["code"] for one in catalogue["diagnostic"]}
    for name in pages.names():
        for code in sorted(set(re.findall(r"\b[GPRFNWCTLA]\d{3}\b", pages.read(name))) - codes):
            faults.append(f"{name}: there is no code {code}")
    print("\n".join(faults) or "limits and codes are those of the sources")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
