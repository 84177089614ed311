/** The package in the making: parts are written, compressed and forgotten as they come; of media each picture once. */

import { createHash } from "node:crypto";
import { writeXml } from "../xml/write.ts";
import type { XmlElement } from "../xml/tree.ts";
import { type ZipEntry, zipEntry, zipOf } from "../zip/write.ts";
import { contentTypesOf } from "./content-types.ts";
import type { PackageBuilder, Part, PartBuilder } from "./part.ts";
import { relationshipsPath } from "./paths.ts";
import { RelatingPart, relationshipsXml } from "./relationships.ts";

export interface PackageOptions {
  /** Parts that are there already, of a template: no path that {@link PackageBuilder.next} gives is one of theirs. */
  readonly parts?: readonly Part[];
  /** False for a workbook that goes into another package: that compresses it as one, which is smaller. */
  readonly compress?: boolean;
}

export interface FinishablePackage extends PackageBuilder {
  /** Collects the relationships of the package itself (to the presentation or workbook, to the properties). */
  readonly root: PartBuilder;
  /** The whole file. Nothing can be added after it. */
  finish(): Uint8Array;
}

/** An empty package: for a presentation, or for a workbook in it. */
export function newPackage({ parts = [], compress = true }: PackageOptions = {}): FinishablePackage {
  const builder = new Package(compress);
  for (const { path, contentType, content, relationships } of parts) builder.take(path, contentType, content, relationships);
  return builder;
}

/** Their bytes are compressed by their own formats. */
const compressedTypes: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "video/mp4", "audio/mpeg"]);

class Package implements FinishablePackage {
  readonly root: RelatingPart = new RelatingPart("");
  private readonly compress: boolean;
  private readonly entries: ZipEntry[] = [];
  /** Content type by path. */
  private readonly types = new Map<string, string>();
  /** In lower case, as names of parts that differ only in case are the same. */
  private readonly taken = new Set<string>();
  private readonly counts = new Map<string, number>();
  /** Path of a picture by the hash of its bytes. */
  private readonly pictures = new Map<string, string>();

  constructor(compress: boolean) {
    this.compress = compress;
  }

  next(stem: string, ending: string): string {
    let count = this.counts.get(stem) ?? 0;
    let path: string;
    do {
      count += 1;
      path = `${stem}${count}.${ending}`;
    } while (this.taken.has(path.toLowerCase()));
    this.counts.set(stem, count);
    return path;
  }

  part(path: string): RelatingPart {
    return new RelatingPart(path);
  }

  add(builder: PartBuilder, contentType: string, content: XmlElement | Uint8Array): void {
    if (!(builder instanceof RelatingPart)) throw new TypeError("A part is built by its package.");
    this.take(builder.path, contentType, content, builder.seal());
  }

  media(bytes: Uint8Array, ending: string, contentType: string): string {
    const known = this.pictures.get(hashOf(bytes));
    if (known !== undefined) return known;
    const path = this.next("ppt/media/image", ending);
    this.take(path, contentType, bytes, []);
    return path;
  }

  take(path: string, contentType: string, content: XmlElement | Uint8Array, relationships: Part["relationships"]): void {
    this.types.set(path, contentType);
    if (content instanceof Uint8Array && contentType.startsWith("image/")) this.pictures.set(hashOf(content), path);
    this.store(path, content instanceof Uint8Array ? content : textOf(content), !compressedTypes.has(contentType));
    if (relationships.length > 0) this.store(relationshipsPath(path), textOf(relationshipsXml(path, relationships)), true);
  }

  finish(): Uint8Array {
    const first = [
      zipEntry("[Content_Types].xml", textOf(contentTypesOf(this.types)), this.compress),
      zipEntry(relationshipsPath(""), textOf(relationshipsXml("", this.root.seal())), this.compress),
    ];
    return zipOf([...first, ...this.entries]);
  }

  private store(path: string, bytes: Uint8Array, compressible: boolean): void {
    const key = path.toLowerCase();
    if (this.taken.has(key)) throw new Error(`The part ${path} is there already.`);
    this.taken.add(key);
    this.entries.push(zipEntry(path, bytes, this.compress && compressible));
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64");
}

function textOf(root: XmlElement): Uint8Array {
  return Buffer.from(writeXml(root));
}
