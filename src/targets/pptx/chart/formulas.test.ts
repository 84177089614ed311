/** What a workbook reckons is what the chart shows: a partner who changes a count sees the shares change, and nothing else. */

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { charts } from "../../../chart/testing/arbitrary.ts";
import { groups, quota, refugees } from "../../../chart/testing/briefing.ts";
import { figure } from "../../../chart/testing/make.ts";
import type { Chart } from "../../../chart/model.ts";
import { readZip } from "../zip/read.ts";
import { readXml } from "../xml/read.ts";
import { child, descendants, textOf } from "../xml/tree.ts";
import { write } from "./testing.ts";

interface Cell {
  readonly name: string;
  readonly value: number;
  readonly formula: string | undefined;
}

/** Cells with numbers of the first sheet. */
async function numbersOf(workbook: Uint8Array): Promise<readonly Cell[]> {
  const parts = await readZip(workbook, {});
  const root = readXml(new TextDecoder().decode(parts.get("xl/worksheets/sheet1.xml")));
  return descendants(root, "c").flatMap((cell) => {
    const [value, formula] = [child(cell, "v"), child(cell, "f")];
    if (value === undefined || cell.attributes["t"] === "s") return [];
    return [{ name: cell.attributes["r"] ?? "", value: Number(textOf(value)), formula: formula && textOf(formula) }];
  });
}

/** As a spreadsheet reckons, for the few forms that charts use. */
function reckon(formula: string, cells: ReadonlyMap<string, number>): number {
  const at = (name = ""): number => cells.get(name.replaceAll("$", "")) ?? 0;
  const simple = /^(\$?[A-Z]+\$?\d+)([/-])(\$?[A-Z]+\$?\d+)$/u.exec(formula);
  if (simple !== null) return simple[2] === "/" ? at(simple[1]) / at(simple[3]) : at(simple[1]) - at(simple[3]);
  const [, part, all, from = "", row = "", to = ""] =
    /^([A-Z]+\d+)\/(SUM|SUMPRODUCT)\((?:ABS\()?([A-Z])(\d+):([A-Z])\d+\)?\)$/u.exec(formula) ?? [];
  if (part === undefined) throw new Error(`a formula of another form: ${formula}`);
  let sum = 0;
  for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code += 1) {
    const value = at(`${String.fromCharCode(code)}${row}`);
    sum += all === "SUM" ? value : Math.abs(value);
  }
  return at(part) / sum;
}

async function formulasOf(chart: Chart): Promise<readonly (Cell & { readonly reckoned: number })[]> {
  const [written] = write(chart)?.charts ?? [];
  const cells = written === undefined ? [] : await numbersOf(written.workbook);
  const values = new Map(cells.map(({ name, value }) => [name, value]));
  return cells.flatMap(({ name, value, formula }) =>
    formula === undefined ? [] : [{ name, value, formula, reckoned: reckon(formula, values) }],
  );
}

describe.each(["percent", "donut", "progress"] as const)("the formulas of a %s chart", (kind) => {
  test("yield to the last bit what stands in memory", async () => {
    await fc.assert(
      fc.asyncProperty(charts[kind], async (chart) => {
        for (const { value, reckoned } of await formulasOf(chart)) expect(reckoned).toBe(value);
      }),
      { numRuns: 25 },
    );
  });
});

test("shares are reckoned, each from its own", async () => {
  const percent = await formulasOf(groups("percent", "vertical", ["2015"]));
  expect(percent.map(({ formula }) => formula)).toEqual(["E2/SUM(E2:G2)", "F2/SUM(E2:G2)", "G2/SUM(E2:G2)"]);
  expect((await formulasOf(refugees("donut"))).map(({ formula }) => formula)).toEqual(["B2/$B$6", "B3/$B$6", "B4/$B$6", "B5/$B$6"]);
  expect((await formulasOf(quota)).map(({ formula }) => formula)).toEqual(["D2-B2", "B2/D2"]);
});

test("a share that was published otherwise stays as it is", async () => {
  const published = { ...quota, share: figure(0.67, "", "percent") };
  expect((await formulasOf(published)).map(({ formula }) => formula)).toEqual(["D2-B2"]);
});
