import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOf, tell, type Told } from "./grid/testing.ts";
import { records } from "./records.ts";

function json(content: unknown, options: { readonly path?: string } = {}): Promise<Told> {
  return tell(records, typeof content === "string" ? content : JSON.stringify(content), { name: "a.json", options });
}

const areas = {
  "03453": { name: "Cloppenburg", einwohner: 178_948 },
  "03453001": { name: "Barßel", einwohner: 13_812 },
};

describe("records", () => {
  it("by a key have it as a column, and what stands beside them as texts", async () => {
    const { head, values, observations, tail } = await json(
      JSON.stringify({ _stichtag: "20250630", _quelle: "LSN, Tabelle A100001G", gebiete: areas }, null, 2),
    );
    expect(head).toMatchObject({
      table: "A100001G",
      variables: [{ code: "(key)" }, { code: "name" }, { code: "MERKMAL" }],
      preamble: ["_stichtag: 20250630", "_quelle: LSN, Tabelle A100001G"],
    });
    expect(head?.form).toContainEqual({ fact: "path", found: "gebiete" });
    expect(values).toEqual(["03453|Cloppenburg|einwohner = #178948", "03453001|Barßel|einwohner = #13812"]);
    expect(observations.map(placeOf)[1]).toBe("11:20 13812");
    expect(tail?.footnotes).toEqual([]);
  });

  it("have keys of digits only as keys", async () => {
    expect((await json({ "3453": { einwohner: 1 }, "3454": { einwohner: 2 } })).values).toEqual([
      "3453|einwohner = #1",
      "3454|einwohner = #2",
    ]);
  });

  it("in a list, with fields that some lack and fields of fields", async () => {
    const list = [
      { ort: { name: "Barßel" }, zahl: 12 },
      { ort: { name: "Bösel" }, zahl: null, mehr: "-" },
      { ort: { name: "Emstek" }, zahl: 3, mehr: 4 },
    ];
    expect((await json(list)).values).toEqual([
      "Barßel|zahl = #12",
      "Barßel|mehr = ",
      "Bösel|zahl = ",
      "Bösel|mehr = -",
      "Emstek|zahl = #3",
      "Emstek|mehr = #4",
    ]);
  });

  it("as lists have their heading in the first", async () => {
    expect(
      (
        await json({
          data: [
            ["Ort", "Zahl"],
            ["Barßel", 12],
            ["Bösel", 13],
          ],
        })
      ).values,
    ).toEqual(["Barßel|Zahl = #12", "Bösel|Zahl = #13"]);
  });

  it("as numbers by a key", async () => {
    expect((await json({ stichtag: "2025-06-30", werte: { Barßel: 12, Bösel: "." } })).values).toEqual([
      "Barßel|(value) = #12",
      "Bösel|(value) = .",
    ]);
  });

  it("in YAML", async () => {
    const yaml = "stichtag: 2025-06-30\nwerte:\n  - { ort: Barßel, zahl: 13812 }\n  - { ort: Bösel, zahl: 8906 }\n";
    const { head, values, observations } = await tell(records, yaml, { name: "a.yaml" });
    expect(head?.preamble).toEqual(["stichtag: 2025-06-30"]);
    expect(values).toEqual(["Barßel|zahl = #13812", "Bösel|zahl = #8906"]);
    expect(observations.map(placeOf)[1]).toBe("4:25 8906");
  });

  it("stand where somebody says", async () => {
    const two = { a: [{ ort: "x", zahl: 1 }], b: { c: [{ ort: "y", zahl: 2 }] } };
    expect((await json(two, { path: "b.c" })).values).toEqual(["y|zahl = #2"]);
    expect((await json([{ ort: "x", zahl: 1 }], { path: "" })).values).toEqual(["x|zahl = #1"]);
  });

  it("show the piece of a long line in which a value stands", async () => {
    const list = Array.from({ length: 200 }, (_, at) => ({ ort: `Ort ${at}`, zahl: at + 5_000 }));
    const { observations } = await json(list);
    const last = observations.at(-1);
    expect(last?.span.source.text.slice(last.span.start, last.span.end)).toBe("5199");
    expect(last?.span.source.text.length).toBeLessThan(200);
  });

  it("that are called as objects are inside, mean nothing by it", async () => {
    const { values } = await json('{"__proto__": {"zahl": 1}, "constructor": {"zahl": 2}}');
    expect(values).toEqual(["__proto__|zahl = #1", "constructor|zahl = #2"]);
  });
});

describe("refused is", () => {
  it.each<[string, string, { readonly path?: string }?]>([
    ["records-none", '{"a": 1, "b": "viele Wörter"}'],
    ["records-none", "[]"],
    ["records-several", '{"a": [{"x": 1}], "b": [{"x": 2}]}'],
    ["records-path-unknown", '{"gebiete": [{"x": 1}]}', { path: "gebiet" }],
    ["grid-without-measure", '[{"ort": "a"}, {"ort": "b"}]'],
    ["json-syntax", '[{"ort": "a", "zahl": 1'],
    ["json-syntax", '[{"ort": "a", "zahl": 01}]'],
    ["json-syntax", '[{"ort": "a\n", "zahl": 1}]'],
    ["json-syntax", '[{"ort": "a", "zahl": 1},]'],
    ["json-syntax", '[{"ort": "\\x", "zahl": 1}]'],
    ["json-syntax", '[{"ort": "a", "zahl": NaN}]'],
    ["json-syntax", '[{"zahl": 1}] x'],
    ["json-number", '[{"ort": "a", "zahl": 9007199254740993}]'],
    ["json-number", '[{"ort": "a", "zahl": 1e999}]'],
    ["json-duplicate-key", '{"a": {"zahl": 1}, "a": {"zahl": 2}}'],
    ["json-depth", "[".repeat(100_000)],
    ["grid-broken-cell", '[{"ort": "a", "zahl": 1}, {"ort": "b", "zahl": [2, 3]}]'],
  ])("%s: %j", async (code, text, options) => {
    const { faults, tail } = await json(text, options);
    expect(faults).toEqual([code]);
    expect(tail).toBeUndefined();
  });

  it("what the house's YAML refuses: aliases, a key twice", async () => {
    expect((await tell(records, "a: &x [1]\nb: *x\n", { name: "a.yml" })).faults[0]).toBe("yaml-alias");
    expect((await tell(records, "w:\n  a: 1\n  a: 2\n", { name: "a.yml" })).faults[0]).toBe("duplicate-key");
  });
});

describe("random records", () => {
  const name = fc
    .string({ unit: fc.constantFrom("a", "ß", '"', "\\", "\n", "🙂", "b"), minLength: 3, maxLength: 8 })
    .map((text) => `q${text}Q`);
  const rows = fc.array(fc.record({ ort: name, zahl: fc.integer({ min: -1e12, max: 1e12 }) }), { minLength: 1, maxLength: 20 });

  it("come back as JSON.parse has them", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(undefined, 1, "\t"), async (list, indent) => {
        // The first is large, so that no column of years comes about.
        const all = [{ ort: "zuerst", zahl: 123_456 }, ...list];
        const { observations, faults } = await json(JSON.stringify(all, null, indent));
        expect(faults).toEqual([]);
        expect(observations.map(({ codes, value }) => ({ ort: codes[0], zahl: value }))).toEqual(
          all.map(({ ort, zahl }) => ({ ort: ort.replaceAll(/\s+/gu, " "), zahl })),
        );
      }),
      { numRuns: 200 },
    );
  });
});
