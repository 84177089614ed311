import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canvasType, layoutChart } from "../../../chart/layout.ts";
import { charts } from "../../../chart/testing/arbitrary.ts";
import type { Mark } from "../../../scene/scene.ts";
import { nounOf, tidy } from "./names.ts";

function walk(marks: readonly Mark[]): readonly Mark[] {
  return marks.flatMap((mark) => (mark.type === "group" ? [mark, ...walk(mark.marks)] : [mark]));
}

test.each(Object.entries(charts))("every mark of %s has a German noun", (_, arbitrary) => {
  const width = fc.constantFrom(358, 700, 1136);
  fc.assert(
    fc.property(arbitrary, width, (chart, across) => {
      const { marks } = layoutChart(chart, { width: across, height: 392, ...canvasType });
      const unknown = walk(marks).filter((mark) => mark.type !== "text" && nounOf(mark) === undefined);
      expect(unknown.map((mark) => mark.key)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("a name is one line, and no longer than can be read", () => {
  expect(tidy("  Syrien,\n\tArabische   Republik ")).toBe("Syrien, Arabische Republik");
  expect(Array.from(tidy("🙂".repeat(200)))).toHaveLength(120);
});
