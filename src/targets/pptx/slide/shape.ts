/** What shapes of all kinds have: properties, a placeholder, a place. */

import type { Box } from "../../../../theme/layouts.ts";
import type { TemplateRegion } from "../template/template.ts";
import { emu } from "../units.ts";
import { type Attributes, child, element, type XmlElement } from "../xml/tree.ts";

/** `p:ph`. */
export function placeholder({ placeholder: { type, idx } }: TemplateRegion): XmlElement {
  return element("p:ph", { type, idx });
}

/** `p:cNvPr`. */
export function drawingProperties(attributes: Attributes, decorative: boolean, ...children: readonly XmlElement[]): XmlElement {
  return element("p:cNvPr", attributes, ...children, decorative ? decorativeMark : undefined);
}

const decorativeMark = element(
  "a:extLst",
  {},
  element(
    "a:ext",
    { uri: "{C183D7F6-B498-43B3-948B-1728B52AA6E4}" },
    element("adec:decorative", { "xmlns:adec": "http://schemas.microsoft.com/office/drawing/2017/decorative", val: true }),
  ),
);

/** The same place to the unit of the file. */
export function isAt(a: Box, b: Box): boolean {
  return emu(a.x) === emu(b.x) && emu(a.y) === emu(b.y) && emu(a.width) === emu(b.width) && emu(a.height) === emu(b.height);
}

/** `a:xfrm`. */
export function transform(composed: XmlElement): XmlElement {
  return required(child(composed, "p:spPr"), "a:xfrm");
}

/** @throws Error if pptxgenjs has not composed it */
export function required(parent: XmlElement | undefined, name: string): XmlElement {
  const found = child(parent, name);
  if (found === undefined) throw new Error(`pptxgenjs made no ${name}.`);
  return found;
}

export const rectangular: XmlElement = element("a:prstGeom", { prst: "rect" }, element("a:avLst"));
