import { array, assert, constantFrom, dictionary, oneof, option, property, type Arbitrary } from "fast-check";
import { describe, expect, it } from "vitest";
import { toSource } from "../source/source.ts";
import type { Level } from "./dataset.ts";
import { readData } from "./read.ts";
import { flagIn, shownFlags, symbolsFor } from "./symbols.ts";

const head = "title: T\nunit: Personen\nkey: Gebiet\ndefinition: …\nsource: { provider: Amt }\n";

function read(release: string, fields = ""): { readonly values: Level | undefined; readonly faults: readonly string[] } {
  const sources = [
    toSource("data/a/dataset.yaml", head + fields),
    toSource("data/a/2024-12-31.yaml", `stichtag: 2024-12-31\n${release}\n`),
  ];
  const { value, diagnostics } = readData(sources);
  const faults = diagnostics.map(({ message, span }) => `${message.code} ‹${span.source.text.slice(span.start, span.end)}› ${message.de}`);
  return { values: value?.get("a")?.releases[0]?.values, faults };
}

/** "a p, b.c –": each value with its flag. */
function flags(level: Level | undefined, above = ""): readonly string[] {
  return [...(level?.cells ?? [])].flatMap(([key, cell]) =>
    cell.kind === "level" ? flags(cell, `${above}${key}.`) : [`${above}${key} ${cell.quality?.flag ?? "–"}`],
  );
}

describe("the quality of a release's values", () => {
  it("is one flag for all, or for some", () => {
    expect(flags(read("values: { a: 1, b: { c: 2, d: 3 } }\nquality: p").values)).toEqual(["a p", "b.c p", "b.d p"]);
    expect(flags(read("values: { a: 1, b: { c: 2, d: 3 } }\nquality: { b: { d: ( ) } }").values)).toEqual(["a –", "b.c –", "b.d ( )"]);
    expect(flags(read("values: { a: 1, b: { c: 2, d: 3 } }\nquality: { a: e, b: r }").values)).toEqual(["a e", "b.c r", "b.d r"]);
    expect(flags(read("values: { a: 1 }\nquality: bp", "symbols: eurostat").values)).toEqual(["a bp"]);
  });

  it("belongs to the source's set, and to values that are there", () => {
    expect(read("values: { a: 1 }\nquality: u").faults).toEqual([
      expect.stringMatching(/^unknown-quality ‹u› »u« ist kein Kennzeichen der Quelle \(e = endgültige Zahl; p = .*\)\.$/u),
    ]);
    expect(read("values: { a: 1 }\nquality: vorläufig").faults[0]).toMatch(/Gemeint ist vielleicht »p«\.$/u);
    expect(read("values: { Löningen: 1 }\nquality: { Loningen: p }").faults[0]).toMatch(
      /^quality-without-value ‹Loningen› .*Gemeint ist vielleicht »Löningen«\.$/u,
    );
    expect(read("values: { a: 1 }\nquality: { a: { b: p } }").faults[0]).toMatch(/^quality-below-value/u);
    expect(read("values: { a: 1 }\nquality: [p]").faults[0]).toMatch(/^wrong-type ‹\[p\]›/u);
  });
});

interface Tree {
  readonly [key: string]: number | Tree;
}
const key = constantFrom("a", "b", "Löningen", "Bösel (Nord)", "3");
const leaf = constantFrom(0, 1, 17135);
const level: Arbitrary<Tree> = dictionary(key, oneof(leaf, dictionary(key, leaf, { minKeys: 1 })), { minKeys: 1 });
const set = symbolsFor("eurostat");
const flag = array(constantFrom(...shownFlags(set)), { minLength: 1, maxLength: 3 }).map(
  (parts) => flagIn(set, parts.join(""))?.flag ?? "",
);

it("comes back as it was written, whatever is flagged", () => {
  assert(
    property(level, array(option(flag), { minLength: 25, maxLength: 25 }), (values, wanted) => {
      let next = 0;
      const said: string[] = [];
      const flagged = (tree: Tree, above = ""): object =>
        Object.fromEntries(
          Object.entries(tree).flatMap(([name, value]): [string, object | string][] => {
            if (typeof value !== "number") {
              const below = flagged(value, `${above}${name}.`);
              return Object.keys(below).length === 0 ? [] : [[name, below]];
            }
            const own = wanted[next++ % wanted.length] ?? undefined;
            said.push(`${above}${name} ${own ?? "–"}`);
            return own === undefined ? [] : [[name, own]];
          }),
        );
      const quality = JSON.stringify(flagged(values));
      const result = read(`values: ${JSON.stringify(values)}\nquality: ${quality}`, "symbols: eurostat");
      expect(result.faults).toEqual([]);
      expect(flags(result.values)).toEqual(said);
    }),
  );
});
