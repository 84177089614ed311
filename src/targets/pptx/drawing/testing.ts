/** A drawing's shapes, read out of their XML: what tests ask of them. */

import { emuPerPx } from "../units.ts";
import { child, childrenOf, descendants, type XmlElement } from "../xml/tree.ts";

/** Every shape, connector and group, the drawing itself first. */
export function shapesOf(root: XmlElement): readonly XmlElement[] {
  const inside = childrenOf(root).filter((each) => ["p:sp", "p:cxnSp", "p:grpSp"].includes(each.name));
  return [root, ...inside.flatMap(shapesOf)];
}

export function properties(shape: XmlElement): XmlElement | undefined {
  return descendants(shape, "p:cNvPr")[0];
}

export function nameOf(shape: XmlElement): string {
  return properties(shape)?.attributes["name"] ?? "";
}

export function isDecorative(shape: XmlElement): boolean {
  return child(child(child(properties(shape), "a:extLst"), "a:ext"), "adec:decorative")?.attributes["val"] === "1";
}

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly cx: number;
  readonly cy: number;
}

export function number(from: XmlElement | undefined, name: string): number {
  return Number(from?.attributes[name]);
}

export function frameOf(shape: XmlElement): Frame {
  const transform = child(child(shape, "p:spPr") ?? child(shape, "p:grpSpPr"), "a:xfrm");
  const [off, ext] = [child(transform, "a:off"), child(transform, "a:ext")];
  return { x: number(off, "x"), y: number(off, "y"), cx: number(ext, "cx"), cy: number(ext, "cy") };
}

/** Where a shape's connection site lies, EMU, by PowerPoint's own definitions of the preset shapes. */
function siteOf(shape: XmlElement, index: number): readonly [number, number] | undefined {
  const { x, y, cx, cy } = frameOf(shape);
  const geometry = child(shape, "p:spPr");
  const preset = child(geometry, "a:prstGeom")?.attributes["prst"];
  const diagonal = Math.SQRT1_2 / 2;
  const sites: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
    rect: [[0.5, 0], [0, 0.5], [0.5, 1], [1, 0.5]], // biome-ignore format: a table
    roundRect: [[0.5, 0], [0, 0.5], [0.5, 1], [1, 0.5]], // biome-ignore format: a table
    ellipse: [
      [0.5, 0],
      [0.5 - diagonal, 0.5 - diagonal],
      [0, 0.5],
      [0.5 - diagonal, 0.5 + diagonal],
      [0.5, 1],
      [0.5 + diagonal, 0.5 + diagonal],
      [1, 0.5],
      [0.5 + diagonal, 0.5 - diagonal],
    ],
  };
  if (preset !== undefined) {
    const site = sites[preset]?.[index];
    return site && [x + site[0] * cx, y + site[1] * cy];
  }
  const custom = child(geometry, "a:custGeom");
  const site = childrenOf(child(custom, "a:cxnLst") ?? shape, "a:cxn")[index];
  const position = child(site, "a:pos");
  const guides = new Map(descendants(custom ?? shape, "a:gd").map((guide) => [guide.attributes["name"], guide.attributes["fmla"] ?? ""]));
  const along = (name: "x" | "y", length: number): number => {
    const [operator, a, side, b] = (guides.get(position?.attributes[name]) ?? "").split(" ");
    return operator === "*/" && side === (name === "x" ? "w" : "h") ? (Number(a) * length) / Number(b) : Number.NaN;
  };
  return site && [x + along("x", cx), y + along("y", cy)];
}

function endsOf(connector: XmlElement): Readonly<Record<"a:stCxn" | "a:endCxn", readonly [number, number]>> {
  const { x, y, cx, cy } = frameOf(connector);
  const transform = child(child(connector, "p:spPr"), "a:xfrm");
  const [flipH, flipV] = [transform?.attributes["flipH"] === "1", transform?.attributes["flipV"] === "1"];
  const [left, right] = flipH ? [x + cx, x] : [x, x + cx];
  const [top, bottom] = flipV ? [y + cy, y] : [y, y + cy];
  return { "a:stCxn": [left, top], "a:endCxn": [right, bottom] };
}

/** One sentence for each connector that is glued to nothing, or ends beside its site. */
export function looseEnds(root: XmlElement): readonly string[] {
  const byId = new Map(shapesOf(root).map((shape) => [properties(shape)?.attributes["id"], shape]));
  return descendants(root, "p:cxnSp").flatMap((connector) =>
    (["a:stCxn", "a:endCxn"] as const).flatMap((end) => {
      const glue = descendants(connector, end)[0];
      if (glue === undefined) return [];
      const shape = byId.get(glue.attributes["id"]);
      const site = shape?.name === "p:sp" ? siteOf(shape, Number(glue.attributes["idx"])) : undefined;
      if (site === undefined) return [`${nameOf(connector)}: no site ${glue.attributes["idx"]}`];
      const [x, y] = endsOf(connector)[end];
      const distance = Math.hypot(site[0] - x, site[1] - y);
      return distance <= emuPerPx ? [] : [`${nameOf(connector)}: ${distance} EMU from ${nameOf(shape ?? connector)}`];
    }),
  );
}
