import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fly, type Flag, type Flown } from "./flags.ts";

function at(flags: readonly Flag[], rows: number): readonly string[] | undefined {
  return fly(flags, rows, 1136)?.map(({ side, row, right }) => `${side} ${row}${right ? "" : " left"}`);
}

test("sides in turn; of two on a side that are near, the earlier flies farther out; at the edge a flag turns", () => {
  const width = 280;
  const flags = [8, 70, 100, 110, 820, 1000].map((x) => ({ x, width }));
  expect(at(flags, 1)).toBeUndefined();
  expect(at(flags, 2)).toEqual(["above 1", "below 1", "above 0", "below 0", "above 0", "below 0 left"]);
});

test("no words touch, no pole runs through words, none leaves the box", () => {
  const flag = fc.record({ x: fc.integer({ min: 8, max: 1128 }), width: fc.integer({ min: 60, max: 500 }) });
  fc.assert(
    fc.property(fc.array(flag, { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 3 }), (all, rows) => {
      const flags = all.toSorted((a, b) => a.x - b.x);
      const flown = fly(flags, rows, 1136);
      if (flown === undefined) return;
      for (const [i, a] of flown.entries()) {
        expect(a.left).toBeGreaterThanOrEqual(0);
        expect(a.left + (flags[i]?.width ?? 0)).toBeLessThanOrEqual(1136);
        for (const [j, b] of flown.entries()) if (i !== j) expect(runsInto(flags[i], a, flags[j], b)).toBe(false);
      }
    }),
    { numRuns: 100 },
  );
});

/** Whether words overlap words, or the pole of the first runs through the words of the second. */
function runsInto(flag: Flag | undefined, a: Flown, other: Flag | undefined, b: Flown): boolean {
  if (a.side !== b.side || flag === undefined || other === undefined) return false;
  if (a.row === b.row) return a.left < b.left + other.width && b.left < a.left + flag.width;
  return a.row > b.row && flag.x > b.left && flag.x < b.left + other.width;
}
