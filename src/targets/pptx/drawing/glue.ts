/** Where lines end on the shapes that they join: on connection sites, so that PowerPoint takes them along. */

import type { Box } from "../../../../theme/layouts.ts";
import { connectionName } from "./names.ts";
import type { Drawn, DrawnLine, DrawnShape } from "./plan.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Glue {
  readonly lines: ReadonlyMap<DrawnLine, GluedLine>;
  /** Connection sites of circles that lines reach elsewhere than at the usual eight: parts of the box's width and height. */
  readonly sites: ReadonlyMap<DrawnShape, readonly Point[]>;
  /** px that text boxes are wider, so that a line that ends beside the words ends on the box. */
  readonly margins: ReadonlyMap<DrawnShape, Margins>;
}

export interface Margins {
  readonly left: number;
  readonly right: number;
}

export interface GluedLine {
  /** Where it joins two things that have names. */
  readonly name?: string;
  readonly start?: GluedEnd;
  readonly end?: GluedEnd;
}

/** px, from the scene's upper left corner. */
export interface GluedEnd extends Point {
  readonly shape: DrawnShape;
  /** Index of the connection site, as the shape's geometry counts them. */
  readonly site: number;
}

/** A line's end that is to be glued. */
interface Wish {
  readonly line: DrawnLine;
  readonly which: "start" | "end";
  readonly point: Point;
  /** The line's other end. */
  readonly other: Point;
}

export function glueLines(drawn: readonly Drawn[]): Glue {
  const wishes = new Map<DrawnShape, Wish[]>();
  const lines = new Map<DrawnLine, GluedLine>();
  for (const [line, scopes] of linesOf(drawn, [])) {
    const [from, to] = [find(line.from, scopes), find(line.to, scopes)];
    const named = from?.title !== undefined && to?.title !== undefined;
    lines.set(line, named ? { name: connectionName(from.title, to.title) } : {});
    const [first, last] = [
      { x: line.x1, y: line.y1 },
      { x: line.x2, y: line.y2 },
    ];
    for (const [target, wish] of [
      [bodyOf(from), { line, which: "start", point: first, other: last }],
      [bodyOf(to), { line, which: "end", point: last, other: first }],
    ] as const) {
      if (target !== undefined && isNear(target, wish.point)) wishes.set(target, [...(wishes.get(target) ?? []), wish]);
    }
  }

  const sites = new Map<DrawnShape, readonly Point[]>();
  const margins = new Map<DrawnShape, Margins>();
  for (const [shape, all] of wishes) {
    if (shape.form.type === "text") margins.set(shape, marginsFor(shape, all));
    const own = shape.form.type === "ellipse" ? sitesFor(shape, all) : undefined;
    if (own !== undefined) sites.set(shape, own);
    const box = boxWith(shape, margins.get(shape));
    const places = (own ?? usualSites(shape)).map(({ x, y }) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
    for (const wish of all) {
      const site = nearest(places, shape.form.type === "ellipse" ? onRim(shape, wish) : wish.point);
      const place = places[site];
      if (place !== undefined) lines.set(wish.line, { ...lines.get(wish.line), [wish.which]: { shape, site, ...place } });
    }
  }
  return { lines, sites, margins };
}

type Scopes = readonly (readonly Drawn[])[];

/** Lines that join something, each with what is beside it, beside the group around it, and so on. */
function linesOf(siblings: readonly Drawn[], outer: Scopes): readonly (readonly [DrawnLine, Scopes])[] {
  const scopes = [siblings, ...outer];
  return siblings.flatMap((each): readonly (readonly [DrawnLine, Scopes])[] => {
    if (each.kind === "group") return linesOf(each.members, scopes);
    return each.kind === "line" && (each.from ?? each.to) !== undefined ? [[each, scopes]] : [];
  });
}

function find(key: string | undefined, scopes: Scopes): Drawn | undefined {
  if (key === undefined) return undefined;
  return scopes.map((siblings) => siblings.find((each) => each.keys.includes(key))).find((found) => found !== undefined);
}

/** What of a thing a line can end on: its body, not the words beside it. */
function bodyOf(drawn: Drawn | undefined): DrawnShape | undefined {
  if (drawn?.kind === "shape") return drawn.form.type === "path" ? undefined : drawn;
  if (drawn?.kind !== "group") return undefined;
  return drawn.members.find(
    (member): member is DrawnShape => member.kind === "shape" && member.form.type !== "path" && member.form.type !== "text",
  );
}

/** A line that ends far from what it is for (a twig of a tree) stays where it is. */
function isNear({ box, form }: DrawnShape, { x, y }: Point): boolean {
  const reach = form.type === "text" ? 12 : 2;
  return x >= box.x - reach && x <= box.x + box.width + reach && y >= box.y - reach && y <= box.y + box.height + reach;
}

/** Connection sites of the preset geometries, in their order: parts of the box's width and height. */
export function usualSites({ form }: Pick<DrawnShape, "form">): readonly Point[] {
  return form.type === "ellipse" ? ellipseSites : rectSites;
}

const rectSites: readonly Point[] = [
  { x: 0.5, y: 0 },
  { x: 0, y: 0.5 },
  { x: 0.5, y: 1 },
  { x: 1, y: 0.5 },
];

/** From the top, against the clock. */
const ellipseSites: readonly Point[] = Array.from({ length: 8 }, (_, i) => ({
  x: 0.5 - Math.sin((i * Math.PI) / 4) / 2,
  y: 0.5 - Math.cos((i * Math.PI) / 4) / 2,
}));

/** Sites of a circle's own where lines end on its rim away from the usual ones; else `undefined`. */
function sitesFor(shape: DrawnShape, wishes: readonly Wish[]): readonly Point[] | undefined {
  const { x, y, width, height } = shape.box;
  const offSites = (point: Point): boolean =>
    ellipseSites.every((site) => Math.hypot(x + site.x * width - point.x, y + site.y * height - point.y) > 1);
  if (!wishes.some(({ point }) => isOnRim(shape, point) && offSites(point))) return undefined;
  const sites: Point[] = [];
  for (const wish of wishes) {
    const place = onRim(shape, wish);
    const site = { x: (place.x - x) / width, y: (place.y - y) / height };
    if (!sites.some((each) => Math.hypot(each.x - site.x, each.y - site.y) < 1e-3)) sites.push(site);
  }
  return sites;
}

function isOnRim({ box }: DrawnShape, { x, y }: Point): boolean {
  const radius = box.width / 2;
  return Math.abs(Math.hypot(x - box.x - radius, y - box.y - radius) - radius) < 1.5;
}

/** The end itself if it lies on the circle, else where the line crosses that: one that ends in a dot's middle ends at its near edge. */
function onRim(shape: DrawnShape, { point, other }: Wish): Point {
  if (isOnRim(shape, point)) return point;
  const radius = shape.box.width / 2;
  const [cx, cy] = [shape.box.x + radius, shape.box.y + radius];
  const distance = Math.hypot(other.x - cx, other.y - cy) || 1;
  return { x: cx + ((other.x - cx) * radius) / distance, y: cy + ((other.y - cy) * radius) / distance };
}

function marginsFor({ box }: DrawnShape, wishes: readonly Wish[]): Margins {
  return {
    left: Math.max(0, ...wishes.map(({ point }) => box.x - point.x)),
    right: Math.max(0, ...wishes.map(({ point }) => point.x - box.x - box.width)),
  };
}

export function boxWith({ box }: DrawnShape, margins: Margins = { left: 0, right: 0 }): Box {
  return { ...box, x: box.x - margins.left, width: box.width + margins.left + margins.right };
}

function nearest(places: readonly Point[], { x, y }: Point): number {
  const way = (place: Point): number => Math.hypot(place.x - x, place.y - y);
  return places.reduce((best, place, i) => (way(place) < way(places[best] ?? place) ? i : best), 0);
}
