/**
 * A map of classes: each area named in itself, or beside the map on a lead where it is too small; neighbours hinted in
 * the ground's tone; classes of round numbers beside it.
 */

import { geoMercator, geoPath } from "d3-geo";
import type { ColourName } from "../../../theme/tokens.ts";
import { type Extent, group, overlap, path, rect, text, textExtent } from "../../scene/marks.ts";
import { textWidth } from "../../scene/measure.ts";
import type { Mark, TextMark } from "../../scene/scene.ts";
import type { MapChart } from "../model.ts";
import { valueOf } from "../numbers.ts";
import { outlineOf, roomFor, touches } from "../polygon.ts";
import { reading } from "../reading.ts";
import type { Area, Drawing } from "./kind.ts";
import { mapKey } from "./map-key.ts";
import { type AreaShape, insideLabels, labelRoom, noLabels, type PlacedLabel, type SideLabels, sideLabels } from "./map-labels.ts";

const leastMap = 200;

export function drawMap(chart: MapChart, area: Area): Drawing {
  return inCorner(chart, area) ?? besideOrBelow(chart, area);
}

/** The key in a corner of the map, where neither areas nor labels are: leaves a box of moderate width to the map alone. */
function inCorner(chart: MapChart, area: Area): Drawing | undefined {
  const [width, height] = [area.width, area.height - area.top];
  if (width < area.label * 26 || width > height * 2.1 || height < leastMap) return undefined;
  const key = mapKey(chart, true, area);
  const pad = area.label * 0.7;
  const box: Extent = { left: 0, top: area.top, right: width, bottom: area.height };
  const [w, h] = [key.width + 2 * pad, key.height + 2 * pad];
  const corners: readonly Extent[] = [
    { left: 0, right: w, top: box.top, bottom: box.top + h },
    { left: width - w, right: width, top: box.bottom - h, bottom: box.bottom },
    { left: 0, right: w, top: box.bottom - h, bottom: box.bottom },
    { left: width - w, right: width, top: box.top, bottom: box.top + h },
  ];
  const settled = settle(chart, box, area);
  let best: { readonly corner: Extent; readonly labels: SideLabels } | undefined;
  for (const corner of corners) {
    if (settled.fit.areas.some(({ outline }) => touches(outline, corner))) continue;
    const labels = sideLabels(settled.outside, settled.inside, settled.fit.extent, box, area, corner);
    if (labels !== undefined && labels.strain < (best?.labels.strain ?? Infinity) - 1) best = { corner, labels };
  }
  if (best === undefined) return undefined;
  const { corner, labels } = best;
  const panel = rect("panel", corner.left, corner.top, w, h, { fill: "ground" });
  const [x, y] = [corner.left + (corner.left === 0 ? 0 : pad), corner.top + (corner.top === box.top ? 0 : pad)];
  return { marks: [...marksOf(chart, settled, labels, corner, area), group("legend", [panel, ...key.draw(x, y)])], height: area.height };
}

function besideOrBelow(chart: MapChart, area: Area): Drawing {
  const beside = area.width >= area.label * 26;
  const key = mapKey(chart, beside, area);
  const left = beside ? key.width + area.label * 1.4 : 0;
  const room = area.height - (beside ? 0 : key.height + area.label);
  let bottom = Math.max(room, area.top + Math.max(leastMap, beside ? key.height : 0));
  for (let round = 0; ; round++) {
    const box = { left, top: area.top, right: area.width, bottom };
    const settled = settle(chart, box, area);
    const labels = sideLabels(settled.outside, settled.inside, settled.fit.extent, box, area) ?? noLabels;
    if (labels.height <= bottom - area.top || round === 5) {
      const keyTop = beside ? area.top : bottom + area.label;
      const marks = [...marksOf(chart, settled, labels, undefined, area), group("legend", key.draw(0, keyTop))];
      return { marks, height: beside ? bottom : keyTop + key.height };
    }
    bottom = area.top + labels.height;
  }
}

/** The class of a value: the last one takes its upper bound in; a value outside all is painted as its nearest. */
function fillOf(chart: MapChart, region: MapChart["areas"][number]): ColourName {
  const value = valueOf(region.figure);
  const last = chart.classes.at(-1);
  if (value === undefined || last === undefined) return "ground";
  if (value >= last.to) return last.colour;
  return chart.classes.find((each) => value < each.to)?.colour ?? last.colour;
}

interface Projected {
  readonly areas: readonly AreaShape[];
  readonly surroundings: readonly string[];
  /** Of all areas together. */
  readonly extent: Extent;
}

interface Settled {
  readonly fit: Projected;
  readonly inside: ReadonlyMap<AreaShape, PlacedLabel>;
  /** Areas too small for their labels. */
  readonly outside: readonly AreaShape[];
}

/** The map as large as the box and the labels beside it let it be: taking their room makes it smaller, so look again. */
function settle(chart: MapChart, box: Extent, area: Area): Settled {
  const pad = area.label * 0.5;
  let margin = 0;
  for (let round = 0; ; round++) {
    const fit = project(
      chart,
      { left: box.left + margin + pad, right: box.right - margin - pad, top: box.top + pad, bottom: box.bottom - pad },
      box,
    );
    const inside = insideLabels(fit.areas, area);
    const outside = fit.areas.filter((each) => !inside.has(each));
    const wanted = outside.length === 0 ? 0 : Math.max(...outside.map((each) => labelRoom(each, area)));
    const free = Math.min(fit.extent.left - box.left, box.right - fit.extent.right);
    const next = Math.min(wanted, (box.right - box.left) * 0.25);
    if (free >= wanted || next <= margin || round === 2) return { fit, inside, outside };
    margin = next;
  }
}

function project(chart: MapChart, to: Extent, clip: Extent): Projected {
  const shapes = chart.areas.map((each) => each.shape);
  const all = { type: "GeometryCollection" as const, geometries: shapes };
  const projection = geoMercator().fitExtent(
    [
      [to.left, to.top],
      [Math.max(to.left + 1, to.right), Math.max(to.top + 1, to.bottom)],
    ],
    all,
  );
  const draw = geoPath(projection).digits(1);
  const [[left, top], [right, bottom]] = draw.bounds(all);
  const areas = chart.areas.map((region): AreaShape => {
    const d = draw(region.shape) ?? "";
    return { region, d, outline: outlineOf(d), fill: fillOf(chart, region) };
  });
  projection.clipExtent([
    [clip.left, clip.top],
    [clip.right, clip.bottom],
  ]);
  return { areas, surroundings: chart.surroundings.map((each) => draw(each.shape) ?? ""), extent: { left, top, right, bottom } };
}

/** Neighbours, areas, the highlight's outline, and above all of them the labels, whose leads cross other areas. */
function marksOf(chart: MapChart, settled: Settled, beside: SideLabels, reserved: Extent | undefined, area: Area): readonly Mark[] {
  const { fit } = settled;
  const labels = new Map([...settled.inside, ...beside.labels]);
  const areas = fit.areas.map(({ region, d, fill }) => {
    const missing = valueOf(region.figure) === undefined;
    const shape = path(
      "area",
      d,
      missing ? { fill, stroke: "rest", strokeWidth: 1.5, dash: "4 3" } : { fill, stroke: "ground", strokeWidth: 1.5 },
    );
    return group(`datum:${region.key}`, [shape], reading(region.label, region.figure, chart.unit));
  });
  const rings = fit.areas.flatMap(({ region, d }) =>
    region.highlight ? [path(`highlight:${region.key}`, d, { fill: "none", stroke: "gold-bright", strokeWidth: 3.5 })] : [],
  );
  const names = fit.areas.map((each) => group(`label:${each.region.key}`, labels.get(each)?.marks ?? []));
  const marks = [...areas, ...rings, ...names];
  if (chart.surroundings.length === 0) return marks;
  const texts = [...labels.values()].flatMap((label) => (label.outside ? label.marks.filter((mark) => mark.type === "text") : []));
  const taken = [...texts.map(textExtent), ...(reserved === undefined ? [] : [reserved])];
  const shapes = fit.surroundings.map((d, i) => path(`shape:${i}`, d, { fill: "silver", stroke: "ground", strokeWidth: 1.5 }));
  return [group("surroundings", [...shapes, ...neighbourNames(chart, fit, taken, area)]), ...marks];
}

/** Names of the neighbours, where what is seen of them has room: clear of the map's own areas and of labels beside it. */
function neighbourNames(chart: MapChart, fit: Projected, taken: readonly Extent[], area: Area): readonly TextMark[] {
  const size = area.small;
  const blocked = (box: Extent): boolean =>
    taken.some((other) => overlap(box, other, 4)) || fit.areas.some(({ outline }) => touches(outline, box));
  return chart.surroundings.flatMap(({ label }, i) => {
    const half = textWidth(label, size) / 2 + 6;
    const at = roomFor(outlineOf(fit.surroundings[i] ?? ""), [{ left: -half, right: half, top: -size * 0.6, bottom: size * 0.6 }], blocked);
    return at === undefined ? [] : [text(`name:${i}`, at[0], at[1] + size * 0.33, label, { size, anchor: "middle", fill: "muted" })];
  });
}
