/** What server and page say to each other while a deck is being written. Versions count a deck's states within one run of the server. */

/** Names of Vite's custom events. */
export const events = {
  /** Page → server: {@link Standing}. */
  ask: "stichtag:ask",
  /** Server → page: {@link Update}. */
  update: "stichtag:update",
  /** Server → page: {@link Fault}. */
  fault: "stichtag:fault",
} as const;

/** Where a page stands. In the page as the content of `<meta name="stichtag-live">`. */
export interface Standing {
  readonly deck: string;
  /** One run of the server. */
  readonly run: string;
  /** 0: the page shows no state at all. */
  readonly version: number;
}

/** What is needed to come from any version since `from` to `version`. */
export interface Update extends Standing {
  readonly from: number;
  /** Of the whole deck, as plain text. */
  readonly title: string;
  /** Cannot be patched: the page is to be loaded anew. */
  readonly reload: boolean;
  /** Ids of all slides, in order; absent where they are as before. */
  readonly order?: readonly string[];
  /** The releases that the deck rests on, as JSON (`DeckSources`); absent where they are as before. */
  readonly sources?: string;
  /** Those that have changed since `from`, as HTML of their `<section>`. */
  readonly sections: readonly { readonly id: string; readonly html: string }[];
}

/** What is wrong with a deck at present, or what of it could mislead. */
export interface Fault {
  readonly deck: string;
  /** Heading in the language of the interface. */
  readonly heading: string;
  /** `error`: the deck stands still at its last good state. `warning`: it is shown as it is. */
  readonly severity: "error" | "warning";
  /** All diagnostics with code frames, as a text; "" where nothing is wrong. */
  readonly report: string;
  /** The same one by one. */
  readonly notes: readonly Note[];
}

export interface Note {
  /** `path:line:column`. */
  readonly place: string;
  readonly code: string;
  readonly words: string;
  /** The line with a caret under the place; may be "". */
  readonly frame: string;
}

export const standingName = "stichtag-live";
