import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align, tokensOf } from "./tokens.ts";

const list = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 9 });

/** By trying all: what is longest cannot be missed. */
function longest(a: readonly string[], b: readonly string[]): number {
  const [first, ...rest] = a;
  if (first === undefined) return 0;
  const at = b.indexOf(first);
  return Math.max(longest(rest, b), at < 0 ? 0 : 1 + longest(rest, b.slice(at + 1)));
}

describe("align", () => {
  it("pairs equal things in order, and as many as can be", () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const pairs = align(a, b);
        for (const [i, j] of pairs) expect(a[i]).toBe(b[j]);
        for (const [k, [i, j]] of pairs.entries()) {
          const [before, beside] = pairs[k - 1] ?? [-1, -1];
          expect(i > before && j > beside).toBe(true);
        }
        expect(pairs).toHaveLength(longest(a, b));
      }),
    );
  });
});

describe("tokens", () => {
  it("keep numbers with their separators in one piece", () => {
    const texts = tokensOf("Am 31.12.2016: 17 135 (9,97 %), −3 in 2016 171.843").map(({ text }) => text);
    expect(texts).toEqual(["Am", "31.12.2016", ":", "17 135", "(", "9,97", "%", ")", ",", "−", "3", "in", "2016", "171.843"]);
  });
});
