/** Where a series cannot be compared: a dashed line just before the first day of the new series, with its reason on top. */

import { breakLines, textWidth } from "../../scene/measure.ts";
import { group, leading, line, textLines } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";
import type { TimeChart } from "../model.ts";
import { writeDay } from "../numbers.ts";

export interface BreakMarks {
  /** Of the reasons above the plot, px. */
  readonly height: number;
  /** Where the marks stand, px. */
  readonly places: (x: (day: string) => number) => readonly number[];
  readonly draw: (x: (day: string) => number, top: number, foot: number) => readonly Mark[];
}

/** From the mark to the point of the day after the break, px. */
export const besidePoint = 14;

/** @param clearance from a mark to the day after the break, px: more than half of what is written there */
export function breakMarks(chart: TimeChart, width: number, size: number, clearance: number = besidePoint): BreakMarks {
  const breaks = chart.breaks.filter((each) => chart.days.indexOf(each.day) > 0);
  if (breaks.length === 0) return { height: 0, places: () => [], draw: () => [] };
  const lines = breaks.map((each) => breakLines(each.reason, Math.max(90, Math.min(260, width / breaks.length - 16)), size));
  const rows = Math.max(...lines.map((each) => each.length));
  const height = rows * leading(size) + 8;
  // Where in between the series changed is not known: the mark belongs to the day from which it is another.
  const places = (x: (day: string) => number): readonly number[] =>
    breaks.map(({ day }) => {
      const before = chart.days[chart.days.indexOf(day) - 1] ?? day;
      return Math.max((x(before) + x(day)) / 2, x(day) - clearance);
    });
  return {
    height,
    places,
    draw: (x, top, foot) => {
      let free = 0;
      const all = places(x);
      return breaks.map((each, i) => {
        const at = all[i] ?? 0;
        const own = lines[i] ?? [];
        const half = Math.max(...own.map((one) => textWidth(one, size))) / 2;
        const rest = breaks.slice(i + 1).length;
        const middle = Math.max(free + half, Math.min(width - half - rest * 8, at));
        free = middle + half + 12;
        const spoken = `Bruch der Reihe vor dem ${writeDay(each.day)}: ${each.reason}`;
        const fits = middle + half <= width + 0.1;
        const words = fits ? textLines("reason", middle, top + size * 0.85, own, { size, anchor: "middle", fill: "muted" }) : [];
        return group(
          `break:${each.day}`,
          [
            line("gap", at, top + (fits ? own.length * leading(size) + 2 : height), at, foot, {
              stroke: "muted",
              strokeWidth: 1,
              dash: "3 4",
            }),
            ...words,
          ],
          spoken,
        );
      });
    },
  };
}
