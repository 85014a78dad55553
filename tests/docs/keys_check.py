#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""wegwijzer-pack(5) has every key that the readers know, each in the section of its table, and
describes none that they do not know; the same for the keys of a profile.

Which keys there are is read twice: from tests/packs/good/every-key, which uses each at least once,
and from the readers themselves."""

import re
import sys
import tomllib

import pages

PACK = pages.ROOT / "tests/packs/good/every-key"
READERS = pages.ROOT / "engine/pack"
# Keys whose own keys are chosen by the pack, not by the language.
FREE_INSIDE = {"moved", "columns", "value_titles"}
LANGUAGES = {"nl", "en"}
SHARED = "VALUES"
CALL = (r"\b(?:find|string|strings|tables|word|integer|number|boolean|date|text|window|condition|"
        r"required_by|bound|moment|qualification|read_money|read_fund_kind)"
        r"\((?:[\w_.]+,\s*)*\"([a-z][a-z_0-9]*)\"")


def keys_in(value, found):
    """All keys of a table at any depth, but for those that a pack chooses itself."""
    if isinstance(value, list):
        for one in value:
            keys_in(one, found)
    elif isinstance(value, dict) and not (value and set(value) <= LANGUAGES):
        for key, inner in value.items():
            found.add(key)
            if key not in FREE_INSIDE:
                keys_in(inner, found)
    return found


def used_keys():
    """Table -> keys, as the pack that uses every key has them."""
    tables = {}
    for path in sorted(PACK.glob("*.toml")):
        for table, content in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found = tables.setdefault(table, set())
            if table not in FREE_INSIDE:
                keys_in(content, found)
    return tables


def read_keys(files):
    """Keys that the sources of the readers ask for."""
    found = set()
    for path in files:
        text = (READERS / path).read_text(encoding="utf-8")
        found |= set(re.findall(CALL, text))
        for words in re.findall(r"std::string_view key : \{([^}]*)\}", text):
            found |= set(re.findall(r'"([a-z_]+)"', words))
        for words in re.findall(r"(?:change|need)_keys = \{(.*?)\};", text, flags=re.S):
            found |= set(re.findall(r'std::string_view\("([a-z_]+)"\)', words))
    return found


def terms(text):
    """Keys that a page describes: `key` at the beginning of a definition list's term."""
    lines = text.split("\n")
    found = set()
    for line, after in zip(lines, lines[1:] + [""]):
        if line.startswith("`") and after.startswith(":"):
            found |= set(re.findall(r"`([a-z][a-z_0-9]*)`", line))
    return found


def check_pack(faults):
    page = pages.read("wegwijzer-pack")
    shared = terms(pages.section(page, SHARED))
    tables = used_keys()
    for table, keys in tables.items():
        heading = f"[{table}]" if table in ("pack", "moved") else f"[[{table}]]"
        text = pages.section(page, heading)
        if not text:
            faults.append(f"wegwijzer-pack: there is no section {heading}")
            continue
        # A pilot's change may set any key of a step.
        elsewhere = terms(pages.section(page, "[[step]]")) if table == "pilot" else set()
        for key in sorted(keys - terms(text) - shared - elsewhere):
            faults.append(f"wegwijzer-pack: {heading} does not describe `{key}`")
    pack_readers = [path.name for path in READERS.glob("*_reader.cpp")
                    if not path.name.startswith(("profile", "plan", "csv", "json", "toml"))]
    known = read_keys(pack_readers + ["declare.cpp"])
    if len(known) < 100:
        faults.append(f"only {len(known)} keys were found in the readers")
    for key in sorted(known - terms(page) - set(tables)):
        faults.append(f"wegwijzer-pack: does not describe `{key}`, which a reader knows")
    used = set().union(*tables.values())
    for key in sorted(terms(page) - known - used):
        faults.append(f"wegwijzer-pack: describes `{key}`, which no reader knows")


def check_profile(faults):
    page = pages.read("wegwijzer-profile")
    text = (READERS / "profile_reader.cpp").read_text(encoding="utf-8")
    own = re.search(r"own_keys\[\] = \{(.*?)\};", text, flags=re.S)[1]
    known = {part for word in re.findall(r'"([a-z_.]+)"', own) for part in word.split(".")}
    known |= read_keys(["profile_history.cpp", "profile_value.cpp"])
    there = terms(page)
    faults += [f"wegwijzer-profile: does not describe `{key}`" for key in sorted(known - there)]
    faults += [f"wegwijzer-profile: describes `{key}`, which no reader knows"
               for key in sorted(there - known)]


def main():
    faults = []
    check_pack(faults)
    check_profile(faults)
    print("\n".join(faults) or "every key of packs and profiles is in the manual")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
