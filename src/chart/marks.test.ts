import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GroupMark, Mark } from "../scene/scene.ts";
import { canvasType, layoutChart, phoneType } from "./layout.ts";
import { figureMarks } from "./marks.ts";
import type { ChartKind } from "./model.ts";
import { charts } from "./testing/arbitrary.ts";

const kinds: readonly ChartKind[] = [
  ...(["bar", "column", "grouped", "stacked", "percent", "line", "area", "slope"] as const),
  ...(["donut", "waffle", "choropleth", "progress"] as const),
];

function readIn(marks: readonly Mark[]): readonly GroupMark[] {
  return marks.flatMap((mark) => (mark.type !== "group" ? [] : mark.reading === undefined ? readIn(mark.marks) : [mark]));
}

describe("figureMarks", () => {
  it.each(kinds)("knows what each mark shows that can be read, on the canvas and on a phone: %s", (kind) => {
    fc.assert(
      fc.property(
        charts[kind],
        fc.constantFrom({ width: 1136, height: 392, ...canvasType }, { width: 350, height: 500, ...phoneType }),
        (chart, frame) => {
          const known = new Map(figureMarks(chart).map(({ key, figures }) => [key, figures]));
          // The break of a series is read, and is no number; nor is a day or a line without any.
          const read = readIn(layoutChart(chart, frame).marks).filter(
            ({ key, reading = "" }) => !key.startsWith("break:") && !/: (?:kein Wert)?$/.test(reading),
          );
          expect(read.map(({ key }) => key).filter((key) => !known.has(key))).toEqual([]);
          for (const { key, reading } of read) expect(reading).toContain(known.get(key)?.[0]?.text);
        },
      ),
    );
  });

  it("is the same list for the model that a page holds, where figures that are one have become two", () => {
    for (const kind of kinds) {
      fc.assert(
        fc.property(charts[kind], (chart) => {
          const json = JSON.stringify(chart, (key, value: unknown) => (key === "span" || key === "origin" ? undefined : value));
          const copy: typeof chart = JSON.parse(json, (_, value: unknown) => value ?? undefined);
          expect(figureMarks(copy).map(({ key }) => key)).toEqual(figureMarks(chart).map(({ key }) => key));
        }),
        { numRuns: 20 },
      );
    }
  });
});
