import { describe, expect, it } from "vitest";
import type { Inline } from "./model.ts";
import { slideOf } from "./testing.ts";

/** Links in angle brackets. */
function shown(line: readonly Inline[]): string {
  return line
    .map((part) => (part.kind === "link" ? `<${shown(part.content)} → ${part.address}>` : part.kind === "text" ? part.text : ""))
    .join("")
    .replaceAll("\u00a0", " ");
}
const source = (text: string): string => shown(slideOf(text).sourceLine);
const notes = (text: string): readonly string[] => slideOf(text).footnotes;

describe("the source line", () => {
  it("names who counted, where and when", () => {
    expect(source("# {{ orte.Celle }}")).toBe("Quelle: Testamt, Tabelle T-1, Stichtag 31.12.2020");
    expect(source("# {{ orte.Celle }} und {{ orte.Celle @ previous }}")).toBe(
      "Quelle: Testamt, Tabelle T-1, Stichtage 31.12.2019 und 31.12.2020",
    );
    expect(source("# Nichts")).toBe("");
  });

  it("says what was worked out here, but not of counts and places", () => {
    expect(source("# {{ sum(orte) }}")).toBe("Quelle: Testamt, Tabelle T-1, Stichtag 31.12.2020; eigene Berechnung");
    expect(source('# {{ count(orte) }} {{ max(orte) }} {{ rank(orte, "Celle") }}')).not.toContain("eigene");
  });

  it("uses a licence's wording, with its address behind its name", () => {
    expect(source("# {{ amt.a }}")).toBe(
      "Quelle: Landesamt; <Datenlizenz by-2-0 → https://lizenz.example> (<Tabelle 77-1 → https://amt.example/77-1>, Stichtag 30.06.2020)",
    );
  });

  it("names what texts from data and claims rest on", () => {
    expect(source("# Am größten ist {{ name(orte, 1) }}")).toBe("Quelle: Testamt, Tabelle T-1, Stichtag 31.12.2020");
    expect(source("# [Viele]{claim: orte.Celle > 1}")).toBe("Quelle: Testamt, Tabelle T-1, Stichtag 31.12.2020");
    expect(source("# {{ deck.title }}")).toBe("");
  });

  it("leaves out what stands in the notes alone", () => {
    const slide = slideOf("# T\n\nNote:\n{{ orte.Celle }}");
    expect([slide.releases, slide.sourceLine]).toEqual([[], []]);
  });

  it("credits maps", () => {
    expect(source("---\nlayout: chart\n---\n# T\n\n```chart\nkind: choropleth\nmap: orte\nsurroundings: umland\ndata: orte\n```")).toBe(
      "Quelle: Testamt, Tabelle T-1, Stichtag 31.12.2020. Karte: <© Karte → https://karte.example>",
    );
  });

  it("lists releases in the order of their appearance", () => {
    const { releases } = slideOf("# {{ amt.a }}\n\n{{ orte.Celle @ previous }} {{ amt.a }} {{ orte.Celle }}");
    expect(releases.map(({ dataset, stichtag }) => `${dataset} ${stichtag}`)).toEqual([
      "amt 2020-06-30",
      "orte 2019-12-31",
      "orte 2020-12-31",
    ]);
  });
});

describe("footnotes", () => {
  it("are the author's, the release's, its status", () => {
    const due = "Vorläufige Werte: Stichtag 30.06.2020.";
    expect(notes("---\nfootnotes: [Erste, Ohne Zuschüsse.]\n---\n# {{ amt.a }}").join("|")).toMatch(/^Erste.Ohne Zuschüsse\..Vorläufig/);
    expect(notes("# {{ amt.a }}")).toEqual(["Ohne Zuschüsse.", due]);
  });

  it("explain the signs shown, in tables and charts too", () => {
    expect(notes("# {{ amt.b }} und {{ amt.c }}").at(-1)).toMatch(/Zeichenerklärung: \. = .*; - = .*\.$/);
    expect(notes("# T\n\n```table\ndata: amt\ncolumns:\n  - { header: Sache }\n  - { header: Wert, data: amt }\n```").join(" ")).toContain(
      "Zeichenerklärung: . =",
    );
  });

  it("tell of a break that a change reaches over", () => {
    const note = "Zeitreihenbruch 30.06.2020: Neue Abgrenzung.";
    expect(notes("# {{ change(amt.a, previous) | signed }}").join(" ")).toContain(note);
    expect(notes("# {{ amt.a }} {{ amt.a @ previous }}").join(" ")).not.toContain(note);
    expect(notes("---\nlayout: chart\n---\n# T\n\n```chart\nkind: line\ndata: amt.a\n```").join(" ")).toContain(note);
  });

  it("tell of different days in one number, unless the change is what is asked for", () => {
    const note = "Berechnet aus Werten verschiedener Stichtage: 30.06.2020, 31.12.2020.";
    expect(notes("# {{ orte.Celle / amt.a | number(1) }}").join(" ")).toContain(note);
    expect(notes("# {{ change(orte.Celle, previous) | signed }}")).toEqual([]);
    expect(notes("# {{ sum(orte) - sum(orte @ previous) }}")).toEqual([]);
  });
});
