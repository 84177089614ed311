import { describe, expect, test } from "vitest";
import { figure, span } from "../../../chart/testing/make.ts";
import { bars, sheetsOf, writeOne } from "./testing.ts";

describe("the workbook", () => {
  test("has a sheet for each further view and one that says what stands behind the numbers", async () => {
    const share = bars(["Männer", "Frauen"], [figure(0.5, "", "percent(1)"), figure(0.5, "", "percent(1)")], { unit: "" });
    const { workbook } = writeOne(bars(["Männer", "Frauen"], [figure(5), figure(5)]), { views: [{ label: "Anteil: [%]", chart: share }] });
    const sheets = await sheetsOf(workbook);
    expect([...sheets.keys()]).toEqual(["Daten", "Anteil %", "Quelle"]);
    expect(sheets.get("Anteil %")).toEqual([
      ["Kategorie", "Personen"],
      ["Männer", 0.5],
      ["Frauen", 0.5],
    ]);
    expect(sheets.get("Quelle")?.slice(0, 2)).toEqual([
      ["Titel", "Balken"],
      ["Untertitel", "Personen"],
    ]);
  });

  test("names each release once, with its terms, and how values were worked out", async () => {
    const release = {
      dataset: "auslaender",
      stichtag: "2017-07-01",
      status: "corrected" as const,
      values: { kind: "level" as const, cells: new Map(), span },
      provenance: {
        provider: "Landkreis",
        table: "T-1",
        address: "https://example.org/t1",
        licence: { name: "dl-de/by-2-0", address: "https://www.govdata.de/dl-de/by-2-0", wording: "© Landkreis 2017" },
      },
      notes: ["Auf Fünfer gerundet."],
      footnotes: [],
      accepted: [],
      retrieved: { on: "2017-08-01", file: "t1.csv" },
      span,
    };
    const dataset = {
      id: "auslaender",
      title: "Ausländerinnen und Ausländer",
      unit: "Personen",
      keyName: "Staat",
      keys: [],
      units: new Map(),
      labels: new Map(),
      regions: new Map(),
      coverage: "partial" as const,
      additivity: "exact" as const,
      provenance: release.provenance,
      definition: "",
      releases: [release],
      symbols: "destatis" as const,
      checks: { sums: [], roundedTo: 5 },
      span,
    };
    const datum = { ...figure(3), origin: { kind: "datum" as const, dataset, release, path: ["Polen"], span } };
    const sum = { ...figure(6), origin: { kind: "computed" as const, operation: "+", expression: "a + a", inputs: [datum, datum], span } };
    const { workbook } = writeOne(bars(["Polen", "Summe"], [datum, sum]));
    const rows = (await sheetsOf(workbook)).get("Quelle") ?? [];
    const from = rows.findIndex(([label]) => label === "Quelle 1");
    expect(rows.slice(from)).toEqual([
      ["Quelle 1", "Ausländerinnen und Ausländer"],
      ["Anbieter", "Landkreis"],
      ["Tabelle", "T-1"],
      ["Adresse", "https://example.org/t1"],
      ["Stichtag", "01.07.2017"],
      ["Status", "berichtigt"],
      ["Lizenz", "dl-de/by-2-0"],
      ["Quellenvermerk", "© Landkreis 2017"],
      ["Adresse der Lizenz", "https://www.govdata.de/dl-de/by-2-0"],
      ["Abgerufen am", "01.08.2017"],
      ["Datei", "t1.csv"],
      ["Anmerkung", "Auf Fünfer gerundet."],
      [null, null],
      ["Berechnete Werte", null],
      ["Summe", "Polen: 3 + 3 = 6\u00a0Personen [1]"],
      [null, "Ausländerinnen und Ausländer [1], Personen: Polen 3"],
    ]);
  });
});
