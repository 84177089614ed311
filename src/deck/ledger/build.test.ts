import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileDecks } from "../../project/output.ts";
import { repository } from "../../test/repository.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { checkFit } from "../fit-check.ts";
import type { Deck } from "../model.ts";
import { compileDeck } from "../compile.ts";
import { compiled, dataOf, inputOf } from "../testing.ts";
import { appearancesOf, placeId } from "./appearances.ts";
import { deckLedger, slideLedger } from "./build.ts";
import type { FigureEntry, LedgerPart, Ref, Valued } from "./entries.ts";
import { together } from "./together.ts";
import { ledgerLines } from "./ledger-words.ts";
import { ledgerOf } from "./ledger.ts";
import { everyFigureHasSource } from "./sources-held.ts";

function deckOf(slides: Readonly<Record<string, string>>, settings?: string): Deck {
  const { value, diagnostics } = compiled(slides, settings);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
  return value;
}

/** Works a number out again from nothing but the ledger's own values. */
function reckon(ref: Ref, ledger: LedgerPart): number {
  if ("number" in ref) return ref.number;
  if ("datum" in ref) return plain(ledger.data.find(({ key }) => key === ref.datum));
  const step = ledger.steps.find(({ key }) => key === ref.step);
  if (step === undefined) throw new Error(`no step ${ref.step}`);
  const inputs = step.inputs.map((input) => reckon(input, ledger));
  const [a = Number.NaN, b = Number.NaN] = inputs;
  const sum = inputs.reduce((total, input) => total + input, 0);
  const operations: Readonly<Record<string, () => number>> = {
    "+": () => a + b,
    "-": () => (inputs.length === 1 ? -a : a - b),
    "*": () => a * b,
    "/": () => a / b,
    share: () => a / b,
    change: () => a - b,
    change_rate: () => (a - b) / b,
    sum: () => sum,
    mean: () => sum / inputs.length,
    min: () => Math.min(...inputs),
    max: () => Math.max(...inputs),
    count: () => inputs.length,
    rank: () => inputs.length,
    rest: () => a - (sum - a),
  };
  const operation = operations[step.operation];
  if (operation === undefined) throw new Error(`unknown operation ${step.operation}`);
  return operation();
}

function plain(valued: Valued | undefined): number {
  return valued?.value ?? valued?.sign?.exactly ?? Number.NaN;
}

/** The number that a text says, and half of its last place. */
function read({ text, format }: FigureEntry): { readonly number: number; readonly within: number } {
  const [, sign = "", whole = "", fraction = ""] = /^\(?([+±\u2212]?)([\d.\u202f]+)(?:,(\d+))?/u.exec(text) ?? [];
  const scale = /^(?:percent|points)/u.test(format) ? 100 : format.startsWith("million") ? 1e-6 : 1;
  const size = Number(`${whole.replaceAll(/\D/gu, "")}.${fraction || "0"}`);
  return { number: (sign === "\u2212" ? -size : size) / scale, within: (0.5 * 10 ** -fraction.length) / scale };
}

function holds(figure: FigureEntry, ledger: LedgerPart): void {
  const again = reckon(figure.origin, ledger);
  expect(again, figure.expression).toBeCloseTo(plain(figure), 8);
  const { number, within } = read(figure);
  expect(Math.abs(again - number), `${figure.text} of ${figure.expression}`).toBeLessThanOrEqual(
    within * (1 + 1e-9) + 1e-9 * Math.abs(again),
  );
}

describe("the ledger of any deck", () => {
  const table = fc.constantFrom("orte", "top(2, orte)", "orte @ 2019-12-31", "orte * 2", "orte - orte @ previous");
  const leaf = fc.oneof(
    fc.constantFrom("orte.Aurach", 'orte["Bad Bühl"]', "orte.Celle @ 2019-12-31", "amt.a", "amt.c", "3", "0.7"),
    fc.tuple(fc.constantFrom("sum", "mean", "min", "max", "count"), table).map(([name, of]) => `${name}(${of})`),
    fc.constantFrom(
      "change(orte.Aurach, previous)",
      "change_rate(sum(orte), previous)",
      "share(orte.Celle, orte)",
      'rank(orte, "Celle")',
      "rest(1, orte)",
    ),
  );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      leaf,
      fc.tuple(tie("tree"), fc.constantFrom("+", "-", "*", "/"), tie("tree")).map(([a, by, b]) => `(${a} ${by} ${b})`),
    ),
  }));
  const format = fc.constantFrom("number", "number(1)", "number(6)", "percent(1)", "points(2)", "million(3)", "signed(2)");

  it("has for each figure what it takes to work it out again", () => {
    let tried = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(tree, format), { minLength: 1, maxLength: 4 }), (shown) => {
        for (const [expression, look] of shown) {
          const { value: deck } = compiled({ "01-a": `# Titel\n\n{{ ${expression} | ${look} }}\n` });
          // Units that do not go together, a format that does not suit, or nothing to divide by.
          if (deck === undefined) continue;
          const ledger = deckLedger(deck);
          for (const figure of ledger.figures) {
            if (figure.value === null) continue;
            tried += 1;
            holds(figure, ledger);
          }
        }
      }),
    );
    expect(tried).toBeGreaterThan(60);
  });

  it("has what it takes for every figure of both decks, charts and tables too", async () => {
    for (const deck of (await compileDecks({ root: repository })).decks) {
      const ledger = deckLedger(deck);
      const numbers = ledger.figures.filter(({ value, format: look }) => value !== null && !/^(?:words|fraction)/u.test(look));
      expect(numbers.length).toBeGreaterThan(50);
      for (const figure of numbers) holds(figure, ledger);
    }
  });
});

describe("appearances", () => {
  const text = `---
kicker: Stand {{ orte.Celle }}
footnotes: ["Ohne {{ orte.Celle }}."]
---
# [viel]{claim: orte.Aurach > 1} {{ orte.Aurach }}

Am {{ stichtag(orte) | date }} und [Bild](https://a.example "mit {{ orte.Celle }}") {{ orte.Celle }}

\`\`\`figures
items: [{ value: orte.Aurach, format: number, label: "Aurach von {{ sum(orte) }}" }]
\`\`\`

| a |
|---|
| {{ orte.Celle }} |

Note:
Insgesamt {{ sum(orte) }}
`;

  it("are counted through the slide, each with what it is shown as", () => {
    const [slide] = deckOf({ "01-a": text }).slides;
    if (slide === undefined) throw new Error("no slide");
    const told = appearancesOf(slide).all.map(({ number, role, shown }) => {
      const words = shown.kind === "figure" ? shown.figure.text : shown.kind === "bound" ? shown.text : "claim";
      return `${placeId(slide.id, number)} ${role} ${words}`;
    });
    expect(told).toEqual([
      "01-a:1 title 50",
      "01-a:2 title claim",
      "01-a:3 title 1.234",
      "01-a:4 prose 31.12.2020",
      "01-a:5 prose 50",
      "01-a:6 key-figure 1.234",
      "01-a:7 label 1.584",
      "01-a:8 table 50",
      "01-a:9 note 1.584",
      "01-a:10 footnote 50",
      "01-a:11 alt-text 50",
    ]);
  });

  it("are marks of charts, too, and the shares that they show", () => {
    const chart = "kind: percent\nseries: [{ label: A, data: orte }, { label: B, data: orte @ 2019-12-31 }]\n";
    const [slide] = deckOf({ "01-a": `---\nlayout: chart\n---\n# Titel {{ orte.Celle }}\n\n\`\`\`chart\n${chart}\`\`\`\n` }).slides;
    if (slide === undefined) throw new Error("no slide");
    const roles = appearancesOf(slide).all.map(({ role }) => role);
    expect(roles).toEqual(["title", ...Array.from({ length: 6 }, () => "chart"), ...Array.from({ length: 6 }, () => "label")]);
    const ledger = together([slideLedger(slide, deckOf({ "01-a": "# {{ orte.Celle }}\n" }))]);
    const label = ledger.figures.find(({ places }) => places[0]?.role === "label");
    expect(label).toMatchObject({ text: "55\u00a0%", derivation: "1.234 ÷ 2.234 = 55\u00a0%" });
    for (const figure of ledger.figures) holds(figure, ledger);
  });
});

describe("the sentence of a chart over time", () => {
  it("has its changes in the ledger", () => {
    const chart =
      "kind: line\nseries: [{ label: Aurach, data: orte.Aurach }, { label: Bühl, data: 'orte[\"Bad Bühl\"]' }, { label: Celle, data: orte.Celle }]\n";
    const deck = deckOf({ "01-a": `---\nlayout: chart\n---\n# Titel\n\n\`\`\`chart\n${chart}\`\`\`\n` });
    const ledger = deckLedger(deck);
    const told = ledger.figures.filter(({ places }) => places[0]?.role === "alt-text");
    expect(told.map(({ derivation }) => derivation)).toEqual(["1.234 \u2212 1.000 = 234 Personen", "400 \u2212 300 = 100 Personen"]);
    const [block] = deck.slides[0]?.regions[0]?.blocks ?? [];
    const summary = block?.kind === "chart" ? (block.views[0]?.chart.summary ?? "") : "";
    for (const { text } of told) expect(summary).toContain(text);
    for (const figure of ledger.figures) holds(figure, ledger);
  });
});

describe("what a number is of", () => {
  it("is not said to be all of it, unless that is all that is said", () => {
    const people = {
      "data/leute/dataset.yaml":
        "title: Leute\nunit: Personen\nkey: Geschlecht\ncoverage: complete\nadditivity: exact\ndefinition: Eigene.\nsource: { provider: Landkreis }\n",
      "data/leute/2020-12-31.yaml":
        "stichtag: 2020-12-31\nstatus: final\nvalues: { insgesamt: { Europa: 5, insgesamt: 9 }, weiblich: { Europa: 2, insgesamt: 4 } }\n",
    };
    const keys = ["insgesamt.Europa", "insgesamt.insgesamt", "weiblich.Europa", "weiblich.insgesamt"];
    const text = `# Titel\n\n${keys.map((key) => `{{ leute.${key} }}`).join(", ")}\n`;
    const { value: deck, diagnostics } = compileDeck({ ...inputOf({ "01-a": text }), data: dataOf(people) });
    if (deck === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
    expect(deckLedger(deck).data.map(({ name }) => name)).toEqual(["Europa", "insgesamt", "weiblich › Europa", "weiblich › insgesamt"]);
  });
});

describe("confidential counts", () => {
  const secret = {
    "data/faelle/dataset.yaml":
      "title: Fälle\nunit: Personen\nkey: Ort\nkeys: { A: {}, B: {}, C: {} }\ncoverage: complete\nadditivity: exact\ndefinition: Eigene.\nconfidentiality: { minimum: 5 }\nsource: { provider: Landkreis }\n",
    "data/faelle/2019-12-31.yaml": "stichtag: 2019-12-31\nstatus: final\nvalues: { A: 40, B: 3, C: 4 }\n",
    "data/faelle/2020-12-31.yaml": "stichtag: 2020-12-31\nstatus: final\nvalues: { A: 40, B: 3, C: 17 }\n",
  };

  it("are not told by what they were summed up to, nor as what was before", () => {
    const text =
      "# [viele]{claim: faelle.B * 2 < 20 and sum(faelle) > 7}\n\n{{ sum(faelle) }}, {{ faelle.C }}, {{ share(faelle.A, sum(faelle)) | percent(1) }}\n";
    const { value: deck, diagnostics } = compileDeck({ ...inputOf({ "01-a": text }), data: dataOf(secret) });
    if (deck === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
    const ledger = deckLedger(deck);
    expect(ledger.data.map(({ key, earlier }) => `${key} ${earlier?.length ?? 0}`)).toEqual([
      "faelle.C@2020-12-31 0",
      // It was no secret itself, but on a day that had some: with the others and their sum these would be known.
      "faelle.A@2020-12-31 0",
    ]);
    expect(ledger.figures[0]).toMatchObject({
      text: "60",
      derivation: "Summe von 3 Werten, einzeln vertraulich = 60",
      releases: ["faelle@2020-12-31"],
    });
    expect(ledger.figures[2]).toMatchObject({ derivation: "40 ÷ 60 = 66,7\u00a0%" });
    expect(ledger.claims[0]?.numbers).toEqual([{ name: "sum(faelle)", number: "60 Personen" }]);
    expect(ledger.steps.every(({ veiled, inputs }) => veiled !== true || inputs.length === 0)).toBe(true);
    const [slide] = deck.slides;
    const lines = slide === undefined ? [] : ledgerLines(ledgerOf(slide)).map(({ parts }) => parts.map((part) => part.text).join(""));
    expect(lines[0]).toBe("Summe von 3 Werten, einzeln vertraulich = 60\u00a0Personen [1]");
    expect(lines.join("\n")).not.toMatch(/\bB\b/u);
  });

  it.each([
    "share(faelle.B, sum(faelle)) < 0.33",
    "faelle.A - faelle.B > 10",
    "change_rate(faelle.B, faelle.A) < 0",
    "ueber_die_haelfte(sum(faelle) - faelle.B, sum(faelle))",
    "faelle.A / faelle.B > 4",
    "1000 + faelle.B > 10",
    "mean(faelle.B) < 10",
    "rest(1, faelle) - faelle.C < 10",
  ])("are not told by what is reckoned with them in %s", (condition) => {
    for (const words of [`[viele]{claim: ${condition}}`, `[viele|wenige]{choose: ${condition}}`]) {
      const text = `# Fälle\n\n${words} {{ faelle.A }} {{ sum(faelle) }}\n`;
      const { value: deck, diagnostics } = compileDeck({ ...inputOf({ "01-a": text }), data: dataOf(secret) });
      if (deck === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
      const { claims, steps, data } = deckLedger(deck);
      expect(claims[0]?.said.join()).toContain(": vertraulich");
      expect(claims[0]?.said.join()).not.toMatch(/\d,\d/u);
      expect(claims[0]?.numbers.map(({ name }) => name).filter((name) => name !== "sum(faelle)")).toEqual([]);
      expect(steps.map(({ expression }) => expression)).toEqual(["sum(faelle)"]);
      expect(data.map(({ name }) => name)).toEqual(["A"]);
    }
  });

  it("hide in a group: its sum is told, and what it was on days that had none", () => {
    const text = "# [viele]{claim: faelle.B + faelle.C > 7 and share(faelle.A, sum(faelle)) > 0.5}\n\n{{ faelle.A }}\n";
    const early = { "data/faelle/2018-12-31.yaml": "stichtag: 2018-12-31\nstatus: final\nvalues: { A: 39, B: 0, C: 9 }\n" };
    const { value: deck } = compileDeck({ ...inputOf({ "01-a": text }), data: dataOf({ ...secret, ...early }) });
    if (deck === undefined) throw new Error("no deck");
    const { claims, data } = deckLedger(deck);
    expect(claims[0]?.numbers.map(({ number }) => number)).toEqual(["20 Personen", "66,67\u00a0%"]);
    expect(data.find(({ name }) => name === "A")?.earlier?.map(({ day }) => day)).toEqual(["2018-12-31"]);
  });
});

describe("deckLedger", () => {
  it("has each distinct figure once, with all its places", () => {
    const ledger = deckLedger(
      deckOf({ "01-a": "# {{ orte.Celle }}, {{ orte.Celle | number(1) }}\n", "02-b": "# B\n\n{{ orte.Celle }}\n" }),
    );
    expect(ledger.figures.map(({ text, places }) => [text, places.map(({ id }) => id)])).toEqual([
      ["50", ["01-a:1", "02-b:1"]],
      ["50,0", ["01-a:2"]],
    ]);
    expect(ledger.data).toHaveLength(1);
    expect(ledger.slides.map(({ number, title }) => `${number} ${title}`)).toEqual(["1 50, 50,0", "2 B"]);
  });

  it("is the same however often and in whatever order slides were asked before, its steps numbered as they come", () => {
    const slides = {
      "01-a": "# {{ share(orte.Celle, orte) | percent(1) }} von {{ sum(orte) }}\n",
      "02-b": "# {{ share(orte.Aurach, orte) | percent(1) }} {{ share(orte.Celle, orte) | percent(1) }} {{ orte.Celle }}\n",
    };
    const whole = deckLedger(deckOf(slides));
    expect(whole.steps.map(({ key, words }) => `${key} ${words}`)).toEqual(["s1 1.234 + 300 + 50", "s2 50 ÷ 1.584", "s3 1.234 ÷ 1.584"]);
    const again = deckOf(slides);
    for (const slide of again.slides.toReversed()) slideLedger(slide, again);
    expect(deckLedger(again)).toEqual(whole);
  });

  it("marks thousands in each calculation as the deck does, also of slides that show none", () => {
    const deck = deckOf(
      { "01-a": "# {{ orte.Aurach }}\n", "02-b": "# {{ share(orte.Celle, orte) | percent(1) }}\n" },
      "title: Test\nas_of: 2021-01-01\nnumbers: narrow-space\n",
    );
    expect(deckLedger(deck).figures[1]?.derivation).toBe("50 ÷ 1\u202f584 = 3,2\u00a0%");
  });

  it("marks thousands so where no text shows any, for the page that is asked, too, and on both sides of claims", () => {
    const slides = { "01-a": "# {{ share(orte.Celle, orte) | percent(1) }} [mehr]{claim: sum(orte) > 1}\n" };
    const deck = deckOf(slides, "title: Test\nas_of: 2021-01-01\nnumbers: narrow-space\n");
    const [slide] = deck.slides;
    for (const { figures, claims } of [deckLedger(deck), ...(slide === undefined ? [] : [together([slideLedger(slide, deck)])])]) {
      expect(figures[0]?.derivation).toBe("50 ÷ 1\u202f584 = 3,2\u00a0%");
      expect(claims[0]?.said[0]).toContain("1\u202f584");
      expect(claims[0]?.numbers.map(({ number }) => number)).toEqual(["1\u202f584 Personen"]);
    }
  });

  it("leads to line and column of each datum, and tells what it was before, and where the series breaks", () => {
    const { data, releases } = deckLedger(deckOf({ "01-a": "# {{ orte.Aurach }} {{ amt.a }} {{ sum(orte) }}\n" }));
    expect(data.find(({ key }) => key === "orte.Aurach@2020-12-31")).toMatchObject({
      at: { file: "data/orte/2020-12-31.yaml", line: 3, column: 19 },
      earlier: [{ day: "2019-12-31", value: 1000, text: "1.000" }],
    });
    expect(data.find(({ key }) => key === "amt.a@2020-06-30")).toMatchObject({
      break: "Neue Abgrenzung.",
      earlier: [{ day: "2019-06-30", value: 10, text: "10" }],
    });
    // One of many that are reckoned with: who asks for it asks where it is shown.
    expect(data.find(({ key }) => key === "orte.Celle@2020-12-31")).not.toHaveProperty("earlier");
    expect(releases.find(({ key }) => key === "amt@2020-06-30")).toMatchObject({
      status: "preliminary",
      licence: { name: "dl-de/by-2-0", wording: "Landesamt; Datenlizenz by-2-0" },
      file: "data/amt/2020-06-30.yaml",
      notes: ["Ohne Zuschüsse."],
    });
  });

  it("says what a claim rests on, with its numbers", () => {
    const { claims } = deckLedger(deckOf({ "01-a": "# [viel]{claim: orte.Aurach > 2 * orte.Celle}\n" }));
    expect(claims).toMatchObject([
      { text: "viel", expression: "orte.Aurach > 2 * orte.Celle", holds: true, releases: ["orte@2020-12-31"] },
    ]);
    expect(claims[0]?.numbers.map(({ name }) => name)).toEqual(["orte.Aurach", "2 * orte.Celle"]);
  });

  it("keeps what is worked out of the same inputs once, however often it is shown", () => {
    const shares = ["Aurach", '"Bad Bühl"', "Celle"].map(
      (key) => `{{ share(orte[${key.startsWith('"') ? key : `"${key}"`}], orte) | percent }}`,
    );
    const { steps } = deckLedger(deckOf({ "01-a": `# ${shares.join(" ")}\n` }));
    expect(steps.map(({ operation }) => operation).toSorted()).toEqual(["share", "share", "share", "sum"]);
  });
});

describe("slides of the ledger", () => {
  const slides = { "01-a": "# {{ orte.Aurach }} und {{ share(orte.Celle, orte) | percent(1) }}\n\nNote:\n{{ orte.Celle }}\n" };
  const wanted = "title: Test\nas_of: 2021-01-01\nledger: true\n";

  it("come last where deck.yaml asks for them, and are not in the ledger again", () => {
    const [plainDeck, deck] = [deckOf(slides), deckOf(slides, wanted)];
    expect(deck.slides.map(({ id }) => id)).toEqual(["01-a", "zahlennachweis", "zahlennachweis-2"]);
    expect(deckLedger(deck)).toEqual(deckLedger(plainDeck));
    expect(plainDeck.slides).toHaveLength(1);
  });

  it("say number, slide, calculation, source and Stichtag", () => {
    const [, own, sources] = deckOf(slides, wanted).slides;
    const rowsOf = (slide: typeof own): readonly string[] => {
      const [block] = slide?.regions[0]?.blocks ?? [];
      return block?.kind === "table" ? block.rows.map(({ cells }) => cells.map((cell) => cell.map(wordsOf).join("")).join(" | ")) : [];
    };
    expect(rowsOf(own)).toEqual([
      "1.234 | 1 | Einwohner der Orte: Aurach | [1] | 31.12.2020",
      "3,2\u00a0% | 1 | Celle: 50\u00a0÷\u00a01.584 | [1] | 31.12.2020",
      "50 | 1\u00a0(N) | Einwohner der Orte: Celle | [1] | 31.12.2020",
    ]);
    expect(rowsOf(sources)).toEqual(["[1] | Einwohner der Orte | Testamt | T\u20111 | "]);
  });

  it("say the digits behind a rounded number where the calculation beside it does not hold them", () => {
    const { slides: all } = deckOf(
      { "01-a": "# {{ orte.Aurach | million(2) }} {{ min(orte / 7) | number(1) }} {{ orte.Celle / 8 | number(1) }}" },
      wanted,
    );
    const [block] = all[1]?.regions[0]?.blocks ?? [];
    const words = block?.kind === "table" ? block.rows.map(({ cells }) => (cells[2] ?? []).map(wordsOf).join("")) : [];
    expect(words).toEqual([
      "Einwohner der Orte: Aurach (genau 1.234\u00a0Personen)",
      "Celle: kleinster Wert von 176,28571…; 42,857142…; 7,1428571… (ungerundet 7,1428571…\u00a0Personen)",
      "Celle: 50\u00a0÷\u00a08 (genau 6,25\u00a0Personen)",
    ]);
  });

  it("say what a sign means, and leave their own notes empty", () => {
    const table = "```table\ndata: amt\ncolumns: [{ header: Sache }, { header: Wert, data: amt, format: number }]\n```\n";
    const { slides: all } = deckOf({ "01-a": `# A\n\n${table}` }, wanted);
    const [block] = all[1]?.regions[0]?.blocks ?? [];
    const words = block?.kind === "table" ? block.rows.map(({ cells }) => (cells[2] ?? []).map(wordsOf).join("")) : [];
    expect(words).toContain("Werte eines Amtes: c (nichts vorhanden (genau null))");
    expect(all.slice(1).flatMap((slide) => ledgerOf(slide))).toEqual([]);
    expect(all.slice(0, 1).flatMap((slide) => ledgerOf(slide))).not.toEqual([]);
  });

  it("fit their canvas, whatever is in them", () => {
    const names = Array.from({ length: 60 }, (_, i) => `{{ orte.Aurach * ${i + 1} + ${"orte.Celle + ".repeat(i % 9)}orte.Celle }}`);
    const files = Object.fromEntries([0, 20, 40].map((from) => [`0${from}-a`, `# A\n\n${names.slice(from, from + 20).join(" ")}\n`]));
    for (const canvas of ["16:9", "4:3"] as const) {
      const { slides: all } = deckOf(files, `${wanted}canvas: "${canvas}"\n`);
      const own = all.filter(({ ledger }) => ledger);
      expect(own.length).toBeGreaterThan(4);
      const report: Diagnostic[] = [];
      for (const slide of own) checkFit(slide, canvas, report);
      expect(report).toEqual([]);
      const rows = own.flatMap(({ regions }) =>
        regions.flatMap(({ blocks }) => blocks.flatMap((one) => (one.kind === "table" ? one.rows : []))),
      );
      expect(rows).toHaveLength(60 + 1);
    }
  });

  it("hold all rows, however many slides they take", () => {
    for (const count of [1, 6, 15, 16, 17, 18]) {
      const shown = Array.from({ length: count }, (_, i) => `{{ orte.Celle + ${i} }}`);
      const { slides: own } = deckOf({ "01-a": `# T\n\n${shown.join(", ")}\n` }, wanted);
      const rows = own.flatMap(({ ledger: isOwn, regions: [region] }) => {
        const [block] = region?.blocks ?? [];
        return isOwn === true && block?.kind === "table" ? block.rows : [];
      });
      expect(rows).toHaveLength(count + 1);
    }
  });

  it("have their columns at the same places on all slides, and the last two share what is too little for one", () => {
    const keys = ["Aurach", "Celle"] as const;
    const shown = Array.from({ length: 31 }, (_, i) => `{{ orte.${keys[i % 2] ?? "Celle"} + ${i % 2 === 0 ? i : 12_345_678 * i} }}`);
    const tables = deckOf({ "01-a": `# T\n\n${shown.join(", ")}\n` }, wanted).slides.flatMap(({ ledger: isOwn, title, regions }) => {
      const [block] = regions[0]?.blocks ?? [];
      return isOwn === true && block?.kind === "table" && title.map(wordsOf).join("").startsWith("Zahlennachweis") ? block : [];
    });
    expect(tables.map(({ rows }) => rows.length)).toEqual([15, 8, 8]);
    expect(new Set(tables.map(({ whole }) => JSON.stringify(whole))).size).toBe(1);
    expect(tables[0]?.whole?.rows).toBe(32);
    expect(tables[0]?.whole?.widths.reduce((sum, own) => sum + own, 0)).toBeCloseTo(100, 1);
  });

  it("find a name where a slide has theirs, and are none where there is no figure", () => {
    expect(deckOf({ zahlennachweis: "# {{ orte.Celle }}\n" }, wanted).slides.map(({ id }) => id)).toEqual([
      "zahlennachweis",
      "zahlennachweis-",
      "zahlennachweis--2",
    ]);
    expect(deckOf({ "01-a": "# A\n" }, wanted).slides).toHaveLength(1);
  });
});

function wordsOf(inline: Deck["slides"][number]["title"][number]): string {
  if (inline.kind === "figure") return inline.figure.text;
  if (inline.kind === "link") return inline.content.map(wordsOf).join("");
  return inline.kind === "text" ? inline.text : "";
}

describe("no figure without a source line", () => {
  it("holds for both decks", async () => {
    const { decks } = await compileDecks({ root: repository });
    expect(decks.length).toBeGreaterThan(0);
    for (const deck of decks) expect(everyFigureHasSource(deck)).toEqual([]);
  });

  it("would be told", () => {
    const deck = deckOf({ "01-a": "# {{ orte.Celle }} und {{ amt.a }}\n" });
    const [slide] = deck.slides;
    if (slide === undefined) throw new Error("no slide");
    const told = (change: object): readonly string[] => everyFigureHasSource({ ...deck, slides: [{ ...slide, ...change }] });
    expect(told({})).toEqual([]);
    expect(told({ releases: slide.releases.slice(0, 1) })).toEqual(["01-a:2: amt 2020-06-30 is not listed"]);
    expect(told({ sourceLine: [] })).toContain("01-a: no source line");
    expect(told({ title: [] })).toHaveLength(2);
    expect(told({ sourceLine: slide.sourceLine.slice(0, 2) })).not.toEqual([]);
  });
});
