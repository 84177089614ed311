import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import type { CategoryChart } from "./model.ts";
import { summarise } from "./summary.ts";
import { charts } from "./testing/arbitrary.ts";
import { awkward, crossSection, decree, groups, networks, population, quota, ranking, refugees } from "./testing/briefing.ts";
import { base, category, figure } from "./testing/make.ts";

function chartOf(values: readonly number[]): CategoryChart {
  return {
    ...ranking(),
    categories: values.map((_, i) => category(`Ort ${i + 1}`)),
    series: [{ key: "a", label: "A", colour: "blue", values: values.map((value) => figure(value)) }],
  };
}

describe("summarise", () => {
  test("a ranking: highest, second, lowest, rest", () => {
    expect(summarise(ranking())).toBe(
      "Höchster von 15 Werten: Rumänien, 3.714 Personen; dann Polen, 3.395; niedrigster: Bulgarien, 233; Übrige 2.045 Personen.",
    );
  });

  test("gaps are said with their meaning, and a symbol that is zero counts as a value", () => {
    expect(summarise(awkward)).toBe(
      "Höchster von 4 Werten: Zuwachs, +1.234 Personen; dann Ein wenig mehr, +12; niedrigster: Rückgang, −730; ohne Zahl: Kein Wert vorhanden · (unbekannt oder geheim zu halten).",
    );
  });

  test("few values are all named, equal ones are said to be equal", () => {
    expect(summarise(chartOf([7, 3]))).toBe("Ort 1 7 Personen, Ort 2 3 Personen.");
    expect(summarise(chartOf([5, 5, 5, 5]))).toBe("Alle 4 Werte sind gleich: 5 Personen.");
    expect(summarise(chartOf([9, 9, 5, 4]))).toContain("Ort 1, 9 Personen; gleichauf: Ort 2; niedrigster");
  });

  test("over time: first, last and change; over a break no change", () => {
    expect(summarise(population("line", 4))).toBe(
      "Vom 15.05.2022 bis 30.06.2025: Landkreis Cloppenburg von 175.408 auf 178.948 Personen, 3.540 Personen mehr; Bruch der Reihe vor dem 15.05.2022 (neue Basis: Zensus 2022), davor und danach nicht vergleichbar.",
    );
    expect(summarise(population("line"))).toContain("Landkreis Cloppenburg von 164.734 auf 178.948 Personen; Bruch");
  });

  test("labels that are phrases stay as they are", () => {
    const labels = ["Anerkannte Flüchtlinge", "Subsidiärer Schutz", "Asylbewerberinnen und Asylbewerber", "Geduldete Flüchtlinge"];
    const chart = { ...chartOf([1350, 753, 720, 144]), categories: labels.map((label) => category(label)) };
    expect(summarise(chart)).toBe(
      "Höchster von 4 Werten: Anerkannte Flüchtlinge, 1.350 Personen; dann Subsidiärer Schutz, 753; niedrigster: Geduldete Flüchtlinge, 144.",
    );
  });

  test("what the values are of stands before them", () => {
    expect(summarise(groups("stacked", "vertical"))).toMatch(
      /^Männer, Frauen, .* – höchster von \d+ Werten: „.*“, .*; dann „.*“, .*; niedrigster: „/u,
    );
  });

  test.each([
    ["Seit dem Zensus fortgeschrieben.", "(Seit dem Zensus fortgeschrieben), davor"],
    ["Zensus 2022", "(Zensus 2022), davor"],
    ["Zensus und so weiter ...", "(Zensus und so weiter ...), davor"],
  ])("a reason within brackets has no full stop: %s", (reason, expected) => {
    expect(summarise({ ...population("line", 4), breaks: [{ day: "2022-05-15", reason }] })).toContain(expected);
  });

  test("a change of shares is in percentage points", () => {
    const shares = [0.1, 0.125].map((value) => figure(value, "", "percent(1)"));
    const chart = { ...base("Anteil"), kind: "line" as const, days: ["2016-12-31", "2017-12-31"], breaks: [], unit: "" };
    expect(summarise({ ...chart, series: [{ key: "a", label: "Anteil", colour: "blue", values: shares }] })).toBe(
      "Vom 31.12.2016 bis 31.12.2017: Anteil von 10,0\u00a0% auf 12,5\u00a0%, 2,5 Prozentpunkte mehr.",
    );
  });

  test.each([
    [[0.01, 0.012], "", "permille(1)", "2,0 Promillepunkte mehr"],
    [[0.3, 0.2], "", "percent", "10 Prozentpunkte weniger"],
    [[0.3, 0.29], "", "percent", "1 Prozentpunkt weniger"],
    [[4.5, 5.6], "Prozent", "number(1)", "1,1 Prozentpunkte mehr"],
    [[4, 6], "‰", "number", "2 Promillepunkte mehr"],
    [[4, 6], "Promille", "number", "2 Promillepunkte mehr"],
  ] as const)("a change of %j %s as %s: %s", (numbers, unit, format, expected) => {
    const values = numbers.map((value) => figure(value, unit, format));
    const chart = { ...base("Anteil"), kind: "line" as const, days: ["2016-12-31", "2017-12-31"], breaks: [], unit };
    expect(summarise({ ...chart, series: [{ key: "a", label: "Anteil", colour: "blue", values }] })).toContain(`, ${expected}.`);
  });

  test("shares by category", () => {
    expect(summarise(groups("percent", "vertical"))).toContain("Männer zwischen 49\u00a0% (2015) und 50\u00a0% (2017)");
    expect(summarise(groups("percent", "vertical"))).toContain("nicht berechenbar: 2016");
  });

  test("a last word that is a full stop alone does not end the sentence", () => {
    expect(summarise({ ...crossSection, spokes: [{ label: " .", highlight: false }] })).toMatch(/\S\.$/u);
  });

  test("parts, progress and diagrams", () => {
    expect(summarise(refugees("donut"))).toBe(
      "2.967 Personen insgesamt, davon Anerkannte Flüchtlinge 1.350 (45,5\u00a0%), Subsidiärer Schutz 753 (25,4\u00a0%), Asylbewerberinnen und Asylbewerber 720 (24,3\u00a0%), Geduldete 144 (4,9\u00a0%).",
    );
    expect(summarise(quota)).toBe("Quote der Zuweisungen für 2017: 515 Personen, davon bereits vor Ort 344 (67\u00a0%), noch offen 171.");
    expect(summarise(crossSection)).toMatch(/^Integration in der Mitte, darum Sprache, .*; hervorgehoben: interkulturelle Öffnung\.$/);
    expect(summarise(networks)).toContain(
      "Land: Koordinierungsstellen Migration und Teilhabe, Kooperative Migrationsarbeit Niedersachsen.",
    );
    expect(summarise(decree)).toMatch(/^Zeitstrahl: 01\.01\.2014 .*; 01\.03\.2016 .*\.$/);
  });

  test.each(Object.entries(charts))("%s: one sentence, whatever the data", (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (chart) => {
        const sentence = summarise(chart);
        expect(sentence).toMatch(/\S\.$/s);
        expect(sentence).not.toMatch(/undefined|NaN|\[object/);
      }),
      { numRuns: 60 },
    );
  });
});
