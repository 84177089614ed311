/** What the lint says of charts and of the form of slides, and what would be right. */

import type { Message } from "../diagnostic.ts";

/** @param category whose bar is of another scale */
export function axisCut(category: string): Message {
  return {
    code: "lint-cut-axis",
    de: `Die Balken beginnen nicht bei null: Der von »${category}« ist nicht so lang, wie seine Zahl es will. Balken und Säulen zeigen mit ihrer Länge eine Menge; wer nur Unterschiede zeigen will, nimmt kind: line oder slope.`,
    en: `The bars do not begin at zero: that of "${category}" is not as long as its number wants. Bars and columns show an amount by their length; to show differences only, take kind: line or slope.`,
  };
}

export function tooManyParts(
  what: { readonly de: string; readonly en: string },
  count: number,
  most: number,
  cure: { readonly de: string; readonly en: string },
): Message {
  return {
    code: "lint-too-many-parts",
    de: `${count} ${what.de} kann niemand auseinanderhalten; höchstens ${most}. ${cure.de}`,
    en: `Nobody can tell ${count} ${what.en} apart; at most ${most}. ${cure.en}`,
  };
}

export function slideWithoutNotes(): Message {
  return {
    code: "lint-slide-without-notes",
    de: "Diese Folie hat keine Notizen: eine Zeile »Note:«, darunter, was dazu zu sagen ist und was die Zahlen nicht sagen.",
    en: "This slide has no notes: a line `Note:`, below it what is to be said and what the numbers do not say.",
  };
}

export function alternativeSaysNothing(alternative: string): Message {
  return {
    code: "lint-slide-without-alt",
    de: `»${alternative}« sagt niemandem, was auf dem Bild zu sehen ist: ![Kinder an einem Tisch mit Deutschbuch](bild.jpg).`,
    en: `"${alternative}" tells nobody what is to be seen in the picture: ![Kinder an einem Tisch mit Deutschbuch](bild.jpg).`,
  };
}

/** @param proposal the word as YAML takes it, with a soft hyphen at its joint, where one is known */
export function wordBroken(word: string, proposal: string | undefined): Message {
  return {
    code: "lint-words-too-long",
    de: `»${word}« ist länger als sein Platz und wird mitten im Wort getrennt. ${proposal === undefined ? `Ein kürzeres Wort hilft, oder ein weiches Trennzeichen an der Wortfuge: "Wort\\u00adfuge"` : `Ein weiches Trennzeichen sagt, wo: ${proposal}`}.`,
    en: `"${word}" is longer than its place and is divided inside the word. ${proposal === undefined ? `A shorter word helps, or a soft hyphen at its joint: "Wort\\u00adfuge"` : `A soft hyphen says where: ${proposal}`}.`,
  };
}
