#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The list of each country's qualifications says the same as the table of their levels."""

import csv
import pathlib
import unittest

PACK = pathlib.Path(__file__).resolve().parents[2] / "pathways" / "diploma"


def rows(name):
    lines = (PACK / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if line and not line.startswith("#")))


class Qualifications(unittest.TestCase):
    def test_both_tables_have_the_same_names(self):
        listed = {(row["country"], name) for row in rows("qualifications.csv")
                  for name in row["qualifications"].split("|")}
        levelled = {(row["country"], row["qualification"]) for row in rows("levels.csv")}
        self.assertEqual(listed, levelled)


if __name__ == "__main__":
    unittest.main()
