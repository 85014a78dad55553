#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every command has a page; a page has every option, argument and choice of its command, and names
none that does not exist. What the program knows is asked of `help --format json`."""

import argparse
import json
import re
import subprocess
import sys

import pages

OPTION = re.compile(r"(?<![\w-])(--?[a-z][a-z-]*)\b")


def names_of(options):
    return {name for option in options for name in option["names"]}


def described(text):
    """Option names in the terms of the OPTIONS section's definition lists."""
    lines = pages.section(text, "OPTIONS").split("\n")
    terms = [line for line, after in zip(lines, lines[1:] + [""])
             if line.startswith("**-") and after.startswith(":")]
    return {name for term in terms for name in re.findall(r"\*\*(--?[a-z][a-z-]*)\*\*", term)}


def check_page(name, text, options, arguments, known, faults):
    there, wanted = described(text), names_of(options)
    faults += [f"{name}: option {option} is not described" for option in sorted(wanted - there)]
    faults += [f"{name}: there is no option {option}" for option in sorted(there - wanted)]
    # Fenced blocks run other programs too, with options of their own.
    prose = re.sub(r"```.*?```", "", text, flags=re.S)
    for option in sorted(set(OPTION.findall(prose)) - known):
        if len(option) > 2:
            faults.append(f"{name}: no command knows {option}")
    for argument in arguments:
        if f"*{argument['name']}*" not in text:
            faults.append(f"{name}: argument {argument['name']} is not named")
    for choice in (c for one in options + arguments for c in one["choices"]):
        if not re.search(rf"(\*\*|`){re.escape(choice)}(\*\*|`)", text):
            faults.append(f"{name}: the choice {choice} is not named")
    for heading in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "DIAGNOSTICS", "EXAMPLES",
                    "SEE ALSO"):
        if not pages.section(text, heading).strip():
            faults.append(f"{name}: there is no section {heading}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    program = parser.parse_args().program
    help_text = subprocess.run([program, "help", "--format", "json"], check=True,
                               capture_output=True, timeout=60).stdout
    told = json.loads(help_text)

    faults = []
    shared = [option for option in told["options"] if option["names"] != ["--version"]]
    known = names_of(told["options"])
    for command in told["commands"]:
        known |= names_of(command["options"])
    there = set(pages.names()) - set(pages.FORMATS) - {"wegwijzer"}
    wanted = {f"wegwijzer-{command['name']}" for command in told["commands"]}
    faults += [f"man/{name}.md is missing" for name in sorted(wanted - there)]
    faults += [f"man/{name}.md is about no command" for name in sorted(there - wanted)]

    check_page("wegwijzer", pages.read("wegwijzer"), told["options"], [], known, faults)
    for command in told["commands"]:
        name = f"wegwijzer-{command['name']}"
        if name in there:
            own = command["options"] + [o for o in shared
                                        if not names_of([o]) <= names_of(command["options"])]
            check_page(name, pages.read(name), own, command["arguments"], known, faults)
        if f"**{name}**(1)" not in pages.read("wegwijzer"):
            faults.append(f"wegwijzer: does not point to {name}(1)")
    for one in told["exit_statuses"]:
        if f"**{one['status']}**" not in pages.section(pages.read("wegwijzer"), "DIAGNOSTICS"):
            faults.append(f"wegwijzer: exit status {one['status']} is not told")
    for name in pages.FORMATS:
        for option in sorted(set(OPTION.findall(re.sub(r"```.*?```", "", pages.read(name),
                                                       flags=re.S))) - known):
            if len(option) > 2:
                faults.append(f"{name}: no command knows {option}")

    print("\n".join(faults) or "every option of every command is in its page")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
