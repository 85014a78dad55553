#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads every #include of the house and fails on an arrow that is not drawn.

Usage: layers.py [ROOT]. Prints one line per forbidden include; exit status 1 if there is any.
The tables below are the law; engine/README.md tells the reasons.
"""

import pathlib
import re
import sys

ROOMS = {
    "base": set(),
    "model": {"base"},
    "rule": {"base", "model"},
    "pack": {"base", "model", "rule"},
    "route": {"base", "model", "rule"},
    "cohort": {"base", "model", "rule", "route"},
    "document": {"base", "model", "route", "cohort"},
    "plugin": {"base", "model", "rule", "pack", "document"},
}
ENGINE = set(ROOMS)
ROOMS["cli"] = ENGINE
# The checker may use plain values and the rule language; base only as far as model shows it.
ROOMS["checker"] = {"base", "model", "rule"}
ROOMS["property"] = {"base", "model", "rule", "pack", "route", "plugin", "checker"}
ROOMS["solver"] = ROOMS["property"] | {"property"}
# What only a benchmark needs stands in bench/. Its search knows nothing of routes, and no room of the
# engine knows the search.
ROOMS["solve"] = {"base"}
ROOMS["bench"] = {"base", "solve"}

# Outside headers (by the beginning of their name) and the rooms that may use them. A header that
# is neither here nor in the standard library has no home yet: give it one, here and in CMake.
OUTSIDE = {
    "fmt/": {"base", "document", "cli", "bench"},
    "toml++/": {"pack", "bench"},
    "libxml/": {"pack"},
    "csv.h": {"pack"},
    "nlohmann/": {"pack", "document", "bench"},
    "simdjson.h": {"pack"},
    "pugixml.hpp": {"document"},
    "unicode/": {"document"},
    "libical/": {"document"},
    "utf8proc.h": {"document", "cli"},
    "CLI/": {"cli"},
}
TESTS_ONLY = ("doctest/", "rapidcheck")

# Who may speak to the operating system, and who may not even reach for it: these rooms are pure
# functions of their arguments.
SYSTEM = re.compile(r"(sys|arpa|netinet)/|(unistd|fcntl|dlfcn|signal|poll|termios|pthread)\.h$")
SYSTEM_ROOMS = {"base", "pack", "plugin", "cli"}
PURE_ROOMS = {"model", "rule", "route", "cohort", "solve"}
IMPURE = {"iostream", "fstream", "filesystem", "cstdio", "cstdlib", "ctime", "random",
          "stdio.h", "stdlib.h", "time.h", "locale", "clocale"}

# The values of base reach the checker through model, its calendar must not: a checker that counts
# days with the planner's functions repeats the planner's mistakes. It names its own differently.
SHARED_CALENDAR = re.compile(
    r"(?<![\w.>])(to_date|to_civil|days_in_month|weekday|add_months|add_likely|days_at|add|subtract)"
    r"\s*\(|\b(add_working_days|is_working_day|end_of_stretch)\s*\(")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
SOURCES = {".hpp", ".cpp", ".h", ".c", ".in"}


def home(path):
    """The room a file belongs to, whether it is a test, and whether the file is known to us."""
    parts = path.parts
    if parts[0] == "engine" and len(parts) > 2:
        return parts[1], False
    if parts[0] == "cli":
        return "cli", False
    if parts[0] == "bench":
        return "solve" if parts[1] == "solve" else "bench", False
    if parts[0] == "plugins" and len(parts) > 2:
        return "plugins", "tests" in parts
    if parts[0] == "tests" and len(parts) > 2:
        if parts[1] == "unit" and len(parts) > 3:
            return parts[2], True
        return parts[1], parts[1] != "checker"
    return None, False


def allowed_rooms(room, is_test):
    if room == "plugins":
        return set()
    rooms = ROOMS.get(room)
    if rooms is None:  # tests/golden and its like stand outside and may see everything
        return ENGINE | {"cli", "checker"} if is_test else set()
    return rooms | {room}


def is_standard(name):
    return "/" not in name and "." not in name or name in {
        "assert.h", "errno.h", "limits.h", "math.h", "stddef.h", "stdint.h", "string.h"}


def fault(path, room, is_test, bracket, name):
    """What is wrong with this include, or None."""
    first = name.split("/")[0]
    if "/" in name and first in ROOMS:
        if first not in allowed_rooms(room, is_test):
            return f"{room} may not include {first}"
        return None
    if ".." in name.split("/"):
        return "an include names a room or a neighbour; it does not climb"
    if bracket == '"':
        return None  # a neighbour in the same folder, or a generated header
    if first == "wegwijzer":
        return None  # what is promised to others, all may use
    if name.startswith(TESTS_ONLY):
        return None if is_test or path.parts[0] == "tests" else "a test library outside the tests"
    if not is_test and room in PURE_ROOMS and name in IMPURE:
        return f"{room} is pure: no files, clock, output or shared generator"
    for prefix, homes in OUTSIDE.items():
        if name.startswith(prefix):
            if is_test or room in homes or room == "plugins":
                return None
            return f"{prefix.rstrip('/')} belongs to {' and '.join(sorted(homes))}"
    if SYSTEM.match(name):
        return None if is_test or room in SYSTEM_ROOMS else f"{room} does not call the system"
    if is_standard(name) or room == "plugins":
        return None
    return "an outside header that has no home yet"


def check(root):
    faults = []
    for folder in ("engine", "cli", "plugins", "bench", "tests"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in SOURCES or not path.is_file():
                continue
            relative = path.relative_to(root)
            room, is_test = home(relative)
            if room is None:
                continue
            if relative.parts[0] == "engine" and room not in ROOMS and room != "include":
                faults.append(f"{relative}: '{room}' is not a room of the house")
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
            for match in INCLUDE.finditer(text):
                what = fault(relative, room, is_test, match[1], match[2])
                if what:
                    line = text.count("\n", 0, match.start(2)) + 1
                    faults.append(f"{relative}:{line}: {match[2]}: {what}")
            if room == "checker" and not is_test:
                for match in SHARED_CALENDAR.finditer(text):
                    line = text.count("\n", 0, match.start()) + 1
                    name = match[1] or match[2]
                    faults.append(f"{relative}:{line}: {name}: the checker counts days by itself")
    return faults


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    faults = check(root)
    for line in faults:
        print(line)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
