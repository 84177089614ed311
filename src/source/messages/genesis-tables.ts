/** What can be wrong with the tables that GENESIS databases give out as text: ffcsv and classic CSV. */

import type { Message } from "../diagnostic.ts";

export function ffcsvColumnMissing(name: string): Message {
  return {
    code: "ffcsv-column-missing",
    de: `In der Kopfzeile fehlt die Spalte »${name}«: Das ist keine vollständige ffcsv-Tabelle.`,
    en: `The header lacks the column “${name}”: this is no complete ffcsv table.`,
  };
}

export function ffcsvColumnUnknown(name: string): Message {
  return {
    code: "ffcsv-column-unknown",
    de: `Die Spalte »${name}« gehört nicht zu ffcsv. Ist das eine andere Tabelle, unter update: »format: csv« angeben.`,
    en: `The column “${name}” does not belong to ffcsv. If this is another table, say “format: csv” under update:.`,
  };
}

export function ffcsvColumnTwice(name: string): Message {
  return {
    code: "ffcsv-column-twice",
    de: `Die Spalte »${name}« steht zweimal in der Kopfzeile.`,
    en: `The column “${name}” stands in the header twice.`,
  };
}

export function ffcsvNoHeader(): Message {
  return {
    code: "ffcsv-no-header",
    de: "Die erste Zeile ist keine Kopfzeile einer ffcsv-Tabelle (statistics_code;… oder Statistik_Code;…).",
    en: "The first line is no header of an ffcsv table (statistics_code;… or Statistik_Code;…).",
  };
}

export function ffcsvChanges(column: string, first: string, now: string): Message {
  return {
    code: "ffcsv-changes",
    de: `In der Spalte »${column}« stand bisher »${first}«, hier steht »${now}«: In einer Tabelle ist sie in allen Zeilen gleich. Sind zwei Dateien zusammengefügt worden?`,
    en: `The column “${column}” held “${first}” so far, here it holds “${now}”: within one table it is the same in all rows. Have two files been joined?`,
  };
}

export function variableTwice(code: string): Message {
  return {
    code: "variable-twice",
    de: `Das Merkmal »${code}« kommt in dieser Tabelle zweimal vor.`,
    en: `The variable “${code}” occurs twice in this table.`,
  };
}

export function classicNoTable(): Message {
  return {
    code: "classic-no-table",
    de: "Diese Datei beginnt nicht mit »Tabelle: …« oder »GENESIS-Tabelle: …«: Das ist keine CSV-Tabelle aus GENESIS.",
    en: "This file does not begin with “Tabelle: …” or “GENESIS-Tabelle: …”: this is no CSV table of GENESIS.",
  };
}

export function classicNoHeader(): Message {
  return {
    code: "classic-no-header",
    de: "Unter dem Titel der Tabelle ist keine Kopfzeile zu finden (sie beginnt mit leeren Feldern, ;;…). Mit »header: [erste Zeile, letzte Zeile]« unter update: lässt sie sich angeben.",
    en: "No header can be found below the title of the table (it begins with empty fields, ;;…). It can be given by “header: [first line, last line]” under update:.",
  };
}

export function classicCutShort(): Message {
  return {
    code: "classic-cut-short",
    de: "Die Tabelle endet ohne die Zeilen »__________« und »Stand: …«, mit denen jede dieser Dateien schließt: Sie ist unvollständig. Bitte noch einmal herunterladen.",
    en: "The table ends without the lines “__________” and “Stand: …” that close each of these files: it is incomplete. Please download it again.",
  };
}

export function classicUnnamedColumn(column: number): Message {
  return {
    code: "classic-unnamed-column",
    de: `Spalte ${column} hat hier keine Überschrift, und was in ihr steht, sind keine Qualitätskennzeichen.`,
    en: `Column ${column} has no heading here, and what stands in it are no quality flags.`,
  };
}

export function classicSameColumns(column: number, other: number): Message {
  return {
    code: "classic-same-columns",
    de: `Die Spalten ${other} und ${column} haben dieselben Überschriften, und keine enthält nur Qualitätskennzeichen: Welche gemeint ist, ist nicht zu erkennen.`,
    en: `The columns ${other} and ${column} have the same headings, and neither holds quality flags only: which one is meant cannot be told.`,
  };
}

export function classicNoFlag(column: number): Message {
  return {
    code: "classic-no-flag",
    de: `In Spalte ${column} stehen sonst Qualitätskennzeichen (wie e oder p), hier nicht.`,
    en: `Column ${column} holds quality flags elsewhere (such as e or p), but not here.`,
  };
}

export function classicNoLabel(column: number): Message {
  return {
    code: "classic-no-label",
    de: `In Spalte ${column} fehlt die Beschriftung dieser Zeile.`,
    en: `The label of this row is missing in column ${column}.`,
  };
}

export function classicTwoLabels(code: string, first: string, now: string): Message {
  return {
    code: "classic-two-labels",
    de: `Der Schlüssel »${code}« hieß bisher »${first}«, hier »${now}«.`,
    en: `The code “${code}” was called “${first}” so far, here “${now}”.`,
  };
}

export function classicNoTime(column: number): Message {
  return {
    code: "classic-no-time",
    de: `In Spalte ${column} stehen sonst Tage oder Jahre, hier nicht.`,
    en: `Column ${column} holds days or years elsewhere, but not here.`,
  };
}
