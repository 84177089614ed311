/** What can be wrong with a table of columns: CSV, a spreadsheet's sheet, records. */

import type { Message } from "../diagnostic.ts";
import { firstOf } from "./fields.ts";

export function gridWithoutValues(): Message {
  return {
    code: "grid-without-values",
    de: "Hier ist keine Tabelle zu erkennen: keine Zeile, in der Zahlen neben anderem stehen.",
    en: "No table can be made out here: there is no row in which numbers stand beside anything else.",
  };
}

export function gridWithoutHeader(): Message {
  return {
    code: "grid-without-header",
    de: "Über den Werten ist keine Kopfzeile zu erkennen. Steht sie woanders, ihre Zeilen unter update: angeben, z. B. »header: [3, 5]«; fehlt sie, bitte eine einfügen.",
    en: "No heading can be made out above the values. If it stands elsewhere, give its rows under update:, e.g. “header: [3, 5]”; if there is none, insert one.",
  };
}

export function gridHeaderOutside(first: number, last: number): Message {
  return {
    code: "grid-header-outside",
    de: `In den Zeilen ${first} bis ${last}, die »header« nennt, steht nichts, oder darunter folgen keine Werte.`,
    en: `There is nothing in rows ${first} to ${last}, which \`header\` names, or no values follow below.`,
  };
}

export function gridWithoutMeasure(columns: readonly string[]): Message {
  const names = firstOf(columns);
  return {
    code: "grid-without-measure",
    de: `Keine Spalte enthält Zahlen, die Werte sein könnten. Spalten: ${names.de}.`,
    en: `No column holds numbers that could be values. Columns: ${names.en}.`,
  };
}

export function gridTooWide(most: number): Message {
  return {
    code: "grid-too-wide",
    de: `Diese Zeile hat mehr als ${most} Spalten: so breit ist keine Tabelle.`,
    en: `This row has more than ${most} columns: no table is that wide.`,
  };
}

/** @param column its place from 1 */
export function gridCellBesides(column: number, text: string): Message {
  return {
    code: "grid-cell-besides",
    de: `»${text}« steht in Spalte ${column}, die keine Überschrift hat: Ist die Zeile verrutscht?`,
    en: `\`${text}\` stands in column ${column}, which has no heading: has the row slipped?`,
  };
}

/** A cell that is wanted and has no value. @param why the cell holds an error, a formula never worked out, or a list */
export function gridBrokenCell(text: string, why: "error" | "formula" | "nested"): Message {
  const words = broken[why];
  return { code: "grid-broken-cell", de: words.de(text), en: words.en(text) };
}

const broken = {
  error: {
    de: (text: string) => `In dieser Zelle steht der Fehler ${text} statt eines Werts. Bitte in der Tabelle berichtigen.`,
    en: (text: string) => `This cell holds the error ${text} in place of a value. Correct it in the spreadsheet.`,
  },
  formula: {
    de: (text: string) =>
      `Zur Formel »${text}« ist kein Ergebnis gespeichert; gerechnet wird hier nicht. Bitte die Datei in Excel oder LibreOffice öffnen und neu speichern.`,
    en: (text: string) =>
      `No result is stored for the formula \`${text}\`, and formulas are not worked out here. Open the file in Excel or LibreOffice and save it again.`,
  },
  nested: {
    de: (text: string) => `Hier steht eine Liste statt eines Werts: ${text}`,
    en: (text: string) => `Here is a list in place of a value: ${text}`,
  },
} as const;

/** A cell in the column of time that is neither a day nor a year. */
export function gridNoTime(text: string, column: string): Message {
  return {
    code: "grid-no-time",
    de: `»${text}« in der Spalte »${column}« ist weder ein Tag (31.12.2025, 2025-12-31) noch ein Jahr.`,
    en: `\`${text}\` in the column \`${column}\` is neither a day (31.12.2025, 2025-12-31) nor a year.`,
  };
}

// CSV ------------------------------------------------------------------------------------------------------------

export function csvNoSeparator(): Message {
  return {
    code: "csv-no-separator",
    de: 'Kein Trennzeichen zu erkennen: weder Semikolon, Tabulator, senkrechter Strich noch Komma teilen diese Zeilen in Spalten. Sonst unter update: angeben, z. B. »separator: ";"«.',
    en: 'No separator can be made out: neither semicolon, tab, bar nor comma parts these lines into columns. Else give it under update:, e.g. “separator: ";"”.',
  };
}

export function csvQuote(): Message {
  return {
    code: "csv-quote",
    de: 'Dieses Anführungszeichen wird nicht geschlossen, oder dahinter folgt Text. Anführungszeichen im Text werden verdoppelt: "Die ""Stadt""".',
    en: 'This quotation mark is not closed, or text follows it. Quotation marks within text are doubled: "The ""town""".',
  };
}

export function csvRagged(fields: number, columns: number): Message {
  return {
    code: "csv-ragged",
    de: `Diese Zeile hat ${fields} Spalten statt ${columns}: Die Datei ist abgeschnitten, oder ein Trennzeichen fehlt oder ist zu viel (Text mit Trennzeichen gehört in Anführungszeichen).`,
    en: `This row has ${fields} columns instead of ${columns}: the file is cut short, or a separator is missing or too many (text with separators belongs in quotation marks).`,
  };
}

export function csvCut(): Message {
  return {
    code: "csv-cut",
    de: "Die letzte Zeile hat kein Zeilenende: Die Datei kann mitten in einer Zahl abgeschnitten sein. Ist sie vollständig, im Editor am Ende einen Zeilenumbruch einfügen.",
    en: "The last line has no line end: the file may be cut in the middle of a number. If it is whole, add a line break at its end in an editor.",
  };
}

// Spreadsheets ---------------------------------------------------------------------------------------------------

export function xlsxSheetUnknown(sheet: string, near: string | undefined, sheets: readonly string[]): Message {
  const names = firstOf(sheets);
  return {
    code: "xlsx-sheet-unknown",
    de: `Ein Blatt »${sheet}« gibt es nicht.${near === undefined ? "" : ` Ist »${near}« gemeint?`} Blätter: ${names.de}.`,
    en: `There is no sheet \`${sheet}\`.${near === undefined ? "" : ` Is \`${near}\` meant?`} Sheets: ${names.en}.`,
  };
}

export function xlsxSeveralSheets(sheets: readonly string[]): Message {
  const names = firstOf(sheets);
  return {
    code: "xlsx-several-sheets",
    de: `Mehrere Blätter enthalten eine Tabelle: ${names.de}. Bitte unter update: das gemeinte angeben: »sheet: ${sheets[0] ?? ""}«.`,
    en: `Several sheets hold a table: ${names.en}. Name the one that is meant under update:: “sheet: ${sheets[0] ?? ""}”.`,
  };
}

export function xlsxNoTable(sheets: readonly string[]): Message {
  const names = firstOf(sheets);
  return {
    code: "xlsx-no-table",
    de: `In keinem sichtbaren Blatt dieser Mappe ist eine Tabelle mit Überschriften und Zahlen zu erkennen. Blätter: ${names.de}.`,
    en: `No visible sheet of this workbook holds a table with headings and numbers. Sheets: ${names.en}.`,
  };
}

/** @param part of the package; "" for the whole */
export function xlsxDamaged(part: string, reason: "missing" | "xml" | "doctype" | "reference"): Message {
  const where =
    part === ""
      ? { de: "Die Arbeitsmappe", en: "The workbook" }
      : { de: `Der Teil ${part} der Arbeitsmappe`, en: `The workbook's part ${part}` };
  const words = {
    missing: { de: "fehlt", en: "is missing" },
    xml: { de: "ist kein gültiges XML", en: "is no well-formed XML" },
    doctype: {
      de: "hat einen Dokumenttyp (DOCTYPE), und das ist nicht erlaubt",
      en: "has a document type (DOCTYPE), which is not allowed",
    },
    reference: { de: "verweist auf etwas, das nicht darin steht", en: "refers to something that is not in it" },
  }[reason];
  return {
    code: "xlsx-damaged",
    de: `${where.de} ${words.de}. Bitte in Excel oder LibreOffice öffnen und neu speichern.`,
    en: `${where.en} ${words.en}. Open it in Excel or LibreOffice and save it again.`,
  };
}

export function xlsxHidden(sheet: string, rows: number, columns: number): Message {
  const de = [rows > 0 ? `${rows} ausgeblendete Zeilen` : "", columns > 0 ? `${columns} ausgeblendete Spalten` : ""].filter(
    (words) => words !== "",
  );
  const en = [rows > 0 ? `${rows} hidden rows` : "", columns > 0 ? `${columns} hidden columns` : ""].filter((words) => words !== "");
  return {
    code: "xlsx-hidden",
    de: `Das Blatt »${sheet}« hat ${de.join(" und ")}; sie werden mitgelesen.`,
    en: `The sheet \`${sheet}\` has ${en.join(" and ")}; they are read as well.`,
  };
}

// Records and JSON -----------------------------------------------------------------------------------------------

export function jsonSyntax(found: string): Message {
  const what =
    found === ""
      ? { de: "Die Datei endet hier", en: "the file ends here" }
      : { de: `Hier steht »${found}«`, en: `there is \`${found}\` here` };
  return {
    code: "json-syntax",
    de: `${what.de}, wo JSON etwas anderes verlangt: Die Datei ist abgeschnitten oder beschädigt.`,
    en: `The file is cut short or damaged: ${what.en}, where JSON wants something else.`,
  };
}

export function jsonDepth(most: number): Message {
  return {
    code: "json-depth",
    de: `Die Daten sind mehr als ${most} Ebenen tief ineinander verschachtelt; so ist keine Tabelle.`,
    en: `The data are nested more than ${most} levels deep; no table is like that.`,
  };
}

export function jsonDuplicateKey(key: string): Message {
  return {
    code: "json-duplicate-key",
    de: `»${key}« steht hier zum zweiten Mal: Welcher Wert gilt, ist nicht zu sagen.`,
    en: `\`${key}\` is here for the second time: which value counts cannot be told.`,
  };
}

export function jsonNumber(text: string): Message {
  return {
    code: "json-number",
    de: `Die Zahl ${text} hat mehr Stellen, als genau gespeichert werden können.`,
    en: `The number ${text} has more digits than can be kept exactly.`,
  };
}

export function recordsNone(): Message {
  return {
    code: "records-none",
    de: "Keine Datensätze gefunden: Gebraucht wird eine Liste von Objekten, oder ein Objekt, dessen Einträge Objekte oder Zahlen sind.",
    en: "No records found: what is needed is a list of objects, or an object whose entries are objects or numbers.",
  };
}

export function recordsSeveral(paths: readonly string[]): Message {
  const names = firstOf(paths);
  return {
    code: "records-several",
    de: `Datensätze stehen an mehreren Stellen: ${names.de}. Bitte unter update: die gemeinte angeben: »path: ${paths[0] ?? ""}«.`,
    en: `Records stand in several places: ${names.en}. Name the one that is meant under update:: “path: ${paths[0] ?? ""}”.`,
  };
}

export function recordsPathUnknown(path: string, near: string | undefined, keys: readonly string[]): Message {
  const names = firstOf(keys);
  return {
    code: "records-path-unknown",
    de: `Unter »${path}« steht nichts.${near === undefined ? (keys.length > 0 ? ` Es gibt: ${names.de}.` : "") : ` Ist »${near}« gemeint?`}`,
    en: `There is nothing under \`${path}\`.${near === undefined ? (keys.length > 0 ? ` There are: ${names.en}.` : "") : ` Is \`${near}\` meant?`}`,
  };
}

/** @param what the version or class that the file names */
export function jsonStatUnread(what: string): Message {
  return {
    code: "json-stat-unread",
    de: `Das ist JSON-stat, aber »${what}«; gelesen wird JSON-stat 2.0 der Klasse »dataset«. Bitte die einzelne Tabelle in dieser Form abrufen.`,
    en: `This is JSON-stat, but \`${what}\`; what is read is JSON-stat 2.0 of the class \`dataset\`. Fetch the single table in that form.`,
  };
}

/** @param path of the field: "dimension.time.category" */
export function jsonStatField(path: string): Message {
  return {
    code: "json-stat-field",
    de: `In diesem JSON-stat fehlt »${path}«, oder es ist nicht von der Form, die JSON-stat verlangt.`,
    en: `This JSON-stat lacks \`${path}\`, or it is not of the form that JSON-stat wants.`,
  };
}

export function jsonStatCells(cells: number, values: number): Message {
  return {
    code: "json-stat-cells",
    de: `Die Dimensionen ergeben ${cells} Zellen, angegeben sind ${values} Werte: Die Datei ist abgeschnitten oder beschädigt.`,
    en: `The dimensions make ${cells} cells, but there are ${values} values: the file is cut short or damaged.`,
  };
}
