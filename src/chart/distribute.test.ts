import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evenPitch, lanes, spread, type Wish } from "./distribute.ts";

describe("evenPitch", () => {
  test("rows share the room evenly where all fit", () => {
    expect(evenPitch([20, 20, 20, 20], 120, 100)).toBe(30);
    expect(evenPitch([20, 20], 400, 60)).toBe(60);
  });

  test("a high row takes what it needs, the others share the rest", () => {
    expect(evenPitch([20, 50, 20], 110, 100)).toBe(30);
  });

  test("too little room gives the least pitch, not less", () => {
    expect(evenPitch([20, 20, 20], 30, 100)).toBe(20);
  });

  test("rows at their pitch or height fill the room exactly, or stand at the most", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 10, max: 80 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 100, max: 2000 }),
        (heights, room) => {
          const pitch = evenPitch(heights, room, 90);
          const sum = heights.reduce((total, height) => total + Math.max(height, pitch), 0);
          const least = heights.reduce((total, height) => total + height, 0);
          if (least > room) expect(sum).toBe(least);
          else if (pitch < 90) expect(sum).toBeCloseTo(room, 6);
          else expect(sum).toBeLessThanOrEqual(room + 1e-6);
        },
      ),
    );
  });
});

describe("spread", () => {
  const wishes: fc.Arbitrary<readonly Wish[]> = fc.array(
    fc.record({ want: fc.double({ min: -50, max: 450, noNaN: true }), size: fc.double({ min: 5, max: 40, noNaN: true }) }),
    { maxLength: 9 },
  );

  test("labels that are clear of each other stay where they want to be", () => {
    expect(
      spread(
        [
          { want: 100, size: 20 },
          { want: 50, size: 20 },
        ],
        0,
        200,
      ),
    ).toEqual([100, 50]);
  });

  test("two at one place part evenly", () => {
    expect(
      spread(
        [
          { want: 100, size: 20 },
          { want: 100, size: 20 },
        ],
        0,
        200,
      ),
    ).toEqual([90, 110]);
  });

  test("none leaves the range, none overlaps, and the order of the wishes is kept", () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const placed = spread(all, 0, 400).map((middle, i) => ({ middle, size: all[i]?.size, want: all[i]?.want }));
        const order = placed.toSorted((a, b) => a.middle - b.middle);
        for (const { middle, size = 0 } of placed) {
          expect(middle - size / 2).toBeGreaterThanOrEqual(-1e-6);
          expect(middle + size / 2).toBeLessThanOrEqual(400 + 1e-6);
        }
        for (const [i, label] of order.entries()) {
          const before = order[i - 1];
          if (before === undefined) continue;
          expect(label.middle - before.middle).toBeGreaterThanOrEqual(((label.size ?? 0) + (before.size ?? 0)) / 2 - 1e-6);
          expect(label.want ?? 0).toBeGreaterThanOrEqual(before.want ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test("lanes: labels that touch go into the next lane, clear ones into the first", () => {
  const labels = [0, 5, 8, 30].map((middle) => ({ middle, size: 10 }));
  expect(lanes(labels, 2)).toEqual([0, 1, 2, 0]);
});
