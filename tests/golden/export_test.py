#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Exports for other systems: sound by themselves, and valid by the schemas of those systems.

    export_test.py --program build/dev/wegwijzer [--schemas FOLDER]

FOLDER (default: ../shared/schemas beside the source tree) holds copies of the public schemas; without it
those tests are skipped. Shapes (SHACL) are checked by tests/web/shapes.mjs, where its packages are
installed.
"""

import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
WEB = ROOT / "tests/web"
FORMATS = ("ctdl", "elm", "cpsv-ap", "schemaorg")
GOALS = ("big.arts", "care.verzorgende-ig", "vca.basis", "driving.licence-b", "diploma.valued")
OPTIONS = None

# What a hostile text may try in JSON: to end a string, to bring in keys, to turn the letters around.
HOSTILE = 'x", "@id": "evil", </script> \\u202e \\n {name}'


def run(*words, packs="pathways", status=0):
    done = subprocess.run([OPTIONS.program, "--packs", str(packs), *words], cwd=ROOT,
                          capture_output=True, check=False, timeout=120)
    if done.returncode != status:
        raise AssertionError(f"{words}: status {done.returncode}\n{done.stderr.decode()}")
    return done.stdout


def export(kind, goal, packs="pathways"):
    return run("export", goal, "--format", kind, "--on", "2026-11-23", packs=packs)


def goals():
    """All goals of the packs that ship."""
    return [one["id"] for one in json.loads(run("list", "goals", "--format", "json"))["goals"]]


def nodes(value):
    """Every object of a JSON text."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


class Sound(unittest.TestCase):
    def test_every_goal_exports_and_references_lead_somewhere(self):
        for goal in goals():
            for kind in FORMATS:
                with self.subTest(goal=goal, kind=kind):
                    graph = json.loads(export(kind, goal))["@graph"]
                    defined = {one["@id"] for one in nodes(graph) if "@id" in one and len(one) > 1}
                    for one in nodes(graph):
                        if set(one) == {"@id"} and one["@id"].startswith("urn:wegwijzer:"):
                            self.assertIn(one["@id"], defined)

    def test_the_same_bytes_twice(self):
        for kind in FORMATS:
            self.assertEqual(export(kind, "big.arts"), export(kind, "big.arts"))

    def test_codes_of_goals_and_levels_of_credentials_are_there(self):
        ctdl = export("ctdl", "big.arts").decode()
        self.assertIn('"ceterms:codedNotation": "2211"', ctdl)
        self.assertIn("http://data.europa.eu/esco/occupation/", ctdl)
        self.assertIn('"codeValue": "2211"', export("schemaorg", "big.arts").decode())
        with_level = "care.verzorgende-ig"
        self.assertIn("NLQF 3", export("ctdl", with_level).decode())
        self.assertIn("http://data.europa.eu/snb/eqf/3", export("elm", with_level).decode())
        self.assertIn("EQF 3", export("schemaorg", with_level).decode())

    def test_a_condition_nests_as_the_rule_does(self):
        graph = json.loads(export("ctdl", "big.arts"))["@graph"]
        operators = {one.get("ceterms:logicalOperator") for one in nodes(graph)}
        self.assertIn("logicOperator:Or", operators)
        ids = [one["ceterms:ctid"] for one in graph]
        self.assertEqual(len(ids), len(set(ids)))
        for one in ids:
            self.assertRegex(one, r"^ce-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")

    def test_hostile_texts_stay_texts(self):
        with tempfile.TemporaryDirectory() as folder:
            packs = pathlib.Path(folder) / "packs"
            shutil.copytree(ROOT / "tests/golden/packs", packs)
            pack = packs / "craft/pack.toml"
            hostile = json.dumps(json.loads(f'"{HOSTILE.replace(chr(34), chr(92) + chr(34))}"'))
            text = re.sub(r'\b(nl|en|ar) = "[^"]*"', lambda match: f"{match[1]} = {hostile}",
                          pack.read_text(encoding="utf-8"))
            pack.write_text(text, encoding="utf-8")
            for kind in FORMATS:
                made = export(kind, "craft.master", packs=packs).decode()
                self.assertNotIn("\u202e", made)
                self.assertNotIn("evil", {one.get("@id") for one in nodes(json.loads(made))})


class Schemas(unittest.TestCase):
    def setUp(self):
        if not OPTIONS.schemas.is_dir():
            self.skipTest(f"there is no folder {OPTIONS.schemas}")

    def ctdl_validator(self, kind):
        text = (OPTIONS.schemas / "ctdl" / f"{kind}.json").read_text()
        definitions = json.loads(text)["definitions"]
        # The registry's own files refer to definitions that they do not have.
        for name in re.findall(r'"#/definitions/([^"]+)"', text):
            definitions.setdefault(name, {})
        # CTDL has a text for each language, as the file of pathways says; some files of the
        # registry have a plain string instead.
        pathway = json.loads((OPTIONS.schemas / "ctdl/pathway.json").read_text())
        definitions["meta:langstring"] = pathway["definitions"]["meta:langstring"]
        return jsonschema.Draft4Validator({**json.loads(text), "definitions": definitions})

    def test_ctdl_fits_the_schemas_of_the_registry(self):
        files = {"ceterms:Pathway": "pathway", "ceterms:Certification": "credential",
                 "ceterms:LearningOpportunityProfile": "learning_opportunity_profile"}
        validators = {kind: self.ctdl_validator(kind)
                      for kind in {*files.values(), "pathway_component"}}
        seen = set()
        for goal in goals():
            for one in json.loads(export("ctdl", goal))["@graph"]:
                kind = files.get(one["@type"], "pathway_component")
                seen.add(one["@type"])
                faults = [f"{list(fault.path)}: {fault.message[:200]}"
                          for fault in validators[kind].iter_errors(one)]
                self.assertEqual(faults, [], one["@id"])
        self.assertTrue(set(files) <= seen, seen)

    def shapes(self, kind, *files):
        if not (WEB / "node_modules/rdf-validate-shacl").is_dir() or not shutil.which("node"):
            self.skipTest("npm install in tests/web brings what checks shapes")
        with tempfile.TemporaryDirectory() as folder:
            made = []
            for goal in GOALS:
                graph = export(kind, goal)
                if not json.loads(graph)["@graph"]:
                    continue
                file = pathlib.Path(folder) / f"{goal}.jsonld"
                file.write_bytes(graph)
                made.append(str(file))
            self.assertTrue(made)
            done = subprocess.run(["node", str(WEB / "shapes.mjs"),
                                   ",".join(str(OPTIONS.schemas / file) for file in files), *made],
                                  capture_output=True, text=True, check=False, timeout=600)
            self.assertEqual(done.returncode, 0, done.stdout[:4000] + done.stderr[-2000:])

    def test_elm_fits_its_shapes(self):
        self.shapes("elm", "elm/LOQ-constraints.ttl")

    def test_cpsv_ap_fits_its_shapes(self):
        self.shapes("cpsv-ap", "cpsv-ap/cpsv-ap-SHACL.ttl")

    def test_schemaorg_fits_its_shapes(self):
        self.shapes("schemaorg", "schemaorg/schemaorg-shapes.shacl",
                    "schemaorg/schemaorg-subclasses.shacl")


def main():
    global OPTIONS
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=str(ROOT / "build/dev/wegwijzer"))
    parser.add_argument("--schemas", type=pathlib.Path, default=ROOT.parent / "shared" / "schemas")
    OPTIONS, rest = parser.parse_known_args()
    OPTIONS.program = str(pathlib.Path(OPTIONS.program).resolve())
    unittest.main(argv=[sys.argv[0], *rest])


if __name__ == "__main__":
    main()
