import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { speak } from "../../source/diagnostic.ts";
import { csv } from "./csv.ts";
import { placeOf, tell } from "./grid/testing.ts";

/** As an office's register of municipalities is laid out, in small. */
const register = `Gemeinden nach Fläche und Bevölkerung am 30.06.2024;;;;;;;
;;;;;;;
Satz-art;Regionalschlüssel (ARS);;Name;Fläche km2 1);Bevölkerung2);;Mittel-punkt
;Land;Gem;;;insgesamt;männlich;Längengrad
;Gebietsstand am 30.06.2024;;;31.12.2022 (Jahr);am 31.12.2022 (Jahr);;
;;;;;;;
40;03;;Kreis;;;;
50;03;;Barßel;;;;
60;03;001;Barßel;84.35;13601;6720;7,745157
60;03;002;"Bösel; Ort";100.21;8895;4555;7,954296
;;;;;;;
1) Durch Runden sind Abweichungen
     möglich.;;;;;;;
"2) Ab 2016 nach ""neuer"" Methode";;;;;;;
© Amt, 2024;;;;;;;
`;

describe("a CSV of an office", () => {
  it("has its heading, its columns and its footnotes found by looking", async () => {
    const { head, tail, faults } = await tell(csv, register);
    expect(faults).toEqual([]);
    expect(head?.form).toEqual([
      { fact: "encoding", found: { de: expect.stringContaining("UTF-8"), en: expect.stringContaining("UTF-8") } },
      { fact: "separator", found: { de: "Semikolon", en: "semicolon" } },
      { fact: "header", found: { de: "Zeilen 3 bis 5", en: "rows 3 to 5" } },
    ]);
    expect(head?.title).toBe("Gemeinden nach Fläche und Bevölkerung am 30.06.2024");
    expect(head?.variables.map(({ code, label }) => (code === label ? code : `${code}: ${label}`))).toEqual([
      "Satz-art",
      "Land: Regionalschlüssel (ARS) Land",
      "Gem: Regionalschlüssel (ARS) Gem",
      "Name",
      "MERKMAL: Merkmal",
    ]);
    expect(head?.preamble).toContain("Fläche km2: 31.12.2022 (Jahr)");
    expect(tail).toEqual({
      footnotes: ["1) Durch Runden sind Abweichungen möglich.", '2) Ab 2016 nach "neuer" Methode'],
      copyright: "© Amt, 2024",
      observations: 8,
    });
  });

  it("gives values as they are written, whatever their decimal mark, with their places", async () => {
    const { values, observations } = await tell(csv, register);
    expect(values.slice(4)).toEqual([
      "60|03|002|Bösel; Ort|Fläche km2 = 100.21",
      "60|03|002|Bösel; Ort|Bevölkerung insgesamt = 8895",
      "60|03|002|Bösel; Ort|Bevölkerung männlich = 4555",
      "60|03|002|Bösel; Ort|Mittel-punkt Längengrad = 7,954296",
    ]);
    expect(observations.map(placeOf)[4]).toBe("10:24 100.21");
  });

  it("is the same however its bytes come, and whatever its encoding", async () => {
    const { values } = await tell(csv, register);
    expect((await tell(csv, register, { piece: 1 })).values).toEqual(values);
    expect((await tell(csv, register.replaceAll("\n", "\r\n"))).values).toEqual(values);
    const latin = await tell(csv, Buffer.from(register, "latin1"));
    expect(latin.values).toEqual(values);
    expect((await tell(csv, Buffer.from(`\ufeff${register}`, "utf16le"))).values).toEqual(values);
  });
});

/** The decimal mark that is told of two columns. */
async function facts(...rows: readonly string[]): Promise<readonly unknown[]> {
  const { head } = await tell(csv, `Ort;A;B\n${rows.join("\n")}\n`);
  return (head?.form ?? []).filter(({ fact }) => fact === "decimal").map(({ found }) => found);
}

describe("the decimal mark", () => {
  it("is told where each column says it", async () => {
    expect(await facts("a;1,5;1.234,5", "b;1.234;7")).toEqual([","]);
    expect(await facts("a;1.5;1,234.5")).toEqual(["."]);
  });

  it("is left open where a column can be read both ways, or columns differ", async () => {
    expect(await facts("a;1,5;1.234", "b;2,5;5.678")).toEqual([]);
    expect(await facts("a;84.35;7,745157")).toEqual([]);
    expect(await facts("a;1;2")).toEqual([]);
  });

  it("is what somebody says", async () => {
    const { head } = await tell(csv, "Ort;A\na;1.234\n", { options: { decimal: "," } });
    expect(head?.form.at(-1)).toEqual({ fact: "decimal", found: "," });
  });
});

describe("columns", () => {
  it("of days or of years are time", async () => {
    expect((await tell(csv, "Ort;Stichtag;Zahl\na;31.12.2024;12\nb;2025-06-30;13\n")).values).toEqual([
      "a|2024-12-31|Zahl = 12",
      "b|2025-06-30|Zahl = 13",
    ]);
    const years = await tell(csv, "Jahr;Zahl\n2023;12\n2024;1960\n");
    expect(years.head?.variables[0]?.role).toBe("time");
    expect(years.values).toEqual(["2023|Zahl = 12", "2024|Zahl = 1960"]);
  });

  it("of years side by side are a time in the heading", async () => {
    const { head, values } = await tell(csv, "Gemeinde,2015,2016\nBarßel,13601,13700\n");
    expect(head?.variables.map(({ code, role }) => `${code} ${role}`)).toEqual(["Gemeinde category", "JAHR time", "MERKMAL measure"]);
    expect(values).toEqual(["Barßel|2015|Wert = 13601", "Barßel|2016|Wert = 13700"]);
  });

  it("of several measures on several days are both", async () => {
    const { values } = await tell(csv, "Ort;Einwohner;;Fläche\n;31.12.2015;31.12.2016;31.12.2015\na;10;11;1,5\n");
    expect(values).toEqual(["a|2015-12-31|Einwohner = 10", "a|2016-12-31|Einwohner = 11", "a|2015-12-31|Fläche = 1,5"]);
  });

  it("of codes are variables by a zero, by their heading, or because somebody says so", async () => {
    const text = "AGS;RB;Teil;Zahl\n3453001;4;01;12\n3453002;4;02;13\n";
    const looked = await tell(csv, text);
    expect(looked.head?.variables.map(({ code }) => code)).toEqual(["AGS", "Teil", "MERKMAL"]);
    const said = await tell(csv, text, { options: { categories: ["RB"] } });
    expect(said.values[0]).toBe("3453001|4|01|Zahl = 12");
  });

  it("have a total where the cell says so, and never where it is empty", async () => {
    expect((await tell(csv, "Ort;Geschlecht;Zahl\na;insgesamt;12\na;;13\n")).values).toEqual(["a||Zahl = 12", "a|(leer)|Zahl = 13"]);
  });

  it("of one name are told apart by their places", async () => {
    expect((await tell(csv, "Ort;Zahl;Zahl\na;12;13\n")).values).toEqual(["a|Zahl = 12", "a|Zahl (Spalte 3) = 13"]);
  });

  it("hold symbols and empty cells as they stand", async () => {
    expect(
      (await tell(csv, "Ort;Zahl;Mehr\na;12;.\nb;-;...\nc;;(7)\nd;x;5 p\n")).values.map((value) => value.slice(value.indexOf("=") + 2)),
    ).toEqual(["12", ".", "-", "...", "", "(7)", "x", "5 p"]);
  });
});

describe("headings", () => {
  it("are where somebody says they are", async () => {
    const text = "Bericht;2024\nOrt;Zahl\na;1\nb;2\n";
    const { values } = await tell(csv, text, { options: { header: [2, 2] } });
    expect(values).toEqual(["a|Zahl = 1", "b|Zahl = 2"]);
  });

  it("may have more or fewer separators than the rows, where nothing stands in them", async () => {
    expect((await tell(csv, "Ort;Zahl;;\na;12\nb;13\n")).values).toEqual(["a|Zahl = 12", "b|Zahl = 13"]);
    expect((await tell(csv, "Ort;Zahl\na;12;\nb;13;\n")).values).toEqual(["a|Zahl = 12", "b|Zahl = 13"]);
  });

  it("may be counted below, and hold marks and brackets", async () => {
    const { head, values } = await tell(csv, "Land 1);EU-27 (seit 2020)2);Zahl (1.000)\n1;2;3\nDE;12;13\n");
    expect(head?.variables[0]?.label).toBe("Land");
    expect(values).toEqual(["DE|EU-27 (seit 2020) = 12", "DE|Zahl (1.000) = 13"]);
  });
});

describe("refused is", () => {
  it.each<[string, string, string]>([
    ["grid-without-header", "a;1\nb;2\n", "1:1 a;1"],
    ["grid-without-values", "Ort;Zahl\na;viele\n", "1:1 Ort;Zahl"],
    ["csv-no-separator", "nur eine Zeile\n", "1:1 nur eine Zeile"],
    ["csv-ragged", "Ort;Zahl;Mehr\na;1;2\nb;1\nc;1;2\n", "3:1 b;1"],
    ["csv-ragged", "Ort;Zahl\na;1\nb;1.234;5\nc;7\n", "3:1 b;1.234;5"],
    ["csv-ragged", "AGS;Ort;Einwohe;Einwohner;Anteil\n01;a;13863;7,7\n02;b;8906;8,1\n", "1:1 AGS;Ort;Einwohe;Einwohner;Anteil"],
    ["csv-ragged", "Ort;Anteil\n1;a;13863\n2;b;8906\n", "1:1 Ort;Anteil"],
    ["csv-cut", "Ort;Zahl\na;13812\nb;89", "3:1 b;89"],
    ["csv-quote", 'Ort;Zahl\n"a;1\nb;2\n', '2:1 "'],
    ["csv-quote", 'Ort;Zahl\n"a"b;1\n', '2:1 "'],
  ])("%s: %j", async (code, text, place) => {
    const { faults, diagnostics, tail } = await tell(csv, text);
    expect(faults).toEqual([code]);
    expect(tail).toBeUndefined();
    const [diagnostic] = diagnostics;
    expect(diagnostic === undefined ? "" : placeOf(diagnostic)).toBe(place);
    expect(diagnostic === undefined ? "" : speak(diagnostic, "de")).toContain("tabelle.csv:");
  });

  it("a time that is none, and a cell beside the table, far below", async () => {
    const days = Array.from({ length: 2_100 }, (_, at) => `2024-01-${String((at % 28) + 1).padStart(2, "0")};1${at};`);
    const text = `Tag;Zahl;\n${days.join("\n")}\n`;
    expect((await tell(csv, `${text}gestern;7;\n`)).faults).toEqual(["grid-no-time"]);
    expect((await tell(csv, `${text};7;\n`)).faults).toEqual(["grid-no-time"]);
    expect((await tell(csv, `${text}2024-02-01;7;8\n`)).faults).toEqual(["grid-cell-besides"]);
  });

  it("text whose columns nothing parts", async () => {
    expect((await tell(csv, "eins\nzwei\ndrei\n")).faults).toEqual(["csv-no-separator"]);
  });
});

describe("random tables", () => {
  const word = fc
    .string({ unit: fc.constantFrom("a", "ß", "Ö", '"', ";", ",", "\t", "\n", " ", "|", "x"), minLength: 3, maxLength: 12 })
    .map((text) => `Q${text}q`);
  const amount = fc.integer({ min: 0, max: 10_000_000 }).map(String);
  const table = fc.record({
    separator: fc.constantFrom(";", ",", "\t", "|"),
    always: fc.boolean(),
    end: fc.constantFrom("\n", "\r\n"),
    names: fc.uniqueArray(word, { minLength: 2, maxLength: 12, selector: (text) => text.replaceAll(/\s+/gu, " ") }),
    measures: fc.integer({ min: 1, max: 4 }),
    piece: fc.integer({ min: 1, max: 200 }),
  });

  it("come back whatever parts and quotes them", async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.infiniteStream(amount), async ({ separator, always, end, names, measures, piece }, amounts) => {
        const quoted = (text: string): string =>
          always || new RegExp(`[${separator}"\n]`, "u").test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const heads = Array.from({ length: measures }, (_, at) => `Zahl ${"ABCD"[at]}`);
        // The first is large, so that no column of years comes about.
        const rows = names.map((name, at) => [name, ...heads.map(() => (at === 0 ? "123456" : String(amounts.next().value)))]);
        const text = [["Ort", ...heads], ...rows].map((row) => row.map(quoted).join(separator) + end).join("");
        const { observations, faults } = await tell(csv, text, { piece, options: { separator } });
        expect(faults).toEqual([]);
        expect(observations.map(({ codes, value }) => `${codes.join("/")} ${value}`)).toEqual(
          rows.flatMap(([name = "", ...values]) => values.map((value, at) => `${name.replaceAll(/\s+/gu, " ")}/${heads[at]} ${value}`)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("cut anywhere end in a fault or in the values that are whole", async () => {
    const { values } = await tell(csv, register);
    for (let cut = 0; cut < register.length; cut++) {
      const part = await tell(csv, register.slice(0, cut));
      if (part.tail !== undefined) expect(values.slice(0, part.values.length)).toEqual(part.values);
      else expect(part.faults.length).toBeGreaterThan(0);
    }
  });

  it("of random signs end in a fault or in a table", async () => {
    const signs = fc.string({ unit: fc.constantFrom("a", "1", ",", ";", "\n", '"', " ", ".", "0", "\r", "-"), maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(signs, async (text) => {
        const { tail, faults } = await tell(csv, text);
        expect(tail !== undefined || faults.length > 0).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
