/** What can be wrong where a slide is bound to its data, its layout and its neighbours. */

import type { Message } from "../diagnostic.ts";

const did = (name: string | undefined): { readonly de: string; readonly en: string } =>
  name === undefined ? { de: "", en: "" } : { de: ` Ist »${name}« gemeint?`, en: ` Is \`${name}\` meant?` };

const list = (names: readonly string[], quote: (name: string) => string): string => names.map(quote).join(", ");
const german = (name: string): string => `»${name}«`;
const english = (name: string): string => `\`${name}\``;

export function unknownLayout(name: string, near: string | undefined, known: readonly string[]): Message {
  return {
    code: "unknown-layout",
    de: `Das Layout »${name}« gibt es nicht.${did(near).de || ` Es gibt ${list(known, german)}.`}`,
    en: `There is no layout \`${name}\`.${did(near).en || ` There are ${list(known, english)}.`}`,
  };
}

export function unknownRegion(name: string, layout: string, near: string | undefined, known: readonly string[]): Message {
  return {
    code: "unknown-region",
    de: `Das Layout »${layout}« hat keinen Bereich »${name}«.${did(near).de || ` Es hat ${list(known, german)}.`}`,
    en: `The layout \`${layout}\` has no region \`${name}\`.${did(near).en || ` It has ${list(known, english)}.`}`,
  };
}

export function unknownCanvas(name: string, known: readonly string[]): Message {
  return {
    code: "unknown-canvas",
    de: `Das Format »${name}« gibt es nicht, nur ${list(known, german)}.`,
    en: `There is no canvas \`${name}\`, only ${list(known, english)}.`,
  };
}

export function titleMissing(): Message {
  return {
    code: "title-missing",
    de: "Dieser Folie fehlt ihr Titel: eine Überschrift der ersten Ebene (# …).",
    en: "This slide lacks its title: a heading of level one (# …).",
  };
}

export function titleTwice(): Message {
  return {
    code: "title-twice",
    de: "Die Folie hat schon einen Titel. Weitere Überschriften beginnen mit ## oder ###, eine weitere Folie mit einer Zeile --- nach einer Leerzeile.",
    en: "The slide has a title already. Further headings begin with ## or ###, a further slide with a line --- after a blank line.",
  };
}

export function emptySlide(): Message {
  return {
    code: "empty-slide",
    de: "Diese Folie ist leer. Ein --- zu viel?",
    en: "This slide is empty. One --- too many?",
  };
}

export function duplicateSlide(id: string, other: string): Message {
  return {
    code: "duplicate-slide",
    de: `Die Kennung »${id}« hat schon die Folie aus ${other}: bitte die Datei anders nennen.`,
    en: `The slide from ${other} has the id \`${id}\` already: give the file another name.`,
  };
}

export function noSlides(): Message {
  return {
    code: "no-slides",
    de: "Dieser Foliensatz hat keine Folien: neben deck.yaml fehlen Dateien wie 01-titel.md.",
    en: "This deck has no slides: files such as 01-title.md are missing beside deck.yaml.",
  };
}

export function placeholderInSettings(): Message {
  return {
    code: "placeholder-in-settings",
    de: "In deck.yaml wird nichts gebunden: Platzhalter {{ … }} stehen nur auf Folien.",
    en: "Nothing is bound in deck.yaml: placeholders {{ … }} stand on slides only.",
  };
}

export function claimNoTruth(kind: string): Message {
  return {
    code: "claim-no-truth",
    de: `Eine Bedingung ist wahr oder falsch; dies ergibt ${germanKinds[kind] ?? kind}. Es fehlt ein Vergleich wie < oder =.`,
    en: `A condition is true or false; this yields ${englishKinds[kind] ?? kind}. A comparison such as < or = is missing.`,
  };
}

export function claimEmpty(): Message {
  return {
    code: "claim-empty",
    de: "Zwischen [ und ]{claim: …} steht kein Wort.",
    en: "No word stands between [ and ]{claim: …}.",
  };
}

const germanKinds: Readonly<Record<string, string>> = {
  number: "eine Zahl",
  table: "eine Tabelle",
  day: "einen Tag",
  words: "einen Text",
  truth: "wahr oder falsch",
};
const englishKinds: Readonly<Record<string, string>> = {
  number: "a number",
  table: "a table",
  day: "a day",
  words: "a text",
  truth: "true or false",
};

export function expected(what: "number" | "table", kind: string): Message {
  const hint =
    what === "number" && kind === "table"
      ? { de: " Ein einzelner Wert hat einen Schlüssel: datensatz.schlüssel.", en: " A single value has a key: dataset.key." }
      : { de: "", en: "" };
  return {
    code: `expected-${what}`,
    de: `Hier wird ${germanKinds[what]} gebraucht; dies ergibt ${germanKinds[kind] ?? kind}.${hint.de}`,
    en: `${what === "number" ? "A number" : "A table"} is needed here; this yields ${englishKinds[kind] ?? kind}.${hint.en}`,
  };
}

export function linkProtocol(address: string): Message {
  return {
    code: "link-protocol",
    de: `Dieser Link ist nicht erlaubt: »${address}«. Es gehen http(s), mailto, tel, Dateien neben den Folien und #folie.`,
    en: `This link is not allowed: \`${address}\`. Links go to http(s), mailto, tel, files beside the slides and #slide.`,
  };
}

export function linkEmpty(): Message {
  return { code: "link-empty", de: "Diesem Link fehlt die Adresse.", en: "This link lacks its address." };
}

export function linkWithoutWords(): Message {
  return {
    code: "link-without-words",
    de: "Diesem Link fehlen die Worte, die ein Bildschirmleser vorliest.",
    en: "This link lacks the words that a screen reader reads.",
  };
}

export function unknownSlide(id: string, near: string | undefined): Message {
  return {
    code: "unknown-slide",
    de: `Eine Folie »${id}« gibt es nicht.${did(near).de}`,
    en: `There is no slide \`${id}\`.${did(near).en}`,
  };
}

export function unknownPicture(address: string, near: string | undefined): Message {
  return {
    code: "unknown-picture",
    de: `Das Bild »${address}« gibt es nicht.${did(near).de}`,
    en: `There is no picture \`${address}\`.${did(near).en}`,
  };
}

export function pictureElsewhere(address: string): Message {
  return {
    code: "picture-elsewhere",
    de: `Ein Bild ist eine Datei neben den Folien (png, jpg, svg, webp), damit der Foliensatz ohne Netz vollständig ist; nicht »${address}«.`,
    en: `A picture is a file beside the slides (png, jpg, svg, webp), so that the deck is whole without a network; not \`${address}\`.`,
  };
}

export function pictureWithoutText(): Message {
  return {
    code: "picture-without-text",
    de: "Diesem Bild fehlt sein Alternativtext: ![was zu sehen ist](bild.png).",
    en: "This picture lacks its alternative text: ![what is to be seen](picture.png).",
  };
}

export function regionOverflows(region: string, by: number): Message {
  return {
    code: "region-overflows",
    de: `Der Inhalt des Bereichs »${region}« ist um ${by} px zu hoch. Bitte kürzen oder auf zwei Folien verteilen (eine Zeile --- nach einer Leerzeile).`,
    en: `The content of the region \`${region}\` is ${by} px too high. Shorten it, or split the slide (a line --- after a blank line).`,
  };
}

export function titleTooLong(lines: number, most: number): Message {
  return {
    code: "title-too-long",
    de: `Der Titel braucht ${lines} Zeilen, Platz ist für ${most}. Bitte kürzen; die Überschrift des Themas kann in »kicker« stehen.`,
    en: `The title takes ${lines} lines, there is room for ${most}. Shorten it; the subject's heading can stand in \`kicker\`.`,
  };
}

export function kickerTooLong(by: number): Message {
  return {
    code: "kicker-too-long",
    de: `Die Zeile über dem Titel ist um ${by} px zu lang für eine Zeile.`,
    en: `The line above the title is ${by} px too long for one line.`,
  };
}

export function wordTooLong(word: string, by: number): Message {
  return {
    code: "word-too-long",
    de: `Das Wort »${word}« ist um ${by} px breiter als sein Platz. Ein weiches Trennzeichen (&shy;) erlaubt eine Trennung.`,
    en: `The word “${word}” is ${by} px wider than its place. A soft hyphen (&shy;) lets it be divided.`,
  };
}

export function numberTooLong(number: string, by: number): Message {
  return {
    code: "number-too-long",
    de: `Die Zahl »${number}« ist um ${by} px breiter als ihr Platz. Weniger Kennzahlen nebeneinander, oder ein kürzeres Format (million).`,
    en: `The number “${number}” is ${by} px wider than its place. Fewer key figures side by side, or a shorter format (million).`,
  };
}

export function chartTooLow(region: string, least: number, has: number): Message {
  return {
    code: "chart-too-low",
    de: `Dieses Diagramm braucht im Bereich »${region}« ${least} px Höhe und hat ${has} px. Weniger Kategorien (top), weniger Text daneben, oder eine eigene Folie.`,
    en: `This chart needs ${least} px of height in the region \`${region}\` and has ${has} px. Fewer categories (top), less text beside it, or a slide of its own.`,
  };
}

export function footOverflows(by: number): Message {
  return {
    code: "foot-overflows",
    de: `Fußnoten und Quellen der Folie sind um ${by} px zu hoch. Weniger oder kürzere Fußnoten, oder die Folie teilen.`,
    en: `The slide's footnotes and sources are ${by} px too high. Fewer or shorter footnotes, or split the slide.`,
  };
}

export function contentWithoutRegion(layout: string): Message {
  return {
    code: "content-without-region",
    de: `Das Layout »${layout}« hat keinen Bereich für Inhalt.`,
    en: `The layout \`${layout}\` has no region for content.`,
  };
}

/** @param from and until as they are written */
export function validityReversed(from: string, until: string): Message {
  return {
    code: "validity-reversed",
    de: `Die Folie gälte ab ${from} und vor ${until}, also nie: until muss nach from liegen.`,
    en: `The slide would hold from ${from} and before ${until}, so never: until must come after from.`,
  };
}

export function noSlideOfDay(asOf: string): Message {
  return {
    code: "no-slide-of-day",
    de: `Zum Stand ${asOf} gehört keine Folie: jede gilt nach ihrem from und until an anderen Tagen.`,
    en: `No slide belongs to the deck as of ${asOf}: each holds on other days by its from and until.`,
  };
}
