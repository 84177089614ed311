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
  const guides = new Map(
    children(child(properties, "a:custGeom", "a:gdLst"), "a:gd").map((guide) => [attribute(guide, "name"), attribute(guide, "fmla") ?? ""]),
  );
  const at = (name: "x" | "y"): number | undefined => {
    const written = attribute(position, name);
    return lengthOf(guides.get(written) ?? `val ${written}`, box);
  };
  const [x, y] = [at("x"), at("y")];
  return x === undefined || y === undefined ? "unknown" : turn({ x: box.x + x, y: box.y + y });
}

/** EMU by a guide's formula, where it is one of the two that places are written in: "val 5", "a times b over c". */
function lengthOf(formula: string, { width, height }: Box): number | undefined {
  const names: Readonly<Record<string, number>> = { l: 0, t: 0, r: width, b: height, w: width, h: height, hc: width / 2, vc: height / 2 };
  const [operation, ...words] = formula.split(" ");
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = words.map((word) => names[word] ?? Number(word));
  const length = operation === "val" ? a : operation === "*/" ? (a * b) / c : Number.NaN;
  return Number.isFinite(length) ? length : undefined;
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
