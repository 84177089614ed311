/** The package of a corporate template: its parts, what they are and what they refer to. XML is read when it is asked for. */

import type { Message } from "../../../source/diagnostic.ts";
import {
  type NoPackage,
  templateDamaged,
  templateNoPackage,
  templateNoPresentation,
  templatePart,
  templateStrict,
  templateTooLarge,
  templateXml,
} from "../../../source/messages/pptx-template.ts";
import type { Part, Relationship } from "../package/part.ts";
import { endingOf, relationshipsPath, resolvePath } from "../package/paths.ts";
import { relationshipTypes } from "../package/types.ts";
import { XmlError } from "../xml/error.ts";
import { readXml } from "../xml/read.ts";
import { childrenOf, type XmlElement } from "../xml/tree.ts";
import { readZip, ZipError } from "../zip/read.ts";

/** Why a template cannot be taken at all. Caught where its place in `deck.yaml` is known. */
export class Refusal extends Error {
  readonly reason: Message;

  constructor(reason: Message) {
    super(reason.en);
    this.name = "Refusal";
    this.reason = reason;
  }
}

/** What parts are read from: a template's file, or a template of the house. */
export interface PartSource {
  has(path: string): boolean;
  contentType(path: string): string;
  /** Targets of internal relationships are paths of parts, whether they are there or not. */
  relationships(path: string): readonly Relationship[];
  /** The same object each time. */
  xml(path: string): XmlElement;
  bytes(path: string): Uint8Array;
}

/** MB of all parts together, unpacked: ten times the corporate templates one meets, and far below what exhausts a build. */
export const mostTemplate = 128;

/** One part of XML: a layout with drawn shapes has some 100 kB. */
const mostXml = 16;

const mega = 1024 * 1024;

export class TemplatePackage implements PartSource {
  /** How messages name the file. */
  readonly file: string;
  /** The path of the presentation's part. */
  readonly presentation: string;
  private readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Paths as they are in the archive by the same in lower case: names of parts that differ in case only are the same. */
  private readonly paths: ReadonlyMap<string, string>;
  private readonly types: ContentTypes;
  private readonly trees = new Map<string, XmlElement>();

  /** @throws Refusal */
  constructor(file: string, parts: ReadonlyMap<string, Uint8Array>) {
    this.file = file;
    this.parts = parts;
    this.paths = new Map([...parts.keys()].map((path) => [path.toLowerCase(), path]));
    if (!this.has("[Content_Types].xml")) throw new Refusal(templateNoPresentation(file, undefined));
    this.types = contentTypesOf(this.xml("[Content_Types].xml"));
    this.presentation = this.findPresentation();
  }

  has(path: string): boolean {
    return this.paths.has(path.toLowerCase());
  }

  contentType(path: string): string {
    return this.types.overrides.get(path.toLowerCase()) ?? this.types.endings.get(endingOf(path)) ?? "";
  }

  relationships(path: string): readonly Relationship[] {
    const file = relationshipsPath(path);
    if (!this.has(file)) return [];
    return childrenOf(this.xml(file), "Relationship").map(({ attributes }) => {
      const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
      return mode === "External" ? { id, type, target, external: true } : { id, type, target: this.resolve(path, target) };
    });
  }

  /** @throws Refusal */
  xml(path: string): XmlElement {
    const known = this.trees.get(path);
    if (known !== undefined) return known;
    const bytes = this.bytes(path);
    if (bytes.length > mostXml * mega) throw new Refusal(templateTooLarge(this.file, mostXml));
    try {
      const root = readXml(bytes);
      this.trees.set(path, root);
      return root;
    } catch (reason) {
      if (!(reason instanceof XmlError)) throw reason;
      throw new Refusal(templateXml(this.file, path, reason.kind));
    }
  }

  /** @throws Refusal */
  bytes(path: string): Uint8Array {
    const bytes = this.parts.get(this.paths.get(path.toLowerCase()) ?? path);
    if (bytes === undefined) throw new Refusal(templatePart(this.file, path));
    return bytes;
  }

  /** Targets are written as URIs; some programs write them plainly. */
  private resolve(from: string, target: string): string {
    const path = resolvePath(from, target);
    if (this.has(path) || !path.includes("%")) return path;
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  }

  private findPresentation(): string {
    const roots = this.relationships("");
    if (roots.some(({ type }) => type.startsWith("http://purl.oclc.org/ooxml/"))) throw new Refusal(templateStrict(this.file));
    const path = roots.find(({ type, external }) => type === relationshipTypes.officeDocument && external !== true)?.target;
    const type = path === undefined ? "" : this.contentType(path);
    if (path !== undefined && presentationType.test(type)) return path;
    const other = type.includes("wordprocessingml") ? "document" : type.includes("spreadsheetml") ? "workbook" : undefined;
    throw new Refusal(templateNoPresentation(this.file, other));
  }
}

/** Presentations, templates and shows, with macros or without. */
const presentationType = /(?:presentationml|ms-powerpoint)\.(?:presentation|template|slideshow)\.(?:main|macroEnabled\.main)\+xml$/u;

interface ContentTypes {
  readonly endings: ReadonlyMap<string, string>;
  /** By the path in lower case. */
  readonly overrides: ReadonlyMap<string, string>;
}

function contentTypesOf(root: XmlElement): ContentTypes {
  const endings = new Map<string, string>();
  const overrides = new Map<string, string>();
  for (const { name, attributes } of childrenOf(root)) {
    const { Extension: ending = "", PartName: path = "", ContentType: type = "" } = attributes;
    if (name === "Default") endings.set(ending.toLowerCase(), type);
    if (name === "Override") overrides.set(path.replace(/^\//u, "").toLowerCase(), type);
  }
  return { endings, overrides };
}

/**
 * Opens a template's file.
 *
 * @param file how messages name it
 * @throws Refusal
 */
export async function openTemplate(file: string, bytes: Uint8Array): Promise<TemplatePackage> {
  const other = otherThanZip(bytes);
  if (other !== undefined) throw new Refusal(templateNoPackage(file, other));
  return new TemplatePackage(file, await unzip(file, bytes));
}

async function unzip(file: string, bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    return await readZip(bytes, { mostBytes: mostTemplate * mega });
  } catch (reason) {
    if (!(reason instanceof ZipError)) throw reason;
    const { kind } = reason;
    if (kind === "too-large") throw new Refusal(templateTooLarge(file, mostTemplate));
    throw new Refusal(kind === "no-zip" ? templateNoPackage(file, "other") : templateDamaged(file, kind));
  }
}

/** `undefined` for what begins like a zip archive. */
function otherThanZip(bytes: Uint8Array): NoPackage | undefined {
  const start = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (start === "") return "empty";
  if (start.startsWith("PK\u0003\u0004")) return undefined;
  if (start.startsWith("%PDF-")) return "pdf";
  if (!start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) return "other";
  // A compound file: the directory names what is in it.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("EncryptedPackage", 0, "utf16le") ? "encrypted" : "old";
}

/** A template's parts as a source: of them one takes what another template lacks. */
export function sourceOf(parts: readonly Part[]): PartSource {
  const byPath = new Map(parts.map((part) => [part.path, part]));
  const part = (path: string): Part => {
    const found = byPath.get(path);
    if (found === undefined) throw new Error(`There is no part ${path}.`);
    return found;
  };
  return {
    has: (path) => byPath.has(path),
    contentType: (path) => part(path).contentType,
    relationships: (path) => part(path).relationships,
    xml: (path) => {
      const { content } = part(path);
      if (content instanceof Uint8Array) throw new Error(`The part ${path} is no XML.`);
      return content;
    },
    bytes: (path) => {
      const { content } = part(path);
      if (content instanceof Uint8Array) return content;
      throw new Error(`The part ${path} is XML.`);
    },
  };
}
