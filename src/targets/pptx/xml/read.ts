/** XML text → tree, strictly: what is not well-formed, has a document type or a prefix without a namespace is refused. */

import { SaxesParser, type SaxesAttributePlain, type SaxesTagPlain } from "saxes";
import { decodeXml } from "./decode.ts";
import { XmlError } from "./error.ts";
import { type Scope, enterScope, outermost, resolveAttributes, resolveName } from "./scope.ts";
import type { XmlElement, XmlNode } from "./tree.ts";

export interface ReadOptions {
  /** Elements that are left out with all below them, by their names in the tree. */
  readonly drop?: ReadonlySet<string>;
}

/**
 * Comments, processing instructions and blanks between elements are left out. Prefixes become the usual ones of
 * `namespaces.ts`, whatever the file calls them.
 * @throws XmlError
 */
export function readXml(source: string | Uint8Array, { drop = nothing }: ReadOptions = {}): XmlElement {
  const text = typeof source === "string" ? source : decodeXml(source);
  const parser = new SaxesParser({ xmlns: false, fragment: false, position: false, defaultXMLVersion: "1.0", forceXMLVersion: true });
  // saxes looks entities up in an object that inherits: `&toString;` would be known.
  parser.ENTITIES = entities;
  const tree = new TreeBuilder(drop);
  // Not one listener more: with eight of them V8 keeps the parser as a dictionary, and reading takes five times as long.
  parser.on("error", (error) => {
    throw new XmlError("malformed", error.message);
  });
  parser.on("doctype", () => {
    throw new XmlError("doctype", "A document type is not allowed.");
  });
  parser.on("attribute", (attribute) => tree.attribute(attribute));
  parser.on("opentag", (tag) => {
    if (tree.root === undefined) checkEncoding(parser.xmlDecl.encoding);
    tree.open(tag);
  });
  parser.on("closetag", () => tree.close());
  parser.on("text", (content) => tree.text(content));
  parser.on("cdata", (content) => tree.text(content));
  parser.write(text).close();
  if (tree.root === undefined) throw new XmlError("malformed", "There is no root element.");
  return tree.root;
}

function checkEncoding(encoding: string | undefined): void {
  if (encoding !== undefined && !/^(?:utf-8|utf-16|us-ascii)$/iu.test(encoding))
    throw new XmlError("encoding", `The encoding ${encoding} is not allowed.`);
}

const nothing: ReadonlySet<string> = new Set();
const none: Readonly<Record<string, string>> = Object.freeze({});
const entities: Record<string, string> = Object.assign(Object.create(null), { amp: "&", gt: ">", lt: "<", quot: '"', apos: "'" });

/** PowerPoint's own files stay below 40; what is deeper is made to overflow a stack. */
const deepest = 200;

/** Elements, without prefix, in which blanks alone are content. */
const textElements: ReadonlySet<string> = new Set(["t", "v", "f", "formatCode", "separator", "text", "definedName", "attrName"]);

/** Most elements stay without children, and share one list. */
const childless: XmlNode[] = [];

interface Open extends XmlElement {
  children: XmlNode[];
}

/** Called by the parser: one object for each file and no function for each node, as a build reads 40 MB of them. */
class TreeBuilder {
  root: XmlElement | undefined;
  private readonly drop: ReadonlySet<string>;
  private readonly stack: Open[] = [];
  /** The scope outside of each element on the stack. */
  private readonly scopes: Scope[] = [];
  private scope: Scope = outermost;
  private current: Open | undefined;
  /** How deep we are in an element to leave out. */
  private dropped = 0;
  /** Whether the tag that is being read declares a namespace, or has an attribute with a prefix, or any attribute. */
  private declares = false;
  private prefixed = false;
  private bare = true;

  constructor(drop: ReadonlySet<string>) {
    this.drop = drop;
  }

  attribute({ name }: SaxesAttributePlain): void {
    this.bare = false;
    if (name.startsWith("xmlns")) this.declares = true;
    else if (name.includes(":")) this.prefixed = true;
  }

  open(tag: SaxesTagPlain): void {
    const { declares, prefixed, bare } = this;
    this.declares = false;
    this.prefixed = false;
    this.bare = true;
    if (this.dropped > 0) {
      this.dropped += 1;
      return;
    }
    const outer = this.scope;
    if (declares) this.scope = enterScope(outer, tag.attributes);
    const name = this.scope.names.get(tag.name) ?? resolveName(this.scope, tag.name);
    if (this.drop.size > 0 && this.drop.has(name)) {
      this.scope = outer;
      this.dropped = 1;
      return;
    }
    if (this.stack.length === deepest) throw new XmlError("depth", `Elements are more than ${deepest} deep in each other.`);
    const attributes = bare
      ? none
      : declares || prefixed || this.scope.renames
        ? resolveAttributes(this.scope, name, tag.attributes)
        : tag.attributes;
    const element: Open = { name, attributes, children: childless };
    if (this.current === undefined) this.root = element;
    else append(this.current, element);
    this.stack.push(element);
    this.scopes.push(outer);
    this.current = element;
  }

  close(): void {
    if (this.dropped > 0) {
      this.dropped -= 1;
      return;
    }
    this.stack.pop();
    this.scope = this.scopes.pop() ?? outermost;
    this.current = this.stack.at(-1);
  }

  text(content: string): void {
    const { current } = this;
    if (current === undefined || this.dropped > 0 || content === "") return;
    if (isBlank(content) && !textElements.has(localName(current.name)) && current.attributes["xml:space"] !== "preserve") return;
    const before = current.children.at(-1);
    // A comment or a character section splits a text.
    if (typeof before === "string") current.children[current.children.length - 1] = before + content;
    else append(current, content);
  }
}

function append(parent: Open, node: XmlNode): void {
  if (parent.children === childless) parent.children = [node];
  else parent.children.push(node);
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0d) return false;
  }
  return true;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
