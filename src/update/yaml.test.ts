import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseYaml, type YamlNode } from "../data/yaml.ts";
import { toSource } from "../source/source.ts";
import { commented, day, flow, record, yamlText, type YamlRecord, type YamlValue } from "./yaml.ts";

/** A value without wishes. */
type Plain = string | number | boolean | null | readonly Plain[] | ReadonlyMap<string, Plain>;

function plainOf(node: YamlNode): Plain {
  if (node.kind === "sequence") return node.items.map(plainOf);
  if (node.kind === "mapping") return new Map(node.entries.map(({ key, value }) => [key, plainOf(value)]));
  return node.value;
}

function readBack(text: string): Plain | undefined {
  const { value, diagnostics } = parseYaml(toSource("x.yaml", text));
  expect(diagnostics).toEqual([]);
  return value && plainOf(value);
}

function composed(value: Plain): Plain {
  if (typeof value === "string") return value.normalize();
  if (typeof value === "number") return value + 0;
  if (Array.isArray(value)) return value.map(composed);
  return value instanceof Map ? new Map([...value].map(([key, item]: [string, Plain]) => [key.normalize(), composed(item)])) : value;
}

describe("yamlText", () => {
  it("writes as people do", () => {
    const text = yamlText(
      record(
        ["stichtag", day("2024-12-31")],
        ["known_on", undefined],
        ["values", record(["Barßel", 720], ["Bösel", "-"], ["EU-27 (seit 01.02.2020)", 17.135], ["Essen, Stadt", record(["2016", 1.5])])],
        ["notes", ["Kurz.", "Zwei\nZeilen"]],
        ["key", [flow(record(["variable", "GES"], ["keys", record(["x", ""])])), record(["variable", "KREISE"], ["by", "ags"])]],
        ["retrieved", commented("von selbst\nso gefunden", flow(record(["on", day("2026-11-22")], ["sha256", "0815"])))],
      ),
    );
    expect(text).toBe(`stichtag: 2024-12-31
values:
  Barßel: 720
  Bösel: "-"
  EU-27 (seit 01.02.2020): 17.1350
  "Essen, Stadt":
    "2016": 1.5
notes:
  - Kurz.
  - |-
    Zwei
    Zeilen
key:
  - { variable: GES, keys: { x: "" } }
  - variable: KREISE
    by: ags
# von selbst
# so gefunden
retrieved: { on: 2026-11-22, sha256: "0815" }
`);
  });

  it.each([
    "03453",
    "-",
    "yes",
    "NO",
    "1e5",
    "2017-07-01",
    "0x1F",
    ".",
    "...",
    "~",
    "",
    " a",
    "a ",
    "a: b",
    "a #b",
    "null",
    "[x",
    "a,b",
    "{{ x }}",
    "-1",
    "1:20",
  ])("puts %j in quotes", (text) => {
    expect(yamlText([text])).toBe(`- ${JSON.stringify(text)}\n`);
  });

  it("folds what is long", () => {
    const long = "Personen ohne deutsche Staatsangehörigkeit. ".repeat(8).trim();
    const text = yamlText(record(["definition", long]));
    expect(text.split("\n").every((line) => line.length <= 140)).toBe(true);
    expect(readBack(text)).toEqual(new Map([["definition", long]]));
  });

  it("writes no number that is not exact", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60]) expect(() => yamlText([value])).toThrow(RangeError);
  });

  it("comes back as it was", () => {
    const words = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."aä e\u0308-:#,[]{}\"'\\\n\t|>&*!%@`0123456789.\u00a0\u202f\u2028\ufeff ".split("")) }),
      fc.constantFrom(
        "03453",
        "-",
        "yes",
        "1e5",
        "2017-07-01",
        "null",
        "Cloppenburg, Stadt",
        "Wort ".repeat(50).trim(),
        "eins\nzwei",
        "a\n\nb",
        " \n",
      ),
    );
    const numbers = fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }));
    const { tree } = fc.letrec<{ tree: Plain; leaf: Plain }>((tie) => ({
      leaf: fc.oneof(words, numbers, fc.boolean(), fc.constant(null)),
      tree: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        tie("leaf"),
        fc.array(tie("tree"), { maxLength: 4 }),
        fc
          .array(
            fc.tuple(
              words.filter((key) => key !== ""),
              tie("tree"),
            ),
            { maxLength: 4 },
          )
          .map((fields) => new Map(fields.map(([key, value]) => [key.normalize(), value] as const))),
      ),
    }));
    const wish = fc.constantFrom(
      (value: YamlValue) => value,
      flow,
      (value: YamlValue) => commented("Wort\u2028# x", value),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            words.filter((key) => key !== ""),
            tree,
            wish,
          ),
          { minLength: 1, maxLength: 4 },
        ),
        (fields) => {
          const styled: YamlRecord = record(...fields.map(([key, value, style]) => [key.normalize(), style(value)] as const));
          const given = new Map(fields.map(([key, value]) => [key.normalize(), value]));
          expect(readBack(yamlText(styled))).toEqual(composed(given));
        },
      ),
    );
  });
});
