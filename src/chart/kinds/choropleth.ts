/**
 * A map of classes: each area named in itself, or beside the map on a lead where it is too small; neighbours hinted in
 * the ground's tone; classes of round numbers beside it.
 */

import { geoMercator, geoPath, type GeoProjection } from "d3-geo";
import type { ColourName } from "../../../theme/tokens.ts";
import { type Extent, group, overlap, path, rect, text, textExtent } from "../../scene/marks.ts";
import { textWidth } from "../../scene/measure.ts";
import type { Mark, TextMark } from "../../scene/scene.ts";
import type { MapChart, Shape } from "../model.ts";
import { shownValue, valueOf } from "../numbers.ts";
import { meets, moved, type Outline, outlineOf, pathOf, roomFor, touches } from "../polygon.ts";
import { reading } from "../reading.ts";
import type { Area, Drawing } from "./kind.ts";
import { mapKey } from "./map-key.ts";
import { type AreaShape, insideLabels, type Lead, type PlacedLabel } from "./map-labels.ts";
import { type Raster, rasterOf } from "./map-raster.ts";
import { allLabels, labelRoom, type MapPlace, noLabels, type SideLabels, type SideStyle } from "./map-sides.ts";

const leastMap = 200;

export function drawMap(chart: MapChart, area: Area): Drawing {
  const corner = inCorner(chart, area);
  if (corner !== undefined) return corner;
  const [stacked, inline] = [besideOrBelow(chart, "stacked", area), besideOrBelow(chart, "inline", area)];
  const other = stacked.height <= Math.max(area.height, inline.height) ? stacked : inline;
  // Where that is too high, a lower map with the key in a corner may still do.
  for (let height = Math.max(area.height, area.top + leastMap) + step; height < other.height; height += step) {
    const lower = inCorner(chart, { ...area, height });
    if (lower !== undefined) return lower;
  }
  return other;
}

/** Heights are tried in steps, px. */
const step = 24;

/** The key in a corner of the map, where neither areas nor labels are: leaves a box of moderate width to the map alone. */
function inCorner(chart: MapChart, area: Area): Drawing | undefined {
  const [width, height] = [area.width, area.height - area.top];
  const key = mapKey(chart, true, area);
  const pad = area.label * 0.7;
  const box: Extent = { left: 0, top: area.top, right: width, bottom: area.height };
  const [w, h] = [key.width + 2 * pad, key.height + 2 * pad];
  if (width < area.label * 26 || width > height * 2.1 || height < leastMap || h > height) return undefined;
  let best: { readonly corner: Extent; readonly labels: SideLabels; readonly settled: Settled } | undefined;
  // The map in the middle if a corner is free there, else away from the key; labels stacked if they fit so.
  for (const [aside, style] of attempts) {
    for (const side of aside === 0 ? ["both" as const] : (["left", "right"] as const)) {
      const room = { ...box, left: side === "left" ? aside * w : 0, right: width - (side === "right" ? aside * w : 0) };
      const settled = settle(chart, room, box, style, area);
      for (const reserved of cornersOf(box, w, h, side)) {
        if (settled.fit.areas.some(({ outline }) => touches(outline, reserved))) continue;
        const labels = allLabels(settled.fit.areas, settled.inside, { ...placeOf(settled.fit), box: room, style, reserved }, area);
        if (labels !== undefined && labels.strain < (best?.labels.strain ?? Infinity) - 1) best = { corner: reserved, labels, settled };
      }
    }
    if (best !== undefined) break;
  }
  if (best === undefined) return undefined;
  const { corner, labels, settled } = best;
  // On the surroundings' tone, over their borders.
  const panel = chart.surroundings.length === 0 ? [] : [rect("panel", corner.left, corner.top, w, h, { fill: "silver" })];
  const [x, y] = [corner.left + pad, corner.top + pad];
  return {
    marks: [...marksOf(chart, settled.fit, labels, corner, area), group("legend", [...panel, ...key.draw(x, y)])],
    height: area.height,
  };
}

const attempts: readonly (readonly [aside: number, style: SideStyle])[] = [
  [0, "stacked"],
  [0.5, "stacked"],
  [0, "inline"],
  [0.5, "inline"],
];

function cornersOf(box: Extent, width: number, height: number, side: "left" | "right" | "both"): readonly Extent[] {
  const top = { top: box.top, bottom: box.top + height };
  const bottom = { top: box.bottom - height, bottom: box.bottom };
  const left = { left: box.left, right: box.left + width };
  const right = { left: box.right - width, right: box.right };
  const all = side === "both" ? [left, right] : [side === "left" ? left : right];
  return all.flatMap((each) => [
    { ...each, ...top },
    { ...each, ...bottom },
  ]);
}

function besideOrBelow(chart: MapChart, style: SideStyle, area: Area): Drawing {
  const beside = area.width >= area.label * 26;
  const key = mapKey(chart, beside, area);
  const left = beside ? key.width + area.label * 1.4 : 0;
  const room = area.height - (beside ? 0 : key.height + area.label);
  let bottom = Math.max(room, area.top + Math.max(leastMap, beside ? key.height : 0));
  for (let round = 0; ; round++) {
    const box = { left, top: area.top, right: area.width, bottom };
    const settled = settle(chart, box, box, style, area);
    const labels = allLabels(settled.fit.areas, settled.inside, { ...placeOf(settled.fit), box, style }, area) ?? noLabels;
    if (labels.height <= bottom - area.top || round === 5) {
      const keyTop = beside ? area.top : bottom + area.label;
      const marks = [...marksOf(chart, settled.fit, labels, undefined, area), group("legend", key.draw(0, keyTop))];
      return { marks, height: beside ? bottom : keyTop + key.height };
    }
    bottom = area.top + labels.height;
  }
}

/** The class of the value as it is shown: the last one takes its upper bound in; a value outside all is painted as its nearest. */
function fillOf(chart: MapChart, region: MapChart["areas"][number]): ColourName {
  const value = shownValue(region.figure);
  const last = chart.classes.at(-1);
  if (value === undefined || last === undefined) return "ground";
  if (value >= last.to) return last.colour;
  return chart.classes.find((each) => value < each.to)?.colour ?? last.colour;
}

interface Projected {
  readonly areas: readonly AreaShape[];
  /** Of all areas together. */
  readonly extent: Extent;
  /** What is seen of its surroundings. */
  readonly clip: Extent;
  /** From degrees to px, cut at the edge of the map's box. */
  readonly draw: (shape: Shape) => string;
  readonly raster: Raster;
}

function placeOf({ areas, extent, raster }: Projected): Pick<MapPlace, "all" | "extent" | "raster"> {
  return { all: areas, extent, raster };
}

interface Settled {
  readonly fit: Projected;
  readonly inside: ReadonlyMap<AreaShape, PlacedLabel>;
}

/** The map as large as its box (in what is seen of its surroundings, `clip`) and the labels beside it let it be: taking their room makes it smaller, so look again. */
function settle(chart: MapChart, box: Extent, clip: Extent, style: SideStyle, area: Area): Settled {
  const pad = area.label * 0.5;
  let margin = 0;
  for (let round = 0; ; round++) {
    const fit = project(
      chart,
      { left: box.left + margin + pad, right: box.right - margin - pad, top: box.top + pad, bottom: box.bottom - pad },
      clip,
    );
    const inside = insideLabels(fit.areas, area);
    const outside = fit.areas.filter((each) => !inside.has(each));
    const wanted = outside.length === 0 ? 0 : Math.max(...outside.map((each) => labelRoom(each, style, area)));
    const free = Math.min(fit.extent.left - box.left, box.right - fit.extent.right);
    const next = Math.min(wanted, (box.right - box.left) * 0.25);
    if (free >= wanted || next <= margin || round === 2) return { fit, inside };
    margin = next;
  }
}

/** Shapes at one reference scale: projecting them and looking for room in them is done once, whatever the box. */
const referenceScale = 40_000;
const outlines = new WeakMap<Shape, Outline>();

function referenceOf(shape: Shape): Outline {
  let outline = outlines.get(shape);
  if (outline === undefined) {
    outline = outlineOf(geoPath(mercator(referenceScale, 0, 0)).digits(2)(shape) ?? "");
    outlines.set(shape, outline);
  }
  return outline;
}

/** Borders are dense enough to do without resampling. */
function mercator(scale: number, x: number, y: number): GeoProjection {
  return geoMercator().scale(scale).translate([x, y]).precision(0);
}

/** Fits the areas into a box, in its middle; the surroundings go on to the edge of `clip`. */
function project(chart: MapChart, to: Extent, clip: Extent): Projected {
  const references = chart.areas.map((each) => referenceOf(each.shape));
  const [left, top] = [Math.min(...references.map((each) => each.extent.left)), Math.min(...references.map((each) => each.extent.top))];
  const [right, bottom] = [
    Math.max(...references.map((each) => each.extent.right)),
    Math.max(...references.map((each) => each.extent.bottom)),
  ];
  const scale = Math.min(Math.max(1, to.right - to.left) / (right - left || 1), Math.max(1, to.bottom - to.top) / (bottom - top || 1));
  const x = (to.left + to.right - scale * (left + right)) / 2;
  const y = (to.top + to.bottom - scale * (top + bottom)) / 2;
  const areas = chart.areas.map((region, i): AreaShape => {
    const reference = references[i] ?? referenceOf(region.shape);
    return { region, outline: moved(reference, scale, x, y), fill: fillOf(chart, region) };
  });
  const draw = (shape: Shape): string => {
    const projection = mercator(referenceScale * scale, x, y).clipExtent([
      [clip.left, clip.top],
      [clip.right, clip.bottom],
    ]);
    return geoPath(projection).digits(1)(shape) ?? "";
  };
  const extent = { left: left * scale + x, top: top * scale + y, right: right * scale + x, bottom: bottom * scale + y };
  return { areas, extent, clip, draw, raster: lazyRaster(areas) };
}

/** Worked out when first asked for: a map whose labels all stand inside needs none. */
function lazyRaster(areas: readonly AreaShape[]): Raster {
  let raster: Raster | undefined;
  return { foreign: (lead, own) => (raster ??= rasterOf(areas.map(({ outline }) => outline))).foreign(lead, own) };
}

/** Neighbours, areas, the highlight's outline, and above all of them the labels, whose leads cross other areas. */
function marksOf(chart: MapChart, fit: Projected, { labels }: SideLabels, reserved: Extent | undefined, area: Area): readonly Mark[] {
  const areas = fit.areas.map(({ region, outline, fill }) => {
    const missing = valueOf(region.figure) === undefined;
    const shape = path(
      "area",
      pathOf(outline),
      missing ? { fill, stroke: "rest", strokeWidth: 1.5, dash: "4 3" } : { fill, stroke: "ground", strokeWidth: 1.5 },
    );
    return group(`datum:${region.key}`, [shape], reading(region.label, region.figure, chart.unit));
  });
  const rings = fit.areas.flatMap(({ region, outline }) =>
    region.highlight ? [path(`highlight:${region.key}`, pathOf(outline), { fill: "none", stroke: "gold-bright", strokeWidth: 3.5 })] : [],
  );
  const names = fit.areas.map((each) => group(`label:${each.region.key}`, labels.get(each)?.marks ?? []));
  const marks = [...areas, ...rings, ...names];
  if (chart.surroundings.length === 0) return marks;
  const texts = [...labels.values()].flatMap((label) =>
    label.lead !== undefined ? label.marks.filter((mark) => mark.type === "text") : [],
  );
  const taken = [...texts.map(textExtent), ...(reserved === undefined ? [] : [reserved])];
  const leads = [...labels.values()].flatMap(({ lead }) => (lead === undefined ? [] : [lead]));
  const drawn = chart.surroundings.map((each) => fit.draw(each.shape));
  const shapes = drawn.map((d, i) =>
    path(`shape:${i}`, d, { fill: "none", stroke: "ground", strokeWidth: 1.5, name: chart.surroundings[i]?.label ?? "" }),
  );
  // All of the box is in their tone, so that what is beyond the neighbours drawn does not fray its edge. It is seen through,
  // so that the word behind a draft is not cut.
  const { left, top, right, bottom } = fit.clip;
  const ground = rect("ground", left, top, right - left, bottom - top, { fill: "blue", opacity: silverOfBlue });
  return [group("surroundings", [ground, ...shapes, ...neighbourNames(chart, fit, drawn, { taken, leads }, area)]), ...marks];
}

/** So much of the blue on the slide's ground is its silver. */
const silverOfBlue = 0.07;

/** Names of the neighbours, where what is seen of them has room: clear of the map's own areas and of labels beside it and their leads. */
function neighbourNames(
  chart: MapChart,
  fit: Projected,
  drawn: readonly string[],
  { taken, leads }: { readonly taken: readonly Extent[]; readonly leads: readonly Lead[] },
  area: Area,
): readonly TextMark[] {
  const size = area.small;
  const blocked = (box: Extent): boolean =>
    leads.some((lead) => meets(...lead, grown(box, 4))) ||
    taken.some((other) => overlap(box, other, 8)) ||
    fit.areas.some(({ outline }) => touches(outline, box));
  return chart.surroundings.flatMap(({ label }, i) => {
    const half = textWidth(label, size) / 2 + 6;
    const at = roomFor(outlineOf(drawn[i] ?? "", 10), [{ left: -half, right: half, top: -size * 0.6, bottom: size * 0.6 }], blocked);
    return at === undefined ? [] : [text(`name:${i}`, at.x, at.y + size * 0.33, label, { size, anchor: "middle", fill: "muted" })];
  });
}

function grown({ left, top, right, bottom }: Extent, by: number): Extent {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}
