/** A chart on a slide: its frame, or several in a group. */

import { canvasType } from "../../../chart/layout.ts";
import type { Box } from "../../../../theme/layouts.ts";
import type { TemplateRegion } from "../template/template.ts";
import { emu } from "../units.ts";
import { namespaces } from "../xml/namespaces.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { legal } from "../xml/write.ts";
import { paragraphsOf } from "./text.ts";

interface Named {
  readonly id: number;
  /** In the selection pane. */
  readonly name: string;
  /** The alternative text. */
  readonly description: string;
  readonly box: Box;
}

/** `p:graphicFrame`; in a placeholder where there is one. `chart`: the id of the slide's relationship to it. */
export function frameXml(
  frame: Named & { readonly chart: string; readonly placeholder?: TemplateRegion["placeholder"] | undefined },
): XmlElement {
  const { placeholder, box } = frame;
  return element(
    "p:graphicFrame",
    {},
    element(
      "p:nvGraphicFramePr",
      {},
      properties(frame),
      element("p:cNvGraphicFramePr", {}, element("a:graphicFrameLocks", { noGrp: true })),
      element("p:nvPr", {}, placeholder === undefined ? undefined : element("p:ph", { type: placeholder.type, idx: placeholder.idx })),
    ),
    element("p:xfrm", {}, ...place(box)),
    element(
      "a:graphic",
      {},
      element(
        "a:graphicData",
        { uri: namespaces.c },
        element("c:chart", { "xmlns:c": namespaces.c, "xmlns:r": namespaces.r, "r:id": frame.chart }),
      ),
    ),
  );
}

/** `p:grpSp` of frames and what stands above them. */
export function groupXml(group: Named, children: readonly XmlElement[]): XmlElement {
  const { box } = group;
  const inner = [element("a:chOff", { x: emu(box.x), y: emu(box.y) }), element("a:chExt", { cx: emu(box.width), cy: emu(box.height) })];
  return element(
    "p:grpSp",
    {},
    element("p:nvGrpSpPr", {}, properties(group), element("p:cNvGrpSpPr"), element("p:nvPr")),
    element("p:grpSpPr", {}, element("a:xfrm", {}, ...place(box), ...inner)),
    ...children,
  );
}

/** `p:sp`: a text box with the subtitle of charts in a group. */
export function subtitleXml(id: number, lines: readonly string[], box: Box): XmlElement {
  const look = { size: canvasType.label, colour: "muted" } as const;
  return element(
    "p:sp",
    {},
    element("p:nvSpPr", {}, element("p:cNvPr", { id, name: "Untertitel" }), element("p:cNvSpPr", { txBox: true }), element("p:nvPr")),
    element(
      "p:spPr",
      {},
      element("a:xfrm", {}, ...place(box)),
      element("a:prstGeom", { prst: "rect" }, element("a:avLst")),
      element("a:noFill"),
    ),
    element(
      "p:txBody",
      {},
      element("a:bodyPr", { wrap: "square", lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: "t" }),
      element("a:lstStyle"),
      ...paragraphsOf([[{ text: lines.join(" ") }]], look, "l"),
    ),
  );
}

function properties({ id, name, description }: Named): XmlElement {
  return element("p:cNvPr", { id, name: legal(name), descr: legal(description) });
}

function place({ x, y, width, height }: Box): readonly XmlElement[] {
  return [element("a:off", { x: emu(x), y: emu(y) }), element("a:ext", { cx: emu(width), cy: emu(height) })];
}
