import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { symbolsFor } from "../../data/symbols.ts";
import { cellValue, markOf, type CellValue, type DecimalMark } from "./number.ts";

const destatis = symbolsFor("destatis");

function digits(text: string): string {
  return text.replaceAll(/\D/gu, "");
}

/** In a line: `5`, `5 p`, `symbol .`, `1.234|1234`, `fault number`, `empty`. */
function brief(cell: CellValue): string {
  switch (cell.kind) {
    case "value": {
      const value = typeof cell.value === "number" ? `${cell.value}` : `symbol ${cell.value.symbol}`;
      return cell.quality === undefined ? value : `${value} ${cell.quality.flag}`;
    }
    case "ambiguous":
      return `${cell.comma}|${cell.point}`;
    case "fault":
      return `fault ${cell.fault}`;
    case "empty":
      return "empty";
  }
}

function read(text: string | number, flag = "", decimal?: DecimalMark): string {
  return brief(cellValue(text, flag, destatis, decimal));
}

describe("cellValue", () => {
  it.each([
    ["720", "720"],
    ["1.234,5", "1234.5"],
    ["1,234.5", "1234.5"],
    ["12.345.678", "12345678"],
    ["7,745157", "7.745157"],
    ["84.35", "84.35"],
    ["0,125", "0.125"],
    ["1234,567", "1234.567"],
    ["1 234,567", "1234.567"],
    ["178 948", "178948"],
    ["178\u00a0948", "178948"],
    ["178\u202f948", "178948"],
    ["178'948", "178948"],
    ["−12", "-12"],
    ["–12,5", "-12.5"],
    ["+3", "3"],
    ["(123)", "123 ( )"],
    ["( 1.234,5 )", "1234.5 ( )"],
    ["123p", "123 p"],
    ["123 r", "123 r"],
    ["-", "symbol -"],
    ["–", "symbol –"],
    [".", "symbol ."],
    ["...", "symbol ..."],
    ["/", "symbol /"],
    ["x", "symbol x"],
    ["0", "symbol 0"],
    ["0,0", "symbol 0"],
    ["", "empty"],
  ])("reads %j as %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(["1.234", "1,234", "12,345", "-1.234", "999,999"])("does not choose how %j is meant", (text) => {
    const [comma, point] = read(text).split("|");
    expect(point).toBeDefined();
    expect(read(text, "", ",")).toBe(comma);
    expect(read(text, "", ".")).toBe(point);
  });

  it.each([
    "1e5",
    "1E5",
    "0x1F",
    "12 %",
    "12%",
    "1.23.456",
    "1 23",
    "12 34",
    "007",
    "03453",
    "1.2345.678",
    ",5",
    "5,",
    "--5",
    "- 5",
    "1/2",
    "12 Personen",
    "1 234 567 8",
    "1.234 567",
    "1'234 567",
    "Infinity",
    "NaN",
    "<p>",
    "1²",
    "12¹⁾",
    "(12",
    "12)",
    "()",
    "a",
    "nicht",
  ])("refuses %j", (text) => {
    expect(read(text)).toBe("fault number");
  });

  it("refuses what it cannot keep or does not know", () => {
    expect(read("12345678901234567")).toBe("fault exact");
    expect(read("0,1234567890123456")).toBe("fault exact");
    expect(read(2 ** 60)).toBe("fault exact");
    expect(read(Number.NaN)).toBe("fault exact");
    expect(read("12q")).toBe("fault flag");
    expect(read("12", "q")).toBe("fault flag");
    expect(read("-", "q")).toBe("fault flag");
    expect(read("1,5", "", ".")).toBe("fault decimal");
    expect(read("1.5", "", ",")).toBe("fault decimal");
  });

  it("reads flags beside numbers and symbols", () => {
    expect(read("14590", "e")).toBe("14590 e");
    expect(read(14.5, "p")).toBe("14.5 p");
    expect(read("-", "e")).toBe("symbol - e");
    expect(read("", ".")).toBe("symbol .");
    expect(read("/", "/")).toBe("symbol /");
    expect(read("1.234", "p")).toBe("1234|1.234");
    expect(cellValue("(1.234)", "", destatis, undefined)).toMatchObject({ kind: "ambiguous", quality: { flag: "( )" } });
    const eurostat = symbolsFor("eurostat");
    expect(brief(cellValue("", "c", eurostat, undefined))).toBe("symbol :c");
    expect(brief(cellValue(":", "u", eurostat, undefined))).toBe("symbol :u");
    expect(brief(cellValue(":", "p", eurostat, undefined))).toBe("symbol : p");
    expect(brief(cellValue(12, "bp", eurostat, undefined))).toBe("12 bp");
    expect(brief(cellValue(0, "", eurostat, undefined))).toBe("0");
    expect(read(0)).toBe("symbol 0");
  });

  const decimals = fc
    .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 4 }))
    .map(([whole, places]) => whole / 10 ** places);

  it.each(["de", "en"] as const)("reads what a writer of %s writes", (language) => {
    const mark = language === "de" ? "," : ".";
    fc.assert(
      fc.property(decimals, fc.boolean(), fc.constantFrom("", "p", "e"), (value, grouped, flag) => {
        fc.pre(value !== 0);
        const text = new Intl.NumberFormat(language, { useGrouping: grouped, maximumFractionDigits: 4 }).format(value);
        expect(read(`${text}${flag}`, "", mark)).toBe(`${value} ${flag}`.trim());
        // Without being told the mark it reads the same, or says that it cannot know.
        const alone = read(text);
        if (!alone.includes("|")) expect(alone).toBe(`${value}`);
        else expect(alone.split("|")).toContain(`${value}`);
      }),
    );
  });

  it("takes no other number for a text than its digits", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,- '\u202f()epx%−")), maxLength: 12 }), (text) => {
        const cell = cellValue(text, "", destatis, undefined);
        if (cell.kind !== "value" || typeof cell.value !== "number") return;
        const mark = markOf(text);
        // The digits in their order, with the one point where its mark stands: told apart without the reader's own forms.
        const at = mark === undefined ? text.length : text.lastIndexOf(mark) < 0 ? text.length : text.lastIndexOf(mark);
        const said = Number(`${digits(text.slice(0, at))}.${digits(text.slice(at))}`);
        expect(Math.abs(cell.value)).toBe(said);
        expect(cell.value < 0).toBe(/^[(\s]*[-−–]/u.test(text) && said !== 0);
      }),
    );
  });
});

describe("markOf", () => {
  it.each([
    ["84.35", "."],
    ["1.234.567", ","],
    ["7,7", ","],
    ["1.234", undefined],
    ["720", undefined],
    ["-", undefined],
    ["x1", undefined],
  ])("%s is written with %s", (text, mark) => {
    expect(markOf(text)).toBe(mark);
  });
});
