/** Drafts and releases of decks: what can be wrong with them, and what has changed since. */

import type { Message } from "../diagnostic.ts";

export function draftAndReleased(): Message {
  return {
    code: "draft-and-released",
    de: "Ein Foliensatz ist Entwurf oder freigegeben, nicht beides: Mit der Freigabe fällt »draft: true« weg.",
    en: "A deck is a draft or it is released, not both: with the release `draft: true` goes.",
  };
}

export function notAFingerprint(written: string): Message {
  return {
    code: "not-a-fingerprint",
    de: `»${written}« ist kein Fingerabdruck: Das sind 16 Zeichen aus 0–9 und a–f. »npm run check« nennt den, der gilt.`,
    en: `\`${written}\` is no fingerprint: that is 16 characters of 0–9 and a–f. \`npm run check\` tells the one that holds.`,
  };
}

/** @param data each draft of data, as "Einwohner der Orte, 31.12.2020 (Folien …)" */
export function releasedShowsDrafts(data: readonly { readonly de: string; readonly en: string }[]): Message {
  return {
    code: "released-shows-drafts",
    de: `Freigegeben, aber mit Zahlen, die selbst noch Entwurf sind; der Foliensatz wird deshalb als Entwurf gezeigt: ${data.map(({ de }) => de).join("; ")}.`,
    en: `Released, but with numbers that are drafts themselves, so the deck is shown as a draft: ${data.map(({ en }) => en).join("; ")}.`,
  };
}

/** @param on the day as German and as English have it */
export function releasedDoesNotBuild(by: string, on: Readonly<Record<"de" | "en", string>>): Message {
  return {
    code: "released-does-not-build",
    de: `Freigegeben am ${on.de} durch ${by}, lässt sich aber nicht mehr bauen: siehe die Fehler.`,
    en: `Released on ${on.en} by ${by}, but it does not build any more: see the errors.`,
  };
}
