/** For tests: outlines and slides as short text, so that expectations can be read, and a small project in memory. */

import type { Geometry } from "../data/geometry.ts";
import { readData } from "../data/read.ts";
import type { Data } from "../data/dataset.ts";
import type { Outcome } from "../source/diagnostic.ts";
import { toSource, type Source } from "../source/source.ts";
import { type CompileInput, compileDeck } from "./compile.ts";
import { parseSlides } from "./markdown.ts";
import type { Chart } from "../chart/model.ts";
import type { Block, Deck, Slide } from "./model.ts";
import type { OutlineBlock, OutlineInline, OutlineSlide } from "./outline.ts";

export function slideSource(text: string, path: string = "slides/test/01-test.md"): Source {
  return toSource(path, text);
}

/** The blocks of the first slide in short form: `p(…)`, `h1(…)`, `ul[…|…]`, `**…**` as `b(…)`, `{{…}}` as written. */
export function sketch(text: string): string {
  const source = slideSource(text);
  const { value } = parseSlides(source);
  return (value ?? []).map(slideSketch).join("\n---\n");
}

function slideSketch(slide: OutlineSlide): string {
  const sections = slide.sections.map(({ region, blocks }) => `${region === undefined ? "" : `<${region.name}>`}${blockSketches(blocks)}`);
  return [...sections, ...(slide.notes.length > 0 ? [`notes:${blockSketches(slide.notes)}`] : [])].filter((part) => part !== "").join(" ");
}

function blockSketches(blocks: readonly OutlineBlock[]): string {
  return blocks.map(blockSketch).join(" ");
}

function blockSketch(block: OutlineBlock): string {
  switch (block.kind) {
    case "heading":
      return `h${block.level}(${inlineSketches(block.content)})`;
    case "paragraph":
      return `p(${inlineSketches(block.content)})`;
    case "list": {
      const name = block.ordered ? `ol${block.start}` : "ul";
      const items = block.items.map(
        ({ checked, blocks }) => `${checked === undefined ? "" : checked ? "[x]" : "[ ]"}${blockSketches(blocks)}`,
      );
      return `${name}[${items.join("|")}]`;
    }
    case "quote":
      return `quote(${blockSketches(block.blocks)})`;
    case "code":
      return `code:${block.language}(${block.text})`;
    case "rule":
      return "rule";
    case "table": {
      const columns = block.columns.map(({ header, align }) => `${inlineSketches(header)}${align === "left" ? "" : `:${align}`}`);
      return `table(${[columns, ...block.rows.map((row) => row.map(inlineSketches))].map((row) => row.join("|")).join("/")})`;
    }
    case "fenced":
      return `${block.type}(${block.body.span.source.text.slice(block.body.span.start, block.body.span.end).trim()})`;
  }
}

function inlineSketches(inlines: readonly OutlineInline[]): string {
  return inlines.map(inlineSketch).join("");
}

function inlineSketch(inline: OutlineInline): string {
  switch (inline.kind) {
    case "text":
      return inline.text.replaceAll("\u00a0", "~");
    case "strong":
      return `b(${inlineSketches(inline.content)})`;
    case "emphasis":
      return `i(${inlineSketches(inline.content)})`;
    case "deleted":
      return `s(${inlineSketches(inline.content)})`;
    case "code":
      return `code(${inline.text})`;
    case "break":
      return "⏎";
    case "link":
      return `a(${inlineSketches(inline.content)} → ${inlineSketches(inline.address)}${inline.title ? ` "${inlineSketches(inline.title)}"` : ""})`;
    case "image":
      return `img(${inlineSketches(inline.alternative)} → ${inlineSketches(inline.address)}${inline.title ? ` "${inlineSketches(inline.title)}"` : ""})`;
    case "placeholder":
      return inline.span.source.text.slice(inline.span.start, inline.span.end);
    case "literal":
      return `literal(${inlineSketches(inline.content)} for ${inline.reason})`;
    case "choose":
      return `choose(${inline.alternatives.map(inlineSketches).join(" | ")} by ${inline.text})`;
    case "claim":
      return `claim(${inlineSketches(inline.content)} if ${inline.text})`;
  }
}

/** Codes of the diagnostics of a file, each with the text at its place. */
export function faults(text: string): readonly string[] {
  return parseSlides(slideSource(text)).diagnostics.map(
    ({ message, span }) => `${message.code}: ${span.source.text.slice(span.start, span.end)}`,
  );
}

/** Two years of three towns, and values of an office with its licence and signs. */
export const dataFiles: Readonly<Record<string, string>> = {
  "data/orte/dataset.yaml": `title: Einwohner der Orte
unit: Personen
key: Ort
keys:
  Aurach: { ags: "01" }
  Bad Bühl: { label: Bad Bühl am See, ags: "02" }
  Celle: { ags: "03" }
coverage: complete
additivity: exact
definition: Gezählte.
source: { provider: Testamt, table: T-1 }
`,
  "data/orte/2019-12-31.yaml": "stichtag: 2019-12-31\nstatus: final\nvalues: { Aurach: 1000, Bad Bühl: 400, Celle: 50 }\n",
  "data/orte/2020-12-31.yaml": "stichtag: 2020-12-31\nstatus: final\nvalues: { Aurach: 1234, Bad Bühl: 300, Celle: 50 }\n",
  "data/amt/dataset.yaml": `title: Werte eines Amtes
unit: Euro
key: Sache
coverage: partial
additivity: rounded
definition: Gerundete.
source:
  provider: Landesamt
  table: "77-1"
  address: https://amt.example/77-1
  licence: { name: dl-de/by-2-0, address: https://lizenz.example, wording: "Landesamt; Datenlizenz by-2-0" }
`,
  "data/amt/2019-06-30.yaml": "stichtag: 2019-06-30\nstatus: final\nvalues: { a: 10, b: 20 }\n",
  "data/amt/2020-06-30.yaml": `stichtag: 2020-06-30
status: preliminary
values: { a: 30, b: ".", c: "-" }
notes: ["Ohne Zuschüsse."]
break: Neue Abgrenzung.
`,
};

export function dataOf(files: Readonly<Record<string, string>> = dataFiles): Data {
  const { value, diagnostics } = readData(Object.entries(files).map(([path, text]) => toSource(path, text)));
  if (value === undefined || diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
  return value;
}

const square = (x: number): Geometry["areas"] extends ReadonlyMap<string, infer A> ? A : never => ({
  label: `Gebiet ${x}`,
  shape: {
    type: "Polygon",
    coordinates: [
      [
        [x, 0],
        [x, 1],
        [x + 1, 1],
        [x + 1, 0],
        [x, 0],
      ],
    ],
  },
});

export const geometry: ReadonlyMap<string, Geometry> = new Map([
  [
    "orte",
    {
      name: "orte",
      areas: new Map(["01", "02", "03"].map((ags, i) => [ags, square(8 + i)])),
      credit: { text: "© Karte", address: "https://karte.example" },
    },
  ],
  ["umland", { name: "umland", areas: new Map([["09", square(12)]]), credit: { text: "© Karte", address: "https://karte.example" } }],
]);

/** A deck of slides by file name, with the small project's data. */
export function inputOf(slides: Readonly<Record<string, string>>, settings: string = "title: Test\nas_of: 2021-01-01\n"): CompileInput {
  return {
    id: "test",
    settings: toSource("slides/test/deck.yaml", settings),
    slides: Object.entries(slides).map(([name, text]) => toSource(`slides/test/${name}.md`, text)),
    data: dataOf(),
    geometry,
    pictures: new Set(["slides/test/bild.png", "slides/test/logo ä.svg"]),
  };
}

export function compiled(slides: Readonly<Record<string, string>>, settings?: string): Outcome<Deck> {
  return compileDeck(inputOf(slides, settings));
}

/** The only slide of a deck; throws, with what is wrong, if there is none. */
export function slideOf(text: string, settings?: string): Slide {
  const { value, diagnostics } = compiled({ "01-a": text }, settings);
  const slide = value?.slides[0];
  if (slide === undefined) throw new Error(diagnostics.map(({ message }) => `${message.code}: ${message.en}`).join("\n"));
  return slide;
}

/** The first block of the first region. */
export function blockOf(text: string, settings?: string): Block {
  const block = slideOf(text, settings).regions[0]?.blocks[0];
  if (block === undefined) throw new Error("the slide has no block");
  return block;
}

/** The charts of the first block, one for each view. */
export function chartsOf(yaml: string, settings?: string): readonly Chart[] {
  const block = blockOf(`---\nlayout: chart\n---\n# Titel\n\n\`\`\`chart\n${yaml}\n\`\`\`\n`, settings);
  if (block.kind !== "chart") throw new Error(`a ${block.kind} is no chart`);
  return block.views.map(({ chart }) => chart);
}

/** Codes of what is wrong with a slide, each with the text at its place. */
export function slideFaults(text: string, settings?: string): readonly string[] {
  return faultsOf(compiled({ "01-a": text }, settings));
}

export function chartFaults(yaml: string): readonly string[] {
  return slideFaults(`---\nlayout: chart\n---\n# Titel\n\n\`\`\`chart\n${yaml}\n\`\`\`\n`);
}

export function faultsOf({ diagnostics }: Outcome<unknown>): readonly string[] {
  return diagnostics.map(({ message, span }) => `${message.code}: ${span.source.text.slice(span.start, span.end)}`);
}
