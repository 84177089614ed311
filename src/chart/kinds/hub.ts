/** One thing in the middle of many: even angles about a disc, every name horizontal. A narrow box turns it into a fan. */

import { breakLines, textWidth } from "../../scene/measure.ts";
import { centredBaseline, circle, type Extent, group, leading, line, overlap, rect, textLines } from "../../scene/marks.ts";
import type { GroupMark, Mark } from "../../scene/scene.ts";
import type { HubChart } from "../model.ts";
import type { Area, Drawing } from "./kind.ts";

type Spoke = HubChart["spokes"][number];

interface Node {
  readonly spoke: Spoke;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function drawHub(chart: HubChart, area: Area): Drawing {
  return wheel(chart, area, true) ?? wheel(chart, area, false) ?? wings(chart, area) ?? fan(chart, area) ?? list(chart, area);
}

interface Pill {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly (readonly string[])[];
}

/** All pills are of one size where that fits, so that none seems more than another. */
function pillSize(chart: HubChart, most: number, size: number): Pill {
  const padding = size * 1.1;
  const natural = Math.max(...chart.spokes.map((spoke) => textWidth(spoke.label, size, "bold"))) + 2 * padding;
  const width = Math.min(Math.ceil(natural), most);
  const lines = chart.spokes.map((spoke) => breakLines(spoke.label, width - 2 * padding, size, "bold"));
  const rows = Math.max(...lines.map((each) => each.length));
  return { width, lines, height: Math.round(rows * leading(size) + size * 0.75) };
}

/** The same as all others, or as wide as its own name. */
function widthOf(pill: Pill, i: number, size: number, alike: boolean): number {
  return alike ? pill.width : Math.max(...(pill.lines[i] ?? []).map((each) => textWidth(each, size, "bold"))) + 2.2 * size;
}

/** `undefined` where pills would touch each other, the middle or the edge. */
function wheel(chart: HubChart, area: Area, alike: boolean): Drawing | undefined {
  const size = Math.round(area.label * 1.1);
  const count = chart.spokes.length;
  if (count < 3) return undefined;
  const pill = pillSize(chart, size * 12, size);
  const height = area.height - area.top;
  const ry = (height - pill.height) / 2;
  const rx = Math.min((area.width - pill.width) / 2, ry * 2.3);
  const disc = discOf(chart.centre, Math.min(ry - pill.height / 2 - 26, rx - pill.width / 2 - 26, area.label * 4.6), area);
  if (disc === undefined || rx <= 0 || ry <= 0) return undefined;
  const [cx, cy] = [area.width / 2, area.top + height / 2];
  const nodes = chart.spokes.map((spoke, i): Node => {
    const angle = (i / count) * 2 * Math.PI;
    return {
      spoke,
      lines: pill.lines[i] ?? [],
      x: cx + rx * Math.sin(angle),
      y: cy - ry * Math.cos(angle),
      width: widthOf(pill, i, size, alike),
      height: pill.height,
    };
  });
  const boxes = nodes.map((node) => boxOf(node));
  if (boxes.some((box, i) => farFrom(box, cx, cy) < disc.radius + 16 || boxes.some((other, j) => j > i && overlap(box, other, 10))))
    return undefined;
  const spokes = nodes.map((node) => {
    const [toX, toY] = nearEdge(node, cx, cy);
    const [fromX, fromY] = towards(cx, cy, toX, toY, disc.radius);
    return line(`spoke:${node.spoke.label}`, fromX, fromY, toX, toY, spokePaint(node.spoke, nodeKey(node.spoke)));
  });
  const marks = [group("spokes", spokes), ...nodes.map((node) => pillMark(node, size)), disc.draw(cx, cy)];
  return { marks, height: area.height };
}

/** The names in two columns, clockwise from the upper right, the middle between them. */
function wings(chart: HubChart, area: Area): Drawing | undefined {
  const size = area.label;
  const pill = pillSize(chart, area.width * 0.34, size);
  const disc = discOf(chart.centre, Math.min(area.width * 0.13, area.label * 4.6), area);
  const half = Math.ceil(chart.spokes.length / 2);
  const room = area.height - area.top;
  if (disc === undefined || chart.spokes.length < 4 || area.width - 2 * pill.width - 2 * disc.radius < 72) return undefined;
  const pitch = Math.min(room / half, pill.height * 2);
  if (pitch < pill.height + 8) return undefined;
  const reach = Math.min((area.width - pill.width) / 2, disc.radius + 110 + pill.width / 2);
  const [cx, cy] = [area.width / 2, area.top + room / 2];
  const nodes = chart.spokes.map((spoke, i): Node => {
    const right = i < half;
    const [place, count] = right ? [i, half] : [chart.spokes.length - 1 - i, chart.spokes.length - half];
    const y = cy + (place - (count - 1) / 2) * pitch;
    return { spoke, lines: pill.lines[i] ?? [], x: right ? cx + reach : cx - reach, y, width: pill.width, height: pill.height };
  });
  return { marks: wired(nodes, disc, cx, cy, size), height: area.height };
}

/** The middle at the left, the names under each other at the right; `undefined` where the disc leaves too little room. */
function fan(chart: HubChart, area: Area): Drawing | undefined {
  const size = area.label;
  const disc = discOf(chart.centre, Math.min(area.width * 0.17, area.label * 5), area) ?? smallestDisc(chart.centre, area);
  const gap = Math.max(28, area.width * 0.09);
  const left = 2 * disc.radius + gap;
  const pill = pillSize(chart, area.width - left, size);
  if (disc.radius * 2 > area.width * 0.45 || pill.lines.some((each) => each.some((one) => one.endsWith("-")))) return undefined;
  const room = area.height - area.top;
  const pitch = Math.max(pill.height + size * 0.25, Math.min(room / Math.max(1, chart.spokes.length), pill.height * 1.6));
  const height = Math.max(pitch * chart.spokes.length, 2 * disc.radius);
  const [cx, cy] = [disc.radius, area.top + Math.max(room, height) / 2];
  const nodes = chart.spokes.map((spoke, i): Node => {
    const y = cy + (i - (chart.spokes.length - 1) / 2) * pitch;
    return { spoke, lines: pill.lines[i] ?? [], x: left + pill.width / 2, y, width: pill.width, height: pill.height };
  });
  return { marks: wired(nodes, disc, cx, cy, size), height: Math.max(area.height, area.top + height) };
}

/** For names of any length: the middle as a band on top, the names on one stem below it. */
function list(chart: HubChart, area: Area): Drawing {
  const size = area.label;
  const centre = centreBand(chart.centre, area);
  const [stem, left] = [size * 0.8, size * 2];
  const pill = pillSize(chart, area.width - left, size);
  const first = area.top + centre.height + size * 0.8;
  const pitch = Math.max(pill.height + size * 0.5, Math.min((area.height - first) / Math.max(1, chart.spokes.length), pill.height * 1.6));
  const nodes = chart.spokes.map((spoke, i): Node => {
    const y = first + pitch * i + pill.height / 2;
    return { spoke, lines: pill.lines[i] ?? [], x: left + pill.width / 2, y, width: pill.width, height: pill.height };
  });
  const spokes = nodes.map((node) =>
    line(`spoke:${node.spoke.label}`, stem, node.y, left, node.y, spokePaint(node.spoke, nodeKey(node.spoke))),
  );
  const trunk = line("trunk", stem, area.top + centre.height, stem, nodes.at(-1)?.y ?? first, { stroke: "calm", strokeWidth: 1.5 });
  const height = (nodes.at(-1)?.y ?? first) + pill.height / 2;
  return { marks: [group("spokes", [trunk, ...spokes]), ...nodes.map((node) => pillMark(node, size)), centre.mark], height };
}

/** The middle as a band across the box. */
export function centreBand(label: string, area: Area): { readonly mark: GroupMark; readonly height: number } {
  const size = area.label * 1.1;
  const lines = breakLines(label, area.width - area.label * 2, size, "bold");
  const height = lines.length * leading(size) + area.label;
  const band = rect("disc", 0, area.top, area.width, height, { fill: "blue", radius: area.label * 0.5 });
  const words = textLines("label", area.label, centredBaseline(area.top + height / 2, lines.length, size), lines, {
    size,
    weight: "bold",
    fill: "on-blue",
    within: { shape: "disc", words: label },
  });
  return { mark: group("centre", [band, ...words], label), height };
}

/** Lines from the disc to the near end of each pill, the pills, the disc. */
function wired(nodes: readonly Node[], disc: Disc, cx: number, cy: number, size: number): readonly Mark[] {
  const spokes = nodes.map((node) => {
    const x = node.x - (Math.sign(node.x - cx) * node.width) / 2;
    // Right above or below the disc its near end is an edge, not a side: pills are seen through.
    const y = x === node.x ? node.y - (Math.sign(node.y - cy) * node.height) / 2 : node.y;
    const [fromX, fromY] = towards(cx, cy, x, y, disc.radius);
    return line(`spoke:${node.spoke.label}`, fromX, fromY, x, y, spokePaint(node.spoke, nodeKey(node.spoke)));
  });
  return [group("spokes", spokes), ...nodes.map((node) => pillMark(node, size)), disc.draw(cx, cy)];
}

export interface Disc {
  readonly radius: number;
  readonly draw: (x: number, y: number) => GroupMark;
}

/** A blue disc with its name in it, no larger than `most`; `undefined` where the name does not fit whole. */
export function discOf(label: string, most: number, area: Area): Disc | undefined {
  for (const size of [area.label * 1.35, area.label * 1.15, area.label, area.small]) {
    for (let radius = Math.min(most, area.label * 3.4); radius <= most + 0.01; radius += 6) {
      const lines = breakLines(label, radius * 1.62, size, "bold");
      const half = (lines.length * leading(size)) / 2;
      const divided = lines.some((each) => each.endsWith("-"));
      const fits = lines.every((each, i) => {
        const y = Math.abs((i - (lines.length - 1) / 2) * leading(size)) + size * 0.5;
        return (textWidth(each, size, "bold") / 2) ** 2 + y ** 2 <= (radius - 5) ** 2;
      });
      if (fits && half <= radius - 4 && !divided) return { radius, draw: (x, y) => discMark(label, lines, x, y, radius, size) };
    }
  }
  return undefined;
}

/** As large as the name needs at the smallest size: for boxes that are too small for it. */
export function smallestDisc(label: string, area: Area): Disc {
  for (let most = area.label * 3; most < area.label * 60; most += 6) {
    const disc = discOf(label, most, area);
    if (disc !== undefined) return disc;
  }
  return { radius: area.label * 3, draw: (x, y) => discMark(label, [label], x, y, area.label * 3, area.small) };
}

function discMark(label: string, lines: readonly string[], x: number, y: number, radius: number, size: number): GroupMark {
  const words = textLines("label", x, centredBaseline(y, lines.length, size), lines, {
    size,
    weight: "bold",
    anchor: "middle",
    fill: "on-blue",
    within: { shape: "disc", words: label },
  });
  return group("centre", [circle("disc", x, y, radius, { fill: "blue" }), ...words], label);
}

function nodeKey(spoke: Spoke): string {
  return `node:${spoke.label}`;
}

function spokePaint(spoke: Spoke, to: string) {
  return { stroke: spoke.highlight ? "blue" : "calm", strokeWidth: spoke.highlight ? 3 : 1.5, from: "centre", to } as const;
}

function pillMark(node: Node, size: number): Mark {
  const { x, y, width, height, lines, spoke } = node;
  const body = rect("pill", x - width / 2, y - height / 2, width, height, {
    radius: Math.min(height / 2, size * 1.3),
    fill: spoke.highlight ? "blue" : "none",
    stroke: spoke.highlight ? "blue" : "calm",
    strokeWidth: 1.5,
  });
  const look = {
    size,
    weight: spoke.highlight ? "bold" : "regular",
    anchor: "middle",
    fill: spoke.highlight ? "on-blue" : "ink",
    within: { shape: "pill", words: spoke.label },
  } as const;
  return group(nodeKey(spoke), [body, ...textLines("label", x, centredBaseline(y, lines.length, size), lines, look)], spoke.label);
}

function boxOf(node: Node): Extent {
  return { left: node.x - node.width / 2, right: node.x + node.width / 2, top: node.y - node.height / 2, bottom: node.y + node.height / 2 };
}

function farFrom(box: Extent, x: number, y: number): number {
  return Math.hypot(Math.max(0, box.left - x, x - box.right), Math.max(0, box.top - y, y - box.bottom));
}

/** The point at `distance` from one point towards another. */
export function towards(x: number, y: number, toX: number, toY: number, distance: number): readonly [number, number] {
  const length = Math.hypot(toX - x, toY - y) || 1;
  return [x + ((toX - x) * distance) / length, y + ((toY - y) * distance) / length];
}

/** The middle of that edge of the node that looks to a point outside of it. */
function nearEdge(node: Node, fromX: number, fromY: number): readonly [number, number] {
  const [dx, dy] = [fromX - node.x, fromY - node.y];
  const level = Math.abs(dx) - node.width / 2 > Math.abs(dy) - node.height / 2;
  return level ? [node.x + (Math.sign(dx) * node.width) / 2, node.y] : [node.x, node.y + (Math.sign(dy) * node.height) / 2];
}
