import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell, Dataset, Level, Provenance, Release, Retrieval, Value } from "../data/dataset.ts";
import type { Quality } from "../data/figure.ts";
import { readData } from "../data/read.ts";
import { symbolsFor } from "../data/symbols.ts";
import { spanOf, toSource } from "../source/source.ts";
import { type NewRelease, releasePath, releaseText } from "./release.ts";
import { agreement } from "./same.ts";

const head = toSource(
  "data/a/dataset.yaml",
  `title: t
unit: Personen
key: Gebiet
definition: d
source: { provider: p }
`,
);

function datasetOf(...releases: readonly string[]): Dataset {
  const { value } = readData([head, ...releases.map((file) => toSource(`data/a/${file.slice(10, 20)}.yaml`, file))]);
  const dataset = value?.get("a");
  if (dataset === undefined) throw new Error("There is no dataset.");
  return dataset;
}

const nowhere = spanOf(toSource("f.csv", ""), 0, 0);
const { symbols, flags } = symbolsFor("destatis");
const missing = [...symbols].filter(([spelling, { symbol }]) => spelling === symbol).map(([, value]) => value);
const qualities = [...flags].filter(([spelling, { flag }]) => spelling === flag).map(([, value]) => value);

function valueOf(value: Value["value"], quality?: Quality): Value {
  return quality === undefined ? { kind: "value", value, span: nowhere } : { kind: "value", value, quality, span: nowhere };
}

describe("a release's text", () => {
  it("looks as people write it", () => {
    const dataset = datasetOf("stichtag: 2024-12-31\nvalues: { Löningen: 1, Barßel: { weiblich: 1, männlich: 2 }, Gesamt: 3 }\n");
    const zero = missing.find(({ symbol }) => symbol === "-");
    const preliminary = qualities.find(({ flag }) => flag === "p");
    const inner = new Map([
      ["männlich", valueOf(12)],
      ["weiblich", valueOf(17.135, preliminary)],
    ]);
    const cells = new Map<string, Cell>([
      ["Gesamt", valueOf(26690)],
      ["EU-27 (seit 01.02.2020)", valueOf(zero ?? 0)],
      ["Barßel", { kind: "level", cells: inner, span: nowhere }],
      ["Löningen", valueOf(-3)],
    ]);
    const given: NewRelease = {
      stichtag: "2025-12-31",
      knownOn: "2026-11-22",
      status: "corrected",
      values: { kind: "level", cells, span: nowhere },
      notes: ["Auf ein Vielfaches von 5 gerundet."],
      footnotes: ["(1) Ab 2011: ohne Südsudan."],
      accepted: ["»Löningen« ist −3, zulässig ist mindestens 0."],
      provenance: { provider: "LSN", table: "A100001G", licence: { name: "dl-de/by-2-0", address: "https://www.govdata.de/dl-de/by-2-0" } },
      retrieved: {
        on: "2026-11-22",
        file: "t.csv",
        sha256: "0".repeat(64),
        connector: "ffcsv",
        query: new Map([["regionalkey", "03453*"]]),
        stand: "25.09.2026 / 11:47:11",
      },
    };
    expect(releasePath(dataset, given)).toBe("data/a/2025-12-31.2026-11-22.yaml");
    expect(releaseText(given, dataset)).toBe(`stichtag: 2025-12-31
known_on: 2026-11-22
status: corrected
values:
  Löningen: -3
  Barßel:
    weiblich: 17.1350
    männlich: 12
  Gesamt: 26690
  EU-27 (seit 01.02.2020): "-"
quality:
  Barßel:
    weiblich: p
notes:
  - Auf ein Vielfaches von 5 gerundet.
footnotes:
  - "(1) Ab 2011: ohne Südsudan."
accepted:
  - "»Löningen« ist −3, zulässig ist mindestens 0."
source:
  provider: LSN
  table: A100001G
  licence: { name: dl-de/by-2-0, address: "https://www.govdata.de/dl-de/by-2-0" }
retrieved:
  on: 2026-11-22
  file: t.csv
  sha256: "0000000000000000000000000000000000000000000000000000000000000000"
  connector: ffcsv
  query: { regionalkey: "03453*" }
  stand: "25.09.2026 / 11:47:11"
`);
  });

  it("is read back as it was given, whatever stands in it", () => {
    fc.assert(
      fc.property(release(), (given) => {
        const dataset = datasetOf();
        const source = toSource(releasePath(dataset, given), releaseText(given, dataset));
        const { value, diagnostics } = readData([head, source]);
        expect(diagnostics).toEqual([]);
        const read = value?.get("a")?.releases[0];
        expect(read && agreement(read.values, given.values)).toBe("same");
        expect(flagsOf(read?.values)).toEqual(flagsOf(given.values));
        const { values: _values, ...rest } = given;
        expect(composed(plain(read))).toEqual(composed({ ...rest, provenance: given.provenance ?? { provider: "p" } }));
      }),
    );
  });
});

/** What the text says besides values. */
function plain(read: Release | undefined): unknown {
  if (read === undefined) return undefined;
  const { dataset: _dataset, span: _span, values: _values, ...rest } = read;
  return rest;
}

/** In composed form, which is how texts are read. */
function composed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, item: unknown) => (item instanceof Map ? [...item] : item)).normalize());
}

function flagsOf(level: Level | undefined): unknown {
  return [...(level?.cells ?? [])].map(([key, cell]) => [key, cell.kind === "level" ? flagsOf(cell) : cell.quality?.flag]);
}

function text(): fc.Arbitrary<string> {
  const odd = fc.constantFrom(
    "yes",
    "null",
    "1e3",
    "2017-01-01",
    "# x",
    "- x",
    "a: b",
    "{{ x }}",
    "»a«\nb",
    "  x ",
    "~",
    "\u200b",
    "\ufeff",
    "a\u0308",
    "0x1F",
    "'",
    '"',
    "on",
  );
  return fc.oneof(odd, fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 })).map((words) => words.normalize());
}

function values(): fc.Arbitrary<Level> {
  const typical = fc.constantFrom(17.135, 0, -0, 1.5, 1e-7);
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, min: -1e9, max: 1e9 }), typical);
  const written = fc.oneof(
    { weight: 5, arbitrary: number.map((one): Value["value"] => one + 0) },
    { weight: 1, arbitrary: fc.constantFrom(...missing) },
  );
  const leaf = fc
    .tuple(written, fc.option(fc.constantFrom(...qualities), { nil: undefined }))
    .map(([value, quality]) => valueOf(value, quality));
  const { level } = fc.letrec<{ level: Level; cell: Cell }>((tie) => ({
    cell: fc.oneof({ maxDepth: 2, withCrossShrink: true }, leaf, tie("level")),
    level: fc
      .uniqueArray(fc.tuple(text(), tie("cell")), { minLength: 1, maxLength: 5, selector: ([key]) => key })
      .map((cells): Level => ({ kind: "level", cells: new Map(cells), span: nowhere })),
  }));
  return level;
}

function release(): fc.Arbitrary<NewRelease> {
  const texts = fc.array(text(), { maxLength: 3 });
  const provenance: fc.Arbitrary<Provenance> = fc.record(
    {
      provider: text(),
      table: text(),
      address: fc.constant("https://example.org/?a=1&b=#c"),
      licence: fc.record({ name: text(), wording: text() }, { requiredKeys: ["name"] }),
    },
    { requiredKeys: ["provider"] },
  );
  const retrieved: fc.Arbitrary<Retrieval> = fc.record(
    {
      on: fc.constant("2026-11-22"),
      file: text(),
      sha256: fc.constantFrom("0".repeat(64), "1e5", "12"),
      connector: fc.constant("ffcsv"),
      query: fc.dictionary(text(), text(), { minKeys: 1 }).map((query) => new Map(Object.entries(query))),
      stand: text(),
    },
    { requiredKeys: ["on", "file", "sha256", "connector"] },
  );
  return fc.record(
    {
      stichtag: fc.constantFrom("2025-12-31", "1999-01-01"),
      knownOn: fc.constant("2026-11-22"),
      status: fc.constantFrom("final", "preliminary", "corrected", "estimated"),
      values: values(),
      notes: texts,
      footnotes: texts,
      accepted: texts,
      provenance,
      retrieved,
    },
    { requiredKeys: ["stichtag", "status", "values", "notes", "footnotes", "accepted", "retrieved"] },
  );
}
