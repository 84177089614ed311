/** What can be wrong in a YAML text as such. `reason` is the parser's own word for it. */

import type { Message } from "../diagnostic.ts";

export function emptyFile(): Message {
  return {
    code: "empty-file",
    de: "Hier steht nichts: erwartet werden Felder der Form »name: wert«.",
    en: "There is nothing here: fields of the form “name: value” are expected.",
  };
}

export function yamlTab(): Message {
  return {
    code: "yaml-tab",
    de: "Eingerückt wird mit Leerzeichen, nicht mit dem Tabulator.",
    en: "Indent with spaces, not with a tab.",
  };
}

export function yamlOpenQuote(quote: string): Message {
  return {
    code: "yaml-open-quote",
    de: `Dieses Anführungszeichen ${quote} wird nicht geschlossen.`,
    en: `This quotation mark ${quote} is never closed.`,
  };
}

export function yamlAfterQuote(quote: string): Message {
  const doubled =
    quote === "'" ? { de: " Ein Apostroph im Text wird verdoppelt ('').", en: " Double an apostrophe inside the text ('')." } : undefined;
  return {
    code: "yaml-after-quote",
    de: `Nach dem schließenden Anführungszeichen darf nichts mehr folgen.${doubled?.de ?? ' Ein Anführungszeichen im Text wird zu \\".'}`,
    en: `Nothing may follow the closing quotation mark.${doubled?.en ?? ' Write a quotation mark inside the text as \\".'}`,
  };
}

export function yamlOpenBracket(bracket: string): Message {
  return {
    code: "yaml-open-bracket",
    de: `Diese Klammer ${bracket} wird nicht geschlossen, oder ihr Inhalt reicht über den Block hinaus.`,
    en: `This bracket ${bracket} is never closed, or its content leaves the block.`,
  };
}

export function yamlComma(): Message {
  return {
    code: "yaml-comma",
    de: "Zwischen den Einträgen in Klammern fehlt ein Komma. Ein Text mit Klammern oder Kommas braucht hier Anführungszeichen.",
    en: "A comma is missing between the entries in brackets. A text that holds brackets or commas needs quotation marks here.",
  };
}

export function yamlColonInText(): Message {
  return {
    code: "yaml-colon",
    de: "Ein Text, in dem ein Doppelpunkt mit Leerzeichen steht, braucht Anführungszeichen.",
    en: "A text that holds a colon followed by a space needs quotation marks.",
  };
}

export function yamlNoColon(): Message {
  return {
    code: "yaml-no-colon",
    de: "Diese Zeile ist kein Feld: Es fehlt »: « nach dem Namen.",
    en: "This line is no field: “: ” after a name is missing.",
  };
}

export function yamlNoBlank(): Message {
  return {
    code: "yaml-no-blank",
    de: "Nach dem Doppelpunkt fehlt ein Leerzeichen.",
    en: "A space is missing after the colon.",
  };
}

export function yamlDash(): Message {
  return {
    code: "yaml-dash",
    de: 'Ein Strich als Wert braucht Anführungszeichen ("-"); eine Liste beginnt auf einer neuen Zeile.',
    en: 'A dash as a value needs quotation marks ("-"); a list begins on a new line.',
  };
}

export function yamlReserved(character: string): Message {
  return {
    code: "yaml-reserved",
    de: `Ein Text, der mit ${character} beginnt, braucht Anführungszeichen.`,
    en: `A text that begins with ${character} needs quotation marks.`,
  };
}

export function yamlPlaceholder(): Message {
  return {
    code: "yaml-placeholder",
    de: 'Ein Text, der mit einem Platzhalter {{ … }} beginnt, braucht Anführungszeichen: "{{ … }} …".',
    en: 'A text that begins with a placeholder {{ … }} needs quotation marks: "{{ … }} …".',
  };
}

export function yamlIndent(): Message {
  return {
    code: "yaml-indent",
    de: "Diese Zeile ist anders eingerückt als die Felder neben ihr.",
    en: "This line is indented differently from the fields beside it.",
  };
}

export function yamlEscape(): Message {
  return {
    code: "yaml-escape",
    de: "In doppelten Anführungszeichen leitet \\ ein Sonderzeichen ein. Für einen einfachen \\ den Text in einfache Anführungszeichen setzen.",
    en: "In double quotation marks \\ begins an escape. For a plain \\ put the text in single quotation marks.",
  };
}

export function yamlCharacter(): Message {
  return {
    code: "yaml-character",
    de: "Hier steht ein Steuerzeichen, das in Text nicht erlaubt ist.",
    en: "There is a control character here that text may not contain.",
  };
}

export function yamlDepth(limit: number): Message {
  return {
    code: "yaml-depth",
    de: `Die Felder sind tiefer als ${limit} Ebenen verschachtelt.`,
    en: `The fields are nested deeper than ${limit} levels.`,
  };
}

export function yamlSyntax(reason: string): Message {
  return {
    code: "yaml-syntax",
    de: `Das ist kein gültiges YAML (${reason}).`,
    en: `This is not valid YAML (${reason}).`,
  };
}

export function yamlAlias(name: string): Message {
  return {
    code: "yaml-alias",
    de: `Verweise (*${name}, &${name}) sind hier nicht erlaubt; den Wert ausschreiben. Ein Text, der mit * oder & beginnt, braucht Anführungszeichen.`,
    en: `References (*${name}, &${name}) are not allowed here; write the value out. A text that begins with * or & needs quotation marks.`,
  };
}

export function yamlTag(tag: string): Message {
  return {
    code: "yaml-tag",
    de: `Typangaben wie ${tag} sind hier nicht erlaubt. Ein Text, der mit ! beginnt, braucht Anführungszeichen.`,
    en: `Type tags like ${tag} are not allowed here. A text that begins with ! needs quotation marks.`,
  };
}

export function yamlDocuments(): Message {
  return {
    code: "yaml-documents",
    de: "Hier beginnt mit »---« ein zweites Dokument; je Datei ist nur eines erlaubt.",
    en: "A second document begins here with “---”; only one is allowed per file.",
  };
}

export function yamlKey(): Message {
  return {
    code: "yaml-key",
    de: "Ein Feldname muss ein nicht leerer Text sein.",
    en: "The name of a field must be a text that is not empty.",
  };
}

export function duplicateKey(key: string, line: number): Message {
  return {
    code: "duplicate-key",
    de: `»${key}« steht schon in Zeile ${line}.`,
    en: `“${key}” already stands in line ${line}.`,
  };
}

export function unsafeNumber(raw: string): Message {
  return {
    code: "unsafe-number",
    de: `${raw} ist zu groß, um genau gerechnet zu werden (mehr als 15 Stellen). Soll es Text sein, braucht es Anführungszeichen.`,
    en: `${raw} is too large to be exact (more than 15 digits). If it is meant as text, put it in quotation marks.`,
  };
}
