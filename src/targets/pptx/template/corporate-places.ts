/** Placeholders that a slide's shapes can tell apart: each of a layout's is known by its index. */

import type { XmlElement, XmlNode } from "../xml/tree.ts";

/** What is known by its type, as there is but one. */
const single: ReadonlySet<string> = new Set(["title", "ctrTitle", "dt", "ftr", "sldNum"]);

/**
 * A layout in which no index is there twice, as LibreOffice writes them: the first placeholder of an index keeps it. What
 * a layout takes from its master it takes by type, so that nothing else changes.
 *
 * @returns the same object where nothing has to change
 */
export function toldApart(layout: XmlElement): XmlElement {
  const taken = new Set<number>();
  let free = 1000;
  const visit = (node: XmlNode): XmlNode => {
    if (typeof node === "string") return node;
    const children = node.children.map(visit);
    const changed = children.some((child, i) => child !== node.children[i]) ? { ...node, children } : node;
    if (node.name !== "p:ph" || single.has(node.attributes["type"] ?? "")) return changed;
    const idx = Number(node.attributes["idx"] ?? 0);
    if (!taken.has(idx)) {
      taken.add(idx);
      return changed;
    }
    while (taken.has(free)) free += 1;
    taken.add(free);
    return { ...changed, attributes: { ...node.attributes, idx: `${free}` } };
  };
  const told = visit(layout);
  return typeof told === "string" ? layout : told;
}
