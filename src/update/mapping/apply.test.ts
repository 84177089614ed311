import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mappingReceiver } from "./apply.ts";
import { readMappings } from "./read.ts";
import { brief, briefFaults, datasetWith, feed, headOf, readBy, type TableText } from "./testing.ts";

const regions = `keys:
  Barßel: { ags: "03453001" }
  Bösel: { ags: "03453002" }
  Essen: { label: Essen (Oldenburg), ags: "03453006" }
total: Kreis
`;
const values = "{ Barßel: 1, Bösel: 2, Essen: 3, Kreis: 6 }";

function mapped(update: string, table: Partial<TableText>, stichtag?: string, fields: string = regions): string {
  const dataset = datasetWith(`${fields}update:\n${update.replaceAll(/^/gmu, "  ")}`, fields === regions ? values : "{ a: 1 }");
  return brief(readBy(dataset, { ...population, ...table }, stichtag === undefined ? {} : { stichtag }));
}

const population: TableText = {
  variables: ["STAG time", "GEMEIN", "GES", "MERKMAL measure"],
  rows: [
    ["2024-12-31", "03453002=Bösel", "", "BEVSTD", "8906"],
    ["2024-12-31", "03453002=Bösel", "GESM=männlich", "BEVSTD", "4500"],
    ["2024-12-31", "03453001=Barßel", "", "BEVSTD", "13812", "Anzahl", "p"],
    ["2024-12-31", "03453006=Essen (Oldenburg)", "", "BEVSTD", "-"],
    ["2025-12-31", "03453001=Barßel", "", "BEVSTD", "(13900)"],
    ["2025-12-31", "=", "", "BEVSTD", "41000"],
  ],
};

/** Keys by AGS, with a column of names beside them. */
function named(rows: TableText["rows"]): string {
  return mapped("key: Schlüssel\nstichtag: 2024-12-31", { variables: ["Schlüssel", "Name attribute", "MERKMAL measure"], rows });
}

function column(...names: readonly string[]): string {
  return named(["03453001", "03453002", "03453006"].map((code, index) => [code, names[index] ?? "", "X", index + 1]));
}

describe("mappingReceiver", () => {
  it("makes releases by Stichtag, in the dataset's order", () => {
    expect(mapped('filter: { GES: "" }\nkey: { variable: GEMEIN, total: Kreis }\nunit: Anzahl', {})).toBe(
      "2024-12-31 Barßel 13812 p, Bösel 8906, Essen [-]\n2025-12-31 Barßel 13900 ( ), Kreis 41000",
    );
  });

  it("leaves the total out where nobody asks for it", () => {
    expect(mapped('filter: { GES: "" }\nkey: GEMEIN', {})).toBe(
      "2024-12-31 Barßel 13812 p, Bösel 8906, Essen [-]\n2025-12-31 Barßel 13900 ( )",
    );
  });

  it("nests levels of keys", () => {
    const rows = [
      ["2024-12-31", "A=anerkannt", "GESW=weiblich", "X", "5"],
      ["2024-12-31", "A=anerkannt", "GESM=männlich", "X", "10"],
      ["2024-12-31", "B=offen", "GESM=männlich", "X", "."],
      ["2024-12-31", "C=ohne", "GESM=männlich", "X", "7"],
    ];
    const update = "key:\n  - { variable: SCHST2, keys: { B: offen, A: da }, others: ignore }\n  - { variable: GES, by: label }";
    expect(mapped(update, { variables: ["STAG time", "SCHST2", "GES", "MERKMAL measure"], rows }, undefined, "")).toBe(
      "2024-12-31 offen.männlich [.], da.männlich 10, da.weiblich 5",
    );
  });

  it.each([
    ["ars", ["034530001001", "034530006006"]],
    ["ags", ["3453001", "03453006"]],
    ["lsn", ["453001", "453006"]],
    ["ags", ["034530001001", "03453006"]],
  ])("reads keys as %s", (by, codes) => {
    const rows = codes.map((code, index) => ["2024-12-31", code, "", "BEVSTD", index + 1]);
    expect(mapped(`key: { variable: GEMEIN, by: ${by} }`, { rows })).toBe("2024-12-31 Barßel 1, Essen 2");
  });

  it("joins the parts of a key, and skips rows that hold nothing", () => {
    const rows = [
      ["03", "4", "53", "(leer)", "Kreis", "EW", ""],
      ["03", "4", "53", "001", "Barßel", "EW", 5],
      ["03", "4", "53", "002", "Bösel", "EW", 6],
    ];
    const update = "key: { variable: [Land, RB, Kreis, Gem], by: ags }\nstichtag: 2024-06-30";
    const table = {
      variables: ["Land attribute", "RB attribute", "Kreis attribute", "Gem attribute", "Name attribute", "MERKMAL measure"],
      rows,
    };
    expect(mapped(update, table)).toBe("2024-06-30 Barßel 5, Bösel 6");
  });

  it("takes one value where no variable is a key", () => {
    expect(mapped('filter: { GES: "", GEMEIN: "", STAG: 2025-12-31 }\nsingle: Barßel', {})).toBe("2025-12-31 Barßel 41000");
  });

  it("multiplies as a person would", () => {
    const rows = [
      ["2024-12-31", "03453001", "", "X", "82,8"],
      ["2024-12-31", "03453002", "", "X", "0,145"],
    ];
    expect(mapped("key: GEMEIN\nfactor: 1000", { rows })).toBe("2024-12-31 Barßel 82800, Bösel 145");
    expect(mapped("key: GEMEIN\nfactor: 100", { rows })).toBe("2024-12-31 Barßel 8280, Bösel 14.5");
  });

  it("wants every variable pinned", () => {
    expect(mapped("key: GEMEIN", {})).toBe("unpinned-variable");
    const dataset = datasetWith(`${regions}update: { key: GEMEIN }`, values);
    const [fault] = readBy(dataset, population).diagnostics;
    expect(fault?.message.de).toBe(
      'Die Variable »GES« hat 2 Ausprägungen, und es ist nicht gesagt, welche gilt: "" (Insgesamt); GESM (männlich). Sie gehört unter filter oder key. Für die Summe: filter: { GES: "" }.',
    );
  });

  it("refuses two observations for one value, with both places", () => {
    const rows = [...population.rows, ["2024-12-31", "03453001=Barßel", "", "BEVSTD", "13812"]];
    const dataset = datasetWith(`${regions}update: { key: { variable: GEMEIN, total: Kreis }, filter: { GES: "" } }`, values);
    const outcome = readBy(dataset, { ...population, rows });
    expect(briefFaults(outcome.diagnostics)).toBe("two-observations:8");
    expect(outcome.diagnostics[0]?.message.de).toContain("»Barßel« steht hier ein zweiter Wert; der erste steht in tabelle.csv:4");
  });

  it("says which filter lets nothing through, and what there is", () => {
    const dataset = datasetWith(`${regions}update: { key: GEMEIN, filter: { MERKMAL: BEVSTD, GES: GESX } }`, values);
    const [fault] = readBy(dataset, population).diagnostics;
    expect(fault?.message.de).toMatch(
      /Der Filter »GES« lässt nichts durch: »GESX« kommt nicht vor\. Gemeint ist vielleicht »GESM«\. Es gibt Insgesamt \(""\) und »GESM«\./u,
    );
    expect(fault?.message.en).toContain('There is the total ("") and “GESM”.');
    expect(fault?.span.source.text.slice(fault.span.start, fault.span.end)).toBe("GESX");
  });

  it.each([
    ['key: GEMEINDE\nfilter: { GES: "" }', {}, "no-such-variable"],
    ['key: GEMEIN\nfilter: { GES: "" }', { rows: [] }, "no-observations"],
    ['key: GEMEIN\nfilter: { GES: "", MERKMAL: Y }', { rows: [["2024-12-31", "1", "", "X", "1"]] }, "filter-lets-nothing-through"],
    ['key: GEMEIN\nfilter: { GES: "" }', { rows: [["2024-12-31", "", "", "X", "1"]] }, "keys-take-nothing"],
    ['key: GEMEIN\nfilter: { GES: "" }', { rows: [["2024-12-31", "03453009=Lastrup", "", "X", "1"]] }, "unknown-code:2"],
    [
      'key: { variable: GEMEIN, others: ignore }\nfilter: { GES: "" }',
      { rows: [["2024-12-31", "03454009", "", "X", "1"]] },
      "keys-take-nothing",
    ],
    [
      'key: { variable: GEMEIN, keys: { "03453002": Bösel, "03453004": Essen }, others: ignore }\nfilter: { GES: "" }',
      {},
      "code-not-in-table",
    ],
    ['key: GEMEIN\nfilter: { GES: "" }\nunit: Tsd. EUR', {}, "wrong-unit:2 wrong-unit:4 wrong-unit:5 wrong-unit:6"],
    [
      'key: GEMEIN\nfilter: { GES: "" }',
      {
        rows: [
          ["2024-12-31", "03453001", "", "X", "1", "Anzahl"],
          ["2024-12-31", "03453002", "", "X", "1", "Prozent"],
        ],
      },
      "several-units",
    ],
    ["key: GEMEIN", { rows: [["2024-12-31", "03453001", "", "X", ""]] }, "empty-cell:2"],
    ["key: GEMEIN", { rows: [["2024-12-31", "03453001", "", "X", "viele"]] }, "not-a-value:2"],
    ["key: GEMEIN", { rows: [["2024-12-31", "03453001", "", "X", "12", "Anzahl", "q"]] }, "unknown-flag:2"],
    ["key: GEMEIN", { rows: [["damals", "03453001", "", "X", "12"]] }, "not-a-time:2"],
    ["key: GEMEIN", { rows: [["2024-12-31", "03453001", "", "X", "1.234"]] }, "ambiguous-number:2"],
    [
      "key: GEMEIN",
      {
        rows: [
          ["2024-12-31", "03453001", "", "X", "1.234.567"],
          ["2024-12-31", "03453002", "", "X", "1.5"],
        ],
      },
      "mixed-decimal-marks:3",
    ],
    ['key: GEMEIN\ndecimal: "."', { rows: [["2024-12-31", "03453001", "", "X", "1,5"]] }, "other-decimal-mark:2"],
    ["key: GEMEIN\nformat: xlsx", {}, "wrong-format"],
    ["key: GEMEIN\ntable: 12411-01-01-5", { head: { table: "12411-06-01-5" } }, "wrong-table"],
    ["key: GEMEIN\ntable: 12411-01-01-5", { head: { table: "12521" } }, "wrong-table"],
  ])("refuses: %s %#", (update, table, expected) => {
    expect(mapped(update, table)).toBe(expected);
  });

  it("never ignores a municipality of a district whose municipalities are keys", () => {
    const rows = [
      ...population.rows.slice(0, 1),
      ["2024-12-31", "03453014=Neudorf", "", "BEVSTD", "7"],
      ["2024-12-31", "03453", "", "BEVSTD", "9"],
    ];
    const dataset = datasetWith(`${regions}update: { key: { variable: GEMEIN, others: ignore } }`, values);
    const { diagnostics } = readBy(dataset, { ...population, rows });
    expect(briefFaults(diagnostics)).toBe("unknown-code:3");
    expect(diagnostics[0]?.message.de).toContain("03453014 (Neudorf) der Variable »GEMEIN« liegt in einem Kreis");
    expect(mapped('key: { variable: GEMEIN, keys: { "03453002": Bösel }, others: ignore }', { rows })).toBe("2024-12-31 Bösel 8906");
  });

  describe("names beside keys", () => {
    it("that are those of other keys are refused, with both places", () => {
      const rows = [
        ["2024-12-31", "03453001=Bösel", "", "X", 1],
        ["2024-12-31", "03453002=Barßel", "", "X", 2],
      ];
      const { diagnostics } = readBy(datasetWith(`${regions}update: { key: GEMEIN }`, values), { ...population, rows });
      expect(briefFaults(diagnostics)).toBe("key-and-name-differ:2 key-and-name-differ:3");
      expect(diagnostics[0]?.message.de).toContain(
        "der Schlüssel 03453001, das ist »Barßel«, bei »Bösel«; so heißt »Bösel«, 03453002 (dessen Zeile: tabelle.csv:3)",
      );
    });

    it("are found in a column of its own that was sorted alone", () => {
      expect(
        named([
          ["03453001", "Gemeinde Bösel", "X", 1],
          ["03453002", "Essen (Oldb.)", "X", 2],
          ["03453006", "Barßel", "X", 3],
        ]),
      ).toBe("key-and-name-differ:2 key-and-name-differ:3 key-and-name-differ:4");
    });

    it("may be written otherwise, be nobody's, or be another place's for several keys", () => {
      const expected = "2024-12-31 Barßel 1, Bösel 2, Essen 3";
      expect(column("Barßel, Gemeinde", "BÖSEL", "Essen (Oldenburg)")).toBe(expected);
      expect(column("Dorf", "Bösel", "Essen i. O.")).toBe(expected);
      expect(column("Bösel", "Bösel", "Essen")).toBe(expected);
      expect(column("", "Essen", "")).toBe(expected);
    });
  });

  it("says that filters together let nothing through, of a format that asks each code once", () => {
    const dataset = datasetWith("update: { key: GES, filter: { A: a, B: b } }");
    const [mapping] = (dataset.update && readMappings(dataset.update, dataset).value) ?? [];
    if (mapping === undefined) throw new Error("no mapping");
    const receiver = mappingReceiver(mapping, dataset);
    const table = { variables: ["A", "B", "GES", "M measure"], rows: [] };
    const tail = feed(table, receiver);
    expect(briefFaults(receiver.finish(tail).diagnostics)).toBe("no-observations");
    const asking = mappingReceiver(mapping, dataset);
    const selection = asking.open({ format: "ffcsv", form: [], preamble: [], variables: headOf(table) });
    for (const [index, code] of ["a", "b"].entries()) expect(selection?.[index]?.has(code)).toBe(true);
    expect(asking.finish(tail).diagnostics[0]?.message.de).toBe("Keine Zeile hat alles zugleich, was die Filter »A« und »B« verlangen.");
  });

  it.each(["12411-01-01-5", "12411", "12411-01-01-5_175879554"])("takes the file of table %s", (table) => {
    expect(mapped('key: { variable: GEMEIN, total: Kreis }\nfilter: { GES: "" }\ntable: 12411-01-01-5', { head: { table } })).toMatch(
      /^2024/u,
    );
  });

  it("decides a column's decimal mark by what can only be read one way", () => {
    const rows = [
      ["2024-12-31", "03453001", "", "X", "1.234"],
      ["2024-12-31", "03453002", "", "X", "84.35"],
    ];
    expect(mapped("key: GEMEIN", { rows })).toBe("2024-12-31 Barßel 1.234, Bösel 84.35");
    expect(mapped('key: GEMEIN\ndecimal: ","', { rows: rows.slice(0, 1) })).toBe("2024-12-31 Barßel 1234");
    expect(mapped("key: GEMEIN", { rows: rows.slice(0, 1), head: { form: [{ fact: "decimal", found: "," }] } })).toBe(
      "2024-12-31 Barßel 1234",
    );
  });

  it("tells of thousands of faults the first few, and how many there are", () => {
    const rows = Array.from({ length: 5000 }, (_, index) => ["2024-12-31", `99${index + 100_000}`, "", "X", "1"]);
    const codes = mapped("key: GEMEIN", { rows }).split(" ");
    expect(codes).toHaveLength(5);
    expect(codes.at(-1)).toBe("more-of-the-same:6");
  });

  describe("Stichtag", () => {
    const bare: TableText = { variables: ["GEMEIN", "MERKMAL measure"], rows: [["03453001", "Einwohner am 31.12.2022", 5]] };
    const years: TableText = {
      variables: ["JAHR time", "GEMEIN", "MERKMAL measure"],
      rows: [
        ["2023", "03453001", "X", 5],
        ["2024", "03453001", "X", 6],
      ],
    };
    const dated: TableText = { variables: ["STAG time", "GEMEIN", "MERKMAL measure"], rows: [["2025-12-31", "03453001", "X", 5]] };
    const preamble = ["Gemeinden in Deutschland", "Postleitzahl am 30.06.2024 (2. Quartal)"];

    it.each([
      ["stichtag: 2024-06-30", bare, undefined, "2024-06-30 Barßel 5"],
      ["stichtag: 2024-06-30", bare, "2025-06-30", "2025-06-30 Barßel 5"],
      ["", bare, "2025-06-30", "2025-06-30 Barßel 5"],
      ["", bare, undefined, "no-stichtag"],
      ["stichtag: { after: Postleitzahl am }", { ...bare, head: { preamble } }, undefined, "2024-06-30 Barßel 5"],
      ["stichtag: { after: postleitzahl }", { ...bare, head: { preamble } }, "2024-06-30", "2024-06-30 Barßel 5"],
      ["stichtag: { after: Postleitzahl }", { ...bare, head: { preamble } }, "2025-06-30", "stichtag-contradicts"],
      ["stichtag: { after: Leitzahl }", { ...bare, head: { preamble } }, undefined, "no-day-after"],
      ["stichtag: { after: _stichtag }", { ...bare, head: { preamble: ["_stichtag: 20250630"] } }, undefined, "2025-06-30 Barßel 5"],
      ["stichtag: { after: Einwohner }", bare, undefined, "2022-12-31 Barßel 5"],
      ["", years, undefined, "2023-12-31 Barßel 5\n2024-12-31 Barßel 6"],
      ["stichtag: { variable: JAHR, of: 06-30 }", years, undefined, "2023-06-30 Barßel 5\n2024-06-30 Barßel 6"],
      ["", years, "2024-12-31", "2024-12-31 Barßel 6"],
      ["", years, "2025-12-31", "stichtag-contradicts"],
      ["stichtag: 2024-06-30", years, undefined, "unpinned-variable"],
      ["stichtag: 2026-06-30", dated, undefined, "stichtag-contradicts"],
      ["stichtag: 2026-06-30\nfilter: { STAG: 2025-12-31 }", dated, undefined, "stichtag-contradicts"],
      ["stichtag: 2026-06-30", dated, "2026-06-30", "stichtag-contradicts"],
      ["stichtag: 2026-06-30", dated, "2025-12-31", "2025-12-31 Barßel 5"],
      ["stichtag: { after: Stand }", dated, "2026-06-30", "stichtag-contradicts"],
      ["stichtag: { after: Stand }", { ...dated, head: { preamble: ["Stand 30.06.2026"] } }, undefined, "stichtag-contradicts"],
      ["stichtag: { after: Stand }", { ...dated, head: { preamble: ["Stand 31.12.2025"] } }, undefined, "2025-12-31 Barßel 5"],
      ["stichtag: 2024-06-30", { ...years, rows: years.rows.slice(1) }, undefined, "2024-06-30 Barßel 6"],
      ["stichtag: 2025-06-30", { ...years, rows: years.rows.slice(1) }, undefined, "stichtag-contradicts"],
    ])("%s %#", (rule, table, said, expected) => {
      expect(mapped(`key: GEMEIN\n${rule}`, table, said)).toBe(expected);
    });

    it("names the ways where there is none", () => {
      const dataset = datasetWith(`${regions}update: { key: GEMEIN }`, values);
      const words = readBy(dataset, { ...bare, head: { preamble } }).diagnostics[0]?.message.de;
      expect(words).toContain('stichtag: { after: "Postleitzahl am" }');
      expect(words).toContain("--stichtag 2024-06-30");
    });
  });

  it("takes each value once, whatever the order of the rows", () => {
    const update = 'key: { variable: GEMEIN, total: Kreis }\nfilter: { GES: "" }';
    const expected = mapped(update, {});
    fc.assert(
      fc.property(fc.shuffledSubarray([...population.rows], { minLength: population.rows.length }), (rows) => {
        expect(mapped(update, { rows })).toBe(expected);
      }),
      { numRuns: 30 },
    );
  });
});
