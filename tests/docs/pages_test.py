#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The reading of pages itself."""

import unittest

import pages


class PagesTest(unittest.TestCase):
    def test_a_section_ends_at_the_next_of_its_level(self):
        text = "# A\none\n## B\ntwo\n# C\nthree"
        self.assertEqual(pages.section(text, "A"), "one\n## B\ntwo")
        self.assertEqual(pages.section(text, "B"), "two")

    def test_a_remark_inside_a_block_is_no_heading(self):
        self.assertEqual(pages.section("# A\n```\n# not B\n```\n# B", "A"), "```\n# not B\n```")

    def test_a_block_has_classes_and_attributes(self):
        block = pages.blocks('```{.console status=3 file="a/b.toml"}\n$ x\n```')[0]
        self.assertEqual(block.classes, ["console"])
        self.assertEqual(block.attributes, {"status": "3", "file": "a/b.toml"})

    def test_a_plain_word_is_a_class(self):
        self.assertEqual(pages.blocks("```console\n$ x\n```")[0].classes, ["console"])

    def test_a_block_without_an_end_is_refused(self):
        self.assertRaises(ValueError, pages.blocks, "```console\n$ x\n")

    def test_a_command_may_go_on_in_the_next_line(self):
        block = pages.blocks("```console\n$ a \\\n    b\nout\n\n$ c\n```")[0]
        self.assertEqual(pages.commands(block), [["a b", ["out"]], ["c", []]])

    def test_dots_stand_for_any_lines(self):
        self.assertTrue(pages.agrees(["a", "...", "d"], ["a", "b", "c", "d"]))
        self.assertTrue(pages.agrees(["a", "..."], ["a"]))
        self.assertFalse(pages.agrees(["a", "d"], ["a", "b", "d"]))
        self.assertFalse(pages.agrees(["a"], ["a", "b"]))
        self.assertFalse(pages.agrees(["...", "x"], ["a"]))


if __name__ == "__main__":
    unittest.main()
