import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toSource } from "../../source/source.ts";
import { parsePlaceholder, placeholderEnd } from "./placeholder.ts";

const read = (text: string): string => {
  const { value, diagnostics } = parsePlaceholder(toSource("a.md", text), 0, text.length);
  if (value === undefined) return diagnostics.map(({ message, span }) => `${message.code} ‹${text.slice(span.start, span.end)}›`).join(" ");
  return `${value.expression.text.trim()} as ${value.format?.text ?? "default"}`;
};

/** The inside of a placeholder at the beginning of a text. */
const inside = (text: string): string => {
  const at = placeholderEnd(text, 2);
  return at < 0 ? "open" : text.slice(2, at);
};

describe("a placeholder", () => {
  it.each([
    [" a.b ", "a.b as default"],
    [" a.b | percent(1) ", "a.b as percent(1)"],
    ['a["x | y"] | number', 'a["x | y"] as number'],
    ["a | b | c", "two-formats ‹| c›"],
    ["a | ", "empty-format ‹ ›"],
    ["| number", "empty-expression ‹›"],
    ["a + | prozent", "expression-syntax ‹› unknown-format ‹prozent›"],
  ])("%j", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("ends at its braces, not at those inside a key", () => {
    expect(inside('{{ a["}}"] }} b')).toBe(' a["}}"] ');
    expect(inside("{{ a }} don't {{ b }} can't")).toBe(" a ");
    expect(inside('{{ a["x }} und {{ b["y"] }}')).toBe(' a["x ');
    expect(inside("{{ a['x }}")).toBe(" a['x ");
    expect(inside("{{ a")).toBe("open");
    expect(placeholderEnd("{{ a }}", 2, 6)).toBe(-1);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "|", '"', "'", "{", "}", " ", "\n", "1", "(", ")") }), (text) => {
        parsePlaceholder(toSource("a", text), 0, text.length);
        const end = placeholderEnd(text, 0);
        expect(end === -1 || text.startsWith("}}", end)).toBe(true);
        expect(end === -1).toBe(!text.includes("}}"));
      }),
    );
  });
});
