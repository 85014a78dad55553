#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The translations of documents: all sentences are there, with the same places, in words short enough."""

import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOM = ROOT / "engine/document"
# Where an English sentence stands in the code; it is the key of its translations.
KEYWORDS = ("say:1", "section:1", "fact:2", "row:1", "remark:4", "count:2,3")
MOST_WORDS = 15
WORDS_OF_A_DATE = 3


def keys():
    done = subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--language=C++", "--no-location", "--omit-header",
         "--no-wrap", "--keyword", *(f"--keyword={word}" for word in KEYWORDS), "--output=-",
         *(str(file) for file in sorted(ROOM.glob("*.cpp")))],
        capture_output=True, check=True)
    return entries(done.stdout.decode("utf-8"))


def unquoted(text):
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', text)).replace('\\"', '"')


def entries(text):
    """msgid -> its translations; what has a context is left out, as is the header."""
    found = {}
    for block in re.split(r"\n\s*\n", text):
        if "msgctxt" in block or not (match := re.search(r"^msgid ((?:\".*\"\s*)+)", block, re.M)):
            continue
        key = unquoted(match[1])
        if key:
            found[key] = [unquoted(one) for one in
                          re.findall(r"^msgstr(?:\[\d\])? ((?:\".*\"\s*)+)", block, re.M)]
    return found


def places(text):
    return sorted(re.findall(r"\{(\w+)\}", text))


class Translations(unittest.TestCase):
    catalogues = {file.stem: file.read_text(encoding="utf-8")
                  for file in sorted((ROOM / "languages").glob("*.po"))}

    def test_every_sentence_is_there_and_none_too_many(self):
        wanted = set(keys())
        self.assertGreater(len(wanted), 90)
        for lang, text in self.catalogues.items():
            with self.subTest(lang):
                self.assertEqual(set(entries(text)), wanted)
                for key, translations in entries(text).items():
                    for one in translations:
                        self.assertTrue(one, key)
                        if len(translations) == 1:
                            self.assertEqual(places(one), places(key), key)

    def test_msgfmt_takes_them(self):
        with tempfile.TemporaryDirectory() as folder:
            for lang in self.catalogues:
                subprocess.run(["msgfmt", "--check-format", f"--output-file={folder}/{lang}.mo",
                                str(ROOM / f"languages/{lang}.po")], check=True)

    def test_machine_made_ones_say_so(self):
        for lang, text in self.catalogues.items():
            marked = "X-Checked-By-Speaker" in text
            self.assertEqual(marked, lang != "nl", lang)

    def test_sentences_are_short(self):
        sentences = list(keys()) + [one for many in entries(self.catalogues["nl"]).values()
                                    for one in many]
        for text in sentences:
            for sentence in re.split(r"(?<=[.?!:])\s+", text):
                words = [word for word in sentence.split() if re.search(r"\w", word)]
                dates = len(re.findall(r"\{(?:date|early|late|start|finish)\}", sentence))
                count = len(words) + dates * (WORDS_OF_A_DATE - 1)
                self.assertLessEqual(count, MOST_WORDS, sentence)


if __name__ == "__main__":
    unittest.main()
