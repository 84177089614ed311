/**
 * A PowerPoint file opened by other means than those that wrote it: parts, content types, relationships, slides in order,
 * workbooks.
 */

import { posix } from "node:path";
import readWorkbook from "read-excel-file/node";
import { readZip, type ZipEntry } from "./zip.ts";
import { all, attribute, children, type Element, parseXml } from "./xml.ts";

export interface Relationship {
  readonly id: string;
  /** The last part of the type's URI: "slideLayout". */
  readonly kind: string;
  /** The path of a part, or an address if external. */
  readonly target: string;
  readonly external: boolean;
}

/** A part's root element, or why it has none. */
interface Parsed {
  readonly root?: Element;
  readonly fault?: string;
}

export type Cell = string | number | boolean | Date | null;

export interface Sheet {
  readonly name: string;
  /** From A1. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Parts are parsed when they are asked for. */
export class Package {
  /** As in the zip's directory. */
  readonly entries: readonly ZipEntry[];
  readonly parts: ReadonlyMap<string, Uint8Array>;
  private readonly parsed: Map<string, Parsed>;
  private readonly relations = new Map<string, readonly Relationship[]>();

  /** @param parsed parts that have been parsed already */
  constructor(entries: readonly ZipEntry[], parsed: ReadonlyMap<string, Parsed> = new Map()) {
    this.entries = entries;
    this.parts = new Map(entries.map(({ path, content }) => [path, content]));
    this.parsed = new Map(parsed);
  }

  /** The root element of a part; `undefined` where there is none or it cannot be parsed. */
  root(path: string): Element | undefined {
    return this.parse(path)?.root;
  }

  /** Why a part cannot be parsed. */
  fault(path: string): string | undefined {
    return this.parse(path)?.fault;
  }

  private parse(path: string): Parsed | undefined {
    const content = this.parts.get(path);
    if (content === undefined || !isXml(path)) return undefined;
    const known = this.parsed.get(path) ?? parse(content);
    this.parsed.set(path, known);
    return known;
  }

  /** All parts parsed so far but one. */
  protected parsedWithout(path: string): ReadonlyMap<string, Parsed> {
    return new Map([...this.parsed].filter(([other]) => other !== path));
  }

  /** @param path of a part; "" is the package itself */
  relationships(path: string): readonly Relationship[] {
    let found = this.relations.get(path);
    if (found === undefined) {
      found = relationshipsIn(this.root(relationshipsPath(path)), path);
      this.relations.set(path, found);
    }
    return found;
  }

  /** The first part that a relationship of that kind leads to. */
  related(path: string, kind: string): string | undefined {
    return this.relationships(path).find((relation) => relation.kind === kind && !relation.external)?.target;
  }

  allRelated(path: string, kind: string): readonly string[] {
    return this.relationships(path)
      .filter((relation) => relation.kind === kind && !relation.external)
      .map(({ target }) => target);
  }

  target(path: string, id: string | undefined): Relationship | undefined {
    return this.relationships(path).find((relation) => relation.id === id);
  }

  /** Paths of parts that are no bookkeeping of the package, in the order of the zip. */
  get content(): readonly string[] {
    return [...this.parts.keys()].filter((path) => path !== typesPath && !path.endsWith(".rels") && !path.endsWith("/"));
  }
}

/** An opened presentation. */
export class Presentation extends Package {
  readonly path: string;
  /** Paths of the slides, in the presentation's order. */
  readonly slides: readonly string[];
  /** Of embedded workbooks, by path; one that cannot be read is missing here and in {@link faultyWorkbooks}. */
  readonly workbooks: ReadonlyMap<string, readonly Sheet[]>;
  readonly faultyWorkbooks: ReadonlyMap<string, string>;
  private readonly kinds = new Map<string, readonly string[]>();
  /** EMU. */
  readonly size: { readonly width: number; readonly height: number };

  constructor(entries: readonly ZipEntry[], workbooks: Workbooks, parsed?: ReadonlyMap<string, Parsed>) {
    super(entries, parsed);
    this.path = this.related("", "officeDocument") ?? "";
    const root = this.root(this.path);
    this.slides = all(root, "p:sldId").flatMap((node) => this.target(this.path, attribute(node, "r:id"))?.target ?? []);
    this.workbooks = workbooks.sheets;
    this.faultyWorkbooks = workbooks.faults;
    const size = all(root, "p:sldSz")[0];
    this.size = { width: Number(attribute(size, "cx")), height: Number(attribute(size, "cy")) };
  }

  /** The same file with another content in one part. */
  async with(path: string, content: Uint8Array): Promise<Presentation> {
    const entries = this.entries.map((entry) => (entry.path === path ? { ...entry, content } : entry));
    const workbooks = path.endsWith(".xlsx") ? await readWorkbooks(entries) : { sheets: this.workbooks, faults: this.faultyWorkbooks };
    return new Presentation(entries, workbooks, this.parsedWithout(path));
  }

  layoutOf(slide: string): string | undefined {
    return this.related(slide, "slideLayout");
  }

  /** Paths of all parts of a kind: "slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster", "chart". */
  all(kind: string): readonly string[] {
    let found = this.kinds.get(kind);
    if (found === undefined) {
      const targets = new Set(["", ...this.content].flatMap((path) => this.allRelated(path, kind)));
      found = [...targets].filter((path) => this.parts.has(path));
      this.kinds.set(kind, found);
    }
    return found;
  }
}

/** @throws Error where it is no zip */
export async function openPresentation(bytes: Uint8Array): Promise<Presentation> {
  const entries = readZip(bytes);
  return new Presentation(entries, await readWorkbooks(entries));
}

interface Workbooks {
  readonly sheets: ReadonlyMap<string, readonly Sheet[]>;
  readonly faults: ReadonlyMap<string, string>;
}

async function readWorkbooks(entries: readonly ZipEntry[]): Promise<Workbooks> {
  const sheets = new Map<string, readonly Sheet[]>();
  const faults = new Map<string, string>();
  for (const { path, content } of entries) {
    if (!path.endsWith(".xlsx")) continue;
    try {
      sheets.set(path, await openWorkbook(content));
    } catch (reason) {
      faults.set(path, wordsOf(reason));
    }
  }
  return { sheets, faults };
}

const books = new WeakMap<Uint8Array, readonly Sheet[]>();

async function openWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const known = books.get(bytes);
  if (known !== undefined) return known;
  const sheets = await readWorkbook(Buffer.from(bytes), { trim: false });
  const read = sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) }));
  books.set(bytes, read);
  return read;
}

function cellOf(value: unknown): Cell {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value instanceof Date) return value;
  return null;
}

export const typesPath = "[Content_Types].xml";

export function isXml(path: string): boolean {
  return path.endsWith(".xml") || path.endsWith(".rels") || path.endsWith(".vml");
}

/** Where the relationships of a part stand. */
export function relationshipsPath(path: string): string {
  return posix.join(posix.dirname(path), "_rels", `${posix.basename(path)}.rels`);
}

function relationshipsIn(root: Element | undefined, path: string): readonly Relationship[] {
  return children(root, "rels:Relationship").map((node) => {
    const target = attribute(node, "Target") ?? "";
    const external = attribute(node, "TargetMode") === "External";
    return {
      id: attribute(node, "Id") ?? "",
      kind: (attribute(node, "Type") ?? "").split("/").at(-1) ?? "",
      target: external ? target : resolved(path, target),
      external,
    };
  });
}

/** By their text: tests open files again and again that differ in one part only. Nobody changes what is parsed. */
const texts = new Map<string, Parsed>();
const mostTexts = 2_000;

function parse(content: Uint8Array): Parsed {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    const known = texts.get(text);
    if (known !== undefined) return known;
    const { documentElement } = parseXml(text);
    const parsed = documentElement === null ? { fault: "is empty" } : { root: documentElement };
    if (texts.size > mostTexts) texts.clear();
    texts.set(text, parsed);
    return parsed;
  } catch (reason) {
    return { fault: wordsOf(reason) };
  }
}

function wordsOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}

function resolved(path: string, target: string): string {
  return target.startsWith("/") ? target.slice(1) : posix.join(posix.dirname(path), target);
}
