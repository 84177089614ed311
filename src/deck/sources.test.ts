import { describe, expect, it } from "vitest";
import type { Data } from "../data/dataset.ts";
import { compileDeck } from "./compile.ts";
import type { Inline } from "./model.ts";
import { plainText } from "./plain-text.ts";
import { unbroken } from "./sources.ts";
import { dataOf, inputOf, slideOf } from "./testing.ts";

/** Links in angle brackets. */
function shown(line: readonly Inline[]): string {
  return line
    .map((part) => (part.kind === "link" ? `<${shown(part.content)} → ${part.address}>` : part.kind === "text" ? part.text : ""))
    .join("")
    .replaceAll("\u00a0", " ")
    .replaceAll("\u2011", "-");
}
/** An office whose releases, by day, have sources of their own, or that of the dataset with a further field of its licence. */
function office(releases: Readonly<Record<string, string>>, field: string = ""): Data {
  const licence = `{ name: dl-de/by-2-0, address: https://l.example${field === "" ? "" : `, ${field}`} }`;
  const dataset = `title: Werte\nunit: Euro\nkey: Sache\ncoverage: partial\nadditivity: rounded\ndefinition: Werte.\nsource: { provider: Amt, licence: ${licence} }\n`;
  const files = Object.entries(releases).map(([day, own], i): [string, string] => [
    `data/buero/${day}.yaml`,
    `stichtag: ${day}\nstatus: final\nvalues: { a: ${i + 1} }\n${own}`,
  ]);
  return dataOf({ "data/buero/dataset.yaml": dataset, ...Object.fromEntries(files) });
}
function sourceLineIn(text: string, data: Data): readonly Inline[] {
  const { value, diagnostics } = compileDeck({ ...inputOf({ "01-a": text }), data });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
  return value.slides[0]?.sourceLine ?? [];
}
function sourceTextOf(text: string, data: Data): string {
  return sourceLineIn(text, data)
    .map((part) => plainText([part]))
    .join("");
}
/** The source of a release: a table of its own, and what was done to it. */
const tableOf = (table: string, work: string): string =>
  `source: { provider: Amt, table: "${table}", address: "https://amt.example/${table}", licence: { name: dl-de/by-2-0, address: https://l.example, wording: "Amt${work}" } }\n`;
/** One of an office with a long name. */
const branch = (name: string): string =>
  `source: { provider: "${name}", table: Eine Tabelle mit einem langen Namen und vielen Spalten, address: "https://amt.example/${name.length}", licence: { name: frei, wording: "Ein Amt mit einem recht langen Namen, der so weitergeht,${name}" } }\n`;
const source = (text: string): string => shown(slideOf(text).sourceLine);
const notes = (text: string): readonly string[] => slideOf(text).footnotes;
const chart = (kind: string): string => `---\nlayout: chart\n---\n# T\n\n\`\`\`chart\nkind: ${kind}\ndata: amt.a\n\`\`\``;

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

  it("keeps names of licences in one piece", () => {
    const data = office({ "2019-06-30": "", "2020-06-30": "" }, 'wording: "© Amt"');
    const plain = (text: string): string => sourceTextOf(text, data);
    expect(plain("# {{ buero.a }}")).toContain("©\u00a0Amt");
    expect(plain("# {{ buero.a }}")).toContain("Lizenz\u00a0dl\u2011de/by\u20112\u20110");
  });

  it("keeps a credit's holders and its year in one piece", () => {
    expect(unbroken("© Geo-DE / Amt 2017 (Daten verändert)")).toBe("©\u00a0Geo\u2011DE\u00a0/\u00a0Amt\u00a02017 (Daten verändert)");
  });

  it("names a source once, whatever was done to each of its tables, and says that at the end", () => {
    const data = office({ "2019-06-30": tableOf("1", "; eigene Darstellung"), "2020-06-30": tableOf("2", "; eigene Berechnung") });
    expect(shown(sourceLineIn("# {{ buero.a }} {{ buero.a @ 2019-06-30 }}", data))).toBe(
      "Quelle: Amt (<Tabelle 2 → https://amt.example/2>, Stichtag 30.06.2020; <Tabelle 1 → https://amt.example/1>, Stichtag 30.06.2019); Lizenz <dl-de/by-2-0 → https://l.example>; eigene Berechnung und Darstellung",
    );
  });

  it("names tables by their code alone where the line is long, and what the codes and days are once", () => {
    const data = office(
      Object.fromEntries(
        ["2018-06-30", "2019-06-30", "2020-06-30"].map((day, i) => [
          day,
          `source: { provider: Amt, table: "T-${i}, eine Ausgabe mit einem langen Namen, der nicht aufhören will und sagt, was in ihr steht", address: "https://amt.example/${i}", licence: { name: frei, wording: "Amt ${i}" } }\n`,
        ]),
      ),
    );
    const days = ["2018-06-30", "2019-06-30", "2020-06-30"].map((day) => `{{ buero.a @ ${day} }}`).join(" ");
    const line = (footnotes: number): string =>
      shown(
        sourceLineIn(
          `---\nfootnotes: [${Array.from({ length: footnotes }, (_, i) => `Anmerkung ${i}.`).join(", ")}]\n---\n# ${days}`,
          data,
        ),
      );
    expect(line(0)).toMatch(/^Quellen: Amt 0 \(<Tabelle T-0, eine Ausgabe/);
    expect(line(1)).toBe(
      "Quellen (Tabelle, Stichtag): Amt 0 (<T-0 → https://amt.example/0>, 30.06.2018); Amt 1 (<T-1 → https://amt.example/1>, 30.06.2019); Amt 2 (<T-2 → https://amt.example/2>, 30.06.2020)",
    );
  });

  it("says the word Stichtag once where the line is long, and each day or name still leads to its data", () => {
    const data = office({
      "2018-06-30": branch(" in Bad Bühl"),
      "2019-06-30": branch(" in Celle"),
      "2020-06-30": branch(" in Aurach am See"),
    });
    const days = ["2018-06-30", "2019-06-30", "2020-06-30"].map((day) => `{{ buero.a @ ${day} }}`).join(" ");
    const line = shown(sourceLineIn(`# ${days}`, data));
    expect(line).toMatch(/^Quellen \(mit Stichtag\): <Ein Amt[^<]*> \(30\.06\.2018\); <[^<]*> \(30\.06\.2019\); <[^<]*> \(30\.06\.2020\)/);
    expect(line.match(/Stichtag/g)).toHaveLength(1);
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
  });

  it("tell of a break in a chart where its drawing may have no room for the reason", () => {
    const note = "Zeitreihenbruch 30.06.2020: Neue Abgrenzung.";
    expect(notes(chart("slope")).join(" ")).toContain(note);
    expect(notes(chart("line")).join(" ")).not.toContain(note);
  });

  it("say a break's day once, where its reason names it", () => {
    const data = office({ "2019-06-30": "", "2020-06-30": "break: Am 30.06.2020 neu abgegrenzt.\n" });
    const { value } = compileDeck({ ...inputOf({ "01-a": "# {{ change(buero.a, previous) | signed }}" }), data });
    expect(value?.slides[0]?.footnotes).toContain("Zeitreihenbruch: Am 30.06.2020 neu abgegrenzt.");
  });

  it("tell of different days in one number, unless the change is what is asked for", () => {
    const note = "Berechnet aus Werten verschiedener Stichtage: 30.06.2020, 31.12.2020.";
    expect(notes("# {{ orte.Celle / amt.a | number(1) }}").join(" ")).toContain(note);
    expect(notes("# {{ change(orte.Celle, previous) | signed }}")).toEqual([]);
    expect(notes("# {{ sum(orte) - sum(orte @ previous) }}")).toEqual([]);
  });
});
