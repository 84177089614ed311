/** Names and values of a map's areas: inside where they fit, else beside the map with a lead. */

import type { ColourName } from "../../../theme/tokens.ts";
import { centredBaseline, circle, type Extent, leading, line, text } from "../../scene/marks.ts";
import { breakLines, textWidth } from "../../scene/measure.ts";
import type { Mark } from "../../scene/scene.ts";
import { spread } from "../distribute.ts";
import type { MapChart } from "../model.ts";
import { textOn } from "../paint.ts";
import { type InnerPoint, meets, type Outline, roomFor } from "../polygon.ts";
import type { Area } from "./kind.ts";

export interface AreaShape {
  readonly region: MapChart["areas"][number];
  readonly outline: Outline;
  readonly fill: ColourName;
}

export interface PlacedLabel {
  readonly marks: readonly Mark[];
  readonly extent: Extent;
  /** From the area to a label beside the map: x1, y1, x2, y2. */
  readonly lead?: readonly [number, number, number, number];
}

/** Labels of the areas that are large enough for theirs. */
export function insideLabels(areas: readonly AreaShape[], area: Area): ReadonlyMap<AreaShape, PlacedLabel> {
  const placed = new Map<AreaShape, PlacedLabel>();
  for (const each of areas) {
    const { label, figure } = each.region;
    const whole = [label, figure.text];
    const broken = [...breakLines(label, textWidth(label, area.small) * 0.66, area.small), figure.text];
    const choices = broken.length === 3 && broken[0]?.endsWith("-") !== true ? [whole, broken] : [whole];
    for (const lines of choices) {
      const at = roomFor(each.outline, boxesOf(each, lines, area));
      if (at === undefined) continue;
      placed.set(each, labelAt(each, lines, at.x, at.y, "middle", textOn(each.fill), area));
      break;
    }
  }
  return placed;
}

/** What a label beside the map needs of it, px; a long name is broken to this. */
export function labelRoom(each: AreaShape, area: Area): number {
  return widthOf(each, linesBeside(each, area.label * 9, area), area) + area.label * 1.8;
}

function linesBeside(each: AreaShape, width: number, area: Area): readonly string[] {
  const { label, figure, highlight } = each.region;
  return [...breakLines(label, width, area.small, highlight ? "bold" : "regular"), figure.text];
}

export interface SideLabels {
  readonly labels: ReadonlyMap<AreaShape, PlacedLabel>;
  /** How far labels had to give way, px in sum. */
  readonly strain: number;
  /** Of the higher side, px: more than the box's height where labels leave it. */
  readonly height: number;
}

export const noLabels: SideLabels = { labels: new Map(), strain: 0, height: 0 };

/**
 * Labels beside the map, on the side that their area is nearer to, from top to bottom as their areas. `undefined` where
 * the reserved corner leaves too little room for them.
 */
function sideLabels(
  areas: readonly AreaShape[],
  inside: ReadonlyMap<AreaShape, PlacedLabel>,
  extent: Extent,
  box: Extent,
  area: Area,
  reserved?: Extent,
): SideLabels | undefined {
  const placed = new Map<AreaShape, PlacedLabel>();
  const taken = [...inside.values()].map((label) => label.extent);
  const middle = (extent.left + extent.right) / 2;
  const anchored = areas.map((each) => ({ each, point: each.outline.points()[0] ?? nowhere }));
  let [strain, height] = [0, 0];
  for (const side of [-1, 1] as const) {
    const room = (side < 0 ? extent.left - box.left : box.right - extent.right) - area.label * 1.3;
    const own = anchored
      .filter(({ point }) => (side < 0 ? point.x < middle : point.x >= middle))
      .toSorted((a, b) => a.point.y - b.point.y)
      .map(({ each, point }) => ({ each, point, lines: linesBeside(each, Math.max(area.label * 3, room), area) }));
    const wishes = own.map(({ point, lines }) => ({ want: point.y, size: lines.length * leading(area.small) + 8 }));
    const sum = wishes.reduce((total, wish) => total + wish.size, 0);
    const [from, to] = rangeBeside(side, box, reserved);
    if (reserved !== undefined && sum > to - from) return undefined;
    height = Math.max(height, sum + 8);
    const middles = spread(wishes, from, to);
    for (const [i, { each, point, lines }] of own.entries()) {
      const y = middles[i] ?? point.y;
      strain += Math.abs(y - point.y);
      const width = widthOf(each, lines, area);
      const x =
        side < 0 ? Math.max(box.left + 2 + width, extent.left - area.label) : Math.min(box.right - 2 - width, extent.right + area.label);
      const label = labelAt(each, lines, x, y, side < 0 ? "end" : "start", "ink", area);
      const end: readonly [number, number] = [x - side * 6, y];
      const start = startOf(each, end, taken);
      placed.set(each, { ...label, marks: [...leadMarks(start, end), ...label.marks], lead: [...start, ...end] });
    }
  }
  return { labels: placed, strain, height };
}

function leadMarks(start: readonly [number, number], end: readonly [number, number]): readonly Mark[] {
  return [
    line("casing", start[0], start[1], end[0], end[1], { stroke: "ground", strokeWidth: 3 }),
    line("lead", start[0], start[1], end[0], end[1], { stroke: "ink", strokeWidth: 1 }),
    circle("dot", start[0], start[1], 3, { fill: "ink", stroke: "ground", strokeWidth: 1 }),
  ];
}

/** All labels. Where a lead cannot help running through a label inside, that one goes outside too. */
export function allLabels(
  areas: readonly AreaShape[],
  inside: ReadonlyMap<AreaShape, PlacedLabel>,
  extent: Extent,
  box: Extent,
  area: Area,
  reserved?: Extent,
): SideLabels | undefined {
  let kept = inside;
  for (;;) {
    const outside = areas.filter((each) => !kept.has(each));
    const beside = sideLabels(outside, kept, extent, box, area, reserved);
    if (beside === undefined) return undefined;
    const leads = [...beside.labels.values()].flatMap(({ lead }) => (lead === undefined ? [] : [lead]));
    const free = [...kept].filter(([, label]) => !leads.some((lead) => meets(...lead, label.extent)));
    if (free.length === kept.size) return { ...beside, labels: new Map([...kept, ...beside.labels]) };
    kept = new Map(free);
  }
}

/** What of the map's height one side's labels may use. */
function rangeBeside(side: -1 | 1, box: Extent, reserved: Extent | undefined): readonly [number, number] {
  const [from, to] = [box.top + 4, box.bottom - 4];
  const middle = (box.left + box.right) / 2;
  if (reserved === undefined || (side < 0 ? reserved.left > middle : reserved.right < middle)) return [from, to];
  return reserved.top <= box.top ? [reserved.bottom, to] : [from, reserved.top];
}

const nowhere: InnerPoint = { x: 0, y: 0, depth: 0 };

/** Where in the area the lead begins: as deep as can be, but so that it runs through no other label. */
function startOf(each: AreaShape, to: readonly [number, number], taken: readonly Extent[]): readonly [number, number] {
  const points = each.outline.points();
  const { x, y } = points.find((point) => !taken.some((box) => meets(point.x, point.y, to[0], to[1], box))) ?? points[0] ?? nowhere;
  return [x, y];
}

/** The label's lines about its middle, with a little air: only they, not the box around all, must fit the area. */
function boxesOf(each: AreaShape, lines: readonly string[], area: Area): readonly Extent[] {
  return lines.map((one, i) => {
    const half = widthOf(each, [one], area) / 2 + 2;
    const middle = (i - (lines.length - 1) / 2) * leading(area.small);
    return { left: -half, right: half, top: middle - area.small * 0.45, bottom: middle + area.small * 0.45 };
  });
}

function widthOf(each: AreaShape, lines: readonly string[], area: Area): number {
  return Math.max(
    ...lines.map((one) => textWidth(one, area.small, one === each.region.figure.text || each.region.highlight ? "bold" : "regular")),
  );
}

function labelAt(
  each: AreaShape,
  lines: readonly string[],
  x: number,
  y: number,
  anchor: "start" | "middle" | "end",
  fill: ColourName,
  area: Area,
): PlacedLabel {
  const baseline = centredBaseline(y, lines.length, area.small);
  const last = lines.length - 1;
  const marks = lines.map((one, i) =>
    text(i === last ? "value" : i === 0 ? "label" : `label:${i + 1}`, x, baseline + i * leading(area.small), one, {
      size: area.small,
      weight: i === last || each.region.highlight ? "bold" : "regular",
      anchor,
      fill,
    }),
  );
  const width = widthOf(each, lines, area);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  const half = (lines.length * leading(area.small)) / 2;
  return { marks, extent: { left, right: left + width, top: y - half, bottom: y + half } };
}
