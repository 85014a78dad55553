#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `simulate --format json` prints fits data/schema/simulate.schema.json; CSV and NDJSON agree.

Usage: simulate_schema_test.py PROGRAM
"""

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

ROWS = [f"{experienced},{hours},{place}" for experienced in ("true", "false", "")
        for hours in (8, 16, 40) for place in "AAABBC" for _ in range(4)]
TABLE = "\n".join(["trade.experienced,hours_per_week,place", *ROWS, "true,16,D"]) + "\n"


def simulate(*words):
    done = subprocess.run(
        [PROGRAM, "--packs", "tests/cli/packs", "simulate", "-", "--input", "csv", "--goal",
         "trade.certificate", "--on", "2026-11-23", "--waive", "trade.exam/taught", "--by",
         "place,trade.experienced", *words],
        input=TABLE.encode(), cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b""), done.stderr
    return done.stdout.decode()


class SimulateSchema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(ROOT / "data/schema/simulate.schema.json", encoding="utf-8") as stream:
            schema = json.load(stream)
        jsonschema.Draft7Validator.check_schema(schema)
        cls.validator = jsonschema.Draft7Validator(schema)
        cls.told = json.loads(simulate("--format", "json"))

    def test_it_fits(self):
        faults = [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message}"
                  for fault in self.validator.iter_errors(self.told)]
        self.assertEqual(faults, [])
        self.assertEqual(self.told["rows"]["used"], len(ROWS) + 1)

    def test_nothing_may_be_added(self):
        for where in (self.told, self.told["rows"], self.told["variants"][1]["total"]["effect"]):
            where["surprise"] = 1
            self.assertFalse(self.validator.is_valid(self.told))
            del where["surprise"]

    def test_each_need_on_the_way_is_ranked(self):
        told = json.loads(simulate("--format", "json", "--rank-needs"))
        self.assertTrue(self.validator.is_valid(told))
        needs = told["needs"]
        self.assertGreaterEqual(needs["tried"], 1)
        waived = told["variants"][1]["total"]["effect"]
        first = needs["ranked"][0]
        self.assertEqual((first["step"], first["need"]), ("trade.exam", "taught"))
        self.assertEqual((first["newly"], first["better"]), (waived["newly"], waived["better"]))
        self.assertIn("trade.exam/taught", simulate("--rank-needs", "--format", "txt"))

    def test_one_person_is_hidden_together_with_the_smallest_other_group(self):
        groups = {group["label"]: group["people"] for group in self.told["by"][0]["groups"]}
        self.assertEqual(groups, {"A": 108, "B": 72, "C": None, "D": None})
        self.assertNotIn(",D,baseline,1", simulate("--format", "csv"))

    def test_what_is_hidden_is_not_in_the_text(self):
        self.assertNotIn(" 37 ", simulate("--format", "txt", "--lang", "en"))

    def test_the_rows_say_what_the_tree_says(self):
        rows = list(csv.DictReader(io.StringIO(simulate("--format", "csv"), newline="")))
        lines = [json.loads(line) for line in simulate("--format", "ndjson").splitlines()]
        self.assertEqual([{key: "" if value is None else str(value) for key, value in line.items()}
                          for line in lines], rows)
        cells = [variant["total"] for variant in self.told["variants"]]
        for table in self.told["by"]:
            cells += [cell for group in table["groups"] for cell in group["variants"]]
        self.assertEqual([None if cell is None else cell["reached"] for cell in cells],
                         [line["reached"] for line in lines])


if __name__ == "__main__":
    unittest.main()
