/** What can be wrong with a PowerPoint template of one's own: what `deck.yaml` says of it, its file, and what that holds. */

import type { Message } from "../diagnostic.ts";
import type { Words } from "./fields.ts";

// deck.yaml ------------------------------------------------------------------------------------------------------

export function templateEmpty(): Message {
  return { code: "template-name-empty", de: "Hier fehlt ein Name.", en: "A name is missing here." };
}

export function templateOutside(path: string): Message {
  return {
    code: "template-outside",
    de: `»${path}« liegt außerhalb des Projekts. Bitte die Vorlage in das Projekt kopieren und ihren Pfad von dort aus angeben: theme/vorlage.potx.`,
    en: `\`${path}\` is outside of the project. Copy the template into the project and give its path from there: theme/template.potx.`,
  };
}

/** @param ending with its dot; empty where there is none */
export function templateEnding(path: string, ending: string): Message {
  const kind = endings.get(ending.toLowerCase()) ?? { de: "", en: "" };
  return {
    code: "template-ending",
    de: `Eine Vorlage ist eine Datei .potx oder .pptx, nicht »${path}«.${kind.de} In PowerPoint: Datei > Speichern unter > PowerPoint-Vorlage (*.potx).`,
    en: `A template is a .potx or .pptx file, not \`${path}\`.${kind.en} In PowerPoint: File > Save As > PowerPoint Template (*.potx).`,
  };
}

const old: Words = { de: " Das ist das Format vor PowerPoint 2007.", en: " That is the format before PowerPoint 2007." };
const macros: Words = {
  de: " Dateien mit Makros werden nicht übernommen.",
  en: " Files with macros are not taken.",
};
const endings: ReadonlyMap<string, Words> = new Map([
  [".pot", old],
  [".ppt", old],
  [".pps", old],
  [".potm", macros],
  [".pptm", macros],
  [".ppsm", macros],
  [
    ".thmx",
    {
      de: " Ein Office-Design hat keine vollständigen Folienlayouts.",
      en: " An Office theme does not hold complete slide layouts.",
    },
  ],
]);

export function noneNotAllowed(region: string, allowed: readonly string[]): Message {
  return {
    code: "template-none",
    de: `Der Bereich »${region}« lässt sich nicht weglassen: none gibt es nur für ${allowed.join(", ")}. Hierher gehört der Name eines Platzhalters der Vorlage.`,
    en: `The region \`${region}\` cannot be left out: none is for ${allowed.join(", ")} only. Write the name of a placeholder of the template.`,
  };
}

export function notForAllLayouts(region: string, allowed: readonly string[]): Message {
  return {
    code: "template-regions",
    de: `Für alle Layouts zugleich lassen sich ${allowed.join(", ")} zuordnen, nicht »${region}«: das gehört unter ein Layout (layouts: <Layout>: regions:).`,
    en: `Only ${allowed.join(", ")} can be mapped for all layouts at once, not \`${region}\`: it belongs under a layout (layouts: <layout>: regions:).`,
  };
}

// The file -------------------------------------------------------------------------------------------------------

/** @param there the templates that the project has in that folder */
export function templateMissing(path: string, near: string | undefined, there: readonly string[]): Message {
  const de =
    near !== undefined ? ` Ist »${near}« gemeint?` : there.length > 0 ? ` Es gibt ${there.map((name) => `»${name}«`).join(", ")}.` : "";
  const en =
    near !== undefined ? ` Is \`${near}\` meant?` : there.length > 0 ? ` There are ${there.map((name) => `\`${name}\``).join(", ")}.` : "";
  return {
    code: "template-missing",
    de: `Die Vorlage »${path}« gibt es nicht.${de} Der Pfad gilt vom Ordner des Projekts aus.`,
    en: `There is no template \`${path}\`.${en} The path starts at the project's folder.`,
  };
}

export function templateIsFolder(path: string): Message {
  return {
    code: "template-folder",
    de: `»${path}« ist ein Ordner und keine Vorlage.`,
    en: `\`${path}\` is a folder, not a template.`,
  };
}

/** What a file is that is no package at all, by its first bytes. */
export type NoPackage = "empty" | "pdf" | "old" | "encrypted" | "other";

export function templateNoPackage(path: string, found: NoPackage): Message {
  const what = noPackage[found];
  return {
    code: "template-no-package",
    de: `»${path}« ist keine PowerPoint-Vorlage: ${what.de}`,
    en: `\`${path}\` is no PowerPoint template: ${what.en}`,
  };
}

const saveAgain: Words = {
  de: "Bitte in PowerPoint öffnen und als PowerPoint-Vorlage (*.potx) speichern.",
  en: "Open it in PowerPoint and save it as PowerPoint Template (*.potx).",
};
const noPackage: Readonly<Record<NoPackage, Words>> = {
  empty: { de: "Die Datei ist leer.", en: "The file is empty." },
  pdf: { de: "Das ist ein PDF.", en: "It is a PDF." },
  old: {
    de: `Das ist das Format vor PowerPoint 2007 (.ppt). ${saveAgain.de}`,
    en: `It is of the format before PowerPoint 2007 (.ppt). ${saveAgain.en}`,
  },
  encrypted: {
    de: "Sie ist mit einem Kennwort verschlüsselt. Bitte in PowerPoint unter Datei > Informationen > Präsentation schützen das Kennwort entfernen.",
    en: "It is encrypted with a password. Take it off in PowerPoint: File > Info > Protect Presentation.",
  },
  other: { de: `Die Datei hat ein anderes Format. ${saveAgain.de}`, en: `The file has another format. ${saveAgain.en}` },
};

/** What is wrong with an archive. */
export type Damage = "truncated" | "encrypted" | "too-many-files" | "unsafe-path" | "duplicate" | "unsupported" | "damaged";

export function templateDamaged(path: string, damage: Damage): Message {
  const what = damages[damage];
  return {
    code: "template-damaged",
    de: `Die Vorlage »${path}« ist beschädigt: ${what.de}. Bitte neu kopieren oder in PowerPoint neu speichern.`,
    en: `The template \`${path}\` is damaged: ${what.en}. Copy it again, or save it again in PowerPoint.`,
  };
}

const damages: Readonly<Record<Damage, Words>> = {
  truncated: { de: "ihr Ende fehlt", en: "its end is missing" },
  encrypted: { de: "ein Teil ist verschlüsselt", en: "a part is encrypted" },
  "too-many-files": { de: "sie hat zu viele Teile", en: "it has too many parts" },
  "unsafe-path": { de: "der Name eines Teils führt aus ihr hinaus", en: "the name of a part leads out of it" },
  duplicate: { de: "ein Teil ist doppelt", en: "a part is there twice" },
  unsupported: { de: "ein Teil ist in einer fremden Weise gepackt", en: "a part is packed in an unknown way" },
  damaged: { de: "ihr Inhalt passt nicht zu ihren Prüfsummen", en: "its content does not match its check sums" },
};

/** @param most MB, unpacked */
export function templateTooLarge(path: string, most: number): Message {
  return {
    code: "template-too-large",
    de: `Die Vorlage »${path}« ist ausgepackt größer als ${most} MB. Bitte in PowerPoint die Folien und große Bilder oder Filme daraus entfernen.`,
    en: `The template \`${path}\` is larger than ${most} MB unpacked. Remove its slides and large pictures or films in PowerPoint.`,
  };
}

export function templateNoPresentation(path: string, found: "document" | "workbook" | undefined): Message {
  const de = found === "document" ? "ein Word-Dokument" : found === "workbook" ? "eine Excel-Mappe" : "keine PowerPoint-Datei";
  const en = found === "document" ? "a Word document" : found === "workbook" ? "an Excel workbook" : "no PowerPoint file";
  return {
    code: "template-no-presentation",
    de: `»${path}« ist ${de}: Die Präsentation fehlt darin.`,
    en: `\`${path}\` is ${en}: it holds no presentation.`,
  };
}

export function templateStrict(path: string): Message {
  return {
    code: "template-strict",
    de: `Die Vorlage »${path}« ist als »Strict Open XML-Präsentation« gespeichert. Bitte in PowerPoint als PowerPoint-Vorlage (*.potx) speichern.`,
    en: `The template \`${path}\` is saved as “Strict Open XML Presentation”. Save it in PowerPoint as PowerPoint Template (*.potx).`,
  };
}

export function templateNoMaster(path: string): Message {
  return {
    code: "template-no-master",
    de: `Die Vorlage »${path}« hat keinen Folienmaster.`,
    en: `The template \`${path}\` has no slide master.`,
  };
}

export function templateNoLayouts(path: string): Message {
  return {
    code: "template-no-layouts",
    de: `Der Folienmaster der Vorlage »${path}« hat keine Layouts. Bitte in PowerPoint unter Ansicht > Folienmaster Layouts einfügen.`,
    en: `The slide master of the template \`${path}\` has no layouts. Insert some in PowerPoint: View > Slide Master.`,
  };
}

export function templateSize(path: string): Message {
  return {
    code: "template-size",
    de: `In der Vorlage »${path}« steht keine Foliengröße.`,
    en: `The template \`${path}\` does not say how large its slides are.`,
  };
}

/** Slides that are smaller or larger than PowerPoint makes them. */
export function templateSizeOutside(path: string): Message {
  return {
    code: "template-size",
    de: `Die Foliengröße in der Vorlage »${path}« gibt es in PowerPoint nicht: Breite und Höhe liegen zwischen 2,54 cm und 142,24 cm. Bitte in PowerPoint unter Entwurf > Foliengröße einstellen.`,
    en: `PowerPoint has no slides of the size that the template \`${path}\` says: width and height are 2.54 cm to 142.24 cm. Set it in PowerPoint: Design > Slide Size.`,
  };
}

/** Why a part of XML cannot be read. */
export type XmlFaultName = "encoding" | "doctype" | "malformed" | "depth";

/** @param part its path in the package */
export function templateXml(path: string, part: string, fault: XmlFaultName): Message {
  const what = xmlFaults[fault];
  return {
    code: "template-xml",
    de: `In der Vorlage »${path}« ist der Teil ${part} nicht lesbar: ${what.de}. Bitte in PowerPoint öffnen und neu speichern.`,
    en: `The part ${part} of the template \`${path}\` cannot be read: ${what.en}. Open it in PowerPoint and save it again.`,
  };
}

const xmlFaults: Readonly<Record<XmlFaultName, Words>> = {
  encoding: { de: "Er ist weder in UTF-8 noch in UTF-16 geschrieben", en: "it is neither in UTF-8 nor in UTF-16" },
  doctype: {
    de: "Er hat einen Dokumenttyp (DOCTYPE), und das ist nicht erlaubt",
    en: "it has a document type (DOCTYPE), which is not allowed",
  },
  malformed: { de: "Das ist kein gültiges XML", en: "it is no well-formed XML" },
  depth: { de: "Seine Elemente sind zu tief verschachtelt", en: "its elements are nested too deeply" },
};

export function templatePart(path: string, part: string): Message {
  return {
    code: "template-part",
    de: `In der Vorlage »${path}« fehlt der Teil ${part}. Bitte in PowerPoint öffnen und neu speichern.`,
    en: `The template \`${path}\` lacks the part ${part}. Open it in PowerPoint and save it again.`,
  };
}

// What is left behind ----------------------------------------------------------------------------------------------

export function templateMacros(path: string): Message {
  return {
    code: "template-macros",
    de: `Die Makros der Vorlage »${path}« werden nicht übernommen.`,
    en: `The macros of the template \`${path}\` are not taken over.`,
  };
}

export function templateFonts(path: string, fonts: readonly string[]): Message {
  const names = fonts.join(", ");
  return {
    code: "template-fonts",
    de: `Die in der Vorlage »${path}« eingebetteten Schriften werden nicht übernommen (${names}): Wer die Datei öffnet, braucht sie auf dem Rechner.`,
    en: `Fonts embedded in the template \`${path}\` are not taken over (${names}): whoever opens the file needs them installed.`,
  };
}

/** The default style of tables is one that neither the template nor PowerPoint has. */
export function templateTableStyle(path: string): Message {
  return {
    code: "template-table-style",
    de: `Das Standard-Tabellenformat der Vorlage »${path}« gibt es nicht: Tabellen haben das des Hauses. In PowerPoint ein Tabellenformat mit der rechten Maustaste anklicken > Als Standard festlegen.`,
    en: `The template \`${path}\` names a default table style that does not exist: tables take the house's. In PowerPoint, right-click a table style > Set as Default.`,
  };
}

/** @param where the name of the layout or master @param what the shape's name, or what it points to */
export function templateLeftOut(
  where: string,
  what: string,
  kind: "link" | "object" | "media" | "slide" | "macro" | "missing" | "default" | "other",
): Message {
  const words = leftOut[kind];
  return {
    code: "template-left-out",
    de: `In »${where}« der Vorlage wird »${what}« nicht übernommen: ${words.de}.`,
    en: `“${what}” in “${where}” of the template is not taken over: ${words.en}.`,
  };
}

const leftOut: Readonly<Record<Parameters<typeof templateLeftOut>[2], Words>> = {
  link: { de: "ein Verweis auf eine Datei außerhalb der Vorlage", en: "a link to a file outside of the template" },
  object: { de: "ein eingebettetes Objekt oder Steuerelement", en: "an embedded object or control" },
  media: { de: "ein Film oder Ton", en: "a film or sound" },
  slide: { de: "ein Verweis auf eine Folie der Vorlage", en: "a link to a slide of the template" },
  macro: { de: "ein Makro", en: "a macro" },
  missing: { de: "die Datei dazu fehlt in der Vorlage", en: "its file is missing in the template" },
  default: {
    de: "die Voreinstellungen für Text kommen ohne Bilder und Verweise mit",
    en: "the defaults for text come along without pictures and links",
  },
  other: { de: "ein Teil unbekannter Art", en: "a part of an unknown kind" },
};

/** @param fonts of text in the placeholders that the deck uses */
export function templateFontUnknown(fonts: readonly string[]): Message {
  const names = fonts.map((name) => (name === "" ? "?" : name)).join(", ");
  return {
    code: "template-font-unknown",
    de: `Wie breit die Schrift der Vorlage läuft (${names}), ist hier nicht bekannt: Ob Text passt, ist mit den Maßen von Calibri gerechnet. Bitte die Folien in PowerPoint ansehen.`,
    en: `How wide the template's font runs (${names}) is not known here: whether text fits is reckoned with the measures of Calibri. Look at the slides in PowerPoint.`,
  };
}
