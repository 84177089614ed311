import { describe, expect, it } from "vitest";
import { parseYaml } from "../../data/yaml.ts";
import { toSource } from "../../source/source.ts";
import { readMappings } from "./read.ts";
import { datasetWith } from "./testing.ts";

const dataset = datasetWith(
  'keys: { Barßel: { ags: "03453001" }, Bösel: { ags: "03453002" } }\ntotal: Kreis',
  "{ Barßel: 1, Bösel: 2, Kreis: 3 }",
);
const free = datasetWith("");

/** The mappings, or the code and place of each fault. */
function read(text: string, of = dataset): unknown {
  const source = toSource("dataset.yaml", text);
  const { value } = parseYaml(source);
  if (value === undefined) throw new Error("bad test");
  const outcome = readMappings(value, of);
  if (outcome.diagnostics.length === 0) return outcome.value;
  expect(outcome.value).toBeUndefined();
  return outcome.diagnostics.map(({ message, span }) => `${message.code} ‹${text.slice(span.start, span.end).split("\n")[0]}›`).join(" ");
}

describe("readMappings", () => {
  it("reads all fields", () => {
    const text = `service: regionaldatenbank
table: 12411-01-01-5
source: { provider: Ämter, table: x }
query: { regionalvariable: GEMEIN, regionalkey: "03453*", startyear: 2024 }
format: ffcsv
encoding: iso-8859-1
separator: ";"
decimal: ","
header: [3, 5]
sheet: Tabelle1
path: gebiete
key:
  - { variable: SCHST2, keys: { SCHUTZST-AK-1: Barßel }, total: Kreis, others: ignore }
  - { variable: [Land, RB], by: code }
  - GES
filter: { GES2: "", KREISE: 03453 }
stichtag: { variable: JAHR, of: 06-30 }
unit: Anzahl
factor: 1000
notes: [ Anmerkung ]
`;
    expect(read(text)).toMatchObject([
      {
        service: "regionaldatenbank",
        table: "12411-01-01-5",
        source: { provider: "Ämter" },
        query: new Map([
          ["regionalvariable", "GEMEIN"],
          ["regionalkey", "03453*"],
          ["startyear", "2024"],
        ]),
        format: "ffcsv",
        options: { encoding: "iso-8859-1", separator: ";", decimal: ",", header: [3, 5], sheet: "Tabelle1", path: "gebiete" },
        keys: [
          { variables: ["SCHST2"], by: "keys", keys: new Map([["SCHUTZST-AK-1", "Barßel"]]), total: "Kreis", others: "ignore" },
          { variables: ["Land", "RB"], by: "code", others: "refuse" },
          { variables: ["GES"], by: "label" },
        ],
        filter: new Map([
          ["GES2", expect.objectContaining({ code: "" })],
          ["KREISE", expect.objectContaining({ code: "03453" })],
        ]),
        time: { kind: "variable", variable: "JAHR", of: "06-30" },
        unit: "Anzahl",
        factor: 1000,
        notes: ["Anmerkung"],
      },
    ]);
  });

  it("takes what is not said from the dataset", () => {
    expect(read("key: GEMEIN")).toMatchObject([
      { table: "1", factor: 1, time: { kind: "variable" }, keys: [{ by: "ags", others: "refuse" }] },
    ]);
    expect(read("key: GES", free)).toMatchObject([{ keys: [{ by: "label" }] }]);
    expect(read("key: GES\nsource: { provider: Andere, table: x }")).toMatchObject([{ table: "x" }]);
    // Another source without a table is not the dataset's table.
    const [bare] = [read("key: GES\nsource: { provider: Andere }")].flat();
    expect(bare).not.toHaveProperty("table");
    expect(read("- key: GES\n- single: Bösel\n  stichtag: { after: am }\n  header: 3")).toMatchObject([
      {},
      { single: "Bösel", time: { kind: "after", words: "am" }, options: { header: [3, 3] } },
    ]);
    expect(read("key: { variable: X, keys: [Barßel, Bösel] }")).toMatchObject([
      {
        keys: [
          {
            by: "keys",
            keys: new Map([
              ["Barßel", "Barßel"],
              ["Bösel", "Bösel"],
            ]),
          },
        ],
      },
    ]);
    expect(read("key: X\nstichtag: 2024-06-30")).toMatchObject([{ time: { kind: "day", day: "2024-06-30" } }]);
  });

  it.each([
    ["filter: { GES: x }", "neither-key-nor-single ‹filter: { GES: x }›"],
    ["key: GES\nsingle: Bösel", "single-with-key ‹single›"],
    ["key: GES\nfilter: { GES: a }", "variable-used-twice ‹a›"],
    ["key: [GES, GES]", "variable-used-twice ‹GES›"],
    ["key: GES\nstichtag: GES", "variable-used-twice ‹key: GES›"],
    ["key: GES\nservice: download", "download-without-address ‹service›"],
    ["key: GES\naddress: https://example.org/x.csv", "address-without-download ‹address›"],
    ["key: GES\nquery: { a: b }", "query-without-service ‹query›"],
    ["key: GES\nservise: genesis", "unknown-field ‹servise›"],
    ["key: GES\nservice: geneses", "not-one-of ‹geneses›"],
    ["key: GES\nformat: csvv", "not-one-of ‹csvv›"],
    ["key: { variable: X, keys: { A: Bosel } }", "undeclared-mapping-key ‹Bosel›"],
    ["key: { variable: X, total: Summe }", "undeclared-mapping-key ‹Summe›"],
    ["single: Kreis", "undeclared-mapping-key ‹Kreis›"],
    ["key: { variable: X, by: keys }", "by-keys-without-keys ‹{ variable: X, by: keys }›"],
    ["key: [{ variable: X, by: label }, { variable: Y, by: ags }]", "by-ags-without-regions ‹{ variable: Y, by: ags }›"],
    ["key: { by: ags }", "missing-field ‹{ by: ags }›"],
    ["key: []", "empty-mapping-list ‹[]›"],
    ["key: X\nfilter: { GES: }", "empty-filter ‹›"],
    ["key: X\nfilter: { GES: [a, b] }", "wrong-type ‹[a, b]›"],
    ["key: X\nheader: [5, 3]", "header-rows ‹[5, 3]›"],
    ["key: X\nheader: 0", "header-rows ‹0›"],
    ["key: X\nseparator: ab", "not-a-separator ‹ab›"],
    ["key: X\nfactor: 0", "factor-not-positive ‹0›"],
    ["key: X\nstichtag: 30.06.2024", "not-a-stichtag-rule ‹30.06.2024›"],
    ["key: X\nstichtag: { variable: JAHR, of: 02-29 }", "not-a-day-of-year ‹02-29›"],
    ["key: X\nstichtag: { after: am, of: 06-30 }", "stichtag-rule-mixed ‹{ after: am, of: 06-30 }›"],
  ])("refuses %j", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("refuses all where one is wrong", () => {
    expect(read("- key: X\n- kee: X")).toBe("unknown-field ‹kee› neither-key-nor-single ‹kee: X›");
    expect(read("[]")).toBe("empty-mapping-list ‹[]›");
  });
});
