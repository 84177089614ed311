/** Namespaces while reading: which prefixes are declared, and what the tree calls them. */

import { XmlError } from "./error.ts";
import { namespaces, usualPrefixes } from "./namespaces.ts";

export interface Scope {
  /** Namespace by the file's prefix; "" is the default one. */
  readonly declared: ReadonlyMap<string, string>;
  /** Namespace by the tree's prefix. */
  readonly written: ReadonlyMap<string, string>;
  /** Whether a prefix of the file is another in the tree. */
  readonly renames: boolean;
  /** What elements are called in the tree, by their names in the file; filled as they come. */
  readonly names: Map<string, string>;
}

const xml: [string, string] = ["xml", namespaces.xml];

export const outermost: Scope = { declared: new Map([xml]), written: new Map([xml]), renames: false, names: new Map() };

/** The scope in an element with these attributes; the same one if they declare nothing new. */
export function enterScope(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  const declared = new Map(outer.declared);
  const written = new Map(outer.written);
  let same = true;
  for (const [name, address] of Object.entries(attributes)) {
    const prefix = declaredBy(name);
    if (prefix === undefined) continue;
    check(prefix, address);
    if (declared.get(prefix) === address) continue;
    same = false;
    declared.set(prefix, address);
    written.set(treePrefix(prefix, address), address);
  }
  if (same) return outer;
  const renames = [...declared].some(([prefix, address]) => treePrefix(prefix, address) !== prefix);
  return { declared, written, renames, names: new Map() };
}

/** What the tree calls an element of the file. */
export function resolveName(scope: Scope, name: string): string {
  const resolved = resolve(scope, name);
  scope.names.set(name, resolved);
  return resolved;
}

/** The attributes as the tree has them: names, declarations, and values that are lists of prefixes. */
export function resolveAttributes(
  scope: Scope,
  element: string,
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const resolved: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(attributes)) {
    const prefix = declaredBy(name);
    const key = prefix === undefined ? (name.includes(":") ? resolve(scope, name) : name) : declaration(treePrefix(prefix, value));
    // The same namespace may be declared twice, under two prefixes.
    if (key in resolved && prefix === undefined) throw new XmlError("malformed", `The attribute ${name} is there twice.`);
    resolved[key] = scope.renames && listsPrefixes(element, key) ? renamePrefixes(scope, value) : value;
  }
  return resolved;
}

/** The prefix that an attribute declares, "" for the default namespace. */
function declaredBy(name: string): string | undefined {
  if (name === "xmlns") return "";
  return name.startsWith("xmlns:") ? name.slice(6) : undefined;
}

function declaration(prefix: string): string {
  return prefix === "" ? "xmlns" : `xmlns:${prefix}`;
}

function check(prefix: string, address: string): void {
  const wrong =
    prefix === "xmlns" || prefix.includes(":") || (prefix !== "" && address === "") || (prefix === "xml") !== (address === namespaces.xml);
  if (wrong) throw new XmlError("malformed", `The prefix "${prefix}" may not stand for "${address}".`);
}

/** A namespace that we know has its usual prefix; another one must not look like one that we know. */
function treePrefix(prefix: string, address: string): string {
  return usualPrefixes.get(address) ?? (prefix in namespaces ? `${prefix}-other` : prefix);
}

function resolve(scope: Scope, name: string): string {
  const colon = name.indexOf(":");
  const prefix = colon < 0 ? "" : name.slice(0, colon);
  const local = name.slice(colon + 1);
  if (local === "" || colon === 0 || local.includes(":")) throw new XmlError("malformed", `"${name}" is no name.`);
  const address = scope.declared.get(prefix);
  if (address === undefined) {
    if (prefix === "") return name;
    throw new XmlError("malformed", `The prefix of "${name}" is not declared.`);
  }
  const tree = treePrefix(prefix, address);
  if (scope.written.get(tree) !== address) throw new XmlError("malformed", `The prefix of "${name}" stands for two namespaces.`);
  return tree === "" ? local : `${tree}:${local}`;
}

/** Attributes of markup compatibility whose values are prefixes. */
function listsPrefixes(element: string, attribute: string): boolean {
  return attribute === "mc:Ignorable" || attribute === "mc:MustUnderstand" || (attribute === "Requires" && element === "mc:Choice");
}

function renamePrefixes(scope: Scope, value: string): string {
  return value
    .split(/\s+/u)
    .map((prefix) => {
      const address = scope.declared.get(prefix);
      return address === undefined ? prefix : treePrefix(prefix, address);
    })
    .join(" ");
}
