/** What can be wrong where a deck's layouts and regions meet those of a PowerPoint template of one's own. */

import type { Message } from "../diagnostic.ts";
import type { Words } from "./fields.ts";

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

/** Of text that does not stand straight nobody knows whether it fits. @param spare whether the region may be left out */
export function placeholderTurned(region: string, template: string, { name, type }: ToldPlaceholder, spare: boolean): Message {
  return {
    code: "template-placeholder-turned",
    de: `Der Platzhalter »${name}« (${kindOf(type).de}) des Layouts »${template}« ist gedreht oder hat senkrechten Text und kann »${region}« nicht aufnehmen. Bitte einen anderen zuordnen${spare ? ", none schreiben" : ""} oder ihn in PowerPoint gerade stellen (Ansicht > Folienmaster).`,
    en: `The placeholder “${name}” (${kindOf(type).en}) of the layout “${template}” is turned or has vertical text and cannot take \`${region}\`. Map another one${spare ? ", write none" : ""}, or set it straight in PowerPoint (View > Slide Master).`,
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
