import { array, assert, constantFrom, property, string } from "fast-check";
import { expect, it } from "vitest";
import { fieldSpans, splitFields } from "./fields.ts";

it("cuts a line into its fields, with and without quotation marks", () => {
  expect(splitFields("a;b;;c", ";")).toEqual(["a", "b", "", "c"]);
  expect(splitFields("", ";")).toEqual([""]);
  expect(splitFields('"a;b";"c ""d""";"";e', ";")).toEqual(["a;b", 'c "d"', "", "e"]);
  expect(splitFields('a "b" c;d', ";")).toEqual(['a "b" c', "d"]);
});

it("gives nothing where quotation marks are no CSV", () => {
  expect(splitFields('"a;b', ";")).toBeUndefined();
  expect(splitFields('"a"b;c', ";")).toBeUndefined();
});

it("gives back what was quoted", () => {
  assert(
    property(array(string({ unit: constantFrom('"', ";", "a", " ", "ä") }), { minLength: 1 }), (fields) => {
      const line = fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(";");
      expect(splitFields(line, ";")).toEqual(fields);
      expect(fieldSpans(line, ";").map(([start, end]) => line.slice(start + 1, end - 1).replaceAll('""', '"'))).toEqual(fields);
    }),
  );
});
