#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every code that the program can report has an entry in data/diagnostics.toml, and every entry a use.

Each P code of a pack has a bad pack in tests/packs/bad as well.
"""

import pathlib
import re
import tomllib
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODE = re.compile(r'"([A-Z][0-9]{3})"')
EXPECT = re.compile(r"# expect: (?:error|warning) ([A-Z][0-9]{3}) ")


def used_codes():
    files = [file for folder in ("engine", "cli") for file in (ROOT / folder).rglob("*.[ch]pp")]
    return {code for file in files for code in CODE.findall(file.read_text(encoding="utf-8"))}


def entries():
    with open(ROOT / "data" / "diagnostics.toml", "rb") as file:
        return tomllib.load(file)["diagnostic"]


class Catalogue(unittest.TestCase):
    def test_every_code_in_use_has_an_entry(self):
        self.assertEqual(used_codes() - {entry["code"] for entry in entries()}, set())

    def test_every_entry_is_in_use(self):
        self.assertEqual({entry["code"] for entry in entries()} - used_codes(), set())

    def test_codes_stand_once(self):
        codes = [entry["code"] for entry in entries()]
        self.assertEqual(sorted(set(codes)), sorted(codes))

    def test_entries_are_complete(self):
        for entry in entries():
            with self.subTest(code=entry["code"]):
                self.assertEqual(set(entry), {"code", "severity", "title", "explanation"})
                self.assertIn(entry["severity"], ("note", "warning", "error"))
                for key in ("title", "explanation"):
                    self.assertEqual(set(entry[key]), {"nl", "en"})
                    self.assertTrue(all(entry[key].values()))
                self.assertFalse(entry["title"]["en"].endswith("."))

    def test_every_pack_code_has_a_bad_pack(self):
        shown = {code for file in (ROOT / "tests" / "packs" / "bad").rglob("*.*")
                 for code in EXPECT.findall(file.read_text(encoding="utf-8"))}
        wanted = {entry["code"] for entry in entries() if entry["code"].startswith("P")}
        self.assertEqual(wanted - shown, set())


if __name__ == "__main__":
    unittest.main()
