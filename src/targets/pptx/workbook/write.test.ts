import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sheetsOf } from "../chart/testing.ts";
import { readZip } from "../zip/read.ts";
import { readXml } from "../xml/read.ts";
import { descendants } from "../xml/tree.ts";
import { legal } from "../xml/write.ts";
import { cellName, headerNames, reference, type Sheet, sheetNames } from "./sheet.ts";
import { writeWorkbook } from "./write.ts";

const sheet: Sheet = {
  name: "Daten",
  widths: [30, 12],
  rows: [
    [
      { value: "Gebiet", bold: true },
      { value: "Personen", bold: true },
    ],
    [{ value: "=1+1" }, { value: 17_135, code: "#,##0" }],
    [{ value: "@summe" }, undefined],
    [{ value: 'Löningen & <b>"Süd"' }, { value: 0.1, code: "0.0%" }],
    [{ value: "+49 4471" }, { value: -0.5, formula: "B2/-34270" }],
    [{ value: "–" }, { value: 42_917, code: "dd\\.mm\\.yyyy" }],
  ],
  table: { rows: 6, columns: 2 },
};

describe("a workbook", () => {
  test("is read as it was written: texts stay texts, numbers are exact, what is missing is empty", async () => {
    const sheets = await sheetsOf(writeWorkbook({ sheets: [sheet, { name: "Quelle", widths: [], rows: [[{ value: "x" }]] }] }));
    expect([...sheets.keys()]).toEqual(["Daten", "Quelle"]);
    expect(sheets.get("Daten")).toEqual([
      ["Gebiet", "Personen"],
      ["=1+1", 17_135],
      ["@summe", null],
      ['Löningen & <b>"Süd"', 0.1],
      ["+49 4471", -0.5],
      ["–", new Date("2017-07-01")],
    ]);
  });

  test("has no formula that it was not given", async () => {
    const parts = await readZip(writeWorkbook({ sheets: [sheet] }), {});
    const root = readXml(new TextDecoder().decode(parts.get("xl/worksheets/sheet1.xml")));
    expect(descendants(root, "f").map(({ children }) => children[0])).toEqual(["B2/-34270"]);
  });

  test("has a table whose headers are its cells", async () => {
    const parts = await readZip(writeWorkbook({ sheets: [sheet] }), {});
    const table = readXml(new TextDecoder().decode(parts.get("xl/tables/table1.xml")));
    expect(table.attributes).toMatchObject({ ref: "A1:B6", id: "1", displayName: "Daten" });
    expect(descendants(table, "tableColumn").map(({ attributes }) => attributes["name"])).toEqual(["Gebiet", "Personen"]);
  });

  test("is the same each time", () => {
    expect(writeWorkbook({ sheets: [sheet] })).toEqual(writeWorkbook({ sheets: [sheet] }));
  });

  test("holds any text but what XML cannot hold", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary", minLength: 1 }), { minLength: 1, maxLength: 8 }), async (texts) => {
        const rows = texts.map((value) => [{ value: `|${value}|` }]);
        const sheets = await sheetsOf(writeWorkbook({ sheets: [{ name: "A", widths: [], rows }] }));
        expect(sheets.get("A")).toEqual(texts.map((text) => [`|${legal(text)}|`]));
      }),
      { numRuns: 40 },
    );
  });

  test("keeps every number to its last bit", async () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value));
    await fc.assert(
      fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 20 }), async (numbers) => {
        const sheets = await sheetsOf(writeWorkbook({ sheets: [{ name: "A", widths: [], rows: numbers.map((value) => [{ value }]) }] }));
        expect(sheets.get("A")).toEqual(numbers.map((value) => [value]));
      }),
      { numRuns: 40 },
    );
  });
});

describe("names", () => {
  test("differ in more than soft hyphens, which are not written", () => {
    expect(sheetNames(["Anteil", "An\u00adteil"])).toEqual(["Anteil", "Anteil (2)"]);
    expect(headerNames(["An\u00adteil", "Anteil"])).toEqual(["Anteil", "Anteil (2)"]);
  });

  test("of sheets are legal, short and different", () => {
    expect(sheetNames(["Daten", "daten", "A/B: [x]?", "", "'Anteil'", "x".repeat(40), "x".repeat(40)])).toEqual([
      "Daten",
      "daten (2)",
      "A B x",
      "Tabelle",
      "Anteil",
      "x".repeat(31),
      `${"x".repeat(27)} (2)`,
    ]);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 50 }), { maxLength: 8 }), (wanted) => {
        const names = sheetNames(wanted);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length);
        for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/su);
      }),
    );
  });

  test("of columns are different and never empty", () => {
    expect(headerNames(["Personen", "", "personen", "a\nb", "", "y".repeat(300)])).toEqual([
      "Personen",
      "Wert",
      "personen (2)",
      "a b",
      "Wert (2)",
      "y".repeat(255),
    ]);
  });

  test("of cells and ranges", () => {
    expect([cellName(0, 0), cellName(25, 8), cellName(26, 0), cellName(701, 1), cellName(702, 1)]).toEqual([
      "A1",
      "Z9",
      "AA1",
      "ZZ2",
      "AAA2",
    ]);
    expect(reference("Daten", 1, 1, 8)).toBe("Daten!$B$2:$B$9");
    expect(reference("Mein Blatt's", 0, 0)).toBe("'Mein Blatt''s'!$A$1");
  });
});
