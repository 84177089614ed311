/**
 * Whether the sheets "Quelle" of a slide's charts are true where they say how numbers were worked out: each such number by
 * its name, with the calculation that the deck has for it. It goes by meaning, as `ledger.ts` does:
 *
 *     Barßel | 13.601 ÷ 171.843 = 7,9 % (ungerundet 7,914… %) [2]       a number, "[2]" being the sheet's "Quelle 2"
 *            | Bevölkerung [2], Personen: Barßel 13.601            what it rests on
 */

import type { Chart } from "../../chart/model.ts";
import type { Release } from "../../data/dataset.ts";
import type { Block, Slide } from "../../deck/model.ts";
import { clean, german } from "./expected.ts";
import { type Named, namedIn } from "./expected-source.ts";
import { type Known, knownOn, lineFaults } from "./ledger.ts";
import type { Presentation, Sheet } from "./open.ts";
import { sheetsOf } from "./rules/charts.ts";
import { sectionOf, workedOut } from "./said-sheet.ts";

type Rows = Sheet["rows"];

/** @param path of the written slide */
export function workedOutFaults(file: Presentation, path: string, slide: Slide): readonly string[] {
  const sheets = file.allRelated(path, "chart").flatMap((chart) => {
    const root = file.root(chart);
    const source = root && sheetsOf(root, chart, file)?.find(({ name }) => name === "Quelle");
    return source === undefined ? [] : [source.rows];
  });
  const known = knownOn(slide);
  const charts = slide.regions.flatMap(({ blocks }) => blocks.flatMap(chartsIn));
  return sheets.flatMap((rows) => {
    const title = rows.find(([label]) => label === "Titel")?.[1];
    const views = charts.find(([first]) => clean(first?.title ?? "") === title) ?? [];
    return sheetFaults(rows, views.flatMap(namedIn), known).map((fault) => `Quelle: ${fault}`);
  });
}

/** All views of each chart. */
function chartsIn(block: Block): readonly (readonly Chart[])[] {
  return block.kind === "chart" ? [block.views.map(({ chart }) => chart)] : [];
}

function sheetFaults(rows: Rows, named: readonly Named[], known: Known): readonly string[] {
  const sources = numbered(rows, known);
  const computed = named.filter(({ figure }) => figure.origin.kind === "computed");
  const missing = new Set(computed);
  const faults = sectionOf(rows, workedOut).flatMap((cells) => {
    const [label, text] = cells.map((cell) => (cell === null ? "" : String(cell)));
    if (label === undefined || text === undefined) return ["a row of one cell"];
    if (label === "") return lineFaults(text, sources, known);
    const own = namesIn(label, computed).filter(({ figure }) => shownIn(text, clean(figure.text)));
    for (const each of own) missing.delete(each);
    const all = new Set(own.map(({ name }) => clean(name)));
    const isTrue = [...all].join("; ") === label && inBold(text).some((line) => lineFaults(line, sources, known).length === 0);
    return isTrue ? [] : [`no calculation of the chart: ${label}: ${text}`];
  });
  return [...faults, ...[...missing].map(({ name, figure }) => `lacks ${name}: ${figure.text}`)];
}

/** The releases that the sheet numbers. */
function numbered(rows: Rows, { releases }: Known): ReadonlyMap<number, Release> {
  const found = new Map<number, Release>();
  for (const [at, [label, title]] of rows.entries()) {
    const number = Number(/^Quelle (\d+)$/.exec(String(label))?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) continue;
    const terms = new Map(rows.slice(at, at + 12).map(([name, value]) => [name, value]));
    for (const [release, dataset] of releases) {
      const { stichtag, knownOn: known } = release;
      const isThis = clean(dataset.title) === title && terms.get("Stichtag") === german(stichtag);
      if (isThis && (known === undefined || terms.get("Kenntnisstand") === german(known))) found.set(number, release);
    }
  }
  return found;
}

/** What bears one of the names that a label is made of. */
function namesIn(label: string, computed: readonly Named[]): readonly Named[] {
  return computed.filter(({ name }) => `; ${label}; `.includes(`; ${clean(name)}; `));
}

function shownIn(line: string, text: string): boolean {
  return line.startsWith(`${text} `) || [" = ", ", auch "].some((mark) => line.includes(`${mark}${text}`));
}

/** The line with its result in bold, as the notes have it, in each way that it can be read: what is behind may be a unit. */
function inBold(line: string): readonly string[] {
  const [, before = "", texts = "", behind = ""] =
    /^(.* = )?(.*?)((?: \((?:genau|ungerundet) [^)]*\))?(?: \[[\d, ]+\]| \(im Text gegeben, ohne Quelle\)))$/s.exec(line) ?? [];
  const ends = [texts.length, ...[...texts.matchAll(/\u00a0/g)].map(({ index }) => index)];
  return ends.map((end) => {
    const bold = texts
      .slice(0, end)
      .split(", auch ")
      .map((text) => `<b>${text}</b>`);
    return `${before}${bold.join(", auch ")}${texts.slice(end)}${behind}`;
  });
}
