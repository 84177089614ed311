/**
 * Every number that an audience can read on a random deck is in the ledger of its slide, was said to be no statistic, or is
 * told by the lint: in HTML with its alternatives, and in the PowerPoint file's slides and notes. And it is there as often
 * as the ledger has it, no more; what stands in words and tables, no less.
 */

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deckLedger, slideLedger } from "../../deck/ledger/build.ts";
import type { LedgerPart } from "../../deck/ledger/entries.ts";
import { together } from "../../deck/ledger/together.ts";
import type { Deck, Slide } from "../../deck/model.ts";
import { noAssets } from "../../targets/html/assets.ts";
import { renderSlide } from "../../targets/html/slide.ts";
import { houseTemplate } from "../../targets/pptx/template/house.ts";
import { writePptx } from "../../targets/pptx/write.ts";
import { ledgerHeading } from "../pptx/ledger.ts";
import { openPresentation } from "../pptx/open.ts";
import { saidInNotes, saidOn } from "../pptx/said.ts";
import {
  answersInLedger,
  answersOn,
  germanDay,
  unansweredAtFoot,
  unansweredInNotes,
  unansweredOn,
  unansweredToWhoListens,
} from "./answers.ts";
import { read, toldByLint } from "./decks.ts";
import { numbersIn } from "./numbers.ts";
import { type Surfaces, surfacesOf } from "./page.ts";
import { maybeStray, randomDeck, type RandomSlide, stray, values, words } from "./random.ts";

const assets = { ...noAssets, images: new Map([["slides/test/bild.png", "data:image/png;base64,"]]) };
const noDigits: RandomSlide["digits"] = { shown: [], notes: [] };

/** Whether a number of a scale says what is at its height, be it as a share or in thousands or millions. */
function isTrue({ text, value }: Surfaces["rulers"][number]): boolean {
  const said = Number(
    (/[\d.,\u202f]+/u.exec(text)?.[0] ?? "")
      .replaceAll(/[.\u202f]/gu, "")
      .replace(",", ".")
      .replace(/^/u, text.includes("\u2212") ? "-" : ""),
  );
  return [1, 100, 1e-3, 1e-6].some((scale) => Math.abs(said - value * scale) < 1e-9 * Math.max(1, Math.abs(said)));
}

/** All that is wrong with the numbers of a section. */
function faultsOf(section: string, slide: Slide, ledger: LedgerPart, number: number, digits: RandomSlide["digits"]): readonly string[] {
  const answers = answersOn(slide.id, ledger);
  const { seen, foot, page, notes, told, rulers, asked } = surfacesOf(section);
  const shown = unansweredOn(numbersIn(seen), answers, digits.shown, rulers.map(({ text }) => text).flatMap(numbersIn));
  const noted = unansweredInNotes(numbersIn(notes), answers, digits.notes);
  const harmless = new Set([...digits.shown, ...digits.notes, `${number}`]);
  const entries = [...ledger.figures, ...ledger.texts].flatMap(({ text, places }) => places.map(({ id }) => ({ id, text })));
  return [
    ...[...shown.unanswered, ...noted.unanswered].map((one) => `${one} is not in the ledger`),
    ...[...shown.unseen, ...noted.unseen].map((one) => `${one} is not to be read`),
    ...unansweredAtFoot(numbersIn(foot), answers).map((one) => `${one} is in no source`),
    ...(page.trim() === `${number}` ? [] : [`page ${page}`]),
    ...unansweredToWhoListens(told, answers, harmless).map((one) => `${one} is said only to who listens`),
    ...rulers.filter((ruler) => !isTrue(ruler)).map(({ text, value }) => `${text} stands at ${value}`),
    ...[...asked].flatMap(([id, text]) => (entries.some((entry) => entry.id === id && entry.text === text) ? [] : [`${id} shows ${text}`])),
  ];
}

/** Numbers on a slide of the ledger that the deck's ledger does not have. */
function strangeInLedger(said: string, deck: Deck): readonly string[] {
  const own = answersInLedger(deckLedger(deck), deck.slides.length);
  return numbersIn(said).filter((number) => !own.has(number));
}

describe("a random deck", () => {
  it("shows no number in HTML that neither ledger, literal nor lint tells", () => {
    let strays = 0;
    fc.assert(
      fc.property(randomDeck(maybeStray, true), values, (random, numbers) => {
        const written = read(random, numbers);
        for (const [index, slide] of written.deck.slides.entries()) {
          const section = renderSlide(slide, written.deck, assets);
          if (slide.ledger === true) {
            const { seen } = surfacesOf(section);
            expect(numbersIn(seen).length).toBeGreaterThan(0);
            expect(strangeInLedger(seen, written.deck)).toEqual([]);
            continue;
          }
          const { digits } = random.slides[index] ?? expect.unreachable();
          const faults = faultsOf(section, slide, together([slideLedger(slide, written.deck)]), index + 1, digits);
          const told = toldByLint(written, slide);
          const left = faults.filter((fault) => !told.has(fault.split(" ", 1)[0] ?? ""));
          strays += faults.length - left.length;
          expect(left).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
    expect(strays).toBeGreaterThan(50);
  });

  it("shows none in PowerPoint", async () => {
    await fc.assert(
      fc.asyncProperty(randomDeck(words, false), values, async (random, numbers) => {
        const { deck } = read(random, numbers);
        const bytes = await writePptx({ deck, template: houseTemplate(deck.canvas, {}), pictures: new Map() });
        const file = await openPresentation(bytes.value ?? expect.unreachable());
        for (const [index, slide] of deck.slides.entries()) {
          const path = file.slides[index] ?? expect.unreachable();
          if (slide.ledger === true) {
            const said = saidOn(file, path).filter((line) => inWords.test(line));
            expect(strangeInLedger(said.map((line) => line.replace(inWords, "")).join("\n"), deck)).toEqual([]);
            continue;
          }
          const { digits } = random.slides[index] ?? expect.unreachable();
          const notes = saidInNotes(file, path);
          const heading = notes.indexOf(ledgerHeading);
          const said = { slide: saidOn(file, path), notes: heading < 0 ? notes : notes.slice(0, heading) };
          expect(faultsInFile(said, slide, deck, digits)).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });
});

/** Kinds of lines that `said.ts` makes of what stands on a slide in words; all others are of charts and drawings. */
const inWords = /^(?:title|kicker|text|item \d+[^:]*|head|row): /u;

function faultsInFile(
  said: { readonly slide: readonly string[]; readonly notes: readonly string[] },
  slide: Slide,
  deck: Deck,
  digits: RandomSlide["digits"],
): readonly string[] {
  const ledger = together([slideLedger(slide, deck)]);
  const answers = answersOn(slide.id, ledger);
  const { figures, data } = ledger;
  const linesOf = (kind: RegExp): readonly string[] => said.slide.filter((line) => kind.test(line)).map((line) => line.replace(kind, ""));
  const shown = unansweredOn(linesOf(inWords).flatMap(numbersIn), answers, digits.shown);
  const noted = unansweredInNotes(
    said.notes.map((line) => line.replace(/^item \d+[^:]*: /u, "")).flatMap(numbersIn),
    answers,
    digits.notes,
  );
  // Charts and their workbooks hold all digits and a point, days as spreadsheets count them, and as of when the deck is.
  const exact = new Set([
    germanDay(deck.asOf),
    ...[...figures, ...data].flatMap(({ value }) => numbersIn(`${value}`)),
    ...slide.releases.map(({ stichtag }) => `${Date.parse(stichtag) / 86_400_000 + 25_569}`),
  ]);
  const drawn = said.slide
    .filter((line) => !inWords.test(line) && !/^(?:foot|date|page): /u.test(line))
    .map((line) => line.replace(/^(?:table \d+[^:]*:|cells: Quelle \d+ )/u, "").replaceAll(/\d{4}-\d\d-\d\d/gu, germanDay));
  // A native chart marks thousands as its viewer's language does, and words in drawings are read without blanks.
  const own = { ...answers, told: new Set([...answers.told].map(asDrawn)) };
  const known = new Set([...answers.sources, ...exact, ...digits.shown].map(asDrawn));
  return [
    ...[...shown.unanswered, ...noted.unanswered].map((one) => `${one} is not in the ledger`),
    ...[...shown.unseen, ...noted.unseen].map((one) => `${one} is not to be read`),
    ...unansweredAtFoot(linesOf(/^foot: /u).flatMap(numbersIn), answers).map((one) => `${one} is in no source`),
    ...linesOf(/^page: /u).flatMap((page) => (page === `${deck.slides.indexOf(slide) + 1}` ? [] : [`page ${page}`])),
    ...unansweredToWhoListens(asDrawn(drawn.join("\n")), own, known).map((one) => `${one} is drawn`),
  ];
}

/** Without marks of thousands. */
function asDrawn(text: string): string {
  return text.replaceAll(/(?<=\d)[. \u202f](?=\d{3}(?!\d))/gu, "");
}

describe("the check would find", () => {
  const text =
    "# Folie {{ orte.Aurach }}\n\n| Wert |\n|---|\n| {{ orte.Celle }} |\n\n{{ amt.a | euro }}\n\nNote:\nDazu {{ count(orte) }}\n";
  const { deck } = read({ slides: [{ text, digits: noDigits }], settings: "title: Test\nas_of: 2021-01-01\n" }, [1200, 300, 150]);
  const [slide = expect.unreachable()] = deck.slides;
  const good = renderSlide(slide, deck);
  const faults = (section: string): readonly string[] => {
    if (section === good) throw new Error("nothing was changed");
    return faultsOf(section, slide, together([slideLedger(slide, deck)]), 1, noDigits);
  };

  it("nothing in a true slide", () => {
    expect(faultsOf(good, slide, together([slideLedger(slide, deck)]), 1, noDigits)).toEqual([]);
  });

  it.each([
    ["a wrong number", [">1.350<", ">1.351<"], "1.351 is not in the ledger"],
    ["a number with another sign", [">150<", ">\u2212150<"], "\u2212150 is not in the ledger"],
    ["a count shown as a share", [">150<", ">150\u00a0%<"], "150% is not in the ledger"],
    ["a true number once too often", ["</table>", "</table><p>150</p>"], "150 is not in the ledger"],
    ["a true number in another's place", [">150<", ">1.350<"], "150 is not to be read"],
    ["a number of the notes on the slide", ["</table>", "</table><p>3</p>"], "3 is not in the ledger"],
    ["a number in an alternative text", ['aria-label="', 'aria-label="12 von '], "12 is said only to who listens"],
    ["another day in the source", ["31.12.2020", "31.12.2021"], "31.12.2021 is in no source"],
    ["a scale that says something else", ["</table>", '</table><text data-key="tick:200" x="0">300</text>'], "300 stands at 200"],
  ] as const)("%s", (_, [from, to], fault) => {
    expect(faults(good.replace(from, to))).toContain(fault);
  });

  it("a number on a slide of the ledger that is not in it", () => {
    expect(strangeInLedger("1.350 und 1.351", deck)).toEqual(["1.351"]);
  });

  it("two numbers that have changed places", () => {
    const swapped = good.replace(">150<", ">?<").replace(">1.350<", ">150<").replace(">?<", ">1.350<");
    expect(faults(swapped)).toEqual(["10-folie:1 shows 150", "10-folie:2 shows 1.350"]);
  });

  it("a stray one, which the lint tells", () => {
    const written = read({ slides: [{ text: `# Folie\n\n${stray}\n`, digits: noDigits }], settings: "title: T\nas_of: 2021-01-01\n" }, []);
    const [own = expect.unreachable()] = written.deck.slides;
    const found = faultsOf(renderSlide(own, written.deck), own, together([slideLedger(own, written.deck)]), 1, noDigits);
    expect(found).toEqual(["4711 is not in the ledger"]);
    expect([...toldByLint(written, own)]).toEqual(["4711"]);
  });
});
