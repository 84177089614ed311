/** The layouts of a corporate template: their names, and what slides inherit from their placeholders. */

import type { Box } from "../../../../theme/layouts.ts";
import { relationshipTypes } from "../package/types.ts";
import { px } from "../units.ts";
import { child, childrenOf, descendants, type XmlElement } from "../xml/tree.ts";
import { type ColourMap, colourMapOf, isLight, type Palette, paletteOf } from "./corporate-colours.ts";
import { hexOf } from "./corporate-contrast.ts";
import { toldApart } from "./corporate-places.ts";
import { type Face, naturalLine, type ThemeFonts, themeFonts, typefaceOf } from "./corporate-fonts.ts";
import type { PartSource } from "./corporate-package.ts";
import type { Insets } from "./template.ts";

export interface FoundLayout {
  /** Its path in the template. */
  readonly path: string;
  readonly name: string;
  /** Its master's, which is its theme's. */
  readonly master: string;
  /** Its theme's colours. */
  readonly palette: Palette;
  /** What its slides stand on, "RRGGBB": where it is a picture or a gradient, the colour that the theme has for it. */
  readonly background: string;
  readonly placeholders: readonly FoundPlaceholder[];
}

export interface FoundPlaceholder {
  /** As the selection pane shows it. */
  readonly name: string;
  /** As on `p:ph`; "obj" where there is none, and then it holds text, tables, charts and pictures alike. */
  readonly type: string;
  /** What a slide's shape has to say to inherit from it. */
  readonly reference: { readonly type?: string; readonly idx?: number };
  /** px; `undefined` where neither the layout nor its master says. */
  readonly box: Box | undefined;
  /** Whether it or its text does not stand straight, as all that is reckoned of text does. */
  readonly turned: boolean;
  /** What its text stands clear of its box's edges, px. */
  readonly insets: Insets;
  /** Type size of first-level text, hundredths of a point. */
  readonly size: number;
  readonly face: Face;
  /** Line height ÷ type size. */
  readonly line: number;
  /** Whether first-level text has a bullet. */
  readonly bullets: boolean;
  /** Whether its text is light, so that its ground is dark. */
  readonly light: boolean;
}

/** @param masters paths, in order */
export function layoutsOf(source: PartSource, masters: readonly string[], defaults: XmlElement | undefined): readonly FoundLayout[] {
  return masters.flatMap((path) => {
    const master = readMaster(source, path, defaults);
    const targets = new Map(source.relationships(path).map(({ id, target }) => [id, target]));
    const listed = childrenOf(child(source.xml(path), "p:sldLayoutIdLst") ?? empty, "p:sldLayoutId");
    return listed.flatMap(({ attributes }) => {
      const target = targets.get(attributes["r:id"] ?? "");
      return target === undefined ? [] : [readLayout(source, target, master)];
    });
  });
}

const empty: XmlElement = { name: "", attributes: {}, children: [] };

interface Master {
  readonly name: string;
  readonly root: XmlElement;
  readonly shapes: ReadonlyMap<string, XmlElement>;
  readonly palette: Palette;
  readonly map: ColourMap;
  readonly fonts: ThemeFonts;
  /** `p:defaultTextStyle` of the presentation. */
  readonly defaults: XmlElement | undefined;
}

function readMaster(source: PartSource, path: string, defaults: XmlElement | undefined): Master {
  const root = source.xml(path);
  const themePath = source.relationships(path).find(({ type }) => type === relationshipTypes.theme)?.target;
  const theme = themePath === undefined ? undefined : source.xml(themePath);
  const shapes = new Map(placeholderShapes(root).map((shape) => [typeOf(shape), shape]));
  return {
    name: theme?.attributes["name"] ?? path,
    root,
    shapes,
    palette: paletteOf(theme),
    map: colourMapOf(child(root, "p:clrMap")),
    fonts: themeFonts(theme),
    defaults,
  };
}

function readLayout(source: PartSource, path: string, master: Master): FoundLayout {
  const root = toldApart(source.xml(path));
  const override = child(child(root, "p:clrMapOvr"), "a:overrideClrMapping");
  const map = override === undefined ? master.map : colourMapOf(override);
  return {
    path,
    name: (child(root, "p:cSld")?.attributes["name"] ?? "").normalize().trim(),
    master: master.name,
    palette: master.palette,
    background: backgroundOf([root, master.root], master.palette, map),
    placeholders: placeholderShapes(root).map((shape) => readPlaceholder(shape, master, map)),
  };
}

/** @param roots of the layout, then of its master */
function backgroundOf(roots: readonly XmlElement[], palette: Palette, map: ColourMap): string {
  const own = first(roots, (root) => child(child(root, "p:cSld"), "p:bg"));
  const filled = child(own, "p:bgRef") ?? child(child(own, "p:bgPr"), "a:solidFill");
  const colour = filled && first(childrenOf(filled), (each) => hexOf(each, palette, map));
  return colour ?? palette.get(map.get("bg1") ?? "lt1") ?? "";
}

/** Shapes that are placeholders, in the order of the layout. */
function placeholderShapes(root: XmlElement): readonly XmlElement[] {
  const tree = child(child(root, "p:cSld"), "p:spTree");
  return tree === undefined ? [] : childrenOf(tree).filter((shape) => placeholderOf(shape) !== undefined);
}

/** `p:ph` of a shape, a picture or a frame. */
function placeholderOf(shape: XmlElement): XmlElement | undefined {
  const properties = childrenOf(shape).find(({ name }) => name.startsWith("p:nv"));
  return child(child(properties, "p:nvPr"), "p:ph");
}

function typeOf(shape: XmlElement): string {
  return placeholderOf(shape)?.attributes["type"] ?? "obj";
}

function nameOf(shape: XmlElement): string {
  const properties = childrenOf(shape).find(({ name }) => name.startsWith("p:nv"));
  return (child(properties, "p:cNvPr")?.attributes["name"] ?? "").normalize().trim();
}

/** Of which kind of the master's placeholders one of a layout is. */
function masterType(type: string): string {
  if (type === "title" || type === "ctrTitle") return "title";
  return type === "dt" || type === "ftr" || type === "sldNum" ? type : "body";
}

function readPlaceholder(shape: XmlElement, master: Master, map: ColourMap): FoundPlaceholder {
  const { type: written, idx } = placeholderOf(shape)?.attributes ?? {};
  const type = written ?? "obj";
  const kind = masterType(type);
  const above = master.shapes.get(kind);
  const shapes = above === undefined ? [shape] : [shape, above];
  const levels = [...shapes.map(listStyleOf), textStyleOf(master.root, kind), master.defaults].flatMap((style) => firstLevel(style) ?? []);
  const runs = levels.flatMap((level) => child(level, "a:defRPr") ?? []);
  const bodies = shapes.flatMap((each) => child(child(each, "p:txBody"), "a:bodyPr") ?? []);
  const fill = first(runs, (run) => child(run, "a:solidFill"));
  const size = Number(first(runs, ({ attributes }) => attributes["sz"]) ?? 1800);
  const face = {
    name: typefaceOf(first(runs, (run) => child(run, "a:latin")?.attributes["typeface"]) ?? "+mn-lt", master.fonts),
    bold: isTrue(first(runs, ({ attributes }) => attributes["b"])),
    capitals: first(runs, ({ attributes }) => attributes["cap"]) === "all",
  };
  return {
    name: nameOf(shape),
    type,
    reference: { ...(written !== undefined && { type: written }), ...(idx !== undefined && { idx: Number(idx) }) },
    box: first(shapes, boxOf),
    turned: isTurned(first(shapes, transformOf)) || isVertical(bodies) || placeholderOf(shape)?.attributes["orient"] === "vert",
    insets: {
      left: inset(bodies, "lIns", 91_440),
      top: inset(bodies, "tIns", 45_720),
      right: inset(bodies, "rIns", 91_440),
      bottom: inset(bodies, "bIns", 45_720),
    },
    size,
    face,
    line: lineOf(
      first(levels, (level) => child(level, "a:lnSpc")),
      naturalLine(face.name),
      size,
    ),
    bullets: first(levels, bulletOf) ?? false,
    light: isLight(fill, map, master.palette),
  };
}

function first<T, U>(items: readonly T[], find: (item: T) => U | undefined): U | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** Line height ÷ type size: per cent of the font's own line, or points. */
function lineOf(spacing: XmlElement | undefined, natural: number, size: number): number {
  const points = child(spacing, "a:spcPts")?.attributes["val"];
  if (points !== undefined) return Number(points) / size;
  return (Number(child(spacing, "a:spcPct")?.attributes["val"] ?? 100_000) / 100_000) * natural;
}

function listStyleOf(shape: XmlElement): XmlElement | undefined {
  return child(child(shape, "p:txBody"), "a:lstStyle");
}

function textStyleOf(master: XmlElement, kind: string): XmlElement | undefined {
  const name = kind === "title" ? "p:titleStyle" : kind === "body" ? "p:bodyStyle" : "p:otherStyle";
  return child(child(master, "p:txStyles"), name);
}

/** What holds for the first level: its own properties, then those of all levels. */
function firstLevel(style: XmlElement | undefined): readonly XmlElement[] {
  return [child(style, "a:lvl1pPr"), child(style, "a:defPPr")].filter((level) => level !== undefined);
}

function bulletOf(level: XmlElement): boolean | undefined {
  const bullet = childrenOf(level).find(({ name }) => bullets.has(name));
  return bullet === undefined ? undefined : bullet.name !== "a:buNone";
}

const bullets: ReadonlySet<string> = new Set(["a:buNone", "a:buChar", "a:buAutoNum", "a:buBlip"]);

function inset(bodies: readonly XmlElement[], name: string, usual: number): number {
  return px(Number(first(bodies, ({ attributes }) => attributes[name]) ?? usual));
}

function isTurned(transform: XmlElement | undefined): boolean {
  const { rot = "0", flipV } = transform?.attributes ?? {};
  return Number(rot) % fullTurn !== 0 || isTrue(flipV);
}

/** 360°, in their 60,000ths. */
const fullTurn = 21_600_000;

function isVertical(bodies: readonly XmlElement[]): boolean {
  const direction = first(bodies, ({ attributes }) => attributes["vert"]) ?? "horz";
  const turn = first(bodies, ({ attributes }) => attributes["rot"]) ?? "0";
  return direction !== "horz" || Number(turn) % fullTurn !== 0;
}

function transformOf(shape: XmlElement): XmlElement | undefined {
  return child(child(shape, "p:spPr"), "a:xfrm") ?? child(shape, "p:xfrm");
}

function boxOf(shape: XmlElement): Box | undefined {
  const transform = transformOf(shape);
  const offset = child(transform, "a:off")?.attributes;
  const extent = child(transform, "a:ext")?.attributes;
  if (offset === undefined || extent === undefined) return undefined;
  const box = {
    x: px(Number(offset["x"])),
    y: px(Number(offset["y"])),
    width: px(Number(extent["cx"])),
    height: px(Number(extent["cy"])),
  };
  return Object.values(box).every(Number.isFinite) && box.width > 0 && box.height > 0 ? box : undefined;
}

/** Names of fonts that the presentation embeds. */
export function embeddedFonts(presentation: XmlElement): readonly string[] {
  return descendants(presentation, "p:embeddedFont").flatMap((font) => child(font, "p:font")?.attributes["typeface"] ?? []);
}
