import { describe, expect, it } from "vitest";
import type { Data, Level } from "../data/dataset.ts";
import { readData } from "../data/read.ts";
import { toSource } from "../source/source.ts";
import { type Candidate, decide, type Decision, type Terms } from "./decide.ts";
import type { NewRelease } from "./release.ts";

const head = `title: t
unit: Personen
key: Gebiet
definition: d
source: { provider: p }
`;

function dataWith(fields: string, releases: Readonly<Record<string, string>>): Data {
  const files = Object.entries(releases).map(([name, text]) => {
    const [day, known] = name.split(".");
    return toSource(`data/a/${name}.yaml`, `stichtag: ${day}\n${known === undefined ? "" : `known_on: ${known}\n`}${text}\n`);
  });
  const { value = new Map(), diagnostics } = readData([toSource("data/a/dataset.yaml", `${head}${fields}`), ...files]);
  expect(diagnostics.filter(({ message }) => message.code !== "unknown-total")).toEqual([]);
  return value;
}

/** Values as a mapping makes them, with their places in a file. */
function valuesOf(values: string, quality: string): Level {
  const text = `stichtag: 2000-01-01\nvalues: ${values}\n${quality === "" ? "" : `quality: ${quality}\n`}`;
  const { value } = readData([toSource("data/x/dataset.yaml", head), toSource("data/x/2000-01-01.yaml", text)]);
  const read = value?.get("x")?.releases[0]?.values;
  if (read === undefined) throw new Error(`no values: ${values}`);
  return read;
}

interface Case {
  readonly fields?: string;
  readonly there?: Readonly<Record<string, string>>;
  readonly stichtag?: string;
  readonly values: string;
  readonly quality?: string;
  readonly candidate?: Partial<Candidate>;
  readonly terms?: Partial<Terms>;
}

function decided({ fields = "", there = {}, stichtag = "2025-12-31", values, quality = "", candidate = {}, terms = {} }: Case): Decision {
  const data = dataWith(fields, there);
  const dataset = data.get("a");
  if (dataset === undefined) throw new Error("There is no dataset.");
  const arrival = { on: "2026-11-22", file: "f.csv", sha256: "abc" };
  const read = { stichtag, values: valuesOf(values, quality) };
  const plain = { dataset, data, read, arrival, connector: "ffcsv", footnotes: [], notes: [] };
  return decide({ ...plain, ...candidate }, { today: "2026-11-22", accept: false, ...terms });
}

const codes = (decision: Decision): readonly string[] =>
  decision.kind === "refused" ? decision.objections.map(({ message }) => message.code) : [decision.kind];
const releaseOf = (decision: Decision): NewRelease | undefined =>
  decision.kind === "new" || decision.kind === "revision" ? decision.release : undefined;
const there = { "2024-12-31": "values: { x: 100, y: 200 }" };

/** Values for the Stichtag that is there. */
function again(values: string, more: Partial<Case> = {}): Decision {
  return decided({ there, stichtag: "2024-12-31", values, ...more });
}

function forty(from: number): string {
  return `{ ${Array.from({ length: 40 }, (_, index) => `k${index}: ${from + index}`).join(", ")} }`;
}

describe("a Stichtag of which nothing is known", () => {
  it("is new", () => {
    const decision = decided({ there, values: "{ x: 110, y: 210 }" });
    expect(decision).toMatchObject({ kind: "new", path: "data/a/2025-12-31.yaml", release: { status: "final", stichtag: "2025-12-31" } });
    expect(releaseOf(decision)?.knownOn).toBeUndefined();
    expect(releaseOf(decision)?.retrieved).toEqual({ on: "2026-11-22", file: "f.csv", sha256: "abc", connector: "ffcsv" });
  });

  it("is new in a dataset without any", () => {
    expect(codes(decided({ values: "{ x: 110 }" }))).toEqual(["new"]);
  });

  it("may not be in the future, whatever is accepted", () => {
    const decision = decided({ there, stichtag: "2026-12-31", values: "{ x: 1, y: 2 }", terms: { accept: true } });
    expect(decision).toMatchObject({ kind: "refused", acceptable: false });
    expect(codes(decision)).toEqual(["stichtag-to-come"]);
  });

  it("is not older than the last one, unless accepted", () => {
    const old = { there, stichtag: "2020-12-31", values: "{ x: 90, y: 180 }" };
    const decision = decided(old);
    expect(decision).toMatchObject({ kind: "refused", acceptable: true, older: true });
    expect(codes(decision)).toEqual(["check-stichtag-old"]);
    expect(releaseOf(decided({ ...old, terms: { accept: true } }))?.accepted).toEqual([
      "Der Stichtag 31.12.2020 liegt vor dem letzten, dem 31.12.2024.",
    ]);
  });

  it("keeps to the days of the year that the statistic had", () => {
    expect(codes(decided({ there, fields: "rhythm: yearly", stichtag: "2025-06-30", values: "{ x: 100, y: 200 }" }))).toEqual([
      "check-stichtag-rhythm",
    ]);
    expect(codes(decided({ there, fields: "rhythm: half-yearly", stichtag: "2025-06-30", values: "{ x: 100, y: 200 }" }))).toEqual(["new"]);
    const both = { ...there, "2024-06-30": "values: { x: 100, y: 200 }" };
    expect(codes(decided({ there: both, fields: "rhythm: half-yearly", stichtag: "2025-06-30", values: "{ x: 100, y: 200 }" }))).toEqual([
      "new",
    ]);
    expect(codes(decided({ there: both, fields: "rhythm: half-yearly", stichtag: "2025-09-02", values: "{ x: 100, y: 200 }" }))).toEqual([
      "check-stichtag-rhythm",
    ]);
  });

  it("is preliminary where all of its values are", () => {
    expect(releaseOf(decided({ there, values: "{ x: 110, y: 210 }", quality: "p" }))?.status).toBe("preliminary");
    expect(releaseOf(decided({ there, values: "{ x: 110, y: 210 }", quality: "{ x: p }" }))?.status).toBe("final");
    expect(releaseOf(decided({ there, values: '{ x: 110, y: "." }', quality: "{ x: p }", terms: { accept: true } }))?.status).toBe(
      "preliminary",
    );
  });
});

function news(values: string, known: Readonly<Record<string, string>>): readonly string[] {
  return codes(decided({ there: known, values }));
}

describe("numbers of before", () => {
  const five = "{ a: 10, b: 20, c: 30, d: 40, e: 50 }";

  it("under a new day are objected to, of whatever earlier release", () => {
    expect(news(five, { "2024-12-31": `values: ${five}` })).toEqual(["check-values-of-before"]);
    const other = "values: { a: 11, b: 21, c: 31, d: 41, e: 51 }";
    expect(news(five, { "2023-12-31": `values: ${five}`, "2024-12-31": other })).toEqual(["check-values-of-before"]);
    expect(news(forty(100).replace("k7: 107", "k7: 108"), { "2024-12-31": `values: ${forty(100)}` })).toEqual(["check-values-of-before"]);
    const accepted = decided({ there: { "2024-12-31": `values: ${five}` }, values: five, terms: { accept: true } });
    expect(releaseOf(accepted)?.accepted).toEqual([
      "Diese Werte sind die des Standes vom 31.12.2024: alle 5 Zahlen sind dieselben. Steht in der Datei ein neuer Tag über alten Zahlen?",
    ]);
  });

  it("may stay where they are few or mostly others, and where they always stay", () => {
    expect(news("{ a: 10, b: 20, c: 30, d: 40 }", { "2024-12-31": "values: { a: 10, b: 20, c: 30, d: 40 }" })).toEqual(["new"]);
    expect(news("{ a: 11, b: 20, c: 30, d: 40, e: 50 }", { "2024-12-31": `values: ${five}` })).toEqual(["new"]);
    const zeros = "{ a: 0, b: 0, c: 0, d: 0, e: 50, f: 10 }";
    expect(news(zeros, { "2024-12-31": `values: ${zeros}` })).toEqual(["new"]);
    expect(news(five, { "2023-12-31": `values: ${five}`, "2024-12-31": `values: ${five}` })).toEqual(["new"]);
  });

  it("are a revision's by nature", () => {
    const known = { "2024-12-31": `values: ${forty(100)}` };
    expect(codes(decided({ there: known, stichtag: "2024-12-31", values: forty(100).replace("k7: 107", "k7: 108") }))).toEqual([
      "revision",
    ]);
  });
});

describe("objections", () => {
  const wild = { there, fields: "keys: [x, y]", values: "{ x: 1000, y: 210 }" };

  it("refuse, or are kept", () => {
    const refused = decided(wild);
    expect(refused).toMatchObject({ kind: "refused", acceptable: true, older: false });
    expect(codes(refused)).toEqual(["check-change"]);
    const taken = decided({ ...wild, terms: { accept: true } });
    expect(taken).toMatchObject({ kind: "new", accepted: [{ severity: "warning", message: { code: "check-change" } }] });
    expect(releaseOf(taken)?.accepted).toEqual([
      "»x« war am 31.12.2024 100 und ist jetzt 1.000 (+900 %); plausibel ist eine Änderung um höchstens 50 %.",
    ]);
  });

  it("that no reader of data/ would let pass are not to be accepted", () => {
    const decision = decided({ ...wild, values: "{ x: 110 }", terms: { accept: true } });
    expect(decision).toMatchObject({ kind: "refused", acceptable: false });
    expect(codes(decision)).toEqual(["check-keys-missing"]);
  });

  it("in great number are kept in few sentences", () => {
    const decision = decided({ there: { "2024-12-31": `values: ${forty(100)}` }, values: forty(1000), terms: { accept: true } });
    expect(releaseOf(decision)?.accepted).toHaveLength(9);
    expect(releaseOf(decision)?.accepted.at(-1)).toBe("Dazu noch 32 dieser Art.");
  });
});

describe("a Stichtag that is there", () => {
  it("is the same with the same values, in whatever order", () => {
    expect(again("{ y: 200, x: 100 }")).toEqual({ kind: "same", stichtag: "2024-12-31" });
  });

  it("is the same with another sign of the same meaning, or a flag that says final", () => {
    const symbols = { "2024-12-31": 'values: { x: 100, y: "." }' };
    expect(codes(again('{ x: 100, y: "·" }', { there: symbols }))).toEqual(["same"]);
    expect(codes(again('{ x: 100, y: "-" }', { there: symbols }))).toEqual(["revision"]);
    expect(codes(again("{ x: 100, y: 200 }", { quality: "e" }))).toEqual(["same"]);
  });

  it("gets a revision with today as its day of knowledge", () => {
    const decision = again("{ x: 101, y: 200 }");
    expect(decision).toMatchObject({
      kind: "revision",
      path: "data/a/2024-12-31.2026-11-22.yaml",
      release: { knownOn: "2026-11-22", status: "corrected" },
    });
    expect([...(releaseOf(decision)?.values.cells.keys() ?? [])]).toEqual(["x", "y"]);
  });

  it.each(["", "coverage: partial"])("is not revised by a file in which any value is gone %s", (fields) => {
    const nested = { "2024-12-31": "values: { m: { a: 1, b: 2, c: 3, d: 4, e: 5 }, w: { a: 1, b: 2, c: 3, d: 4, e: 5 } }" };
    const values = "{ m: { a: 1, b: 2, c: 3, d: 4, e: 5 }, w: { a: 1, b: 2, c: 3, d: 4 } }";
    const decision = decided({ fields, there: nested, stichtag: "2024-12-31", values });
    expect(codes(decision)).toEqual(["check-values-vanished"]);
    expect(decision).toMatchObject({ objections: [{ message: { de: expect.stringContaining("fehlen 1, zum Beispiel »w / e«") } }] });
  });

  it("becomes final where only that is new", () => {
    const preliminary = { "2024-12-31": "status: preliminary\nvalues: { x: 100, y: 200 }\nquality: p" };
    expect(again("{ x: 100, y: 200 }", { there: preliminary })).toMatchObject({ kind: "revision", release: { status: "final" } });
    expect(codes(again("{ x: 100, y: 200 }", { there: preliminary, quality: "p" }))).toEqual(["same"]);
  });

  it("is compared with its newest revision, and a revision is held against it too", () => {
    const revised = { ...there, "2024-12-31.2026-01-15": "values: { x: 500, y: 200 }" };
    expect(codes(again("{ x: 500, y: 200 }", { there: revised }))).toEqual(["same"]);
    expect(codes(again("{ x: 510, y: 200 }", { there: revised }))).toEqual(["revision"]);
    expect(codes(again("{ x: 100, y: 200 }", { there: revised }))).toEqual(["check-change"]);
  });

  it("gets no second revision of the same day, and none before one that is there", () => {
    const today = { ...there, "2024-12-31.2026-11-22": "values: { x: 102, y: 200 }" };
    expect(codes(again("{ x: 101, y: 200 }", { there: today, terms: { accept: true } }))).toEqual(["revised-today"]);
    expect(codes(again("{ x: 102, y: 200 }", { there: today }))).toEqual(["same"]);
    const later = { ...there, "2024-12-31.2026-12-01": "values: { x: 102, y: 200 }" };
    expect(codes(again("{ x: 101, y: 200 }", { there: later, terms: { accept: true } }))).toEqual(["known-later"]);
  });
});

describe("a partial dataset", () => {
  const partial = "coverage: partial\nrhythm: yearly";
  const some = {
    "2023-12-31": "values: { land: 1000, kreis: 100 }",
    "2024-12-31": "values: { land: 1010 }",
    "2025-06-30": "values: { bund: 9 }",
  };
  const of = (stichtag: string, values: string): Decision => decided({ fields: partial, there: some, stichtag, values });

  it("is compared in the keys that come, and only what is other is written", () => {
    expect(codes(of("2023-12-31", "{ kreis: 100 }"))).toEqual(["same"]);
    const decision = of("2023-12-31", "{ land: 1000, kreis: 101 }");
    expect(decision).toMatchObject({ kind: "revision", release: { status: "corrected" } });
    expect([...(releaseOf(decision)?.values.cells.keys() ?? [])]).toEqual(["kreis"]);
  });

  it("gets a key that it did not have of a Stichtag, which corrects nothing", () => {
    expect(of("2024-12-31", "{ kreis: 110 }")).toMatchObject({ kind: "revision", release: { status: "final", knownOn: "2026-11-22" } });
  });

  it("is behind only in the keys that come", () => {
    expect(codes(of("2022-12-31", "{ kreis: 110 }"))).toEqual(["check-stichtag-old"]);
    expect(codes(of("2025-12-31", "{ kreis: 110 }"))).toEqual(["new"]);
  });
});

it("records where the values came from", () => {
  const source = { provider: "LSN", table: "A100001G" };
  const candidate = {
    stand: "25.09.2026 / 11:47:11",
    footnotes: ["(1) wörtlich"],
    notes: ["Hinweis."],
    source,
    connector: "genesis",
    arrival: { on: "2026-11-22", file: "t.zip", sha256: "def", service: "genesis", query: new Map([["name", "12521-0041"]]) },
  };
  expect(releaseOf(decided({ there, values: "{ x: 110, y: 210 }", candidate }))).toMatchObject({
    provenance: source,
    footnotes: ["(1) wörtlich"],
    notes: ["Hinweis."],
    retrieved: { connector: "genesis", file: "t.zip", query: new Map([["name", "12521-0041"]]), stand: "25.09.2026 / 11:47:11" },
  });
  expect(releaseOf(decided({ there, values: "{ x: 110, y: 210 }", candidate: { source: { provider: "p" } } }))?.provenance).toBeUndefined();
});
