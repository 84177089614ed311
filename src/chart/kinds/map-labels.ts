/** Names and values of a map's areas: inside where they fit, else beside the map with a lead. */

import type { ColourName } from "../../../theme/tokens.ts";
import { centredBaseline, circle, type Extent, leading, line, text } from "../../scene/marks.ts";
import { breakLines, textWidth } from "../../scene/measure.ts";
import type { Mark } from "../../scene/scene.ts";
import { spread } from "../distribute.ts";
import type { MapChart } from "../model.ts";
import { textOn } from "../paint.ts";
import { meets, type Outline, pointsInside, roomFor } from "../polygon.ts";
import type { Area } from "./kind.ts";

export interface AreaShape {
  readonly region: MapChart["areas"][number];
  readonly d: string;
  readonly outline: Outline;
  readonly fill: ColourName;
}

export interface PlacedLabel {
  readonly marks: readonly Mark[];
  readonly extent: Extent;
  readonly outside: boolean;
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
      placed.set(each, labelAt(each, lines, at[0], at[1], "middle", textOn(each.fill), area));
      break;
    }
  }
  return placed;
}

/** What a label beside the map needs of it, px. */
export function labelRoom(each: AreaShape, area: Area): number {
  return widthOf(each, [each.region.label, each.region.figure.text], area) + area.label * 1.8;
}

/**
 * Labels beside the map, on the side that their area is nearer to, from top to bottom as their areas. `undefined` where
 * the reserved corner leaves too little room for them.
 */
export function sideLabels(
  areas: readonly AreaShape[],
  inside: ReadonlyMap<AreaShape, PlacedLabel>,
  extent: Extent,
  box: Extent,
  area: Area,
  reserved?: Extent,
): { readonly labels: ReadonlyMap<AreaShape, PlacedLabel>; readonly strain: number } | undefined {
  const placed = new Map<AreaShape, PlacedLabel>();
  let strain = 0;
  const taken = [...inside.values()].map((label) => label.extent);
  const middle = (extent.left + extent.right) / 2;
  const anchored = areas.map((each) => ({ each, point: pointsInside(each.outline)[0] ?? [middle, extent.top] }));
  for (const side of [-1, 1] as const) {
    const own = anchored
      .filter(({ point }) => (side < 0 ? point[0] < middle : point[0] >= middle))
      .toSorted((a, b) => a.point[1] - b.point[1]);
    const height = 2 * leading(area.small) + 8;
    const [from, to] = rangeBeside(side, box, reserved);
    if (reserved !== undefined && own.length * height > to - from) return undefined;
    const middles = spread(
      own.map(({ point }) => ({ want: point[1], size: height })),
      from,
      to,
    );
    for (const [i, { each, point }] of own.entries()) {
      const lines = [each.region.label, each.region.figure.text];
      const width = widthOf(each, lines, area);
      const y = middles[i] ?? point[1];
      strain += Math.abs(y - point[1]);
      const x =
        side < 0 ? Math.max(box.left + 6 + width, extent.left - area.label) : Math.min(box.right - 6 - width, extent.right + area.label);
      const label = labelAt(each, lines, x, y, side < 0 ? "end" : "start", "ink", area);
      const end: readonly [number, number] = [x - side * 6, y];
      const start = startOf(each, end, taken);
      const lead = [
        line("casing", start[0], start[1], end[0], end[1], { stroke: "ground", strokeWidth: 3 }),
        line("lead", start[0], start[1], end[0], end[1], { stroke: "ink", strokeWidth: 1 }),
        circle("dot", start[0], start[1], 3, { fill: "ink", stroke: "ground", strokeWidth: 1 }),
      ];
      placed.set(each, { ...label, marks: [...lead, ...label.marks], outside: true });
    }
  }
  return { labels: placed, strain };
}

/** What of the map's height one side's labels may use. */
function rangeBeside(side: -1 | 1, box: Extent, reserved: Extent | undefined): readonly [number, number] {
  const [from, to] = [box.top + 4, box.bottom - 4];
  const middle = (box.left + box.right) / 2;
  if (reserved === undefined || (side < 0 ? reserved.left > middle : reserved.right < middle)) return [from, to];
  return reserved.top <= box.top ? [reserved.bottom, to] : [from, reserved.top];
}

/** Where in the area the lead begins: as deep as can be, but so that it runs through no other label. */
function startOf(each: AreaShape, to: readonly [number, number], taken: readonly Extent[]): readonly [number, number] {
  const points = pointsInside(each.outline);
  return points.find((point) => !taken.some((box) => meets(point, to, box))) ?? points[0] ?? to;
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
  return { marks, extent: { left, right: left + width, top: y - half, bottom: y + half }, outside: false };
}
