/** What makes the numbers of a page askable: the answers of each slide, and the deck's releases that they lead to. */

import { answersClass, type AskedRelease, type DeckSources, sourcesClass } from "../../data/answer.ts";
import { statusToTell } from "../../data/status.ts";
import type { SlideLedger } from "../../deck/ledger/book.ts";
import { slideLedger } from "../../deck/ledger/build.ts";
import type { ReleaseEntry } from "../../deck/ledger/entries.ts";
import type { Deck, Slide } from "../../deck/model.ts";
import { answersJson } from "./answers.ts";
import { escapeJson } from "./escape.ts";

/** The slide's answers as a script that is not run; "" where it has none. */
export function renderAnswers(slide: Slide, ledger: SlideLedger): string {
  const json = slide.ledger === true ? undefined : answersJson(slide, ledger);
  return json === undefined ? "" : script(answersClass, json);
}

/** What the answers of all slides lead to, once a deck. */
export function renderSources(deck: Deck): string {
  return script(sourcesClass, escapeJson(JSON.stringify(sourcesOf(deck))));
}

export function sourcesOf(deck: Deck): DeckSources {
  const sources: Record<string, AskedRelease> = {};
  for (const slide of deck.slides) {
    if (slide.ledger === true) continue;
    for (const release of slideLedger(slide, deck).releases) sources[release.key] ??= askedRelease(release);
  }
  return sources;
}

function script(name: string, json: string): string {
  return `<script type="application/json" class="${name}">${json}</script>`;
}

function askedRelease({
  title,
  stichtag,
  knownOn,
  status,
  provider,
  table,
  address,
  licence,
  file,
  retrieved,
}: ReleaseEntry): AskedRelease {
  const said = statusToTell(status);
  return {
    title,
    day: stichtag,
    ...(knownOn !== undefined && { known: knownOn }),
    ...(said !== undefined && { status: said }),
    provider,
    ...(table !== undefined && { table }),
    ...(address !== undefined && { address }),
    ...(licence !== undefined && { licence: licence.name, ...(licence.address !== undefined && { terms: licence.address }) }),
    file,
    ...(retrieved?.file !== undefined && { read: retrieved.file }),
    ...(retrieved?.on !== undefined && { on: retrieved.on }),
    ...(retrieved?.connector !== undefined && { by: retrieved.connector }),
  };
}
