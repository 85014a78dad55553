#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `audit --format json` prints fits data/schema/audit.schema.json, and its forms agree.

Usage: audit_schema_test.py PROGRAM
"""

import collections
import csv
import io
import json
import pathlib
import subprocess
import sys
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "build/dev/wegwijzer"


def audit(*words):
    done = subprocess.run([PROGRAM, "audit", "--on", "2026-11-23", *words], cwd=ROOT,
                          capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class AuditSchema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(ROOT / "data/schema/audit.schema.json", encoding="utf-8") as stream:
            schema = json.load(stream)
        jsonschema.Draft7Validator.check_schema(schema)
        cls.validator = jsonschema.Draft7Validator(schema)
        cls.status, out, cls.errors = audit("--format", "json")
        cls.told = json.loads(out)

    def test_every_figure_of_our_packs_has_a_source(self):
        self.assertEqual((self.status, self.errors), (0, ""))

    def test_it_fits(self):
        faults = [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message}"
                  for fault in self.validator.iter_errors(self.told)]
        self.assertEqual(faults, [])
        self.assertGreater(len(self.told["figures"]), 500)

    def test_nothing_may_be_added(self):
        for where in (self.told, self.told["packs"][0], self.told["figures"][0]):
            where["surprise"] = 1
            self.assertFalse(self.validator.is_valid(self.told))
            del where["surprise"]

    def test_the_counts_are_those_of_the_list(self):
        counted = collections.Counter((one["pack"], one["footing"]) for one in self.told["figures"])
        for pack in self.told["packs"]:
            wanted = {"official": pack["official"], "secondary": pack["secondary"],
                      "estimate": pack["estimate"], "unknown": pack["unknown"],
                      "none": pack["unsourced"]}
            for footing, count in wanted.items():
                self.assertEqual(counted[pack["id"], footing], count, (pack["id"], footing))
            self.assertEqual(sum(wanted.values()), pack["figures"])

    def test_no_figure_counts_twice(self):
        places = collections.Counter(
            (one["file"], one["line"], one["column"], one["kind"], one["text"])
            for one in self.told["figures"])
        self.assertEqual([place for place, count in places.items() if count > 1], [])

    def test_a_place_leads_to_the_figure(self):
        """The line that is named states the figure, wherever the figure is a plain string."""
        for one in self.told["figures"]:
            if one["kind"] in ("duration", "effort", "load") and one["value"]["unit"] != "days":
                line = (ROOT / one["file"]).read_text(encoding="utf-8").split("\n")[one["line"] - 1]
                self.assertRegex(line[one["column"] - 1:], r'^"[0-9a]', one)

    def test_the_table_has_the_same_figures(self):
        rows = list(csv.DictReader(io.StringIO(audit("--format", "csv")[1], newline="")))
        self.assertEqual(
            [(row["pack"], row["kind"], row["of"], row["source"], row["footing"]) for row in rows],
            [(one["pack"], one["kind"], one["of"], one["source"] or "", one["footing"])
             for one in self.told["figures"]])


if __name__ == "__main__":
    unittest.main()
