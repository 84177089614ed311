import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toSource } from "../../source/source.ts";
import { viewOf } from "../asof.ts";
import { dataOf, isMissing, type Quantity } from "../figure.ts";
import { ask, brief, dataFrom } from "../testing.ts";
import { evaluate } from "./evaluate.ts";
import { functions } from "./functions/index.ts";
import { parseExpression } from "./parse.ts";
import { deck, value, view } from "./testing.ts";

/** The number of an expression, with its origin. */
function quantity(text: string): Quantity {
  const { value: expression } = parseExpression(toSource("slides/a.md", text));
  const result = expression && evaluate(expression, { view, deck }).value;
  if (result?.kind !== "number") throw new Error(`no number: ${text}`);
  return result.quantity;
}

/** The operation that a result comes of, and the keys of the data behind it. */
const origin = (text: string): string[] => {
  const { value: expression } = parseExpression(toSource("a.md", text));
  const result = expression && evaluate(expression, { view, deck }).value;
  if (result === undefined || result.kind === "table" || result.kind === "number" || result.origin.kind !== "computed") return [];
  return [result.origin.operation, ...result.origin.inputs.flatMap((input) => dataOf(input).map(({ path }) => path.join()))];
};

const finite = ({ value: x }: Quantity): boolean => isMissing(x) || (Number.isFinite(x) && !Object.is(x, -0));

describe("expressions yield", () => {
  it.each([
    ["einwohner.landkreis", "171843 Personen"],
    ['auslaender["Löningen"]', "1121 Personen"],
    ["auslaender.Gesamt", "5081 Personen"],
    ["auslaender", "Löningen 1121, Essen 1504, Garrel 1679, Bösel 777"],
    ["gruppen.m", "Europa 1, Asien 2"],
    ["as_of(einwohner.landkreis, @ 2017-01-01)", "160000 Personen"],
    ["einwohner.landkreis - as_of(einwohner.landkreis, @ 2015-12-31)", "11843 Personen"],
    ["as_of(spaeter.a, @ 2018-12-31)", "1 Personen"],
    ["share(as_of(auslaender.Essen, @ 2017-06-30), as_of(auslaender, @ 2017-06-30)) = 0.375", "true"],
    ["gruppen.w.Asien", "4 Personen"],
    ["gruppen.EU", "5 Prozent"],
    ["geheim.b", ". Personen"],
    ["deck.title", "Briefing"],
    ["deck.date", "2017-08-07"],
    ["deck.contact.name", "Petra Thesing"],
    ['"Text"', "Text"],
    // arithmetic
    ["1 + 2 * 3", "7"],
    ["-(1 + 2)", "-3"],
    ["0.1 + 0.2", "0.3"],
    ["auslaender.Essen + auslaender.Garrel", "3183 Personen"],
    ["auslaender.Essen + 1000", "2504 Personen"],
    ["auslaender.Essen * 2", "3008 Personen"],
    ["auslaender.Löningen / auslaender.Gesamt", `${1121 / 5081}`],
    ["auslaender.Essen / flaeche.Essen", `${1504 / 98} Personen/km²`],
    ["auslaender.Essen / flaeche.Essen * flaeche.kreis", `${(1504 / 98) * 1418.3} Personen`],
    ["top(2, auslaender) / flaeche", `Garrel ${1679 / 113.1}, Essen ${1504 / 98}`],
    ["auslaender / auslaender", "Löningen 1, Essen 1, Garrel 1, Bösel 1"],
    ["0.145 * 100", "14.5"],
    ["1 / 3 * 3", "1"],
    ["29 / 200 * 100", "14.5"],
    ["9007199254740991 * 1", "9007199254740991"],
    ["sum(einwohner @ 2015-12-31)", "82335684 Personen"],
    ["auslaender / 2", "Löningen 560.5, Essen 752, Garrel 839.5, Bösel 388.5"],
    ["1000 - auslaender", "Löningen -121, Essen -504, Garrel -679, Bösel 223"],
    ["-auslaender", "Löningen -1121, Essen -1504, Garrel -1679, Bösel -777"],
    ["geheim.a + geheim.c", "5 Personen"],
    ["geheim * 2", "a 10, b ., c 0, d 14"],
    // comparison
    ["auslaender.Essen > 1000", "true"],
    ["auslaender.Essen > auslaender.Garrel", "false"],
    ["auslaender.Essen = 1504 and not (auslaender.Garrel < 1)", "true"],
    ["geheim.b > 3", "undefined"],
    ["geheim.b > 3 and 1 > 2", "false"],
    ["geheim.b > 3 or 1 < 2", "true"],
    ["geheim.b > 3 or 1 > 2", "undefined"],
    ["not (geheim.b > 3)", "undefined"],
    ["geheim.c = 0", "true"],
    ['name(auslaender, 1) = "Garrel"', "true"],
    ['deck.title != "Briefing"', "false"],
    ["stichtag(auslaender) <= deck.date", "true"],
    ['stichtag(auslaender) = "2017-07-01"', "true"],
    // days
    ["auslaender.Essen @ 2016-12-31", "1500 Personen"],
    ["auslaender.Essen @ previous", "1500 Personen"],
    ["sum(auslaender) @ 2016-12-31", "4000 Personen"],
    ["sum(auslaender @ previous)", "4000 Personen"],
    // functions
    ["sum(auslaender)", "5081 Personen"],
    ["sum(auslaender.Essen, auslaender.Garrel, 1)", "3184 Personen"],
    ["count(auslaender)", "4"],
    ["count(geheim)", "4"],
    ["min(auslaender)", "777 Personen"],
    ["max(auslaender)", "1679 Personen"],
    ["max(1, 3, 2)", "3"],
    ["mean(auslaender)", "1270.25 Personen"],
    ['rank(auslaender, "Garrel")', "1"],
    ['rank(auslaender, "Bösel")', "4"],
    ['rank(auslaender @ 2016-12-31, "Garrel")', "1"],
    ['rank(auslaender @ 2016-12-31, "Essen")', "1"],
    ['rank(auslaender @ 2016-12-31, "Löningen")', "3"],
    ["top(2, auslaender)", "Garrel 1679, Essen 1504"],
    ["top(99, auslaender @ 2016-12-31)", "Essen 1500, Garrel 1500, Löningen 1000, Bösel 0"],
    ["top(4, geheim)", "d 7, a 5, c -"],
    ["rest(2, auslaender)", "1898 Personen"],
    ["rest(2, auslaender, auslaender.Gesamt)", "1898 Personen"],
    ["rest(2, geheim, 20)", "8 Personen"],
    ["share(auslaender.Löningen, auslaender)", `${1121 / 5081}`],
    ["share(sum(top(2, auslaender)), auslaender.Gesamt)", `${(1679 + 1504) / 5081}`],
    ["share(top(1, auslaender), auslaender)", `Garrel ${1679 / 5081}`],
    ["share(auslaender.Essen, 3008)", "0.5"],
    ["share(geheim, 10)", "a 0.5, b ., c 0, d 0.7"],
    ["change(auslaender.Essen, previous)", "4 Personen"],
    ["change(auslaender.Essen, @ 2016-12-31)", "4 Personen"],
    ["change(auslaender.Essen, auslaender.Löningen)", "383 Personen"],
    ["change(sum(auslaender), previous)", "1081 Personen"],
    ["change(auslaender, previous)", "Löningen 121, Essen 4, Garrel 179, Bösel 777"],
    ["change(einwohner.landkreis, previous)", "11843 Personen"],
    ["change_rate(auslaender.Löningen, previous)", "0.121"],
    ["change_rate(auslaender.Löningen, auslaender.Löningen @ 2016-12-31)", "0.121"],
    ["stichtag(auslaender)", "2017-07-01"],
    ["stichtag(auslaender.Essen @ previous)", "2016-12-31"],
    ["stichtag(share(auslaender.Essen, einwohner.landkreis))", "2017-07-01"],
    ["stichtag(stichtag(auslaender))", "2017-07-01"],
    ["source(auslaender)", "Amt, Tabelle 1"],
    ['label(auslaender, "Essen")', "Essen (Oldenburg)"],
    ["name(auslaender, 2)", "Essen (Oldenburg)"],
  ])("%s → %s", (text, expected) => {
    expect(value(text)).toBe(expected);
  });
});

describe("origins", () => {
  it("lead from a datum to its line", () => {
    const { origin: from } = quantity("auslaender.Essen");
    if (from.kind !== "datum") throw new Error("no datum");
    expect(from.span.source.path).toBe("data/auslaender/2017-07-01.yaml");
    expect(from.span.source.text.slice(from.span.start, from.span.end)).toBe("1504");
    expect([from.dataset.id, from.release.stichtag, from.path]).toEqual(["auslaender", "2017-07-01", ["Essen"]]);
  });

  it("lead from a computed number through all its inputs", () => {
    const { origin: from } = quantity(" share( sum(top(2, auslaender)), auslaender.Gesamt) * 100");
    if (from.kind !== "computed") throw new Error("not computed");
    expect(from).toMatchObject({ operation: "*", expression: "share( sum(top(2, auslaender)), auslaender.Gesamt) * 100" });
    const [share] = from.inputs;
    expect(share?.origin).toMatchObject({ operation: "share", expression: "share( sum(top(2, auslaender)), auslaender.Gesamt)" });
    expect(share && dataOf(share).map(({ path }) => path[0])).toEqual(["Garrel", "Essen", "Gesamt"]);
    expect(from.span.source.text.slice(from.span.start, from.span.end)).toBe(from.expression);
  });

  it("has an expression at each step that gives its value by itself", () => {
    const steps = ({ origin: from, value: number }: Quantity): (readonly [string, unknown])[] =>
      from.kind === "computed" ? [[from.expression, number], ...from.inputs.flatMap(steps)] : [];
    for (const text of [
      "as_of(einwohner.landkreis * 2, @ 2017-01-01) - as_of(share(auslaender.Essen, auslaender), @2017-06-30) * einwohner.landkreis",
      "change(share(auslaender.Essen, auslaender), previous)",
      "(sum(auslaender) - -auslaender.Essen) @ previous",
      "share(auslaender.Essen, auslaender) @ 2016-12-31 + share(10, (sum(auslaender) @ 2017-07-01) @ previous)",
      "as_of(sum(auslaender) * 2, @ 2017-08-01) @ previous",
      "as_of(as_of(auslaender.Essen / 2, @ 2016-12-31) - 1, @ 2017-06-30)",
    ]) {
      const found = steps(quantity(text));
      expect(found.length).toBeGreaterThan(0);
      for (const [expression, number] of found) expect([expression, quantity(expression).value]).toEqual([expression, number]);
    }
  });

  it("name the same datum once, however often it is used", () => {
    expect(dataOf(quantity("auslaender.Essen + auslaender.Essen + sum(auslaender)")).length).toBe(4);
  });

  it("of conditions, days and texts name what they rest on", () => {
    expect(origin("auslaender.Essen > 1 and einwohner.landkreis > 2")).toEqual(["and", "Essen", "landkreis"]);
    expect(origin("stichtag(auslaender.Essen)")).toEqual(["stichtag", "Essen"]);
    expect(origin("name(auslaender, 1)")).toEqual(["name", "Garrel"]);
  });
});

describe("whatever is written", () => {
  it("comes to an end", () => {
    const years = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${1980 + i}-12-31`, `{ a: ${i * i} }`]));
    const many = viewOf(dataFrom({ a: { releases: years } }), { asOf: "latest" });
    const nested = (depth: number): string => (depth === 0 ? "a.a" : `change(${nested(depth - 1)}, previous)`);
    expect(ask(nested(2), many)).toBe("2 Personen");
    expect(ask(nested(30), many)).toMatch(/^expression-depth/u);
    const shares = Array.from({ length: 12 }).reduce<string>(
      (inner) => `share(${inner}, ${inner === "auslaender" ? inner : "1"})`,
      "auslaender",
    );
    expect(value(`stichtag(${shares})`)).toBe("2017-07-01");
  });

  it("is the same in composed and decomposed letters", () => {
    expect(value('auslaender["Löningen"]'.normalize("NFD"))).toBe("1121 Personen");
    expect(value("auslaender.Löningen".normalize("NFD"))).toBe("1121 Personen");
  });

  it("never throws, and never yields a number that is none", () => {
    const leaf = fc.constantFrom(
      "auslaender",
      "auslaender.Essen",
      "einwohner.landkreis",
      "geheim",
      "geheim.b",
      "geheim.c",
      "nichts",
      "nichts.a",
      "flaeche.kreis",
      "deck.date",
      '"Essen"',
      "0",
      "2",
      "1.5",
      "previous",
      "@ 2016-12-31",
      "gruppen",
    );
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(tie("node"), fc.constantFrom("+", "-", "*", "/", "<", "=", "and", "or"), tie("node"))
          .map(([l, o, r]) => `(${l} ${o} ${r})`),
        fc.tuple(tie("node"), fc.constantFrom("@ 2016-12-31", "@ previous")).map(([l, r]) => `(${l} ${r})`),
        tie("node").map((inner) => `-${inner}`),
        fc
          .tuple(fc.constantFrom(...functions.keys()), fc.array(tie("node"), { minLength: 1, maxLength: 3 }))
          .map(([name, list]) => `${name}(${list.join(", ")})`),
      ),
    }));
    let numbers = 0;
    fc.assert(
      fc.property(node, (text) => {
        const { value: expression } = parseExpression(toSource("a", text));
        if (expression === undefined) return;
        const { value: result, diagnostics } = evaluate(expression, { view, deck });
        expect(result === undefined).toBe(diagnostics.length > 0);
        if (result === undefined) return;
        numbers++;
        expect(brief(result)).not.toMatch(/NaN|Infinity/u);
        if (result.kind === "number") expect(finite(result.quantity)).toBe(true);
        if (result.kind === "table") expect(result.entries.every(({ quantity: q }) => finite(q))).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(numbers).toBeGreaterThan(50);
  });
});
