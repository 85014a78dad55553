// SPDX-License-Identifier: Apache-2.0
// Whether an export fits the shapes (SHACL) of those who read such files.
//
//     node shapes.mjs SHAPES.ttl[,MORE.ttl] EXPORT.jsonld...

import { readFileSync } from "node:fs";
import jsonld from "jsonld";
import { Parser, Store } from "n3";
import SHACLValidator from "rdf-validate-shacl";

const OWL_IMPORTS = "http://www.w3.org/2002/07/owl#imports";
const PATTERN = "http://www.w3.org/ns/shacl#pattern";
const NODE_KIND = "http://www.w3.org/ns/shacl#nodeKind";
const DATA_TYPE = /#ValidSchema(Text|URL|Number|Integer|Float|Boolean|Date|DateTime|Time)$/;
const [shape_files, ...exports] = process.argv.slice(2);

// The shapes import each other by addresses that nobody is to fetch, have patterns in a form that
// JavaScript does not know, and those of schema.org want a text to be a node.
function can_be_used({ subject, predicate, object }) {
  if (predicate.value === OWL_IMPORTS) return false;
  if (predicate.value === PATTERN && object.value.includes("(?i)")) return false;
  return !(predicate.value === NODE_KIND && DATA_TYPE.test(subject.value));
}

const shapes = new Store();
for (const file of shape_files.split(","))
  for (const quad of new Parser().parse(readFileSync(file, "utf8")))
    if (can_be_used(quad)) shapes.addQuad(quad);

async function graph_of(file) {
  const text = await jsonld.toRDF(JSON.parse(readFileSync(file, "utf8")),
                                  { format: "application/n-quads" });
  return new Store(new Parser({ format: "application/n-quads" }).parse(text));
}

let faults = 0;
for (const file of exports) {
  const data = await graph_of(file);
  const report = await new SHACLValidator(shapes).validate(data);
  for (const result of report.results) {
    if (result.severity?.value.endsWith("Violation") === false) continue;
    ++faults;
    console.log(`${file}: ${result.focusNode?.value} ${result.path?.value ?? ""}: ` +
                `${result.message.map((one) => one.value).join("; ")} ` +
                `[${result.sourceConstraintComponent?.value}] ${result.value?.value ?? ""}`);
  }
  console.log(`${file}: ${data.size} statements`);
  if (data.size === 0) ++faults;
}
process.exitCode = faults === 0 ? 0 : 1;
