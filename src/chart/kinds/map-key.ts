/** The key of a map's classes: a column beside it, highest on top, or rows below it. */

import { isMissing } from "../../data/figure.ts";
import { group, leading, rect, text, textLines } from "../../scene/marks.ts";
import { breakLines, textWidth } from "../../scene/measure.ts";
import type { Mark } from "../../scene/scene.ts";
import type { MapChart } from "../model.ts";
import { valueOf } from "../numbers.ts";
import type { Area } from "./kind.ts";

interface Entry {
  readonly key: string;
  readonly label: string;
  readonly swatch: (x: number, y: number, width: number, height: number) => Mark;
}

export interface MapKey {
  readonly width: number;
  readonly height: number;
  /** From its upper left corner. */
  readonly draw: (left: number, top: number) => readonly Mark[];
}

export function mapKey(chart: MapChart, beside: boolean, area: Area): MapKey {
  const entries = entriesOf(chart);
  return beside ? column(chart, entries, area) : rows(chart, entries, area);
}

const mostSigns = 3;

function entriesOf(chart: MapChart): readonly Entry[] {
  const classes = chart.classes.map(
    (each): Entry => ({
      key: String(each.from),
      label: each.label,
      swatch: (x, y, width, height) => rect("swatch", x, y, width, height, { fill: each.colour, stroke: "line", strokeWidth: 0.75 }),
    }),
  );
  const symbols = new Map<string, string>();
  for (const { figure } of chart.areas)
    if (isMissing(figure.value) && valueOf(figure) === undefined) symbols.set(figure.text, figure.value.meaning);
  const signs = [...symbols].map(([symbol, meaning]) => ({ key: symbol, label: `${symbol} ${meaning}` }));
  // More of them than classes would leave no room for the map; the slide's footnote has what each means.
  const all = [{ key: "signs", label: `${[...symbols.keys()].join("  ")} keine Zahl, siehe Zeichenerklärung` }];
  const missing = (signs.length > mostSigns ? all : signs).map(
    ({ key, label }): Entry => ({
      key,
      label,
      swatch: (x, y, width, height) =>
        rect("swatch", x, y, width, height, { fill: "ground", stroke: "rest", strokeWidth: 1.5, dash: "4 3" }),
    }),
  );
  return [...classes, ...missing];
}

/** What the classes count; numbers without a unit are shares where they are written so. */
function headOf({ unit, areas }: MapChart): string {
  if (unit !== "") return unit;
  return areas.some(({ figure }) => /^per(?:cent|mille)/u.test(figure.format)) ? "Anteil" : "Wert";
}

function column(chart: MapChart, entries: readonly Entry[], area: Area): MapKey {
  const size = area.small;
  const swatch = { width: Math.round(size * 1.75), height: Math.round(size * 1.1) };
  const gap = Math.round(size * 0.6);
  const most = Math.min(area.width * 0.36, size * 13);
  const top = breakLines(headOf(chart), most, size, "bold");
  const items = entries.toReversed().map((entry) => ({ entry, lines: breakLines(entry.label, most - swatch.width - gap, size) }));
  const width = Math.max(
    ...top.map((each) => textWidth(each, size, "bold")),
    ...items.map(({ lines }) => swatch.width + gap + Math.max(...lines.map((each) => textWidth(each, size)))),
    1,
  );
  const rowHeight = (lines: readonly string[]): number => lines.length * leading(size) + Math.round(size * 0.25);
  const head = top.length * leading(size) + Math.round(size * 0.5);
  const height = head + items.reduce((sum, { lines }) => sum + rowHeight(lines), 0);
  const draw = (left: number, from: number): readonly Mark[] => {
    const marks: Mark[] = [group("unit", textLines("label", left, from + size * 0.85, top, { size, weight: "bold" }))];
    let y = from + head;
    for (const { entry, lines } of items) {
      const words = textLines("label", left + swatch.width + gap, y + size * 0.85, lines, { size });
      marks.push(
        group(`class:${entry.key}`, [entry.swatch(left, y + size * 0.5 - swatch.height / 2, swatch.width, swatch.height), ...words]),
      );
      y += rowHeight(lines);
    }
    return marks;
  };
  return { width, height, draw };
}

function rows(chart: MapChart, entries: readonly Entry[], area: Area): MapKey {
  const size = area.small;
  const swatch = { width: Math.round(size * 1.4), height: Math.round(size) };
  const gap = Math.round(size * 0.5);
  const row = leading(size) + Math.round(size * 0.4);
  const widest = Math.max(...entries.map((entry) => textWidth(entry.label, size)), 1) + swatch.width + gap + size;
  const count = Math.max(1, Math.floor(area.width / widest));
  const head = row;
  let used = head;
  const items = entries.map((entry, i) => {
    const lines = breakLines(entry.label, area.width - swatch.width - gap, size);
    const x = (i % count) * (area.width / count);
    const y = used;
    if (i % count === count - 1 || i === entries.length - 1) used += row + (lines.length - 1) * leading(size);
    return { entry, lines, x, y };
  });
  const draw = (left: number, from: number): readonly Mark[] => [
    text("unit", left, from + size * 0.85, headOf(chart), { size, weight: "bold" }),
    ...items.map(({ entry, lines, x, y }) =>
      group(`class:${entry.key}`, [
        entry.swatch(left + x, from + y + size * 0.5 - swatch.height / 2, swatch.width, swatch.height),
        ...textLines("label", left + x + swatch.width + gap, from + y + size * 0.85, lines, { size }),
      ]),
    ),
  ];
  return { width: area.width, height: used, draw };
}
