#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What was published of real people lies between P10 and P90 of their plan.

    published_test.py PROGRAM
"""

import json
import pathlib
import subprocess
import sys
import tomllib
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = None


def stories():
    with open(pathlib.Path(__file__).with_name("published.toml"), "rb") as stream:
        return tomllib.load(stream)["story"]


def plan(story):
    command = [PROGRAM, "--packs", "pathways", "plan", str(ROOT / story["profile"]),
               "--goal", story["goal"], "--on", str(story["on"]), "--format", "json"]
    for pilot in story.get("pilots", []):
        command += ["--pilot", pilot]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if ran.returncode:
        raise AssertionError(ran.stderr.decode())
    return json.loads(ran.stdout)


class Published(unittest.TestCase):
    def test_the_real_total_lies_between_the_percentiles(self):
        for story in stories():
            with self.subTest(profile=story["profile"]):
                told = plan(story)
                self.assertEqual(told["status"], "reachable")
                weeks = told["routes"][0]["goals"][-1]["weeks"]
                least = story.get("weeks", story.get("at_least", 0))
                most = story.get("weeks", story.get("at_most", float("inf")))
                self.assertLessEqual(weeks["p10"], most, story["url"])
                self.assertGreaterEqual(weeks["p90"], least, story["url"])

    def test_each_says_how_long_and_where_it_was_read(self):
        for story in stories():
            self.assertEqual(1, len({"weeks", "at_least", "at_most"} & set(story)), story)
            self.assertTrue(story["url"].startswith("http") and story["seen"], story)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
