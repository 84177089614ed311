import * as fc from "fast-check";
import { expect, it } from "vitest";
import { parseYaml } from "../data/yaml.ts";
import { toSource } from "../source/source.ts";
import { parseSlideYaml } from "./plain-yaml.ts";

const keys = fc.constantFrom("layout", "kicker", "kind", "data", "a_b", "Titel", "x1", "9", "null");
const words = fc.constantFrom(
  "chart",
  "two-columns",
  "Ausländer – 5 %",
  "a: b",
  "a:b",
  "a #b",
  "a#b",
  "true",
  "Null",
  "nichts",
  "12",
  "x ",
  " x",
  "'q'",
  '"q"',
  "{{ a.b }}",
  "Wert {{ a | b }}",
  "[a]",
  "a, b",
  "- a",
  "~",
  "a\\n",
  "a\tb",
  "…",
  "a:",
  "a\u00a0b",
  "a\u2028b",
  "€ 5",
  "é\u0301",
  "x\u007f",
  "",
);
const lines = fc.oneof(
  fc.tuple(keys, fc.constantFrom(": ", ":", ":  ", " : ", ":\t"), words).map((parts) => parts.join("")),
  fc.constantFrom("", "  indented", "---", "# comment", "- item", "text"),
);
const documents = fc
  .tuple(fc.array(lines, { minLength: 1, maxLength: 5 }), fc.constantFrom("", "\n", "\n\n"))
  .map(([all, end]) => all.join("\n") + end);

it("reads what parseYaml reads", () => {
  fc.assert(
    fc.property(documents, fc.constantFrom("", "before\n"), (document, before) => {
      const source = toSource("x.md", `${before}${document}`);
      const start = before.length;
      const end = source.text.length;
      expect(parseSlideYaml(source, start, end)).toEqual(parseYaml(source, start, end));
    }),
    { numRuns: 5000 },
  );
});

it("reads plain lines itself", () => {
  const source = toSource("x.md", "layout: chart\nkicker: Größe – 5 %, so „ist“ es {{ a.b | number }}\n");
  expect(parseSlideYaml(source, 0, source.text.length)).toEqual(parseYaml(source, 0, source.text.length));
});
