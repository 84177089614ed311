import { expect, it } from "vitest";
import { canvasType, layoutChart } from "../chart/layout.ts";
import { dataFrom } from "../data/testing.ts";
import { compileDeck } from "./compile.ts";
import { deckLedger } from "./ledger/build.ts";
import { ledgerOf } from "./ledger/ledger.ts";
import { ledgerLines } from "./ledger/ledger-words.ts";
import type { Deck, Slide } from "./model.ts";
import { inputOf } from "./testing.ts";

const data = dataFrom({
  stellen: {
    fields: "unit: { one: Vollzeitstelle, many: Vollzeitstellen }\ncoverage: complete",
    releases: { "2019-12-31": "{ a: 2, b: 0.5 }", "2020-12-31": "{ a: 1, b: 0.5 }" },
  },
  kurse: {
    fields: "unit: { one: Kurs, many: Kurse }\ncoverage: complete",
    releases: { "2019-12-31": "{ a: 2, b: 3 }", "2020-12-31": "{ a: 1, b: 3 }" },
  },
});

function deckOf(text: string): Deck {
  const { value, diagnostics } = compileDeck({ ...inputOf({ "01-a": `# Stellen\n\n${text}\n` }), data });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
  return value;
}

function slideOf(text: string): Slide {
  const [slide] = deckOf(text).slides;
  if (slide === undefined) throw new Error("no slide");
  return slide;
}

function linesOf(text: string): readonly string[] {
  return ledgerLines(ledgerOf(slideOf(text))).map(({ parts }) =>
    parts
      .map((part) => part.text)
      .join("")
      .replaceAll("\u00a0", " "),
  );
}

/** The sentence of a chart, and all that is read of its marks. */
function saidBy(...yaml: readonly string[]): readonly string[] {
  const [block] = slideOf(["```chart", ...yaml, "```"].join("\n")).regions[0]?.blocks ?? [];
  const chart = block?.kind === "chart" ? block.views[0]?.chart : undefined;
  if (chart === undefined) throw new Error("no chart");
  const scene = layoutChart(chart, { width: 900, height: 500, ...canvasType });
  return [chart.summary, ...Array.from(JSON.stringify(scene).matchAll(/"reading":"([^"]*)"/gu), ([, title = ""]) => title)];
}

it("stands in the sentence and the marks of charts", () => {
  expect(saidBy("kind: bar", "data: kurse")).toEqual(["B 3 Kurse, a 1 Kurs.", "b: 3 Kurse", "a: 1 Kurs"]);
  expect(saidBy("kind: line", "data: kurse.a")[0]).toBe("Vom 31.12.2019 bis 31.12.2020: Stellen von 2 auf 1 Kurs, 1 Kurs weniger.");
  expect(saidBy("kind: donut", "data: kurse * 0.25", "whole: kurse.a", "format: number(2)")[0]).toMatch(/^1,00 Kurse insgesamt/u);
});

it("stands in the ledger", () => {
  expect(linesOf("{{ stellen.b * 2 }}, {{ kurse.a | words }}, {{ stellen.b | fraction }}, {{ kurse.a * 1 }}")).toEqual([
    "b: 0,5 × 2 = 1 Vollzeitstelle [1]",
    "kurse [2], Kurse: a eins (genau 1 Kurs)",
    "stellen [1], Vollzeitstellen: b ½ (genau 0,5 Vollzeitstellen)",
    "a: 1 × 1 = 1 Kurs [2]",
    "[1] stellen: Amt, Tabelle 1, Stichtag 31.12.2020",
    "[2] kurse: Amt, Tabelle 1, Stichtag 31.12.2020",
  ]);
  const shown = "{{ stellen.a }}, {{ stellen.b | fraction }}, {{ stellen.b * 2 + 4 }}, [mehr]{claim: stellen.a > stellen.b}";
  const { figures, steps, data: values, claims } = deckLedger(deckOf(shown));
  expect(figures.map(({ text, unit, one }) => [text, unit, one])).toEqual([
    ["1", "Vollzeitstellen", "Vollzeitstelle"],
    ["½", "Vollzeitstellen", "Vollzeitstelle"],
    ["5", "Vollzeitstellen", undefined],
  ]);
  expect(steps.map(({ result }) => result.replaceAll("\u00a0", " "))).toEqual(["1 Vollzeitstelle", "5 Vollzeitstellen"]);
  expect(values.map(({ text, one }) => [text, one])).toEqual([
    ["1", "Vollzeitstelle"],
    ["0,5", undefined],
  ]);
  expect(claims[0]?.said.map((line) => line.replaceAll("\u00a0", " "))).toEqual([
    "stellen, a: 1 Vollzeitstelle, mehr als 0,5 Vollzeitstellen (stellen, b)",
  ]);
  expect(claims[0]?.numbers[0]?.number).toBe("1 Vollzeitstelle");
});
