import { describe, expect, it } from "vitest";
import { figuresMeasures, gapBetween, roomyRows, tableMeasures, tableWidth } from "./blocks.ts";

describe("tables", () => {
  it("are dense when they have many rows, and still never below 16 px", () => {
    expect(tableMeasures(roomyRows)).toMatchObject({ dense: false, row: 36 });
    expect(tableMeasures(roomyRows + 1)).toMatchObject({ dense: true, row: 24 });
    expect(tableMeasures(roomyRows + 1).style.size).toBeGreaterThanOrEqual(16);
  });

  it("fit all 13 municipalities with header, total and caption", () => {
    expect(15 * tableMeasures(15).row + 32).toBeLessThanOrEqual(392);
  });
});

describe("the width of a table", () => {
  it("is the region's for many columns, else that of text", () => {
    expect(tableWidth(5, 1136)).toBe(1136);
    expect(tableWidth(4, 1136)).toBe(832);
    expect(tableWidth(4, 556)).toBe(556);
  });
});

describe("key figures", () => {
  it("set groups of the same length side by side", () => {
    expect(figuresMeasures([3, 3, 3], true, 1136)).toMatchObject({ columns: 3, groups: "columns", rows: 3, size: "small" });
  });

  it("set groups of other lengths under each other", () => {
    expect(figuresMeasures([4, 1], true, 1136)).toMatchObject({ columns: 4, groups: "rows", rows: 2 });
    expect(figuresMeasures([4, 1], true, 556)).toMatchObject({ columns: 2, groups: "rows", rows: 3 });
  });

  it("set few figures large", () => {
    expect(figuresMeasures([3], false, 1136)).toMatchObject({ columns: 3, groups: "none", rows: 1, size: "large" });
    expect(figuresMeasures([1], false, 420)).toMatchObject({ columns: 1, size: "large" });
    expect(figuresMeasures([4], false, 1136)).toMatchObject({ columns: 4, size: "medium" });
  });

  it("never have more columns than fit", () => {
    for (let width = 100; width < 1200; width += 50) {
      for (let count = 1; count < 12; count++) {
        const { columns, gap } = figuresMeasures([count], false, width);
        expect(columns === 1 || (width - (columns - 1) * gap.x) / columns >= 176, `${count} in ${width}`).toBe(true);
      }
    }
  });

  it("have a column and no row where there are none", () => {
    expect(figuresMeasures([], false, 556)).toMatchObject({ columns: 1, rows: 0 });
  });
});

describe("gaps", () => {
  it("keep a heading with what it heads", () => {
    expect(gapBetween("heading", "figures")).toBeLessThan(gapBetween("paragraph", "list"));
    expect(gapBetween("list", "heading")).toBeGreaterThan(gapBetween("paragraph", "list"));
    expect(gapBetween("chart", "paragraph")).toBe(gapBetween("list", "table"));
    expect(gapBetween("chart", "paragraph")).toBeGreaterThan(gapBetween("paragraph", "list"));
    expect(gapBetween("figures", "heading")).toBe(gapBetween("paragraph", "figures"));
  });
});
