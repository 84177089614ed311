/** What slides are put on: the house's own template made of `theme/`, or a corporate one read from a file. */

import type { Box, Ground, LayoutName, RegionKind } from "../../../../theme/layouts.ts";
import type { Part } from "../package/part.ts";
import type { XmlElement } from "../xml/tree.ts";

export interface Template {
  /** Of the slide, px (EMU ÷ 9525). */
  readonly size: { readonly width: number; readonly height: number };
  /** Of a page of notes, px, on which the notes master's shapes stand; 720 × 960, as in PowerPoint, if it says nothing. */
  readonly notesSize?: { readonly width: number; readonly height: number };
  /**
   * Masters, layouts, themes, notes master, table styles and media, as they go into the package: all of them reachable
   * from {@link Template.masters} and {@link Template.notesMaster}.
   */
  readonly parts: readonly Part[];
  /** Paths of the slide masters, in order. */
  readonly masters: readonly string[];
  readonly notesMaster: string;
  /** Paths of parts that `ppt/presentation.xml` refers to besides: theme, tableStyles, by relationship type. */
  readonly presentationParts: readonly { readonly type: string; readonly target: string }[];
  /** The id of the table style that bound tables take, as `{GUID}`. */
  readonly tableStyle: string;
  /** `p:defaultTextStyle` of the template's `ppt/presentation.xml`, where it has one: shapes of its masters rest on it. */
  readonly defaultTextStyle?: XmlElement;
  /** Only layouts that the deck uses need to be there. */
  readonly layouts: ReadonlyMap<LayoutName, TemplateLayout>;
}

export interface TemplateLayout {
  /** "ppt/slideLayouts/slideLayout1.xml". */
  readonly path: string;
  /** What text stands on, if not on the ground that the house's layout has: `blue` is light text on dark. */
  readonly ground?: Ground;
  /** By region name as in `theme/layouts.ts` ("title", "main", "left", "source", "page"), and "date". */
  readonly regions: ReadonlyMap<string, TemplateRegion>;
}

export type Insets = Readonly<Record<"left" | "top" | "right" | "bottom", number>>;

/** A placeholder of a layout that a region's content goes into. */
export interface TemplateRegion {
  readonly name: string;
  readonly kind: RegionKind | "date";
  /** Where the layout (or its master) puts it, px. A slide that leaves it there writes no geometry. */
  readonly box: Box;
  /** How far text and all that is drawn in its place stand clear of the box's edges, px. 0 if left out, as in the house's. */
  readonly insets?: Insets;
  /**
   * How wide text in the placeholder runs, px, where that is less than what the insets leave. In the house's wide regions it
   * is `measure` of `theme/tokens.ts`, as in the browser; charts and tables have the whole box.
   */
  readonly textWidth?: number;
  /** As on `p:ph`; both as in the layout, so that the slide's shape inherits from it. */
  readonly placeholder: { readonly type?: string; readonly idx?: number };
  /** The template's type size of first-level text ÷ the house's (1 in the house's template). */
  readonly scale: number;
  /** Width of text in the template's font ÷ the same in the house's, of the same size. 1 if left out. */
  readonly letters?: number;
  /**
   * Line height ÷ type size of text in the placeholder that says nothing of its own, as the template sets it. If left out,
   * the house's: 36 to 26 px of body text, 48 to 40 of titles.
   */
  readonly lineHeight?: number;
  /** Whether first-level text has a bullet: then plain paragraphs take it off, else lists bring their own. */
  readonly bullets: boolean;
  /** A placeholder for text: a chart, table or picture stands in its box as a shape of its own and does not fill it. */
  readonly textOnly?: true;
}
