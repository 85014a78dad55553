#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The guard itself: made-up houses with one bad arrow each must be caught."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import layers


def faults_of(path, include, code=""):
    with tempfile.TemporaryDirectory() as root:
        file = pathlib.Path(root) / path
        file.parent.mkdir(parents=True)
        file.write_text(f"// first line\n#include {include}\n{code}\n", encoding="utf-8")
        return layers.check(pathlib.Path(root))


class LayerGuard(unittest.TestCase):
    def test_an_arrow_of_the_table_passes(self):
        self.assertEqual(faults_of("engine/route/find.cpp", '"rule/expression.hpp"'), [])
        self.assertEqual(faults_of("cli/plan_command.cpp", '"document/json.hpp"'), [])

    def test_an_upward_arrow_is_caught_with_its_line(self):
        self.assertEqual(faults_of("engine/base/date.cpp", '"model/step.hpp"'),
                         ["engine/base/date.cpp:2: model/step.hpp: base may not include model"])

    def test_a_sideways_arrow_is_caught(self):
        self.assertTrue(faults_of("engine/route/find.cpp", '"pack/read.hpp"'))
        self.assertTrue(faults_of("engine/pack/read.cpp", '"route/find.hpp"'))

    def test_an_angle_bracket_does_not_hide_an_arrow(self):
        self.assertTrue(faults_of("engine/model/step.hpp", "<route/find.hpp>"))

    def test_climbing_out_of_a_room_is_caught(self):
        self.assertTrue(faults_of("engine/model/step.hpp", '"../route/find.hpp"'))

    def test_a_made_up_room_is_caught(self):
        self.assertTrue(faults_of("engine/util/string.hpp", "<string>"))

    def test_the_checker_sees_no_planner(self):
        self.assertTrue(faults_of("tests/checker/walk.cpp", '"route/find.hpp"'))
        self.assertTrue(faults_of("tests/checker/walk.cpp", '"pack/read.hpp"'))
        self.assertEqual(faults_of("tests/checker/walk.cpp", '"model/route.hpp"'), [])

    def test_the_checker_counts_its_own_days(self):
        for code in ("auto d = add_months(date, 3);", "auto d = wegwijzer::to_civil(date);",
                     "auto d = add(date, term, holidays);", "h.add_working_days(date, 3);"):
            self.assertTrue(faults_of("tests/checker/walk.cpp", '"model/route.hpp"', code), code)
        for code in ("auto d = month_later(date, 3);", "reasons.add(fault);", "date.day + 1;"):
            self.assertEqual(faults_of("tests/checker/walk.cpp", '"model/route.hpp"', code), [])

    def test_the_search_of_the_benchmarks_stays_there(self):
        self.assertTrue(faults_of("engine/route/find.cpp", '"solve/solver.hpp"'))
        self.assertTrue(faults_of("bench/solve/solver.cpp", '"model/route.hpp"'))
        self.assertEqual(faults_of("bench/psplib.cpp", '"solve/solver.hpp"'), [])

    def test_a_unit_test_sees_what_its_room_sees(self):
        self.assertTrue(faults_of("tests/unit/rule/parse_test.cpp", '"route/find.hpp"'))
        self.assertEqual(faults_of("tests/unit/rule/parse_test.cpp", "<doctest/doctest.h>"), [])

    def test_a_plugin_sees_only_the_c_header(self):
        self.assertTrue(faults_of("plugins/big/big.cpp", '"base/date.hpp"'))
        self.assertEqual(faults_of("plugins/big/big.cpp", "<wegwijzer/plugin.h>"), [])

    def test_an_outside_library_stays_in_its_room(self):
        self.assertTrue(faults_of("engine/model/step.hpp", "<toml++/toml.h>"))
        self.assertTrue(faults_of("engine/route/find.cpp", "<nlohmann/json.hpp>"))
        self.assertTrue(faults_of("engine/base/text.cpp", "<CLI/CLI.hpp>"))
        self.assertEqual(faults_of("engine/pack/toml_reader.cpp", "<toml++/toml.h>"), [])

    def test_an_unknown_library_needs_a_home_first(self):
        self.assertTrue(faults_of("engine/pack/read.cpp", "<boost/any.hpp>"))

    def test_the_planner_opens_no_files_and_reads_no_clock(self):
        self.assertTrue(faults_of("engine/route/find.cpp", "<fstream>"))
        self.assertTrue(faults_of("engine/route/find.cpp", "<unistd.h>"))
        self.assertEqual(faults_of("engine/route/find.cpp", "<vector>"), [])


if __name__ == "__main__":
    unittest.main()
