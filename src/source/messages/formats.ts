/** What can be wrong with a file of statistics before anything in it is looked for: its encoding, its form, its end. */

import type { Message } from "../diagnostic.ts";

export function brokenEncoding(byte: number, encoding: string, ascii: boolean): Message {
  const hex = `0x${byte.toString(16).padStart(2, "0")}`;
  const name = encoding.toUpperCase();
  return {
    code: "broken-encoding",
    de: ascii
      ? `Bis hierher bestand die Datei nur aus ASCII-Zeichen; das Byte ${hex} gehört nicht zu UTF-8. Vermutlich ist sie in ISO-8859-1: dann unter update: »encoding: iso-8859-1« angeben.`
      : `Das Byte ${hex} ist in ${name} kein Zeichen: Die Datei ist beschädigt, oder unter update: ist eine andere encoding: anzugeben.`,
    en: ascii
      ? `Up to here the file was ASCII only; the byte ${hex} is not UTF-8. It is probably ISO-8859-1: then say “encoding: iso-8859-1” under update:.`
      : `The byte ${hex} is no character in ${name}: the file is damaged, or another encoding: has to be given under update:.`,
  };
}

export function lineTooLong(mebibytes: number): Message {
  return {
    code: "line-too-long",
    de: `Diese Zeile ist länger als ${mebibytes} MiB: Das ist keine Tabelle in Textform.`,
    en: `This line is longer than ${mebibytes} MiB: this is no table in text form.`,
  };
}

export function controlSign(code: number): Message {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  if (code === 0) {
    return {
      code: "not-a-text",
      de: "Hier steht ein Nullbyte: Das ist keine Textdatei (oder UTF-16 ohne Kennung; dann »encoding: utf-16le« angeben).",
      en: "There is a null byte here: this is no text file (or UTF-16 without its mark; then say “encoding: utf-16le”).",
    };
  }
  return {
    code: "broken-encoding",
    de: `Hier steht das Steuerzeichen ${name}: Die Datei ist beschädigt. Bitte noch einmal herunterladen.`,
    en: `There is the control character ${name} here: the file is damaged. Please download it again.`,
  };
}

export function readTwice(signs: string): Message {
  return {
    code: "broken-encoding",
    de: `»${signs}« entsteht, wenn UTF-8 als ISO-8859-1 gelesen wird: Entweder ist unter update: die encoding: falsch, oder die Datei ist so gespeichert worden; dann bitte das Original nehmen.`,
    en: `“${signs}” comes of UTF-8 that is read as ISO-8859-1: either the encoding: under update: is wrong, or the file was saved like that; then please take the original.`,
  };
}

export function lostSign(): Message {
  return {
    code: "broken-encoding",
    de: "Hier steht das Ersatzzeichen U+FFFD: Beim Speichern der Datei ist ein Zeichen verloren gegangen. Bitte das Original nehmen.",
    en: "There is the replacement character U+FFFD here: a sign was lost when the file was saved. Please take the original.",
  };
}

export function emptyTableFile(): Message {
  return {
    code: "empty-table-file",
    de: "Die Datei ist leer. Bitte noch einmal herunterladen.",
    en: "The file is empty. Please download it again.",
  };
}

export function htmlPage(title: string): Message {
  const named = title === "" ? { de: "", en: "" } : { de: ` mit dem Titel »${title}«`, en: ` titled “${title}”` };
  return {
    code: "html-page",
    de: `Das ist keine Tabelle, sondern eine Webseite${named.de}: vermutlich eine Fehler- oder Anmeldeseite des Dienstes. Bitte die Tabelle selbst herunterladen (CSV oder xlsx).`,
    en: `This is no table but a web page${named.en}: probably an error or login page of the service. Please download the table itself (CSV or xlsx).`,
  };
}

export function serviceStatus(code: string, words: string): Message {
  const said = words === "" ? { de: "", en: "" } : { de: `: »${words}«`, en: `: “${words}”` };
  return {
    code: "service-status",
    de: `Das ist keine Tabelle, sondern eine Meldung des Dienstes (Status ${code})${said.de}`,
    en: `This is no table but a message of the service (status ${code})${said.en}`,
  };
}

export type ForeignFile = "pdf" | "xls" | "gzip" | "binary";

export function foreignFile(kind: ForeignFile): Message {
  const what = {
    pdf: {
      de: "Das ist eine PDF-Datei; Tabellen daraus liest niemand sicher. Bitte dieselbe Tabelle als CSV oder xlsx holen.",
      en: "This is a PDF file; nobody can read tables from it safely. Please get the same table as CSV or xlsx.",
    },
    xls: {
      de: "Das ist eine Arbeitsmappe im alten Excel-Format (.xls) oder eine verschlüsselte. Bitte als .xlsx ohne Kennwort oder als CSV speichern.",
      en: "This is a workbook in Excel’s old format (.xls) or an encrypted one. Please save it as .xlsx without a password, or as CSV.",
    },
    gzip: {
      de: "Das ist eine gzip-Datei. Bitte erst entpacken.",
      en: "This is a gzip file. Please unpack it first.",
    },
    binary: {
      de: "Das ist keine Textdatei und keine Arbeitsmappe (xlsx); in dieser Form kann keine Tabelle gelesen werden.",
      en: "This is neither a text file nor a workbook (xlsx); no table can be read in this form.",
    },
  }[kind];
  return { code: "foreign-file", ...what };
}

export function unknownTableFormat(formats: readonly string[]): Message {
  return {
    code: "unknown-table-format",
    de: `In welcher Form diese Tabelle steht, ist nicht zu erkennen. Mit »format:« unter update: lässt es sich angeben: ${formats.join(", ")}.`,
    en: `The form of this table cannot be recognised. It can be said by “format:” under update:: ${formats.join(", ")}.`,
  };
}

export function otherTableFormat(wanted: string, found: string): Message {
  return {
    code: "other-table-format",
    de: `Unter update: steht »format: ${wanted}«, aber diese Datei ist ${found}.`,
    en: `Under update: it says “format: ${wanted}”, but this file is ${found}.`,
  };
}

export function headerAlone(): Message {
  return {
    code: "header-alone",
    de: "Unter der Kopfzeile steht keine einzige Zeile: Die Abfrage hat nichts gefunden, oder die Datei ist unvollständig.",
    en: "There is not a single row below the header: the query found nothing, or the file is incomplete.",
  };
}

export function cutShort(): Message {
  return {
    code: "cut-short",
    de: "Die Datei bricht mitten in dieser Zeile ab: Sie ist unvollständig. Bitte noch einmal herunterladen.",
    en: "The file breaks off within this line: it is incomplete. Please download it again.",
  };
}

export function noLastLineEnd(): Message {
  return {
    code: "no-last-line-end",
    de: "Nach dieser letzten Zeile fehlt das Zeilenende: Die Datei kann hier abgebrochen sein. Ist sie vollständig, hier ein Zeilenende anfügen.",
    en: "The line end is missing after this last line: the file may have broken off here. If it is complete, add a line end here.",
  };
}

export function fieldCount(found: number, wanted: number): Message {
  return {
    code: "field-count",
    de: `Diese Zeile hat ${fields(found).de}, die Kopfzeile ${wanted}: ${found < wanted ? "Es fehlt etwas" : "Hier steht ein Trennzeichen zu viel"}.`,
    en: `This row has ${fields(found).en}, the header ${wanted}: ${found < wanted ? "something is missing" : "there is a separator too many"}.`,
  };
}

function fields(count: number): { readonly de: string; readonly en: string } {
  return count === 1 ? { de: "1 Feld", en: "1 field" } : { de: `${count} Felder`, en: `${count} fields` };
}
