#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `plan --format json` prints fits data/schema/plan.schema.json, for every scenario of every pack.

Usage: plan_schema_test.py PROGRAM
"""

import json
import pathlib
import subprocess
import sys
import tomllib
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "build/dev/wegwijzer"
EXAMPLE_KEYS = {  # of the receipt, in the order in which it is written
    "schema", "program", "packs", "on", "made", "horizon", "lang", "seed", "draws", "goals",
    "status", "routes", "front", "assumed", "questions", "unmet", "circles", "pilots", "notes"}


def scenarios():
    for file in sorted((ROOT / "pathways").rglob("*.toml")):
        if file.parent.name == "scenarios":
            continue
        with open(file, "rb") as stream:
            for scenario in tomllib.load(stream).get("scenario", []):
                yield file.parent, scenario


def arguments(folder, scenario):
    goals = scenario["goal"] if isinstance(scenario["goal"], list) else [scenario["goal"]]
    out = ["plan", str(folder / scenario["profile"]), "--goal", goals[0]]
    for goal in goals[1:] + scenario.get("then", []):
        out += ["--then", goal]
    for pilot in scenario.get("pilots", []):
        out += ["--pilot", pilot]
    for outcome in scenario.get("assume", []):
        out += ["--assume", outcome]
    return out + ["--on", str(scenario["on"]), "--format", "json", "--made", "2026-11-23"]


def run(*words):
    done = subprocess.run([PROGRAM, *words], cwd=ROOT, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr.decode()


class PlanSchema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(ROOT / "data/schema/plan.schema.json", encoding="utf-8") as stream:
            cls.schema = json.load(stream)
        jsonschema.Draft7Validator.check_schema(cls.schema)
        cls.validator = jsonschema.Draft7Validator(cls.schema)

    def test_every_scenario_fits(self):
        seen = set()
        for folder, scenario in scenarios():
            with self.subTest(scenario=scenario["id"]):
                status, out, errors = run(*arguments(folder, scenario))
                self.assertIn(status, (0, 1), errors)
                plan = json.loads(out)
                faults = [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message}"
                          for fault in self.validator.iter_errors(plan)]
                self.assertEqual(faults, [])
                self.assertLessEqual(EXAMPLE_KEYS, set(plan))
                self.assertEqual(status, 1 if plan["status"] == "unreachable" else 0)
                seen.add(plan["status"])
        self.assertEqual(seen, {"held", "reachable", "unknown", "unreachable"})

    def test_nothing_may_be_added(self):
        """The schema would see a key that nobody announced, at every level."""
        folder, scenario = next(scenarios())
        plan = json.loads(run(*arguments(folder, scenario))[1])
        for where in (plan, plan["front"], *plan["routes"], *plan["routes"][0]["steps"][:1]):
            where["surprise"] = 1
            self.assertFalse(self.validator.is_valid(plan))
            del where["surprise"]
        self.assertTrue(self.validator.is_valid(plan))

    def test_same_input_same_bytes(self):
        folder, scenario = next(scenarios())
        words = arguments(folder, scenario)
        first = run(*words)[1]
        self.assertEqual(first, run(*words)[1])
        self.assertEqual(first, run("--threads", "2", *words)[1])

    def test_no_repeated_keys(self):
        def once(pairs):
            names = [name for name, _ in pairs]
            self.assertEqual(len(set(names)), len(names))
            return dict(pairs)
        folder, scenario = next(scenarios())
        json.loads(run(*arguments(folder, scenario))[1], object_pairs_hook=once)


if __name__ == "__main__":
    unittest.main()
