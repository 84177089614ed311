/** Random decks: slides of every block in which numbers may stand, each of its digits bound, marked as literal, harmless, or astray. */

import * as fc from "fast-check";
import { dataFiles } from "../../deck/testing.ts";

/** A part of a slide's text, with the digits in it that say nothing which could grow false. */
export interface Written {
  readonly text: string;
  /** As often as they stand there. */
  readonly digits: readonly string[];
}

export interface RandomSlide {
  readonly text: string;
  /** Digits that no ledger knows: those that the slide shows, and those of its notes. */
  readonly digits: { readonly shown: readonly string[]; readonly notes: readonly string[] };
}

export interface RandomDeck {
  readonly slides: readonly RandomSlide[];
  /** `deck.yaml`. */
  readonly settings: string;
}

/** What the lint lets pass, and a literal. */
const harmless: readonly Written[] = [
  { text: "im Jahr 2015", digits: ["2015"] },
  { text: "am 30.06.2016", digits: ["30.06.2016"] },
  { text: "nach § 23", digits: ["23"] },
  { text: "[Haus 77]{literal: Anschrift}", digits: ["77"] },
  { text: "ohne Zahl", digits: [] },
  { text: "viele Menschen", digits: [] },
];

const bound: readonly Written[] = [
  "{{ orte.Aurach }}",
  "{{ sum(orte) }}",
  "{{ share(orte.Celle, orte) | percent(1) }}",
  "{{ change(orte.Aurach, previous) | signed }}",
  "{{ orte.Celle - orte.Aurach }}",
  "{{ change_rate(orte.Celle, previous) | percent }}",
  "{{ share(orte.Celle, orte) - share(orte.Aurach, orte) | points(1) }}",
  "{{ sum(orte) | million(2) }}",
  "{{ stichtag(orte) | date }}",
  "{{ count(orte) }}",
  "{{ amt.a / amt.b | fraction }}",
  "{{ orte.Aurach / orte.Celle | number(2) }}",
  "[mehr als {{ orte.Celle }}]{claim: orte.Aurach > orte.Celle}",
  "{{ amt.a | euro }}",
  "{{ amt.c }}",
].map((text) => ({ text, digits: [] }));

/** A number that nobody proves. */
export const stray = "4711 Personen";

/** Words of a title, a paragraph, a cell: so many parts at most. */
export type Words = (most: number) => fc.Arbitrary<Written>;

export const words: Words = (most) =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...harmless) }, { weight: 4, arbitrary: fc.constantFrom(...bound) }), {
      minLength: 1,
      maxLength: most,
    })
    .map((parts) => ({ text: parts.map(({ text }) => text).join(" und "), digits: parts.flatMap(({ digits }) => digits) }));

/** As {@link words}, some with a number astray, which is not among the digits. */
export const maybeStray: Words = (most) =>
  fc.tuple(words(most), fc.boolean()).map(([{ text, digits }, astray]) => ({ text: astray ? `${text} für ${stray}` : text, digits }));

/** The text in a block. */
function around(before: string, { text, digits }: Written, after: string): Written {
  return { text: `${before}${text}${after}`, digits };
}

function quoted({ text, digits }: Written): Written {
  return { text: JSON.stringify(text), digits };
}

const plainBlocks: readonly string[] = [
  '```table\ndata: orte\ncolumns: [{ header: Ort }, { header: Anteil, data: "share(orte, sum(orte))", format: percent(1) }]\n```',
  "```table\ndata: amt\ncolumns: [{ header: Sache }, { header: Wert, data: amt, format: number }]\n```",
  "```chart\nkind: percent\nseries: [{ label: Heute, data: orte }, { label: Früher, data: orte @ 2019-12-31 }]\n```",
  "```chart\nkind: stacked\nseries: [{ label: Heute, data: orte }, { label: Früher, data: orte @ 2019-12-31 }]\n```",
  "```chart\nkind: grouped\nseries: [{ label: Heute, data: orte }, { label: Früher, data: orte @ 2019-12-31 }]\n```",
  "```chart\nkind: line\nseries: [{ label: A, data: orte.Aurach }, { label: B, data: 'orte[\"Bad Bühl\"]' }, { label: C, data: orte.Celle }]\n```",
  "```chart\nviews: [{ label: Balken, kind: bar }, { label: Ring, kind: donut }]\ndata: orte\n```",
];

function blocks(text: fc.Arbitrary<Written>, withPictures: boolean): fc.Arbitrary<Written> {
  return fc.oneof(
    text,
    text.map((one) => ({ text: `- ${one.text}\n- ${one.text}`, digits: [...one.digits, ...one.digits] })),
    text.map((one) => around("| Was | Wert |\n|---|---|\n| ", one, " | x |")),
    text.map((one) => around("```figures\nitems:\n  - { value: orte.Aurach, label: ", quoted(one), " }\n```")),
    fc
      .tuple(fc.constantFrom("bar", "column", "donut", "waffle"), text)
      .map(([kind, one]) => around(`\`\`\`chart\nkind: ${kind}\ntitle: `, quoted(one), "\ndata: orte\n```")),
    text.map((one) => around("```chart\nkind: line\nsubtitle: ", quoted(one), "\ndata: orte.Aurach\n```")),
    fc.constantFrom(...plainBlocks).map((block) => ({ text: block, digits: [] })),
    ...(withPictures ? [text.map((one) => around("![", one, "](bild.png)"))] : []),
  );
}

/** @param withPictures whether slides may show `bild.png`, whose alternative text may hold numbers */
export function randomDeck(text: Words, withPictures: boolean): fc.Arbitrary<RandomDeck> {
  // A title may have two lines.
  const slide = fc.tuple(text(2), blocks(text(3), withPictures), text(3)).map(
    ([title, block, note]): RandomSlide => ({
      text: `# Folie: ${title.text}\n\n${block.text}\n\nNote:\nDazu: ${note.text}\n`,
      digits: { shown: [...title.digits, ...block.digits], notes: note.digits },
    }),
  );
  return fc.record({
    slides: fc.array(slide, { minLength: 1, maxLength: 3 }),
    settings: fc
      .tuple(fc.constantFrom("dot", "narrow-space"), fc.constantFrom("16:9", "4:3"), fc.boolean())
      .map(([numbers, canvas, ledger]) => `title: Test\nas_of: 2021-01-01\nnumbers: ${numbers}\ncanvas: "${canvas}"\nledger: ${ledger}\n`),
  });
}

/** Aurach beyond Celle, a small town and a large one. */
export const values: fc.Arbitrary<readonly number[]> = fc.array(fc.integer({ min: 101, max: 999_999 }), { minLength: 3, maxLength: 3 });

/** The small project's data with these values, by path. */
export function dataWith([aurach = 1, buehl = 1, celle = 1]: readonly number[]): Readonly<Record<string, string>> {
  return {
    ...dataFiles,
    "data/orte/2020-12-31.yaml": `stichtag: 2020-12-31\nstatus: final\nvalues: { Aurach: ${aurach + celle}, Bad Bühl: ${buehl}, Celle: ${celle} }\n`,
    "data/amt/2020-06-30.yaml": 'stichtag: 2020-06-30\nstatus: preliminary\nvalues: { a: 30, b: 40, c: "-" }\nnotes: ["Ohne Zuschüsse."]\n',
  };
}

/** As files are called. */
export function slideName(index: number): string {
  return `${index + 10}-folie`;
}
