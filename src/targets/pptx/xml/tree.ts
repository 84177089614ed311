/** XML as a tree of plain values: what all parts of the PowerPoint file are made of until they are written. */

export interface XmlElement {
  /** With the usual prefix: "p:sp", "a:t", "c:chart". The root declares the namespaces. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** Text is as read, not escaped; blanks between elements are dropped by the reader, but never inside elements of text. */
export type XmlNode = XmlElement | string;

/** An attribute that is `undefined` is left out; booleans become "1" and "0". */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * `undefined` children are left out, so that optional parts need no branches.
 *
 * @throws RangeError for a number that is none: a file with "NaN" in it is damaged, and by our fault
 */
export function element(name: string, attributes: Attributes = {}, ...children: readonly (XmlNode | undefined)[]): XmlElement {
  const written: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`<${name} ${key}> would be ${value}.`);
    written[key] = typeof value === "boolean" ? (value ? "1" : "0") : String(value);
  }
  return { name, attributes: written, children: children.filter((node) => node !== undefined) };
}

/** The first child element of that name. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((node): node is XmlElement => typeof node !== "string" && node.name === name);
}

/** All child elements, of that name if one is given. */
export function childrenOf(parent: XmlElement, name?: string): readonly XmlElement[] {
  return parent.children.filter((node): node is XmlElement => typeof node !== "string" && (name === undefined || node.name === name));
}

/** Every element below `root` of that name, in document order, `root` itself included. */
export function descendants(root: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (node: XmlElement): void => {
    if (node.name === name) found.push(node);
    for (const below of node.children) if (typeof below !== "string") walk(below);
  };
  walk(root);
  return found;
}

/** All text below an element. */
export function textOf(node: XmlElement): string {
  return node.children.map((below) => (typeof below === "string" ? below : textOf(below))).join("");
}
