/** Donuts and progress as PowerPoint's own charts. */

import { describe, expect, test } from "vitest";
import { quota, refugees } from "../../../../chart/testing/briefing.ts";
import { figure } from "../../../../chart/testing/make.ts";
import { descendants, textOf } from "../../xml/tree.ts";
import { cacheOf, plotsOf, seriesOf, sheetsOf, val, writeOne } from "../testing.ts";

describe("a donut", () => {
  test("has a slice for each part and what they leave open, the whole in the middle and below", async () => {
    const chart = { ...refugees("donut"), whole: figure(3000) };
    const written = writeOne(chart);
    const [series] = seriesOf(written.root);
    if (series === undefined) throw new Error("no series");
    expect(cacheOf(series, "c:cat").at(-1)).toBe("nicht aufgeteilt");
    expect(cacheOf(series, "c:val")).toEqual(["1350", "753", "720", "144", "33"]);
    expect(val(plotsOf(written.root)[0], "c:holeSize")).toBe("62");
    expect(written.drawing === undefined ? [] : descendants(written.drawing, "a:t").map(textOf)).toEqual(["3.000", "Personen"]);
    expect((await sheetsOf(written.workbook)).get("Daten")?.at(-1)).toEqual(["Insgesamt", 3000, null]);
  });

  test("says name, value and share of each part, all of them following the data", () => {
    const { root } = writeOne(refugees("donut"));
    const labels = descendants(root, "c:dLbl");
    expect(labels).toHaveLength(4);
    expect(descendants(labels[0] ?? root, "a:fld").map((field) => [field.attributes["type"], textOf(field)])).toEqual([
      ["CATEGORYNAME", "Anerkannte Flüchtlinge"],
      ["VALUE", "1.350"],
      ["CELLRANGE", "45,5\u00a0%"],
    ]);
  });
});

describe("progress", () => {
  test("is one bar of two parts, the share reckoned in the workbook", async () => {
    const written = writeOne(quota);
    expect(seriesOf(written.root).map((series) => [cacheOf(series, "c:tx")[0], cacheOf(series, "c:val")[0]])).toEqual([
      ["bereits vor Ort", "344"],
      ["noch offen", "171"],
    ]);
    expect((await sheetsOf(written.workbook)).get("Daten")).toEqual([
      ["Größe", "bereits vor Ort", "noch offen", "Quote der Zuweisungen für 2017", "Anteil"],
      ["Quote der Zuweisungen für 2017", 344, 171, 515, 344 / 515],
    ]);
  });

  test("beyond the whole leaves nothing open", () => {
    const { root } = writeOne({ ...quota, value: figure(600), open: figure(-85), share: figure(600 / 515, "", "percent") });
    expect(seriesOf(root).map((series) => cacheOf(series, "c:val")[0])).toEqual(["600", undefined]);
  });
});
