#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The runner itself: a runner that lets things pass is worse than none."""

import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import run

TRUE = pathlib.Path("/bin/true")


def outcome(text, update=False):
    """Number of failed cases, and the text of the file afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "x.test"
        path.write_text(text, encoding="utf-8")
        with contextlib.redirect_stdout(io.StringIO()):
            _, failed = run.run_file(path, TRUE, update)
        return failed, path.read_text(encoding="utf-8")


class Runner(unittest.TestCase):
    def passes(self, text):
        self.assertEqual(outcome(text)[0], 0, text)

    def fails(self, text):
        self.assertEqual(outcome(text)[0], 1, text)

    def test_output_status_and_silence_are_compared(self):
        self.passes("=== x\n--- command\necho a\n--- stdout\na\n")
        self.fails("=== x\n--- command\necho a\n--- stdout\nb\n")
        self.fails("=== x\n--- command\necho a\n")
        self.passes("=== x\n--- command\nexit 3\n--- status\n3\n")
        self.fails("=== x\n--- command\nexit 3\n")

    def test_an_unexpected_word_on_standard_error_fails(self):
        self.fails("=== x\n--- command\necho a; echo oops >&2\n--- stdout\na\n")
        self.passes("=== x\n--- command\necho oops >&2\n--- stderr\noops\n")

    def test_patterns_stand_for_lines_that_vary(self):
        self.passes("=== x\n--- command\necho took 12 ms\n--- stdout\n~ took \\d+ ms\n")
        self.fails("=== x\n--- command\necho took 12 ms!\n--- stdout\n~ took \\d+ ms\n")
        self.passes("=== x\n--- command\nseq 5\n--- stdout\n1\n~~~\n5\n")
        self.fails("=== x\n--- command\nseq 5\n--- stdout\n1\n~~~\n4\n")

    def test_a_missing_last_newline_is_seen(self):
        self.fails("=== x\n--- command\nprintf a\n--- stdout\na\n")
        self.passes("=== x\n--- command\nprintf a\n--- stdout\na\n\\ no newline at end\n")

    def test_lines_that_look_like_ours_are_escaped(self):
        self.passes("=== x\n--- command\necho '--- stdout'\n--- stdout\n\\--- stdout\n")
        self.passes("=== x\n--- command\necho 'a\n'\n--- stdout\na\n\\\n")

    def test_input_files_and_surroundings_are_given(self):
        self.passes("=== x\n--- command\ncat; cat d/f\n--- stdin\nin\n--- file d/f\nfile\n"
                    "--- stdout\nin\nfile\n")
        self.passes("=== x\n--- command\necho $TZ $LC_ALL $COLUMNS [$WEGWIJZER_PACK_PATH]\n"
                    "--- stdout\nUTC C.UTF-8 80 []\n")
        self.passes("=== x\n--- command\n$WEGWIJZER && ls tests/cli/run.py\n--- stdout\n"
                    "tests/cli/run.py\n")

    def test_an_unknown_section_is_refused(self):
        for text in ("=== x\n--- comand\necho\n", "=== x\n--- stdout\na\n", "", "echo\n"):
            with self.assertRaises(ValueError):
                outcome(text)

    def test_update_rewrites_what_changed_and_keeps_the_rest(self):
        before = ("# Remark.\n\n=== x\n--- command\nseq 3; echo took 7 ms\n--- stdout\n1\n3\n"
                  "~ took \\d+ ms\n--- stderr\nold\n\n=== y\n--- command\nexit 1\n")
        after = ("# Remark.\n\n=== x\n--- command\nseq 3; echo took 7 ms\n--- stdout\n1\n2\n3\n"
                 "~ took \\d+ ms\n\n=== y\n--- command\nexit 1\n--- status\n1\n")
        self.assertEqual(outcome(before, update=True), (2, after))
        self.passes(after.split("\n=== y")[0])


if __name__ == "__main__":
    unittest.main()
