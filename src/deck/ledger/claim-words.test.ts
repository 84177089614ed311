import { describe, expect, it } from "vitest";
import { toSource } from "../../source/source.ts";
import { compileDeck } from "../compile.ts";
import { compiled, dataFiles, dataOf, inputOf } from "../testing.ts";
import { deckLedger } from "./build.ts";

/** What the first claim of a slide says. */
function said(text: string, settings?: string): readonly string[] {
  const { value, diagnostics } = compiled({ "01-a": `# Titel\n\n${text}\n` }, settings);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
  return (deckLedger(value).claims[0]?.said ?? []).map((line) => line.replaceAll("\u00a0", " "));
}

describe("what a claim says of the numbers", () => {
  it.each([
    ["orte.Aurach > 1000", ["Einwohner der Orte, Aurach: 1.234 Personen, mehr als 1.000"]],
    ["1000 < orte.Aurach", ["Einwohner der Orte, Aurach: 1.234 Personen, mehr als 1.000"]],
    [
      "orte.Celle < orte.Aurach and orte.Celle = 50",
      [
        "Einwohner der Orte, Celle: 50 Personen, weniger als 1.234 Personen (Einwohner der Orte, Aurach)",
        "Einwohner der Orte, Celle: 50 Personen",
      ],
    ],
    [
      "0.03 <= share(orte.Celle, orte) and share(orte.Celle, orte) < 0.04",
      [
        "Anteil von »Einwohner der Orte: Celle« an »Einwohner der Orte«: 3,16 %, mindestens 3 %",
        "Anteil von »Einwohner der Orte: Celle« an »Einwohner der Orte«: 3,16 %, weniger als 4 %",
      ],
    ],
    ["rund(orte.Aurach / sum(orte), 0.78)", ["»Einwohner der Orte: Aurach« ÷ Summe von »Einwohner der Orte«: 0,779, rund 0,78"]],
    [
      'knapp(orte["Bad Bühl"] / orte.Aurach, viertel)',
      ["»Einwohner der Orte: Bad Bühl am See« ÷ »Einwohner der Orte: Aurach«: 0,2431, knapp ein Viertel"],
    ],
    [
      "ueber_die_haelfte(orte.Aurach, orte)",
      ["Anteil von »Einwohner der Orte: Aurach« an »Einwohner der Orte«: 77,9 %, mehr als die Hälfte"],
    ],
    ["gestiegen(orte.Aurach)", ["Einwohner der Orte, Aurach: 1.234 Personen am 31.12.2020, mehr als 1.000 Personen am 31.12.2019"]],
    [
      "gestiegen(sum(orte), @ 2019-12-31)",
      ["Summe von »Einwohner der Orte«: 1.584 Personen am 31.12.2020, mehr als 1.450 Personen am 31.12.2019"],
    ],
    [
      "gestiegen(orte.Aurach @ 2020-12-31, orte.Aurach @ 2019-12-31)",
      ["Einwohner der Orte, Aurach: 1.234 Personen am 31.12.2020, mehr als 1.000 Personen am 31.12.2019"],
    ],
    [
      "orte.Celle @ previous < orte.Aurach @ previous",
      ["Einwohner der Orte, Celle: 50 Personen am 31.12.2019, weniger als 1.000 Personen (Einwohner der Orte, Aurach am 31.12.2019)"],
    ],
    [
      "orte.Aurach > as_of(orte.Aurach, @ 2020-06-30)",
      ["Einwohner der Orte, Aurach: 1.234 Personen am 31.12.2020, mehr als 1.000 Personen am 31.12.2019 (Stand 30.06.2020)"],
    ],
    ['hoechster(orte, "Aurach")', ["Aurach hat den höchsten Wert von »Einwohner der Orte«: 1.234 Personen"]],
    ['zweithoechster(orte, "Bad Bühl")', ["Bad Bühl am See hat den zweithöchsten Wert von »Einwohner der Orte«: 300 Personen"]],
    ['niedrigster(orte * 2, "Celle")', ["Celle hat den niedrigsten Wert von »Einwohner der Orte« × 2: 100 Personen"]],
    ['rank(orte, "Celle") = 3', ["Rang von »Celle« in »Einwohner der Orte«: 3"]],
    ['name(orte, 1) = "Aurach"', ["Nr. 1 von »Einwohner der Orte«: Aurach"]],
    ['stichtag(orte) = "2020-12-31"', ["Stichtag von »Einwohner der Orte«: 31.12.2020"]],
    [
      "stichtag(orte) != stichtag(amt)",
      ["Stichtag von »Einwohner der Orte«: 31.12.2020, nicht am 30.06.2020 (Stichtag von »Werte eines Amtes«)"],
    ],
    ["mehr_als(1300, orte.Aurach)", ["1.300, mehr als 1.234 Personen (Einwohner der Orte, Aurach)"]],
    [
      "sum(top(2, orte) + orte) > 1",
      ["Summe von (den 2 größten Werten von »Einwohner der Orte« + »Einwohner der Orte«): 3.068 Personen, mehr als 1"],
    ],
    // Numbers of several days, or of the same day, are told by what was compared, not by their days.
    [
      'gesunken(orte.Aurach / amt.a, previous, "trotz Bruch")',
      ["»Einwohner der Orte: Aurach« ÷ »Werte eines Amtes: a«: 41,1333 Personen/Euro, weniger als 100 Personen/Euro davor"],
    ],
    [
      "orte.Aurach @ previous = orte.Aurach @ 2019-12-31",
      ["Einwohner der Orte, Aurach: 1.000 Personen am 31.12.2019, gleich 1.000 Personen am 31.12.2019"],
    ],
    [
      "stichtag(orte) > stichtag(orte @ previous)",
      ["Stichtag von »Einwohner der Orte«: 31.12.2020, nach dem 31.12.2019 (Stichtag von »Einwohner der Orte« davor)"],
    ],
    ['name(orte, 1) != "Celle"', ["Nr. 1 von »Einwohner der Orte«: Aurach, nicht Celle"]],
    ["erstmals(orte.Aurach > 1100)", ["erstmals: Einwohner der Orte, Aurach: 1.234 Personen, mehr als 1.100"]],
    [
      "orte.Celle > 100 or not orte.Aurach < 1000",
      ["Einwohner der Orte, Celle: 50 Personen, mehr als 100 oder nicht: Einwohner der Orte, Aurach: 1.234 Personen, weniger als 1.000"],
    ],
    // The newest is meant where no moment is named, in whatever order they are asked.
    [
      "orte.Aurach @ 2019-12-31 < 1100 and orte.Aurach > 1100",
      [
        "Einwohner der Orte, Aurach: 1.000 Personen am 31.12.2019, weniger als 1.100",
        "Einwohner der Orte, Aurach: 1.234 Personen, mehr als 1.100",
      ],
    ],
  ])("%s", (condition, lines) => {
    expect(said(`[Worte]{claim: ${condition}}`)).toEqual(lines);
  });

  it("of a choice tells the numbers only: not all that is asked holds", () => {
    expect(said("[mehr|weniger|gleich]{choose: change(orte.Aurach, previous)}")).toEqual([
      "Veränderung von »Einwohner der Orte: Aurach« seit dem Stichtag davor: 234 Personen",
    ]);
    expect(said('[mehr|weniger|gleich]{choose: gestiegen(orte["Bad Bühl"]), gesunken(orte["Bad Bühl"])}')).toEqual([
      "Einwohner der Orte, Bad Bühl am See: 300 Personen",
      "Einwohner der Orte, Bad Bühl am See: 400 Personen am 31.12.2019",
    ]);
  });

  it("tells the difference of shares in points, and thousands as the deck does", () => {
    expect(
      said("[viel]{claim: change(share(orte.Aurach, orte), share(orte.Celle, orte)) > 0.5}", "title: Test\nas_of: 2021-01-01\n"),
    ).toEqual([
      "Unterschied von dem Anteil von »Einwohner der Orte: Aurach« an »Einwohner der Orte« zu dem Anteil von »Einwohner der Orte: Celle« an »Einwohner der Orte«: 74,75 Prozentpunkte, mehr als 50 Prozentpunkte",
    ]);
    expect(said("{{ orte.Aurach }} [viel]{claim: orte.Aurach > 1000}", "title: Test\nas_of: 2021-01-01\nnumbers: narrow-space\n")).toEqual([
      "Einwohner der Orte, Aurach: 1\u202f234 Personen, mehr als 1\u202f000",
    ]);
  });

  it("does not tell what is confidential", () => {
    const input = inputOf({ "01-a": '# Titel\n\n[wenige]{claim: orte.Celle < 100} [gesunken]{claim: gesunken(orte["Bad Bühl"])}\n' });
    const dataset = `${dataFiles["data/orte/dataset.yaml"]}confidentiality: { minimum: 350 }\n`;
    const { value } = compileDeck({ ...input, data: dataOf({ ...dataFiles, "data/orte/dataset.yaml": dataset }) });
    if (value === undefined) throw new Error("no deck");
    expect(deckLedger(value).claims.map((claim) => claim.said)).toEqual([
      ["Einwohner der Orte, Celle: vertraulich, weniger als 100"],
      ["Einwohner der Orte, Bad Bühl am See: vertraulich am 31.12.2020, weniger als 400\u00a0Personen am 31.12.2019"],
    ]);
  });

  it("goes with what its words were taken to mean", () => {
    const { value } = compiled({ "01-a": "# Titel\n\n[rund 1.200]{claim: rund(orte.Aurach, 1200)} [viel]{claim: orte.Aurach > 1}\n" });
    if (value === undefined) throw new Error("no deck");
    expect(deckLedger(value).claims.map(({ meanings }) => meanings)).toEqual([
      ["»rund« heißt höchstens 5\u00a0% mehr oder weniger"],
      undefined,
    ]);
  });
});

describe("the ledger of a draft", () => {
  it("says so of the deck and of the data", () => {
    const input = inputOf({ "01-a": "# Titel\n\n{{ orte.Aurach }} {{ amt.a }}\n" });
    const files = { ...dataFiles, "data/orte/2020-12-31.yaml": `${dataFiles["data/orte/2020-12-31.yaml"]}draft: true\n` };
    const draft = compileDeck({ ...input, data: dataOf(files) }).value;
    const released = compileDeck({
      ...input,
      settings: toSource("slides/test/deck.yaml", "title: Test\nas_of: 2021-01-01\nreleased: { by: Erika Muster, on: 2021-02-01 }\n"),
    }).value;
    const plain = compiled({ "01-a": "# Titel\n\n{{ orte.Aurach }}\n" }).value;
    if (draft === undefined || released === undefined || plain === undefined) throw new Error("no deck");
    expect([draft, released, plain].map((deck) => deckLedger(deck).deck.state)).toEqual([
      { kind: "draft" },
      { kind: "released", by: "Erika Muster", on: "2021-02-01" },
      undefined,
    ]);
    expect(deckLedger(draft).releases.map((release) => [release.key, release.draft])).toEqual([
      ["orte@2020-12-31", true],
      ["amt@2020-06-30", undefined],
    ]);
  });
});
