/** Names and values of a map's areas, inside where they fit; `map-sides.ts` sets the others beside the map. */

import type { ColourName } from "../../../theme/tokens.ts";
import { centredBaseline, type Extent, leading, text } from "../../scene/marks.ts";
import { breakLines, textWidth } from "../../scene/measure.ts";
import type { Mark } from "../../scene/scene.ts";
import type { MapChart } from "../model.ts";
import { textOn } from "../paint.ts";
import { type Outline, roomFor } from "../polygon.ts";
import type { Area } from "./kind.ts";

export interface AreaShape {
  readonly region: MapChart["areas"][number];
  readonly outline: Outline;
  readonly fill: ColourName;
}

/** A straight stroke from an area to its label beside the map. */
export type Lead = readonly [x1: number, y1: number, x2: number, y2: number];

export interface PlacedLabel {
  readonly marks: readonly Mark[];
  readonly extent: Extent;
  /** Only of a label beside the map. */
  readonly lead?: Lead;
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

/** The label's lines about its middle, with a little air: only they, not the box around all, must fit the area. */
function boxesOf(each: AreaShape, lines: readonly string[], area: Area): readonly Extent[] {
  return lines.map((one, i) => {
    const half = widthOf(each, [one], area) / 2 + 2;
    const middle = (i - (lines.length - 1) / 2) * leading(area.small);
    return { left: -half, right: half, top: middle - area.small * 0.45, bottom: middle + area.small * 0.45 };
  });
}

export function widthOf(each: AreaShape, lines: readonly string[], area: Area): number {
  return Math.max(
    ...lines.map((one) => textWidth(one, area.small, one === each.region.figure.text || each.region.highlight ? "bold" : "regular")),
  );
}

export function labelAt(
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
