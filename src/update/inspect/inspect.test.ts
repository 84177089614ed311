import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Data } from "../../data/dataset.ts";
import { readData } from "../../data/read.ts";
import { dataFrom } from "../../data/testing.ts";
import { type Language, speak } from "../../source/diagnostic.ts";
import { toSource } from "../../source/source.ts";
import { brief, feed, readBy, type TableText } from "../mapping/testing.ts";
import type { Inspection } from "./inspection.ts";
import { inspectionReceiver } from "./inspect.ts";
import { proposal } from "./proposal.ts";
import { inspectionText } from "./text.ts";

function inspect(table: TableText, name = "12411-01-01-5.csv"): Inspection {
  const receiver = inspectionReceiver(name);
  const { value } = receiver.finish(feed(table, receiver));
  if (value === undefined) throw new Error("no inspection");
  return value;
}

/** What the proposal for a table makes of it when it is pasted unchanged. */
function pasted(table: TableText, data: Data = new Map(), name?: string): string {
  const text = proposal(inspect(table, name), { data, language: "de" });
  if (text === "# In der Tabelle steht kein einziger Wert.\n") return "";
  const { value, diagnostics } = readData([toSource("data/neu/dataset.yaml", text)]);
  const faults = diagnostics.filter(({ severity }) => severity === "error");
  if (faults.length > 0) throw new Error(`${faults.map((fault) => speak(fault, "en")).join("\n")}\n${text}`);
  const dataset = value?.get("neu");
  if (dataset === undefined) throw new Error(text);
  return brief(readBy(dataset, table));
}

const project = dataFrom({
  gemeinden: {
    fields: 'keys:\n  Barßel: { ags: "03453001" }\n  Essen: { label: Essen (Oldenburg), ags: "03453006" }',
    releases: { "2016-12-31": "{ Barßel: 1, Essen: 2 }" },
  },
  einwohner: {
    fields: 'keys:\n  deutschland: { label: Deutschland }\n  landkreis: { label: Landkreis Cloppenburg, ags: "03453" }',
    releases: { "2016-12-31": "{ deutschland: 9, landkreis: 3 }" },
  },
  status: {
    fields: "keys:\n  anerkannt: { label: Befristet anerkannter Schutzstatus }\n  ohne: { label: Ohne Schutzstatus }",
    releases: { "2016-12-31": "{ anerkannt: { männlich: 1, weiblich: 2 }, ohne: { männlich: 3, weiblich: 4 } }" },
  },
  geschlecht: { fields: "total: insgesamt", releases: { "2016-12-31": "{ männlich: 1, weiblich: 2, insgesamt: 3 }" } },
});

/** The proposal for a dataset of the project. */
function fitted(table: TableText, id: string): string {
  const dataset = project.get(id);
  if (dataset === undefined) throw new Error(id);
  return proposal(inspect(table), { data: project, dataset, language: "de" });
}

/** Two groups that make 15, beside a total. */
function groupsOf(total: number): TableText {
  const rows = ["M=männlich", "="].flatMap((sex) => [
    ["2024-12-31", sex, "=", "X", total],
    ["2024-12-31", sex, "EU", "X", 7],
    ["2024-12-31", sex, "Europa", "X", 8],
  ]);
  return { variables: ["STAG time", "GES", "ST", "M measure"], rows };
}

function multiples(step: number, count: number): TableText {
  const rows = Array.from({ length: count }, (_, index) => ["2024-12-31", `ST${index}`, "X", (index + 1) * step]);
  return { variables: ["STAG time", "ST", "M measure"], rows };
}

const municipalities: TableText = {
  variables: ["STAG time", "GEMEIN", "GES", "MERKMAL measure"],
  rows: ["=", "GESM=männlich", "GESW=weiblich"].flatMap((sex, index) => [
    ["2024-12-31", "03453006=Essen (Oldenburg)", sex, "BEVSTD=Bevölkerungsstand", 100 + index],
    ["2024-12-31", "03453001=Barßel", sex, "BEVSTD=Bevölkerungsstand", 200 + index],
    ["2024-12-31", "03454001=Andervenne", sex, "BEVSTD=Bevölkerungsstand", 300 + index],
  ]),
  head: { table: "12411", title: "Fortschreibung des Bevölkerungsstandes" },
};

const district: TableText = {
  variables: ["STAG time", "KREISE", "NAT", "GES", "MERKMAL measure"],
  rows: ["=", "A=ausländisch"].flatMap((nationality) =>
    ["=", "M=männlich", "W=weiblich"].flatMap((sex) => [
      ["2024-12-31", "03453=Cloppenburg, Landkreis", nationality, sex, "BEV=Personen", "-"],
      ["2024-12-31", "03454=Emsland, Landkreis", nationality, sex, "BEV=Personen", sex === "=" ? 10 : 5],
    ]),
  ),
};

describe("inspectionReceiver", () => {
  it("gathers what is in a table", () => {
    const inspection = inspect({
      variables: ["STAG time", "GES", "MERKMAL measure"],
      rows: [
        ["2024-12-31", "M=männlich", "X", "1.234"],
        ["2024-12-31", "W=weiblich", "X", "84,5", "Prozent", "e"],
        ["2025-12-31", "W=weiblich", "X", "."],
        ["2025-12-31", "M=männlich", "X", "(5)"],
        ["2025-12-31", "D=divers", "X", ""],
        ["2025-12-31", "M=männlich", "Y", "unsinnig"],
      ],
    });
    expect(inspection.empty).toBe(1);
    expect(inspection.variables[1]?.categories).toEqual([
      { code: "M", label: "männlich", count: 3 },
      { code: "W", label: "weiblich", count: 2 },
    ]);
    expect(inspection.measures.get("X")).toEqual({
      numbers: 2,
      fives: 1,
      whole: false,
      least: 5,
      most: 84.5,
      commas: 1,
      points: 0,
      doubtful: 1,
      doubtfulExample: "1.234",
      units: new Map([
        ["Anzahl", 3],
        ["Prozent", 1],
      ]),
      symbols: new Map([[".", 1]]),
      flags: new Map([
        ["e", 1],
        ["( )", 1],
      ]),
      strange: [],
    });
    expect(inspection.measures.get("Y")?.strange).toEqual(["unsinnig"]);
    expect(structuredClone(inspection)).toEqual(inspection);
  });

  it("sees which columns of a row follow from which", () => {
    const { variables } = inspect({
      variables: ["Land attribute", "Name attribute", "Art attribute", "MERKMAL measure"],
      rows: [
        ["1", "a", "x", "EW", 1],
        ["2", "b", "x", "EW", 1],
        ["3", "c", "y", "EW", 1],
        ["3", "d", "y", "EW", 1],
      ],
    });
    expect(variables.map(({ followsFrom }) => followsFrom)).toEqual([["Name"], [], ["Land", "Name"], []]);
  });
});

describe("inspectionText", () => {
  it("is aligned, and cuts long lists with a count", () => {
    const rows = Array.from({ length: 30 }, (_, index) => [
      "2024-12-31",
      `ST${index}=Staat ${index}`,
      "BEV030=Schutzsuchende",
      index === 7 ? "-" : (index + 1) * 5,
      "Anzahl",
      "e",
    ]);
    const text = inspectionText(inspect({ variables: ["STAG time", "STAAG5", "MERKMAL measure"], rows }), "de");
    expect(text).toBe(`12411-01-01-5.csv
  Form    ffcsv
  Zellen  30

Variablen
  STAG      Zeit          1: 2024-12-31
  STAAG5    Ausprägungen  30: ST0 (Staat 0); ST1 (Staat 1); ST2 (Staat 2); ST3 (Staat 3); ST4 (Staat 4);
                          ST5 (Staat 5); ST6 (Staat 6); ST7 (Staat 7); ST8 (Staat 8); ST9 (Staat 9);
                          ST10 (Staat 10); ST11 (Staat 11); … und 18 weitere
  MERKMAL   Merkmal       1: BEV030 (Schutzsuchende)

Werte von BEV030 (Schutzsuchende)
  Einheit        Anzahl
  Zahlen         29, von 5 bis 150, alle Vielfache von 5
  Zeichen -      1 × nichts vorhanden (genau null)
  Merkzeichen e  30 × endgültige Zahl
`);
    expect(inspectionText(inspect({ variables: ["X", "M measure"], rows: [["\u001b[31ma", "m", 1]] }), "en")).not.toContain("\u001b");
  });

  it("speaks the language of who reads it, of the file's form and in comments too", () => {
    const plain = inspect({
      variables: ["X", "M measure"],
      rows: [
        ["a", "m", "1.234"],
        ["b", "m", "2.345"],
      ],
    });
    const inspection: Inspection = {
      ...plain,
      head: { ...plain.head, form: [{ fact: "header", found: { de: "Zeilen 7 bis 8", en: "rows 7 to 8" } }] },
    };
    const both = (language: Language): string =>
      `${inspectionText(inspection, language)}${proposal(inspection, { data: project, language })}`;
    expect(both("de")).toMatch(/Kopf +Zeilen 7 bis 8[^]*# zu entscheiden: 1\.234 lässt sich/u);
    expect(both("en")).toMatch(/header +rows 7 to 8[^]*# to decide: 1\.234 can be read in two ways/u);
    expect(both("en")).not.toMatch(/zu entscheiden|zu ergänzen|Zeilen/u);
  });
});

describe("proposals", () => {
  it.each(["csv", "xlsx", "json-stat", "records", "ffcsv"] as const)("pin the only column of values of a %s", (format) => {
    const table: TableText = {
      variables: ["STAG time", "Schlüssel", "MERKMAL measure"],
      rows: [
        ["2024-12-31", "03453001", "Einwohner", 5],
        ["2024-12-31", "03453006", "Einwohner", 6],
      ],
      head: { format },
    };
    expect(fitted(table, "gemeinden")).toContain("filter: { MERKMAL: Einwohner }");
    expect(proposal(inspect(table), { data: project, language: "de" })).toMatch(/filter:\s+(?:\{ )?MERKMAL: Einwohner/u);
  });
});

describe("proposal of a dataset", () => {
  it("takes the project's own territories, under its own names", () => {
    const text = proposal(inspect(municipalities), { data: project, language: "de" });
    expect(text).toBe(`title: Bevölkerungsstand nach Gemeinde
unit: Personen
key: Gemeinde
keys:
  Barßel: { ags: "03453001" }
  Essen: { label: Essen (Oldenburg), ags: "03453006" }
additivity: exact
definition: Bevölkerungsstand. Fortschreibung des Bevölkerungsstandes.
source:
  provider: Statistische Ämter des Bundes und der Länder
  table: "12411-01-01-5"
symbols: regionaldatenbank
update:
  format: ffcsv
  filter:
    # außer der Summe gibt es: GESM (männlich); GESW (weiblich)
    GES: ""
    MERKMAL: BEVSTD
  key: { variable: GEMEIN, by: ags, others: ignore }
  unit: Anzahl
`);
    expect(pasted(municipalities, project)).toBe("2024-12-31 Barßel 200, Essen 100");
  });

  it("does without a project", () => {
    expect(pasted(municipalities)).toBe("2024-12-31 Barßel 200, Essen (Oldenburg) 100");
  });

  it("holds all values to the one territory there is, with all else as keys", () => {
    expect(pasted(district, project)).toBe(
      "2024-12-31 ausländisch.männlich [-], ausländisch.weiblich [-], ausländisch.insgesamt [-], insgesamt.männlich [-], insgesamt.weiblich [-], insgesamt.insgesamt [-]",
    );
  });

  it("takes a district among its municipalities for their total", () => {
    const table: TableText = {
      variables: ["Region", "MERKMAL measure"],
      rows: [
        ["03453=Cloppenburg", "EW=Einwohner", 3],
        ["03453001=Barßel", "EW=Einwohner", 1],
        ["03453006=Essen", "EW=Einwohner", 2],
      ],
      head: { preamble: ["Gebietsstand 30.06.2024", "abgerufen am 2026-09-02"] },
    };
    expect(proposal(inspect(table), { data: project, language: "de" })).toContain("total: landkreis\n");
    expect(pasted(table, project)).toBe("2024-06-30 landkreis 3, Barßel 1, Essen 2");
  });

  it("joins the parts of a key, and takes the day of the column's own heading", () => {
    const table: TableText = {
      variables: ["Land attribute", "RB attribute", "Kreis attribute", "Gem attribute", "Name attribute", "MERKMAL measure"],
      rows: [
        ["03", "4", "53", "(leer)", "Cloppenburg", "Fläche km2", ""],
        ["03", "4", "53", "001", "Barßel", "Fläche km2", "84.35"],
        ["03", "4", "53", "006", "Essen", "Fläche km2", "98.11"],
        ["03", "4", "53", "001", "Barßel", "Dichte", "161"],
        ["03", "4", "53", "006", "Essen", "Dichte", "93"],
      ],
      head: { format: "csv", preamble: ["Gemeinden am 30.06.2024", "Fläche km2: 31.12.2022 (Jahr)"] },
    };
    expect(proposal(inspect(table), { data: project, language: "de" })).toContain("unit: km²\n");
    expect(pasted(table, project)).toBe("2022-12-31 Barßel 84.35, Essen 98.11");
  });

  it("nests what has no territory, and finds a total by its name", () => {
    const table: TableText = {
      variables: ["time time", "age", "sex", "M measure"],
      rows: ["T=total", "Y=young"].flatMap((age) => [
        ["2011", age, "M=male", "pop=population", 5, "persons"],
        ["2011", age, "F=female", "pop=population", "", "persons"],
      ]),
      head: { format: "json-stat" },
    };
    expect(proposal(inspect(table), { data: project, language: "de" })).toContain("total: total\n");
    // Of JSON-stat a null is defined: missing.
    expect(pasted({ ...table, rows: [...table.rows, ["2012", "T=total", "F=female", "pop=population", 3, "persons"]] })).toBe(
      "2011-12-31 total.male 5, total.female [:], young.male 5, young.female [:]\n2012-12-31 total.female 3",
    );
  });

  it("sees that overlapping groups do not make their total, and that rounded parts miss theirs by little", () => {
    const proposed = (total: number): string => proposal(inspect(groupsOf(total)), { data: project, language: "de" });
    expect(proposed(9)).toMatch(/^total: insgesamt\nadditivity: exact$/mu);
    expect(proposed(9)).toContain("    - { variable: ST, by: label, total: alle }\n");
    expect(pasted(groupsOf(9))).toBe(
      "2024-12-31 männlich.EU 7, männlich.Europa 8, männlich.alle 9, insgesamt.EU 7, insgesamt.Europa 8, insgesamt.alle 9",
    );
    expect(proposed(15)).toMatch(/^total: insgesamt\nadditivity: exact$/mu);
    expect(proposed(15)).toContain("    - { variable: ST, by: label, total: insgesamt }\n");
    expect(proposed(16)).toContain("additivity: rounded");
    expect(proposed(16)).toContain("checks: { rounded_to: 1 }\n");
  });

  it("names territories by the column beside their codes", () => {
    const rows = ["03453001;Barßel;5;26676", "03453002;Bösel, Stadt;6;26219", "03453;Cloppenburg;11;49661"].map((line) => line.split(";"));
    const table: TableText = {
      variables: ["Schlüssel attribute", "Name attribute", "M measure"],
      rows: rows.flatMap(([code = "", name = "", value = "", postcode = ""]) => [
        [code, name, "EW", value],
        [code, name, "PLZ", postcode],
      ]),
      head: { preamble: ["am 30.06.2024"], format: "csv" },
    };
    expect(pasted(table)).toBe("no-stichtag");
    const dated = { ...table, head: { preamble: ["Einwohner am 30.06.2024"], format: "csv" as const } };
    expect(pasted(dated)).toBe("2024-06-30 landkreis 11, Barßel 5, Bösel 6");
    expect(inspect(table).variables[0]?.categories[1]).toEqual({ code: "03453002", label: "Bösel, Stadt", count: 2 });
  });

  it("leaves to a person what the file does not decide", () => {
    const table: TableText = {
      variables: ["GES", "M measure"],
      rows: [
        ["M", "EW", "1.234"],
        ["W", "EW", "2.345"],
      ],
    };
    const text = proposal(inspect(table), { data: project, language: "de" });
    expect(text).toContain("# zu entscheiden: 1.234 lässt sich zweifach lesen");
    expect(text).toContain("# zu entscheiden: Die Datei nennt den Stichtag nicht");
    expect(pasted(table)).toBe("no-stichtag ambiguous-number:2 ambiguous-number:3");
  });

  it.each([
    [["2024-12-31"], undefined],
    [["2023-12-31", "2024-12-31"], "yearly"],
    [["2001", "2011"], "yearly"],
    [["2024-06-30", "2024-12-31"], "half-yearly"],
    [["2024-03-31", "2024-12-31"], "quarterly"],
    [["2024-01-31", "2024-02-29", "2024-03-31"], "monthly"],
    [["2024-01-15", "2024-02-29"], undefined],
  ])("tells of %j that it comes %s", (days, rhythm) => {
    const table = { variables: ["STAG time", "ST", "M measure"], rows: days.map((day) => [day, "a", "X", 1]) };
    expect(/^rhythm: (.*)$/mu.exec(proposal(inspect(table), { data: project, language: "de" }))?.[1]).toBe(rhythm);
  });

  it("says that rounded values are rounded", () => {
    expect(proposal(inspect(multiples(5, 20)), { data: project, language: "de" })).toContain("additivity: rounded");
    expect(proposal(inspect(multiples(5, 19)), { data: project, language: "de" })).toContain("additivity: exact");
    expect(proposal(inspect(multiples(6, 20)), { data: project, language: "de" })).toContain("additivity: exact");
  });
});

describe("a proposal", () => {
  const words = fc.constantFrom(
    "",
    "=",
    "03453",
    "03453001=Barßel",
    "DG=Deutschland",
    "(leer)",
    "a=1: x",
    "b=- y",
    "männlich",
    "#",
    "2024",
    "T=total",
    "null",
    "x\ny",
  );
  const values = fc.constantFrom("1", "1.234", "84,35", "84.35", "-", ".", "0", "(5)", "12p", "", "viele", 7, 0.5);
  const tables = fc
    .record({
      kinds: fc.array(fc.constantFrom("", " attribute"), { minLength: 1, maxLength: 4 }),
      cells: fc.array(
        fc.tuple(
          fc.array(words, { minLength: 4, maxLength: 4 }),
          fc.constantFrom("EW=Einwohner", "km2"),
          values,
          fc.constantFrom("", "Anzahl"),
          fc.constantFrom("", "e", "q"),
        ),
        { minLength: 1, maxLength: 8 },
      ),
      preamble: fc.array(fc.constantFrom("Stichtag: 30.06.2024", "am 1.1.2020", "x: y # z"), { maxLength: 2 }),
      timed: fc.boolean(),
      format: fc.constantFrom("csv", "ffcsv", "genesis-csv"),
    })
    .map(
      ({ kinds, cells, preamble, timed, format }): TableText => ({
        variables: [...(timed ? ["STAG time"] : []), ...kinds.map((kind, index) => `V${index}${kind}`), "M measure"],
        rows: cells.map(([codes, measure, ...rest]) => [
          ...(timed ? ["2024-12-31"] : []),
          ...codes.slice(0, kinds.length),
          measure,
          ...rest,
        ]),
        head: { preamble, format },
      }),
    );

  it("is always YAML that a project reads, and takes no number in that the table has not", () => {
    fc.assert(
      fc.property(tables, fc.boolean(), (table, known) => {
        const result = pasted(table, known ? project : new Map());
        const taken = [...result.matchAll(/ (-?\d+(?:\.\d+)?)(?= [(pe]|,|$)/gmu)].map(([, number]) => number);
        const there = new Set(["1", "1234", "1.234", "84.35", "0", "5", "12", "7", "0.5"]);
        if (result.startsWith("2")) expect(taken.filter((number) => !there.has(number ?? ""))).toEqual([]);
        for (const [id] of project) expect(() => fitted(table, id)).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });
});

describe("proposal for a dataset", () => {
  it("finds its territories by AGS", () => {
    expect(fitted(municipalities, "gemeinden")).toBe(`update:
  table: "12411-01-01-5"
  format: ffcsv
  filter: { GES: "", MERKMAL: BEVSTD }
  key: { variable: GEMEIN, by: ags, others: ignore }
  unit: Anzahl
`);
    const rows = [
      ["2024-12-31", "DG=Deutschland", "X", 9],
      ["2024-12-31", "03453=Cloppenburg, Landkreis", "X", 3],
    ];
    expect(fitted({ variables: ["STAG time", "Region", "M measure"], rows, head: { format: "genesis-csv" } }, "einwohner")).toContain(
      "  key: { variable: Region, keys: { DG: deutschland }, by: ags }\n",
    );
  });

  it("finds keys by their names, in levels, and its total", () => {
    expect(fitted(district, "geschlecht")).toContain(
      'filter: { KREISE: "03453", NAT: "", MERKMAL: BEV }\n  key: { variable: GES, by: label, total: insgesamt }\n',
    );
  });

  it("takes abbreviations, but leaves what is only alike to a person", () => {
    const rows = ["AK=Befristet anerk. Schutzstatus", "X=Ohne Schutzsstatus"].flatMap((status) =>
      ["M=männlich", "W=weiblich"].map((sex) => ["2024-12-31", status, sex, "BEV=Personen", 5]),
    );
    expect(fitted({ variables: ["STAG time", "SCHST2", "GES", "MERKMAL measure"], rows }, "status")).toContain(`  key:
    - variable: SCHST2
      # zu entscheiden: »ohne« ist vielleicht X (Ohne Schutzsstatus)
      keys:
        AK: anerkannt
    - { variable: GES, by: label }
`);
  });

  it("says what it cannot find", () => {
    const rows = [
      ["2024-12-31", "a", "X", 5],
      ["2024-12-31", "b", "X", 5],
    ];
    expect(
      fitted({ variables: ["STAG time", "ART", "MERKMAL measure"], rows }, "status"),
    ).toContain(`# zu entscheiden: Keine Variable hat die Schlüssel »anerkannt«, »ohne«.
# zu entscheiden: Keine Variable hat die Schlüssel »männlich«, »weiblich«.
# zu entscheiden: Welche Ausprägung von »ART« gilt: a, b
update:
`);
  });
});
