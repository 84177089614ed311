import { describe, expect, it } from "vitest";
import { placeReading, type Rect } from "./reading.ts";

const label = { width: 200, height: 28 };
const bounds = { width: 600, height: 300 };

function place(anchor: Rect, beside: boolean, others: readonly Rect[] = []): Rect {
  return { ...placeReading(label, anchor, beside, others, bounds), ...label };
}

describe("the reading of a mark", () => {
  it("stands at the end of a lying bar, in the middle of its height", () => {
    expect(place({ left: 100, top: 100, width: 150, height: 20 }, true)).toMatchObject({ left: 258, top: 96 });
  });

  it("stands on a bar that reaches the edge, not on its neighbours", () => {
    const neighbours = [0, 1].map((i) => ({ left: 100, top: 70 + 60 * i, width: 300, height: 20 }));
    const words = { left: 0, top: 100, width: 90, height: 20 };
    const { left, top } = place({ left: 100, top: 100, width: 500, height: 20 }, true, [words, ...neighbours]);
    expect(left).toBe(400);
    expect(top).toBe(96);
  });

  it("stands above a point, or beside it where words are", () => {
    const point = { left: 300, top: 150, width: 10, height: 10 };
    expect(place(point, false)).toMatchObject({ left: 205, top: 114 });
    expect(place(point, false, [{ left: 280, top: 120, width: 50, height: 20 }])).toMatchObject({ left: 318, top: 141 });
  });

  it("stays inside of its figure", () => {
    for (const left of [0, 300, 595]) {
      for (const top of [0, 150, 295]) {
        for (const beside of [true, false]) {
          const at = place({ left, top, width: 5, height: 5 }, beside);
          expect(at.left).toBeGreaterThanOrEqual(0);
          expect(at.top).toBeGreaterThanOrEqual(0);
          expect(at.left + at.width).toBeLessThanOrEqual(bounds.width);
          expect(at.top + at.height).toBeLessThanOrEqual(bounds.height);
        }
      }
    }
  });
});
