/** What can be wrong with a PowerPoint template of one's own: its file, what it holds, and how the deck is put on it. */

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

/** @param where the name of the layout or master @param what the shape's name, or what it points to */
export function templateLeftOut(
  where: string,
  what: string,
  kind: "link" | "object" | "media" | "slide" | "macro" | "missing" | "other",
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

// Layouts and placeholders -------------------------------------------------------------------------------------------

/** Slides by their ids, "02-erlass, 03-querschnitt und 4 weitere". */
function slidesIn(slides: readonly string[]): Words {
  const shown = slides.slice(0, 3).join(", ");
  const more = slides.length - 3;
  if (more > 0) return { de: `Folien ${shown} und ${more} weitere`, en: `slides ${shown} and ${more} more` };
  return slides.length === 1 ? { de: `Folie ${shown}`, en: `slide ${shown}` } : { de: `Folien ${shown}`, en: `slides ${shown}` };
}

/** Charts are drawn dark on light. @param slides that show one */
export function templateDark(layout: string, template: string, slides: readonly string[]): Message {
  const on = slidesIn(slides);
  return {
    code: "template-dark",
    de: `Das Layout »${template}« der Vorlage hat helle Schrift auf dunklem Grund: Die Beschriftung von Diagrammen wäre darauf nicht zu lesen (Layout ${layout}, ${on.de}). Bitte ein Layout mit hellem Grund zuordnen.`,
    en: `The template's layout “${template}” has light text on a dark ground: labels of charts could not be read on it (layout ${layout}, ${on.en}). Map a layout with a light ground.`,
  };
}

/** What to write in deck.yaml; names that YAML would read otherwise in quotes. */
function yaml(name: string): string {
  return /^[\p{L}\d][\p{L}\d ()./+-]*$/u.test(name) && !/^[\d.+-]+$|^(?:true|false|null|none|yes|no|on|off)$|\s$/iu.test(name)
    ? name
    : JSON.stringify(name);
}

const quoted = (names: readonly string[]): Words => ({
  de: names.map((name) => `»${name}«`).join(", "),
  en: names.map((name) => `“${name}”`).join(", "),
});

/** No layout of the same name, and none mapped. */
export function layoutUnmatched(layout: string, slides: readonly string[], near: string | undefined, there: readonly string[]): Message {
  const on = slidesIn(slides);
  return {
    code: "template-layout-unmatched",
    de: `Die Vorlage hat kein Layout »${layout}« (${on.de}). Sie hat ${quoted(there).de}. Bitte eines davon zuordnen, unter template: layouts: ${layout}: ${near === undefined ? "<Name des Layouts>" : yaml(near)}`,
    en: `The template has no layout “${layout}” (${on.en}). It has ${quoted(there).en}. Map one of them, under template: layouts: ${layout}: ${near === undefined ? "<name of the layout>" : yaml(near)}`,
  };
}

/** The mapped name is none of the template's. */
export function layoutUnknown(name: string, near: string | undefined, there: readonly string[]): Message {
  const list = quoted(there);
  return {
    code: "template-layout-unknown",
    de: `Die Vorlage hat kein Layout »${name}«.${near === undefined ? "" : ` Ist »${near}« gemeint?`} Sie hat ${list.de}.`,
    en: `The template has no layout “${name}”.${near === undefined ? "" : ` Is “${near}” meant?`} It has ${list.en}.`,
  };
}

/** @param masters their names */
export function layoutAmbiguous(name: string, masters: readonly string[]): Message {
  const list = quoted(masters);
  return {
    code: "template-layout-ambiguous",
    de: `Die Vorlage hat ${masters.length} Layouts »${name}« (Folienmaster ${list.de}). Bitte in PowerPoint eines davon umbenennen (Ansicht > Folienmaster > Umbenennen) und hier zuordnen.`,
    en: `The template has ${masters.length} layouts “${name}” (slide masters ${list.en}). Rename one of them in PowerPoint (View > Slide Master > Rename) and map it here.`,
  };
}

/** A placeholder as a message tells it. */
export interface ToldPlaceholder {
  readonly name: string;
  /** As on `p:ph`; "obj" where there is none. */
  readonly type: string;
}

const kinds: ReadonlyMap<string, Words> = new Map([
  ["title", { de: "Titel", en: "title" }],
  ["ctrTitle", { de: "Titel", en: "title" }],
  ["subTitle", { de: "Untertitel", en: "subtitle" }],
  ["body", { de: "Text", en: "text" }],
  ["obj", { de: "Inhalt", en: "content" }],
  ["tbl", { de: "Tabelle", en: "table" }],
  ["chart", { de: "Diagramm", en: "chart" }],
  ["pic", { de: "Bild", en: "picture" }],
  ["clipArt", { de: "Onlinebild", en: "online picture" }],
  ["dgm", { de: "SmartArt", en: "SmartArt" }],
  ["media", { de: "Medien", en: "media" }],
  ["dt", { de: "Datum", en: "date" }],
  ["ftr", { de: "Fußzeile", en: "footer" }],
  ["sldNum", { de: "Foliennummer", en: "slide number" }],
]);
const kindOf = (type: string): Words => kinds.get(type) ?? { de: type, en: type };

function told(placeholders: readonly ToldPlaceholder[]): Words {
  if (placeholders.length === 0) return { de: "keinen Platzhalter", en: "no placeholder" };
  return {
    de: placeholders.map(({ name, type }) => `»${name}« (${kindOf(type).de})`).join(", "),
    en: placeholders.map(({ name, type }) => `“${name}” (${kindOf(type).en})`).join(", "),
  };
}

/** Where a region's mapping stands, as one line of YAML. */
function line(layout: string, template: string, region: string, placeholder: string): string {
  return `layouts: { ${layout}: { name: ${yaml(template)}, regions: { ${region}: ${placeholder} } } }`;
}

/** What is known where a region finds no placeholder. */
export interface Unmatched {
  readonly region: string;
  /** The house's layout, and the template's that it is matched with. */
  readonly layout: string;
  readonly template: string;
  readonly slides: readonly string[];
  /** All of the template's layout. */
  readonly there: readonly ToldPlaceholder[];
}

/** A region that may be left out: kicker, source, page, date. @param type of the placeholder it would take by itself */
export function besideUnmatched({ region, layout, template, slides, there }: Unmatched, type: string | undefined): Message {
  const lacks =
    type === undefined
      ? { de: `»${region}«`, en: `“${region}”` }
      : { de: `der Art ${kindOf(type).de}`, en: `of the kind ${kindOf(type).en}` };
  return {
    code: "template-region-unmatched",
    de: `Für »${region}« (Layout ${layout}, ${slidesIn(slides).de}) hat das Layout »${template}« der Vorlage keinen Platzhalter ${lacks.de}. Es hat ${told(there).de}. Bitte einen zuordnen, oder none, wenn es wegbleiben soll: ${line(layout, template, region, "none")}`,
    en: `The template's layout “${template}” has no placeholder ${lacks.en} for \`${region}\` (layout ${layout}, ${slidesIn(slides).en}). It has ${told(there).en}. Map one, or none where it may be left out: ${line(layout, template, region, "none")}`,
  };
}

export function titleUnmatched({ layout, template, slides, there }: Unmatched): Message {
  return {
    code: "template-title-unmatched",
    de: `Das Layout »${template}« der Vorlage hat keinen Titel (Layout ${layout}, ${slidesIn(slides).de}). Es hat ${told(there).de}. Bitte ein anderes Layout zuordnen, oder in PowerPoint unter Ansicht > Folienmaster das Häkchen »Titel« setzen.`,
    en: `The template's layout “${template}” has no title (layout ${layout}, ${slidesIn(slides).en}). It has ${told(there).en}. Map another layout, or tick “Title” in PowerPoint under View > Slide Master.`,
  };
}

/** @param regions content regions that are left @param free placeholders for content that are left */
export function contentUnmatched(unmatched: Unmatched, regions: readonly string[], free: readonly ToldPlaceholder[]): Message {
  const { region, layout, template, slides } = unmatched;
  const many = free.length > regions.length;
  return {
    code: "template-content-unmatched",
    de: `Für »${region}« (Layout ${layout}, ${slidesIn(slides).de}) ist kein Platzhalter des Layouts »${template}« bestimmt: ${regions.length} ${regions.length === 1 ? "Bereich" : "Bereiche"} (${regions.join(", ")}), aber ${free.length === 0 ? "kein Platzhalter für Inhalt" : `${free.length} Platzhalter für Inhalt: ${told(free).de}`}. ${
      free.length === 0
        ? "Bitte ein anderes Layout zuordnen."
        : `Bitte zuordnen: ${line(layout, template, region, many ? "<Name des Platzhalters>" : yaml(free[0]?.name ?? ""))}`
    }`,
    en: `No placeholder of the layout “${template}” is certain for \`${region}\` (layout ${layout}, ${slidesIn(slides).en}): ${regions.length} ${regions.length === 1 ? "region" : "regions"} (${regions.join(", ")}), but ${free.length === 0 ? "no placeholder for content" : `${free.length} ${free.length === 1 ? "placeholder" : "placeholders"} for content: ${told(free).en}`}. ${
      free.length === 0
        ? "Map another layout."
        : `Map it: ${line(layout, template, region, many ? "<name of the placeholder>" : yaml(free[0]?.name ?? ""))}`
    }`,
  };
}

/** As many placeholders as regions, but not side by side, or of kinds that do not go with what the slides hold. */
export function contentUnclear(
  { region, layout, template, slides }: Unmatched,
  regions: readonly string[],
  free: readonly ToldPlaceholder[],
): Message {
  return {
    code: "template-content-unclear",
    de: `Welcher Platzhalter des Layouts »${template}« welchen Bereich aufnimmt, ist nicht eindeutig (Layout ${layout}, ${slidesIn(slides).de}): Bereiche ${regions.join(", ")}; Platzhalter ${told(free).de}. Bitte zuordnen: ${line(layout, template, region, "<Name des Platzhalters>")}`,
    en: `Which placeholder of the layout “${template}” takes which region is not certain (layout ${layout}, ${slidesIn(slides).en}): regions ${regions.join(", ")}; placeholders ${told(free).en}. Map them: ${line(layout, template, region, "<name of the placeholder>")}`,
  };
}

/** The mapped name is none of the layout's. */
export function placeholderUnknown(name: string, template: string, near: string | undefined, there: readonly ToldPlaceholder[]): Message {
  return {
    code: "template-placeholder-unknown",
    de: `Das Layout »${template}« der Vorlage hat keinen Platzhalter »${name}«.${near === undefined ? "" : ` Ist »${near}« gemeint?`} Es hat ${told(there).de}.`,
    en: `The template's layout “${template}” has no placeholder “${name}”.${near === undefined ? "" : ` Is “${near}” meant?`} It has ${told(there).en}.`,
  };
}

export function placeholderAmbiguous(name: string, template: string): Message {
  return {
    code: "template-placeholder-ambiguous",
    de: `Das Layout »${template}« der Vorlage hat mehrere Platzhalter »${name}«. Bitte in PowerPoint umbenennen (Ansicht > Folienmaster, dann Start > Anordnen > Auswahlbereich).`,
    en: `The template's layout “${template}” has several placeholders “${name}”. Rename them in PowerPoint (View > Slide Master, then Home > Arrange > Selection Pane).`,
  };
}

/** Two of a kind that a layout should have once (footer, title …). */
export function kindAmbiguous({ region, layout, template, slides }: Unmatched, found: readonly ToldPlaceholder[]): Message {
  return {
    code: "template-placeholder-ambiguous",
    de: `Für »${region}« (Layout ${layout}, ${slidesIn(slides).de}) hat das Layout »${template}« mehrere Platzhalter: ${told(found).de}. Bitte einen zuordnen: ${line(layout, template, region, yaml(found[0]?.name ?? ""))}`,
    en: `The layout “${template}” has several placeholders for \`${region}\` (layout ${layout}, ${slidesIn(slides).en}): ${told(found).en}. Map one: ${line(layout, template, region, yaml(found[0]?.name ?? ""))}`,
  };
}

/** A placeholder that cannot hold what the region is for. */
export function placeholderUnfit(region: string, { name, type }: ToldPlaceholder): Message {
  return {
    code: "template-placeholder-unfit",
    de: `Der Platzhalter »${name}« (${kindOf(type).de}) kann »${region}« nicht aufnehmen.`,
    en: `The placeholder “${name}” (${kindOf(type).en}) cannot take \`${region}\`.`,
  };
}

export function placeholderTwice(name: string, region: string, other: string): Message {
  return {
    code: "template-placeholder-twice",
    de: `Der Platzhalter »${name}« ist schon für »${other}« bestimmt und kann nicht auch »${region}« aufnehmen.`,
    en: `The placeholder “${name}” is taken by \`${other}\` already and cannot take \`${region}\` as well.`,
  };
}

export type ContentKind = "text" | "chart" | "table" | "picture";

/** A placeholder for charts, tables or pictures only, and a slide that puts something else there. */
export function placeholderKind(unmatched: Unmatched, { name, type }: ToldPlaceholder, kind: ContentKind): Message {
  const { region, layout, template, slides } = unmatched;
  const what = contentKinds[kind];
  return {
    code: "template-placeholder-kind",
    de: `Der Platzhalter »${name}« des Layouts »${template}« nimmt nur die Art ${kindOf(type).de} auf; im Bereich »${region}« (Layout ${layout}, ${slidesIn(slides).de}) steht aber ${what.de}. Bitte einen Platzhalter für Inhalt oder Text zuordnen.`,
    en: `The placeholder “${name}” of the layout “${template}” takes the kind ${kindOf(type).en} only, but there is ${what.en} in the region \`${region}\` (layout ${layout}, ${slidesIn(slides).en}). Map a placeholder for content or text.`,
  };
}

const contentKinds: Readonly<Record<ContentKind, Words>> = {
  text: { de: "Text", en: "text" },
  chart: { de: "ein Diagramm", en: "a chart" },
  table: { de: "eine Tabelle", en: "a table" },
  picture: { de: "ein Bild", en: "a picture" },
};

/** A layout whose placeholder has no place: neither it nor its master says where it stands. */
export function placeholderNowhere(name: string, template: string): Message {
  return {
    code: "template-placeholder-nowhere",
    de: `Der Platzhalter »${name}« des Layouts »${template}« hat keine Größe, auch nicht in seinem Folienmaster. Bitte in PowerPoint auf dem Layout einmal verschieben.`,
    en: `The placeholder “${name}” of the layout “${template}” has no size, nor has its slide master. Move it once on the layout in PowerPoint.`,
  };
}
