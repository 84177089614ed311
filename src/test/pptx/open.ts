/**
 * A PowerPoint file opened by other means than those that wrote it: parts, content types, relationships, slides in order,
 * workbooks.
 */

import { posix } from "node:path";
import readWorkbook from "read-excel-file/node";
import { readZip, type ZipEntry } from "./zip.ts";
import { all, attribute, children, type Document, type Element, parseXml } from "./xml.ts";

export interface Relationship {
  readonly id: string;
  /** The last part of the type's URI: "slideLayout". */
  readonly kind: string;
  /** The path of a part, or an address if external. */
  readonly target: string;
  readonly external: boolean;
}

export type Cell = string | number | boolean | Date | null;

export interface Sheet {
  readonly name: string;
  /** From A1. */
  readonly rows: readonly (readonly Cell[])[];
}

export class Package {
  /** As in the zip's directory. */
  readonly entries: readonly ZipEntry[];
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Why a part could not be parsed, by path. */
  readonly unreadable: ReadonlyMap<string, string>;
  private readonly documents: ReadonlyMap<string, Document>;
  private readonly relations: ReadonlyMap<string, readonly Relationship[]>;

  constructor(bytes: Uint8Array) {
    this.entries = readZip(bytes);
    this.parts = new Map(this.entries.map(({ path, content }) => [path, content]));
    const unreadable = new Map<string, string>();
    const documents = new Map<string, Document>();
    for (const [path, content] of this.parts) {
      if (!isXml(path)) continue;
      try {
        documents.set(path, parseXml(new TextDecoder("utf-8", { fatal: true }).decode(content)));
      } catch (reason) {
        unreadable.set(path, reason instanceof Error ? reason.message : String(reason));
      }
    }
    this.unreadable = unreadable;
    this.documents = documents;
    this.relations = new Map(
      ["", ...this.parts.keys()].flatMap((path) => {
        const document = documents.get(relationshipsPath(path));
        return document === undefined ? [] : [[path, relationshipsIn(document, path)]];
      }),
    );
  }

  /** The root element of a part; `undefined` where there is none or it cannot be parsed. */
  root(path: string): Element | undefined {
    return this.documents.get(path)?.documentElement ?? undefined;
  }

  /** @param path of a part; "" is the package itself */
  relationships(path: string): readonly Relationship[] {
    return this.relations.get(path) ?? [];
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

  constructor(bytes: Uint8Array, workbooks: ReadonlyMap<string, readonly Sheet[]>, faultyWorkbooks: ReadonlyMap<string, string>) {
    super(bytes);
    this.path = this.related("", "officeDocument") ?? "";
    const root = this.root(this.path);
    this.slides = all(root, "p:sldId").flatMap((node) => this.target(this.path, attribute(node, "r:id"))?.target ?? []);
    this.workbooks = workbooks;
    this.faultyWorkbooks = faultyWorkbooks;
    const size = all(root, "p:sldSz")[0];
    this.size = { width: Number(attribute(size, "cx")), height: Number(attribute(size, "cy")) };
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
  const workbooks = new Map<string, readonly Sheet[]>();
  const faulty = new Map<string, string>();
  for (const { path, content } of readZip(bytes)) {
    if (!path.endsWith(".xlsx")) continue;
    try {
      workbooks.set(path, await openWorkbook(content));
    } catch (reason) {
      faulty.set(path, reason instanceof Error ? reason.message : String(reason));
    }
  }
  return new Presentation(bytes, workbooks, faulty);
}

async function openWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const sheets = await readWorkbook(Buffer.from(bytes), { trim: false });
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) }));
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

function relationshipsIn(document: Document, path: string): readonly Relationship[] {
  return children(document.documentElement ?? undefined, "rels:Relationship").map((node) => {
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

function resolved(path: string, target: string): string {
  return target.startsWith("/") ? target.slice(1) : posix.join(posix.dirname(path), target);
}
