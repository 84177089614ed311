/** XML as tests read it: by namespace, so that no prefix matters. */

import { type Document, DOMParser, type Element, type Node } from "@xmldom/xmldom";

export type { Document, Element } from "@xmldom/xmldom";

export const namespaces = {
  a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  p: "http://schemas.openxmlformats.org/presentationml/2006/main",
  r: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  c: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  cdr: "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing",
  c15: "http://schemas.microsoft.com/office/drawing/2012/chart",
  x: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  types: "http://schemas.openxmlformats.org/package/2006/content-types",
  rels: "http://schemas.openxmlformats.org/package/2006/relationships",
  cp: "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
  dc: "http://purl.org/dc/elements/1.1/",
  p14: "http://schemas.microsoft.com/office/powerpoint/2010/main",
  adec: "http://schemas.microsoft.com/office/drawing/2017/decorative",
  asvg: "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
} as const;

type Prefix = keyof typeof namespaces;
export type QName = `${Prefix}:${string}`;

/** @throws Error where it is not well-formed */
export function parseXml(text: string): Document {
  return new DOMParser({
    // As XML 1.0 has it; the library takes further characters for ends of lines, as XML 1.1 does.
    normalizeLineEndings: (source) => source.replaceAll(/\r\n?/g, "\n"),
    onError: (level, message) => {
      if (level !== "warning") throw new Error(message);
    },
  }).parseFromString(text, "text/xml");
}

type Name = readonly [namespace: string, local: string];

/** Names are asked for again and again. */
const known = new Map<QName, Name>();

function split(name: QName): Name {
  let parts = known.get(name);
  if (parts === undefined) {
    const at = name.indexOf(":");
    const found = Object.entries(namespaces).find(([prefix]) => prefix === name.slice(0, at));
    if (found === undefined) throw new Error(`No namespace ${name}`);
    parts = [found[1], name.slice(at + 1)];
    known.set(name, parts);
  }
  return parts;
}

export function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === 1;
}

export function is(node: Element, name: QName): boolean {
  const [namespace, local] = split(name);
  return node.localName === local && node.namespaceURI === namespace;
}

/** Child elements, of that name if one is given. */
export function children(parent: Element | undefined, name?: QName): readonly Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild; node; node = node.nextSibling) {
    if (isElement(node) && (name === undefined || is(node, name))) found.push(node);
  }
  return found;
}

export function child(parent: Element | undefined, ...path: readonly QName[]): Element | undefined {
  let at = parent;
  for (const name of path) at = children(at, name)[0];
  return at;
}

/** All elements below (and with) a root, in document order, of that name if one is given. */
export function all(root: Element | Document | undefined, name?: QName): readonly Element[] {
  const found: Element[] = [];
  const [namespace, local] = name === undefined ? [] : split(name);
  const walk = (node: Node): void => {
    if (isElement(node) && (local === undefined || (node.localName === local && node.namespaceURI === namespace))) found.push(node);
    for (let below = node.firstChild; below; below = below.nextSibling) walk(below);
  };
  if (root !== undefined) walk(root);
  return found;
}

/** The value of an attribute without namespace, or of one of `r:`. */
export function attribute(node: Element | undefined, name: string): string | undefined {
  if (node === undefined) return undefined;
  const value = name.startsWith("r:") ? node.getAttributeNS(namespaces.r, name.slice(2)) : node.getAttribute(name);
  return value ?? undefined;
}

/** The value of an attribute that is a number; `NaN` where there is none. */
export function number(node: Element | undefined, name: string): number {
  return Number(attribute(node, name) ?? Number.NaN);
}

export function textOf(node: Element | undefined): string {
  return node?.textContent ?? "";
}

/** `val`, the attribute that most elements of charts have. */
export function val(node: Element | undefined): string | undefined {
  return attribute(node, "val");
}
