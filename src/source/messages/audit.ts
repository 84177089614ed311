/** Words for what is found in a PowerPoint file that came back. */

import type { Message } from "../diagnostic.ts";

/** What a finding is about, each as it stands in the text. */
export interface AuditWords {
  readonly found: string;
  readonly written: string;
  /** Of a chart: series and category; of a moved number: its slide. */
  readonly at: string;
  readonly condition: string;
  readonly count: number;
}

type Pair = Omit<Message, "code">;

export type AuditKind =
  /** A number of ours stands there otherwise. */
  | "figure-changed"
  /** The same number, rounded otherwise, and right. */
  | "figure-rounded"
  | "figure-gone"
  /** A number of ours at another place than it was written for. */
  | "figure-moved"
  /** What stands there was right when the file was written; the data say something else now. */
  | "data-moved-on"
  /** Even of the file's own day the data say something else than what was written: corrected since, or the slide was. */
  | "data-corrected"
  /** What says whose or what a number of ours is stands there otherwise. */
  | "label-changed"
  /** The words of a claim stand there otherwise. */
  | "claim-changed"
  /** Digits that were no number of ours are different: a date, a paragraph. */
  | "digits-changed"
  /** A number that neither the file nor the data know. */
  | "number-unproved"
  | "chart-value-changed"
  /** The workbook behind a chart holds another value than the chart shows. */
  | "chart-workbook-differs"
  | "chart-series-added"
  | "chart-series-removed"
  | "chart-category-added"
  | "chart-category-removed"
  /** An axis of values begins or ends elsewhere: lengths no longer are what they were. */
  | "chart-axis-changed"
  /** The labels add digits to their numbers, or leave some out. */
  | "chart-format-changed"
  | "chart-gone"
  | "chart-added"
  | "chart-workbook-unreadable"
  | "slide-added"
  | "slide-hidden"
  | "slide-removed";

const words: Readonly<Record<AuditKind, (about: AuditWords) => Pair>> = {
  "figure-changed": ({ found, written }) => ({
    de: `Hier steht »${found}«, geschrieben war »${written}«.`,
    en: `"${found}" stands here, "${written}" was written.`,
  }),
  "figure-rounded": ({ found, written }) => ({
    de: `Anders gerundet, aber richtig: »${found}« für »${written}«.`,
    en: `Rounded otherwise, but right: "${found}" for "${written}".`,
  }),
  "figure-gone": ({ written }) => ({ de: `»${written}« steht hier nicht mehr.`, en: `"${written}" does not stand here any more.` }),
  "figure-moved": ({ found, at }) => ({
    de: `»${found}« ist eine Zahl der Folie ${at} und steht jetzt hier.`,
    en: `"${found}" is a number of slide ${at} and now stands here.`,
  }),
  "data-moved-on": ({ written }) => ({
    de: `»${written}« war richtig; die Daten sagen inzwischen etwas anderes.`,
    en: `"${written}" was right; the data say something else by now.`,
  }),
  "data-corrected": ({ written }) => ({
    de: `»${written}« stimmt auch für den Tag der Datei nicht mehr: Die Daten oder die Folie wurden seither berichtigt.`,
    en: `"${written}" does not hold for the file's own day any more: the data or the slide have been corrected since.`,
  }),
  "label-changed": ({ found, written }) => ({
    de: `Bei einer unserer Zahlen steht »${found}«, geschrieben war »${written}«.`,
    en: `"${found}" stands beside a number of ours, "${written}" was written.`,
  }),
  "claim-changed": ({ written, condition }) => ({
    de: `Die Worte »${written}« (gebunden an ${condition}) stehen anders da.`,
    en: `The words "${written}" (held to ${condition}) stand there otherwise.`,
  }),
  "digits-changed": ({ found, written, at }) => ({
    de: `Ziffern anders${at === "" ? "" : ` (${at})`}: »${found}« statt »${written}«.`,
    en: `Other digits${at === "" ? "" : ` (${at})`}: "${found}" instead of "${written}".`,
  }),
  "number-unproved": ({ found, at }) => ({
    de: `»${found}« ist nicht von hier${at === "" ? "" : ` (${at})`} und durch keine Daten belegt.`,
    en: `"${found}" does not come from here${at === "" ? "" : ` (${at})`}, and no data prove it.`,
  }),
  "chart-value-changed": ({ found, written, at }) => ({
    de: `Diagramm, ${at}: ${found || "kein Wert"} statt ${written || "keines Wertes"}.`,
    en: `Chart, ${at}: ${found || "no value"} instead of ${written || "none"}.`,
  }),
  "chart-workbook-differs": ({ found, written, at }) => ({
    de: `Arbeitsmappe des Diagramms, ${at}: ${found || "kein Wert"} statt ${written || "keines Wertes"}; beim Bearbeiten zeigt das Diagramm das.`,
    en: `Workbook of the chart, ${at}: ${found || "no value"} instead of ${written || "none"}; the chart shows that once it is edited.`,
  }),
  "chart-series-added": ({ at }) => ({ de: `Neue Datenreihe »${at}«.`, en: `New series "${at}".` }),
  "chart-series-removed": ({ at }) => ({ de: `Die Datenreihe »${at}« fehlt.`, en: `The series "${at}" is missing.` }),
  "chart-category-added": ({ at }) => ({ de: `Neue Kategorie »${at}«.`, en: `New category "${at}".` }),
  "chart-category-removed": ({ at }) => ({ de: `Die Kategorie »${at}« fehlt.`, en: `The category "${at}" is missing.` }),
  "chart-axis-changed": ({ found, written }) => ({
    de: `Die Werteachse reicht von ${found}, geschrieben war ${written}.`,
    en: `The axis of values reaches from ${found}, ${written} was written.`,
  }),
  "chart-format-changed": ({ found }) => ({
    de: `Das Zahlenformat »${found}« lässt Werte des Diagramms anders aussehen, als sie sind.`,
    en: `The number format "${found}" makes values of the chart look like others.`,
  }),
  "chart-gone": () => ({ de: "Das Diagramm ist nicht mehr da.", en: "The chart is gone." }),
  "chart-added": () => ({ de: "Neues Diagramm, durch keine Daten belegt.", en: "New chart, which no data prove." }),
  "chart-workbook-unreadable": () => ({
    de: "Die Arbeitsmappe des Diagramms lässt sich nicht lesen.",
    en: "The workbook of the chart cannot be read.",
  }),
  "slide-hidden": () => ({ de: "Die Folie ist ausgeblendet.", en: "The slide is hidden." }),
  "slide-added": () => ({ de: "Neue Folie.", en: "New slide." }),
  "slide-removed": ({ count }) => ({
    de: `Die Folie fehlt, mit ihr ${count === 1 ? "eine Zahl" : `${count} Zahlen`}.`,
    en: `The slide is missing, with ${count === 1 ? "one number" : `${count} numbers`}.`,
  }),
};

export function auditFinding(kind: AuditKind, about: AuditWords): Message {
  return { code: `audit-${kind}`, ...words[kind](about) };
}

/** The file has no record and resembles no deck. @param decks whose numbers may stand in it */
export function auditNothingOurs(name: string, decks: readonly string[]): Message {
  const known = decks.join(", ");
  return {
    code: "audit-nothing-ours",
    de: `»${name}« stammt nicht von hier. Aufgezählt ist jede Zahl darin, die ${known === "" ? "durch keine Daten belegt ist" : `in keinem Foliensatz steht (${known})`}. Mit --deck NAME wird die Datei mit diesem Foliensatz verglichen.`,
    en: `"${name}" does not come from here. Each number in it is listed that ${known === "" ? "no data prove" : `stands in no deck (${known})`}. With --deck NAME the file is compared with that deck.`,
  };
}

/** The project has no such deck any more: what the data say cannot be asked. */
export function auditDeckUnknown(deck: string): Message {
  return {
    code: "audit-deck-unknown",
    de: `Den Foliensatz »${deck}« dieser Datei gibt es hier nicht. Verglichen wird nur mit dem, was die Datei selbst von sich weiß.`,
    en: `The deck "${deck}" of this file is not here. It is compared only with what the file itself knows.`,
  };
}

/** The file has lost its record. */
export function auditRecordLost(deck: string): Message {
  return {
    code: "audit-record-lost",
    de: `Die Datei weiß nicht mehr, was in ihr stand. Verglichen wird mit dem Foliensatz »${deck}«, wie er jetzt geschrieben würde.`,
    en: `The file does not know any more what stood in it. It is compared with the deck "${deck}" as it would be written now.`,
  };
}

/** The record names another day, and the deck has faults there. */
export function auditNoTruth(deck: string): Message {
  return {
    code: "audit-deck-faulty",
    de: `Der Foliensatz »${deck}« lässt sich mit den heutigen Daten nicht fehlerfrei bilden (npm run check sagt, warum). Was gebunden werden konnte, wird verglichen.`,
    en: `The deck "${deck}" has faults with the data of today (npm run check says which). What could be bound is compared.`,
  };
}

export function auditFileMissing(): Message {
  return {
    code: "audit-file-missing",
    de: "Welche Datei? Zum Beispiel: npm run audit -- partner.pptx",
    en: "Which file? For example: npm run audit -- partner.pptx",
  };
}
