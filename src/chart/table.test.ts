import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "./table.ts";
import { charts } from "./testing/arbitrary.ts";
import { awkward, groups, municipalitiesOverTime, population, quota, ranking, refugees } from "./testing/briefing.ts";

describe("tableOf", () => {
  test("a ranking: a row for each category, the unit in the header", () => {
    const { caption, header, rows } = tableOf({ ...ranking(), keyName: "Staatsangehörigkeit" });
    expect(caption).toBe("Staatsangehörigkeiten (Ausländerinnen und Ausländer, Stichtag 01.07.2017)");
    expect(header).toEqual(["Staatsangehörigkeit", "Ausländerinnen und Ausländer (Personen)"]);
    expect(rows).toHaveLength(16);
    expect(rows[0]).toEqual(["Rumänien", "3.714"]);
    expect(rows.at(-1)).toEqual(["Übrige", "2.045"]);
  });

  test("missing values are shown by symbol and meaning", () => {
    expect(tableOf(awkward).rows).toContainEqual(["Kein Wert vorhanden", "· (unbekannt oder geheim zu halten)"]);
    expect(tableOf(awkward).rows).toContainEqual(["Genau null", "-"]);
  });

  test("a 100 % chart gives value and share", () => {
    expect(tableOf(groups("percent", "vertical")).rows[0]).toEqual(["2015", "7.120 (49\u00a0%)", "5.890 (41\u00a0%)", "1.410 (10\u00a0%)"]);
  });

  test("days in rows, series in columns, breaks at their day", () => {
    const { header, rows } = tableOf(municipalitiesOverTime("line", 3));
    expect(header).toEqual(["Stichtag", "Cloppenburg (Personen)", "Friesoythe (Personen)", "Garrel (Personen)"]);
    expect(rows.at(-1)).toEqual(["30.06.2025", "36.569", "23.461", "kein Wert"]);
    expect(tableOf(population("line")).rows[4]?.[0]).toBe("15.05.2022 (Bruch der Reihe: neue Basis: Zensus 2022)");
  });

  test("parts end with the whole; progress has its share", () => {
    expect(tableOf(refugees("waffle")).rows.at(-1)).toEqual(["Insgesamt", "2.967", ""]);
    expect(tableOf(quota).rows).toEqual([
      ["Quote der Zuweisungen für 2017", "515"],
      ["bereits vor Ort", "344"],
      ["noch offen", "171"],
      ["Anteil", "67\u00a0%"],
    ]);
  });

  test.each(Object.entries(charts))("%s: rows as long as the header, no empty name", (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (chart) => {
        const { header, rows } = tableOf(chart);
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) expect(row).toHaveLength(header.length);
        expect(rows.flat().join()).not.toMatch(/undefined|NaN/);
      }),
      { numRuns: 40 },
    );
  });
});
