#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The runner itself, against a stand-in for the program that says what it is told to say."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import run


def faults_of(pack_text, says, status):
    with tempfile.TemporaryDirectory() as root:
        pack = pathlib.Path(root) / "packs" / "x"
        pack.mkdir(parents=True)
        (pack / "pack.toml").write_text(pack_text, encoding="utf-8")
        program = pathlib.Path(root) / "program"
        program.write_text(f"#!/bin/sh\ncat <<'END'\n{says.format(pack=pack)}\nEND\n"
                           f"exit {status}\n", encoding="utf-8")
        program.chmod(0o755)
        return run.check(pack, program)[0]


SAYS = "{pack}/pack.toml:3:9: error: unknown attribute 'duch' [R004]"


class Runner(unittest.TestCase):
    def test_a_mistake_foretold_and_found_passes(self):
        self.assertEqual(faults_of("# expect: error R004 line 3\n", SAYS, 1), [])
        self.assertEqual(faults_of("# expect: error R004 line 3 column 9\n", SAYS, 1), [])

    def test_another_place_code_or_severity_fails(self):
        for promise in ("error R004 line 4", "error R005 line 3", "warning R004 line 3",
                        "error R004 line 3 column 8"):
            self.assertTrue(faults_of(f"# expect: {promise}\n", SAYS, 1), promise)

    def test_a_second_finding_fails(self):
        self.assertTrue(faults_of("# expect: error R004 line 3\n",
                                  SAYS + "\n{pack}/pack.toml:5:1: error: more [P001]", 1))

    def test_silence_and_a_wrong_status_fail(self):
        self.assertTrue(faults_of("# expect: error R004 line 3\n", "", 1))
        self.assertTrue(faults_of("# expect: error R004 line 3\n", SAYS, 0))
        self.assertTrue(faults_of("", "", 1))

    def test_a_good_pack_says_nothing(self):
        self.assertEqual(faults_of("", "", 0), [])
        self.assertTrue(faults_of("", SAYS, 1))

    def test_a_promise_that_cannot_be_read_is_refused(self):
        with self.assertRaises(ValueError):
            faults_of("# expect: something R004\n", SAYS, 1)


if __name__ == "__main__":
    unittest.main()
