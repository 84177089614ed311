/** Files that the product wrote, changed by others' means, and what the audit says of them. */

import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { assert, asyncProperty, constantFrom, integer, shuffledSubarray } from "fast-check";
import { strFromU8, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { auditText } from "../cli/audit-report.ts";
import { type Audit, compareFile } from "../targets/pptx/audit/compare.ts";
import { type Finding, harmlessKinds } from "../targets/pptx/audit/finding.ts";
import { readPresentation } from "../targets/pptx/audit/read.ts";
import { type AuditRecord, parseRecord } from "../targets/pptx/audit/record.ts";
import { truthOf } from "../targets/pptx/audit/truth.ts";
import { digitsIn, holders, kinds, type Place, withDigit } from "./pptx/digits.ts";
import { Edited } from "./pptx/mutate.ts";
import { openPresentation, type Presentation } from "./pptx/open.ts";
import { type Written, writtenDecks } from "./pptx/written.ts";
import { all, attribute, child, children, type Element, isElement } from "./pptx/xml.ts";
import { repository } from "./repository.ts";

const stress = join(repository, "src", "test", "decks", "pptx-stress");
const names = ["mut-briefing", "einwohner-2025", "stress"] as const;

const files = new Map<string, Written & { readonly record: AuditRecord }>();
beforeAll(async () => {
  for (const root of [repository, stress]) {
    for (const each of await writtenDecks(root)) {
      const record = parseRecord((await readPresentation(each.bytes, each.deck.id)).record ?? "");
      if (record !== undefined) files.set(each.deck.id, { ...each, record });
    }
  }
});

function written(name: string): Written & { readonly record: AuditRecord } {
  const found = files.get(name);
  if (found === undefined) throw new Error(`The deck ${name} was not written with a record.`);
  return found;
}

async function auditOf(bytes: Uint8Array, name: string): Promise<Audit> {
  const { record, deck } = written(name);
  const truth = truthOf(deck.slides);
  return compareFile(await readPresentation(bytes, name), record, { past: truth, present: truth });
}

function differences({ findings }: Audit): readonly Finding[] {
  return findings.filter(({ kind }) => !harmlessKinds.has(kind));
}

function toldOf(audit: Audit, language: "de" | "en"): string {
  return auditText({ audit, isRecorded: true, diagnostics: [] }, "partner.pptx", language);
}

function bytesOf({ parts }: Presentation): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

describe.each(names)("%s.pptx as it was written", (name) => {
  it("holds a record of what it says, with deck, days and figures", () => {
    const { deck, record } = written(name);
    expect(record).toMatchObject({ deck: deck.id, title: deck.title, asOf: deck.asOf });
    expect(record.slides.map(({ id }) => id)).toEqual(deck.slides.map(({ id }) => id));
    expect(record.figures.some(({ data }) => data.length > 0)).toBe(true);
  });

  it("gives nothing to say", async () => {
    const audit = await auditOf(written(name).bytes, name);
    expect(audit.findings).toEqual([]);
    expect(audit.intact).toBe(audit.figures);
    expect(audit.figures).toBeGreaterThan(10);
  });

  it("is told of by each digit that is changed anywhere, on its slide", async () => {
    const file = await openPresentation(written(name).bytes);
    const places = digitsIn(file).filter((place) => !isPageNumber(file, place) && isWithinPrecision(file, place));
    const byKind = kinds.map((kind) => places.filter((place) => place.kind === kind)).filter((some) => some.length > 0);
    await assert(
      asyncProperty(
        constantFrom(...byKind).chain((some) => constantFrom(...some)),
        integer({ min: 1, max: 9 }),
        async (place, by) => {
          const audit = await auditOf(bytesOf(await withDigit(file, place, by)), name);
          expect(audit.findings.length).toBeGreaterThan(0);
          expect(new Set(audit.findings.map(({ slide }) => slide))).toEqual(new Set([place.slide + 1]));
          // A text of a workbook stands in several cells, a category in several series.
          if (["slide", "alternative", "notes"].includes(place.kind)) expect(audit.findings).toHaveLength(1);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("gives nothing to say however shapes and slides are moved", async () => {
    const { bytes } = written(name);
    const { slides } = await openPresentation(bytes);
    await assert(
      asyncProperty(
        shuffledSubarray([...slides.keys()], { minLength: slides.length }),
        integer({ min: -900_000, max: 900_000 }),
        async (order, by) => {
          const file = new Edited(bytes);
          reorder(file, order);
          for (const path of slides) file.xml(path, (root) => move(root, by));
          expect((await auditOf(file.bytes(), name)).findings).toEqual([]);
        },
      ),
      { numRuns: 5 },
    );
  });
});

/** Filled in by the program that shows it. */
function isPageNumber(file: Presentation, { part, holder, inner }: Place): boolean {
  const parent = inner === undefined ? holders(file.root(part))[holder]?.parentNode : undefined;
  return isElement(parent) && (attribute(parent, "type") ?? "") === "slidenum";
}

/** Programs keep 13 digits of a number and do not agree on the others. */
function isWithinPrecision(file: Presentation, { kind, at }: Place): boolean {
  return file.slides.length > 0 && (at < 12 || (kind !== "cache" && kind !== "workbook"));
}

function reorder(file: Edited, order: readonly number[]): void {
  file.xml("ppt/presentation.xml", (root) => {
    const list = child(root, "p:sldIdLst");
    const ids = list === undefined ? [] : children(list, "p:sldId");
    for (const at of order) {
      const node = ids[at];
      if (node !== undefined) list?.appendChild(node);
    }
  });
}

function move(root: Element, by: number): void {
  for (const place of all(root, "a:off")) place.setAttribute("x", String(Number(attribute(place, "x")) + by));
  // Those in front go behind.
  const tree = all(root, "p:spTree")[0];
  const [first] = tree === undefined ? [] : children(tree).slice(2);
  if (first !== undefined) tree?.appendChild(first);
}

/** The part of the first slide whose XML has it. */
function slideWith(file: Edited, text: string): string {
  const found = file.files.find(({ path, content }) => /^ppt\/slides\/slide\d+\.xml$/.test(path) && strFromU8(content).includes(text));
  if (found === undefined) throw new Error(`No slide says „${text}“.`);
  return found.path;
}

/** The first part of a chart that has so many series. */
function chartWith(file: Edited, series: number): string {
  const found = file.files.find(
    ({ path, content }) => /charts\/chart\d+\.xml$/.test(path) && strFromU8(content).split("<c:ser>").length === series + 1,
  );
  if (found === undefined) throw new Error(`No chart has ${series} series.`);
  return found.path;
}

describe("what a partner does", () => {
  it("to a sentence is told by what it did to its numbers", async () => {
    const { bytes } = written("einwohner-2025");
    const edit = async (to: string): Promise<readonly (readonly [string, string | undefined])[]> => {
      const file = new Edited(bytes);
      file.text(slideWith(file, " auf 177.701"), (text) => text.replace(" auf 177.701", ` auf ${to}`));
      return (await auditOf(file.bytes(), "einwohner-2025")).findings.map(({ kind, found }) => [kind, found]);
    };
    expect(await edit("177.702")).toEqual([["figure-changed", "177.702"]]);
    expect(await edit("rund 178.000")).toEqual([["figure-rounded", "178.000"]]);
    expect(await edit("sehr viele")).toEqual([["figure-gone", undefined]]);
    expect(await edit("mit 4.711 Kindern 177.701")).toEqual([["number-unproved", "4.711"]]);
  });

  it.each([
    [
      "the words behind it",
      "mut-briefing",
      "17.135\u00a0Personen, Stand",
      [["17.135\u00a0Personen,", "17.135\u00a0Haushalte,"]],
      ["Haushalte statt Personen"],
    ],
    ["the name before it", "mut-briefing", ">Übrige: ", [[">Übrige: ", ">Deutsche: "]], ["Deutsche statt Übrige"]],
    ["the group of its key figure", "mut-briefing", ">Niedersachsen<", [[">Niedersachsen<", ">Bremen<"]], ["Bremen statt Niedersachsen"]],
    [
      "groups that are swapped",
      "mut-briefing",
      ">Niedersachsen<",
      [
        [">Niedersachsen<", ">?<"],
        [">Deutschland<", ">Niedersachsen<"],
        [">?<", ">Deutschland<"],
      ],
      ["Deutschland statt Niedersachsen", "Niedersachsen statt Deutschland"],
    ],
    [
      "places of a map that are swapped",
      "mut-briefing",
      ">Barßel<",
      [
        [">Barßel<", ">?<"],
        [">Bösel<", ">Barßel<"],
        [">?<", ">Bösel<"],
      ],
      ["Bösel statt Barßel", "Barßel statt Bösel"],
    ],
    ["the name of its row", "einwohner-2025", ">36.569<", [[">Cloppenburg<", ">Emstek<"]], ["Emstek statt Cloppenburg"]],
    [
      "names of rows that are swapped",
      "einwohner-2025",
      ">36.569<",
      [
        [">Garrel<", ">?<"],
        [">Löningen<", ">Garrel<"],
        [">?<", ">Löningen<"],
      ],
      ["14.351 statt 15.304", "15.304 statt 14.351"],
    ],
    ["the name of its column", "einwohner-2025", ">36.569<", [[">Anteil<", ">Wachstum<"]], ["Wachstum statt Anteil"]],
    [
      "names of columns that are swapped",
      "einwohner-2025",
      ">36.569<",
      [
        [">Personen<", ">?<"],
        [">Fläche in km²<", ">Personen<"],
        [">?<", ">Fläche in km²<"],
      ],
      ["Fläche in km² statt Personen", "Personen statt Fläche in km²"],
    ],
  ] as const)("to the words that say what a number is is told: %s", async (_, name, on, changes, told) => {
    const file = new Edited(written(name).bytes);
    const slide = slideWith(file, on);
    for (const [from, to] of changes) file.text(slide, (text) => text.replaceAll(from, to));
    const found = differences(await auditOf(file.bytes(), name)).map((each) => `${each.found} statt ${each.written}`);
    expect(found).toEqual(expect.arrayContaining([...told]));
    expect(new Set(found.filter((each) => /^\p{Lu}/u.test(each)))).toEqual(new Set(told.filter((each) => /^\p{Lu}/u.test(each))));
  });

  it("to what a key figure counts is told in each of them", async () => {
    const file = new Edited(written("mut-briefing").bytes);
    file.text(slideWith(file, ">8,4\u00a0%<"), (text) => text.replaceAll(/Ausländerinnen und Ausländer</gu, "Arbeitslosen<"));
    const { findings } = await auditOf(file.bytes(), "mut-briefing");
    expect(findings.map(({ kind }) => kind)).toEqual(["label-changed", "label-changed", "label-changed"]);
    for (const { found, written: label } of findings)
      expect([found, label]).toEqual([expect.stringMatching(/Arbeitslosen$/u), expect.stringMatching(/Ausländer$/u)]);
  });

  it("to the order of a table's rows and columns is no fault", async () => {
    const file = new Edited(written("einwohner-2025").bytes);
    file.xml(slideWith(file, ">36.569<"), (root) => {
      const rows = all(root, "a:tr");
      for (const row of rows) {
        const [, cell] = children(row, "a:tc");
        const next = cell === undefined ? undefined : children(row, "a:tc")[4];
        if (cell === undefined || next === undefined) throw new Error("The table is another one.");
        row.insertBefore(next, cell);
      }
      const [, first, , third] = rows;
      if (first === undefined || third === undefined) throw new Error("The table has no rows.");
      first.parentNode?.insertBefore(third, first);
    });
    expect((await auditOf(file.bytes(), "einwohner-2025")).findings).toEqual([]);
  });

  it("to a sentence around a number and its noun is no fault", async () => {
    const file = new Edited(written("mut-briefing").bytes);
    file.text(slideWith(file, "Alle 15: "), (text) => text.replace(/15\.090.Personen, /u, "15.090 gemeldete Personen oder "));
    expect((await auditOf(file.bytes(), "mut-briefing")).findings).toEqual([]);
  });

  it("to the words of a claim is told once, with the condition that they were held to", async () => {
    const file = new Edited(written("einwohner-2025").bytes);
    file.text(slideWith(file, "kleineren Gemeinden"), (text) => text.replaceAll("gewachsen", "geschrumpft"));
    const { findings } = await auditOf(file.bytes(), "einwohner-2025");
    expect(findings.map(({ kind, slideId, role }) => [kind, slideId, role])).toEqual([["claim-changed", "03-kleinere-gemeinden", "text"]]);
    expect(findings[0]?.written).toMatch(/sechs .*gewachsen$/u);
    expect(findings[0]?.condition).toContain("gestiegen(einwohner_gemeinden.Essen @ 2018-12-31");
  });

  it("to what a claim's words stand in, and not to them, is no fault", async () => {
    const file = new Edited(written("einwohner-2025").bytes);
    file.text(slideWith(file, "Cappeln hat Lastrup"), (text) => text.replace("Cappeln hat Lastrup", "Lastrup wurde von Cappeln"));
    expect((await auditOf(file.bytes(), "einwohner-2025")).findings).toEqual([]);
  });

  it("to a chart by a further series is told with the series' name, and by a series less", async () => {
    const { bytes } = written("einwohner-2025");
    const added = new Edited(bytes);
    const chart = chartWith(added, 2);
    added.xml(chart, (root) => {
      const last = all(root, "c:ser").at(-1);
      const copy = last?.cloneNode(true);
      if (last === undefined || !isElement(copy)) throw new Error("There is no series.");
      for (const name of all(copy, "c:tx").flatMap((node) => all(node, "c:v"))) name.textContent = "Schätzung des Verbands";
      for (const value of all(copy, "c:val").flatMap((node) => all(node, "c:v"))) value.textContent = "4711";
      last.parentNode?.insertBefore(copy, last.nextSibling);
    });
    const more = await auditOf(added.bytes(), "einwohner-2025");
    expect(more.findings.map(({ kind, at }) => [kind, at])).toEqual([["chart-series-added", "Schätzung des Verbands"]]);
    const removed = new Edited(bytes);
    removed.xml(chart, (root) => {
      const last = all(root, "c:ser").at(-1);
      last?.parentNode?.removeChild(last);
    });
    const less = await auditOf(removed.bytes(), "einwohner-2025");
    expect(less.findings.map(({ kind }) => kind)).toEqual(["chart-series-removed"]);
  });

  it("to a day on a chart's axis is told by the day, not by its number in a spreadsheet", async () => {
    const file = new Edited(written("einwohner-2025").bytes);
    const chart = file.files.find(
      ({ path, content }) => /charts\/chart\d+\.xml$/.test(path) && strFromU8(content).includes("<c:v>169348</c:v>"),
    );
    file.text(chart?.path ?? "", (text) => text.replace("<c:v>169348</c:v>", "<c:v>189348</c:v>"));
    expect((await auditOf(file.bytes(), "einwohner-2025")).findings).toMatchObject([
      { kind: "chart-value-changed", at: "Landkreis Cloppenburg, 31.12.2018" },
    ]);
  });

  it("by taking a sentence to another slide is told there, and not as gone", async () => {
    const file = new Edited(written("mut-briefing").bytes);
    const [from, to] = [slideWith(file, "Alle 15: "), slideWith(file, "Steuerungsgruppe Demografiestrategie</a:t>")];
    let paragraph: Element | undefined;
    file.xml(from, (root) => {
      paragraph = all(root, "a:p").find((node) => (node.textContent ?? "").startsWith("Alle 15: "));
      paragraph?.parentNode?.removeChild(paragraph);
    });
    file.xml(to, (root) => {
      const last = all(root, "a:p").find((node) => (node.textContent ?? "").includes("Steuerungsgruppe Demografiestrategie"));
      if (paragraph === undefined || last === undefined) throw new Error("The sentence is not there.");
      last.parentNode?.insertBefore(root.ownerDocument?.importNode(paragraph, true) ?? paragraph, last.nextSibling);
    });
    const audit = await auditOf(file.bytes(), "mut-briefing");
    expect(new Set(audit.findings.map(({ kind, from: slide }) => `${kind} ${slide}`))).toEqual(
      new Set(["figure-moved 10-staatsangehoerigkeiten"]),
    );
    expect(audit.findings.map(({ found }) => found)).toEqual(["15", "15.090", "88,1 %"]);
    expect(differences(audit)).toEqual([]);
  });

  it("on a slide of its own is told number by number, its charts with what they show", async () => {
    const { bytes, record } = written("einwohner-2025");
    const content = await readPresentation(bytes, "x");
    const units = [{ role: "text" as const, shape: "Text", lines: [["Wir beraten 4.711 Menschen."], ["Am 12.03.2024 nach § 16 SGB II"]] }];
    const chart = { shape: "Diagramm", categories: ["A", "B"], series: [{ name: "Fälle", values: [12, 34.5] }] };
    const added = { ...content, slides: [...content.slides, { title: "Unsere Arbeit", units, charts: [chart] }] };
    const { findings } = compareFile(added, record, {});
    expect(findings.map(({ kind, found, line }) => [kind, found ?? line])).toEqual([
      ["slide-added", undefined],
      ["chart-added", "Fälle: A 12, B 34.5"],
      ["number-unproved", "4.711 Menschen"],
    ]);
  });

  it("with slides is no fault: copies, and slides that are gone", async () => {
    const { bytes, deck } = written("einwohner-2025");
    const file = new Edited(bytes);
    file.xml("ppt/presentation.xml", (root) => {
      const [list] = all(root, "p:sldIdLst");
      const [one, two, three] = list === undefined ? [] : children(list, "p:sldId");
      if (one === undefined || two === undefined || three === undefined) throw new Error("There are no slides.");
      list?.removeChild(three);
      const copy = two.cloneNode(true);
      list?.appendChild(copy);
    });
    const { findings, slides } = await auditOf(file.bytes(), "einwohner-2025");
    expect(slides).toBe(deck.slides.length);
    expect(findings.map(({ kind, slideId }) => [kind, slideId])).toEqual([["slide-removed", deck.slides[2]?.id]]);
  });

  it("to colours and fonts is none of our business", async () => {
    const file = new Edited(written("einwohner-2025").bytes);
    for (const { path } of file.files.filter((each) => /^ppt\/theme\/theme\d+\.xml$/.test(each.path))) {
      file.text(path, (text) => text.replaceAll(/srgbClr val="[0-9A-Fa-f]{6}"/g, 'srgbClr val="C00000"'));
    }
    expect((await auditOf(file.bytes(), "einwohner-2025")).findings).toEqual([]);
  });

  it("to a chart in its workbook alone is told before the chart shows it", async () => {
    const file = new Edited(written("einwohner-2025").bytes);
    const workbook = file.files.find(({ path }) => path.endsWith(".xlsx"))?.path ?? "";
    file.nested(workbook, (inner) => inner.text("xl/worksheets/sheet1.xml", (text) => text.replace("<v>177701</v>", "<v>188801</v>")));
    const { findings } = await auditOf(file.bytes(), "einwohner-2025");
    expect(findings).toMatchObject([{ kind: "chart-workbook-differs", found: "188801", written: "177701", figure: { text: "177.701" } }]);
  });

  it("to a chart's axis is told, since lengths say something else", async () => {
    const file = new Edited(written("mut-briefing").bytes);
    file.text("ppt/charts/chart1.xml", (text) => text.replace('<c:min val="0"/>', '<c:min val="1000"/>'));
    const found = differences(await auditOf(file.bytes(), "mut-briefing"));
    expect(found).toMatchObject([{ kind: "chart-axis-changed", written: "0 – auto", found: "1000 – auto" }]);
  });

  it.each([
    ["digits are added", "&quot;0&quot;", 1],
    ["digits are added", "\\0", 1],
    ["thousands are left out", ",", 1],
    ["hundreds are made", "%", 1],
    ["a unit is added", "&quot; Pers.&quot;", 0],
  ])("to the format of a chart's labels is told where %s (%s)", async (_, more, count) => {
    const file = new Edited(written("mut-briefing").bytes);
    file.text("ppt/charts/chart1.xml", (text) => text.replaceAll('formatCode="#,##0;', `formatCode="#,##0${more};`));
    const found = differences(await auditOf(file.bytes(), "mut-briefing"));
    expect(found.map(({ kind }) => kind)).toEqual(count === 1 ? ["chart-format-changed"] : []);
  });

  it("to a chart's axis cannot be known of a file that an earlier version wrote, which is said", async () => {
    const { bytes, record, deck } = written("mut-briefing");
    const older = JSON.stringify(record, (key, value: unknown) => (key === "ranges" || key === "formats" ? undefined : value));
    const before = parseRecord(older);
    if (before === undefined) throw new Error("The record is none.");
    const file = new Edited(bytes);
    file.text("ppt/charts/chart1.xml", (text) => text.replace('<c:min val="0"/>', '<c:min val="1000"/>'));
    const truth = truthOf(deck.slides);
    const audit = compareFile(await readPresentation(file.bytes(), "mut-briefing"), before, { past: truth, present: truth });
    expect(audit.findings).toEqual([]);
    expect(audit.withoutLook).toBe(before.slides.flatMap(({ charts }) => charts).length);
    expect(toldOf(audit, "de")).toContain(`Wo die Achsen von ${audit.withoutLook} Diagrammen begannen`);
    expect(toldOf(audit, "en")).toContain("An earlier version wrote the file");
    const whole = await auditOf(bytes, "mut-briefing");
    expect(whole.withoutLook).toBe(0);
    expect(toldOf(whole, "de")).not.toContain("Fassung");
  });

  it("by hiding a slide is noted", async () => {
    const file = new Edited(written("mut-briefing").bytes);
    file.text("ppt/slides/slide9.xml", (text) => text.replace("<p:sld ", '<p:sld show="0" '));
    expect((await auditOf(file.bytes(), "mut-briefing")).findings).toMatchObject([{ kind: "slide-hidden", slide: 9 }]);
  });

  it("with names of slides and shapes does not keep them from being found again", async () => {
    const file = new Edited(written("einwohner-2025").bytes);
    for (const { path } of file.files.filter((each) => /^ppt\/slides\/slide\d+\.xml$/.test(each.path))) {
      file.text(path, (text) => text.replaceAll(/(<p:cSld|<p:cNvPr id="\d+") name="[^"]*"/g, '$1 name="Form"'));
    }
    expect((await auditOf(file.bytes(), "einwohner-2025")).findings).toEqual([]);
  });
});

describe("the data of another day", () => {
  it("are told apart from what a partner changed", async () => {
    const { bytes, record, deck } = written("einwohner-2025");
    const first = record.figures.find(({ value }) => value === 177_701);
    if (first === undefined) throw new Error("The figure is not there.");
    const past = truthOf(deck.slides);
    const newer = { text: "199.999", value: 199_999, sources: ["Bevölkerung"], stichtage: ["2030-12-31"] };
    const truths = {
      past,
      present: (slide: string, figure: typeof first, data: AuditRecord["data"]) => (figure === first ? newer : past(slide, figure, data)),
    };
    const { findings } = compareFile(await readPresentation(bytes, "x"), record, truths);
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(["data-moved-on"]));
    expect(findings[0]).toMatchObject({ written: "177.701", past: { text: "177.701" }, present: newer });
  });
});

const soffice = process.env["STICHTAG_SOFFICE"] ?? "soffice";
const run = promisify(execFile);
const hasOffice = spawnSync(soffice, ["--version"]).status === 0;

describe.skipIf(!hasOffice)("LibreOffice", () => {
  it.each(["mut-briefing", "einwohner-2025"])("saves %s anew, and nothing is told of it but what it loses", async (name) => {
    const folder = mkdtempSync(join(tmpdir(), "stichtag-audit-"));
    try {
      writeFileSync(join(folder, "a.pptx"), written(name).bytes);
      const out = join(folder, "out");
      mkdirSync(out);
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
      await run(soffice, [profile, "--headless", "--convert-to", "pptx", "--outdir", out, join(folder, "a.pptx")]);
      const audit = await auditOf(readFileSync(join(out, "a.pptx")), name);
      expect(differences(audit)).toEqual([]);
      expect(audit.findings.filter(({ kind }) => kind !== "figure-gone")).toEqual([]);
      expect(audit.withoutWorkbook).toBe(audit.charts);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
