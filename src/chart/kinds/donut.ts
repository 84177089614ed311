/** Parts of a whole as a ring: the whole in the middle, each part named beside it. */

import { arc, pie } from "d3-shape";
import { breakLines, textWidth } from "../../scene/measure.ts";
import { centredBaseline, circle, group, leading, path, text, textLines } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";
import { spread } from "../distribute.ts";
import type { PartsChart } from "../model.ts";
import { valueOf, withUnit } from "../numbers.ts";
import { spoken } from "../reading.ts";
import type { Area, Drawing } from "./kind.ts";

export type Part = PartsChart["parts"][number];

interface Label {
  readonly part: Part;
  /** Middle angle from 12 o'clock, clockwise. */
  readonly angle: number;
  readonly side: -1 | 1;
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly height: number;
}

/** Between ring and labels, px. */
const reach = 22;
const leastRadius = 60;

export function drawDonut(chart: PartsChart, area: Area): Drawing {
  const toSlices = pie<Part>()
    .value((part) => Math.max(0, valueOf(part.figure) ?? 0))
    .sortValues(null);
  const slices = toSlices(chart.parts.slice());
  const missing = chart.parts.filter((part) => valueOf(part.figure) === undefined);
  // Not of the height: labels that change their breaks with it would not settle.
  const wished = Math.max(leastRadius, area.width * (chart.parts.length > 8 ? 0.15 : 0.21));
  const labelWidth = Math.max(area.label * 3.5, Math.min(widest(chart, area), area.width / 2 - wished - reach - 14));
  const sidesOf = (compact: boolean): readonly (readonly Label[])[] => {
    const labels = slices
      .filter((slice) => !missing.includes(slice.data))
      .map((slice) => labelOf(slice.data, (slice.startAngle + slice.endAngle) / 2, labelWidth, compact, area));
    return ([-1, 1] as const).map((side) => labels.filter((label) => label.side === side));
  };
  const notes = missing.map((part) =>
    breakLines(`${part.category.label}: ${spoken(part.figure, chart.whole.unit)}`, area.width, area.small),
  );
  const notesHeight = notes.reduce((sum, lines) => sum + lines.length * leading(area.small), notes.length === 0 ? 0 : 8);
  const roomy = sidesOf(false);
  const sides = roomy.some((side) => heightOf(side) > area.height - area.top - notesHeight) ? sidesOf(true) : roomy;
  const labels = sides.flat();
  const needed = Math.max(leastRadius * 2 + 8, ...sides.map(heightOf));
  const height = Math.max(area.height - area.top - notesHeight, needed);
  const radius = Math.max(leastRadius, Math.min(height / 2 - 4, (area.width - 2 * (labelWidth + reach + 14)) / 2));
  const cx = area.width / 2;
  const cy = area.top + height / 2;
  const ring = arc<{ startAngle: number; endAngle: number }>()
    .innerRadius(radius * 0.62)
    .outerRadius(radius)
    .digits(2);

  const marks: Mark[] = slices.flatMap((slice): Mark[] => {
    if (missing.includes(slice.data)) return [];
    const d = shift(ring({ startAngle: slice.startAngle, endAngle: slice.endAngle }) ?? "", cx, cy);
    const label = labels.find((each) => each.part === slice.data);
    const side = sides.find((each) => label !== undefined && each.includes(label)) ?? [];
    const middles = spread(
      side.map((each) => ({ want: cy - Math.cos(each.angle) * (radius + reach * 0.6), size: each.height })),
      area.top,
      area.top + height,
    );
    const middle = label === undefined ? cy : (middles[side.indexOf(label)] ?? cy);
    const named = label === undefined ? [] : labelMarks(label, middle, { cx, cy, radius }, area);
    return [
      group(
        `datum:${slice.data.category.key}`,
        [path("slice", d, { fill: slice.data.colour, stroke: "ground", strokeWidth: 2 }), ...named],
        `${slice.data.category.label}: ${spoken(slice.data.figure, chart.whole.unit)}, ${slice.data.share.text}`,
      ),
    ];
  });
  if (slices.every((slice) => slice.value === 0))
    marks.unshift(circle("empty", cx, cy, radius * 0.81, { fill: "none", stroke: "silver", strokeWidth: radius * 0.38 }));
  let y = area.top + height + 8;
  for (const [i, lines] of notes.entries()) {
    const part = missing[i];
    if (part === undefined) continue;
    const reading = `${part.category.label}: ${spoken(part.figure, chart.whole.unit)}`;
    marks.push(
      group(
        `datum:${part.category.key}`,
        textLines("label", 0, y + area.small * 0.85, lines, { size: area.small, fill: "muted" }),
        reading,
      ),
    );
    y += lines.length * leading(area.small);
  }
  return { marks: [...marks, wholeMarks(chart, cx, cy, radius, area)], height: area.top + height + notesHeight };
}

/** "9.107 · 53,1 %": the value and its share, the share alone where they are the same. */
export function valueAndShare(part: Part): string {
  return part.figure.text === part.share.text ? part.share.text : `${part.figure.text} · ${part.share.text}`;
}

function widest(chart: PartsChart, area: Area): number {
  const crowded = chart.parts.length > 8;
  const texts = chart.parts.flatMap((part) => {
    const value = valueAndShare(part);
    return [part.category.label, crowded ? `${part.category.label} · ${value}` : value];
  });
  return Math.max(...texts.map((each) => textWidth(each, area.label, "bold"))) + 1;
}

function heightOf(labels: readonly Label[]): number {
  return labels.reduce((sum, label) => sum + label.height, 0);
}

/** @param compact name and value in one line where they fit */
function labelOf(part: Part, angle: number, width: number, compact: boolean, area: Area): Label {
  const side = angle <= Math.PI ? 1 : -1;
  const value = valueAndShare(part);
  const whole = `${part.category.label} · ${value}`;
  const bold = part.category.role === "highlight";
  if (compact && textWidth(whole, area.label, bold ? "bold" : "regular") <= width) {
    return { part, angle, side, names: bold ? [whole] : [], values: bold ? [] : [whole], height: leading(area.label) };
  }
  const names = breakLines(part.category.label, width, area.label, "bold");
  const values = textWidth(value, area.label) <= width ? [value] : value.split(" · ");
  return { part, angle, side, names, values, height: (names.length + values.length) * leading(area.label) + (compact ? 2 : 8) };
}

function labelMarks(
  label: Label,
  middle: number,
  ring: { readonly cx: number; readonly cy: number; readonly radius: number },
  area: Area,
): readonly Mark[] {
  const { cx, cy, radius } = ring;
  const x = cx + label.side * (radius + reach + 8);
  const [fromX, fromY] = [cx + Math.sin(label.angle) * (radius + 3), cy - Math.cos(label.angle) * (radius + 3)];
  const lead = `M${px(fromX)},${px(fromY)}L${px(x - label.side * 16)},${px(middle)}L${px(x - label.side * 6)},${px(middle)}`;
  const baseline = centredBaseline(middle, label.names.length + label.values.length, area.label);
  const look = { size: area.label, anchor: label.side > 0 ? "start" : "end" } as const;
  return [
    path("lead", lead, { fill: "none", stroke: "rest", strokeWidth: 1 }),
    ...textLines("label", x, baseline, label.names, { ...look, weight: "bold" }),
    ...textLines("value", x, baseline + label.names.length * leading(area.label), label.values, look),
  ];
}

/** The whole in the middle of the ring, as large as it fits. */
function wholeMarks(chart: PartsChart, cx: number, cy: number, radius: number, area: Area): Mark {
  const room = radius * 0.62 * 2 * 0.82;
  const size =
    [2.4, 1.8, 1.4, 1].map((factor) => area.label * factor).find((each) => textWidth(chart.whole.text, each, "bold") <= room) ?? area.label;
  const unit = chart.whole.unit !== "" && textWidth(chart.whole.unit, area.small) <= room ? chart.whole.unit : "";
  const marks: Mark[] = [
    text("value", cx, cy + (unit === "" ? size * 0.33 : size * 0.18), chart.whole.text, {
      size,
      weight: "bold",
      anchor: "middle",
      fill: "blue",
    }),
  ];
  if (unit !== "")
    marks.push(text("unit", cx, cy + size * 0.18 + area.small * 1.3, unit, { size: area.small, anchor: "middle", fill: "muted" }));
  return group("whole", marks, `Insgesamt: ${withUnit(chart.whole.text, chart.whole.unit)}`);
}

/** Moves a path of absolute M, L, A and Z commands, as d3-shape writes them about the origin. */
function shift(d: string, dx: number, dy: number): string {
  return d.replace(/([MLA])([^MLAZ]*)/g, (_, command: string, args: string) => {
    const numbers = args.split(/[ ,]/).map(Number);
    const at = numbers.length - 2;
    return command + numbers.map((value, i) => px(value + (i === at ? dx : i === at + 1 ? dy : 0))).join(",");
  });
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}
