#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What was published of real people lies between P10 and P90 of their plan, and official answers come out.

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


def entries(file, kind):
    with open(pathlib.Path(__file__).with_name(file), "rb") as stream:
        return tomllib.load(stream)[kind]


def stories():
    return entries("published.toml", "story")


def answers():
    return entries("answers.toml", "answer")


def plan(case):
    command = [PROGRAM, "--packs", "pathways", "plan", str(ROOT / case["profile"]),
               "--goal", case["goal"], "--on", str(case["on"]), "--format", "json"]
    for pilot in case.get("pilots", []):
        command += ["--pilot", pilot]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if ran.returncode > 1:  # 1: there is no route
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

    def test_the_right_answer_comes_out(self):
        for answer in answers():
            with self.subTest(asks=answer["asks"]):
                told = plan(answer)
                self.assertEqual(told["status"], answer.get("status", "reachable"), answer["url"])
                route = told["routes"][0] if told["routes"] else {"steps": []}
                steps = {step["id"] for step in route["steps"]}
                self.assertLessEqual(set(answer.get("includes", [])), steps, answer["url"])
                self.assertFalse(set(answer.get("excludes", [])) & steps, answer["url"])
                if "own_cents" in answer:
                    self.assertEqual(route["cost"]["own_cents"], answer["own_cents"], answer["url"])

    def test_each_says_what_to_look_for_and_where_it_was_read(self):
        for story in stories():
            self.assertEqual(1, len({"weeks", "at_least", "at_most"} & set(story)), story)
        for answer in answers():
            self.assertTrue({"status", "includes"} & set(answer), answer)
        for case in stories() + answers():
            self.assertTrue(case["url"].startswith("http") and case["seen"], case)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
