import { assert, asyncProperty, constantFrom, integer, nat, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { genesisCsv } from "./genesis-csv.ts";
import { latin1, readTable, shortly, shown } from "./testing.ts";

/** The old form: a column for each day and sex, codes and labels of regions, indented by level. */
const old = `GENESIS-Tabelle: 12345-01-01-4
Zählung: Gehaltene Tiere nach Geschlecht;;;;
- Stichtag 31.12. -;;;;
Tierzählung;;;;
Gehaltene Tiere (Anzahl);;;;
;;31.12.2014;31.12.2014;31.12.2015
;;Insgesamt;männlich;Insgesamt
DG;Deutschland;300;120;310
01;  Küstenland;50;20;-
01002;      Seeberg, Landkreis;5;.;x
__________
"zu  ""gesamter Tabelle"":
ab 2011: neue Zählung

Seeberg: ohne Inseln"
"© Amt für Beispiele, 2017.
Zu nennen."
Stand: 14.12.2017 / 15:51:18
`;

/** The present form: doubled headings, the second of each pair over quality flags. */
const present = `Tabelle: 12345-0041
Tiere: Kreise, Stichtag, Geschlecht,;;;;;;
Herkunft;;;;;;
Tierzählung;;;;;;;;;
Tiere (Anzahl);;;;;;;;;
;;;;männlich;männlich;Insgesamt;Insgesamt
31.12.2025;01001;Möwenstadt, Stadt;Insgesamt;12;e;30;e
31.12.2025;01001;Möwenstadt, Stadt;Süd- und Ostmeer;-;;(5);p
31.12.2025;01002;Seeberg, Landkreis;Insgesamt;/;;7;e
__________
© Amt für Beispiele, 2026
Stand: 25.09.2026 / 11:47:11
`;

const footer = "__________\n© Amt, 2020\nStand: 01.02.2020 / 10:00:00\n";

const tableOf = (header: string, rows: string, measure = ""): string =>
  `GENESIS-Tabelle: 12345-0001\nTiere nach Haltern\n${measure}${header}\n${rows}\n${footer}`;

const readHeader = async (text: string): Promise<{ variables: unknown; values: unknown; faults: unknown }> => {
  const { head, observations, faults } = await readTable(genesisCsv, text);
  return {
    variables: head?.variables.map(({ code }) => code),
    values: observations.map((observation) => `${shortly(observation)} ${observation.unit}`.trimEnd()),
    faults,
  };
};

const rowsOf = async (rows: string): Promise<readonly string[]> => {
  const lead = ";".repeat(rows.split("\n", 1)[0]?.split(";").length ?? 1).slice(1);
  const { head, observations, faults } = await readTable(
    genesisCsv,
    `Tabelle: 12345-0001\nTiere (Anzahl)\n${lead}2015\n${rows}\n${footer}`,
  );
  return [
    ...(head?.variables.slice(0, -2).map(({ code }) => code) ?? []),
    ...observations.map(({ codes }) => codes.slice(0, -2).join("|")),
    ...faults,
  ];
};

const faultsOf = async (text: string | Uint8Array): Promise<readonly string[]> => {
  const { tail, faults } = await readTable(genesisCsv, text);
  expect(tail).toBeUndefined();
  return faults;
};

describe("the old form", () => {
  it("is read with its days, regions, footnotes and owner", async () => {
    const { head, observations, tail, faults } = await readTable(genesisCsv, latin1(old));
    expect(faults).toEqual([]);
    expect(head).toMatchObject({
      format: "genesis-csv",
      table: "12345-01-01-4",
      title: "Zählung: Gehaltene Tiere nach Geschlecht",
      preamble: ["Zählung: Gehaltene Tiere nach Geschlecht", "- Stichtag 31.12. -", "Tierzählung", "Gehaltene Tiere (Anzahl)"],
      variables: [
        { code: "Region", role: "category" },
        { code: "Stichtag", role: "time" },
        { code: "Kopfzeile 2", role: "category" },
        { code: "MERKMAL", role: "measure" },
      ],
    });
    expect(head?.form.map(({ fact, found }) => `${fact}: ${typeof found === "string" ? found : found.de}`)).toEqual([
      "encoding: ISO-8859-1 (Windows-1252)",
      "separator: ;",
      "decimal: ,",
      "vintage: GENESIS-Tabelle, ältere Form",
      "header: Zeilen 6 bis 7",
    ]);
    expect(observations.map(shortly)).toEqual([
      "DG 2014-12-31 ∅ Gehaltene Tiere = 300",
      "DG 2014-12-31 männlich Gehaltene Tiere = 120",
      "DG 2015-12-31 ∅ Gehaltene Tiere = 310",
      "01 2014-12-31 ∅ Gehaltene Tiere = 50",
      "01 2014-12-31 männlich Gehaltene Tiere = 20",
      "01 2015-12-31 ∅ Gehaltene Tiere = -",
      "01002 2014-12-31 ∅ Gehaltene Tiere = 5",
      "01002 2014-12-31 männlich Gehaltene Tiere = .",
      "01002 2015-12-31 ∅ Gehaltene Tiere = x",
    ]);
    expect(observations[6]).toMatchObject({
      labels: ["Seeberg, Landkreis", "31.12.2014", "Insgesamt", "Gehaltene Tiere"],
      unit: "Anzahl",
      quality: "",
    });
    expect(tail).toEqual({
      footnotes: ['zu  "gesamter Tabelle":\nab 2011: neue Zählung\n\nSeeberg: ohne Inseln'],
      copyright: "© Amt für Beispiele, 2017.\nZu nennen.",
      stand: "14.12.2017 / 15:51:18",
      observations: 9,
    });
  });

  it("gives only what is wanted", async () => {
    const wanted = { Region: ["01002"], Stichtag: ["2014-12-31"], "Kopfzeile 2": [""] };
    const { observations, tail } = await readTable(genesisCsv, latin1(old), { wanted });
    expect(observations.map((observation) => [shortly(observation), shown(observation)])).toEqual([
      ["01002 2014-12-31 ∅ Gehaltene Tiere = 5", "5"],
    ]);
    expect(tail?.observations).toBe(1);
  });
});

describe("the present form", () => {
  it("is read with its flags beside the values", async () => {
    const { head, observations, tail, faults } = await readTable(genesisCsv, present);
    expect(faults).toEqual([]);
    expect(head).toMatchObject({ table: "12345-0041", title: "Tiere: Kreise, Stichtag, Geschlecht, Herkunft" });
    expect(head?.variables.map(({ code, role }) => `${code} ${role}`)).toEqual([
      "Stichtag time",
      "Region category",
      "Spalte 4 category",
      "Kopfzeile 1 category",
      "MERKMAL measure",
    ]);
    expect(observations.map(shortly)).toEqual([
      "2025-12-31 01001 ∅ männlich Tiere = 12 e",
      "2025-12-31 01001 ∅ ∅ Tiere = 30 e",
      "2025-12-31 01001 Süd- und Ostmeer männlich Tiere = -",
      "2025-12-31 01001 Süd- und Ostmeer ∅ Tiere = (5) p",
      "2025-12-31 01002 ∅ männlich Tiere = /",
      "2025-12-31 01002 ∅ ∅ Tiere = 7 e",
    ]);
    expect(observations.map(shown)).toEqual(["12", "30", "-", "(5)", "/", "7"]);
    expect(tail).toEqual({ footnotes: [], copyright: "© Amt für Beispiele, 2026", stand: "25.09.2026 / 11:47:11", observations: 6 });
  });

  it("may leave the headings of the flags empty", async () => {
    const expected = (await readTable(genesisCsv, present)).observations;
    const { observations } = await readTable(genesisCsv, present.replace("männlich;männlich;Insgesamt;Insgesamt", "männlich;;Insgesamt;"));
    expect(observations.map(shortly)).toEqual(expected.map(shortly));
  });

  it("may have been saved by a spreadsheet: filled up, quoted, with other line ends", async () => {
    const expected = (await readTable(genesisCsv, present)).observations.map(shortly);
    const filled = present.replaceAll(/^(Tabelle.*|__________|©.*|Stand.*)$/gm, "$1;;;;;;;");
    const quoted = present.replaceAll(/[^;\n]+ [^;\n]*(?=;\S)/g, '"$&"');
    for (const text of [filled, quoted, present.replaceAll("\n", "\r\n"), present.replaceAll(";", "\t")]) {
      const { observations, faults } = await readTable(genesisCsv, text);
      expect([faults, observations.map(shortly)]).toEqual([[], expected]);
    }
  });
});

describe("header rows", () => {
  it("name the variables of the rows below them", async () => {
    const header =
      ";;;Herkunft;Herkunft;Herkunft\n;;;Insgesamt;Inland;Inland\n;;;Geschlecht;Geschlecht;Geschlecht\n;;;Insgesamt;Insgesamt;männlich";
    expect(await readHeader(tableOf(header, "2015;01;Küste;9;8;4", "Tiere (Anzahl)\n"))).toEqual({
      variables: ["Jahr", "Region", "Herkunft", "Geschlecht", "MERKMAL"],
      values: ["2015 01 ∅ ∅ Tiere = 9 Anzahl", "2015 01 Inland ∅ Tiere = 8 Anzahl", "2015 01 Inland männlich Tiere = 4 Anzahl"],
      faults: [],
    });
  });

  it("name days and years", async () => {
    expect(await readHeader(tableOf(";Stichtag;Stichtag\n;31.12.1995;31.12.1996", "Küste;1,5;2", "Fläche (qkm)\n"))).toEqual({
      variables: ["Spalte 1", "Stichtag", "MERKMAL"],
      values: ["Küste 1995-12-31 Fläche = 1,5 qkm", "Küste 1996-12-31 Fläche = 2 qkm"],
      faults: [],
    });
    expect(await readHeader(tableOf(";;Jahr\n;;2009", "01;Küste;7", "Fläche (ha)\n"))).toMatchObject({
      variables: ["Region", "Jahr", "MERKMAL"],
      values: ["01 2009 Fläche = 7 ha"],
    });
  });

  it("hold the measures and, in the last, the units where none stands above the table", async () => {
    expect(
      await readHeader(tableOf(";;;Haltungen;Haltungen\n;;;Erdteile;Erdteile\n;;;Insgesamt;Asien\n;;;Anzahl;Anzahl", "2016;DG;Land;9;4")),
    ).toEqual({
      variables: ["Jahr", "Region", "MERKMAL", "Erdteile"],
      values: ["2016 DG Haltungen ∅ = 9 Anzahl", "2016 DG Haltungen Asien = 4 Anzahl"],
      faults: [],
    });
    expect(await readHeader(tableOf(";;;Fläche;Tiere\n;;;qkm;Anzahl", "31.12.2015;DG;Land;9,5;4"))).toEqual({
      variables: ["Stichtag", "Region", "MERKMAL"],
      values: ["2015-12-31 DG Fläche = 9,5 qkm", "2015-12-31 DG Tiere = 4 Anzahl"],
      faults: [],
    });
    expect(
      await readHeader(tableOf(";;2015;2015;2016;2016\n;;Fläche;Tiere;Fläche;Tiere\n;;qkm;Anzahl;qkm;Anzahl", "DG;Land;1;2;3;4")),
    ).toMatchObject({
      variables: ["Region", "Jahr", "MERKMAL"],
      values: ["DG 2015 Fläche = 1 qkm", "DG 2015 Tiere = 2 Anzahl", "DG 2016 Fläche = 3 qkm", "DG 2016 Tiere = 4 Anzahl"],
    });
  });

  it("may leave measures and units to the rows", async () => {
    expect(await readHeader(tableOf(";;2015;2016", "Fläche;qkm;1;2\nTiere;Anzahl;3;4"))).toMatchObject({
      variables: ["MERKMAL", "Jahr"],
      values: ["Fläche 2015 = 1 qkm", "Fläche 2016 = 2 qkm", "Tiere 2015 = 3 Anzahl", "Tiere 2016 = 4 Anzahl"],
    });
  });

  it("tell columns apart by their units where nothing else does", async () => {
    expect(await readHeader(tableOf(";;Tiere;Tiere\n;;Anzahl;Prozent", "DG;Land;7;100"))).toMatchObject({
      variables: ["Region", "MERKMAL", "Einheit"],
      values: ["DG Tiere Anzahl = 7 Anzahl", "DG Tiere Prozent = 100 Prozent"],
    });
  });

  it("can be said by whoever knows", async () => {
    const text = `Tabelle: 12345-0001\n;seltsam\nTiere (Anzahl)\n;männlich;weiblich\nKüste;1;2\n${footer}`;
    const { head, observations } = await readTable(genesisCsv, text, { options: { header: [4, 4] } });
    expect(head?.preamble).toEqual([";seltsam", "Tiere (Anzahl)"]);
    expect(observations.map(shortly)).toEqual(["Küste männlich Tiere = 1", "Küste weiblich Tiere = 2"]);
  });
});

describe("columns in front of the values", () => {
  it("are one variable where a code stands beside its label", async () => {
    expect(await rowsOf("WZ08-A;Landwirtschaft;1\nWZ08-B;Bergbau;2\n;Insgesamt;3")).toEqual(["Spalte 1", "WZ08-A", "WZ08-B", ""]);
    expect(await rowsOf("03453;Musterkreis;Hund;1\n03453;Musterkreis;Katze;2")).toEqual([
      "Region",
      "Spalte 3",
      "03453|Hund",
      "03453|Katze",
    ]);
  });

  it("are two where the same code has several labels, or both are words", async () => {
    expect(await rowsOf("A;Hund;1\nA;Katze;2")).toEqual(["Spalte 1", "Spalte 2", "A|Hund", "A|Katze"]);
    expect(await rowsOf("Küste;Hund;1\nBerg;Hund;2")).toEqual(["Spalte 1", "Spalte 2", "Küste|Hund", "Berg|Hund"]);
  });

  it("are categories where they hold years, but the header tells the time", async () => {
    expect(await rowsOf("1990;Küste;1\n1990;Berg;2")).toEqual(["Spalte 1", "Spalte 2", "1990|Küste", "1990|Berg"]);
  });
});

describe("refusals", () => {
  it("of a file without its end, wherever it breaks off", async () => {
    const lines = present.trimEnd().split("\n");
    for (let count = 6; count < lines.length; count++) {
      const [fault] = await faultsOf(`${lines.slice(0, count).join("\n")}\n`);
      expect(fault).toMatch(count === 6 ? /^header-alone 6: / : /^classic-cut-short /);
    }
    expect(await faultsOf(present.slice(0, present.indexOf(";7;e\n") + 2))).toEqual([
      "field-count 9: 31.12.2025;01002;See…".replace("field-count", "cut-short"),
    ]);
    expect(await faultsOf(present.slice(0, present.indexOf(";7;e\n") + 4))).toEqual(["cut-short 9: 31.12.2025;01002;See…"]);
    expect(await faultsOf(present.replace(" / 11:47:11\n", " / 11:4"))).toEqual(["classic-cut-short 12: Stand: 25.09.2026 / …"]);
    expect(await faultsOf(old.slice(0, old.indexOf("Seeberg: ohne")))).toEqual(["classic-cut-short 14: "]);
  });

  it("of rows with more or fewer fields than the header", async () => {
    expect(await faultsOf(present.replace(";12;e", ";12"))).toEqual(["field-count 7: 31.12.2025;01001;Möw…"]);
    expect(await faultsOf(old.replace("Seeberg, Landkreis;5", "Seeberg; Landkreis;5"))).toEqual(["field-count 10: 01002;      Seeberg;…"]);
  });

  it("of flags that are none, labels that are missing, codes with two names", async () => {
    const many = Array.from({ length: 2_100 }, (_, index) => `31.12.2025;01001;Möwenstadt;Art ${index};1;e;2;e`).join("\n");
    const long = present
      .replace(/^31\.12\.2025;01002.*$/m, `${many}\n$&`)
      .replace("Möwenstadt, Stadt", "Möwenstadt")
      .replace("Möwenstadt, Stadt", "Möwenstadt");
    expect((await readTable(genesisCsv, long)).faults).toEqual([]);
    const ending = (line: string): string => long.replace(/^31\.12\.2025;01002.*$/m, line);
    expect(await faultsOf(ending("31.12.2025;01002;Seeberg;Insgesamt;1;7;2;e"))).toEqual(["classic-no-flag 2109: 7"]);
    expect(await faultsOf(ending("31.12.2025;01002;Seeberg;;1;e;2;e"))).toEqual(["classic-no-label 2109: "]);
    expect(await faultsOf(ending("31.12.2025;01001;Seeberg;Insgesamt;1;e;2;e"))).toEqual(["classic-two-labels 2109: Seeberg"]);
    expect(await faultsOf(ending("Ende 2025;01002;Seeberg;Insgesamt;1;e;2;e"))).toEqual(["classic-no-time 2109: Ende 2025"]);
  });

  it("of columns that cannot be told apart or have no name", async () => {
    expect(await faultsOf(old.replace("31.12.2015", "31.12.2014"))).toEqual(["classic-same-columns 7: Insgesamt"]);
    expect(await faultsOf(old.replace(";;Insgesamt;männlich;Insgesamt", ";;Insgesamt;;männlich"))).toEqual(["classic-unnamed-column 7: "]);
  });

  it("of a table without heading, or whose first row has lost its labels", async () => {
    expect(await faultsOf(`Tabelle: 1-2\nTiere\nA;1\n${footer}`)).toEqual(["classic-no-header 4: __________"]);
    expect(await faultsOf(`Tabelle: 1-2\nTiere\n;männlich;weiblich\n;12;13\nA;1;2\n${footer}`)).toEqual(["classic-no-label 4: ;12;13"]);
    expect(await faultsOf("Tabulator: 1\n")).toEqual(["classic-no-table 1: Tabulator: 1"]);
  });
});

describe("a stream", () => {
  it("gives the same however it is cut", async () => {
    for (const content of [latin1(old), Buffer.from(present), Buffer.from(present.replaceAll("\n", "\r\n"))]) {
      const expected = await readTable(genesisCsv, content);
      await assert(
        asyncProperty(integer({ min: 1, max: content.length }), async (piece) => {
          const read = await readTable(genesisCsv, content, { piece });
          expect([read.head, read.tail, read.faults]).toEqual([expected.head, expected.tail, expected.faults]);
          expect(read.observations).toEqual(expected.observations);
        }),
        { numRuns: 30 },
      );
    }
  });

  it("is refused wherever it is cut off", async () => {
    const bytes = Buffer.from(present);
    await assert(
      asyncProperty(nat(bytes.length - 2), async (length) => {
        const { tail, faults } = await readTable(genesisCsv, bytes.subarray(0, length));
        const isWhole =
          present.slice(0, present.lastIndexOf(" /")).length <= bytes.subarray(0, length).toString().length && tail !== undefined;
        expect(isWhole ? 1 : faults.length).toBeGreaterThan(0);
      }),
    );
  });

  it("ends in a diagnostic for random bytes", async () => {
    await assert(
      asyncProperty(uint8Array({ maxLength: 300 }), constantFrom("", "Tabelle: 1\n", present.slice(0, 250)), async (bytes, before) => {
        const { tail, faults } = await readTable(genesisCsv, Buffer.concat([Buffer.from(before), bytes]));
        expect(tail === undefined ? faults.length : 0).toBeGreaterThan(0);
      }),
    );
  });
});
