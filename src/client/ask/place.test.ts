import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, type Obstacle, placeAnswer } from "./place.ts";

const window: Box = { left: 12, top: 12, width: 1256, height: 696 };
const safe: Box = { left: 72, top: 40, width: 1136, height: 632 };
const answer = { width: 400, height: 300 };

const px = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

describe("placeAnswer", () => {
  const words = { left: 100, top: 60, width: 80, height: 40 };

  it("stands below words where nothing is in its way, and beside those at the foot", () => {
    expect(placeAnswer(answer, words, [safe, window], [])).toMatchObject({ left: 80, top: 110, height: 300 });
    expect(placeAnswer(answer, { ...words, top: 600 }, [safe, window], [])).toMatchObject({ left: 190, top: 372, height: 300 });
  });

  it("goes out of the way of a title, and rather covers what weighs less", () => {
    const title: Obstacle = { left: 72, top: 60, width: 700, height: 96, weight: 6 };
    const below = placeAnswer(answer, words, [safe, window], [title]);
    expect(below.left).toBe(80);
    expect(below.top).toBeGreaterThanOrEqual(156);
    expect(below.top).toBeLessThanOrEqual(166);
    const column: Obstacle = { left: 72, top: 170, width: 300, height: 400, weight: 1 };
    const beside = placeAnswer(answer, words, [safe, window], [title, column]);
    expect(overlap({ ...answer, ...beside }, title)).toBe(false);
    expect(beside.left, "covers less of the column at the side that nothing lines up with").toBeGreaterThan(250);
  });

  it("is rather scrolled than leaves the slide's margins or covers a title", () => {
    const tall = { width: 400, height: 660 };
    expect(placeAnswer(tall, { ...words, width: 1000 }, [safe, window], [])).toMatchObject({ left: 80, top: 110, height: 562 });
    expect(placeAnswer({ ...tall, height: 2000 }, { ...words, width: 1000 }, [safe, window], [])).toMatchObject({ top: 110, height: 562 });
    const title: Obstacle = { left: 72, top: 40, width: 1136, height: 130, weight: 14 };
    const middle = { left: 600, top: 300, width: 40, height: 40 };
    expect(placeAnswer({ width: 400, height: 520 }, middle, [safe, window], [title])).toMatchObject({ height: 442 });
    const atItsEnd = { left: 900, top: 126, width: 236, height: 48 };
    const below = placeAnswer({ width: 640, height: 760 }, atItsEnd, [safe, window], [{ ...title, top: 80, height: 96, weight: 80 }]);
    expect(below.top).toBeGreaterThanOrEqual(176);
    expect(below.top + below.height).toBe(672);
  });

  it("is inside of its ground wherever it is asked, and over what was asked only where there is no other room", () => {
    const boxes = fc.record({ left: px(1200), top: px(680), width: px(80), height: px(40) });
    const others = fc.array(fc.record({ left: px(1200), top: px(680), width: px(300), height: px(60), weight: px(6) }), { maxLength: 8 });
    fc.assert(
      fc.property(boxes, fc.record({ width: px(500), height: px(1500) }), others, (asked, size, obstacles) => {
        const { left, top, height } = placeAnswer(size, asked, [safe, window], obstacles);
        const ground = size.height <= 250 ? safe : window;
        expect(left).toBeGreaterThanOrEqual(ground.left);
        expect(top).toBeGreaterThanOrEqual(ground.top);
        expect(left + size.width).toBeLessThanOrEqual(ground.left + ground.width);
        expect(top + height).toBeLessThanOrEqual(ground.top + ground.height + 1e-9);
        expect(height <= 300 && overlap({ left, top, width: size.width, height }, asked)).toBe(false);
      }),
    );
  });
});
