/** Drafts and releases of decks, in words of the terminal. */

import { germanDate } from "../data/calendar.ts";
import { draftWords } from "../deck/state.ts";
import type { Deck } from "../deck/model.ts";
import { isChanged } from "../deck/release-note.ts";
import { type Language, printable } from "../source/diagnostic.ts";

/** "ENTWURF", "freigegeben am 22.11.2026 durch … (Fingerabdruck 3f9a…)"; `undefined` where nothing is said of the deck. */
export function stateWords({ state }: Pick<Deck, "state">, language: Language): string | undefined {
  const german = language === "de";
  if (state === undefined) return undefined;
  if (state.kind === "draft") return german ? "ENTWURF" : "DRAFT";
  const { by, on, now } = state;
  const since = isChanged(state) ? (german ? ", seither geändert" : ", changed since") : "";
  return german
    ? `freigegeben am ${germanDate(on)} durch ${by}${since} (Fingerabdruck ${now})`
    : `released on ${on} by ${by}${since} (fingerprint ${now})`;
}

/** Why decks are drafts although they do not say so themselves, a line for each draft of data; each deck once. */
export function draftLines(decks: readonly Deck[], language: Language): readonly string[] {
  const unique = new Map(decks.map((deck) => [deck.id, deck]));
  return [...unique.values()].flatMap(({ id, state }) => {
    if (state?.kind !== "draft" || state.data.length === 0) return [];
    const head = language === "de" ? `${id} zeigt Zahlen, die noch Entwurf sind:` : `${id} shows numbers that are drafts:`;
    return [head].concat(state.data.map((data) => printable(`  ${draftWords(data)[language]}`)));
  });
}

/** "  mut-briefing  3f9a0c17…" for each deck, with what is said of it. */
export function fingerprintLines(
  fingerprints: readonly { readonly deck: Deck; readonly fingerprint: string }[],
  language: Language,
): readonly string[] {
  const width = Math.max(0, ...fingerprints.map(({ deck }) => deck.id.length));
  return fingerprints.map(({ deck, fingerprint }) => {
    const released = deck.state?.kind === "released" ? (language === "de" ? "freigegeben" : "released") : stateWords(deck, language);
    return `  ${deck.id.padEnd(width)}  ${fingerprint}${released === undefined ? "" : `  ${released}`}`;
  });
}
