#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A figure whose source carries the id of a fact of the evidence base says what that fact says.

    facts_test.py PROGRAM [FOLDER]

FOLDER (default: ../shared/facts beside the source tree) holds the evidence: TOML files of [[fact]]
with an id, a unit, and a value or min, likely and max. Without that folder the test is skipped.

A figure and a fact are compared where they are of the same dimension: a source that gives a price
may also stand beside a term, which then is no claim about that price. What differs on purpose is in
exceptions.toml, with the reason; an exception that nothing needs any more is a fault.
"""

import collections
import json
import pathlib
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXCEPTIONS = ROOT / "tests" / "facts" / "exceptions.toml"
SKIPPED = 77
DAYS_OF_YEAR = 365.2425
# unit of a fact -> dimension, and how much of that dimension's unit one is
UNITS = {"eur": ("money", 100), "eur_per_month": ("money", 100),
         "weeks": ("time", 7), "months": ("time", DAYS_OF_YEAR / 12), "years": ("time", DAYS_OF_YEAR),
         "hours": ("effort", 1), "percent": ("share", 0.01), "count": ("number", 1)}
FIGURE_UNITS = {"cents": ("money", 1), "days": ("time", 1), "weeks": ("time", 7),
                "months": ("time", DAYS_OF_YEAR / 12), "years": ("time", DAYS_OF_YEAR),
                "hours": ("effort", 1), "share": ("share", 1), "times": ("number", 1),
                "number": ("number", 1)}
# Packs cannot say a range for these: the likely value stands for it.
SINGLE = {"pass", "chance", "extension-chance", "share"}


def read_facts(folder):
    facts = {}
    for file in sorted(folder.glob("*.toml")):
        with open(file, "rb") as stream:
            for fact in tomllib.load(stream).get("fact", []):
                facts[fact["id"]] = fact
    return facts


def read_exceptions():
    with open(EXCEPTIONS, "rb") as stream:
        entries = tomllib.load(stream).get("exception", [])
    for entry in entries:
        if set(entry) != {"fact", "figure", "reason"} or not entry["reason"]:
            sys.exit(f"{EXCEPTIONS}: an exception has fact, figure and reason: {entry}")
    return {(entry["fact"], entry["figure"]): entry["reason"] for entry in entries}


def points(fact, kind):
    if "min" in fact:
        if kind in SINGLE:
            return (fact["likely"],) * 3
        return fact["min"], fact["likely"], fact["max"]
    return (fact["value"],) * 3 if isinstance(fact["value"], (int, float)) else None


def close(a, b, unit):
    """Money and terms to the cent and the day; the rest as far as TOML's decimals go."""
    return abs(a - b) <= {"money": 0.5, "time": 0.5}.get(unit, 1e-6)


def difference(fact, figure):
    """None where they cannot be compared, "" where they agree, else what differs."""
    said, value = points(fact, figure["kind"]), figure["value"]
    if said is None or value is None or fact["unit"] not in UNITS:
        return None
    dimension, size = UNITS[fact["unit"]]
    figure_dimension, figure_size = FIGURE_UNITS.get(value["unit"], (None, 0))
    if dimension != figure_dimension:
        return None
    wanted = [one * size for one in said]
    there = [value[key] * figure_size for key in ("min", "likely", "max")]
    if all(close(a, b, dimension) for a, b in zip(wanted, there)):
        return ""
    shown = str(said[0]) if len(set(said)) == 1 else "..".join(map(str, said))
    return f"{figure['text']}, but the fact says {shown} {fact['unit']}"


def main():
    program = sys.argv[1]
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT.parent / "shared" / "facts"
    if not folder.is_dir():
        print(f"skipped: there is no {folder}")
        sys.exit(SKIPPED)
    facts, exceptions = read_facts(folder), read_exceptions()
    told = json.loads(subprocess.run(
        [program, "--packs", "pathways", "audit", "--on", "2026-11-23", "--format", "json"],
        cwd=ROOT, capture_output=True, check=False).stdout)
    faults, counts, used = [], collections.Counter(), set()
    for figure in told["figures"]:
        fact = facts.get(figure["source"])
        if fact is None:
            continue
        differs = difference(fact, figure)
        counts["compared" if differs is not None else "of another kind than their fact"] += 1
        if not differs:
            continue
        key = (fact["id"], figure["of"])
        if key in exceptions:
            used.add(key)
            continue
        faults.append(f"{figure['file']}:{figure['line']}:{figure['column']}: {figure['kind']} of "
                      f"{figure['of']} [{fact['id']}] is {differs}")
    faults += [f"{EXCEPTIONS.name}: nothing needs the exception {key}"
               for key in exceptions if key not in used]
    print(", ".join(f"{count} {what}" for what, count in sorted(counts.items())))
    print("\n".join(faults))
    sys.exit(1 if faults or counts["compared"] == 0 else 0)


if __name__ == "__main__":
    main()
