/** What a chart has no form for (the reason of a break, a symbol, a ring's whole): text and lines drawn inside of the chart. */

import { textExtent } from "../../../scene/marks.ts";
import type { CircleMark, GroupMark, LineMark, Mark, RectMark, TextMark } from "../../../scene/scene.ts";
import { fill } from "../template/colour.ts";
import { emu } from "../units.ts";
import { namespaces } from "../xml/namespaces.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { legal } from "../xml/write.ts";
import { annotationName, isDecorative, isSign } from "./annotation-names.ts";
import { stroke } from "./axes.ts";
import { fraction, type Rect, type Size } from "./place.ts";
import { paragraphsOf } from "./text.ts";

const drawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing";

/** `c:userShapes`; `undefined` where there is nothing to draw. */
export function annotationsXml(marks: readonly Mark[], size: Size): XmlElement | undefined {
  const flat = marks.flatMap((mark) => leaves(mark));
  if (flat.length === 0) return undefined;
  return element(
    "c:userShapes",
    { "xmlns:c": namespaces.c, "xmlns:a": namespaces.a, "xmlns:cdr": drawingNamespace },
    ...flat.map((leaf, i) => anchored(leaf, i + 2, size)),
  );
}

type LeafMark = TextMark | LineMark | RectMark | CircleMark;

interface Leaf {
  readonly mark: LeafMark;
  readonly group: GroupMark | undefined;
}

function leaves(mark: Mark, group?: GroupMark): readonly Leaf[] {
  if (mark.type === "group") return mark.marks.flatMap((inner) => leaves(inner, mark));
  return mark.type === "path" ? [] : [{ mark, group }];
}

function anchored(leaf: Leaf, id: number, size: Size): XmlElement {
  const box = boxOf(leaf.mark);
  const corner = (name: string, x: number, y: number): XmlElement =>
    element(
      name,
      {},
      element("cdr:x", {}, String(within(fraction(x, size.width)))),
      element("cdr:y", {}, String(within(fraction(y, size.height)))),
    );
  return element(
    "cdr:relSizeAnchor",
    {},
    corner("cdr:from", box.left, box.top),
    corner("cdr:to", box.right, box.bottom),
    shapeXml(leaf.mark, nonVisual(leaf, id), box),
  );
}

/** Anchors stand inside of the chart. */
function within(part: number): number {
  return Math.max(0, Math.min(1, part));
}

function boxOf(mark: LeafMark): Rect {
  switch (mark.type) {
    case "text": {
      const { left, right } = textExtent(mark);
      // Some px beside, in case that the viewer's font is a little wider: no line breaks, and the text stays where it is.
      const spare = { start: [0, 12], middle: [6, 6], end: [12, 0] }[mark.anchor];
      return {
        left: left - (spare[0] ?? 0),
        right: right + (spare[1] ?? 0),
        top: mark.y - mark.size * 0.95,
        bottom: mark.y + mark.size * 0.27,
      };
    }
    case "line":
      return {
        left: Math.min(mark.x1, mark.x2),
        right: Math.max(mark.x1, mark.x2),
        top: Math.min(mark.y1, mark.y2),
        bottom: Math.max(mark.y1, mark.y2),
      };
    case "rect":
      return { left: mark.x, right: mark.x + mark.width, top: mark.y, bottom: mark.y + mark.height };
    case "circle":
      return { left: mark.cx - mark.r, right: mark.cx + mark.r, top: mark.cy - mark.r, bottom: mark.cy + mark.r };
  }
}

function form(prst: "rect" | "ellipse" | "line"): XmlElement {
  return element("a:prstGeom", { prst }, element("a:avLst"));
}

/** `cdr:cNvPr`: what the shape is called, and what of it is read. */
function nonVisual({ mark, group }: Leaf, id: number): XmlElement {
  const name = legal(annotationName(mark, group));
  if (isDecorative(mark, group)) return element("cdr:cNvPr", { id, name }, decorative());
  const wordless = mark.type !== "text" || isSign(mark.text);
  return element("cdr:cNvPr", { id, name, descr: wordless && group?.reading !== undefined ? legal(group.reading) : undefined });
}

function shapeXml(mark: LeafMark, own: XmlElement, box: Rect): XmlElement {
  const frame = element(
    "a:xfrm",
    mark.type === "line" && (mark.x2 - mark.x1) * (mark.y2 - mark.y1) < 0 ? { flipV: true } : {},
    element("a:off", { x: emu(box.left), y: emu(box.top) }),
    element("a:ext", { cx: emu(box.right - box.left), cy: emu(box.bottom - box.top) }),
  );
  if (mark.type === "line") {
    return element(
      "cdr:cxnSp",
      { macro: "" },
      element("cdr:nvCxnSpPr", {}, own, element("cdr:cNvCxnSpPr")),
      element(
        "cdr:spPr",
        {},
        frame,
        form("line"),
        stroke(mark.stroke, mark.strokeWidth ?? 1, mark.dash === undefined ? undefined : "dash"),
      ),
    );
  }
  if (mark.type === "text") {
    const align = { start: "l", middle: "ctr", end: "r" } as const;
    const look = { size: mark.size, bold: mark.weight === "bold", colour: mark.fill, theme: true } as const;
    return element(
      "cdr:sp",
      { macro: "", textlink: "" },
      element("cdr:nvSpPr", {}, own, element("cdr:cNvSpPr", { txBox: true })),
      element("cdr:spPr", {}, frame, form("rect"), element("a:noFill")),
      element(
        "cdr:txBody",
        {},
        element("a:bodyPr", {
          vertOverflow: "overflow",
          horzOverflow: "overflow",
          wrap: "none",
          lIns: 0,
          tIns: 0,
          rIns: 0,
          bIns: 0,
          anchor: "ctr",
        }),
        element("a:lstStyle"),
        ...paragraphsOf([[{ text: mark.text }]], look, align[mark.anchor]),
      ),
    );
  }
  return element(
    "cdr:sp",
    { macro: "", textlink: "" },
    element("cdr:nvSpPr", {}, own, element("cdr:cNvSpPr")),
    element(
      "cdr:spPr",
      {},
      frame,
      form(mark.type === "rect" ? "rect" : "ellipse"),
      mark.fill === undefined || mark.fill === "none" ? element("a:noFill") : fill(mark.fill),
      stroke(mark.stroke, mark.strokeWidth ?? 1, mark.dash === undefined ? undefined : "dash"),
    ),
  );
}

/** Shown, but nothing is lost to those who do not see it. */
function decorative(): XmlElement {
  const mark = element("adec:decorative", { "xmlns:adec": namespaces.adec, val: true });
  return element("a:extLst", {}, element("a:ext", { uri: "{C183D7F6-B498-43B3-948B-1728B52AA6E4}" }, mark));
}
