/**
 * Every number that an audience can read on a random deck is in the ledger of its slide, was said to be no statistic, or is
 * told by the lint: in HTML with its alternatives, and in the PowerPoint file's slides and notes.
 */

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileDeck, type DeckOutcome } from "../deck/compile.ts";
import { slideLedger } from "../deck/ledger/build.ts";
import { lintDeck } from "../deck/lint/lint.ts";
import type { Deck, Slide } from "../deck/model.ts";
import { dataFiles, dataOf, inputOf } from "../deck/testing.ts";
import { renderSlide } from "../targets/html/slide.ts";
import { houseTemplate } from "../targets/pptx/template/house.ts";
import { writePptx } from "../targets/pptx/write.ts";
import { ledgerHeading } from "./pptx/ledger.ts";
import { openPresentation } from "./pptx/open.ts";
import { saidInNotes, saidOn } from "./pptx/said.ts";

/** Digits that say nothing that could grow false, and what of them the lint lets pass. */
const harmless = ["im Jahr 2015", "am 30.06.2016", "nach § 23", "[Haus 77]{literal: Anschrift}", "ohne Zahl", "viele Menschen"] as const;
const allowed: ReadonlySet<string> = new Set(["2015", "30.06.2016", "23", "77"]);

const bound = [
  "{{ orte.Aurach }}",
  "{{ sum(orte) }}",
  "{{ share(orte.Celle, orte) | percent(1) }}",
  "{{ change(orte.Aurach, previous) | signed }}",
  "{{ stichtag(orte) | date }}",
  "{{ count(orte) }}",
  "{{ orte.Aurach / orte.Celle | number(2) }}",
  "[mehr als {{ orte.Celle }}]{claim: orte.Aurach > orte.Celle}",
  "{{ amt.a | euro }}",
] as const;

const stray = "4711 Personen";

interface Written {
  readonly deck: Deck;
  readonly outcome: DeckOutcome;
  readonly data: ReturnType<typeof dataOf>;
}

function write(slides: readonly string[], values: readonly number[]): Written {
  const [aurach = 1, buehl = 1, celle = 1] = values;
  const files = {
    ...dataFiles,
    "data/orte/2020-12-31.yaml": `stichtag: 2020-12-31\nstatus: final\nvalues: { Aurach: ${aurach + celle}, Bad Bühl: ${buehl}, Celle: ${celle} }\n`,
  };
  const data = dataOf(files);
  const input = inputOf(Object.fromEntries(slides.map((text, index) => [`${String(index + 10)}-folie`, text])));
  const outcome = compileDeck({ ...input, data });
  if (outcome.value === undefined) throw new Error(outcome.diagnostics.map(({ message }) => message.en).join("\n"));
  return { deck: outcome.value, outcome, data };
}

const words = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...harmless) }, { weight: 4, arbitrary: fc.constantFrom(...bound) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(" und "));
const maybeStray = fc.tuple(words, fc.boolean()).map(([text, astray]) => (astray ? `${text} für ${stray}` : text));

function blocks(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    text,
    text.map((one) => `- ${one}\n- ${one}`),
    text.map((one) => `| Was | Wert |\n|---|---|\n| ${one} | x |`),
    text.map((one) => `\`\`\`figures\nitems:\n  - { value: orte.Aurach, label: ${JSON.stringify(one)} }\n\`\`\``),
    fc
      .tuple(fc.constantFrom("bar", "column", "donut", "waffle"), text)
      .map(([kind, one]) => `\`\`\`chart\nkind: ${kind}\ntitle: ${JSON.stringify(one)}\ndata: orte\n\`\`\``),
    text.map((one) => `\`\`\`chart\nkind: line\nsubtitle: ${JSON.stringify(one)}\ndata: orte.Aurach\n\`\`\``),
    fc.constant(
      '```table\ndata: orte\ncolumns: [{ header: Ort }, { header: Anteil, data: "share(orte, sum(orte))", format: percent(1) }]\n```',
    ),
    text.map((one) => `![${one}](bild.png)`),
  );
}

function decksOf(text: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> {
  const slide = fc.tuple(text, blocks(text), text).map(([title, block, note]) => `# Folie: ${title}\n\n${block}\n\nNote:\nDazu: ${note}\n`);
  return fc.array(slide, { minLength: 1, maxLength: 3 });
}

const values = fc.array(fc.integer({ min: 101, max: 999_999 }), { minLength: 3, maxLength: 3 });

/** "17.135", "9,97", "01.07.2017": as they stand in a text. */
function numbersIn(text: string): readonly string[] {
  return text.match(/\d+(?:[.,\u202f]\d+)*/gu) ?? [];
}

/** What a reader, or somebody who listens, gets of a section; scales of charts are no numbers of anything. */
function visible(html: string): string {
  const read = html
    .replaceAll(/<script[^]*?<\/script>/gu, " ")
    .replaceAll(/<text[^>]*class="[^"]*(?:tick|axis)[^"]*"[^>]*>[^<]*<\/text>/gu, " ");
  const told = [...read.matchAll(/ (?:alt|title|aria-label)="([^"]*)"/gu)].map(([, text]) => text ?? "");
  return [read.replaceAll(/<[^>]*>/gu, " "), ...told].join(" ");
}

/** All that the slide's ledger can answer for: its numbers, and the days, tables and licences of its releases. */
function known(slide: Slide, deck: Deck): ReadonlySet<string> {
  const { figures, texts, claims, releases } = slideLedger(slide, deck);
  const shown = [...figures, ...texts, ...claims].map(({ text }) => text);
  const sources = [
    ...releases.map((release) => JSON.stringify(release)),
    ...slide.releases.map(({ stichtag }) => stichtag.split("-").toReversed().join(".")),
  ];
  // The page's own number.
  return new Set([...[...shown, ...sources].flatMap(numbersIn), `${deck.slides.indexOf(slide) + 1}`]);
}

/** Numbers on a slide that nothing answers for. */
function unanswered(text: string, slide: Slide, deck: Deck): readonly string[] {
  const answers = known(slide, deck);
  return [...new Set(numbersIn(text))].filter((number) => !answers.has(number) && !allowed.has(number));
}

function findings({ deck, outcome, data }: Written, slide: Slide): string {
  const slidesOf = outcome.outlines.flatMap((outline, index) => {
    const bindable = deck.slides[index];
    return bindable === undefined ? [] : [{ outline, slide: bindable }];
  });
  const found = lintDeck({ deck, slides: slidesOf, data, view: outcome.view, today: "2021-01-01" });
  return found
    .filter(({ message, span }) => message.code === "lint-unbound-number" && span.source === slide.span.source)
    .map(({ span }) => span.source.text.slice(span.start, span.end))
    .join("\n");
}

/** As charts and their workbooks hold them: numbers with all digits and a point, days as spreadsheets count them; and the deck's own day. */
function exactly(slide: Slide, deck: Deck): readonly string[] {
  const { figures, data } = slideLedger(slide, deck);
  const serials = slide.releases.map(({ stichtag }) => `${Date.parse(stichtag) / 86_400_000 + 25_569}`);
  return [...[...figures, ...data].map(({ value }) => `${value}`), ...serials, deck.asOf.split("-").toReversed().join(".")].flatMap(
    numbersIn,
  );
}

/** `said.ts` counts levels and columns in front of its lines, a chart's workbook its sources. */
function withoutPrefix(line: string): string {
  return line.replace(/^(?:(?:item|table) \d+[^:]*:|cells: Quelle \d+ )/u, "");
}

describe("a random deck", () => {
  it("shows no number in HTML that neither ledger, literal nor lint tells", () => {
    fc.assert(
      fc.property(decksOf(maybeStray), values, (texts, numbers) => {
        const written = write(texts, numbers);
        for (const slide of written.deck.slides) {
          const left = unanswered(visible(renderSlide(slide, written.deck)), slide, written.deck);
          const told = numbersIn(findings(written, slide));
          expect(left.filter((number) => !told.includes(number))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("shows none in PowerPoint", async () => {
    await fc.assert(
      fc.asyncProperty(
        decksOf(words).filter((texts) => !texts.some((text) => text.includes("!["))),
        values,
        async (texts, numbers) => {
          const { deck } = write(texts, numbers);
          const bytes = await writePptx({ deck, template: houseTemplate(deck.canvas, {}), pictures: new Map() });
          const file = await openPresentation(bytes.value ?? expect.unreachable());
          for (const [index, slide] of deck.slides.entries()) {
            const path = file.slides[index] ?? expect.unreachable();
            const notes = saidInNotes(file, path);
            const heading = notes.indexOf(ledgerHeading);
            const said = [...saidOn(file, path), ...(heading < 0 ? notes : notes.slice(0, heading))];
            const own = new Set(exactly(slide, deck));
            expect(unanswered(said.map(withoutPrefix).join("\n"), slide, deck).filter((number) => !own.has(number))).toEqual([]);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it("would be caught with a number that nothing tells", () => {
    const { deck } = write([`# Folie\n\n${stray}\n`], [1, 2, 3]);
    const [slide = expect.unreachable()] = deck.slides;
    expect(unanswered(visible(renderSlide(slide, deck)), slide, deck)).toEqual(["4711"]);
  });
});
