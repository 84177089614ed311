/** The deck as all targets read it: slides of regions of blocks, every number a figure. Plain immutable values. */

import type { ChartViews } from "../chart/model.ts";
import type { DataView } from "../data/asof.ts";
import type { Dataset, Release } from "../data/dataset.ts";
import type { Figure, IsoDate, Origin } from "../data/figure.ts";
import type { Span } from "../source/source.ts";
import type { CanvasName, LayoutName } from "../../theme/layouts.ts";

export interface Deck {
  /** The folder's name. */
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly event?: string;
  /** When it is shown; absent where it was built with data of after that day (`--as-of`). */
  readonly date?: IsoDate;
  readonly author?: string;
  readonly contact?: Contact;
  readonly language: "de";
  /** The day as of which all data is taken. */
  readonly asOf: IsoDate;
  /** Set where the deck was built as it could have been on this day (`--known-on`). No slide says so: it shows what it would have shown. */
  readonly knownOn?: IsoDate;
  /** As what day's knowledge the deck sees the data; where nothing is said, as known on `asOf`. */
  readonly seen?: Pick<DataView, "knownOn" | "byArrival">;
  readonly canvas: CanvasName;
  /** How the deck marks thousands; absent: with a dot. */
  readonly thousands?: "." | "\u202f";
  /** Absent where nothing is said of it: then nothing is shown of it either. */
  readonly state?: DeckState;
  /** The PowerPoint template that the deck asks for, as a PowerPoint file only. */
  readonly template?: TemplateSettings;
  /** What `deck.yaml` says of rules of the lint, by their names. */
  readonly lint?: ReadonlyMap<string, "off" | "warning" | "error">;
  /** Words of its own for the rule `wording`: what to say instead, or `off` for a word that the deck may use. */
  readonly wording?: ReadonlyMap<string, string>;
  readonly slides: readonly Slide[];
}

/** A deck that may go out (`released`), or not yet (`draft`): because it says so, or because it shows data that are none yet. */
export type DeckState = ReleasedDeck | { readonly kind: "draft"; readonly data: readonly DraftData[] };

export interface Released {
  readonly kind: "released";
  /** Name of who released it. */
  readonly by: string;
  readonly on: IsoDate;
  /** Of the deck as it was released, see `fingerprint.ts`. */
  readonly fingerprint?: string;
  /** Where `deck.yaml` says it. */
  readonly span: Span;
}

export interface ReleasedDeck extends Released {
  /** The deck's fingerprint as it is. */
  readonly now: string;
}

/** Data that a deck shows although their release is a draft. */
export interface DraftData {
  readonly dataset: Dataset;
  readonly release: Release;
  /** Ids of the slides that show it, in their order. */
  readonly slides: readonly string[];
  /** Of the numbers that rest on it, as they are shown: each text once, in reading order. */
  readonly figures: readonly string[];
}

/** What `deck.yaml` says of a PowerPoint template of one's own, with the places of it. Nothing of it has been looked up yet. */
export interface TemplateSettings {
  /** A .potx or .pptx, relative to the project, with `/`: "theme/kreis.potx". */
  readonly file: Named;
  /** By the house's name; a layout that is not here wants one of its own name. */
  readonly layouts: ReadonlyMap<LayoutName, LayoutMapping>;
  /** What holds for every layout that says nothing else; of `kicker`, `source`, `page` and `date` only. */
  readonly regions: ReadonlyMap<string, PlaceholderName>;
}

export interface LayoutMapping {
  /** The template's layout. */
  readonly name?: Named;
  /** By the house's names of regions, `date` among them. */
  readonly regions: ReadonlyMap<string, PlaceholderName>;
  readonly span: Span;
}

/** A placeholder's name in the template, or `none`: what would stand there is left out on purpose. */
export type PlaceholderName = Named | { readonly none: true; readonly span: Span };

/** A name as `deck.yaml` writes it, composed (NFC). */
export interface Named {
  readonly name: string;
  readonly span: Span;
}

export interface Contact {
  readonly name?: string;
  readonly organisation?: string;
  readonly unit?: string;
  readonly telephone?: string;
  readonly email?: string;
}

export interface Slide {
  /** File name without ending; for the n-th slide of a file with "-n" after it (n from 2). Unique and stable. */
  readonly id: string;
  readonly layout: LayoutName;
  /** The small line above the title. */
  readonly kicker: readonly Inline[];
  readonly title: readonly Inline[];
  /** By region name, in reading order of the layout; only regions that have content. */
  readonly regions: readonly { readonly region: string; readonly blocks: readonly Block[] }[];
  readonly notes: readonly Block[];
  /**
   * The numbers, dates and claims in words that the slide holds as plain text: titles, labels and texts of charts and
   * diagrams, footnotes of its author, alternatives of pictures, titles of links. Each place once; none of the notes.
   */
  readonly said: readonly Inline[];
  /** Exactly the releases that figures shown on the slide rest on, in order of appearance. */
  readonly releases: readonly Release[];
  /** The line at the foot: sources, Stichtage, licence credits. */
  readonly sourceLine: readonly Inline[];
  /** Footnotes due on the slide: notes of its releases, breaks, and the legend of symbols shown. */
  readonly footnotes: readonly string[];
  /** Set on slides that show the ledger: what stands there stands on other slides too, with its sources beside it. */
  readonly ledger?: true;
  readonly span: Span;
}

export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3 | 4 | 5 | 6; readonly content: readonly Inline[]; readonly span: Span }
  | { readonly kind: "paragraph"; readonly content: readonly Inline[]; readonly span: Span }
  | { readonly kind: "list"; readonly ordered: boolean; readonly start: number; readonly items: readonly ListItem[]; readonly span: Span }
  | { readonly kind: "quote"; readonly blocks: readonly Block[]; readonly span: Span }
  | { readonly kind: "code"; readonly language: string; readonly text: string; readonly span: Span }
  | { readonly kind: "rule"; readonly span: Span }
  | TableBlock
  | FiguresBlock
  | ChartBlock;

export interface ListItem {
  /** `undefined` where the item is no task. */
  readonly checked?: boolean;
  readonly blocks: readonly Block[];
}

/** A Markdown table or a bound one (```` ```table ````). */
export interface TableBlock {
  readonly kind: "table";
  readonly caption: readonly Inline[];
  readonly columns: readonly { readonly header: readonly Inline[]; readonly align: "left" | "center" | "right" }[];
  readonly rows: readonly { readonly role: "plain" | "highlight" | "rest" | "total"; readonly cells: readonly (readonly Inline[])[] }[];
  /** The first column names the row. True for bound tables. */
  readonly rowHeaders: boolean;
  /** Set where it takes its region's width, however few columns it has. */
  readonly wide?: true;
  /** Set of a table that goes on over several slides: what all of them have alike. */
  readonly whole?: TableWhole;
  readonly span: Span;
}

/** What a table is a part of. */
export interface TableWhole {
  /** All rows, the header's once. */
  readonly rows: number;
  /** Width of each column, in hundredths of the table's. */
  readonly widths: readonly number[];
}

/** Key figures: each a big number, a line what, a line where and when, and perhaps more lines. */
export interface FiguresBlock {
  readonly kind: "figures";
  readonly items: readonly {
    readonly figure: Figure;
    readonly label: readonly Inline[];
    readonly details: readonly (readonly Inline[])[];
    readonly group?: string;
    readonly highlight: boolean;
  }[];
  readonly span: Span;
}

export interface ChartBlock extends ChartViews {
  readonly kind: "chart";
  readonly span: Span;
}

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong" | "emphasis" | "deleted"; readonly content: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "link"; readonly address: string; readonly title?: string; readonly content: readonly Inline[] }
  | { readonly kind: "image"; readonly image: Picture }
  /** A number. */
  | { readonly kind: "figure"; readonly figure: Figure }
  /** A date or text from data, e.g. a Stichtag: shown as `text`. */
  | { readonly kind: "bound"; readonly text: string; readonly origin: Origin; readonly span: Span }
  /** Words that look like a statistic and are none, and why. */
  | { readonly kind: "literal"; readonly content: readonly Inline[]; readonly reason: string; readonly span: Span }
  /** Words that are true only while a condition holds, or that were chosen because it holds. */
  | {
      readonly kind: "claim";
      readonly content: readonly Inline[];
      /** As written: of the claim, or what the choice asks. */
      readonly condition: string;
      /** What its words were taken to mean, German: "»rund« heißt höchstens 5 % mehr oder weniger". Absent where it has none. */
      readonly meanings?: readonly string[];
      readonly origin: Origin;
      readonly span: Span;
    };

/** A picture beside the slides, read by the edge: `address` is a path relative to the project. */
export interface Picture {
  readonly address: string;
  readonly alternative: string;
  readonly title?: string;
}
