import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classify, mostClasses } from "./classes.ts";
import { municipalities } from "./testing/briefing.ts";

const counts = municipalities.map(([, value]) => value);

describe("classify", () => {
  test("bounds given are kept, and written in German", () => {
    expect(classify(counts, [0, 500, 1000, 2000, 5000]).map((each) => each.label)).toEqual([
      "0 bis unter 500",
      "500 bis unter 1.000",
      "1.000 bis unter 2.000",
      "2.000 bis 5.000",
    ]);
  });

  test("shares are written as per cent, the sign once", () => {
    expect(classify([0.024, 0.278], [0, 0.05, 0.1, 0.3], "percent").map((each) => each.label)).toEqual([
      "0 bis unter 5\u00a0%",
      "5 bis unter 10\u00a0%",
      "10 bis 30\u00a0%",
    ]);
    expect(classify([0.01, 0.02], [0, 0.005, 0.02], "percent").map((each) => each.label)).toEqual([
      "0,0 bis unter 0,5\u00a0%",
      "0,5 bis 2,0\u00a0%",
    ]);
  });

  test("thousands as in the figures", () => {
    expect(classify([1, 3000], [0, 1000, 5000], "number", "\u202f").map((each) => each.label)).toEqual([
      "0 bis unter 1\u202f000",
      "1\u202f000 bis 5\u202f000",
    ]);
  });

  test("even values get even classes, values with one far above the rest growing ones", () => {
    expect(ends(classify([100, 200, 300, 400, 500, 600, 700, 800]))).toEqual([0, 200, 400, 600, 800]);
    expect(ends(classify(counts))).toEqual([200, 500, 1000, 2000, 5000]);
  });

  test("colours rise from light to dark, a tone for each class", () => {
    expect(classify(counts).map((each) => each.colour)).toEqual(["map-1", "map-2", "map-4", "map-6"]);
    expect(new Set(classify([0, 6], [0, 1, 2, 3, 4, 5, 6]).map((each) => each.colour)).size).toBe(6);
  });

  test("no values, one value", () => {
    expect(classify([])).toEqual([]);
    expect(classify([42])).toEqual([{ from: 42, to: 42, label: "42", colour: "map-4" }]);
  });

  test("the classes found hold every value, join without a gap and are few", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 2_000_000 }), { minLength: 2, maxLength: 40 }), (values) => {
        const classes = classify(values);
        expect(classes.length).toBeLessThanOrEqual(mostClasses + 2);
        expect(classes[0]?.from).toBeLessThanOrEqual(Math.min(...values));
        expect(classes.at(-1)?.to).toBeGreaterThanOrEqual(Math.max(...values));
        for (const [i, each] of classes.entries()) if (i > 0) expect(each.from).toBe(classes[i - 1]?.to);
      }),
      { numRuns: 500 },
    );
  });
});

function ends(classes: ReturnType<typeof classify>): readonly number[] {
  return [...classes.map((each) => each.from), ...classes.slice(-1).map((each) => each.to)];
}
