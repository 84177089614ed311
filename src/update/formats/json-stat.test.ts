import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOf, tell, type Telling, type Told } from "./grid/testing.ts";
import { jsonStat } from "./json-stat.ts";

const dataset = {
  version: "2.0",
  class: "dataset",
  label: "Bevölkerung",
  source: "Amt",
  updated: "2026-02-01",
  note: ["Ohne Gewähr"],
  extension: { id: "DEMO_X" },
  id: ["unit", "geo", "time"],
  size: [1, 2, 3],
  role: { time: ["time"], geo: ["geo"] },
  dimension: {
    unit: { label: "Einheit", category: { label: { NR: "Anzahl" } } },
    geo: { label: "Gebiet", category: { index: ["DE948", "DE949"], label: { DE948: "Cloppenburg", DE949: "Emsland" } } },
    time: { label: "Jahr", category: { index: { "2025": 2, "2023": 0, "2024": 1 } } },
  },
  value: [1, 2, 3, 4, null, 6.5],
};

function told(content: unknown, telling: Telling = {}): Promise<Told> {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return tell(jsonStat, text, { name: "a.json", ...telling });
}

const someOf: NonNullable<Telling["select"]> = () => [undefined, new Set(["DE949"]), new Set(["2025", "2023"]), undefined];

describe("a JSON-stat dataset", () => {
  it("gives a cell for each combination, the last dimension fastest", async () => {
    const { head, values, tail, faults } = await told(dataset);
    expect(faults).toEqual([]);
    expect(values).toEqual([
      "NR|DE948|2023|Bevölkerung = #1",
      "NR|DE948|2024|Bevölkerung = #2",
      "NR|DE948|2025|Bevölkerung = #3",
      "NR|DE949|2023|Bevölkerung = #4",
      "NR|DE949|2024|Bevölkerung = ",
      "NR|DE949|2025|Bevölkerung = #6.5",
    ]);
    expect(head).toMatchObject({
      table: "DEMO_X",
      title: "Bevölkerung",
      variables: [
        { code: "unit", role: "category" },
        { code: "geo", label: "Gebiet", role: "category" },
        { code: "time", label: "Jahr", role: "time" },
        { code: "MERKMAL", role: "measure" },
      ],
    });
    expect(tail).toEqual({ footnotes: ["Ohne Gewähr"], copyright: "Amt", stand: "2026-02-01", observations: 6 });
  });

  it("may be sparse, with flags, and then has the cells that are there", async () => {
    const { values, observations } = await told({ ...dataset, value: { "0": 1, "5": 7 }, status: { "4": "c", "5": "p" } });
    expect(values).toEqual(["NR|DE948|2023|Bevölkerung = #1", "NR|DE949|2024|Bevölkerung = ", "NR|DE949|2025|Bevölkerung = #7"]);
    expect(observations.map(({ quality }) => quality)).toEqual(["", "c", "p"]);
  });

  it("may have one flag for all, or one each", async () => {
    expect((await told({ ...dataset, status: "e" })).observations.map(({ quality }) => quality)).toEqual(Array(6).fill("e"));
    const each = await told({ ...dataset, status: ["a", "b", null, "d", "e", "f"] });
    expect(each.observations.map(({ quality }) => quality)).toEqual(["a", "b", "", "d", "e", "f"]);
  });

  it("has its measure by role, with the unit of each category", async () => {
    const { unit: _, ...dimension } = dataset.dimension;
    const concept = {
      label: "Merkmal",
      category: { index: ["pop"], label: { pop: "Einwohner" }, unit: { pop: { base: "Personen", multiplier: 3 } } },
    };
    const { head, observations } = await told({
      ...dataset,
      id: ["concept", "geo", "time"],
      role: { ...dataset.role, metric: ["concept"] },
      dimension: { ...dimension, concept },
    });
    expect(head?.variables.map(({ code, role }) => `${code} ${role}`)).toEqual(["concept measure", "geo category", "time time"]);
    expect(observations[0]).toMatchObject({ codes: ["pop", "DE948", "2023"], unit: "10^3 Personen" });
  });

  it("tells only what is wanted, with its place", async () => {
    const { values, observations, tail } = await told(JSON.stringify(dataset, null, 1), { select: someOf });
    expect(values).toEqual(["NR|DE949|2023|Bevölkerung = #4", "NR|DE949|2025|Bevölkerung = #6.5"]);
    expect(placeOf(observations[1] ?? { span: { source: { path: "", text: "" }, start: 0, end: 0 } })).toMatch(/^\d+:3 6\.5$/u);
    expect(tail?.observations).toBe(2);
    expect((await told(dataset, { select: () => undefined })).tail?.observations).toBe(0);
  });

  it("has months as categories and not as time", async () => {
    const time = { category: { index: ["2023-01", "2023-02", "2023-03"] } };
    const { head } = await told({ ...dataset, dimension: { ...dataset.dimension, time } });
    expect(head?.variables.map(({ role }) => role)).toEqual(["category", "category", "category", "measure"]);
  });
});

describe("refused is", () => {
  const { dimension } = dataset;
  it.each<[string, unknown]>([
    ["json-stat-unread", { version: "2.0", class: "collection", link: { item: [] }, dimension: {}, value: [] }],
    ["json-stat-unread", { ...dataset, version: "1.3" }],
    ["json-stat-unread", { oecd: { dimension: {}, value: [] } }],
    ["json-stat-unread", { ...dataset, size: [10_000, 10_000, 10_000] }],
    ["json-stat-cells", { ...dataset, value: [1, 2, 3, 4, 5] }],
    ["json-stat-field", { ...dataset, value: { "6": 1 } }],
    ["json-stat-field", { ...dataset, value: { x: 1 } }],
    ["json-stat-field", { ...dataset, value: [1, 2, 3, 4, 5, [6]] }],
    ["json-stat-field", { ...dataset, size: [1, 2] }],
    ["json-stat-field", { ...dataset, size: [1, 2, -3] }],
    ["json-stat-field", { ...dataset, id: ["unit", "geo", "geo"] }],
    ["json-stat-field", { ...dataset, id: [], size: [] }],
    ["json-stat-field", { ...dataset, dimension: { ...dimension, geo: { category: { index: ["DE948"] } } } }],
    ["json-stat-field", { ...dataset, dimension: { ...dimension, geo: { category: { index: ["DE948", "DE948"] } } } }],
    ["json-stat-field", { ...dataset, dimension: { ...dimension, time: { category: { index: { a: 0, b: 2, c: 2 } } } } }],
    ["json-stat-field", { ...dataset, dimension: { ...dimension, time: { category: { index: { a: 0, b: 2 } } } } }],
    ["json-stat-field", { ...dataset, dimension: { unit: dimension.unit } }],
    ["json-syntax", JSON.stringify(dataset).slice(0, -5)],
    ["json-duplicate-key", JSON.stringify(dataset).replace('"note":', '"label":')],
  ])("%s: case %#", async (code, content) => {
    const { faults, tail } = await told(content);
    expect(faults).toEqual([code]);
    expect(tail).toBeUndefined();
  });

  it("whatever is changed, never with a crash", async () => {
    const text = JSON.stringify(dataset);
    const change = fc.tuple(fc.nat({ max: text.length - 1 }), fc.constantFrom(...'{}[]",:019aé.-\\ntfu'.split("")));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const signs = text.split("");
        for (const [at, sign] of changes) signs[at] = sign;
        const { tail, faults } = await told(signs.join(""));
        expect(tail !== undefined || faults.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
