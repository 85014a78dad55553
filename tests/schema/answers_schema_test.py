#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `explain`, `compare` and `diff` print as JSON fits their schemas, for a few scenarios of every pack.

Usage: answers_schema_test.py PROGRAM
"""

import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import tomllib
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "build/dev/wegwijzer"
OF_EACH_PACK = 4
# Beside those: no route, for a circle by way of the purse.
ALWAYS = ("wage-asks-the-exam",)


def cases():
    for pack in sorted((ROOT / "pathways").iterdir()):
        scenarios = []
        for file in sorted(pack.glob("*.toml")):
            with open(file, "rb") as stream:
                scenarios += tomllib.load(stream).get("scenario", [])
        chosen = scenarios[::max(1, len(scenarios) // OF_EACH_PACK)][:OF_EACH_PACK]
        chosen += [one for one in scenarios if one["id"] in ALWAYS and one not in chosen]
        for scenario in chosen:
            goals = scenario["goal"] if isinstance(scenario["goal"], list) else [scenario["goal"]]
            words = [str(pack / scenario["profile"]), "--goal", goals[0],
                     "--on", str(scenario["on"]), "--draws", "200", "--format", "json"]
            for goal in goals[1:] + scenario.get("then", []):
                words += ["--then", goal]
            yield scenario["id"], words


def answer(*words):
    done = subprocess.run([PROGRAM, *words], cwd=ROOT, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr.decode()


def validator(name):
    with open(ROOT / f"data/schema/{name}.schema.json", encoding="utf-8") as stream:
        schema = json.load(stream)
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


class Answers(unittest.TestCase):
    def check(self, name, words, status, out, errors):
        self.assertIn(status, (0, 1), errors)
        told = json.loads(out)
        faults = [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message}"
                  for fault in self.check_with.iter_errors(told)]
        self.assertEqual(faults, [], words)
        return told

    def test_explain(self):
        self.check_with = validator("explain")
        in_circles = set()
        for name, words in cases():
            with self.subTest(scenario=name):
                told = self.check("explain", words, *answer("explain", *words))
                in_circles.update(*told["circles"])
                for other in told["without"]:
                    if other["has_route"] and other["proven"] and other["later_days"] is not None:
                        # the route shown is the fastest: no other way is faster
                        self.assertGreaterEqual(other["later_days"], 0, other)
        self.assertIn("purse", in_circles)

    def test_compare(self):
        self.check_with = validator("compare")
        for name, words in cases():
            with self.subTest(scenario=name):
                # a need of a step that no route of another goal takes: nothing changes
                told = self.check("compare", words, *answer(
                    "compare", *words, "--waive", self.need_of_the_pack(words)))
                self.assertEqual(told["variants"][0]["difference"], None)
                for variant in told["variants"][1:]:
                    difference = variant["difference"]
                    if difference and difference["planned_days"] is not None:
                        self.assertLessEqual(difference["planned_days"], 0, variant)

    def test_diff(self):
        self.check_with = validator("diff")
        changes, reasons = set(), set()
        for name, words in cases():
            with self.subTest(scenario=name), tempfile.TemporaryDirectory() as folder:
                later = list(words)
                day = later.index("--on") + 1
                later[day] = str(datetime.date.fromisoformat(later[day])
                                 + datetime.timedelta(days=200))
                files = [pathlib.Path(folder) / one for one in ("was.json", "is.json")]
                for file, asked in zip(files, (words, later)):
                    file.write_bytes(answer("plan", *asked)[1])
                out = answer("diff", *map(str, files), "--format", "json")
                told = self.check("diff", words, *out)
                self.assertEqual(told["on"]["is"], later[day])
                changes |= {step["change"] for step in told["steps"]}
                reasons |= {one["kind"] for step in told["steps"] for one in step["because"]}
                same = json.loads(answer("diff", str(files[0]), str(files[0]), "--format",
                                         "json")[1])
                self.assertEqual((same["goals"], same["steps"]), ([], []))
        self.assertTrue({"moved", "added", "gone"} <= changes, changes)
        self.assertTrue({"step", "session", "first_day"} <= reasons, reasons)

    @staticmethod
    def need_of_the_pack(words):
        out = answer("plan", *words)[1]
        plan = json.loads(out)
        for route in plan["routes"]:
            for step in route["steps"]:
                for need in step["needs"]:
                    if step["pilot"] is None:
                        return f"{step['id']}/{need['id']}"
        for one in plan["unmet"]:
            for unmet in one:
                if unmet["part"] == "need":
                    return f"{unmet['step']}/{unmet['id']}"
        return "common.translate/papers"


if __name__ == "__main__":
    unittest.main()
