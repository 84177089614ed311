/**
 * The word across each slide of a draft. It stands in the layouts: on every slide, also on those that a partner adds, in
 * nobody's way, and gone with the release. A master would do for the house's own, but a corporate layout may hide what is its
 * master's, and says itself what ground it has.
 */

import { layoutOf, layouts, marginOf, type CanvasName, type Ground } from "../../../../theme/layouts.ts";
import { draft } from "../../../../theme/tokens.ts";
import type { Deck } from "../../../deck/model.ts";
import { isDraft } from "../../../deck/draft.ts";
import type { Part } from "../package/part.ts";
import { contentTypes } from "../package/types.ts";
import { emu, fontSize } from "../units.ts";
import { child, descendants, element, textOf, type XmlElement, type XmlNode } from "../xml/tree.ts";
import { fill } from "./colour.ts";
import { decorative, rectangleGeometry, transform } from "./house-shapes.ts";
import { language } from "./list-style.ts";
import type { Template } from "./template.ts";

/** In the selection pane of the slide master; how the shapes are known again in a template that was a draft once. */
const name = "Entwurf";

/** The template for a deck: with the word if it is a draft, else without, also where a draft was taken for a template. */
export function withDraftMark(template: Template, deck: Deck): Template {
  const marked = isDraft(deck);
  const isHouse = deck.template === undefined;
  if (!marked && isHouse) return template;
  const grounds = groundsOf(template);
  const parts = template.parts.map((part): Part => {
    const { content, contentType, path } = part;
    if (contentType !== contentTypes.slideLayout || content instanceof Uint8Array) return part;
    const ground = grounds.get(path) ?? "plain";
    const shapes = !marked ? [] : isHouse ? houseMarks(template, deck.canvas, ground) : [foreignMark(template, ground)];
    return { ...part, content: withShapes(content, shapes, isHouse ? "behind" : "before") };
  });
  return { ...template, parts };
}

/** Of the layouts that the deck uses; those of others are not known. */
function groundsOf(template: Template): ReadonlyMap<string, Ground> {
  return new Map([...template.layouts].map(([layout, { path, ground }]) => [path, ground ?? layouts["16:9"][layout].ground]));
}

type Shape = (id: number) => XmlElement;

/** @param where behind what stands still on the layout, or before it, which may fill it as a whole */
function withShapes(layout: XmlElement, shapes: readonly Shape[], where: "behind" | "before"): XmlElement {
  const tree = child(child(layout, "p:cSld"), "p:spTree");
  if (tree === undefined) return layout;
  const children = tree.children.filter((node) => !isMark(node));
  const from = Math.max(1, ...descendants(layout, "p:cNvPr").map(({ attributes }) => Number(attributes["id"]))) + 1;
  const made = shapes.map((shape, i) => shape(from + i));
  const first = children.findIndex((node) => typeof node !== "string" && !groupNames.has(node.name));
  const last = children.findIndex((node) => typeof node !== "string" && node.name === "p:extLst");
  const end = last < 0 ? children.length : last;
  const next = children.toSpliced(where === "before" || first < 0 ? end : first, 0, ...made);
  const changed = (node: XmlNode): XmlNode =>
    typeof node === "string" || node.name !== "p:cSld"
      ? node
      : { ...node, children: node.children.map((below) => (below === tree ? { ...tree, children: next } : below)) };
  return { ...layout, children: layout.children.map(changed) };
}

/** What stands before the shapes of a tree. */
const groupNames: ReadonlySet<string> = new Set(["p:nvGrpSpPr", "p:grpSpPr"]);

function isMark(node: XmlNode): boolean {
  if (typeof node === "string" || node.name !== "p:sp") return false;
  const known = child(child(node, "p:nvSpPr"), "p:cNvPr");
  // A shape of that name could be anybody's; one that says this word, too, is not.
  return known?.attributes["name"] === name && textOf(node) === draft.word;
}

function houseMarks(template: Template, canvas: CanvasName, ground: Ground): readonly Shape[] {
  const { size, top } = draft.label;
  const margin = marginOf(canvas);
  const kicker = layoutOf("content", canvas).regions[0];
  const label: Look = {
    box: { x: margin, y: top - 4, width: template.size.width - 2 * margin, height: Math.min(size + 8, (kicker?.y ?? 56) - top) },
    size,
    align: "r",
    filled: fill(ground === "blue" ? "gold-bright" : "red"),
  };
  return [wordShape(across(template, fill(ground === "blue" ? "draft-on-blue" : "draft"))), wordShape(label)];
}

/** In the colour of the layout's text, let through by six sevenths: on any ground it is seen, and nothing is hidden. */
function foreignMark(template: Template, ground: Ground): Shape {
  const colour = element("a:schemeClr", { val: ground === "blue" ? "bg1" : "tx1" }, element("a:alpha", { val: 14_000 }));
  // Its font may have letters far wider than the house's.
  return wordShape(across(template, element("a:solidFill", {}, colour), 0.75));
}

interface Look {
  /** px. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** px. */
  readonly size: number;
  /** Degrees, clockwise. */
  readonly angle?: number;
  readonly align: "ctr" | "r";
  readonly filled: XmlElement;
}

/** As large as the slide has room for, also where that is a narrow one. */
function across({ size: { width, height } }: Template, filled: XmlElement, scale = 1): Look {
  const size = scale * Math.min(width * draft.size, height * 2 * draft.size);
  // Little more than the word is wide: turned, the box stays on the slide.
  const [wide, high] = [(size * 5) / scale, size * 1.25];
  const box = { x: (width - wide) / 2, y: (height - high) / 2, width: wide, height: high };
  return { box, size, angle: draft.angle, align: "ctr", filled };
}

function wordShape({ box, size, angle = 0, align, filled }: Look): Shape {
  const place = transform(box);
  // LibreOffice cuts text that lets something through where it would end without it.
  const spacing = descendants(filled, "a:alpha").length > 0 ? undefined : Math.round((fontSize(size) * 6) / 100);
  return (id) =>
    element(
      "p:sp",
      {},
      element(
        "p:nvSpPr",
        {},
        element("p:cNvPr", { id, name }, decorative),
        element("p:cNvSpPr", { txBox: true }),
        element("p:nvPr", { userDrawn: true }),
      ),
      element(
        "p:spPr",
        {},
        angle === 0 ? place : { ...place, attributes: { rot: String(((angle + 360) % 360) * 60_000) } },
        rectangleGeometry,
        element("a:noFill"),
      ),
      element(
        "p:txBody",
        {},
        element(
          "a:bodyPr",
          { vert: "horz", wrap: "none", lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: false, anchor: "ctr" },
          element("a:noAutofit"),
        ),
        element("a:lstStyle"),
        element(
          "a:p",
          {},
          element("a:pPr", { marL: 0, indent: emu(0), algn: align }, element("a:buNone")),
          element(
            "a:r",
            {},
            element("a:rPr", { lang: language, sz: fontSize(size), b: true, spc: spacing }, filled),
            element("a:t", {}, draft.word),
          ),
        ),
      ),
    );
}
