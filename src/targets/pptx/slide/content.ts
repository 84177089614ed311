/** A slide's content for PowerPoint: what stands where, in reading order, between the deck and the file. */

import type { ChartBlock, TableBlock } from "../../../deck/model.ts";
import type { Box } from "../../../../theme/layouts.ts";
import type { ColourName } from "../../../../theme/tokens.ts";
import type { TemplateRegion } from "../template/template.ts";

/** In reading order, which is the order of the shapes: title first, then kicker, content by regions, source line, date, page. */
export type Item = TextItem | TableItem | PictureItem | ChartItem | RectangleItem;

interface Placed {
  /** px. Of a placeholder that stays where its layout puts it: the layout's box. */
  readonly box: Box;
  /** The shape's name in PowerPoint's selection pane, German: "Titel", "Tabelle: Zuweisungen". */
  readonly name: string;
}

export interface TextItem extends Placed {
  readonly kind: "text";
  /** The placeholder it fills; without one it is a text box with `style`. */
  readonly region?: TemplateRegion;
  readonly paragraphs: readonly Paragraph[];
  /** What its levels are set in, where no placeholder gives it. */
  readonly style: TextStyleName;
}

/** How paragraphs are set, each by the layouts' placeholder of that kind, or in a text box by the same list style. */
export type TextStyleName = "title" | "kicker" | "body" | "lead" | "number" | "caption" | "source";

export interface Paragraph {
  /** `list`: level 0 and deeper have the layout's bullets; `plain`: none. Headings, quotes and code are set apart from body text. */
  readonly role: "plain" | "list" | "heading" | "quote" | "code" | "number" | "label" | "detail" | "field";
  /** Depth of lists around, from 0. */
  readonly level: number;
  /** Numbered lists: the number of the first item stands at each of them. */
  readonly numbered?: { readonly start: number };
  /** Task lists. */
  readonly checked?: boolean;
  readonly align?: "left" | "center" | "right";
  /** px of space above, where it is not what the style gives. */
  readonly before?: number;
  /** Type size in px, where it is not what the style gives (a key figure's number). */
  readonly size?: number;
  readonly runs: readonly Run[];
}

export interface Run {
  /** Without characters that XML cannot hold; a line break is a run of its own, `\n`. */
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
  readonly colour?: ColourName;
  readonly link?: { readonly address: string; readonly title?: string } | { readonly slide: string };
  /** `slidenum`: the number of the slide, kept by PowerPoint; `text` is what it is now. */
  readonly field?: "slidenum";
}

export interface TableItem extends Placed {
  readonly kind: "table";
  readonly region?: TemplateRegion;
  readonly table: TableBlock;
  /** Alternative text, German: caption, or what the columns are. */
  readonly alternative: string;
}

export interface PictureItem extends Placed {
  readonly kind: "picture";
  readonly region?: TemplateRegion;
  /** As in the deck (`Picture.address`). */
  readonly address: string;
  readonly alternative: string;
  /** A picture that is a link. */
  readonly link?: { readonly address: string };
}

/** Drawn natively, or as named shapes in a group: its first view. */
export interface ChartItem extends Placed {
  readonly kind: "chart";
  readonly region?: TemplateRegion;
  readonly block: ChartBlock;
}

/** A bar or rule, decorative. */
export interface RectangleItem extends Placed {
  readonly kind: "rectangle";
  readonly fill: ColourName;
}
