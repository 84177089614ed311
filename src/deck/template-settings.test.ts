import { expect, it } from "vitest";
import { toSource } from "../source/source.ts";
import { readSettings } from "./settings.ts";
import { mappedRegions } from "./template-settings.ts";
import { faultsOf } from "./testing.ts";

const read = (template: string): ReturnType<typeof readSettings> =>
  readSettings(toSource("slides/x/deck.yaml", `title: T\ntemplate: ${template}\n`));

it("reads the file alone", () => {
  const { value, diagnostics } = read("theme/kreis.potx");
  expect(diagnostics).toEqual([]);
  expect(value?.template).toMatchObject({ file: { name: "theme/kreis.potx", span: { start: 19, end: 35 } }, layouts: new Map() });
});

it("reads the mapping with its places, names composed", () => {
  const text = `{ file: a.pptx, regions: { kicker: none }, layouts: { content: U\u0308berblick, two-columns: { name: "Zwei", regions: { left: 7, source: none, right: "none" } } } }`;
  const { value, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  const { layouts, regions } = value?.template ?? {};
  expect(regions?.get("kicker")).toMatchObject({ none: true });
  expect(layouts?.get("content")?.name?.name).toBe("Überblick");
  const two = layouts?.get("two-columns");
  expect(two?.name?.name).toBe("Zwei");
  expect(two?.regions.get("left")).toMatchObject({ name: "7" });
  // In quotes it is a name.
  expect(two?.regions.get("right")).toMatchObject({ name: "none" });
  const source = two?.regions.get("source");
  expect(source).toMatchObject({ none: true });
  expect(source?.span.source.text.slice(source.span.start, source.span.end)).toBe("none");
});

it.each([
  ["./theme//kreis.potx", "theme/kreis.potx"],
  ["theme\\kreis.POTX", "theme/kreis.POTX"],
  ["slides/../theme/kreis.pptx", "theme/kreis.pptx"],
])("takes %j as %j", (written, address) => {
  expect(read(JSON.stringify(written)).value?.template?.file.name).toBe(address);
});

it.each([
  ["/theme/kreis.potx", "template-outside"],
  ["\\\\server\\vorlagen\\kreis.potx", "template-outside"],
  ["C:kreis.potx", "template-outside"],
  ["https://x.de/kreis.potx", "template-outside"],
  ["theme/../../kreis.potx", "template-outside"],
  ["theme/kreis.odp", "template-ending"],
  ["theme/kreis.potx/", "template-ending"],
])("refuses %j", (written, code) => {
  const { value, diagnostics } = read(JSON.stringify(written));
  expect(diagnostics.map(({ message }) => message.code)).toEqual([code]);
  expect(value?.template).toBeUndefined();
});

it.each([
  ["[a.potx]", ["wrong-type: [a.potx]"]],
  ["{ layouts: {} }", ["missing-field: { layouts: {} }"]],
  ["{ file: a.potx, layouts: { content: { name: A, regions: { title: none } } } }", ["template-none: none"]],
  ["{ file: a.potx, regions: { title: none } }", ["template-regions: title"]],
])("tells what is wrong in %j", (template, expected) => {
  expect(faultsOf(read(template))).toEqual(expected);
});

it("leaves logo, wordmark and claim to the template, and puts the date beside the page number", () => {
  expect(mappedRegions("title")).toEqual(["kicker", "title", "main", "source"]);
  expect(mappedRegions("chart-text")).toEqual(["kicker", "title", "chart", "text", "source", "page", "date"]);
});
