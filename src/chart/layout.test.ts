import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canvasType, type Frame, layoutChart, minimumHeight, phoneType, preferredHeight } from "./layout.ts";
import type { ChartKind } from "./model.ts";
import { charts } from "./testing/arbitrary.ts";
import { faultsOf, textsOf } from "./testing/inspect.ts";

const frames: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({ width: fc.integer({ min: 540, max: 1136 }), height: fc.integer({ min: 300, max: 480 }), ...typeOf(canvasType) }),
  fc.record({ width: fc.integer({ min: 300, max: 420 }), height: fc.integer({ min: 300, max: 560 }), ...typeOf(phoneType) }),
);

function typeOf(type: Pick<Frame, "label" | "small">) {
  return { label: fc.constant(type.label), small: fc.constant(type.small) };
}

function isKind(name: string): name is ChartKind {
  return Object.hasOwn(charts, name);
}

describe.each(Object.keys(charts).filter(isKind))("%s", (kind) => {
  test("nothing leaves the scene, no text lies over another or is too small, keys are unique", () => {
    fc.assert(
      fc.property(charts[kind], frames, (chart, frame) => {
        const scene = layoutChart(chart, frame);
        expect(scene.width).toBe(frame.width);
        expect(scene.height).toBeGreaterThanOrEqual(frame.height);
        expect(faultsOf(scene, frame.small)).toEqual([]);
      }),
      { numRuns: kind === "choropleth" ? 20 : 80 },
    );
  });

  test("at its minimum height it fits", () => {
    fc.assert(
      fc.property(charts[kind], frames, (chart, frame) => {
        const height = minimumHeight(chart, frame);
        expect(layoutChart(chart, { ...frame, height }).height).toBeLessThanOrEqual(height + 1);
      }),
      { numRuns: kind === "choropleth" ? 6 : 30 },
    );
  });
});

test("a chart of one bar has a height of its own, the others fill their box", () => {
  fc.assert(
    fc.property(charts.progress, frames, (chart, frame) => {
      const height = preferredHeight(chart, frame);
      expect(height).toBeDefined();
      expect(layoutChart(chart, { ...frame, height: height ?? 0 }).height).toBe(height);
    }),
    { numRuns: 20 },
  );
  fc.assert(
    fc.property(charts.bar, frames, (chart, frame) => {
      expect(preferredHeight(chart, frame)).toBeUndefined();
    }),
    { numRuns: 5 },
  );
});

test("a label is broken, never shortened", () => {
  fc.assert(
    fc.property(charts.bar, frames, (chart, frame) => {
      if (chart.kind !== "bar") return;
      const drawn = letters(
        textsOf(layoutChart(chart, frame))
          .map((mark) => mark.text)
          .join(""),
      );
      for (const category of chart.categories) expect(drawn).toContain(letters(category.label));
    }),
    { numRuns: 60 },
  );
});

/** Without blanks and hyphens, which breaking takes and gives. */
function letters(text: string): string {
  return text.replace(/[\s\u00ad\u2011-]/g, "");
}
