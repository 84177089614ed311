/** Names and values beside the map, each with a lead to its area. */

import { centredBaseline, circle, type Extent, leading, line, text } from "../../scene/marks.ts";
import { breakLines } from "../../scene/measure.ts";
import type { Mark } from "../../scene/scene.ts";
import { spread } from "../distribute.ts";
import { type InnerPoint, meets } from "../polygon.ts";
import type { Area } from "./kind.ts";
import { type AreaShape, labelAt, type Lead, type PlacedLabel, widthOf } from "./map-labels.ts";
import type { Raster } from "./map-raster.ts";

export interface SideLabels {
  readonly labels: ReadonlyMap<AreaShape, PlacedLabel>;
  /** How far labels had to give way, px in sum. */
  readonly strain: number;
  /** Of the higher side, px: more than the box's height where labels leave it. */
  readonly height: number;
}

/** Where the map and its labels are. */
export interface MapPlace {
  /** Of all areas, in their order. */
  readonly raster: Raster;
  /** All areas, those with a label inside too: the raster's indices. */
  readonly all: readonly AreaShape[];
  /** Of all areas. */
  readonly extent: Extent;
  /** Of areas and labels. */
  readonly box: Extent;
  readonly style: SideStyle;
  /** A corner that belongs to the key. */
  readonly reserved?: Extent;
}

export const noLabels: SideLabels = { labels: new Map(), strain: 0, height: 0 };

/** How labels beside the map are set: name above value, or both in one line, which is wider and lower. */
export type SideStyle = "stacked" | "inline";

/** A label beside the map, measured. */
interface SideLabel {
  readonly each: AreaShape;
  /** Where the area lies deepest. */
  readonly point: InnerPoint;
  /** Name and value; one line is inline. */
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** What the label needs beside the map, px; a long name is broken to this. */
export function labelRoom(each: AreaShape, style: SideStyle, area: Area): number {
  return measured(each, area.label * (style === "inline" ? 14 : 9), style, area).width + area.label * 1.8;
}

/** @param room px that it may be wide */
function measured(each: AreaShape, room: number, style: SideStyle, area: Area): SideLabel {
  const { label, figure, highlight } = each.region;
  const point = each.outline.points()[0] ?? nowhere;
  const inline = widthOf(each, [label], area) + area.small * 0.5 + widthOf(each, [figure.text], area);
  if (style === "inline" && inline <= room) return { each, point, lines: [label], width: inline, height: leading(area.small) + 5 };
  const lines = [...breakLines(label, room, area.small, highlight ? "bold" : "regular"), figure.text];
  return { each, point, lines, width: widthOf(each, lines, area), height: lines.length * leading(area.small) + 8 };
}

/** Away from the map to the left (`side` −1) or right. */
function sideMarks(label: SideLabel, x: number, y: number, side: -1 | 1, area: Area): readonly Mark[] {
  const { each, lines } = label;
  const anchor = side < 0 ? "end" : "start";
  if (lines.length > 1) return labelAt(each, lines, x, y, anchor, "ink", area).marks;
  const { label: name, figure, highlight } = each.region;
  const baseline = centredBaseline(y, 1, area.small);
  const beyond = side < 0 ? widthOf(each, [figure.text], area) : widthOf(each, [name], area);
  const [nameX, valueX] = side < 0 ? [x - beyond - area.small * 0.5, x] : [x, x + beyond + area.small * 0.5];
  return [
    text("label", nameX, baseline, name, { size: area.small, weight: highlight ? "bold" : "regular", anchor }),
    text("value", valueX, baseline, figure.text, { size: area.small, weight: "bold", anchor }),
  ];
}

/** The side that the area is nearer to, unless its lead would run much farther through other areas on the way there. */
function sideOf(each: AreaShape, { extent, raster, all }: MapPlace): -1 | 1 {
  const { x, y } = each.outline.points()[0] ?? nowhere;
  const own = all.indexOf(each);
  const way = (to: number): number => Math.abs(to - x) + 2 * raster.foreign([x, y, to, y], own);
  return way(extent.left) < way(extent.right) ? -1 : 1;
}

/**
 * Labels beside the map, on the side that their area is nearer to, from top to bottom as their areas. `undefined` where
 * the reserved corner leaves too little room for them.
 */
function sideLabels(
  areas: readonly AreaShape[],
  inside: ReadonlyMap<AreaShape, PlacedLabel>,
  place: MapPlace,
  area: Area,
): SideLabels | undefined {
  const { extent, box, style, reserved } = place;
  const placed = new Map<AreaShape, PlacedLabel>();
  const taken = [...inside.values()].map((label) => label.extent);
  const sides = new Map(areas.map((each) => [each, sideOf(each, place)]));
  let [strain, height] = [0, 0];
  for (const side of [-1, 1] as const) {
    const room = (side < 0 ? extent.left - box.left : box.right - extent.right) - area.label * 1.3;
    const leads: Lead[] = [];
    const own = areas
      .filter((each) => sides.get(each) === side)
      .map((each) => measured(each, Math.max(area.label * 3, room), style, area))
      .toSorted((a, b) => a.point.y - b.point.y);
    const wishes = own.map((label) => ({ want: label.point.y, size: label.height }));
    const sum = wishes.reduce((total, wish) => total + wish.size, 0);
    const [from, to] = rangeBeside(side, box, reserved);
    if (reserved !== undefined && sum > to - from) return undefined;
    height = Math.max(height, sum + 8);
    const middles = spread(wishes, from, to);
    for (const [i, label] of own.entries()) {
      const { each, point, width } = label;
      const y = middles[i] ?? point.y;
      strain += Math.abs(y - point.y);
      const x =
        side < 0 ? Math.max(box.left + 2 + width, extent.left - area.label) : Math.min(box.right - 2 - width, extent.right + area.label);
      const end: readonly [number, number] = [x - side * 6, y];
      const start = startOf(each, end, taken, leads, place);
      leads.push([...start, ...end]);
      const [left, right] = side < 0 ? [x - width, x] : [x, x + width];
      const marks = [...leadMarks(start, end), ...sideMarks(label, x, y, side, area)];
      placed.set(each, {
        marks,
        extent: { left, right, top: y - label.height / 2, bottom: y + label.height / 2 },
        lead: [...start, ...end],
      });
    }
  }
  return { labels: placed, strain, height };
}

function leadMarks(start: readonly [number, number], end: readonly [number, number]): readonly Mark[] {
  const joint = { from: "dot", to: "label" };
  return [
    line("casing", start[0], start[1], end[0], end[1], { stroke: "ground", strokeWidth: 3, ...joint }),
    line("lead", start[0], start[1], end[0], end[1], { stroke: "ink", strokeWidth: 1, ...joint }),
    circle("dot", start[0], start[1], 3, { fill: "ink", stroke: "ground", strokeWidth: 1 }),
  ];
}

/** All labels. Where a lead cannot help running through a label inside, that one goes outside too. */
export function allLabels(
  areas: readonly AreaShape[],
  inside: ReadonlyMap<AreaShape, PlacedLabel>,
  place: MapPlace,
  area: Area,
): SideLabels | undefined {
  let kept = inside;
  for (;;) {
    const outside = areas.filter((each) => !kept.has(each));
    const beside = sideLabels(outside, kept, place, area);
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

/**
 * Where in the area the lead begins: deep in it, but so that it runs through no other label, across no other lead and as
 * little as can be through other areas.
 */
function startOf(
  each: AreaShape,
  to: readonly [number, number],
  taken: readonly Extent[],
  leads: readonly Lead[],
  { raster, all }: MapPlace,
): readonly [number, number] {
  const points = each.outline.points();
  const deepest = points[0] ?? nowhere;
  const own = all.indexOf(each);
  const least = Math.max(4, deepest.depth * 0.3);
  const inner = points.filter(({ depth }) => depth >= least);
  const stride = Math.ceil(inner.length / mostStarts);
  let best: { readonly point: InnerPoint; readonly cost: number } | undefined;
  for (const [i, point] of inner.entries()) {
    if (i % stride !== 0) continue;
    const lead: Lead = [point.x, point.y, to[0], to[1]];
    const crossed = leads.filter((other) => crosses(lead, other)).length;
    const cost = (deepest.depth - point.depth) * 0.4 + 1.5 * raster.foreign(lead, own) + 60 * crossed;
    if ((best === undefined || cost < best.cost) && !taken.some((box) => meets(...lead, box))) best = { point, cost };
  }
  const { x, y } = best?.point ?? points.find((point) => !taken.some((box) => meets(point.x, point.y, to[0], to[1], box))) ?? deepest;
  return [x, y];
}

/** Beginnings of one lead that are weighed. */
const mostStarts = 60;

function crosses(a: Lead, b: Lead): boolean {
  return turn(a, b[0], b[1]) * turn(a, b[2], b[3]) < 0 && turn(b, a[0], a[1]) * turn(b, a[2], a[3]) < 0;
}

/** Positive on one side of the stroke, negative on the other. */
function turn([x1, y1, x2, y2]: Lead, x: number, y: number): number {
  return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
}
