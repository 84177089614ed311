import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toSource, type Source } from "../source/source.ts";
import { readData } from "./read.ts";

const head = `title: Ausländerinnen und Ausländer
unit: Personen
key: Gemeinde
definition: Personen ohne deutsche Staatsangehörigkeit
source: { provider: Landkreis }
`;
const release = (values: string, stichtag = "2017-07-01"): string => `stichtag: ${stichtag}\nvalues:\n${values}`;

/** Files of `data/a/` by name. */
const sources = (files: Readonly<Record<string, string>>): Source[] =>
  Object.entries(files).map(([name, text]) => toSource(name.includes("/") ? name : `data/a/${name}`, text));

/** Place, code and the text under the caret of each diagnostic. */
function faults(files: Readonly<Record<string, string>>): string[] {
  return readData(sources(files)).diagnostics.map(({ message, span }) =>
    `${span.source.path.slice(5)} ${message.code} ${span.source.text.slice(span.start, span.end)}`.trim(),
  );
}

describe("a dataset", () => {
  const files = {
    "dataset.yaml": `title: Ausländerinnen und <script>alert(1)</script>
unit: Personen
key: Gemeinde
keys:
  Essen: { label: Essen (Oldenburg), ags: "03453006" }
  Löningen: { ags: "03453011" }
  Förderung: { unit: Euro }
  Garrel: Gemeinde Garrel
  Bösel:
total: Gesamt
coverage: complete
additivity: rounded
definition: …
source:
  provider: Destatis
  table: 12521-0041
  address: https://www-genesis.destatis.de
  licence: { name: dl-de/by-2-0, address: "https://www.govdata.de/dl-de/by-2-0", wording: Datenlizenz }
rhythm: { every: yearly, after: 4 }
checks: { range: [0, 9000], change: 0.2, sums: [{ total: b.landkreis, parts: all }], rounded_to: 5 }
update: { key: GES }
`,
    "2017-07-01.yaml": `stichtag: 2017-07-01
status: preliminary
values:
  Essen: 1504
  Löningen: "-"
  Förderung: 0.5
  Garrel: x
  Bösel: "."
  Gesamt: 2000
notes: eine Fußnote
break: neue Zählung
retrieved: { on: 2017-08-07, file: a.csv, sha256: abc, connector: csv }
`,
    "2016-12-31.2017-05-01.yaml":
      "stichtag: 2016-12-31\nknown_on: 2017-05-01\nvalues: { Essen: 2, Löningen: 2, Förderung: 2, Garrel: 2, Bösel: 2 }\nsource: { provider: Landkreis }\n",
    "2016-12-31.yaml": "stichtag: 2016-12-31\nvalues: { Essen: 1, Löningen: 1, Förderung: 1, Garrel: 1, Bösel: 1 }\n",
  };
  const { value, diagnostics } = readData(sources(files));
  const dataset = value?.get("a");

  it("is read with all its fields", () => {
    expect(diagnostics).toEqual([]);
    expect(dataset).toMatchObject({
      id: "a",
      title: "Ausländerinnen und <script>alert(1)</script>",
      keys: ["Essen", "Löningen", "Förderung", "Garrel", "Bösel"],
      total: "Gesamt",
      additivity: "rounded",
      provenance: { provider: "Destatis", table: "12521-0041", licence: { name: "dl-de/by-2-0" } },
    });
    expect([...(dataset?.labels ?? [])]).toEqual([
      ["Essen", "Essen (Oldenburg)"],
      ["Garrel", "Gemeinde Garrel"],
    ]);
    expect([...(dataset?.regions ?? [])]).toEqual([
      ["Essen", "03453006"],
      ["Löningen", "03453011"],
    ]);
    expect(dataset?.units.get("Förderung")).toBe("Euro");
    expect(dataset?.rhythm).toEqual({ every: "year", after: 4 });
    expect(dataset?.checks).toMatchObject({
      range: { least: 0, most: 9000 },
      change: { share: 0.2, from: 0 },
      sums: [{ total: { dataset: "b", path: ["landkreis"] }, parts: "all" }],
      roundedTo: 5,
    });
    expect(dataset?.update?.kind).toBe("mapping");
    expect(dataset?.faulty).toBeUndefined();
  });

  it("has its releases in order, revisions after what they revise", () => {
    expect(dataset?.releases.map(({ stichtag, knownOn, provenance }) => [stichtag, knownOn, provenance.provider])).toEqual([
      ["2016-12-31", undefined, "Destatis"],
      ["2016-12-31", "2017-05-01", "Landkreis"],
      ["2017-07-01", undefined, "Destatis"],
    ]);
    expect(dataset?.releases[2]).toMatchObject({
      status: "preliminary",
      notes: ["eine Fußnote"],
      break: "neue Zählung",
      retrieved: { on: "2017-08-07", file: "a.csv", sha256: "abc", connector: "csv" },
    });
  });

  it("keeps values and symbols with their places", () => {
    const cells = dataset?.releases[2]?.values.cells;
    const text = files["2017-07-01.yaml"];
    const shown = [...(cells ?? [])].map(([key, cell]) => [
      key,
      cell.kind === "value" ? (typeof cell.value === "number" ? cell.value : cell.value.symbol) : "?",
      text.slice(cell.span.start, cell.span.end),
    ]);
    expect(shown).toEqual([
      ["Essen", 1504, "1504"],
      ["Löningen", "-", '"-"'],
      ["Förderung", 0.5, "0.5"],
      ["Garrel", "x", "x"],
      ["Bösel", ".", '"."'],
      ["Gesamt", 2000, "2000"],
    ]);
    const dash = cells?.get("Löningen");
    expect(dash).toMatchObject({ value: { symbol: "-", exactly: 0, meaning: "nichts vorhanden (genau null)" } });
  });

  it("may nest its keys", () => {
    const nested = readData(
      sources({
        "dataset.yaml": `${head}keys: [m, w]\n`,
        "2017-07-01.yaml": release("  m: { EU: 1, Dritte: 2 }\n  w: { EU: 3, Dritte: 4 }\n"),
      }),
    );
    expect(nested.diagnostics).toEqual([]);
    expect(nested.value?.get("a")?.releases[0]?.values.cells.get("w")).toMatchObject({ kind: "level" });
  });
});

describe("reported", () => {
  const main = { "dataset.yaml": head };
  const strict = { "dataset.yaml": `${head}keys: [Essen, Löningen]\n` };

  it.each([
    ["a missing dataset.yaml", { "2017-07-01.yaml": release("  a: 1") }, ["a/2017-07-01.yaml missing-dataset-file"]],
    ["a file in the wrong place", { ...main, "data/x.yaml": "a: 1" }, ["x.yaml misplaced-data-file"]],
    ["a reserved name", { "data/deck/dataset.yaml": head }, ["deck/dataset.yaml dataset-name"]],
    ["a name that is no word", { "data/ab-c/dataset.yaml": head }, ["ab-c/dataset.yaml dataset-name"]],
    ["an empty dataset.yaml", { "dataset.yaml": "" }, ["a/dataset.yaml empty-file"]],
    ["an empty release", { ...main, "2017-07-01.yaml": "" }, ["a/2017-07-01.yaml empty-file"]],
    [
      "missing fields",
      { "dataset.yaml": "title: x\nunit: y\nkey: z\nsource: { table: 1 }\n" },
      ["a/dataset.yaml missing-field title: x\nunit: y\nkey: z\nsource: { table: 1 }", "a/dataset.yaml missing-field { table: 1 }"],
    ],
    ["an unknown field", { "dataset.yaml": `${head}coverge: partial\n` }, ["a/dataset.yaml unknown-field coverge"]],
    [
      "a bad address",
      { "dataset.yaml": head.replace("Landkreis }", 'Landkreis, address: "javascript:alert(1)" }') },
      ['a/dataset.yaml not-an-address "javascript:alert(1)"'],
    ],
    ["a bad AGS", { "dataset.yaml": `${head}keys: { a: { ags: 3453 } }\n` }, ["a/dataset.yaml not-an-ags 3453"]],
    [
      "a total that no release has",
      { "dataset.yaml": `${head}total: Gesammt\n`, "2017-07-01.yaml": release("  Gesamt: 1") },
      ["a/dataset.yaml unknown-total Gesammt"],
    ],
    [
      "a file name that does not match",
      { ...main, "2017-07-02.yaml": "stichtag: 2017-07-01\nvalues: { a: 1 }" },
      ["a/2017-07-02.yaml release-file-name stichtag: 2017-07-01\nvalues: { a: 1 }"],
    ],
    [
      "a revision known too early",
      { ...main, "2017-07-01.2016-01-01.yaml": "stichtag: 2017-07-01\nknown_on: 2016-01-01\nvalues: { a: 1 }" },
      ["a/2017-07-01.2016-01-01.yaml known-before-stichtag 2016-01-01"],
    ],
    [
      "the same release twice",
      { ...main, "2017-07-01.yaml": release("  a: 1"), "2017-07-01b.yaml": release("  a: 2") },
      ["a/2017-07-01b.yaml release-file-name stichtag: 2017-07-01\nvalues:\n  a: 2", "a/2017-07-01b.yaml duplicate-release"],
    ],
    [
      "a misspelt key",
      { ...strict, "2017-07-01.yaml": release("  Essen: 1\n  Loeningen: 2") },
      ["a/2017-07-01.yaml undeclared-key Loeningen", "a/2017-07-01.yaml missing-keys Essen: 1\n  Loeningen: 2"],
    ],
    [
      "a thousands separator",
      { ...main, "2017-07-01.yaml": release("  a: 17.135\n  b: 171.843") },
      ["a/2017-07-01.yaml looks-like-thousands 17.135"],
    ],
    [
      "text for a number",
      { ...main, "2017-07-01.yaml": release("  a: 17.135.000\n  b: 9,97\n  c: viele\n  d: true") },
      [
        "a/2017-07-01.yaml neither-number-nor-symbol 17.135.000",
        "a/2017-07-01.yaml neither-number-nor-symbol 9,97",
        "a/2017-07-01.yaml neither-number-nor-symbol viele",
        "a/2017-07-01.yaml neither-number-nor-symbol true",
      ],
    ],
    [
      "no value, a list, no values",
      { ...main, "2017-07-01.yaml": release("  a:\n  b: [1]"), "2017-07-02.yaml": "stichtag: 2017-07-02\nvalues: {}" },
      ["a/2017-07-01.yaml no-value", "a/2017-07-01.yaml no-value [1]", "a/2017-07-02.yaml no-values {}"],
    ],
    ["a day that is not", { ...main, "2017-02-30.yaml": release("  a: 1", "2017-02-30") }, ["a/2017-02-30.yaml no-such-day 2017-02-30"]],
    [
      "a symbol of another set",
      { "dataset.yaml": `${head}symbols: lsn\n`, "2017-07-01.yaml": release("  a: g\n  b: '/'") },
      ["a/2017-07-01.yaml neither-number-nor-symbol '/'"],
    ],
    [
      "an error in one release beside good ones",
      { ...main, "2017-07-01.yaml": "stichtag: [", "2016-12-31.yaml": release("  a: 1", "2016-12-31") },
      ["a/2017-07-01.yaml yaml-open-bracket ["],
    ],
  ])("%s", (_, files: Readonly<Record<string, string>>, expected) => {
    expect(faults(files)).toEqual(expected);
  });

  it("with the number that was probably meant", () => {
    const { diagnostics } = readData(sources({ ...main, "2017-07-01.yaml": release("  a: 17.135.000") }));
    expect(diagnostics[0]?.message.de).toContain("Gemeint ist vielleicht 17135000.");
    const quoted = readData(sources({ ...main, "2017-07-01.yaml": release("  a: '1.234'\n  b: '12.5'") }));
    expect(quoted.diagnostics[0]?.message.de).toContain("Gemeint ist vielleicht 1234 ohne Anführungszeichen.");
    expect(quoted.diagnostics[1]?.message.en).toContain("Perhaps 12.5 without quotation marks is meant.");
  });

  it("partial datasets may lack keys", () => {
    expect(faults({ "dataset.yaml": `${head}keys: [a, b]\ncoverage: partial\n`, "2017-07-01.yaml": release("  a: 1") })).toEqual([]);
  });

  it("and the dataset is marked faulty, the rest of it kept; a warning is no fault", () => {
    const { value } = readData(
      sources({ ...main, "2017-07-01.yaml": "stichtag: [", "2016-12-31.yaml": release("  a: 17.135", "2016-12-31") }),
    );
    expect(value?.get("a")).toMatchObject({ faulty: true, releases: [{ stichtag: "2016-12-31" }] });
    expect(readData(sources({ ...main, "2016-12-31.yaml": release("  a: 17.135", "2016-12-31") })).value?.get("a")?.faulty).toBeUndefined();
  });
});

describe("reading again", () => {
  it("gives the same dataset for the same sources, and a new one where one changed", () => {
    const a = sources({ "dataset.yaml": head, "2017-07-01.yaml": release("  x: 1") });
    const b = sources({ "data/b/dataset.yaml": head, "data/b/2017-07-01.yaml": release("  x: 1") });
    const once = readData([...a, ...b]).value;
    const again = readData([...b.toReversed(), ...a]).value;
    expect(again?.get("a")).toBe(once?.get("a"));
    expect(again?.get("b")).toBe(once?.get("b"));
    const [main, old] = a;
    if (main === undefined || old === undefined) throw new Error("no sources");
    const edited = readData([main, toSource(old.path, release("  x: 2")), ...b]).value;
    expect(edited?.get("a")).not.toBe(once?.get("a"));
    expect(edited?.get("b")).toBe(once?.get("b"));
    const more = readData([...a, toSource("data/a/2018-07-01.yaml", release("  x: 3", "2018-07-01")), ...b]).value;
    expect(more?.get("a")?.releases.length).toBe(2);
  });
});

it("reads the project's own data without a fault", () => {
  const files = readdirSync("data", { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  const yaml = files.filter((path) => path.endsWith(".yaml") && !path.startsWith("geo/"));
  const { value, diagnostics } = readData(yaml.map((path) => toSource(`data/${path}`, readFileSync(`data/${path}`, "utf8"))));
  expect(diagnostics.map(({ message, span }) => `${span.source.path}: ${message.en}`)).toEqual([]);
  expect(value?.size).toBeGreaterThan(0);
});
