import { expect, test } from "vitest";
import { population, rankingOfTwo } from "../../../chart/testing/briefing.ts";
import { figure, unknown } from "../../../chart/testing/make.ts";
import { descendants, type XmlElement } from "../xml/tree.ts";
import { bars, writeOne } from "./testing.ts";

function named(drawing: XmlElement | undefined): readonly (readonly [name: string, descr: string | undefined, decorative: boolean])[] {
  if (drawing === undefined) return [];
  return descendants(drawing, "cdr:cNvPr").map((node) => [
    node.attributes["name"] ?? "",
    node.attributes["descr"],
    descendants(node, "adec:decorative").length > 0,
  ]);
}

test("a missing column's outline is decorative, its sign is named and read", () => {
  const chart = bars(["2016", "2017"], [figure(3), figure(unknown)], { kind: "column" });
  expect(named(writeOne(chart).drawing)).toEqual([
    ["Lücke 2017", undefined, true],
    ["Zeichen 2017", expect.stringMatching(/^2017: /), false],
  ]);
});

test("a missing bar's sign is named", () => {
  expect(named(writeOne(bars(["Nord", "Süd"], [figure(3), figure(unknown)])).drawing)).toEqual([["Zeichen Süd", undefined, false]]);
});

test("a break in a series is named by its day", () => {
  const chart = population("line");
  const day = chart.days.at(-1) ?? "";
  const names = named(writeOne({ ...chart, breaks: [{ day, reason: "Zensus" }] }).drawing);
  const german = day.split("-").toReversed().join(".");
  expect(names).toContainEqual([`Bruch der Reihe ${german}`, undefined, true]);
  expect(names).toContainEqual([`Grund des Bruchs ${german}`, undefined, false]);
});

test("nothing is drawn where every value is there", () => {
  expect(writeOne(rankingOfTwo).drawing).toBeUndefined();
});
