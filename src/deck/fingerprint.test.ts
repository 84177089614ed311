import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toSource } from "../source/source.ts";
import { compileDeck } from "./compile.ts";
import { fingerprintOf, slidePrints } from "./fingerprint.ts";
import type { Deck } from "./model.ts";
import { dataFiles, dataOf, inputOf } from "./testing.ts";

type Texts = Readonly<Record<string, string>>;

const settings = "title: Probe\nas_of: 2021-01-01\n";
const slides: Texts = {
  "01-titel": "---\nlayout: title\nkicker: Amt\n---\n# Einwohner\n\nStand {{ stichtag(orte) | date }}\n",
  "02-text": `# Orte

- Aurach {{ orte.Aurach }}
- [mehr als tausend]{claim: orte.Aurach > 1000}, siehe [Diagramm](#03-bild)

Note:
Zusammen {{ sum(orte) }}.
`,
  "03-bild": `---
layout: chart
footnotes: [Eine Anmerkung.]
---
# Bild

\`\`\`chart
kind: bar
title: Orte
data: orte
\`\`\`
`,
  "04-zahlen": `# Zahlen

\`\`\`figures
items: [{ value: orte.Celle, label: Celle }]
\`\`\`

| a | b |
|---|---|
| x | {{ orte["Bad Bühl"] }} |
`,
};

function deckOf(written: Texts = slides, yaml: string = settings, files: Texts = dataFiles): Deck {
  const { value, diagnostics } = compileDeck({ ...inputOf(written, yaml), data: dataOf(files) });
  return value ?? expect.fail(diagnostics.map(({ message }) => message.en).join("\n"));
}

const print = (written?: Texts, yaml?: string, files?: Texts): string => fingerprintOf(deckOf(written, yaml, files));

function edited(id: keyof typeof slides, from: string, to: string): Texts {
  const text = slides[id] ?? "";
  if (!text.includes(from)) throw new Error(`${id} has no ${from}`);
  return { ...slides, [id]: text.replace(from, to) };
}

/** A deck whose words are held to conditions, in a title and in text. */
const held = (claim: string, choice: string): Texts => ({
  "01-a": `# Orte

\`\`\`chart
kind: bar
title: "[Orte]{claim: ${claim}}"
data: orte
\`\`\`

[viel|wenig]{choose: ${choice}}
`,
});

const now = print();

describe("a fingerprint", () => {
  it("is 16 hexadecimal digits", () => {
    expect(now).toMatch(/^[0-9a-f]{16}$/u);
  });

  it.each<readonly [string, Texts]>([
    ["a word of a kicker", edited("01-titel", "kicker: Amt", "kicker: Ämter")],
    ["a word of a title", edited("02-text", "# Orte", "# Die Orte")],
    ["a word of text", edited("02-text", "Aurach {{", "In Aurach {{")],
    ["a word of notes", edited("02-text", "Zusammen", "Insgesamt")],
    ["how a number is shown", edited("02-text", "{{ orte.Aurach }}", "{{ orte.Aurach | number(1) }}")],
    ["words of a claim", edited("02-text", "mehr als tausend", "über tausend")],
    ["what words are held to", edited("02-text", "orte.Aurach > 1000", "orte.Aurach > 900")],
    ["where a link leads", edited("02-text", "#03-bild", "#04-zahlen")],
    ["a footnote", edited("03-bild", "Eine Anmerkung.", "Eine andere.")],
    ["a chart's kind", edited("03-bild", "kind: bar", "kind: column")],
    ["a chart's title", edited("03-bild", "title: Orte", "title: Städte")],
    ["what a chart points at", edited("03-bild", "data: orte", "data: orte\nhighlight: Celle")],
    ["a chart's order", edited("03-bild", "data: orte", "data: orte\nsort: ascending")],
    ["a key figure's label", edited("04-zahlen", "label: Celle", "label: Stadt Celle")],
    ["a cell", edited("04-zahlen", "| x |", "| y |")],
    ["which cell a word stands in", edited("04-zahlen", "| a | b |", "| a b | |")],
    [
      "the order of slides",
      { "00-text": slides["02-text"] ?? "", ...Object.fromEntries(Object.entries(slides).filter(([id]) => id !== "02-text")) },
    ],
    ["that a slide is gone", Object.fromEntries(Object.entries(slides).filter(([id]) => id !== "04-zahlen"))],
  ])("changes with %s", (_, changed) => {
    expect(print(changed)).not.toBe(now);
  });

  it("changes with the deck's title, author and day", () => {
    const all = [settings, "title: Andere\nas_of: 2021-01-01\n", `${settings}author: A. B.\n`, `${settings}date: 2021-02-03\n`];
    expect(new Set(all.map((yaml) => print(slides, yaml))).size).toBe(all.length);
  });

  it("changes with what words of a title or a choice are held to, and how far they reach", () => {
    const all = [
      print(held("rund(orte.Aurach, 1230)", "orte.Celle > 10")),
      print(held("rund(orte.Aurach, 1231)", "orte.Celle > 10")),
      print(held("rund(orte.Aurach, 1230)", "orte.Celle > 11")),
      print(held("rund(orte.Aurach, 1230)", "orte.Celle > 10"), `${settings}words: { rund: 0.01 }\n`),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(print(held("rund(  orte.Aurach,  1230 )", "orte.Celle  > 10"), `${settings}words: { fast: 0.01 }\n`)).toBe(all[0]);
  });

  it("changes with sources that are named for the same numbers", () => {
    const dataset = dataFiles["data/orte/dataset.yaml"]?.replace("Testamt", "Amt für Tests") ?? "";
    expect(print(slides, settings, { ...dataFiles, "data/orte/dataset.yaml": dataset })).not.toBe(now);
  });

  it("changes with the content of a picture, and not with its name where the content is known", () => {
    const picture = { "01-a": "# Bild\n\n![Ein Bild](bild.png)\n" };
    const deck = deckOf(picture);
    const prints = [fingerprintOf(deck, () => "1"), fingerprintOf(deck, () => "2"), fingerprintOf(deck)];
    expect(new Set(prints).size).toBe(3);
  });

  it("stays with markup, blanks, canvas, state, names of files and how YAML is written", () => {
    const renamed = Object.fromEntries(
      Object.entries(slides).map(([id, text]) => [`1${id}-neu`, text.replace("#03-bild", "#103-bild-neu")]),
    );
    expect(print(renamed)).toBe(now);
    expect(print(edited("02-text", "- Aurach {{ orte.Aurach }}", "- **Aurach**   {{orte.Aurach}}"))).toBe(now);
    expect(print(edited("03-bild", "footnotes: [Eine Anmerkung.]", 'footnotes:\n  - "Eine Anmerkung."'))).toBe(now);
    expect(print(slides, "as_of: '2021-01-01'\n# Ein Kommentar\ntitle:   Probe\ncanvas: '4:3'\n")).toBe(now);
    expect(print(slides, `${settings}draft: true\n`)).toBe(now);
    expect(print(slides, `${settings}released: { by: A. B., on: 2021-01-05 }\n`)).toBe(now);
    expect(print(slides, `${settings}released: { by: A. B., on: 2021-01-05, fingerprint: ${"0".repeat(16)} }\n`)).toBe(now);
    expect(print(slides, `${settings}ledger: true\n`)).toBe(now);
  });

  it("stays where data change that are not shown, and where files come in another order", () => {
    const release = dataFiles["data/orte/2020-12-31.yaml"] ?? "";
    expect(print(slides, settings, { ...dataFiles, "data/orte/2021-12-31.yaml": release.replace("2020-12-31", "2021-12-31") })).toBe(now);
    expect(print(slides, settings, Object.fromEntries(Object.entries(dataFiles).toReversed()))).toBe(now);
    expect(print(slides, settings, { ...dataFiles, "data/orte/2020-12-31.yaml": `${release}retrieved: { on: 2022-02-02 }\n` })).toBe(now);
  });

  it("follows exactly the numbers that are shown", () => {
    const value = fc.integer({ min: 1001, max: 9999 });
    const small = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(fc.tuple(value, small, small), fc.tuple(value, small, small), (one, other) => {
        const [a, b] = [one, other].map(([aurach, buehl, celle]) =>
          print(slides, settings, {
            ...dataFiles,
            "data/orte/2020-12-31.yaml": `stichtag: 2020-12-31\nvalues: { Aurach: ${aurach}, Bad Bühl: ${buehl}, Celle: ${celle} }\n`,
          }),
        );
        expect(a === b).toBe(one.join() === other.join());
      }),
      { numRuns: 60 },
    );
  });
});

it("of a slide changes with that slide only", () => {
  const before = slidePrints(deckOf());
  const after = slidePrints(deckOf(edited("02-text", "Zusammen", "Insgesamt")));
  expect(before.map(({ id }) => id)).toEqual(Object.keys(slides));
  expect(after.filter(({ print: own }, i) => own !== before[i]?.print).map(({ id }) => id)).toEqual(["02-text"]);
});

it("is the same for the same texts read anew", () => {
  const again = inputOf(slides, settings);
  const deck = compileDeck({ ...again, settings: toSource("slides/test/deck.yaml", settings) }).value;
  expect(deck && fingerprintOf(deck)).toBe(now);
});
