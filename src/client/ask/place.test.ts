import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeAnswer } from "./place.ts";

const window = { width: 1280, height: 720 };
const answer = { width: 400, height: 300 };

const px = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });

describe("placeAnswer", () => {
  it("stands below words, above those at the foot, at the end of bars, and under the middle of marks", () => {
    const words = { left: 100, top: 60, width: 80, height: 40 };
    expect(placeAnswer(answer, words, window)).toEqual({ left: 80, top: 110, height: 300 });
    expect(placeAnswer(answer, { ...words, top: 600 }, window)).toEqual({ left: 80, top: 290, height: 300 });
    expect(placeAnswer(answer, words, window, "bar")).toEqual({ left: 190, top: 12, height: 300 });
    expect(placeAnswer(answer, { ...words, left: 600 }, window, "mark")).toEqual({ left: 440, top: 110, height: 300 });
  });

  it("stands beside what is in the middle of a low window", () => {
    expect(placeAnswer(answer, { left: 100, top: 150, width: 80, height: 40 }, { width: 1280, height: 340 })).toEqual({
      left: 190,
      top: 20,
      height: 300,
    });
  });

  it("is inside of the window wherever it is asked, and over what was asked only where there is no other room", () => {
    const boxes = fc.record({ left: px(1200), top: px(680), width: px(80), height: px(40) });
    fc.assert(
      fc.property(boxes, fc.record({ width: px(500), height: px(1500) }), fc.constantFrom("words", "mark", "bar"), (asked, size, kind) => {
        const { left, top, height } = placeAnswer(size, asked, window, kind);
        expect(left).toBeGreaterThanOrEqual(12);
        expect(top).toBeGreaterThanOrEqual(12);
        expect(left + size.width).toBeLessThanOrEqual(1268);
        expect(top + height).toBeLessThanOrEqual(708);
        const apart =
          top >= asked.top + asked.height ||
          top + height <= asked.top ||
          left >= asked.left + asked.width ||
          left + size.width <= asked.left;
        expect(apart || height > 300).toBe(true);
      }),
    );
  });
});
