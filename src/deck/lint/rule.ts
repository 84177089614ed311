/** What a rule of the lint is: it looks at a deck and says what an audience could be misled by. */

import type { Data } from "../../data/dataset.ts";
import type { DataView } from "../../data/asof.ts";
import type { IsoDate } from "../../data/figure.ts";
import type { Message } from "../../source/diagnostic.ts";
import type { Span } from "../../source/source.ts";
import type { Deck, Slide } from "../model.ts";
import type { OutlineSlide } from "../outline.ts";
import type { RuleName } from "./names.ts";

/** What is looked at: all slides that belong to the deck's day, as written and as bound. */
export interface LintInput {
  readonly deck: Deck;
  readonly slides: readonly { readonly outline: OutlineSlide; readonly slide: Slide }[];
  readonly data: Data;
  readonly view: DataView;
  /** What counts as today, for what grows stale; the edge's clock. */
  readonly today: IsoDate;
}

/** One thing found; `message.code` is `lint-<rule>`. */
export interface Finding {
  readonly span: Span;
  readonly message: Message;
  /** The slide on which it was found, for `quiet:` in its front matter; absent for what belongs to the deck or its data. */
  readonly slide?: string;
}

/** Those that are asked, by name. */
export type Rules = Readonly<Partial<Record<RuleName, Rule>>>;

export interface Rule {
  /** What is found without a word in `deck.yaml`; `off` for rules that an author asks for. */
  readonly severity: "error" | "warning" | "off";
  find(input: LintInput): readonly Finding[];
}
