/** The shapes of a slide, layout, master or notes slide, with where they really stand. */

import { all, attribute, child, children, type Element, is, number, textOf } from "./xml.ts";

export type ShapeKind = "sp" | "pic" | "graphicFrame" | "grpSp" | "cxnSp";

/** EMU. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Shape {
  readonly kind: ShapeKind;
  readonly element: Element;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly decorative: boolean;
  readonly placeholder?: Placeholder;
  /** On the slide, groups around it reckoned in, before it is turned; `undefined` where it takes its layout's. */
  readonly box?: Box;
  /** Clockwise, degrees. */
  readonly rotation: number;
  /** Mirrored: left to right, top to bottom. */
  readonly flip: { readonly h: boolean; readonly v: boolean };
  readonly shapes: readonly Shape[];
}

export interface Placeholder {
  readonly type: string;
  readonly idx: string;
}

const kinds: readonly ShapeKind[] = ["sp", "pic", "graphicFrame", "grpSp", "cxnSp"];

type Transform = (box: Box) => Box;

/** The shapes of a part's tree, those of groups below them. */
export function shapesOf(root: Element | undefined): readonly Shape[] {
  return shapesIn(child(root, "p:cSld", "p:spTree"), (box) => box);
}

/** Shapes and all that stand in groups, in the order of the file. */
export function flat(shapes: readonly Shape[]): readonly Shape[] {
  return shapes.flatMap((shape) => [shape, ...flat(shape.shapes)]);
}

function shapesIn(tree: Element | undefined, outer: Transform): readonly Shape[] {
  return children(tree).flatMap((element) => {
    const kind = kinds.find((name) => is(element, `p:${name}`));
    return kind === undefined ? [] : [shapeOf(kind, element, outer)];
  });
}

function shapeOf(kind: ShapeKind, element: Element, outer: Transform): Shape {
  const properties = children(element)[0];
  const named = child(properties, "p:cNvPr");
  const place = child(properties, "p:nvPr", "p:ph");
  const transform = transformOf(kind, element);
  const own = boxOf(transform);
  return {
    kind,
    element,
    id: attribute(named, "id") ?? "",
    name: attribute(named, "name") ?? "",
    description: attribute(named, "descr") ?? "",
    decorative: all(named, "adec:decorative").some((node) => isTrue(attribute(node, "val"))),
    ...(place && { placeholder: { type: attribute(place, "type") ?? "obj", idx: attribute(place, "idx") ?? "0" } }),
    ...(own && { box: outer(own) }),
    rotation: Number(attribute(transform, "rot") ?? 0) / 60_000,
    flip: { h: isTrue(attribute(transform, "flipH")), v: isTrue(attribute(transform, "flipV")) },
    shapes: kind === "grpSp" ? shapesIn(element, (box) => outer(inGroup(transform, box))) : [],
  };
}

function transformOf(kind: ShapeKind, element: Element): Element | undefined {
  if (kind === "graphicFrame") return child(element, "p:xfrm");
  return child(element, kind === "grpSp" ? "p:grpSpPr" : "p:spPr", "a:xfrm");
}

function boxOf(transform: Element | undefined): Box | undefined {
  const [offset, extent] = [child(transform, "a:off"), child(transform, "a:ext")];
  if (offset === undefined || extent === undefined) return undefined;
  return { x: number(offset, "x"), y: number(offset, "y"), width: number(extent, "cx"), height: number(extent, "cy") };
}

/** A group's children have a ruler of their own. */
function inGroup(transform: Element | undefined, box: Box): Box {
  const outer = boxOf(transform);
  const [offset, extent] = [child(transform, "a:chOff"), child(transform, "a:chExt")];
  if (outer === undefined || offset === undefined || extent === undefined) return box;
  const [width, height] = [number(extent, "cx"), number(extent, "cy")];
  const [kx, ky] = [width === 0 ? 1 : outer.width / width, height === 0 ? 1 : outer.height / height];
  return {
    x: outer.x + (box.x - number(offset, "x")) * kx,
    y: outer.y + (box.y - number(offset, "y")) * ky,
    width: box.width * kx,
    height: box.height * ky,
  };
}

/** The upright box around a shape as it is turned. */
export function bounds({ rotation }: Shape, box: Box): Box {
  const angle = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const width = box.width * cos + box.height * sin;
  const height = box.width * sin + box.height * cos;
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}

/** The placeholder of a layout or master that a placeholder takes its place and look from. */
export function matching(placeholder: Placeholder, candidates: readonly Shape[]): Shape | undefined {
  const of = (shape: Shape): Placeholder | undefined => shape.placeholder;
  if (typed.has(placeholder.type)) return candidates.find((shape) => family(of(shape)?.type) === family(placeholder.type));
  return candidates.find((shape) => of(shape)?.idx === placeholder.idx && of(shape)?.type === placeholder.type);
}

/** The placeholder of a master that one of its layouts takes its look from: all content from the body. */
export function matchingMaster({ type }: Placeholder, candidates: readonly Shape[]): Shape | undefined {
  const wanted = typed.has(type) ? family(type) : "body";
  return candidates.find(({ placeholder }) => family(placeholder?.type) === wanted);
}

/** Of these a layout has one each, found by its type. */
const typed: ReadonlySet<string> = new Set(["title", "ctrTitle", "dt", "ftr", "sldNum"]);

function family(type: string | undefined): string | undefined {
  return type === "ctrTitle" ? "title" : type;
}

/** The text of a shape's own text body, paragraphs as lines. */
export function shapeText(shape: Shape): string {
  return all(child(shape.element, "p:txBody"), "a:p").map(textOf).join("\n");
}

export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
