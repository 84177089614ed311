import { expect, it, test } from "vitest";
import { spanOf, toSource } from "../source/source.ts";
import { viewOf } from "./asof.ts";
import type { Figure } from "./figure.ts";
import { evaluate } from "./expression/evaluate.ts";
import { parsePlaceholder } from "./expression/placeholder.ts";
import { toFigure } from "./format.ts";
import { readData } from "./read.ts";
import { isOne, unitBeside, shownUnit } from "./singular.ts";
import { dataFrom } from "./testing.ts";

const stellen = "unit: { one: Vollzeitstelle, many: Vollzeitstellen }\nkeys: { a: {}, b: {}, km: { unit: km² } }\ncoverage: partial";
const view = viewOf(
  dataFrom({
    stellen: { fields: stellen, releases: { "2019-12-31": "{ a: 2, b: 0.5 }", "2020-12-31": "{ a: 1, b: 0.5, km: 1 }" } },
    andere: { fields: "unit: Vollzeitstellen", releases: { "2020-12-31": "{ a: 1, b: 4 }" } },
  }),
  { asOf: "2021-01-01" },
);

function figureOf(text: string): Figure {
  const source = toSource("a.md", text);
  const parsed = parsePlaceholder(source, 0, text.length).value;
  const result = parsed && evaluate(parsed.expression, { view, deck: new Map() }).value;
  if (parsed === undefined || result?.kind !== "number") throw new Error(text);
  const figure = toFigure(result.quantity, parsed.format, spanOf(source, 0, text.length), { thousands: "dot" });
  if (figure.value === undefined) throw new Error(figure.diagnostics[0]?.message.en);
  return figure.value;
}

test.each([
  ["stellen.a", "1 Vollzeitstelle"],
  ["stellen.b | fraction", "½ Vollzeitstelle"],
  ["stellen.b | number(1)", "0,5 Vollzeitstellen"],
  ["stellen.a | number(1)", "1,0 Vollzeitstellen"],
  ["stellen.a | words", "eins Vollzeitstelle"],
  ["stellen.a + stellen.b | fraction", "1½ Vollzeitstellen"],
  ["stellen.a @ 2019-12-31", "2 Vollzeitstellen"],
  ["change(stellen.a, previous) | signed", "−1 Vollzeitstelle"],
  ["stellen.a + 1 - stellen.a", "1 Vollzeitstelle"],
  ["stellen.a / stellen.km | number", "1 Vollzeitstelle/km²"],
  ["stellen.a / stellen.a", "1 "],
  ["stellen.km", "1 km²"],
  ["andere.a", "1 Vollzeitstellen"],
  ["stellen.a + andere.b - 4", "1 Vollzeitstelle"],
])("%s is %s", (text, shown) => {
  const figure = figureOf(text);
  expect(`${figure.text} ${shownUnit(figure)}`).toBe(shown);
  expect(unitBeside(figure.text, figure)).toBe(shownUnit(figure));
});

test.each(["1", "(1)", "+1", "−1", "½", "(¾)"])("%s is one", (text) => expect(isOne(text)).toBe(true));
test.each(["", "11", "1.000", "1 Mio.", "1 %", "1,0", "2½", "0", "·", "eine"])("%s is not one", (text) => expect(isOne(text)).toBe(false));

it("wants both words, and no other", () => {
  const head = "title: x\nkey: z\ndefinition: …\nsource: { provider: Amt }\n";
  const faults = (unit: string): readonly string[] =>
    readData([toSource("data/a/dataset.yaml", `${head}unit: ${unit}\n`)]).diagnostics.map(({ message }) => message.code);
  expect(faults("{ one: Person, many: Personen }")).toEqual(faults("Personen"));
  expect(faults("{ many: Personen }")).toContain("missing-field");
  expect(faults('{ one: "", many: Personen }')).toContain("unit-blank");
  expect(faults('{ one: Person, many: " " }')).toContain("unit-blank");
  expect(faults("{ one: , many: Personen }")).toContain("wrong-type");
  expect(faults('""')).toEqual(faults("Personen"));
  expect(faults("{ one: Person, many: Personen, few: 3 }")).toContain("unknown-field");
  expect(faults("[Person, Personen]").length).toBeGreaterThan(faults("Personen").length);
});
