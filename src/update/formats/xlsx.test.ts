import * as fc from "fast-check";
import { type Cell, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { readZip } from "../../targets/pptx/zip/read.ts";
import { zipEntry, zipOf } from "../../targets/pptx/zip/write.ts";
import { placeOf, tell, type Telling, type Told } from "./grid/testing.ts";
import { xlsx } from "./xlsx.ts";

const towns: CellValue[][] = [
  ["Gemeinde", "Fläche km2 1)", "Einwohner"],
  ["Barßel", 84.35, 13_812],
  ["Bösel", 100.21, 8_906],
];

async function told(sheets: readonly WriteSheet[], telling?: Telling): Promise<Told> {
  return tell(xlsx, await writeXlsx({ sheets: [...sheets] }), { name: "a.xlsx", piece: 4096, ...telling });
}

function sheet(rows: readonly (readonly CellValue[])[], more: Partial<WriteSheet> = {}): WriteSheet {
  return { name: "Tabelle1", rows: rows.map((row) => [...row]), ...more };
}

/** A cell of a sheet by row and column from 0. */
function cells(...entries: readonly (readonly [string, Partial<Cell>])[]): Map<string, Partial<Cell>> {
  return new Map(entries);
}

/** The workbook with one of its parts changed. */
async function changed(rows: readonly (readonly CellValue[])[], path: string, change: (xml: string) => string): Promise<Told> {
  const parts = await readZip(await writeXlsx({ sheets: [sheet(rows)] }));
  const entries = [...parts].map(([name, bytes]) =>
    zipEntry(name, name === path ? Buffer.from(change(Buffer.from(bytes).toString())) : bytes, true),
  );
  return tell(xlsx, zipOf(entries), { name: "a.xlsx", piece: 4096 });
}
const first = "xl/worksheets/sheet1.xml";

describe("a sheet", () => {
  it("gives its numbers as numbers, with their places", async () => {
    const { head, values, observations, faults } = await told([sheet(towns)]);
    expect(faults).toEqual([]);
    expect(values).toEqual([
      "Barßel|Fläche km2 = #84.35",
      "Barßel|Einwohner = #13812",
      "Bösel|Fläche km2 = #100.21",
      "Bösel|Einwohner = #8906",
    ]);
    expect(head?.form).toEqual([
      { fact: "sheet", found: "Tabelle1" },
      { fact: "header", found: { de: "Zeile 1", en: "row 1" } },
    ]);
    expect(observations.map(placeOf)[3]).toBe("3:18 8906");
    expect(observations[3]?.span.source.path).toBe("a.xlsx:Tabelle1");
  });

  it("may have titles above, a heading of several rows, groups without values and footnotes", async () => {
    const { head, values, tail } = await told([
      sheet([
        ["Bevölkerung am 30.06.2025"],
        [],
        ["Gemeinde", "Bevölkerung", null, null],
        [null, "insgesamt", "männlich", "weiblich"],
        ["Landkreis Cloppenburg"],
        ["Barßel", 3, 1, 2],
        ["Bösel", 7, 3, 4],
        [],
        ["1) Ohne Gewähr."],
        ["© LSN"],
      ]),
    ]);
    expect(head?.preamble).toEqual(["Tabelle1", "Bevölkerung am 30.06.2025"]);
    expect(values.filter((value) => value.startsWith("Bösel"))).toEqual([
      "Bösel|Bevölkerung insgesamt = #7",
      "Bösel|Bevölkerung männlich = #3",
      "Bösel|Bevölkerung weiblich = #4",
    ]);
    expect(values).toHaveLength(6);
    expect(tail).toMatchObject({ footnotes: ["1) Ohne Gewähr."], copyright: "© LSN", observations: 6 });
  });

  it("has merged cells filled with words, days and the years of a heading, and never with a number", async () => {
    const rows: CellValue[][] = [
      ["Gemeinde", "Geschlecht", 2024, null, "Stand"],
      [null, null, "Anzahl", "Anteil", null],
      ["Barßel", "männlich", 1, 5, 7],
      [null, "weiblich", 2, 6, null],
    ];
    const merges = [
      { startRow: 0, endRow: 1, startCol: 0, endCol: 0 },
      { startRow: 0, endRow: 1, startCol: 1, endCol: 1 },
      { startRow: 0, endRow: 0, startCol: 2, endCol: 3 },
      { startRow: 0, endRow: 1, startCol: 4, endCol: 4 },
      { startRow: 2, endRow: 3, startCol: 0, endCol: 0 },
      { startRow: 2, endRow: 3, startCol: 4, endCol: 4 },
    ];
    const { values, faults } = await told([sheet(rows, { merges })]);
    expect(faults).toEqual([]);
    expect(values).toEqual([
      "Barßel|männlich|2024 Anzahl = #1",
      "Barßel|männlich|2024 Anteil = #5",
      "Barßel|männlich|Stand = #7",
      "Barßel|weiblich|2024 Anzahl = #2",
      "Barßel|weiblich|2024 Anteil = #6",
      "Barßel|weiblich|Stand = ",
    ]);
  });

  it("has days by their format, in either system", async () => {
    const rows: CellValue[][] = [
      ["Stichtag", "Einwohner"],
      [new Date(Date.UTC(2024, 11, 31)), 177_025],
      [new Date(Date.UTC(2025, 5, 30)), 178_948],
    ];
    for (const dateSystem of ["1900", "1904"] as const) {
      const { head, values } = await tell(xlsx, await writeXlsx({ sheets: [sheet(rows)], dateSystem }), { piece: 4096 });
      expect(head?.variables[0]).toEqual({ code: "Stichtag", label: "Stichtag", role: "time" });
      expect(values).toEqual(["2024-12-31|Einwohner = #177025", "2025-06-30|Einwohner = #178948"]);
    }
  });

  it("keeps numbers that are text as text, and a code its zeros", async () => {
    const { values } = await told([
      sheet([
        ["AGS", "Einwohner"],
        ["03453001", "13.812"],
        ["03453002", "."],
      ]),
    ]);
    expect(values).toEqual(["03453001|Einwohner = 13.812", "03453002|Einwohner = ."]);
  });

  it("gives numbers with the fifteen digits that Excel shows", async () => {
    const { values } = await changed(towns, first, (xml) => xml.replace("<v>84.35</v>", "<v>84.350000000000009</v>"));
    expect(values[0]).toBe("Barßel|Fläche km2 = #84.35");
  });

  it("tells of hidden rows and columns, and reads them", async () => {
    const hidden = await told([sheet(towns, { rowDefs: new Map([[2, { hidden: true }]]), columns: [{}, { hidden: true }, {}] })]);
    expect(hidden.values).toHaveLength(4);
    expect(hidden.diagnostics).toMatchObject([
      {
        severity: "warning",
        message: { code: "xlsx-hidden", de: expect.stringContaining("1 ausgeblendete Zeilen und 1 ausgeblendete Spalten") },
      },
    ]);
  });
});

describe("formulas", () => {
  const rows: CellValue[][] = [
    ["Gemeinde", "Einwohner", "Summe"],
    ["Barßel", 1, null],
    ["Bösel", 2, 9],
  ];

  it("have the value that was last shown, and are not worked out", async () => {
    const { values } = await told([sheet(rows, { cells: cells(["1,2", { formula: "B2+1000", formulaResult: 2 }]) })]);
    expect(values[1]).toBe("Barßel|Summe = #2");
  });

  it("that were never worked out are refused where they are wanted", async () => {
    const formula = cells(["1,2", { formula: "B2+1000" }]);
    const { faults, diagnostics, tail } = await told([sheet(rows, { cells: formula })]);
    expect(faults).toEqual(["grid-broken-cell"]);
    expect(diagnostics[0]?.message.de).toContain("=B2+1000");
    expect(tail).toBeUndefined();
    const other = await told([sheet(rows, { cells: formula })], { select: () => [undefined, new Set(["Einwohner"])] });
    expect(other.values).toEqual(["Barßel|Einwohner = #1", "Bösel|Einwohner = #2"]);
    expect(other.faults).toEqual([]);
  });

  it("that went wrong are refused where they are wanted", async () => {
    const { faults, diagnostics } = await changed(rows, first, (xml) =>
      xml.replace(/<c r="C3"[^>]*><v>9<\/v><\/c>/u, '<c r="C3" t="e"><v>#REF!</v></c>'),
    );
    expect(faults).toEqual(["grid-broken-cell"]);
    expect(diagnostics[0]?.message.de).toContain("#REF!");
    expect(diagnostics[0]?.span.source).toMatchObject({ path: "a.xlsx:Tabelle1", firstLine: 3 });
  });
});

describe("the sheet that is read", () => {
  const cover = sheet([["Statistischer Bericht"], ["Herausgeber: LSN"]], { name: "Titel" });

  it("is the only visible one with a table", async () => {
    const { head } = await told([cover, sheet(towns, { name: "Werte" }), sheet(towns, { name: "alt", hidden: true })]);
    expect(head?.form[0]).toEqual({ fact: "sheet", found: "Werte" });
  });

  it("is the one named, hidden or not", async () => {
    const sheets = [sheet(towns, { name: "2024" }), sheet([towns[0] ?? [], ["Emstek", 1, 2]], { name: "2025", hidden: true })];
    expect((await told(sheets, { options: { sheet: "2025" } })).values[0]).toBe("Emstek|Fläche km2 = #1");
  });

  it.each<[string, WriteSheet[], string?]>([
    ["xlsx-several-sheets", [sheet(towns, { name: "A" }), sheet(towns, { name: "B" })]],
    ["xlsx-no-table", [cover]],
    ["xlsx-sheet-unknown", [cover], "Titelblatt"],
    ["grid-without-values", [cover], "Titel"],
  ])("%s", async (code, sheets, wanted) => {
    const { faults, head } = await told(sheets, wanted === undefined ? {} : { options: { sheet: wanted } });
    expect(faults).toEqual([code]);
    expect(head).toBeUndefined();
  });
});

describe("a workbook made to harm", () => {
  it("with entities is refused before they mean anything", async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>`;
    const bomb = await changed(towns, first, (xml) => xml.replace("?>", `?>${laughs}`).replace("<v>84.35</v>", "<v>&c;</v>"));
    expect(bomb.faults).toEqual(["xlsx-damaged"]);
    expect(bomb.diagnostics[0]?.message.de).toContain("DOCTYPE");
    expect((await changed(towns, first, (xml) => xml.replace("<v>84.35</v>", "<v>&toString;</v>"))).faults).toEqual(["xlsx-damaged"]);
  });

  it("that claims a million cells has those that are there", async () => {
    const { values } = await changed(towns, first, (xml) =>
      xml.replace(/<dimension[^>]*\/>/u, "").replace("<sheetData>", '<dimension ref="A1:ALL1000"/><sheetData>'),
    );
    expect(values).toHaveLength(4);
    const far = await changed(towns, first, (xml) =>
      xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    );
    expect(far.faults).toEqual(["grid-too-wide"]);
  });

  it("with one part of zeros beyond measure is not unpacked", async () => {
    const parts = await readZip(await writeXlsx({ sheets: [sheet(towns)] }));
    const bomb = Buffer.alloc(80e6, "<a/>");
    const file = zipOf([...parts].map(([name, bytes]) => zipEntry(name, name === first ? bomb : bytes, true)));
    expect(file.length).toBeLessThan(1e6);
    expect((await tell(xlsx, file, { piece: 65_536 })).faults).toEqual(["archive-too-large"]);
  });

  it.each<[string, (xml: string) => string]>([
    ["cells out of order", (xml) => xml.replace('r="C2"', 'r="A2"')],
    ["a cell of another row", (xml) => xml.replace('r="B2"', 'r="B9"')],
    ["a row twice", (xml) => xml.replace('<row r="3"', '<row r="2"')],
    ["a text that is not there", (xml) => xml.replace(/t="s"><v>\d+</u, 't="s"><v>99<')],
    ["a number that is none", (xml) => xml.replace("<v>84.35</v>", "<v>viele</v>")],
    ["a type that there is not", (xml) => xml.replace("><v>84.35</v>", ' t="zz"><v>84.35</v>')],
    ["its end missing", (xml) => xml.slice(0, -40)],
  ])("%s", async (_, change) => {
    const { faults, tail } = await changed(towns, first, change);
    expect(faults).toEqual(["xlsx-damaged"]);
    expect(tail).toBeUndefined();
  });

  it("or changed anywhere ends in a fault or in the same values", async () => {
    const file = Buffer.from(await writeXlsx({ sheets: [sheet(towns)] }));
    const good = (await tell(xlsx, file, { piece: 4096 })).values;
    const change = fc.tuple(fc.nat({ max: file.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.nat({ max: file.length }),
        fc.boolean(),
        async (changes, cut, whole) => {
          const bytes = Buffer.from(file);
          for (const [at, value] of changes) bytes[at] = value;
          const result = await tell(xlsx, whole ? bytes : bytes.subarray(0, cut), { piece: 4096 });
          if (result.tail !== undefined) expect(result.values).toEqual(good);
          else expect(result.faults.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("random workbooks of another library", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "ß", "Ö", "z", "&", "<", "'", "_"), minLength: 3, maxLength: 8 });
  const amount = fc.oneof(
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.integer({ min: 1, max: 99_999 }).map((value) => value / 100),
  );
  const grid = fc.record({
    names: fc.uniqueArray(word, { minLength: 1, maxLength: 8 }),
    measures: fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
    stringMode: fc.constantFrom("shared" as const, "inline" as const),
  });

  it("come back, and as a second reader has them", async () => {
    await fc.assert(
      fc.asyncProperty(grid, fc.infiniteStream(amount), async ({ names, measures, stringMode }, amounts) => {
        const next = (): number => Number(amounts.next().value);
        // The first is large, so that no column of years or codes comes about.
        const rows: CellValue[][] = names.map((name, at) => [name, ...measures.map(() => (at === 0 ? 123_456 : next()))]);
        const file = await writeXlsx({ sheets: [sheet([["Ort", ...measures], ...rows])], stringMode });
        const { observations, faults } = await tell(xlsx, file, { piece: 4096 });
        expect(faults).toEqual([]);
        expect(observations.map(({ codes, value }) => [...codes, value])).toEqual(
          rows.flatMap(([name, ...values]) => values.map((value, at) => [name, measures[at], value])),
        );
        const [{ data } = { data: [] }] = await readWorkbook(Buffer.from(file));
        expect(data.slice(1).flatMap(([, ...values]) => values)).toEqual(observations.map(({ value }) => value));
      }),
      { numRuns: 60 },
    );
  });
});
