/** What can be wrong in a slide's Markdown before anything is bound. */

import type { Message } from "../diagnostic.ts";

export function emptySlideFile(): Message {
  return {
    code: "empty-slide-file",
    de: "Diese Datei ist leer: erwartet wird eine Folie mit einer Überschrift der ersten Ebene (# …).",
    en: "This file is empty: a slide with a heading of level one (# …) is expected.",
  };
}

export function frontMatterOpen(): Message {
  return {
    code: "front-matter-open",
    de: "Der Kopf der Folie, der hier mit --- beginnt, wird nicht mit einer zweiten Zeile --- geschlossen.",
    en: "The front matter that begins here with --- is not closed by a second line ---.",
  };
}

export function fenceOpen(fence: string): Message {
  return {
    code: "fence-open",
    de: `Dieser Block wird nicht geschlossen: es fehlt eine Zeile ${fence}. Alles Weitere der Datei gehört so zu ihm.`,
    en: `This block is not closed: a line ${fence} is missing. All the rest of the file belongs to it.`,
  };
}

export function regionOpen(name: string): Message {
  return {
    code: "region-open",
    de: `Der Bereich »${name}« wird nicht geschlossen: es fehlt eine Zeile :::.`,
    en: `The region \`${name}\` is not closed: a line ::: is missing.`,
  };
}

export function regionNested(outer: string): Message {
  return {
    code: "region-nested",
    de: `Hier beginnt ein Bereich, bevor der Bereich »${outer}« mit ::: geschlossen ist. Bereiche stehen nacheinander, nicht ineinander.`,
    en: `A region begins here before the region \`${outer}\` is closed by :::. Regions stand one after the other, not in each other.`,
  };
}

export function regionNotOpen(): Message {
  return {
    code: "region-not-open",
    de: "Dieses ::: schließt keinen Bereich: davor ist keiner offen. Ein Bereich beginnt mit ::: und seinem Namen.",
    en: "This ::: closes no region: none is open before it. A region begins with ::: and its name.",
  };
}

export function regionMalformed(): Message {
  return {
    code: "region-malformed",
    de: "Nach ::: steht hier mehr als ein Name. Ein Bereich beginnt mit einer Zeile wie »::: left« und endet mit »:::«.",
    en: "More than one name follows ::: here. A region begins with a line like `::: left` and ends with `:::`.",
  };
}

export function regionInNotes(): Message {
  return {
    code: "region-in-notes",
    de: "In den Notizen gibt es keine Bereiche: »Note:« steht nach dem letzten Bereich der Folie.",
    en: "There are no regions in notes: `Note:` stands after the last region of the slide.",
  };
}

export function notesWord(written: string): Message {
  return {
    code: "notes-word",
    de: `Diese Zeile steht auf der Folie. Beginnen hier die Notizen, heißt sie »Note:«, nicht »${written}«.`,
    en: `This line stands on the slide. If the notes begin here, it is \`Note:\`, not \`${written}\`.`,
  };
}

export function placeholderOpen(): Message {
  return {
    code: "placeholder-open",
    de: "Dieser Platzhalter wird nicht geschlossen: es fehlt }} im selben Absatz. Sind Klammern gemeint, steht \\{{.",
    en: "This placeholder is not closed: }} is missing in the same paragraph. For literal braces write \\{{.",
  };
}

export function claimOpen(): Message {
  return {
    code: "claim-open",
    de: "Was hier mit { beginnt, wird nicht geschlossen: es fehlt } im selben Absatz.",
    en: "What begins here with { is not closed: } is missing in the same paragraph.",
  };
}

export function claimWithoutWords(): Message {
  return {
    code: "claim-without-words",
    de: "Hierzu gehören keine Worte: vor ]{…: …} fehlt die öffnende Klammer [.",
    en: "No words belong to this: the opening [ before ]{…: …} is missing.",
  };
}

export function claimCrossing(): Message {
  return {
    code: "claim-crossing",
    de: "Die Klammern dieser Worte überschneiden sich mit einer Auszeichnung (**…**, *…* oder einem Link): sie müssen ganz darin oder ganz darum stehen.",
    en: "The brackets of these words cross a markup (**…**, *…* or a link): they must stand wholly inside or wholly around it.",
  };
}

export function forbiddenCharacter(code: string): Message {
  return {
    code: "forbidden-character",
    de: `Das Zeichen ${code} lässt sich nicht darstellen (Steuerzeichen oder privater Bereich): bitte löschen oder ersetzen.`,
    en: `The character ${code} cannot be shown (control character or private use): delete or replace it.`,
  };
}

export function fencedInside(type: string): Message {
  return {
    code: "fenced-inside",
    de: `Ein Block »${type}« steht für sich am Zeilenanfang, nicht in einer Liste, einem Zitat oder den Notizen.`,
    en: `A block \`${type}\` stands by itself at the margin, not in a list, a quote or the notes.`,
  };
}

export function fencedEmpty(type: string): Message {
  return {
    code: "fenced-empty",
    de: `Dieser Block »${type}« ist leer.`,
    en: `This block \`${type}\` is empty.`,
  };
}

export function fencedMisspelt(written: string, suggestion: string): Message {
  return {
    code: "fenced-misspelt",
    de: `»${written}« wird als Quelltext gezeigt. Ist ein Block »${suggestion}« gemeint?`,
    en: `\`${written}\` is shown as code. Is a block \`${suggestion}\` meant?`,
  };
}

export function nestedTooDeeply(): Message {
  return {
    code: "nested-too-deeply",
    de: "Listen, Zitate oder Auszeichnungen sind hier zu tief ineinander geschachtelt.",
    en: "Lists, quotes or markup are nested too deeply here.",
  };
}
