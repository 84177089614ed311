/** What can be wrong with a file of statistics before anything in it is read: the file itself, an archive, the limits. */

import type { Message } from "../diagnostic.ts";
import { firstOf, type Words } from "./fields.ts";

export function updateFileMissing(path: string): Message {
  return {
    code: "update-file-missing",
    de: `Die Datei »${path}« gibt es nicht.`,
    en: `There is no file \`${path}\`.`,
  };
}

/** Of a presentation, too. @param kind what stands at the path in place of a file */
export function updateNotAFile(path: string, kind: "folder" | "other"): Message {
  return {
    code: "update-not-a-file",
    de: `»${path}« ist ${kind === "folder" ? "ein Ordner" : "keine gewöhnliche Datei"}. Gebraucht wird die Datei selbst.`,
    en: `\`${path}\` is ${kind === "folder" ? "a folder" : "no regular file"}. What is needed is the file itself.`,
  };
}

/** @param most MB */
export function updateFileTooLarge(name: string, most: number): Message {
  return {
    code: "update-file-too-large",
    de: `»${name}« ist größer als ${most} MB und wird nicht gelesen. Bitte die Tabelle beim Abruf einschränken (Regionen, Merkmale, Stichtage).`,
    en: `\`${name}\` is larger than ${most} MB and is not read. Narrow the table down when it is fetched (regions, variables, days).`,
  };
}

export function readingTooLong(name: string, seconds: number): Message {
  return {
    code: "reading-too-long",
    de: `»${name}« war nach ${seconds} Sekunden noch nicht gelesen; das Lesen wurde abgebrochen. Ist die Datei unversehrt und das Laufwerk erreichbar?`,
    en: `\`${name}\` had not been read after ${seconds} seconds; reading was stopped. Is the file sound, and the drive within reach?`,
  };
}

/** @param megabytes that reading may take */
export function readingTooMuchMemory(name: string, megabytes: number): Message {
  return {
    code: "reading-too-much-memory",
    de: `»${name}« zu lesen braucht mehr als ${megabytes} MB Arbeitsspeicher; das Lesen wurde abgebrochen. Bitte die Tabelle als CSV speichern oder beim Abruf einschränken.`,
    en: `Reading \`${name}\` takes more than ${megabytes} MB of memory; it was stopped. Save the table as CSV, or narrow it down when it is fetched.`,
  };
}

/** @param reason what the reader's own failure said */
export function readingFailed(name: string, reason: string): Message {
  return {
    code: "reading-failed",
    de: `»${name}« lässt sich nicht lesen; das Programm ist dabei auf einen Fehler gestoßen, den es nicht kennt: ${reason}`,
    en: `\`${name}\` cannot be read; the program met a failure that it does not know: ${reason}`,
  };
}

// Archives -------------------------------------------------------------------------------------------------------

/** What is wrong with an archive as such. */
export type ArchiveDamage = "truncated" | "encrypted" | "too-many-files" | "unsafe-path" | "duplicate" | "unsupported" | "damaged";

export function archiveDamaged(name: string, damage: ArchiveDamage): Message {
  const what = damages[damage];
  return {
    code: "archive-damaged",
    de: `»${name}« lässt sich nicht auspacken: ${what.de}`,
    en: `\`${name}\` cannot be unpacked: ${what.en}`,
  };
}

const fetchAgain: Words = { de: "Bitte die Datei noch einmal abrufen oder kopieren.", en: "Fetch or copy the file again." };
const unpackFirst: Words = {
  de: "Bitte selbst auspacken und die Datei darin angeben.",
  en: "Unpack it yourself and name the file in it.",
};
const damages: Readonly<Record<ArchiveDamage, Words>> = {
  truncated: { de: `Ihr Ende fehlt. ${fetchAgain.de}`, en: `its end is missing. ${fetchAgain.en}` },
  encrypted: {
    de: `Sie ist mit einem Kennwort verschlüsselt. ${unpackFirst.de}`,
    en: `it is encrypted with a password. ${unpackFirst.en}`,
  },
  "too-many-files": { de: `Sie enthält zu viele Dateien. ${unpackFirst.de}`, en: `it holds too many files. ${unpackFirst.en}` },
  "unsafe-path": { de: "Der Name einer Datei führt aus ihr hinaus.", en: "the name of a file leads out of it." },
  duplicate: { de: "Eine Datei ist doppelt darin.", en: "a file is in it twice." },
  unsupported: { de: `Sie ist in einer fremden Weise gepackt. ${unpackFirst.de}`, en: `it is packed in an unknown way. ${unpackFirst.en}` },
  damaged: { de: `Ihr Inhalt widerspricht sich selbst. ${fetchAgain.de}`, en: `its content contradicts itself. ${fetchAgain.en}` },
};

/** @param most MB, unpacked */
export function archiveTooLarge(name: string, most: number): Message {
  return {
    code: "archive-too-large",
    de: `»${name}« wird nicht ausgepackt: Der Inhalt hätte mehr als ${most} MB oder ist so stark gepackt, wie es eine Tabelle nie ist.`,
    en: `\`${name}\` is not unpacked: its content would have more than ${most} MB, or is packed as tightly as no table ever is.`,
  };
}

/** @param files names of what is in it */
export function archiveWithoutTable(name: string, files: readonly string[]): Message {
  const listed = firstOf(files);
  return {
    code: "archive-without-table",
    de: `In »${name}« ist keine Tabelle (CSV, xlsx, JSON, YAML)${listed.de === "" ? ": das Archiv ist leer" : `, nur ${listed.de}`}.`,
    en: `There is no table in \`${name}\` (CSV, xlsx, JSON, YAML)${listed.en === "" ? ": the archive is empty" : `, only ${listed.en}`}.`,
  };
}

export function archiveOfSeveral(name: string, files: readonly string[]): Message {
  const listed = firstOf(files);
  return {
    code: "archive-of-several",
    de: `In »${name}« sind mehrere Tabellen: ${listed.de}. ${unpackFirst.de}`,
    en: `There are several tables in \`${name}\`: ${listed.en}. ${unpackFirst.en}`,
  };
}
