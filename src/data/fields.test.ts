import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../source/diagnostic.ts";
import { toSource } from "../source/source.ts";
import {
  atLeast,
  day,
  fieldsOf,
  flag,
  isDay,
  listOf,
  mapOf,
  number,
  object,
  oneOf,
  oneOrMore,
  scalarOr,
  text,
  textScalar,
  whole,
  type Reader,
} from "./fields.ts";
import { parseYaml } from "./yaml.ts";

/** Reads the field `x` of a text, and says what was reported: code and the text under the caret. */
function read<T>(yaml: string, reader: Reader<T>): { value: T | undefined; faults: string[] } {
  const report: Diagnostic[] = [];
  const { value: root } = parseYaml(toSource("x.yaml", yaml));
  const value = root && fieldsOf(root, report)?.required("x", reader);
  return { value, faults: report.map(({ message, span }) => `${message.code} ${yaml.slice(span.start, span.end)}`) };
}

describe("readers", () => {
  it.each([
    ["text as written", text, "x: 03453011", "03453011"],
    ["a ratio as text", text, "x: 16:9", "16:9"],
    ["quoted text", text, 'x: "a\\"b"', 'a"b'],
    ["a number", number, "x: -1.5", -1.5],
    ["a whole number", whole, "x: 15", 15],
    ["a bounded number", atLeast(1, whole), "x: 1", 1],
    ["a flag", flag, "x: true", true],
    ["a day", day, "x: 2016-02-29", "2016-02-29"],
    ["one of", oneOf("bar", "line"), "x: line", "line"],
    ["a list", listOf(whole), "x: [1, 2]", [1, 2]],
    ["one for a list", oneOrMore(text), "x: a", ["a"]],
    ["a list for one", oneOrMore(text), "x: [a, b]", ["a", "b"]],
    [
      "a map",
      mapOf(number),
      "x: { 2016: 1, b: 2 }",
      new Map([
        ["2016", 1],
        ["b", 2],
      ]),
    ],
    ["an object", object((f) => f.required("a", text)), "x: { a: b }", "b"],
    ["a scalar or else", scalarOr(text, listOf(text)), "x: [a]", ["a"]],
  ] as const)("read %s", (_, reader: Reader<unknown>, yaml, expected) => {
    expect(read(yaml, reader)).toEqual({ value: expected, faults: [] });
  });

  it.each([
    ["no text", text, "x: [a]", "wrong-type [a]"],
    ["empty text", text, "x:", "wrong-type "],
    ["a German number", number, "x: 17.135,4", "wrong-type 17.135,4"],
    ["a quoted number", number, 'x: "5"', 'wrong-type "5"'],
    ["a fraction for a whole", whole, "x: 1.5", "wrong-type 1.5"],
    ["too small a number", atLeast(1), "x: 0", "number-too-small 0"],
    ["yes for true", flag, "x: yes", "wrong-type yes"],
    ["a German date", day, "x: 31.07.2017", "wrong-type 31.07.2017"],
    ["the 29th of February", day, "x: 2017-02-29", "no-such-day 2017-02-29"],
    ["a misspelt word", oneOf("bar", "line"), "x: lien", "not-one-of lien"],
    ["a scalar for a list", listOf(text), "x: a", "wrong-type a"],
    ["a bad item", listOf(whole), "x: [1, a, 3]", "wrong-type a"],
    ["a list for a map", mapOf(text), "x: [a]", "wrong-type [a]"],
    ["a field too many", object((f) => f.optional("title", text)), "x: { titel: b }", "unknown-field titel"],
  ] as const)("refuse %s", (_, reader: Reader<unknown>, yaml, expected) => {
    expect(read(yaml, reader).faults).toEqual([expected]);
  });

  it("leave out what is wrong and keep the rest", () => {
    expect(read("x: [1, a, 3]", listOf(whole)).value).toEqual([1, 3]);
  });

  it("give a text with its place", () => {
    const { value } = read('x: "a b"', textScalar);
    expect(value?.content.start).toBe(4);
  });
});

describe("fields", () => {
  const yaml = "titel: a\nsort: none\n";
  const fields = (report: Diagnostic[]) => {
    const { value } = parseYaml(toSource("x.yaml", yaml));
    return value && fieldsOf(value, report);
  };

  it("name what is missing and, for what is unknown, the nearest that is not there yet", () => {
    const report: Diagnostic[] = [];
    const f = fields(report);
    f?.required("title", text);
    f?.optional("sort", text);
    f?.optional("top", text);
    f?.done();
    expect(report.map(({ message }) => message.de)).toEqual([
      "Hier fehlt das Feld »title«.",
      "Ein Feld »titel« gibt es hier nicht. Gemeint ist vielleicht »title«.",
    ]);
  });

  it("say what was expected and what stands there, in both languages", () => {
    const report: Diagnostic[] = [];
    fields(report)?.required("titel", whole);
    expect(report[0]?.message).toEqual({
      code: "wrong-type",
      de: "Hier wird eine ganze Zahl erwartet, nicht der Text »a«.",
      en: "Expected a whole number here, not the text “a”.",
    });
  });

  it("take an empty optional field as absent", () => {
    const report: Diagnostic[] = [];
    const { value } = parseYaml(toSource("x.yaml", "a:\nb: 1"));
    const f = value && fieldsOf(value, report);
    expect(f?.optional("a", text)).toBeUndefined();
    expect(f?.has("a")).toBe(true);
    expect(report).toEqual([]);
  });
});

it("knows the calendar", () => {
  expect(["2016-02-29", "2000-02-29", "0099-12-31"].every(isDay)).toBe(true);
  expect(["2017-02-29", "1900-02-29", "2017-04-31", "2017-13-01", "2017-00-10", "2017-1-1", "17-01-01", ""].some(isDay)).toBe(false);
});
