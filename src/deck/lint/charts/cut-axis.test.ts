import { assert, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { canvasType, layoutChart } from "../../../chart/layout.ts";
import type { CategoryChart } from "../../../chart/model.ts";
import { charts } from "../../../chart/testing/arbitrary.ts";
import { base, category, figure, unknown } from "../../../chart/testing/make.ts";
import type { Mark, Scene } from "../../../scene/scene.ts";
import { cutBar } from "./cut-axis.ts";

const kinds = ["bar", "column", "grouped", "stacked"] as const;

function chartOf(kind: (typeof kinds)[number], values: readonly (readonly (number | undefined)[])[]): CategoryChart {
  return {
    ...base("Test"),
    kind,
    orientation: kind === "bar" ? "horizontal" : "vertical",
    categories: (values[0] ?? []).map((_, i) => category(`K${i}`)),
    series: values.map((row, i) => ({
      key: `s${i}`,
      label: `S${i}`,
      colour: i === 0 ? "series-1" : "series-2",
      values: row.map((value) => figure(value ?? unknown)),
    })),
    unit: "Personen",
  };
}

const box = { width: 900, height: 420, ...canvasType };

function drawn(chart: CategoryChart): Scene {
  return layoutChart(chart, box);
}

/** As if the axis began so many px above zero. */
function cutBy(px: number, { marks, ...scene }: Scene): Scene {
  const cut = (mark: Mark): Mark => {
    if (mark.type === "group") return { ...mark, marks: mark.marks.map(cut) };
    if (mark.type !== "rect" || !mark.key.startsWith("bar")) return mark;
    return mark.grow === "up" || mark.grow === "down" ? { ...mark, height: mark.height - px } : { ...mark, width: mark.width - px };
  };
  return { ...scene, marks: marks.map(cut) };
}

const rows = [
  [1200, 900, 300],
  [700, 650, 600],
];

describe("a cut axis", () => {
  it.each(kinds)("is in no %s chart as they are drawn", (kind) => {
    const values = kind === "bar" || kind === "column" ? rows.slice(0, 1) : rows;
    expect(cutBar(chartOf(kind, values), drawn(chartOf(kind, values)))).toBeUndefined();
    const gap = values.map(([first, second]) => [first, second, undefined]);
    expect(cutBar(chartOf(kind, gap), drawn(chartOf(kind, gap)))).toBeUndefined();
  });

  it.each(kinds)("is in no %s chart that can be made", (kind) => {
    assert(
      property(charts[kind], (chart) => {
        expect(cutBar(chart, layoutChart(chart, box))).toBeUndefined();
      }),
    );
  });

  it("is in none with values below zero", () => {
    const chart = chartOf("bar", [[400, -200, 50]]);
    expect(cutBar(chart, drawn(chart))).toBeUndefined();
  });

  it.each(kinds)("is found in a %s chart of which the axis begins elsewhere", (kind) => {
    const chart = chartOf(kind, kind === "bar" || kind === "column" ? rows.slice(0, 1) : rows);
    expect(cutBar(chart, cutBy(20, drawn(chart)))).toMatch(/^K\d$/);
  });
});
