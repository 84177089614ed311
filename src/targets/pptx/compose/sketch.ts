/** What is composed, as plain values in px: the last form before XML. Each sketch becomes one shape. */

import type { Box } from "../../../../theme/layouts.ts";
import type { Link, Run } from "../slide/content.ts";

export type Sketch = TextSketch | TableSketch | PictureSketch | RectangleSketch;

interface Sketched {
  /** px. */
  readonly box: Box;
  readonly name: string;
}

export interface TextSketch extends Sketched {
  readonly kind: "text";
  /** A text box says all of its body itself, a placeholder nothing. */
  readonly placeholder: boolean;
  readonly paragraphs: readonly SetParagraph[];
}

/** A paragraph as it is set: what its role means in this placeholder or text box. */
export interface SetParagraph {
  /** Of the list style, from 0. */
  readonly level: number;
  /** `inherited`: whatever the level gives, with its margin. `none`: taken off where the level gives one. */
  readonly bullet: "inherited" | "none" | Bullet;
  /** px from the left; where undefined as the level or the bullet gives it. */
  readonly margin?: number;
  readonly align?: "left" | "center" | "right";
  /** px above. */
  readonly before?: number;
  /** Type size, px. */
  readonly size?: number;
  /** Line height, px. */
  readonly line?: number;
  /** Said in pieces of one look each; a line break is a piece of its own. Links lead somewhere. */
  readonly runs: readonly Run[];
}

/**
 * Runs in one line, as they are composed: pptxgenjs would take a line break for the end of the paragraph, so that it is
 * told otherwise.
 */
export function lineOf(runs: readonly Run[]): string {
  const [only] = runs;
  if (runs.length < 2 && only?.text !== "\n") return only?.text ?? "";
  return runs.map(({ text }) => (text === "\n" ? "\u2028" : text)).join("");
}

export interface Bullet {
  /** A sign, or where the counting starts. */
  readonly sign: "•" | "☐" | "☑" | number;
  /** Whether it brings its own indent, where the level gives none. */
  readonly indented: boolean;
}

export interface TableSketch extends Sketched {
  readonly kind: "table";
  readonly columns: readonly SketchedColumn[];
  readonly rows: readonly SketchedRow[];
  /** Type size, px. */
  readonly size: number;
}

/** px. */
export interface SketchedColumn {
  readonly width: number;
  readonly align: "left" | "center" | "right";
  /** Of its cells. */
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

export interface SketchedRow {
  /** px. */
  readonly height: number;
  /** As many as there are columns. */
  readonly cells: readonly (readonly Run[])[];
}

export interface PictureSketch extends Sketched {
  readonly kind: "picture";
  /** Drawn twice over: a picture of points beside it for programs that know no SVG. */
  readonly vector: boolean;
  readonly link?: Link;
}

export interface RectangleSketch extends Sketched {
  readonly kind: "rectangle";
}
