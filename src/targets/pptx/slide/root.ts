/** The root of a slide or of a page of notes. */

import { namespaces } from "../xml/namespaces.ts";
import { element, type XmlElement } from "../xml/tree.ts";

/** @param name of the slide, which links and macros know it by */
export function pageRoot(root: "p:sld" | "p:notes", name: string | undefined, shapes: readonly XmlElement[]): XmlElement {
  return element(
    root,
    { "xmlns:a": namespaces.a, "xmlns:r": namespaces.r, "xmlns:p": namespaces.p },
    element("p:cSld", { name }, element("p:spTree", {}, ...group, ...shapes)),
    element("p:clrMapOvr", {}, element("a:masterClrMapping")),
  );
}

/** What a tree of shapes says of itself. */
const group: readonly XmlElement[] = [
  element("p:nvGrpSpPr", {}, element("p:cNvPr", { id: 1, name: "" }), element("p:cNvGrpSpPr"), element("p:nvPr")),
  element("p:grpSpPr"),
];
