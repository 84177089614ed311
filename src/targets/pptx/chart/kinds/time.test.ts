/** Lines, areas and slopes as PowerPoint's own charts. */

import { describe, expect, test } from "vitest";
import type { Chart } from "../../../../chart/model.ts";
import { population } from "../../../../chart/testing/briefing.ts";
import { base, figure, unknown } from "../../../../chart/testing/make.ts";
import { colour } from "../../template/colour.ts";
import { child, descendants, textOf } from "../../xml/tree.ts";
import { cacheOf, plotsOf, seriesOf, sheetsOf, val, writeOne } from "../testing.ts";

function twoSeries(second: readonly (number | undefined)[]): Chart {
  return {
    ...base("Linien"),
    kind: "line",
    days: ["2014-12-31", "2018-12-31", "2022-12-31", "2024-12-31"],
    series: [
      { key: "a", label: "A", colour: "series-1", values: [figure(1), figure(2), figure(unknown), figure(4)] },
      { key: "b", label: "B", colour: "series-2", values: second.map((value) => (value === undefined ? undefined : figure(value))) },
    ],
    breaks: [],
    unit: "Personen",
  };
}

describe("a line", () => {
  test("stands at true distances, on days that spreadsheets count", () => {
    const { root } = writeOne(population("line", 4));
    expect(descendants(root, "c:dateAx")).toHaveLength(1);
    expect(val(descendants(root, "c:dateAx")[0], "c:baseTimeUnit")).toBe("days");
    const [series] = seriesOf(root);
    expect(series === undefined ? [] : cacheOf(series, "c:cat")).toEqual(["44696", "44926", "45657", "45838"]);
  });

  test("ends at a break: an empty row that says why", async () => {
    const written = writeOne(population("line"));
    const rows = (await sheetsOf(written.workbook)).get("Daten") ?? [];
    expect(rows[5]).toEqual([new Date("2022-05-14"), null, "Lücke: Bruch der Reihe vor dem 15.05.2022 (neue Basis: Zensus 2022)"]);
    expect(val(child(written.root, "c:chart"), "c:dispBlanksAs")).toBe("gap");
    expect(written.drawing === undefined ? [] : descendants(written.drawing, "a:t").map(textOf)).toContain("neue Basis: Zensus 2022");
  });

  test("ends at a missing value", () => {
    const { root } = writeOne(twoSeries([5, 6, 7, 8]));
    expect(seriesOf(root).map((series) => cacheOf(series, "c:val"))).toEqual([
      ["1", "2", undefined, "4"],
      ["5", "6", "7", "8"],
    ]);
    expect(val(child(root, "c:chart"), "c:dispBlanksAs")).toBe("gap");
  });

  test("goes on over a day without a release, also where another of the chart must end", () => {
    const { root } = writeOne(twoSeries([5, undefined, 7, 8]));
    expect(val(child(root, "c:chart"), "c:dispBlanksAs")).toBe("span");
    expect(seriesOf(root).map((series) => [cacheOf(series, "c:tx"), cacheOf(series, "c:val")])).toEqual([
      [["A"], ["1", "2", undefined, undefined]],
      [["A ab 31.12.2024"], [undefined, undefined, undefined, "4"]],
      [["B"], ["5", undefined, "7", "8"]],
    ]);
    const colours = seriesOf(root).map((series) => descendants(child(series, "c:spPr") ?? series, "a:schemeClr")[0]);
    expect(colours).toEqual([colour("series-1"), colour("series-1"), colour("series-2")]);
  });

  test("of days before spreadsheets can count has them as names", () => {
    const chart = population("line");
    const [first] = chart.series;
    if (first === undefined) throw new Error("no series");
    const { root } = writeOne({
      ...chart,
      days: ["1871-12-01", "1900-12-01"],
      series: [{ ...first, values: [figure(1), figure(2)] }],
      breaks: [],
    });
    expect(descendants(root, "c:dateAx")).toEqual([]);
    expect(seriesOf(root).map((series) => cacheOf(series, "c:cat"))).toEqual([["01.12.1871", "01.12.1900"]]);
  });
});

describe("an area", () => {
  test("has steep edges beside a gap, and no zero in its place", () => {
    const chart = population("area");
    const [first] = chart.series;
    if (first === undefined) throw new Error("no series");
    const days = ["2014-12-31", "2015-12-31", "2016-12-31", "2017-12-31", "2018-12-31"];
    const values = [figure(1), figure(2), figure(unknown), figure(4), figure(5)];
    const { root } = writeOne({ ...chart, days, series: [{ ...first, values }], breaks: [] });
    for (const series of seriesOf(root)) {
      expect(cacheOf(series, "c:val")).toEqual(["1", "2", undefined, undefined, undefined, "4", "5"]);
      const serials = cacheOf(series, "c:cat").map(Number);
      expect([serials[2], serials[4]]).toEqual([(serials[1] ?? 0) + 1, (serials[5] ?? 0) - 1]);
    }
    expect(plotsOf(root).map(({ name }) => name)).toEqual(["c:areaChart", "c:lineChart"]);
    expect(seriesOf(root).map((series) => val(series, "c:idx"))).toEqual(["0", "1"]);
  });
});

describe("a slope", () => {
  test("writes names and values at both ends, and no line over a break", () => {
    const chart = population("slope");
    const [first] = chart.series;
    if (first === undefined) throw new Error("no series");
    const own = { ...chart, days: ["2018-12-31", "2024-12-31"], series: [{ ...first, values: [figure(1), figure(2)] }], breaks: [] };
    const whole = writeOne(own);
    expect(seriesOf(whole.root).map((series) => cacheOf(series, "c:val"))).toEqual([["1", "2"]]);
    expect(descendants(whole.root, "c:dLbl").map((label) => val(label, "c:dLblPos"))).toEqual(["l", "r"]);
    const broken = writeOne({ ...own, breaks: [{ day: "2024-12-31", reason: "Zensus" }] });
    expect(seriesOf(broken.root).map((series) => cacheOf(series, "c:val"))).toEqual([
      ["1", undefined],
      [undefined, "2"],
    ]);
  });
});
