/** A part of the package: a file in the zip, with its content type and what it refers to. */

import type { XmlElement } from "../xml/tree.ts";

export interface Part {
  /** In the zip, without a slash before it: "ppt/slides/slide1.xml". */
  readonly path: string;
  readonly contentType: string;
  readonly content: XmlElement | Uint8Array;
  readonly relationships: readonly Relationship[];
}

export interface Relationship {
  /** "rId1", unique in its part. */
  readonly id: string;
  /** The whole URI; see `types.ts`. */
  readonly type: string;
  /** The path of a part ("ppt/charts/chart1.xml"), or a URI if external, written as it is. */
  readonly target: string;
  readonly external?: true;
}

/** What one part collects while it is made: its relationships, its shapes' ids. */
export interface PartBuilder {
  /** The path of the part in the making. */
  readonly path: string;
  /** The id of a relationship to a part or, with `external`, to a URI; the same for the same target. */
  relate(type: string, target: string, external?: boolean): string;
  /** The next id of a shape, unique on the slide (or layout), from 2. */
  nextId(): number;
}

/** The package in the making. Parts are compressed as they come, and not kept. */
export interface PackageBuilder {
  /** The next free path of a kind: `next("ppt/charts/chart", "xml")` is "ppt/charts/chart1.xml", then "chart2.xml". */
  next(stem: string, ending: string): string;
  /** A builder for the part at a path. */
  part(path: string): PartBuilder;
  /** Takes a part in, with the relationships its builder has collected. */
  add(builder: PartBuilder, contentType: string, content: XmlElement | Uint8Array): void;
  /** The path of a picture or other file; the same bytes are stored once. */
  media(bytes: Uint8Array, ending: string, contentType: string): string;
}
