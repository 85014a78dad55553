#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every pack of a profession ships scenarios enough, each with what must come out and why."""

import collections
import pathlib
import tomllib
import unittest

PATHWAYS = pathlib.Path(__file__).resolve().parents[2] / "pathways"
PROFESSIONS = ("big", "care", "driving", "vca")
LEAST_OF_A_PROFESSION = 8
LEAST_IN_ALL = 60


def scenarios():
    for file in sorted(PATHWAYS.rglob("*.toml")):
        if file.parent.name == "scenarios":
            continue  # profiles
        with open(file, "rb") as stream:
            for scenario in tomllib.load(stream).get("scenario", []):
                yield file.relative_to(PATHWAYS).parts[0], scenario


class Scenarios(unittest.TestCase):
    def test_there_are_enough(self):
        counts = collections.Counter(pack for pack, _ in scenarios())
        for pack in PROFESSIONS:
            self.assertGreaterEqual(counts[pack], LEAST_OF_A_PROFESSION, pack)
        self.assertGreaterEqual(sum(counts.values()), LEAST_IN_ALL)

    def test_each_says_what_comes_out_and_why(self):
        for pack, scenario in scenarios():
            with self.subTest(pack=pack, scenario=scenario["id"]):
                expect = scenario["expect"]
                self.assertIn("status", expect)
                self.assertLessEqual({"nl", "en"}, set(scenario.get("reason", {})))
                if expect["status"] == "reachable":
                    self.assertTrue({"includes", "first", "last", "weeks"} & set(expect), expect)


if __name__ == "__main__":
    unittest.main()
