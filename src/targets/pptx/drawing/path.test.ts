/* oxlint-disable oxc/no-map-spread -- generated values take others in; speed is no matter here */

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extentOf, parsePath, PathError, type Segment, strokeOf } from "./path.ts";

const coordinate = fc.integer({ min: -2000, max: 2000 }).map((value) => value / 8);
const point = fc.record({ x: coordinate, y: coordinate });

const subpath: fc.Arbitrary<readonly Segment[]> = fc
  .tuple(
    point,
    fc.array(
      fc.oneof(
        point.map((to): Segment => ({ type: "line", ...to })),
        fc.tuple(point, point, point).map(([a, b, to]): Segment => ({ type: "curve", x1: a.x, y1: a.y, x2: b.x, y2: b.y, ...to })),
      ),
      { minLength: 1, maxLength: 6 },
    ),
    fc.boolean(),
  )
  .map(([from, steps, closed]) => [{ type: "move", ...from }, ...steps, ...(closed ? [{ type: "close" as const }] : [])]);
const segments = fc.array(subpath, { minLength: 1, maxLength: 3 }).map((all) => all.flat());

/** With the separator between numbers, and lines along an axis as `H` and `V`. */
function written(all: readonly Segment[], blank: string, short: boolean): string {
  let [x, y] = [Number.NaN, Number.NaN];
  return all
    .map((segment) => {
      if (segment.type === "close") return "Z";
      const before = [x, y];
      [x, y] = [segment.x, segment.y];
      if (segment.type === "curve") return `C${[segment.x1, segment.y1, segment.x2, segment.y2, x, y].join(blank)}`;
      if (segment.type === "line" && short && y === before[1]) return `H${x}`;
      if (segment.type === "line" && short && x === before[0]) return `V${y}`;
      return `${segment.type === "move" ? "M" : "L"}${x}${blank}${y}`;
    })
    .join(blank === "," ? " " : "");
}

/** Points on the path, evenly in each segment. */
function pointsOn(all: readonly Segment[]): readonly { readonly x: number; readonly y: number }[] {
  let [x, y] = [0, 0];
  return all.flatMap((segment) => {
    if (segment.type === "close") return [];
    const from = { x, y };
    [x, y] = [segment.x, segment.y];
    if (segment.type !== "curve") return [{ x, y }];
    return Array.from({ length: 33 }, (_, i) => {
      const [t, s] = [i / 32, 1 - i / 32];
      const mix = (a: number, b: number, c: number, d: number): number => s ** 3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t ** 3 * d;
      return { x: mix(from.x, segment.x1, segment.x2, segment.x), y: mix(from.y, segment.y1, segment.y2, segment.y) };
    });
  });
}

describe("parsePath", () => {
  test("reads back what is written, however it is spaced", () => {
    fc.assert(
      fc.property(segments, fc.constantFrom(",", " ", " , ", "\n"), fc.boolean(), (all, blank, short) => {
        expect(parsePath(written(all, blank, short))).toEqual(all);
      }),
    );
  });

  test("knows numbers without blanks between them, and pairs after one letter", () => {
    expect(parsePath("M10-5.5L.25.5-1e1+2E-1 3,4")).toEqual([
      { type: "move", x: 10, y: -5.5 },
      { type: "line", x: 0.25, y: 0.5 },
      { type: "line", x: -10, y: 0.2 },
      { type: "line", x: 3, y: 4 },
    ]);
  });

  test("begins a subpath where the data goes on after Z", () => {
    expect(parsePath("M1,2L3,4ZL5,6Z")).toEqual([
      { type: "move", x: 1, y: 2 },
      { type: "line", x: 3, y: 4 },
      { type: "close" },
      { type: "move", x: 1, y: 2 },
      { type: "line", x: 5, y: 6 },
      { type: "close" },
    ]);
  });

  test("raises a quadratic curve to the cubic one of the same shape", () => {
    expect(parsePath("M0,0Q30,60,90,0")[1]).toEqual({ type: "curve", x1: 20, y1: 40, x2: 50, y2: 40, x: 90, y: 0 });
  });

  test("refuses what is no absolute path data", () => {
    for (const d of ["L1,2", "M1", "M1,2l3,4", "M1,2 x", "M1,2A5,5,0,2,0,3,4", "hello"]) expect(() => parsePath(d), d).toThrow(PathError);
    expect(parsePath("  ")).toEqual([]);
  });

  test("keeps arcs on their ellipse, from end to end, on the side and to the length that the flags say", () => {
    const radius = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(
        fc.record({ cx: coordinate, cy: coordinate, rx: radius, ry: radius, turn: fc.integer({ min: 0, max: 180 }) }),
        fc.record({ from: fc.integer({ min: 0, max: 359 }), span: fc.integer({ min: 5, max: 355 }), sweep: fc.boolean() }),
        ({ cx, cy, rx, ry, turn }, { from, span, sweep }) => {
          const angle = (turn * Math.PI) / 180;
          const onEllipse = (degrees: number): readonly [number, number] => {
            const [x, y] = [rx * Math.cos((degrees * Math.PI) / 180), ry * Math.sin((degrees * Math.PI) / 180)];
            return [cx + x * Math.cos(angle) - y * Math.sin(angle), cy + x * Math.sin(angle) + y * Math.cos(angle)];
          };
          const to = sweep ? from + span : from - span;
          const [start, end] = [onEllipse(from), onEllipse(to)];
          // Half an ellipse may go either way.
          fc.pre(Math.abs(span - 180) > 2);
          const all = parsePath(`M${start.join(",")}A${rx},${ry},${turn},${span > 180 ? 1 : 0}${sweep ? 1 : 0}${end.join(",")}`);
          const points = pointsOn(all);
          const last = all.at(-1);
          expect(last?.type === "curve" && [last.x, last.y]).toEqual(end);
          for (const { x, y } of points) {
            const [dx, dy] = [x - cx, y - cy];
            const [u, v] = [(dx * Math.cos(angle) + dy * Math.sin(angle)) / rx, (dy * Math.cos(angle) - dx * Math.sin(angle)) / ry];
            expect(Math.hypot(u, v)).toBeCloseTo(1, 2);
          }
          const [middleX, middleY] = onEllipse((from + to) / 2);
          const nearest = Math.min(...points.map(({ x, y }) => Math.hypot(x - middleX, y - middleY)));
          expect(nearest).toBeLessThan(Math.max(rx, ry) * 0.05);
        },
      ),
    );
  });

  test("makes radii reach that are too short, and a line of an arc without radius", () => {
    expect(extentOf(parsePath("M0,0A1,1,0,0,1,20,0")).width).toBeCloseTo(20, 6);
    expect(parsePath("M0,0A0,5,0,0,1,20,0")[1]).toEqual({ type: "line", x: 20, y: 0 });
    expect(parsePath("M7,7A5,5,0,0,1,7,7")).toEqual([{ type: "move", x: 7, y: 7 }]);
  });
});

describe("extentOf", () => {
  test("is the box of all points on the path, as small as may be", () => {
    fc.assert(
      fc.property(segments, (all) => {
        const { x, y, width, height } = extentOf(all);
        const points = pointsOn(all);
        const [xs, ys] = [points.map((each) => each.x), points.map((each) => each.y)];
        for (const each of xs) expect(each >= x - 1e-6 && each <= x + width + 1e-6).toBe(true);
        for (const each of ys) expect(each >= y - 1e-6 && each <= y + height + 1e-6).toBe(true);
        // Sampled points come near the sides, curves within a thousandth of their size.
        expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(width * 0.98 - 2);
        expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThan(height * 0.98 - 2);
      }),
    );
  });
});

describe("strokeOf", () => {
  test("is the ends of points in a row, and nothing that bends, turns back, closes or goes on elsewhere", () => {
    expect(strokeOf(parsePath("M0,0L5,5L20,20"))).toEqual({ x1: 0, y1: 0, x2: 20, y2: 20 });
    for (const d of ["M0,0L5,6L20,20", "M0,0L30,30L20,20", "M0,0L5,5Z", "M0,0L5,5M6,6L9,9", "M0,0C1,1,2,2,3,3", "M3,3"]) {
      expect(strokeOf(parsePath(d)), d).toBeUndefined();
    }
  });
});
