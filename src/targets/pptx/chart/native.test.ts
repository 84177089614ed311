/** What a partner finds in a native chart: the deck's numbers and names, in the browser's order and colours, editable. */

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { charts } from "../../../chart/testing/arbitrary.ts";
import { ranking } from "../../../chart/testing/briefing.ts";
import { valueOf } from "../../../chart/numbers.ts";
import { namespaces } from "../xml/namespaces.ts";
import { child, childrenOf, descendants, textOf } from "../xml/tree.ts";
import { writeXml } from "../xml/write.ts";
import { readXml } from "../xml/read.ts";
import { cacheOf, half, plotsOf, seriesOf, sheetsOf, val, wide, write, writeOne, type WrittenChart } from "./testing.ts";

const native = ["bar", "column", "grouped", "stacked", "percent", "line", "area", "slope", "donut", "progress"] as const;
const drawn = ["waffle", "choropleth", "hub", "network", "timeline"] as const;
const sizes = fc.constantFrom(wide, half, { x: 0, y: 0, width: 400, height: 240 });

/** The cells that a reference names, as text; "" of empty ones. */
async function cellsAt(formula: string, chart: WrittenChart): Promise<readonly (string | number)[]> {
  const [, sheet = "", column = "", from = "", to = from] = /^(\w+)!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/u.exec(formula) ?? [];
  const rows = (await sheetsOf(chart.workbook)).get(sheet) ?? [];
  const index = Array.from(column).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => {
    const cell = rows[Number(from) - 1 + i]?.[index] ?? "";
    return cell instanceof Date ? cell.getTime() / 86_400_000 + 25_569 : typeof cell === "boolean" ? String(cell) : cell;
  });
}

describe.each(drawn)("%s", (kind) => {
  test("is no chart of PowerPoint's", () => {
    fc.assert(
      fc.property(charts[kind], (chart) => {
        expect(write(chart)).toBeUndefined();
      }),
      { numRuns: 5 },
    );
  });
});

describe.each(native)("any %s", (kind) => {
  test("has in memory what its workbook has, cell by cell", async () => {
    await fc.assert(
      fc.asyncProperty(charts[kind], sizes, async (chart, size) => {
        for (const each of write(chart, { size })?.charts ?? []) {
          for (const series of seriesOf(each.root)) {
            for (const name of ["c:tx", "c:cat", "c:val"] as const) {
              const [formula] = descendants(child(series, name) ?? series, "c:f");
              const cells = await cellsAt(textOf(formula ?? series), each);
              const memory = cacheOf(series, name);
              // The reader of workbooks trims texts.
              expect(memory.map((point) => (point ?? "").trim())).toEqual(cells.map(String));
            }
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  test("names two axes and has them, or none where it is round", () => {
    fc.assert(
      fc.property(charts[kind], sizes, (chart, size) => {
        for (const { root } of write(chart, { size })?.charts ?? []) {
          const [plot] = descendants(root, "c:plotArea");
          const axes = plot === undefined ? [] : childrenOf(plot).filter(({ name }) => name.endsWith("Ax"));
          const ids = axes.map((axis) => val(axis, "c:axId"));
          expect(ids).toHaveLength(kind === "donut" ? 0 : 2);
          for (const each of plotsOf(root)) expect(childrenOf(each, "c:axId").map((node) => node.attributes["val"])).toEqual(ids);
          expect(axes.map((axis) => val(axis, "c:crossAx"))).toEqual(ids.toReversed());
        }
      }),
      { numRuns: 20 },
    );
  });

  test("is well-formed, in the theme's colours, in German, without a number that is none", () => {
    fc.assert(
      fc.property(charts[kind], sizes, (chart, size) => {
        const written = write(chart, { size });
        for (const { root, drawing } of written?.charts ?? []) {
          for (const part of [root, drawing ?? root, written?.frame ?? root]) {
            // The package's parts declare their namespaces; a frame takes those of its slide.
            const whole = part === written?.frame ? { ...part, attributes: { "xmlns:p": namespaces.p, "xmlns:a": namespaces.a } } : part;
            const text = writeXml(whole);
            expect(text).not.toMatch(/NaN|Infinity|undefined/u);
            expect(descendants(readXml(text), "c:ser").length).toBe(descendants(part, "c:ser").length);
            expect(descendants(part, "a:srgbClr")).toEqual([]);
            expect(descendants(part, "a:rPr").filter(({ attributes }) => attributes["lang"] !== "de-DE")).toEqual([]);
            expect(descendants(part, "a:latin").filter(({ attributes }) => attributes["typeface"] !== "+mn-lt")).toEqual([]);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test("stays within its box", () => {
    fc.assert(
      fc.property(charts[kind], sizes, (chart, size) => {
        for (const { root, drawing } of write(chart, { size })?.charts ?? []) {
          const layout = child(child(child(root, "c:chart"), "c:plotArea"), "c:layout");
          const [x = 0, y = 0, w = 0, h = 0] = ["c:x", "c:y", "c:w", "c:h"].map((name) => Number(val(layout, "c:manualLayout", name)));
          for (const part of [x, y, w, h]) expect(part).toBeGreaterThanOrEqual(0);
          expect(w * h).toBeGreaterThan(0);
          expect(Math.max(x + w, y + h)).toBeLessThanOrEqual(1.0001);
          const places = drawing === undefined ? [] : [...descendants(drawing, "cdr:x"), ...descendants(drawing, "cdr:y")];
          for (const place of places) expect(Number(textOf(place))).toBeGreaterThanOrEqual(0);
          for (const place of places) expect(Number(textOf(place))).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 20 },
    );
  });

  test("is the same each time", () => {
    fc.assert(
      fc.property(charts[kind], (chart) => {
        expect(write(chart)).toEqual(write(chart));
      }),
      { numRuns: 3 },
    );
  });
});

describe("the frame", () => {
  test("has the chart's title for a name, its sentence for the blind, and stands in its placeholder", () => {
    const { x, y, width, height } = wide;
    const region = { name: "main", kind: "content", box: wide, placeholder: { idx: 10 }, scale: 1, bullets: true } as const;
    const written = writeOne({ ...ranking(), title: "A & B \u0001" }, { region });
    const [properties] = descendants(written.frame, "p:cNvPr");
    expect(properties?.attributes).toMatchObject({ id: "2", name: "A & B " });
    expect(properties?.attributes["descr"]).toMatch(/^Höchster von 15 Werten: Rumänien, 3\.714 Personen/u);
    expect(descendants(written.frame, "p:ph").map(({ attributes }) => attributes)).toEqual([{ idx: "10" }]);
    const place = child(written.frame, "p:xfrm");
    expect([child(place, "a:off")?.attributes, child(place, "a:ext")?.attributes]).toEqual([
      { x: `${x * 9525}`, y: `${y * 9525}` },
      { cx: `${width * 9525}`, cy: `${height * 9525}` },
    ]);
  });
});

test("every value of every series is in the chart", () => {
  fc.assert(
    fc.property(fc.oneof(charts.bar, charts.column, charts.grouped, charts.stacked), (chart) => {
      if (chart.kind !== "bar" && chart.kind !== "column" && chart.kind !== "grouped" && chart.kind !== "stacked") return;
      const parts = (write(chart)?.charts ?? []).map(({ root }) => seriesOf(root).map((series) => cacheOf(series, "c:val")));
      for (const [s, series] of chart.series.entries()) {
        const values = parts.flatMap((part) => part[s] ?? []);
        expect(values).toEqual(series.values.map((each) => (valueOf(each) === undefined ? undefined : String(valueOf(each)))));
      }
    }),
    { numRuns: 60 },
  );
});
