#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""data/holidays.csv is what its script makes, and the script is right where the answer is known."""

import csv
import datetime
import importlib.machinery
import importlib.util
import pathlib
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def load_script():
    path = str(ROOT / "scripts" / "make-holidays")
    loader = importlib.machinery.SourceFileLoader("make_holidays", path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


SCRIPT = load_script()
TABLE = (ROOT / "data" / "holidays.csv").read_text(encoding="utf-8")
ROWS = {datetime.date.fromisoformat(row["date"]): row for row in csv.DictReader(TABLE.splitlines())}


def paschal_full_moon_easter(year):
    """Easter by Gauss's rule, a second method that shares nothing with the script's."""
    a, b, c = year % 19, year % 4, year % 7
    k = year // 100
    p = (13 + 8 * k) // 25
    m = (15 - p + k - k // 4) % 30
    n = (4 + k - k // 4) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    if d == 29 and e == 6:
        return datetime.date(year, 4, 19)
    if d == 28 and e == 6 and (11 * m + 11) % 30 < 19:
        return datetime.date(year, 4, 18)
    return datetime.date(year, 3, 22) + datetime.timedelta(days=d + e)


class Holidays(unittest.TestCase):
    def test_the_file_is_what_the_script_makes(self):
        self.assertEqual(TABLE, SCRIPT.table())

    def test_easter_agrees_with_a_second_method(self):
        for year in range(1900, 2200):
            self.assertEqual(SCRIPT.easter_sunday(year), paschal_full_moon_easter(year))

    def test_dates_from_the_almanac(self):
        for date, name in (("2019-04-22", "tweede paasdag"), ("2024-05-09", "Hemelvaartsdag"),
                           ("2026-04-03", "Goede Vrijdag"), ("2027-05-17", "tweede pinksterdag"),
                           ("2038-04-26", "tweede paasdag")):
            self.assertEqual(ROWS[datetime.date.fromisoformat(date)]["name_nl"], name)

    def test_kings_day_gives_way_to_sunday(self):
        self.assertIn(datetime.date(2025, 4, 26), ROWS)
        self.assertNotIn(datetime.date(2025, 4, 27), ROWS)
        self.assertIn(datetime.date(2026, 4, 27), ROWS)

    def test_liberation_day_is_there_every_year_even_when_it_meets_another(self):
        for year in range(2015, 2051):
            self.assertIn("Bevrijdingsdag", ROWS[datetime.date(year, 5, 5)]["name_nl"])
        self.assertIn("Hemelvaartsdag", ROWS[datetime.date(2016, 5, 5)]["name_nl"])


if __name__ == "__main__":
    unittest.main()
