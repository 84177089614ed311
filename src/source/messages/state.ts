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

type Spoken = Readonly<Record<"de" | "en", string>>;

export interface ChangedSince {
  readonly by: string;
  readonly on: Spoken;
  /** "Einwohner Aurach 1.000 → 1.240 (01-titel)" */
  readonly figures: readonly Spoken[];
  readonly slides: readonly Spoken[];
  /** Whether slides whose words changed are among them. */
  readonly wordsKnown: boolean;
  /** The fingerprint that holds now. */
  readonly now: string;
}

/** What is named one by one; of the rest how many there are. */
const most = 12;

function list(items: readonly Spoken[], language: "de" | "en"): string {
  const more = items.length - most;
  const rest = more <= 0 ? [] : [language === "de" ? `und ${more} weitere` : `and ${more} more`];
  return [...items.slice(0, most).map((item) => item[language]), ...rest].map((line) => `\n    ${line}`).join("");
}

export function changedSinceRelease({ by, on, figures, slides, wordsKnown, now }: ChangedSince): Message {
  const de = [
    `Seit der Freigabe am ${on.de} durch ${by} geändert.`,
    ...(figures.length === 0 ? [] : [`\n  Andere Zahlen und Angaben:${list(figures, "de")}`]),
    ...(slides.length === 0 ? [] : [`\n  Andere Folien:${list(slides, "de")}`]),
    ...(wordsKnown
      ? []
      : [
          "\n  Welche Wörter sich geändert haben, ist nicht bekannt: In git gibt es keinen Stand, der mit diesem Fingerabdruck freigegeben wurde.",
        ]),
    `\n  Zum erneuten Freigeben: by, on und fingerprint: ${now}`,
  ];
  const en = [
    `Changed since the release on ${on.en} by ${by}.`,
    ...(figures.length === 0 ? [] : [`\n  Other numbers and texts from data:${list(figures, "en")}`]),
    ...(slides.length === 0 ? [] : [`\n  Other slides:${list(slides, "en")}`]),
    ...(wordsKnown ? [] : ["\n  Which words have changed is not known: git has no state that was released with this fingerprint."]),
    `\n  To release it again: by, on and fingerprint: ${now}`,
  ];
  return { code: "changed-since-release", de: de.join(""), en: en.join("") };
}

export function noFingerprint(now: string): Message {
  return {
    code: "released-without-fingerprint",
    de: `Ohne Fingerabdruck merkt niemand, wenn sich nach der Freigabe etwas ändert. So wie der Foliensatz jetzt ist, gehört unter released: fingerprint: ${now}`,
    en: `Without a fingerprint nobody notices what changes after the release. As the deck is now, put under released: fingerprint: ${now}`,
  };
}

/** @param data each draft of data, as "Einwohner der Orte, 31.12.2020 (Folien …)" */
export function releasedShowsDrafts(data: readonly Spoken[]): Message {
  return {
    code: "released-shows-drafts",
    de: `Freigegeben, aber mit Zahlen, die selbst noch Entwurf sind; der Foliensatz wird deshalb als Entwurf gezeigt: ${data.map(({ de }) => de).join("; ")}.`,
    en: `Released, but with numbers that are drafts themselves, so the deck is shown as a draft: ${data.map(({ en }) => en).join("; ")}.`,
  };
}

/** @param on the day as German and as English have it */
export function releasedDoesNotBuild(by: string, on: Spoken): Message {
  return {
    code: "released-does-not-build",
    de: `Freigegeben am ${on.de} durch ${by}, lässt sich aber nicht mehr bauen: siehe die Fehler.`,
    en: `Released on ${on.en} by ${by}, but it does not build any more: see the errors.`,
  };
}
