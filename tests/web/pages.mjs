// SPDX-License-Identifier: Apache-2.0
// Pages as people meet them: in a browser, light, dark and on paper, on a phone, by the rules of HTML
// and of accessibility; and calendars as a calendar program reads them.
//
//     node pages.mjs PROGRAM [FOLDER FOR SCREENSHOTS]

import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const program = resolve(process.argv[2]);
const pictures = process.argv[3];

const craft = ["--packs", "tests/golden/packs", "document", "tests/golden/person.toml", "--goal",
               "craft.master"];
const doctor = ["document", "pathways/big/scenarios/syrian-doctor-a2.toml", "--goal", "big.arts"];
const cases = [
  ["craft-nl", craft, ["--lang", "nl"]],
  ["craft-ar-nl", craft, ["--lang", "ar,nl"]],
  ["craft-ti", craft, ["--lang", "ti"]],
  ["craft-adviser", craft, ["--lang", "nl", "--for", "adviser"]],
  ["doctor-nl", doctor, ["--lang", "nl"]],
  ["doctor-ar", doctor, ["--lang", "ar"]],
  ["doctor-ti-nl", doctor, ["--lang", "ti,nl"]],
  ["doctor-fa", doctor, ["--lang", "fa"]],
  ["doctor-adviser", doctor, ["--lang", "nl", "--for", "adviser"]],
];

function make(words, more, format) {
  const days = ["--on", "2026-11-23", "--made", "2026-11-24", "--format", format];
  return execFileSync(program, [...words, ...days, ...more], { cwd: root, maxBuffer: 1 << 26 });
}

const faults = [];
function check(is_right, name, what) {
  if (!is_right) faults.push(`${name}: ${what}`);
}

async function validate(name, html) {
  const { HtmlValidate } = await import("html-validate");
  const report = await new HtmlValidate({
    extends: ["html-validate:standard"],
    rules: {
      "no-inline-style": "off", // there is none; the style sheet stands in the page on purpose
      "long-title": "off", // the title is the goal's, as long as its pack makes it
      // A stretch that scrolls must be reached by keyboard, and then needs a role and a name.
      "no-redundant-role": "off",
      "prefer-native-element": "off",
    },
  }).validateString(html);
  for (const result of report.results)
    for (const message of result.messages)
      check(false, name, `HTML line ${message.line}: ${message.message} [${message.ruleId}]`);
}

async function run_axe(page, name) {
  const { default: axe } = await import("axe-core");
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const violation of violations)
    check(false, name, `axe ${violation.id}: ${violation.nodes[0].html.slice(0, 200)}`);
}

async function look_at(browser, folder, name, html) {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  const asked = [];
  for (const look of ["light", "dark", "print", "phone"]) {
    const context = await browser.newContext({
      bypassCSP: true, // so that axe can be put into the page
      colorScheme: look === "dark" ? "dark" : "light",
      viewport: look === "phone" ? { width: 320, height: 640 } : { width: 1024, height: 768 },
    });
    const page = await context.newPage();
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", (error) => check(false, name, `the page fails: ${error}`));
    if (look === "print") await page.emulateMedia({ media: "print" });
    await page.goto(pathToFileURL(file).href);
    await run_axe(page, `${name}, ${look}`);
    if (look === "phone") {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      check(wide <= 320, name, `needs ${wide} pixels where there are 320`);
    }
    await look_closer(page, name);
    if (pictures !== undefined)
      await page.screenshot({ path: join(pictures, `${name}-${look}.png`), fullPage: true });
    await context.close();
  }
  check(asked.every((url) => url.startsWith("file:")), name, `asks for ${asked}`);
}

// What a picture would show: text runs the way of its language, and a reader hears the steps.
async function look_closer(page, name) {
  const seen = await page.evaluate(() => ({
    direction: getComputedStyle(document.documentElement).direction,
    lang: document.documentElement.lang,
    drawn: document.querySelectorAll("figure svg rect.work, figure svg rect.idle").length,
    told: document.querySelectorAll("figure + ol > li").length,
    labels: [...document.querySelectorAll("figure svg text")].filter((label) => {
      const box = label.getBBox(), all = label.ownerSVGElement.viewBox.baseVal;
      return box.x < all.x - 1 || box.x + box.width > all.x + all.width + 1;
    }).map((label) => label.textContent),
  }));
  const is_mirrored = ["ar", "fa"].includes(seen.lang);
  check(seen.direction === (is_mirrored ? "rtl" : "ltr"), name, `runs ${seen.direction}`);
  check(seen.labels.length === 0, name, `labels leave the drawing: ${seen.labels}`);
  if (!name.includes("adviser"))
    check(seen.told > 0 && seen.drawn >= seen.told, name, "the list does not tell what is drawn");
}

async function read_calendar(name, bytes) {
  const { default: ICAL } = await import("ical.js");
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString("utf8")));
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  check(events.length > 0, name, "no event is read");
  for (const event of events) {
    check(event.uid && event.summary && event.startDate.isDate, name, "an event lacks its parts");
    check(event.endDate.compare(event.startDate) > 0, name, `${event.summary} ends before it begins`);
  }
}

const { chromium } = await import("playwright-core");
const folder = mkdtempSync(join(tmpdir(), "wegwijzer-pages-"));
if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});
try {
  for (const [name, words, more] of cases) {
    const html = make(words, more, "html").toString("utf8");
    await validate(name, html);
    await look_at(browser, folder, name, html);
    await read_calendar(name, make(words, more, "ics"));
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
console.log(faults.length === 0 ? `${cases.length} documents are as they must be`
                                : [...new Set(faults)].join("\n"));
process.exitCode = faults.length === 0 ? 0 : 1;
