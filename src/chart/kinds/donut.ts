/** Parts of a whole as a ring: the whole in the middle, each part named beside it. */

import { shownUnit } from "../../data/singular.ts";
import { arc, pie } from "d3-shape";
import { breakLines, textWidth } from "../../scene/measure.ts";
import { centredBaseline, circle, group, leading, path, text, textLines } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";
import { spread } from "../distribute.ts";
import type { PartsChart } from "../model.ts";
import { valueOf, withUnit } from "../numbers.ts";
import type { Area, Drawing } from "./kind.ts";
import { listHeight, listItems, listMarks, type Part, partReading, valueAndShare } from "./parts.ts";

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
  return labelled(chart, area) ?? listed(chart, area);
}

/** Each part named beside its slice; `undefined` where a name would have to be divided. */
function labelled(chart: PartsChart, area: Area): Drawing | undefined {
  const slices = slicesOf(chart);
  const missing = chart.parts.filter((part) => valueOf(part.figure) === undefined);
  // Not of the height: labels that change their breaks with it would not settle.
  const wished = Math.max(leastRadius, area.width * (chart.parts.length > 8 ? 0.15 : 0.21));
  const labelWidth = Math.max(area.label * 3.5, Math.min(widest(chart, area), area.width / 2 - wished - reach - 14));
  const notes = missing.map((part) => breakLines(partReading(chart, part), area.width, area.small));
  const notesHeight = notes.reduce((sum, lines) => sum + lines.length * leading(area.small), notes.length === 0 ? 0 : 8);
  const roomy = sidesOf(slices, labelWidth, false, area);
  const sides = roomy.some((side) => heightOf(side) > area.height - area.top - notesHeight)
    ? sidesOf(slices, labelWidth, true, area)
    : roomy;
  if (roomy.some((side) => side.some((label) => label.names.some((name) => name.endsWith("-"))))) return undefined;

  const needed = Math.max(leastRadius * 2 + 8, ...sides.map(heightOf));
  const height = Math.max(area.height - area.top - notesHeight, needed);
  const radius = Math.max(leastRadius, Math.min(height / 2 - 4, (area.width - 2 * (labelWidth + reach + 14)) / 2));
  const ring: Ring = { cx: area.width / 2, cy: area.top + height / 2, radius };
  const named = new Map(
    sides.flatMap((side) => {
      const wishes = side.map((each) => ({ want: ring.cy - Math.cos(each.angle) * (radius + reach * 0.6), size: each.height }));
      const middles = spread(wishes, area.top, area.top + height);
      return side.map((each, i) => [each.part, labelMarks(each, middles[i] ?? ring.cy, ring, area)] as const);
    }),
  );
  const marks = ringMarks(chart, slices, ring, named, area);
  let y = area.top + height + 8;
  for (const [i, part] of missing.entries()) {
    const lines = notes[i] ?? [];
    const words = textLines("label", 0, y + area.small * 0.85, lines, { size: area.small, fill: "muted" });
    marks.push(group(`datum:${part.category.key}`, words, partReading(chart, part)));
    y += lines.length * leading(area.small);
  }
  return { marks, height: area.top + height + notesHeight };
}

/** For narrow boxes and long names: the ring above, the parts listed below it. */
function listed(chart: PartsChart, area: Area): Drawing {
  const slices = slicesOf(chart);
  const items = listItems(chart, area.width, area);
  const gap = area.label;
  const room = area.height - area.top - gap - listHeight(items);
  const radius = Math.max(leastRadius, Math.min(area.width * 0.36, room / 2));
  const listTop = area.top + 2 * radius + gap;
  const list = listMarks(items, 0, listTop, area.height, area);
  const named = new Map(chart.parts.map((part, i) => [part, list.marks[i] ?? []] as const));
  const marks = ringMarks(chart, slices, { cx: area.width / 2, cy: area.top + radius, radius }, named, area);
  for (const part of chart.parts) {
    if (valueOf(part.figure) === undefined)
      marks.push(group(`datum:${part.category.key}`, named.get(part) ?? [], partReading(chart, part)));
  }
  return { marks, height: list.bottom };
}

interface Slice {
  /** `undefined`: what the known parts leave open of the whole. */
  readonly part?: Part;
  readonly startAngle: number;
  readonly endAngle: number;
}

/** The known parts in their order, clockwise from the top. */
function slicesOf(chart: PartsChart): readonly Slice[] {
  const known = chart.parts.flatMap((part) => {
    const value = valueOf(part.figure);
    return value === undefined ? [] : [{ part, value: Math.max(0, value) }];
  });
  const sum = known.reduce((total, { value }) => total + value, 0);
  const open = Math.max(0, (valueOf(chart.whole) ?? sum) - sum);
  const toAngles = pie<{ readonly part?: Part; readonly value: number }>()
    .value(({ value }) => value)
    .sortValues(null);
  return toAngles(open > 0 ? [...known, { value: open }] : known).map(({ data, startAngle, endAngle }) =>
    data.part === undefined ? { startAngle, endAngle } : { part: data.part, startAngle, endAngle },
  );
}

interface Ring {
  readonly cx: number;
  readonly cy: number;
  readonly radius: number;
}

function ringMarks(chart: PartsChart, slices: readonly Slice[], ring: Ring, named: ReadonlyMap<Part, readonly Mark[]>, area: Area): Mark[] {
  const { cx, cy, radius } = ring;
  const shape = arc<Slice>()
    .innerRadius(radius * 0.62)
    .outerRadius(radius)
    .digits(2);
  const marks: Mark[] = [];
  if (slices.every((slice) => slice.startAngle === slice.endAngle)) {
    marks.push(circle("empty", cx, cy, radius * 0.81, { fill: "none", stroke: "silver", strokeWidth: radius * 0.38 }));
  }
  for (const slice of slices) {
    const d = shift(shape(slice) ?? "", cx, cy);
    if (slice.part === undefined) marks.push(path("open", d, { fill: "silver", stroke: "ground", strokeWidth: 2 }));
    else {
      const body = path("slice", d, { fill: slice.part.colour, stroke: "ground", strokeWidth: 2 });
      marks.push(group(`datum:${slice.part.category.key}`, [body, ...(named.get(slice.part) ?? [])], partReading(chart, slice.part)));
    }
  }
  return [...marks, wholeMarks(chart, cx, cy, radius, area)];
}

function sidesOf(slices: readonly Slice[], width: number, compact: boolean, area: Area): readonly (readonly Label[])[] {
  const labels = slices.flatMap((slice) =>
    slice.part === undefined ? [] : [labelOf(slice.part, (slice.startAngle + slice.endAngle) / 2, width, compact, area)],
  );
  return ([-1, 1] as const).map((side) => labels.filter((label) => label.side === side));
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

function labelMarks(label: Label, middle: number, ring: Ring, area: Area): readonly Mark[] {
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
  const counted = shownUnit(chart.whole);
  const unit = counted !== "" && textWidth(counted, area.small) <= room ? counted : "";
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
  return group("whole", marks, `Insgesamt: ${withUnit(chart.whole.text, counted)}`);
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
