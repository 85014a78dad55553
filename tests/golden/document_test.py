#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Documents and graphs, byte by byte, and what every one of them must be.

    document_test.py --program build/dev/wegwijzer [--update]

The craft in tests/golden/packs and the person in tests/golden/person.toml are made up. --update writes
what came out into tests/golden/expected/; read it before you commit it.
"""

import argparse
import csv
import html.parser
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest
import zipfile
import xml.etree.ElementTree as ElementTree

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "tests/golden"
EXPECTED = HERE / "expected"
PACKS = "tests/golden/packs"
FORMATS = ("html", "odt", "md", "txt", "svg", "ics", "csv", "json", "ndjson", "xml")
LANGUAGES = ("nl", "en", "ar", "ti", "tr", "fa", "uk")
MOST_WORDS = 15
OPTIONS = None

# What our own pages and drawings are made of; whatever else a hostile text brings in is a hole.
HTML_TAGS = {"html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "h3", "p",
             "ul", "ol", "li", "dl", "div", "dt", "dd", "table", "caption", "thead", "tbody", "tr",
             "th", "td", "figure", "figcaption", "a", "span", "bdi"}
SVG_TAGS = {"svg", "title", "style", "rect", "line", "text", "polygon", "path"}
ATTRIBUTES = {"lang", "dir", "charset", "name", "content", "http-equiv", "class", "id", "tabindex",
              "role", "aria-labelledby", "scope", "href", "xmlns", "viewbox", "direction", "x", "y",
              "width", "height", "x1", "y1", "x2", "y2", "points", "rx", "d", "stroke-dasharray"}
ICS_NAMES = {"BEGIN", "VERSION", "PRODID", "CALSCALE", "UID", "DTSTAMP", "DTSTART;VALUE=DATE",
             "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION", "URL", "TRANSP", "END"}
HOSTILE = ("=1+1\"'><script>alert(1)</script><img src=x onerror=alert(2)> & ]]> [link](javascript:x) "
           "`code` | cell; END:VEVENT \\\\n {name} {0} www.example.com https://evil.example/")


def run(*words, packs=PACKS, status=0):
    done = subprocess.run([OPTIONS.program, "--packs", str(packs), *words], cwd=ROOT,
                          capture_output=True, check=False, timeout=60)
    if done.returncode != status:
        raise AssertionError(f"{words}: status {done.returncode}\n{done.stderr.decode()}")
    return done.stdout


def document(kind, *words, lang="nl", person="tests/golden/person.toml", packs=PACKS,
             goal="craft.master", status=0):
    return run("document", person, "--goal", goal, "--on", "2026-11-23", "--made", "2026-11-24",
               "--lang", lang, "--format", kind, *words, packs=packs, status=status)


def document_text(odt):
    """What an ODT says, one element a line."""
    with zipfile.ZipFile(io.BytesIO(odt)) as archive:
        return archive.read("content.xml").replace(b"><", b">\n<")


def everything(kind, made):
    """The text of a document, with that of all files in an archive."""
    if kind != "odt":
        return made.decode()
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def unfolded(calendar):
    return calendar.replace("\r\n ", "").split("\r\n")


class Tags(html.parser.HTMLParser):
    """Names of elements and attributes, and everything a browser would fetch."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.addresses, self.open = set(), set(), [], []
        self.faults = []
        self.feed(text)
        self.close()
        if self.open:
            self.faults.append(f"not closed: {self.open}")

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value for name, value in attrs if name == "href"]
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")


def golden_cases():
    for kind in FORMATS:
        if kind == "odt":
            continue  # its XML is compared instead, which a person can read
        yield f"client.nl.{kind}", lambda kind=kind: document(kind)
    for lang in LANGUAGES[1:]:
        yield f"client.{lang}.txt", lambda lang=lang: document("txt", lang=lang)
    yield "client.ar-nl.html", lambda: document("html", lang="ar,nl")
    yield "client.ar-nl.odt.xml", lambda: document_text(document("odt", lang="ar,nl"))
    yield "client.ar.svg", lambda: document("svg", lang="ar")
    yield "adviser.en.md", lambda: document("md", "--for", "adviser", lang="en")
    yield "adviser.nl.html", lambda: document("html", "--for", "adviser")
    yield "anonymous.nl.txt", lambda: document("txt", "--anonymous")
    for kind in ("svg", "dot", "mmd"):
        yield f"graph.en.{kind}", lambda kind=kind: run("graph", "craft.master", "--lang", "en",
                                                        "--format", kind)


class Golden(unittest.TestCase):
    def test_every_document_is_as_it_was_and_the_same_twice(self):
        for name, make in golden_cases():
            with self.subTest(name):
                made = make()
                self.assertEqual(made, make(), "two runs differ")
                file = EXPECTED / name
                if OPTIONS.update:
                    EXPECTED.mkdir(exist_ok=True)
                    file.write_bytes(made)
                self.assertTrue(file.exists(), "--update writes it")
                self.assertEqual(made.decode(), file.read_bytes().decode())

    def test_nothing_else_is_expected(self):
        self.assertEqual({file.name for file in EXPECTED.iterdir()},
                         {name for name, _ in golden_cases()})


class Shape(unittest.TestCase):
    def test_json_fits_its_schema_and_ndjson_is_the_same_on_one_line(self):
        schema = json.loads((ROOT / "data/schema/document.schema.json").read_text())
        jsonschema.Draft7Validator.check_schema(schema)
        for lang in LANGUAGES:
            whole = document("json", lang=lang)
            jsonschema.validate(json.loads(whole), schema)
            line = document("ndjson", lang=lang)
            self.assertEqual(line.count(b"\n"), 1)
            self.assertEqual(json.loads(line), json.loads(whole))

    @unittest.skipUnless(shutil.which("xmllint"), "xmllint is not there")
    def test_xml_is_valid(self):
        for lang in ("nl", "ar"):
            for words in ((), ("--anonymous",), ("--for", "adviser")):
                if lang == "ar" and words[-1:] == ("adviser",):
                    continue
                done = subprocess.run(["xmllint", "--noout", "--nonet", "--schema",
                                       "data/schema/document.xsd", "-"], cwd=ROOT,
                                      input=document("xml", *words, lang=lang),
                                      capture_output=True, check=False)
                self.assertEqual(done.returncode, 0, done.stderr.decode())

    def test_html_is_well_formed_and_asks_for_nothing(self):
        for lang in (*LANGUAGES, "ar,nl", "nl,ti"):
            text = document("html", lang=lang).decode()
            page = Tags(text)
            self.assertEqual(page.faults, [])
            self.assertLessEqual(page.tags, HTML_TAGS | SVG_TAGS)
            self.assertLessEqual(page.attributes, ATTRIBUTES)
            self.assertNotRegex(text, r"<script|<link|<img|<iframe|url\(|@import|src=")
            self.assertIn("default-src 'none'", text)
            self.assertEqual(text.count("<h1"), 1)
            self.assertEqual(text.count('dir="rtl"') > 0, "ar" in lang or "fa" in lang)
            # The drawing is told in words too: a list entry for each of its bars.
            self.assertIn("</figure>\n<ol>", text)

    def test_drawings_are_xml_with_nothing_but_shapes_and_texts(self):
        for made in (document("svg"), document("svg", lang="fa"), run("graph", "craft.master")):
            for node in ElementTree.fromstring(made).iter():
                self.assertIn(node.tag.split("}")[1], SVG_TAGS)

    @unittest.skipUnless(shutil.which("dot"), "Graphviz is not there")
    def test_graphviz_reads_the_graph(self):
        subprocess.run(["dot", "-Tplain"], input=run("graph", "craft.master", "--format", "dot"),
                       capture_output=True, check=True)

    def test_calendar_lines_are_folded_and_known(self):
        calendar = document("ics", lang="ti")
        self.assertTrue(all(len(line) <= 75 for line in calendar.split(b"\r\n")))
        calendar.decode("utf-8")
        for line in unfolded(calendar.decode())[:-1]:
            self.assertIn(line.split(":")[0], ICS_NAMES)
        uids = re.findall(r"UID:(.*)", calendar.decode())
        self.assertEqual(len(uids), len(set(uids)))

    def test_a_goal_out_of_reach_and_one_held_are_told(self):
        with tempfile.TemporaryDirectory() as folder:
            person = pathlib.Path(folder) / "p.toml"
            person.write_text('hours_per_week = 16\ndutch = "A0"\ncraft.experienced = false\n')
            for kind in FORMATS:
                document(kind, person=str(person), status=1)
            self.assertIn("geen weg", document("txt", person=str(person), status=1).decode())
            person.write_text('held = [{ credential = "craft.master" }]\n')
            for kind in FORMATS:
                document(kind, person=str(person))
            self.assertIn("al bereikt", document("txt", person=str(person)).decode())


class Letters(unittest.TestCase):
    def test_odt_is_the_same_twice_and_well_formed(self):
        for words, lang in (((), "nl"), ((), "ar,nl"), (("--for", "adviser"), "en")):
            made = document("odt", *words, lang=lang)
            self.assertEqual(made, document("odt", *words, lang=lang))
            with zipfile.ZipFile(io.BytesIO(made)) as archive:
                self.assertIsNone(archive.testzip())
                self.assertEqual(archive.namelist()[0], "mimetype")
                for name in archive.namelist()[1:]:
                    ElementTree.fromstring(archive.read(name))

    @unittest.skipUnless(shutil.which("soffice"), "LibreOffice is not there")
    def test_libreoffice_opens_it(self):
        with tempfile.TemporaryDirectory() as folder:
            for lang in ("nl", "ar,nl"):
                file = pathlib.Path(folder) / f"{lang}.odt"
                file.write_bytes(document("odt", lang=lang))
                subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/office",
                                "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir",
                                folder, str(file)], capture_output=True, check=True, timeout=120)
                self.assertIn("Meester in het ambacht", file.with_suffix(".txt").read_text())

    @unittest.skipUnless(shutil.which("chromium"), "Chromium is not there")
    def test_pdf_is_the_same_twice_and_bears_the_date_asked_for(self):
        made = document("pdf", lang="ar,nl")
        self.assertEqual(made[:5], b"%PDF-")
        self.assertEqual(made, document("pdf", lang="ar,nl"))
        self.assertIn(b"/CreationDate (D:20261124000000+00'00')", made)
        self.assertIn(b"/StructTreeRoot", made)

    def test_without_chromium_pdf_says_what_is_missing(self):
        done = subprocess.run([OPTIONS.program, "--packs", PACKS, "document",
                               "tests/golden/person.toml", "--goal", "craft.master", "--on",
                               "2026-11-23", "--format", "pdf"], cwd=ROOT, env={"PATH": "/nowhere"},
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, 4)
        self.assertIn(b"needs Chromium", done.stderr)
        self.assertEqual(done.stdout, b"")


class Safety(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.packs = pathlib.Path(cls.folder.name) / "packs"
        shutil.copytree(HERE / "packs", cls.packs)
        pack = cls.packs / "craft/pack.toml"
        hostile = json.dumps(HOSTILE)
        text = pack.read_text(encoding="utf-8")
        # The texts and names that a pack may hold: what is shown, and who does what.
        text = re.sub(r'\b(nl|en|ar|by|says|granted_by) = "(?!school|authority)[^"]*"',
                      lambda match: f"{match[1]} = {hostile}", text)
        text = re.sub(r'^title = "[^"]*"', lambda _: f"title = {hostile}", text, flags=re.M)
        pack.write_text(text, encoding="utf-8")
        cls.person = pathlib.Path(cls.folder.name) / "p.toml"
        cls.person.write_text(
            (HERE / "person.toml").read_text().replace("Amina Canary-Name", HOSTILE.replace(
                "\\", "\\\\").replace('"', '\\"')), encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def made(self, kind, *words, lang="nl"):
        return document(kind, *words, lang=lang, person=str(self.person), packs=self.packs)

    def test_in_pages_and_drawings(self):
        for words in ((), ("--for", "adviser")):
            for lang in ("nl", "en"):
                page = Tags(self.made("html", *words, lang=lang).decode())
                self.assertEqual(page.faults, [])
                self.assertLessEqual(page.tags, HTML_TAGS | SVG_TAGS)
                self.assertLessEqual(page.attributes, ATTRIBUTES)
                for address in page.addresses:
                    self.assertEqual(address, "https://example.org/guide?a=1&b=2")
        for made in (self.made("svg"), run("graph", "craft.master", packs=self.packs)):
            for node in ElementTree.fromstring(made).iter():
                self.assertIn(node.tag.split("}")[1], SVG_TAGS)

    def test_in_data(self):
        self.assertEqual(json.loads(self.made("json"))["name"], HOSTILE.replace("\\\\n", "\\\\n"))
        ElementTree.fromstring(self.made("xml"))
        for row in csv.reader(io.StringIO(self.made("csv").decode(), newline="")):
            self.assertEqual(len(row), 17)
            for cell in row[1:5] + row[11:12]:
                self.assertNotRegex(cell, r"^\s*[=+\-@]")

    def test_in_calendars(self):
        for line in unfolded(self.made("ics").decode())[:-1]:
            self.assertIn(line.split(":")[0], ICS_NAMES)
            if line.startswith(("SUMMARY", "DESCRIPTION")):
                self.assertNotRegex(line.split(":", 1)[1], r"(?<!\\)[;,]")

    def test_in_markdown(self):
        text = self.made("md", "--for", "adviser").decode()
        self.assertNotRegex(text, r"(?<!\\)<script|(?<!\\)<img|(?<!\\)\[link|(?<!\\)`|https?://evil")
        if shutil.which("pandoc"):
            page = subprocess.run(["pandoc", "--from", "commonmark_x", "--to", "html"],
                                  input=text.encode(), capture_output=True, check=True).stdout
            found = Tags(page.decode())
            self.assertFalse(found.tags & {"script", "img", "code"}, found.tags)
            self.assertEqual(set(found.addresses), {"https://example.org/guide?a=1&b=2"})

    def test_in_graphs(self):
        if shutil.which("dot"):
            subprocess.run(["dot", "-Tplain"], capture_output=True, check=True,
                           input=run("graph", "craft.master", "--format", "dot", packs=self.packs))
        mermaid = run("graph", "craft.master", "--format", "mmd", packs=self.packs).decode()
        self.assertNotIn("<", mermaid.replace("-->", ""))

    def test_no_text_moves_a_terminal_or_turns_letters_around(self):
        for kind in FORMATS:
            for c in everything(kind, self.made(kind)):
                self.assertTrue(unicodedata.category(c) not in ("Cc", "Cf") or c in "\r\n", repr(c))


class Privacy(unittest.TestCase):
    def test_the_name_is_in_the_document_alone_and_nothing_else_of_the_profile(self):
        for kind in FORMATS:
            for words in ((), ("--for", "adviser")):
                text = everything(kind, document(kind, *words)).lower()
                self.assertNotIn("canary-value", text)
                self.assertNotIn("niemand aangaat", text)
                named = "canary-name" in text
                self.assertEqual(named, kind not in ("svg", "ics", "csv"), kind)

    def test_anonymous_leaves_all_of_the_person_out(self):
        for kind in FORMATS:
            for words in ((), ("--for", "adviser")):
                text = everything(kind, document(kind, "--anonymous", *words))
                self.assertNotIn("canary", text.lower())
                self.assertNotIn("Schooldiploma", text)

    def test_a_file_is_the_owners_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "d.html"
            document("html", "-o", str(file))
            self.assertEqual(file.stat().st_mode & 0o777, 0o600)
            self.assertEqual(file.read_bytes(), document("html"))
            document("html", "-o", str(file), status=2)


class Plainness(unittest.TestCase):
    def test_no_sentence_of_the_persons_document_is_over_fifteen_words(self):
        for lang in ("nl", "en"):
            for line in document("txt", lang=lang).decode().split("\n"):
                if "http" in line or "wegwijzer" in line:
                    continue
                for sentence in re.split(r"(?<=[.!?:])\s+", line.lstrip("-*0123456789. ")):
                    words = [word for word in sentence.split() if re.search(r"\w", word)]
                    self.assertLessEqual(len(words), MOST_WORDS, sentence)


def main():
    global OPTIONS
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--update", action="store_true")
    OPTIONS, rest = parser.parse_known_args()
    OPTIONS.program = str(pathlib.Path(OPTIONS.program).resolve())
    unittest.main(argv=[sys.argv[0], *rest])


if __name__ == "__main__":
    main()
