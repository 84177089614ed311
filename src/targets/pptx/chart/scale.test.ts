import * as fc from "fast-check";
import { expect, test } from "vitest";
import { extentFromZero, fineStep, lyingScale, scaleThrough, zeroIn } from "./scale.ts";

test("a scale holds both values where they stand, to a part of a pixel, and cuts neither off", () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter((each) => Math.abs(each) > 1e-3);
  fc.assert(
    fc.property(value, value, fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (a, b, before, after) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      fc.pre(high - low > 1e-3 * Math.max(Math.abs(low), Math.abs(high)));
      const [first, last] = [100 - before, 500 + after];
      const scale = scaleThrough({ low: { value: low, at: 100 }, high: { value: high, at: 500 } }, first, last);
      if (scale === undefined) throw new Error("no scale");
      expect(scale.min).toBeLessThanOrEqual(low);
      expect(scale.max).toBeGreaterThanOrEqual(high);
      const place = (each: number): number => first + ((last - first) * (each - scale.min)) / (scale.max - scale.min);
      expect(Math.abs(place(low) - 100)).toBeLessThan(1);
      expect(Math.abs(place(high) - 500)).toBeLessThan(1);
    }),
  );
});

test("values that are all alike have no scale of their own", () => {
  expect(scaleThrough({ low: { value: 0, at: 0 }, high: { value: 0, at: 100 } }, 0, 100)).toBeUndefined();
  expect(fineStep(...extentFromZero([0, undefined]))).toBeUndefined();
});

test("bars that run left leave room for their numbers", () => {
  const plot = { left: 100, right: 600, top: 0, bottom: 100 };
  const scale = lyingScale([-100, 300, undefined], plot, 100);
  expect(scale).toEqual({ min: -200, max: 300 });
  expect(zeroIn(plot, scale)).toBe(300);
  expect(zeroIn(plot, undefined)).toBe(100);
});

test("steps of a hidden axis are round, and its end is near the data", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (high) => {
      const step = fineStep(0, high) ?? 0;
      expect(["1", "2", "5"]).toContain(step.toExponential().split("e")[0]);
      expect(step).toBeLessThanOrEqual(high * 0.1);
      expect(step).toBeGreaterThanOrEqual(high * 0.04);
    }),
  );
});
