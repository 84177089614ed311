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
  /** Of a text box beside a placeholder: the type sizes of the template ÷ the house's, as in `TemplateRegion`. 1 if left out. */
  readonly scale?: number;
  /** Ground of the box (code), with that much free on all sides of the text, px. */
  readonly panel?: { readonly fill: ColourName; readonly inset: number };
}

/** How paragraphs are set, each by the layouts' placeholder of that kind, or in a text box by the same list style. */
export type TextStyleName = "title" | "kicker" | "body" | "lead" | "number" | "caption" | "source";

export interface Paragraph {
  /**
   * `list` has the bullets of its level, the others have none. What a heading, quote or code looks like stands in the
   * paragraph and its runs: the role only says what it is.
   */
  readonly role: "plain" | "list" | "heading" | "quote" | "code" | "number" | "label" | "detail" | "field";
  /**
   * `list`: depth from 0, the level of the list style. `number`, `label`, `detail`: 0, 1, 2 of style "number". All others:
   * how many indents the text stands to the right, as what belongs to a list's item does. With 0 it stands at the left
   * edge, on the first level of the list style without its bullet, margin and indent; with n at the place of the text of
   * list level n - 1, so on that level without its bullet and hanging indent.
   */
  readonly level: number;
  /** Level of the list style that it is set in, from 0, where its indents do not say it: of the ledger in the notes. */
  readonly look?: number;
  /**
   * Numbered lists: where the counting starts (`startAt`). It is the same for neighbours that count on; a paragraph in
   * between of the same level or less ends a count, and the next number says itself where to go on.
   */
  readonly numbered?: { readonly start: number };
  /** Task lists. */
  readonly checked?: boolean;
  readonly align?: "left" | "center" | "right";
  /** px of space above, where it is not what the style gives. The first paragraph of a box has none, whatever the style. */
  readonly before?: number;
  /** Type size in px, where it is not what the style gives (a key figure's number). */
  readonly size?: number;
  /** Line height in px, where it is not what the style gives. */
  readonly line?: number;
  readonly runs: readonly Run[];
}

export interface Run {
  /** Without characters that XML cannot hold; a line break is a run of its own, `\n`. */
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
  /** Type size in px, where it is not the paragraph's: code among words is smaller. */
  readonly size?: number;
  readonly colour?: ColourName;
  readonly link?: Link;
  /** `slidenum`: the number of the slide, kept by PowerPoint; `text` is what it is now. */
  readonly field?: "slidenum";
}

/** To an address, or to a slide by its id. */
export type Link = { readonly address: string; readonly title?: string } | { readonly slide: string; readonly title?: string };

export interface TableItem extends Placed {
  readonly kind: "table";
  readonly region?: TemplateRegion;
  readonly table: TableBlock;
  /** Widths of the columns, px: together the box's width. */
  readonly columns: readonly number[];
  /** Heights of the rows, the header's first, px: together the box's height. Sizes and cells' margins: `measuresOf`; in the house's table style the first column has none at its left, the last none at its right. */
  readonly rows: readonly number[];
  /** Alternative text, German: caption, or what the columns are. */
  readonly alternative: string;
}

/** Its box has the picture's shape where its size is known: as large as the room, never larger than it is itself. */
export interface PictureItem extends Placed {
  readonly kind: "picture";
  readonly region?: TemplateRegion;
  /** As in the deck (`Picture.address`). */
  readonly address: string;
  readonly alternative: string;
  /** A picture that is a link. */
  readonly link?: Link;
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
