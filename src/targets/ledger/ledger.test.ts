import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deckLedger } from "../../deck/ledger/build.ts";
import type { Ledger } from "../../deck/ledger/entries.ts";
import type { Deck } from "../../deck/model.ts";
import { compileDeck } from "../../deck/compile.ts";
import { compiled, dataFiles, dataOf, inputOf } from "../../deck/testing.ts";
import { compileDecks } from "../../project/output.ts";
import { repository } from "../../test/repository.ts";
import { csvCell, csvNumber, ledgerCsv } from "./csv.ts";
import { ledgerHtml } from "./html.ts";
import { ledgerJson } from "./json.ts";
import { readCsv, schemaFaults } from "./testing.ts";

const schema: unknown = JSON.parse(readFileSync(join(repository, "docs", "ledger.schema.json"), "utf8"));

function deckOf(slides: Readonly<Record<string, string>>, settings?: string): Deck {
  const { value, diagnostics } = compiled(slides, settings);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
  return value;
}

/** All that the ledger knows: figures of each kind, signs, texts, claims, a revision's licence, breaks. */
const everything = deckOf({
  "01-a": `# {{ orte.Aurach }} <b> & "Zeichen"

[mehr als tausend]{claim: orte.Aurach > 1000} am {{ stichtag(orte) | date }}, {{ share(orte.Celle, orte) | percent(1) }}, {{ 7 }}

Note:
{{ change(orte.Aurach, previous) | signed }} und {{ -orte.Celle }}
`,
  "02-b": `# Zwei

\`\`\`table
data: amt
columns: [{ header: Sache }, { header: Wert, data: amt, format: number }]
\`\`\`

{{ orte.Aurach }}
`,
});
const ledger = deckLedger(everything);

/** The ledger of a deck, one of whose two releases is a draft, so that the deck is one, too. */
function draftLedger(): Ledger {
  const path = "data/amt/2020-06-30.yaml";
  const data = dataOf({ ...dataFiles, [path]: `${dataFiles[path] ?? ""}draft: true\n` });
  const { value } = compileDeck({ ...inputOf({ "01-a": "# {{ amt.a }} und {{ orte.Celle }}\n" }), data });
  if (value === undefined) throw new Error("The deck was not built.");
  return deckLedger(value);
}

const released = "title: Test\nas_of: 2021-01-01\nreleased: { by: Petra <Thesing>, on: 2026-11-22 }\n";

/** Text, state of the data and state of the deck of each row. */
function states(own: Ledger): readonly (readonly (string | undefined)[])[] {
  const [names = [], ...all] = readCsv(ledgerCsv(own).slice(1));
  return all.map((row) => ["Text", "Freigabe der Daten", "Freigabe des Foliensatzes"].map((name) => row[names.indexOf(name)]));
}

function parsed(own: Ledger): unknown {
  return JSON.parse(ledgerJson(own));
}

describe("the JSON file", () => {
  it("is what its published schema says, of both decks and of everything", async () => {
    const others = [released, released.replace(" }", ", fingerprint: 0123456789abcdef }"), "title: Test\nas_of: 2021-01-01\ndraft: true\n"];
    const stated = others.map((settings) => deckOf({ "01-a": "# {{ orte.Celle }}\n" }, settings));
    const decks = [everything, ...stated, ...(await compileDecks({ root: repository })).decks];
    expect(decks.length).toBe(6);
    for (const deck of decks) expect(schemaFaults(parsed(deckLedger(deck)), schema)).toEqual([]);
  });

  it("would be refused with anything else in it, and without anything that belongs to it", () => {
    const good = parsed(ledger);
    const spoilt = (change: (text: string) => string): readonly string[] => schemaFaults(JSON.parse(change(JSON.stringify(good))), schema);
    expect(spoilt((text) => text.replace('"asOf"', '"asof"'))).toEqual(["/deck lacks asOf", "/deck/asof is not allowed"]);
    expect(spoilt((text) => text.replace('"role":"title"', '"role":"other"'))).toHaveLength(1);
    expect(spoilt((text) => text.replace('"line":6', '"line":0'))).toHaveLength(1);
    expect(spoilt((text) => text.replace('{"datum":', '{"date":'))).toHaveLength(1);
  });

  it("reads back as it was", () => {
    expect(parsed(ledger)).toEqual({ $schema: "urn:stichtag:ledger:1", ...ledger });
  });

  it("names nothing that is not in it, and has nothing that nobody names", async () => {
    const decks = [everything, ...(await compileDecks({ root: repository })).decks];
    for (const { figures, claims, texts, steps, data, releases } of decks.map(deckLedger)) {
      const refs = [
        ...figures.map(({ origin }) => origin),
        ...claims.flatMap(({ inputs }) => inputs),
        ...steps.flatMap(({ inputs }) => inputs),
      ];
      expect(new Set(refs.flatMap((ref) => ("step" in ref ? [ref.step] : [])))).toEqual(new Set(steps.map(({ key }) => key)));
      expect(new Set(refs.flatMap((ref) => ("datum" in ref ? [ref.datum] : [])))).toEqual(new Set(data.map(({ key }) => key)));
      const named = [...figures, ...claims, ...texts].flatMap((entry) => entry.releases);
      expect(new Set(named)).toEqual(new Set(releases.map(({ key }) => key)));
      for (const list of [steps, data, releases]) expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
    }
  });
});

describe("the table", () => {
  const text = ledgerCsv(ledger);
  const [header = [], ...rows] = readCsv(text.slice(1));
  const column = (name: string): readonly (string | undefined)[] => rows.map((row) => row[header.indexOf(name)]);

  it("has a mark, lines as Windows ends them, and a row for each number with all places that show it", () => {
    expect(text.startsWith("\ufeffKennungen;Folien;")).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
    const entries = [...ledger.figures, ...ledger.texts, ...ledger.claims];
    expect(column("Kennungen")).toEqual(entries.map(({ places }) => places.map(({ id }) => id).join(" | ")));
    expect(column("Kennungen").some((ids) => ids?.includes(" | "))).toBe(true);
    for (const row of rows) expect(row).toHaveLength(header.length);
  });

  it("tells value, calculation, data and source of a figure", () => {
    const share = rows.find((row) => row.includes("3,2\u00a0%")) ?? [];
    const told = Object.fromEntries(header.map((name, i) => [name, share[i]]));
    expect(told).toMatchObject({
      Folien: "01-a",
      Foliennummern: "1",
      Stellen: "Text",
      Art: "Zahl",
      Wert: "0,03156565656565657",
      Berechnung: "50 ÷ 1.584 = 3,2\u00a0% (ungerundet 3,1565656…\u00a0%)",
      "Ausdruck oder Bedingung": "share(orte.Celle, orte)",
      Daten: 'orte.Celle@2020-12-31 = 50 Personen | orte.Aurach@2020-12-31 = 1.234 Personen | orte["Bad Bühl"]@2020-12-31 = 300 Personen',
      Datensatz: "orte (Einwohner der Orte)",
      Stichtag: "31.12.2020",
      Anbieter: "Testamt",
      Tabelle: "T-1",
    });
    expect(told["Fundstellen der Daten"]).toMatch(/^data\/orte\/2020-12-31\.yaml:3:\d+ \| /u);
  });

  it("says of a claim what the numbers say, and what its words mean", () => {
    const deck = deckOf({ "01-a": "# A\n\n[rund tausend]{claim: rund(orte.Aurach @ 2019-12-31, 1000)}\n" });
    const [names = [], cells = []] = readCsv(ledgerCsv(deckLedger(deck)).slice(1));
    expect(cells[names.indexOf("Berechnung")]).toMatch(
      /^Einwohner der Orte, Aurach: 1\.000\u00a0Personen am 31\.12\.2019.*; \(»rund« heißt/u,
    );
  });

  it("says of one what it is one of, as the schema knows", () => {
    const data = dataOf({
      "data/kurse/dataset.yaml": `title: Kurse\nunit: { one: Kurs, many: Kurse }\nkey: Ort\ndefinition: D.\nsource: { provider: P }\n`,
      "data/kurse/2020-12-31.yaml": "stichtag: 2020-12-31\nvalues: { A: 1, B: 3 }\n",
    });
    const { value } = compileDeck({ ...inputOf({ "01-a": "# {{ kurse.A }} Kurs und {{ kurse.B }} Kurse\n" }), data });
    if (value === undefined) throw new Error("The deck was not built.");
    const own = deckLedger(value);
    const [names = [], ...told] = readCsv(ledgerCsv(own).slice(1));
    expect(told.map((cells) => cells[names.indexOf("Daten")])).toEqual(["kurse.A@2020-12-31 = 1 Kurs", "kurse.B@2020-12-31 = 3 Kurse"]);
    expect(schemaFaults(JSON.parse(ledgerJson(own)), schema)).toEqual([]);
  });

  it("says in each row whether the deck may go out, and which of its data may not", () => {
    const draft = "ENTWURF, noch nicht freigegeben";
    expect(states(draftLedger())).toEqual([
      ["30", "ENTWURF", draft],
      ["50", "", draft],
    ]);
    expect(states(deckLedger(deckOf({ "01-a": "# {{ orte.Celle }}\n" }, released)))).toEqual([
      ["50", "", "Freigegeben am 22.11.2026 durch Petra <Thesing>"],
    ]);
    expect(new Set(column("Freigabe des Foliensatzes"))).toEqual(new Set([""]));
  });

  it("says what a sign means in the place of a value, and that a claim is true", () => {
    expect(column("Wert")).toEqual(expect.arrayContaining(["nichts vorhanden (genau null)", "wahr", "-50", "1234"]));
  });

  it("has both Stichtage of a change, in order, and says once what they share", () => {
    const change = rows.find((row) => row.includes("'+234")) ?? rows.find((row) => row.includes("+234")) ?? [];
    expect(change[header.indexOf("Stichtag")]).toBe("31.12.2020 | 31.12.2019");
    expect(change[header.indexOf("Anbieter")]).toBe("Testamt");
  });

  it("never lets a spreadsheet reckon with a cell", () => {
    const starts = fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", '"', "'", ";", "x", " ", "");
    const any = fc.tuple(starts, fc.string({ unit: "grapheme" })).map(([start, rest]) => start + rest);
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [cells = []] = readCsv(`${csvCell(a)};${csvCell(b)}\r\n`);
        expect(cells).toHaveLength(2);
        for (const [i, original] of [a, b].entries()) {
          const cell = cells[i] ?? "";
          expect([original, `'${original}`]).toContain(cell);
          if (!/^[+-]?[0-9]+(,[0-9]+)?$/.test(cell)) expect("=+-@\t\r\n＝＋－＠".includes(cell.charAt(0)) && cell !== "").toBe(false);
        }
      }),
    );
    expect(csvCell("-85")).toBe("-85");
    expect(csvCell("+1,5")).toBe("+1,5");
    expect(csvCell("-2+3")).toBe("'-2+3");
    expect(csvCell("=1")).toBe("'=1");
  });

  it("writes numbers with all their digits", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const written = csvNumber(value);
        expect(written).toMatch(/^-?\d+(,\d+)?$/);
        expect(Number(written.replace(",", "."))).toBe(value === 0 ? 0 : value);
      }),
    );
    expect(csvNumber(1e21)).toBe("1000000000000000000000");
    expect(csvNumber(-0.05)).toBe("-0,05");
  });
});

describe("the page", () => {
  const page = ledgerHtml(ledger);

  it("runs nothing, and loads nothing", () => {
    expect(page).not.toMatch(/<script|<link|<img|style="|src=/u);
    expect(page).toMatch(/content="default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'"/u);
  });

  it("is tables with captions, each header with its scope, repeated on each sheet", () => {
    expect(page.match(/<caption>[^<]*/gu)?.map((found) => found.slice(9))).toEqual([
      "Zahlen",
      "Aussagen, die an Bedingungen gebunden sind; alle treffen zu",
      "Tage und Texte aus Daten",
      "Quellen",
      "Zeichen",
    ]);
    expect(page).not.toMatch(/<th>|<th class/u);
    expect(page.match(/<thead>/gu)).toHaveLength(5);
    expect(page).toMatch(/thead\{display:table-header-group;break-inside:avoid;/u);
  });

  it("says of a number how it is worked out, of what, and from where", () => {
    expect(page).toContain("Celle: 50 ÷ 1.584 = 3,2\u00a0%");
    expect(page).toContain("<li>1.234 + 300 + 50 = 1.584\u00a0Personen</li>");
    expect(page).toContain("im Text gegeben, ohne Quelle");
    expect(page).toContain('<a href="https://lizenz.example">dl-de/by-2-0</a>');
  });

  it("says of a claim what the numbers say, what its words mean, and its condition", () => {
    const deck = deckOf({ "01-a": "# A\n\n[rund tausend]{claim: rund(orte.Aurach @ 2019-12-31, 1000)}\n" });
    const own = ledgerHtml(deckLedger(deck));
    expect(own).toContain("<p>Einwohner der Orte, Aurach: 1.000\u00a0Personen am 31.12.2019");
    expect(own).toContain("<small>Dabei gilt: »rund« heißt");
    expect(own).toContain("<code>rund(orte.Aurach @ 2019-12-31, 1000)</code>");
  });

  it("tells many values once, whatever their order", () => {
    const keys = Array.from({ length: 5 }, (_, i) => `K${i}`);
    const values = keys.map((key, i) => `${key}: ${100 + i}`).join(", ");
    const data = dataOf({
      ...dataFiles,
      "data/viele/dataset.yaml": `title: Viele\nunit: Personen\nkey: Ort\ncoverage: complete\nadditivity: exact\ndefinition: D.\nsource: { provider: P }\n`,
      "data/viele/2020-12-31.yaml": `stichtag: 2020-12-31\nstatus: final\nvalues: { ${values} }\n`,
    });
    const shares = keys.map((key) => `{{ share(viele.${key}, viele) | percent(1) }}`).join(" ");
    const { value } = compileDeck({ ...inputOf({ "01-a": `# A\n\n${shares}\n` }), data });
    const own = value === undefined ? "" : ledgerHtml(deckLedger(value));
    expect(own.match(/K0\u00a0100; K1\u00a0101/gu)).toHaveLength(1);
    expect(own.match(/dieselben 5 Werte wie bei <a href="#zahl-1">Nr\. 1<\/a>/gu)).toHaveLength(4);
  });

  it("is a draft on each sheet where the deck is one, names the data that are, and says who released it", () => {
    const own = ledgerHtml(draftLedger());
    expect(own).toContain("(Entwurf)</title>");
    expect(own).toContain('@top-right{content:"ENTWURF"');
    expect(own).toContain('<p class="state draft">ENTWURF, noch nicht freigegeben</p>');
    expect(own.match(/<strong class="draft">/gu)).toHaveLength(2);
    const out = ledgerHtml(deckLedger(deckOf({ "01-a": "# {{ orte.Celle }}\n" }, released)));
    expect(out).toContain('<p class="state released">Freigegeben am 22.11.2026 durch Petra &lt;Thesing&gt;</p>');
    expect(out).toContain(String.raw`@bottom-left{content:"Datenstand 01.01.2021 · Freigegeben am 22.11.2026 durch Petra \3c Thesing\3e "`);
    const since = released.replace("on: 2026-11-22", "on: 2026-11-22, fingerprint: 0123456789abcdef");
    const changed = ledgerHtml(deckLedger(deckOf({ "01-a": "# {{ orte.Celle }}\n" }, since)));
    expect(changed).toContain("durch Petra &lt;Thesing&gt;, seither geändert</p>");
    for (const word of ["ENTWURF", "Freigegeben"]) expect(page).not.toContain(word);
  });

  it("has title, state and number of the sheet at its edges, and no title ends the style sheet", () => {
    const deck = deckOf({ "01-a": "# {{ orte.Celle }}\n" }, 'title: "</style>\\" \\\\ x"\nas_of: 2021-01-01\n');
    const own = ledgerHtml(deckLedger(deck));
    expect(own).toContain(String.raw`@top-left{content:"Zahlennachweis: \3c \2f style\3e \22  \5c  x"`);
    expect(own.match(/<\/style>/gu)).toHaveLength(1);
    expect(own).toContain('content:"Seite " counter(page) " von " counter(pages)');
  });

  it("leads from each number to a source that is there", () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/gu)].map(([, id = ""]) => id);
    expect(targets.length).toBeGreaterThan(5);
    for (const id of targets) expect(page).toContain(`id="${id}"`);
  });

  it("shows markup as characters", () => {
    const deck = deckOf({ "01-a": "# {{ orte.Celle }}\n" }, 'title: "<b>&"\nas_of: 2021-01-01\n');
    expect(ledgerHtml(deckLedger(deck))).toContain("<h1>&lt;b&gt;&amp;</h1>");
  });
});
