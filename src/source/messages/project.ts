/** Words for what goes wrong with files: encoding, missing folders, writing. */

import type { Message } from "../diagnostic.ts";

export function notUtf8(): Message {
  return {
    code: "not-utf-8",
    de: "Die Datei ist nicht in UTF-8 gespeichert. Bitte im Editor mit der Kodierung UTF-8 speichern.",
    en: "The file is not encoded in UTF-8. Save it as UTF-8 in the editor.",
  };
}

/** @param code error code of the file system, e.g. "EACCES" */
export function unreadable(path: string, code: string): Message {
  const reason = readReasons.get(code) ?? { de: code, en: code };
  return {
    code: "unreadable",
    de: `»${path}« lässt sich nicht lesen: ${reason.de}`,
    en: `\`${path}\` cannot be read: ${reason.en}`,
  };
}

const notAllowed = {
  de: "Dafür fehlt die Berechtigung, oder ein anderes Programm hält es besetzt.",
  en: "Permission is missing, or another program keeps it busy.",
};
const readReasons: ReadonlyMap<string, { readonly de: string; readonly en: string }> = new Map([
  ["EACCES", notAllowed],
  ["EPERM", notAllowed],
  ["EBUSY", notAllowed],
  ["ELOOP", { de: "Der Verweis führt im Kreis.", en: "The link leads in a circle." }],
  ["ENOENT", { de: "Was hier stehen sollte, ist nicht da.", en: "What should be here is not there." }],
  ["ENOTDIR", { de: "Das ist eine Datei und kein Ordner.", en: "This is a file, not a folder." }],
  ["EIO", { de: "Der Datenträger meldet einen Fehler.", en: "The disk reports an error." }],
]);

export function outsideProject(path: string): Message {
  return {
    code: "outside-project",
    de: `»${path}« ist ein Verweis, der aus dem Projekt hinausführt. Bitte die Datei oder den Ordner selbst hierher kopieren.`,
    en: `\`${path}\` is a link that leads out of the project. Copy the file or folder itself here.`,
  };
}

export function emptyPicture(path: string): Message {
  return { code: "empty-picture", de: `Die Bilddatei »${path}« ist leer.`, en: `The picture \`${path}\` is empty.` };
}

export function noPicture(path: string): Message {
  const ending = path.slice(path.lastIndexOf("."));
  return {
    code: "no-picture",
    de: `»${path}« ist dem Inhalt nach kein Bild der Art ${ending}. Bitte neu als ${ending} speichern.`,
    en: `\`${path}\` does not hold a ${ending} picture. Save it as ${ending} again.`,
  };
}

export function notShownByPowerPoint(path: string): Message {
  return {
    code: "picture-not-for-powerpoint",
    de: `PowerPoint zeigt das Bild »${path}« nicht. Bitte als PNG oder JPEG speichern.`,
    en: `PowerPoint does not show the picture \`${path}\`. Save it as PNG or JPEG.`,
  };
}

export function pictureDamaged(path: string): Message {
  return {
    code: "picture-damaged",
    de: `Das Bild »${path}« ist beschädigt oder unvollständig. Bitte neu speichern.`,
    en: `The picture \`${path}\` is damaged or incomplete. Save it again.`,
  };
}

export function pictureTooLarge(path: string, width: number, height: number): Message {
  return {
    code: "picture-too-large",
    de: `Das Bild »${path}« hat ${width} × ${height} Bildpunkte. Bitte verkleinert speichern: Eine Folie zeigt höchstens etwa 4000 × 2250.`,
    en: `The picture \`${path}\` has ${width} × ${height} points. Save it smaller: a slide shows 4000 × 2250 at most.`,
  };
}

export function pictureTurned(path: string): Message {
  return {
    code: "picture-turned",
    de: `Das Foto »${path}« ist liegend gespeichert und nur als gedreht gekennzeichnet (EXIF): PowerPoint zeigt es liegend. Bitte gedreht neu speichern.`,
    en: `The photo \`${path}\` is stored lying and only marked as turned (EXIF): PowerPoint shows it lying. Turn it and save it again.`,
  };
}

export function wrongEnding(ending: string, expected: string): Message {
  return {
    code: "wrong-ending",
    de: `Dateien mit der Endung ${ending} werden nicht gelesen. Bitte in ${expected} umbenennen.`,
    en: `Files ending in ${ending} are not read. Rename it to ${expected}.`,
  };
}

export function noDeck(): Message {
  return {
    code: "no-deck",
    de: "Kein Foliensatz gefunden: Im Ordner slides/ fehlt ein Ordner mit deck.yaml.",
    en: "No deck found: there is no folder with a deck.yaml in slides/.",
  };
}

export function unknownDeck(name: string, nearest: string | undefined, decks: readonly string[]): Message {
  const list = decks.join(", ");
  return {
    code: "unknown-deck",
    de: `Einen Foliensatz »${name}« gibt es nicht.${nearest === undefined ? "" : ` Meinten Sie »${nearest}«?`} Vorhanden: ${list}.`,
    en: `There is no deck "${name}".${nearest === undefined ? "" : ` Did you mean "${nearest}"?`} Decks: ${list}.`,
  };
}

/** @param code error code of the file system, e.g. "EACCES" */
export function cannotWrite(path: string, code: string): Message {
  const open = writeReasons.get(code) === notPermitted && path.toLowerCase().endsWith(".pptx");
  const reason = open ? openInPowerPoint : (writeReasons.get(code) ?? { de: code, en: code });
  return {
    code: "cannot-write",
    de: `${path} lässt sich nicht schreiben: ${reason.de}`,
    en: `${path} cannot be written: ${reason.en}`,
  };
}

const notPermitted = {
  de: "Der Ordner oder die Datei ist schreibgeschützt, oder die Datei ist in einem anderen Programm geöffnet.",
  en: "The folder or file is write-protected, or the file is open in another program.",
};
const openInPowerPoint = {
  de: "Die Datei ist vermutlich in PowerPoint geöffnet (bitte dort schließen), oder sie oder ihr Ordner ist schreibgeschützt.",
  en: "The file is probably open in PowerPoint (close it there), or it or its folder is write-protected.",
};
const full = { de: "Auf dem Datenträger ist kein Platz mehr.", en: "There is no space left on the disk." };
const writeReasons: ReadonlyMap<string, { readonly de: string; readonly en: string }> = new Map([
  ["EACCES", notPermitted],
  ["EPERM", notPermitted],
  ["EBUSY", notPermitted],
  ["EROFS", { de: "Der Datenträger ist schreibgeschützt.", en: "The disk is read-only." }],
  ["ENOSPC", full],
  ["EDQUOT", full],
  ["EISDIR", { de: "Dort liegt ein Ordner dieses Namens.", en: "There is a folder of that name." }],
  ["ENOTDIR", { de: "Ein Teil des Pfades ist eine Datei und kein Ordner.", en: "A part of the path is a file, not a folder." }],
  ["EEXIST", { de: "Ein Teil des Pfades ist eine Datei und kein Ordner.", en: "A part of the path is a file, not a folder." }],
]);

export function noSettings(deck: string): Message {
  return {
    code: "no-settings",
    de: `Dem Foliensatz »${deck}« fehlt die Datei deck.yaml.`,
    en: `The deck "${deck}" has no deck.yaml.`,
  };
}
