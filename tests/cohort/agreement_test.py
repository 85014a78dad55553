#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A cohort through `simulate` says of each person what `plan` says, for any number of threads.

The people are made up by the test, some with answers missing; CSV and NDJSON hold the same ones.

Usage: agreement_test.py PROGRAM [PEOPLE]
"""

import csv
import io
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = str(pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else "build/dev/wegwijzer").resolve())
PEOPLE = int(sys.argv.pop(1)) if len(sys.argv) > 1 else 24
ON = ["--on", "2026-11-23"]
GOAL = ["--goal", "vca.basis"]
COLUMNS = ["nationality", "birth", "dutch", "english", "learner", "hours_per_week",
           "residence.phase", "residence.permit", "vca.basis"]


def people(count, seed):
    pick = random.Random(seed)
    for _ in range(count):
        person = {
            "nationality": pick.choice(["SY", "UA", "NL", "ER", "BE"]),
            "birth": f"{pick.randint(1965, 2009)}-{pick.randint(1, 12):02}-{pick.randint(1, 28):02}",
            "dutch": pick.choice(["A0", "A1", "A2", "B1", "B2"]),
            "english": pick.choice(["A0", "A2", "B2"]),
            "learner": pick.choice(["fast", "usual", "slow"]),
            "hours_per_week": pick.choice([4, 8, 16, 32]),
            "residence.phase": pick.choice(["reception", "settled"]),
            "residence.permit": f"{pick.randint(2019, 2026)}-{pick.randint(1, 11):02}-10",
        }
        for key in list(person):
            if pick.random() < 0.08:
                del person[key]
        if pick.random() < 0.2:
            person["vca.basis"] = f"{pick.randint(2010, 2026)}-05-06"
        yield person


def profile(person):
    answers = {key: value for key, value in person.items() if key != "vca.basis"}
    if "vca.basis" in person:
        answers["held"] = [{"credential": "vca.basis", "on": person["vca.basis"]}]
    return answers


def run(*words):
    return subprocess.run([PROGRAM, *words], cwd=ROOT, capture_output=True, check=False,
                          timeout=600)


class Agreement(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.people = list(people(PEOPLE, 3))
        path = pathlib.Path(cls.folder.name)
        cls.csv, cls.ndjson = str(path / "people.csv"), str(path / "people.ndjson")
        with open(cls.csv, "w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(cls.people)
        with open(cls.ndjson, "w", encoding="utf-8") as stream:
            for person in cls.people:
                stream.write(json.dumps(profile(person)) + "\n")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def details(self, table, *words):
        target = str(pathlib.Path(self.folder.name) / "detail.csv")
        done = run("simulate", table, *GOAL, *ON, *words, "--min-cell", "0", "--detail", target,
                   "--force", "--format", "json")
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ""))
        with open(target, encoding="utf-8", newline="") as stream:
            return json.loads(done.stdout), list(csv.DictReader(stream))

    def plan(self, person, *words):
        target = pathlib.Path(self.folder.name) / "person.json"
        target.write_text(json.dumps(profile(person)), encoding="utf-8")
        done = run("plan", str(target), *GOAL, *ON, *words, "--format", "json")
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return json.loads(done.stdout)

    def compare(self, row, plan):
        self.assertEqual(row["status"], plan["status"])
        if not plan["routes"] or plan["status"] == "unreachable":
            return
        route = plan["routes"][0]
        finish = route["goals"][-1]["finish"]
        for column, key in (("finish", "planned"), ("finish_p10", "p10"), ("finish_p50", "p50"),
                            ("finish_p90", "p90")):
            self.assertEqual(row[column], finish[key] or "", column)
        for column in ("own_cents", "gift_cents", "employer_cents", "loan_cents"):
            self.assertEqual(int(row[column]), route["cost"][column], column)
        for column, key in (("own_cents_p10", "own_p10_cents"), ("own_cents_p50", "own_p50_cents"),
                            ("own_cents_p90", "own_p90_cents")):
            self.assertEqual(row[column], "" if route["cost"][key] is None
                             else str(route["cost"][key]), column)
        self.assertEqual(float(row["hours"]), route["hours"])
        if int(row["draws"]) > 0:
            self.assertEqual(int(row["reached"]), route["reached"])

    def check_against_plan(self, *words):
        told, rows = self.details(self.csv, *words)
        self.assertEqual(told["rows"], {"read": PEOPLE, "used": PEOPLE, "refused": 0})
        self.assertEqual([int(row["row"]) for row in rows], list(range(1, PEOPLE + 1)))
        for row, person in zip(rows, self.people):
            with self.subTest(row=row["row"]):
                self.compare(row, self.plan(person, *words or ("--draws", "0")))
        reached = sum(row["status"] in ("held", "reachable") for row in rows)
        self.assertEqual(told["variants"][0]["total"]["reached"], reached)

    def test_planned_dates_and_costs_are_those_of_plan(self):
        self.check_against_plan()

    def test_with_draws_the_percentiles_are_those_of_plan(self):
        self.check_against_plan("--draws", "120", "--seed", "5")

    def test_both_forms_of_the_table_tell_the_same(self):
        self.assertEqual(self.details(self.csv), self.details(self.ndjson))

    def test_any_number_of_threads_gives_the_same_bytes(self):
        words = ["simulate", self.csv, *GOAL, *ON, "--by", "nationality,dutch", "--min-cell", "2",
                 "--waive", self.need(), "--format", "json"]
        self.assertEqual(run(*words, "--threads", "1").stdout, run(*words, "--threads", "7").stdout)

    def test_waiving_a_need_lowers_no_reach(self):
        told, _ = self.details(self.csv, "--waive", self.need(), "--by", "nationality,dutch")
        for table in told["by"]:
            for group in table["groups"]:
                before, after = group["variants"]
                self.assertGreaterEqual(after["reached"], before["reached"], group["label"])
                self.assertEqual(after["effect"]["lost"], 0)

    @staticmethod
    def need():
        """Some need of a step on the way."""
        shown = json.loads(run("plan", "pathways/vca/scenarios/dutch-b1.toml", *GOAL, *ON,
                               "--draws", "0", "--format", "json").stdout)
        return next(f"{step['id']}/{need['id']}" for step in shown["routes"][0]["steps"]
                    for need in step["needs"])


if __name__ == "__main__":
    unittest.main()
