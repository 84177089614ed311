/** Checks that connectors are glued to what they touch. */

import type { Finding, Rule } from "../fault.ts";
import { type Box, flat, type Shape, shapesOf } from "../shapes.ts";
import { attribute, child, children } from "../xml.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** EMU between a connector's end and the site that it is glued to: one px. */
const tolerance = 9525;

/** Both ends of a line, as PowerPoint draws it in its box. */
export function endsOf({ flip, rotation }: Shape, { x, y, width, height }: Box): readonly [Point, Point] {
  const [left, right] = flip.h ? [x + width, x] : [x, x + width];
  const [above, below] = flip.v ? [y + height, y] : [y, y + height];
  const turn = turned({ x: x + width / 2, y: y + height / 2 }, rotation);
  return [turn({ x: left, y: above }), turn({ x: right, y: below })];
}

function turned(centre: Point, degrees: number): (point: Point) => Point {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return ({ x, y }) => ({
    x: centre.x + (x - centre.x) * cos - (y - centre.y) * sin,
    y: centre.y + (x - centre.x) * sin + (y - centre.y) * cos,
  });
}

/** Connection sites by preset shape, counted as PowerPoint does: counter-clockwise from the top. Parts of width and height. */
const middles: readonly (readonly [number, number])[] = [
  [0.5, 0],
  [0, 0.5],
  [0.5, 1],
  [1, 0.5],
];
const inner = (1 - Math.SQRT1_2) / 2;
const sites: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  rect: middles,
  roundRect: middles,
  diamond: middles,
  ellipse: [
    [0.5, 0],
    [inner, inner],
    [0, 0.5],
    [inner, 1 - inner],
    [0.5, 1],
    [1 - inner, 1 - inner],
    [1, 0.5],
    [1 - inner, inner],
  ],
};

/** Where a connection site of a shape is; `undefined` where there is none with that number, or where it cannot be told. */
function siteOf(shape: Shape, index: number): Point | "none" | "unknown" {
  const { box } = shape;
  const properties = child(shape.element, "p:spPr");
  const preset = attribute(child(properties, "a:prstGeom"), "prst");
  if (box === undefined) return "unknown";
  const turn = turned({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, shape.rotation);
  if (preset !== undefined) {
    const known = sites[preset];
    if (known === undefined) return "unknown";
    const site = known[index];
    return site === undefined ? "none" : turn({ x: box.x + site[0] * box.width, y: box.y + site[1] * box.height });
  }
  const listed = children(child(properties, "a:custGeom", "a:cxnLst"), "a:cxn")[index];
  if (listed === undefined) return "none";
  const position = child(listed, "a:pos");
  const [x, y] = [along(attribute(position, "x"), box.width, "l", "r"), along(attribute(position, "y"), box.height, "t", "b")];
  return x === undefined || y === undefined ? "unknown" : turn({ x: box.x + x, y: box.y + y });
}

function along(value: string | undefined, length: number, start: string, end: string): number | undefined {
  if (value === start) return 0;
  if (value === end) return length;
  if (value === "hc" || value === "vc") return length / 2;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

export const connectors: Rule = (file) =>
  file.slides.flatMap((slide) => {
    const shapes = flat(shapesOf(file.root(slide)));
    const byId = new Map(shapes.map((shape) => [shape.id, shape]));
    return shapes.flatMap((line): readonly Finding[] => {
      if (line.kind !== "cxnSp" || line.box === undefined) return [];
      const properties = child(line.element, "p:nvCxnSpPr", "p:cNvCxnSpPr");
      const ends = endsOf(line, line.box);
      return (["a:stCxn", "a:endCxn"] as const).flatMap((name, i): readonly Finding[] => {
        const glue = child(properties, name);
        const end = ends[i];
        if (glue === undefined || end === undefined) return [];
        const what = faultOf(byId.get(attribute(glue, "id") ?? ""), Number(attribute(glue, "idx")), end);
        return what === undefined ? [] : [[slide, `${line.name} (${line.id}): ${name} ${what}`]];
      });
    });
  });

function faultOf(shape: Shape | undefined, index: number, end: Point): string | undefined {
  if (shape === undefined) return "is glued to a shape that is not there";
  if (shape.kind === "grpSp") return "is glued to a group";
  const site = siteOf(shape, index);
  if (site === "unknown") return undefined;
  if (site === "none") return `is glued to site ${index} of ${shape.name}, which has none`;
  const distance = Math.hypot(site.x - end.x, site.y - end.y);
  return distance <= tolerance ? undefined : `ends ${Math.round(distance / 9525)} px beside site ${index} of ${shape.name}`;
}
