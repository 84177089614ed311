import { assert, asyncProperty, constantFrom, integer, nat, shuffledSubarray, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { ffcsv } from "./ffcsv.ts";
import { latin1, readTable, shortly, shown } from "./testing.ts";

const header =
  "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label";

function row(region: string, sex: string, value: string, { time = "2024-12-31", tail = "Anzahl;TIER01;Gehaltene Tiere" } = {}): string {
  return `12345;Zählung der Tiere;STAG;Stichtag;${time};KREISE;Kreise;${region};GES;Geschlecht;${sex};${value};${tail}`;
}

const rows = [
  row("01001;Möwenstadt", ";Insgesamt", "30"),
  row("01001;Möwenstadt", "GESM;männlich", "12"),
  row("01001;Möwenstadt", "GESW;weiblich", "18"),
  row("01002;Seeberg, Landkreis", ";Insgesamt", "-"),
  row("01002;Seeberg, Landkreis", "GESM;männlich", "."),
  row("01002;Seeberg, Landkreis", "GESW;weiblich", "1,5"),
];
const file = `${header}\n${rows.join("\n")}\n`;

const texts = async (wanted: Record<string, string[]>): Promise<readonly string[]> =>
  (await readTable(ffcsv, file, { wanted })).observations.map(shortly);

const faultsOf = async (text: string | Uint8Array): Promise<readonly string[]> => {
  const { tail, faults } = await readTable(ffcsv, text);
  expect(tail).toBeUndefined();
  return faults;
};

describe("the present form", () => {
  it("gives time, variables and the measure, and of each row what it is", async () => {
    const { head, observations, tail, faults } = await readTable(ffcsv, `\uFEFF${file}`);
    expect(head).toEqual({
      format: "ffcsv",
      form: [
        { fact: "encoding", found: { de: "UTF-8 mit BOM", en: "UTF-8 with BOM" } },
        { fact: "separator", found: ";" },
        { fact: "vintage", found: { de: "ffcsv, heutige Form", en: "ffcsv, present form" } },
        { fact: "decimal", found: "," },
      ],
      table: "12345",
      title: "Zählung der Tiere",
      variables: [
        { code: "STAG", label: "Stichtag", role: "time" },
        { code: "KREISE", label: "Kreise", role: "category" },
        { code: "GES", label: "Geschlecht", role: "category" },
        { code: "MERKMAL", label: "Merkmal", role: "measure" },
      ],
      preamble: [],
    });
    expect(observations.map(shortly)).toEqual([
      "2024-12-31 01001 ∅ TIER01 = 30",
      "2024-12-31 01001 GESM TIER01 = 12",
      "2024-12-31 01001 GESW TIER01 = 18",
      "2024-12-31 01002 ∅ TIER01 = -",
      "2024-12-31 01002 GESM TIER01 = .",
      "2024-12-31 01002 GESW TIER01 = 1,5",
    ]);
    expect(observations[3]).toMatchObject({
      labels: ["2024-12-31", "Seeberg, Landkreis", "Insgesamt", "Gehaltene Tiere"],
      unit: "Anzahl",
      quality: "",
    });
    expect(tail).toEqual({ footnotes: [], observations: 6 });
    expect(faults).toEqual([]);
  });

  it("keeps the place of each value, in signs and not in bytes", async () => {
    const { observations } = await readTable(ffcsv, file);
    expect(observations.map(shown)).toEqual(["30", "12", "18", "-", ".", "1,5"]);
    expect(observations.map(({ span }) => span.source.firstLine)).toEqual([2, 3, 4, 5, 6, 7]);
    const beyond = file.replaceAll("Möwenstadt", "Möwe𝄞stadt–");
    expect((await readTable(ffcsv, beyond)).observations.map(shown)).toEqual(["30", "12", "18", "-", ".", "1,5"]);
  });

  it("keeps quality flags, and hands on values as they are written", async () => {
    const flagged = `${header};value_q\n${row("01001;Möwenstadt", ";Insgesamt", "(12)")};e\n${row("01001;Möwenstadt", "GESM;männlich", " / ")};\n`;
    expect((await readTable(ffcsv, flagged)).observations.map(shortly)).toEqual([
      "2024-12-31 01001 ∅ TIER01 = (12) e",
      "2024-12-31 01001 GESM TIER01 = /",
    ]);
  });

  it("gives only what is wanted, by code, total, day and measure", async () => {
    expect(await texts({ KREISE: ["01002"], GES: [""] })).toEqual(["2024-12-31 01002 ∅ TIER01 = -"]);
    expect(await texts({ GES: ["GESM"] })).toHaveLength(2);
    expect(await texts({ STAG: ["2023-12-31"] })).toEqual([]);
    expect(await texts({ MERKMAL: ["TIER02"] })).toEqual([]);
    expect(await texts({ STAG: ["2024-12-31"], MERKMAL: ["TIER01"] })).toHaveLength(6);
  });

  it("takes an empty code for the total only where the label says so", async () => {
    const text = `${header}\n${row("01001;Möwenstadt", ";Ohne Angabe", "3")}\n${row("01001;Möwenstadt", ";Insgesamt", "4")}\n`;
    expect((await readTable(ffcsv, text)).observations.map(shortly)).toEqual([
      "2024-12-31 01001 Ohne Angabe TIER01 = 3",
      "2024-12-31 01001 ∅ TIER01 = 4",
    ]);
    expect((await readTable(ffcsv, text, { wanted: { GES: [""] } })).observations).toHaveLength(1);
    expect((await readTable(ffcsv, text, { wanted: { GES: ["Ohne Angabe"] } })).observations).toHaveLength(1);
  });

  it("tells the decimal mark of the language", async () => {
    const english = file.replaceAll("STAG;Stichtag", "JAHR;Year").replaceAll("2024-12-31", "2024");
    expect((await readTable(ffcsv, english)).head?.form.at(-1)).toEqual({ fact: "decimal", found: "." });
    const unknown = file.replaceAll("STAG;Stichtag", "XYZ;Xyz");
    expect((await readTable(ffcsv, unknown)).head?.form.map(({ fact }) => fact)).not.toContain("decimal");
    expect((await readTable(ffcsv, unknown, { options: { decimal: "." } })).head?.form.at(-1)).toEqual({ fact: "decimal", found: "." });
  });
});

describe("other hands", () => {
  it("may have saved it in another encoding, with other line ends, or quoted", async () => {
    const expected = (await readTable(ffcsv, file)).observations.map(shortly);
    const utf16 = Buffer.from(`\uFEFF${file}`, "utf16le");
    const forms: readonly (readonly [Uint8Array | string, string])[] = [
      [latin1(file), "ISO-8859-1 (Windows-1252)"],
      [utf16, "UTF-16 (LE) mit BOM"],
      [Buffer.from(utf16).swap16(), "UTF-16 (BE) mit BOM"],
      [file.replaceAll("\n", "\r\n"), "UTF-8 ohne BOM"],
      [file.replaceAll("\n", "\r"), "UTF-8 ohne BOM"],
      [file.replaceAll(/[^;\n]+/g, '"$&"'), "UTF-8 ohne BOM"],
      [file.replaceAll(";", "\t"), "UTF-8 ohne BOM"],
    ];
    for (const [content, encoding] of forms) {
      const { observations, head, faults } = await readTable(ffcsv, content);
      expect([faults, observations.map(shortly)]).toEqual([[], expected]);
      expect(head?.form[0]?.found).toMatchObject({ de: encoding });
    }
  });

  it("may have put quotation marks where CSV needs them, or the office itself where it does not", async () => {
    const text = `${header}\n${row('01001;"Möwe; Stadt ""am Meer"""', ";Insgesamt", '"30"')}\n${row('01001;Haus "Seeblick" e. V.', "GESM;männlich", "4")}\n`;
    const { observations, faults } = await readTable(ffcsv, text);
    expect(faults).toEqual([]);
    expect(observations.map(({ labels, value }) => [labels[1], value])).toEqual([
      ['Möwe; Stadt "am Meer"', "30"],
      ['Haus "Seeblick" e. V.', "4"],
    ]);
  });
});

describe("the older form", () => {
  const older =
    "Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;1_Auspraegung_Label";
  const start = "12345;Zählung der Tiere;STAG;Stichtag;31.12.2019;KREISE;Kreise";

  it("has a column for each measure, with its unit in the heading", async () => {
    const text = `${older};TIER01__Gehaltene_Tiere__Anzahl;FLC001__Flaeche__Mill._qm\n${start};01001;Möwenstadt;30;7,25\n${start};;Insgesamt;-;...\n`;
    const { head, observations, faults } = await readTable(ffcsv, text);
    expect(faults).toEqual([]);
    expect(head?.form.map(({ found }) => found)).toMatchObject([
      { de: "UTF-8 ohne BOM" },
      ";",
      { de: "ffcsv, ältere Form", en: "ffcsv, older form" },
      ",",
    ]);
    expect(observations.map(shortly)).toEqual([
      "2019-12-31 01001 TIER01 = 30",
      "2019-12-31 01001 FLC001 = 7,25",
      "2019-12-31 ∅ TIER01 = -",
      "2019-12-31 ∅ FLC001 = ...",
    ]);
    expect(observations[1]).toMatchObject({ labels: ["31.12.2019", "Möwenstadt", "Flaeche"], unit: "Mill. qm" });
    const one = await readTable(ffcsv, text, { wanted: { MERKMAL: ["FLC001"], STAG: ["2019-12-31"], KREISE: ["01001"] } });
    expect(one.observations.map(shortly)).toEqual(["2019-12-31 01001 FLC001 = 7,25"]);
  });

  it("has flags in columns of their own", async () => {
    const text = `${older};  TIER01__Tiere__Anzahl;TIER01__Tiere__Anzahl__q\n${start};01001;Möwenstadt;30;p\n`;
    expect((await readTable(ffcsv, text)).observations.map(shortly)).toEqual(["2019-12-31 01001 TIER01 = 30 p"]);
  });

  it("is refused without a measure, and where the last value has no line end", async () => {
    expect((await readTable(ffcsv, `${older}\n${start};01001;Möwenstadt\n`)).faults).toEqual([
      "ffcsv-column-missing 1: Statistik_Code;Stati…",
    ]);
    const cut = await readTable(ffcsv, `${older};TIER01__Tiere__Anzahl\n${start};01001;Möwenstadt;30`);
    expect([cut.tail, cut.faults]).toEqual([undefined, ["no-last-line-end 2: "]]);
  });
});

describe("refusals", () => {
  it("of rows with too many or too few fields, at the place", async () => {
    expect(await faultsOf(file.replace(";12;", ";1;2;"))).toEqual(["field-count 3: ;Gehaltene Tiere"]);
    expect(await faultsOf(file.replace(";12;", ";"))).toEqual(["field-count 3: 12345;Zählung der Ti…"]);
    const { spoken } = await readTable(ffcsv, file.replace(";12;", ";"));
    expect(spoken).toMatch(
      /^tabelle\.csv:3:1 Fehler \[field-count\] Diese Zeile hat 16 Felder, die Kopfzeile 17: Es fehlt etwas\.\n {2}3 \| 12345;Z.*\n {4}\| \^+/,
    );
  });

  it("of a file that breaks off, says so, and of a header alone", async () => {
    expect(await faultsOf(file.slice(0, -40))).toEqual(["cut-short 7: 12345;Zählung der Ti…"]);
    expect(await faultsOf(`${header}\n`)).toEqual(["header-alone 1: statistics_code;stat…"]);
    expect(await faultsOf(header)).toEqual(["header-alone 1: statistics_code;stat…"]);
    expect(await faultsOf(header.slice(0, 200))).toContain("ffcsv-column-missing 1: statistics_code;stat…");
  });

  it("but not of a last label without line end: it can mislead nobody", async () => {
    const { tail, faults } = await readTable(ffcsv, file.trimEnd());
    expect([tail?.observations, faults]).toEqual([6, ["no-last-line-end 7: "]]);
  });

  it("of unknown, missing and doubled columns", async () => {
    expect(await faultsOf(file.replace("value_unit", "value_unti"))).toEqual([
      "ffcsv-column-missing 1: statistics_code;stat…",
      "ffcsv-column-unknown 1: value_unti",
    ]);
    expect(await faultsOf(file.replace("time_label", "time_code"))).toEqual([
      "ffcsv-column-twice 1: time_code",
      "ffcsv-column-missing 1: statistics_code;stat…",
    ]);
    expect((await readTable(ffcsv, file.replace("2_variable_code", "3_variable_code"))).spoken).toContain("»2_variable_code«");
    expect(await faultsOf("a;b\n1;2\n")).toEqual(["ffcsv-no-header 1: a;b"]);
  });

  it("of two tables in one file, and of a variable that is there twice", async () => {
    expect(await faultsOf(file + row("01001;Möwenstadt", ";Insgesamt", "9").replace("12345", "54321") + "\n")).toEqual([
      "ffcsv-changes 8: 54321",
    ]);
    expect(await faultsOf(file.replace(/KREISE(?=.*\n$)/, "GEMEIN"))).toEqual(["ffcsv-changes 7: GEMEIN"]);
    expect(await faultsOf(file.replaceAll(";GES;", ";KREISE;"))).toEqual(["variable-twice 2: 12345;Zählung der Ti…"]);
  });

  it("of what is not in the encoding it began in, at the place", async () => {
    const bytes = Buffer.concat([Buffer.from(file), latin1(`${row("01003;Köln", ";Insgesamt", "9")}\n`)]);
    expect(await faultsOf(bytes)).toEqual(["broken-encoding 8: ä"]);
    const ascii = `${header}\n${row("01003;Ort", ";Insgesamt", "9").replace("Zählung", "Zahl")}\n`
      .repeat(1)
      .concat(`${"x".repeat(70_000)}\n`);
    const { faults, spoken } = await readTable(ffcsv, Buffer.concat([Buffer.from(ascii), latin1("ä\n")]));
    expect(faults).toContain("broken-encoding 4: ä");
    expect(spoken).toContain("encoding: iso-8859-1");
    expect(await faultsOf(file.replace("Möwe", "M\u0018we"))).toEqual(["broken-encoding 2: \u0018"]);
    expect(await faultsOf(file.replaceAll("ö", "Ã¶"))).toEqual(["broken-encoding 2: Ã¶"]);
    expect(await faultsOf(file.replaceAll("ö", "\uFFFD"))).toEqual(["broken-encoding 2: \uFFFD"]);
  });

  it("ends after some faults, not after a million", async () => {
    expect(await faultsOf(`${header}\n${"1;2\n".repeat(500)}`)).toHaveLength(20);
  });
});

describe("a stream", () => {
  it("gives the same however it is cut", async () => {
    const expected = await readTable(ffcsv, file);
    for (const content of [
      Buffer.from(file),
      latin1(file),
      Buffer.from(`\uFEFF${file}`, "utf16le"),
      Buffer.from(file.replaceAll("\n", "\r\n")),
    ]) {
      await assert(
        asyncProperty(integer({ min: 1, max: content.length }), async (piece) => {
          const read = await readTable(ffcsv, content, { piece });
          expect(read.faults).toEqual([]);
          expect(read.observations.map(shortly)).toEqual(expected.observations.map(shortly));
          expect(read.observations.map(shown)).toEqual(expected.observations.map(shown));
        }),
        { numRuns: 30 },
      );
    }
  });

  it("gives the same over many blocks, with and without a selection", async () => {
    const long = Array.from({ length: 9_000 }, (_, index) =>
      row(`${10_000 + (index % 300)};Ort ${index % 300}`, "GESW;weiblich", `${index}`),
    );
    const text = `${header}\n${long.join("\n")}\n`;
    expect(text.length).toBeGreaterThan(1_200_000);
    const all = await readTable(ffcsv, text, { piece: 65_536 });
    expect(all.observations.map(({ value }) => value)).toEqual(long.map((_, index) => `${index}`));
    expect(all.observations.at(-1)?.span.source.firstLine).toBe(9_001);
    const some = await readTable(ffcsv, text, { piece: 65_536, wanted: { KREISE: ["10007"] } });
    expect(some.observations.map(({ value }) => Number(value))).toEqual(Array.from({ length: 30 }, (_, index) => index * 300 + 7));
    const expected = new Set(some.observations.map(({ labels }) => labels[1]));
    expect(expected).toEqual(new Set(["Ort 7"]));
  });

  it("gives the same set for rows in any order", async () => {
    const expected = (await readTable(ffcsv, file)).observations.map(shortly).toSorted();
    await assert(
      asyncProperty(shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        const { observations } = await readTable(ffcsv, `${header}\n${shuffled.join("\n")}\n`);
        expect(observations.map(shortly).toSorted()).toEqual(expected);
      }),
    );
  });

  it("gives of a file that is cut off only whole rows, if it takes it at all", async () => {
    const bytes = Buffer.from(file);
    const whole = (await readTable(ffcsv, file)).observations.map(shortly);
    await assert(
      asyncProperty(nat(bytes.length - 1), async (length) => {
        const { tail, observations } = await readTable(ffcsv, bytes.subarray(0, length));
        // Only whole rows are missing: which, the checks of the dataset tell.
        if (tail !== undefined) expect(whole.slice(0, observations.length)).toEqual(observations.map(shortly));
      }),
    );
  });

  it("ends in a diagnostic for random bytes, behind a header or not", async () => {
    await assert(
      asyncProperty(uint8Array({ minLength: 1, maxLength: 300 }), constantFrom("", `${header}\n`), async (bytes, before) => {
        const { tail, faults } = await readTable(ffcsv, Buffer.concat([Buffer.from(before), bytes]));
        expect(tail === undefined ? faults.length : 0).toBeGreaterThan(0);
      }),
    );
  });
});
