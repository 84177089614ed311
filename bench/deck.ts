/** Decks to measure with: as many slides as asked for, always the same text. */

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A project on the disk. */
export interface BenchDeck {
  readonly slides: number;
  /** The project's folder. */
  readonly root: string;
  /** Absolute paths of the Markdown files, in order, one a slide. */
  readonly files: readonly string[];
}

/** Where the number and the words of an edit stand. */
export interface Place {
  readonly path: string;
  readonly text: (value: number) => string;
}

const keys = [
  "Ahlen",
  "Bersen",
  "Cappeln",
  "Dinklage",
  "Emstek",
  "Friesoythe",
  "Garrel",
  "Hude",
  "Ihrhove",
  "Jever",
  "Lastrup",
  "Molbergen",
] as const;
const words = "Sprache Bildung Arbeit Wohnen Gesundheit Ehrenamt Beratung Netzwerk Teilhabe Kreis Gemeinde Projekt Träger Verein".split(
  " ",
);

/** Charts that share a dataset: an edit of one number touches so many slides, in a deck of any length. */
const chartsOfDataset = 5;

/** What stands beside each fourth slide's chart: its bullets, or a table as on all others. */
export type BesideChart = "bullets" | "table";

/** Writes the project anew: one deck `bench`, every fourth slide with a chart, the others with a table and bullets. */
export function writeDeck(root: string, slides: number, beside: BesideChart = "bullets"): BenchDeck {
  rmSync(root, { recursive: true, force: true });
  const folder = join(root, "slides", "bench");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "deck.yaml"), "title: Foliensatz zum Messen\ndate: 2021-01-15\nas_of: 2021-01-01\n");
  const files = Array.from({ length: slides }, (_, index) => {
    const path = join(folder, `${slideId(index)}.md`);
    writeFileSync(path, slideText(index, beside));
    return path;
  });
  const datasets = Math.ceil(slides / 4 / chartsOfDataset);
  for (let index = 0; index < datasets; index++) {
    const { path, text } = dataPlace(root, index);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(join(path, "..", "dataset.yaml"), datasetText(index));
    writeFileSync(path, text(1200 + index));
  }
  return { slides, root, files };
}

/** Place among the keys of the value that edits change: the one in the title of the first slide with a chart. */
const edited = 3;

/** The release of the n-th dataset. */
export function dataPlace(root: string, index: number): Place {
  const path = join(root, "data", `menge${index}`, "2020-12-31.yaml");
  return {
    path,
    text: (value) =>
      `stichtag: 2020-12-31\nstatus: final\nvalues:\n${keys.map((key, at) => `  ${key}: ${at === edited ? value : number(index * 31 + at)}\n`).join("")}`,
  };
}

/** The n-th slide, its first bullet with a number that edits change. */
export function slidePlace(deck: BenchDeck, index: number): Place {
  return { path: deck.files[index] ?? "", text: (value) => slideText(index, "bullets").replace("Erster Punkt", `Erster Punkt ${value}`) };
}

export function slideId(index: number): string {
  return `${`${index + 1}`.padStart(4, "0")}-folie`;
}

export function isChart(index: number): boolean {
  return index % 4 === 3;
}

export function datasetOf(index: number): number {
  return Math.floor(index / 4 / chartsOfDataset);
}

function slideText(index: number, beside: BesideChart): string {
  const dataset = `menge${datasetOf(index)}`;
  const key = keys[index % keys.length] ?? "Ahlen";
  const title = `# Folie ${index + 1}: ${key} zählt {{ ${dataset}.${key} }} Personen\n`;
  const bullets = [
    `Erster Punkt, **${word(index)}** und ${word(index + 3)}`,
    `Anteil von ${key}: {{ share(${dataset}.${key}, ${dataset}) | percent(1) }}`,
    `${word(index + 5)} mit *${word(index + 7)}* im Kreis`,
    `[${word(index + 2)}](https://example.org/${index}) und \`${word(index + 1)}\``,
    `${word(index + 4)}, ${word(index + 6)} und ${word(index + 8)}`,
  ];
  const list = bullets.map((bullet) => `- ${bullet}\n`).join("");
  const rows = Array.from(
    { length: 15 },
    (_, row) => `| ${word(index + row)} ${row + 1} | ${number(index * 17 + row)} | ${number(index * 13 + row)} |\n`,
  );
  const table = `| Was | Anzahl | Davon |\n|---|---:|---:|\n${rows.join("")}`;
  if (isChart(index)) {
    const chart = `\`\`\`chart\nkind: ${index % 8 === 3 ? "bar" : "column"}\nsubtitle: Personen\ndata: ${dataset}\nhighlight: ${key}\n\`\`\`\n`;
    if (beside === "bullets") return `---\nlayout: chart-text\n---\n${title}\n${chart}\n::: text\n${list}:::\n`;
    return `---\nlayout: two-columns\n---\n${title}\n::: left\n${chart}:::\n\n::: right\n${table}:::\n`;
  }
  return `---\nlayout: two-columns\n---\n${title}\n::: left\n${list}:::\n\n::: right\n${table}:::\n`;
}

function datasetText(index: number): string {
  return `title: Menge ${index}
unit: Personen
key: Ort
coverage: complete
additivity: exact
definition: Erfundene Zahlen zum Messen.
source: { provider: Messamt, table: M-${index} }
`;
}

function word(index: number): string {
  return words[index % words.length] ?? "Wort";
}

/** A whole number from 100 to 9,999 that looks like chance and is always the same. */
function number(seed: number): number {
  return 100 + ((Math.imul(seed + 1, 2654435761) >>> 8) % 9900);
}
