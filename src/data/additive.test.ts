import { describe, expect, it } from "vitest";
import { isAdditive, isRatioUnit } from "./additive.ts";
import { viewOf } from "./asof.ts";
import { evaluate } from "./expression/evaluate.ts";
import { parseExpression } from "./expression/parse.ts";
import type { Quantity } from "./figure.ts";
import { dataFrom } from "./testing.ts";
import { toSource } from "../source/source.ts";

const data = dataFrom({
  e: { releases: { "2019-12-31": "{ a: 1, b: 2 }", "2020-12-31": "{ a: 3, b: 5 }" } },
  f: { fields: "unit: km²", releases: { "2020-12-31": "{ a: 10, b: 20 }" } },
  q: { fields: "unit: Prozent", releases: { "2020-12-31": "{ a: 40, b: 60 }" } },
  mixed: { fields: "keys: { a: {}, b: { unit: Euro } }", releases: { "2020-12-31": "{ a: 40, b: 60 }" } },
});

function parts(text: string): readonly Quantity[] {
  const { value: expression } = parseExpression(toSource("a.md", text));
  const result = expression && evaluate(expression, { view: viewOf(data, { asOf: "latest" }), deck: new Map() }).value;
  if (result?.kind !== "table") throw new Error(`no table: ${text}`);
  return result.entries.map(({ quantity }) => quantity);
}

describe("numbers", () => {
  it.each(["e", "f", "e * 2", "2 * e", "e / 3", "-e", "e + e", "change(e, previous)", "share(e, sum(e))", "e / sum(f)", "top(1, e)"])(
    "add up: %s",
    (text) => {
      expect(isAdditive(parts(text))).toBe(true);
    },
  );

  it.each(["e / f", "change_rate(e, previous)", "q", "q * 2", "e * e", "mixed", "2 * e / f"])("do not: %s", (text) => {
    expect(isAdditive(parts(text))).toBe(false);
  });

  it("that are published shares do where their whole is named, quotients never", () => {
    expect(isAdditive(parts("q"), true)).toBe(true);
    expect(isAdditive(parts("e / f"), true)).toBe(false);
  });
});

it.each(["", "Prozent", "%", "‰", "Promille", "Personen/km²", "Einwohner je km²", "Euro pro Kopf", "Arbeitslosenquote", "Jahre"])(
  "the unit »%s« is one of quotients",
  (unit) => {
    expect(isRatioUnit(unit)).toBe(true);
  },
);

it.each(["Personen", "Euro", "km²", "Vollzeitstellen", "Projekte", "Kommunen"])("the unit »%s« is one of counts", (unit) => {
  expect(isRatioUnit(unit)).toBe(false);
});
