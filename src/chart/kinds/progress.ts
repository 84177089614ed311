/** A part reached of a whole: one bar, what is reached in blue, what is open outlined in gold: either may be what the slide speaks of. */

import { scaleLinear } from "d3-scale";
import { breakLines, textWidth } from "../../scene/measure.ts";
import { centredBaseline, group, leading, line, rect, text, textLines } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";
import type { ProgressChart } from "../model.ts";
import { valueOf } from "../numbers.ts";
import { spoken } from "../reading.ts";
import type { Area, Drawing } from "./kind.ts";

/** Stroke about the open part, px: drawn inside of it, so that both parts are as high. */
const outline = 3;

export function drawProgress(chart: ProgressChart, area: Area): Drawing {
  const number = Math.round(area.label * 1.9);
  const half = (area.width - area.label * 1.5) / 2;
  const reached = breakLines(chart.labels.value, half, area.label);
  const open = breakLines(chart.labels.open, half, area.label);
  const headLines = Math.max(reached.length, open.length);
  const headHeight = number * 0.95 + headLines * leading(area.label) + area.label * 0.55;
  const bar = Math.round(area.label * 2.4);
  const footLines = breakLines(`${chart.labels.whole}: ${chart.whole.text}`, area.width, area.label);
  const footHeight = area.label * 0.6 + footLines.length * leading(area.label);
  const top = area.top;
  const barTop = top + headHeight;

  const [value, whole] = [valueOf(chart.value), valueOf(chart.whole)];
  const most = Math.max(whole ?? 0, value ?? 0);
  const x = scaleLinear([0, most > 0 ? most : 1], [0, area.width]).clamp(true);
  const end = x(value ?? 0);
  const marks: Mark[] = [];
  const head = (
    key: string,
    at: number,
    anchor: "start" | "end",
    figure: ProgressChart["value"],
    lines: readonly string[],
    fill: "blue" | "gold-text",
  ): readonly Mark[] => [
    text(`${key}:value`, at, top + number * 0.8, figure.text, { size: number, weight: "bold", anchor, fill }),
    ...textLines(`${key}:label`, at, top + number * 0.95 + area.label * 0.85, lines, {
      size: area.label,
      anchor,
    }),
  ];
  const openWidth = area.width - end;
  const openMarks: Mark[] =
    openWidth <= 2 * outline
      ? []
      : [
          rect("bar", end + outline / 2, barTop + outline / 2, openWidth - outline, bar - outline, {
            fill: "ground",
            stroke: "gold",
            strokeWidth: outline,
          }),
        ];
  const reachedMarks: Mark[] = [rect("bar", 0, barTop, end, bar, { fill: "blue", grow: "right" })];
  const share = chart.share.text;
  const shareWidth = textWidth(share, area.label, "bold");
  if (shareWidth + 24 <= end) {
    reachedMarks.push(
      text("share", end - 12, centredBaseline(barTop + bar / 2, 1, area.label), share, {
        size: area.label,
        weight: "bold",
        anchor: "end",
        fill: "on-blue",
      }),
    );
  } else if (shareWidth + 24 <= area.width - end) {
    reachedMarks.push(
      text("share", end + 12, centredBaseline(barTop + bar / 2, 1, area.label), share, { size: area.label, weight: "bold" }),
    );
  }
  marks.push(
    group(
      "datum:open",
      [...openMarks, ...head("open", area.width, "end", chart.open, open, "gold-text")],
      `${chart.labels.open}: ${spoken(chart.open, chart.open.unit)}`,
    ),
    group(
      "datum:value",
      [...reachedMarks, ...head("value", 0, "start", chart.value, reached, "blue")],
      `${chart.labels.value}: ${spoken(chart.value, chart.value.unit)}, ${share}`,
    ),
  );
  const foot = barTop + bar;
  const wholeMarks: Mark[] = [
    line("mark", x(whole ?? most), foot, x(whole ?? most), foot + 6, { stroke: "muted", strokeWidth: 1 }),
    ...textLines("label", area.width, foot + area.label * 1.3, footLines, { size: area.label, anchor: "end", fill: "ink" }),
  ];
  marks.push(group("datum:whole", wholeMarks, `${chart.labels.whole}: ${spoken(chart.whole, chart.whole.unit)}`));
  return { marks, height: foot + footHeight };
}
