/** The drawing of a chart: rectangles, paths, text and groups in px, y downwards. Colours are names of tokens. */

import type { ColourName } from "../../theme/tokens.ts";

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

export type Mark = RectMark | PathMark | CircleMark | TextMark | LineMark | GroupMark;

interface MarkBase {
  /** Stable name of what is drawn ("bar:Polen"): the same thing has the same key in the next scene, so that it can move. Unique among siblings. */
  readonly key: string;
  readonly opacity?: number;
  /** What PowerPoint's selection pane calls it, German, where neither its words nor its key say enough. */
  readonly name?: string;
}

export interface Paint {
  readonly fill?: ColourName | "none";
  readonly stroke?: ColourName;
  readonly strokeWidth?: number;
  /** SVG dash array, e.g. "4 4". */
  readonly dash?: string;
}

export interface RectMark extends MarkBase, Paint {
  readonly type: "rect";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
  /** The way a bar grows from its baseline when it first appears. */
  readonly grow?: "right" | "left" | "up" | "down";
}

export interface CircleMark extends MarkBase, Paint {
  readonly type: "circle";
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}

/** Keys of the marks that a straight line joins, siblings of it or of a group around it, so that PowerPoint can glue it. */
interface Joint {
  readonly from?: string;
  readonly to?: string;
}

/** A straight line. */
export interface LineMark extends MarkBase, Paint, Joint {
  readonly type: "line";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Joins marks only where it is one straight stroke. */
export interface PathMark extends MarkBase, Paint, Joint {
  readonly type: "path";
  /** SVG path data with absolute commands. */
  readonly d: string;
}

/** One line of text; `y` is the baseline. */
export interface TextMark extends MarkBase {
  readonly type: "text";
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: "regular" | "bold";
  readonly anchor: "start" | "middle" | "end";
  readonly fill: ColourName;
  /** The words of a sibling shape (its key), of which this is one line: PowerPoint writes them into it and breaks them itself. */
  readonly within?: { readonly shape: string; readonly words: string };
}

/** Marks that belong together. With `reading` it is one thing that pointer and keyboard can ask for its value. */
export interface GroupMark extends MarkBase {
  readonly type: "group";
  /** What is read of the mark, German: "Polen: 3.395 Personen". Absent: decorative or read elsewhere. */
  readonly reading?: string;
  readonly marks: readonly Mark[];
}
