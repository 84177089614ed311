import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { viewOf } from "../../../data/asof.ts";
import { compileDeck } from "../../compile.ts";
import { deckLedger } from "../../ledger/build.ts";
import { parseSlides } from "../../markdown.ts";
import { dataOf, inputOf, slideSource } from "../../testing.ts";
import { smallCount } from "./small-count.ts";

const dataset =
  "title: Fälle\nunit: Personen\nkey: Ort\nkeys: { A: {}, B: {}, C: {} }\ncoverage: complete\nadditivity: exact\ndefinition: Eigene.\nconfidentiality: { minimum: 20 }\nsource: { provider: Landkreis }\n";

type World = readonly [a: number, b: number, c: number];

interface Seen {
  /** All that the ledger tells, but not where in the files it stands. */
  readonly told: string;
  readonly isFound: boolean;
}

/** `undefined` where a claim does not hold, or nothing can be worked out. */
function seenIn([a, b, c]: World, text: string): Seen | undefined {
  const release = `stichtag: 2020-12-31\nstatus: final\nvalues: { A: ${a}, B: ${b}, C: ${c} }\n`;
  const data = dataOf({ "data/x/dataset.yaml": dataset, "data/x/2020-12-31.yaml": release });
  const { value: deck } = compileDeck({ ...inputOf({ "01-a": text }), data });
  const [outline] = parseSlides(slideSource(text)).value ?? [];
  const [slide] = deck?.slides ?? [];
  if (deck === undefined || slide === undefined || outline === undefined) return undefined;
  const slides = [{ slide, outline }];
  const found = smallCount.find({ data, deck, slides, view: viewOf(data, { asOf: "latest" }), today: "2021-01-01" });
  const told = JSON.stringify(deckLedger(deck), (key, value: unknown) => (key === "at" ? undefined : value));
  return { told, isFound: found.length > 0 };
}

const { number } = fc.letrec<{ number: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    fc.constantFrom("x.A", "x.B", "x.C", "sum(x)", "mean(x)", "x.A + x.B", "max(x)"),
    fc.tuple(fc.constantFrom("+", "-"), tie("number"), tie("number")).map(([sign, a, b]) => `(${a} ${sign} ${b})`),
    fc.tuple(fc.constantFrom("share", "change", "min", "sum"), tie("number"), tie("number")).map(([name, a, b]) => `${name}(${a}, ${b})`),
    fc.tuple(fc.constantFrom("*", "/"), tie("number"), fc.constantFrom(2, 3)).map(([sign, a, n]) => `(${a} ${sign} ${n})`),
  ),
}));
const saying = fc.oneof(
  number.map((one) => `{{ ${one} | number(4) }}`),
  fc
    .tuple(number, fc.constantFrom("<", ">", ">=", "!="), fc.oneof(number, fc.integer({ min: 0, max: 60 }).map(String)))
    .chain(([a, sign, b]) =>
      fc.constantFrom(
        `[so]{claim: ${a} ${sign} ${b}}`,
        `[so|anders]{choose: ${a} ${sign} ${b}}`,
        `[so|anders|gleich]{choose: ${a} - ${b}}`,
      ),
    ),
  fc.constantFrom('[so]{claim: niedrigster(x, "B")}', '{{ rank(x, "B") }}', "[so]{claim: gut(x.A, 69)}"),
);

const truth: World = [70, 10, 47];
/** What else the data might be: with another secret, and the others as far from what they are. */
const steps = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -8, 8, -9, 9];
const others = steps.slice(1).flatMap((b) => steps.flatMap((a) => steps.map((c): World => [70 + a, 10 + b, 47 + c])));

describe("a small count", () => {
  it("might be another one, for all that the ledger tells of a deck in which nothing is found", () => {
    let asked = 0;
    fc.assert(
      fc.property(fc.array(saying, { minLength: 1, maxLength: 3 }), (sayings) => {
        const text = `# Titel\n\n${sayings.join(", ")}\n`;
        const seen = seenIn(truth, text);
        if (seen === undefined || seen.isFound) return;
        asked += 1;
        expect(others.some((world) => seenIn(world, text)?.told === seen.told)).toBe(true);
      }),
      { numRuns: 80, seed: 1 },
    );
    expect(asked).toBeGreaterThan(15);
  });
});
