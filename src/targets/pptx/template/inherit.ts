/** What a layout has to write because its master does not say it. */

import { child, childrenOf, element, type XmlElement } from "../xml/tree.ts";

/** `own` without what `inherited` says alike; `undefined` where nothing is left. Both with the same name. */
export function difference(own: XmlElement, inherited: XmlElement | undefined): XmlElement | undefined {
  if (!inherited) return own;
  const attributes = Object.entries(own.attributes).filter(([key, value]) => inherited.attributes[key] !== value);
  const children = childrenOf(own).flatMap((below) => {
    const from = child(inherited, below.name);
    if (from && isSame(below, from)) return [];
    const left = recursive.has(below.name) ? difference(below, from) : below;
    return left ? [left] : [];
  });
  return attributes.length + children.length === 0 ? undefined : element(own.name, Object.fromEntries(attributes), ...children);
}

/** Run properties are inherited one by one, all else as a whole. */
const recursive: ReadonlySet<string> = new Set(["a:defRPr"]);

export function isSame(one: XmlElement, other: XmlElement): boolean {
  const keys = Object.keys(one.attributes);
  return (
    one.name === other.name &&
    keys.length === Object.keys(other.attributes).length &&
    keys.every((key) => one.attributes[key] === other.attributes[key]) &&
    one.children.length === other.children.length &&
    one.children.every((node, i) => {
      const twin = other.children[i];
      return typeof node === "string" || typeof twin !== "object" ? node === twin : isSame(node, twin);
    })
  );
}
