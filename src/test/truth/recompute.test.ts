/**
 * Any expression's figure, worked out three times: by the deck, from the ledger's inputs as they stand in the files that it
 * names, and from what the expression means, by exact numbers. All three are one, and the text shown is its German.
 */

import * as fc from "fast-check";
import { expect, it } from "vitest";
import { compileDeck } from "../../deck/compile.ts";
import { deckLedger } from "../../deck/ledger/build.ts";
import type { Ledger, Ref } from "../../deck/ledger/entries.ts";
import { dataFiles, dataOf, inputOf } from "../../deck/testing.ts";
import { isMore, isSame, minus, over, parsed, plus, type Rational, rational, textsOf, times, total } from "./rational.ts";

const places = ["Aurach", "Bad Bühl", "Celle"] as const;

/** Values of two years, as they stand in the files. */
interface Values {
  readonly now: readonly string[];
  readonly before: readonly string[];
}

/** An expression, and what it means; `undefined` where there is nothing to divide by. */
interface Term {
  readonly text: string;
  readonly value: (values: Values) => Rational | undefined;
}

interface Rows {
  readonly text: string;
  readonly rows: (values: Values) => readonly Rational[];
}

const now = ({ now: all }: Values): readonly Rational[] => all.map(parsed);
const before = ({ before: all }: Values): readonly Rational[] => all.map(parsed);
const at = (all: readonly Rational[], index: number): Rational => all[index] ?? rational(0n);
const largest = (all: readonly Rational[], count: number): readonly Rational[] =>
  all.toSorted((a, b) => (isMore(b, a) ? 1 : isMore(a, b) ? -1 : 0)).slice(0, count);

const tables: readonly Rows[] = [
  { text: "orte", rows: now },
  { text: "orte @ 2019-12-31", rows: before },
  { text: "orte * 2", rows: (values) => now(values).map((row) => times(row, rational(2n))) },
  { text: "orte - orte @ previous", rows: (values) => now(values).map((row, i) => minus(row, at(before(values), i))) },
  { text: "top(2, orte)", rows: (values) => largest(now(values), 2) },
];

const reductions: Readonly<Record<string, (rows: readonly Rational[]) => Rational | undefined>> = {
  sum: total,
  mean: (rows) => over(total(rows), rational(BigInt(rows.length))),
  min: (rows) => largest(rows, rows.length).at(-1),
  max: (rows) => largest(rows, 1)[0],
  count: (rows) => rational(BigInt(rows.length)),
};

const leaves: readonly Term[] = [
  ...places.flatMap((place, i): readonly Term[] => {
    const path = `orte["${place}"]`;
    const [mine, former] = [(values: Values): Rational => at(now(values), i), (values: Values): Rational => at(before(values), i)];
    return [
      { text: path, value: mine },
      { text: `${path} @ 2019-12-31`, value: former },
      { text: `change(${path}, previous)`, value: (values) => minus(mine(values), former(values)) },
      { text: `change_rate(${path}, previous)`, value: (values) => over(minus(mine(values), former(values)), former(values)) },
      { text: `share(${path}, orte)`, value: (values) => over(mine(values), total(now(values))) },
      {
        text: `rank(orte, "${place}")`,
        value: (values) => rational(BigInt(1 + now(values).filter((row) => isMore(row, mine(values))).length)),
      },
    ];
  }),
  ...tables.flatMap(({ text, rows }) =>
    Object.entries(reductions).map(([name, of]): Term => ({ text: `${name}(${text})`, value: (values) => of(rows(values)) })),
  ),
  { text: "rest(1, orte)", value: (values) => minus(total(now(values)), total(largest(now(values), 1))) },
  { text: "3", value: () => rational(3n) },
  { text: "0.7", value: () => rational(7n, 10n) },
];

const signs: Readonly<Record<string, (a: Rational, b: Rational) => Rational | undefined>> = {
  "+": plus,
  "-": minus,
  "*": times,
  "/": over,
};

const { term } = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.constantFrom(...leaves),
    fc.tuple(tie("term"), fc.constantFrom(...Object.entries(signs)), tie("term")).map(([a, [sign, of], b]): Term => {
      const value = (values: Values): Rational | undefined => {
        const [left, right] = [a.value(values), b.value(values)];
        return left && right && of(left, right);
      };
      return { text: `(${a.text} ${sign} ${b.text})`, value };
    }),
    tie("term").map(
      ({ text, value }): Term => ({
        text: `(-${text})`,
        value: (values) => value(values) && minus(rational(0n), value(values) ?? rational(0n)),
      }),
    ),
  ),
}));

const counts = fc.array(fc.integer({ min: 0, max: 999_999 }), { minLength: 3, maxLength: 3 });
const decimals = fc.array(fc.integer({ min: -9_999_999, max: 9_999_999 }), { minLength: 3, maxLength: 3 });
/** Counts, or values with two decimal places. */
const column = fc.oneof(
  counts.map((all) => all.map(String)),
  decimals.map((all) => all.map((value) => (value / 100).toFixed(2))),
);
const values = fc.record({ now: column, before: column });
const format = fc.constantFrom(
  "number",
  "number(1)",
  "number(4)",
  "percent",
  "percent(1)",
  "permille(1)",
  "points(2)",
  "points",
  "million(2)",
  "signed",
  "signed(2)",
  "ordinal",
  "words",
);

function release(day: string, all: readonly string[]): readonly [string, string] {
  const written = places.map((place, i) => `${place}: ${all[i]}`).join(", ");
  return [`data/orte/${day}.yaml`, `stichtag: ${day}\nstatus: final\nvalues: { ${written} }\n`];
}

function filesOf({ now: own, before: former }: Values): Readonly<Record<string, string>> {
  return { ...dataFiles, ...Object.fromEntries([release("2019-12-31", former), release("2020-12-31", own)]) };
}

/** From nothing but the ledger's steps and the files that it names. */
function again(ref: Ref, ledger: Ledger, files: Readonly<Record<string, string>>): Rational {
  if ("number" in ref) return parsed(`${ref.number}`);
  if ("datum" in ref) {
    const { file, line, column: from } = ledger.data.find(({ key }) => key === ref.datum)?.at ?? expect.unreachable(ref.datum);
    const [number = ""] = /^-?[\d.]+/u.exec((files[file] ?? "").split("\n")[line - 1]?.slice(from - 1) ?? "") ?? [];
    return parsed(number);
  }
  const { operation, inputs } = ledger.steps.find(({ key }) => key === ref.step) ?? expect.unreachable(ref.step);
  const all = inputs.map((input) => again(input, ledger, files));
  const [first = rational(0n), second] = all;
  const others = all.slice(1);
  const steps: Readonly<Record<string, () => Rational | undefined>> = {
    ...Object.fromEntries(Object.entries(reductions).map(([name, of]) => [name, () => of(all)])),
    "+": () => second && plus(first, second),
    "-": () => (second === undefined ? minus(rational(0n), first) : minus(first, second)),
    "*": () => second && times(first, second),
    "/": () => second && over(first, second),
    share: () => second && over(first, second),
    change: () => second && minus(first, second),
    change_rate: () => second && over(minus(first, second), second),
    rank: () => rational(BigInt(1 + others.filter((other) => isMore(other, first)).length)),
    rest: () => minus(first, total(others)),
  };
  return steps[operation]?.() ?? expect.unreachable(`no step ${operation}`);
}

it("is what its inputs make, what its expression means, and what its text says", () => {
  const tried = new Map<string, number>();
  fc.assert(
    fc.property(values, fc.array(fc.tuple(term, format), { minLength: 1, maxLength: 4 }), (own, shown) => {
      const files = filesOf(own);
      const data = dataOf(files);
      for (const [{ text, value }, look] of shown) {
        const { value: deck } = compileDeck({ ...inputOf({ "10-a": `# Titel\n\n{{ ${text} | ${look} }}\n` }), data });
        // Units that do not go together, a format that does not suit, numbers too large to be exact, or nothing to divide by.
        if (deck === undefined) continue;
        const ledger = deckLedger(deck);
        const [figure = expect.unreachable(text)] = ledger.figures;
        const meant = value(own) ?? expect.unreachable(`${text} has no meaning`);
        expect(isSame(again(figure.origin, ledger, files), meant), text).toBe(true);
        // A binary number has fifteen digits for sure.
        if (figure.text.replaceAll(/\D/gu, "").length <= 15) expect(textsOf(meant, look), text).toContain(figure.text);
        const exact = Number(meant.n) / Number(meant.d);
        expect(Math.abs((figure.value ?? Number.NaN) - exact), text).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(exact)));
        for (const { operation } of [...ledger.steps, { operation: look }]) tried.set(operation, (tried.get(operation) ?? 0) + 1);
      }
    }),
    { numRuns: 300 },
  );
  const every = [...Object.keys(reductions), ...Object.keys(signs), "share", "change", "change_rate", "rank", "rest"];
  expect(every.filter((operation) => !tried.has(operation))).toEqual([]);
});
