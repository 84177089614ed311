/** What tests of the house's template share: it reads the parts, and shares nothing with what writes them. */

import { hsl, rgb } from "d3-color";
import { type CanvasName, type LayoutName, layouts, type Region } from "../../../../theme/layouts.ts";
import type { Part } from "../package/part.ts";
import { child, childrenOf, descendants, type XmlElement } from "../xml/tree.ts";
import { houseTemplate } from "./house.ts";
import type { Template } from "./template.ts";

export const canvasNames: readonly CanvasName[] = ["16:9", "4:3"];
export const layoutNames: readonly LayoutName[] = Object.values(layouts["16:9"]).map(({ name }) => name);
export const everyLayout: readonly (readonly [CanvasName, LayoutName])[] = canvasNames.flatMap((canvas) =>
  layoutNames.map((name) => [canvas, name] as const),
);

const templates = new Map<CanvasName, Template>();

/** The house's template without a brand, made once. */
export function templateOf(canvas: CanvasName): Template {
  const template = templates.get(canvas) ?? houseTemplate(canvas, {});
  templates.set(canvas, template);
  return template;
}

export function rootOf(template: Template, path: string | undefined): XmlElement {
  const content = template.parts.find((part) => part.path === path)?.content;
  if (!content || content instanceof Uint8Array) throw new Error(`no part ${path}`);
  return content;
}

export function placeOf(shape: XmlElement): Readonly<Record<string, string>> {
  return descendants(shape, "p:ph")[0]?.attributes ?? {};
}

export function shapesOf(root: XmlElement): readonly XmlElement[] {
  return descendants(root, "p:sp").filter((shape) => descendants(shape, "p:ph").length > 0);
}

/** The kinds of placeholders that inherit from the master's body. */
export function typeOf(shape: XmlElement): string {
  return placeOf(shape)["type"] ?? "body";
}

/** The layout's placeholder of a region, and the master's that it inherits from. */
export function chainOf(
  template: Template,
  name: LayoutName,
  region: string,
): { readonly own: XmlElement; readonly from: XmlElement; readonly styles: XmlElement } {
  const layout = template.layouts.get(name);
  const place = layout?.regions.get(region)?.placeholder;
  const own = shapesOf(rootOf(template, layout?.path)).filter((shape) => {
    const { type, idx } = placeOf(shape);
    return type === place?.type && idx === (place?.idx === undefined ? undefined : String(place.idx));
  });
  const master = rootOf(template, template.masters[0]);
  const from = shapesOf(master).filter((shape) => own[0] && typeOf(shape) === typeOf(own[0]));
  const [first, second] = [own[0], from[0]];
  if (own.length !== 1 || from.length !== 1 || !first || !second) throw new Error(`${name} ${region}: ${own.length}, ${from.length}`);
  const styles = child(child(master, "p:txStyles"), { title: "p:titleStyle", body: "p:bodyStyle" }[typeOf(first)] ?? "p:otherStyle");
  if (!styles) throw new Error("no styles");
  return { own: first, from: second, styles };
}

/** px of `a:xfrm`, where the shape has one. */
export function boxOf(shape: XmlElement): Region | undefined {
  const transform = descendants(shape, "a:xfrm")[0];
  const [at, size] = [child(transform, "a:off")?.attributes, child(transform, "a:ext")?.attributes];
  if (!at || !size) return undefined;
  const [x, y, width, height] = [at["x"], at["y"], size["cx"], size["cy"]].map((emu) => Number(emu) / 9525);
  return { name: "", kind: "content", x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
}

/** Attributes and children of one level, of all that say something about it, the nearest first. */
export function level(chain: ReturnType<typeof chainOf>, n: number): readonly XmlElement[] {
  const name = `a:lvl${n}pPr`;
  const lists = [chain.own, chain.from].map((shape) => descendants(shape, "a:lstStyle")[0]);
  return [...lists, chain.styles].map((list) => child(list, name)).filter((found) => found !== undefined);
}

export function said(levels: readonly XmlElement[], attribute: string): string | undefined {
  return levels.map(({ attributes }) => attributes[attribute]).find((value) => value !== undefined);
}

export function saidChild(levels: readonly XmlElement[], name: string): XmlElement | undefined {
  return levels.map((from) => child(from, name)).find((value) => value !== undefined);
}

/** What the theme makes of a colour. */
export function shown(template: Template, holder: XmlElement | undefined): string {
  const [element] = holder ? descendants(holder, "a:schemeClr") : [];
  const [theme] = descendants(rootOf(template, "ppt/theme/theme1.xml"), `a:${element?.attributes["val"]}`);
  let { h, s, l } = hsl(`#${theme && descendants(theme, "a:srgbClr")[0]?.attributes["val"]}`);
  for (const { name, attributes } of element ? childrenOf(element) : []) {
    const value = Number(attributes["val"]) / 100_000;
    if (name === "a:hueOff") h += (value * 100_000) / 60_000;
    if (name === "a:satMod") s = Math.min(1, s * value);
    if (name === "a:lumMod") l *= value;
    if (name === "a:lumOff") l += value;
  }
  return hsl(h, s, l).formatHex();
}

export function luminance(hex: string): number {
  const { r, g, b } = rgb(hex);
  const [x = 0, y = 0, z = 0] = [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export function backgroundOf(template: Template, name: LayoutName): string {
  const layout = descendants(rootOf(template, template.layouts.get(name)?.path), "p:bg")[0];
  return shown(template, layout ?? descendants(rootOf(template, template.masters[0]), "p:bg")[0]);
}

export function xmlParts(template: Template): readonly (readonly [Part, XmlElement])[] {
  return template.parts.flatMap((part) => (part.content instanceof Uint8Array ? [] : [[part, part.content] as const]));
}

/** Names of the shapes that stand still. */
export function standing(template: Template, name: LayoutName): readonly string[] {
  const root = rootOf(template, template.layouts.get(name)?.path);
  return [...descendants(root, "p:sp"), ...descendants(root, "p:pic")]
    .filter((shape) => descendants(shape, "p:ph").length === 0)
    .map((shape) => descendants(shape, "p:cNvPr")[0]?.attributes["name"] ?? "");
}
