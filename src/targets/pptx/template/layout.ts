/** One slide layout of the master for each of `theme/layouts.ts`: it writes only what the master does not say. */

import { type Box, type CanvasName, type Layout, type LayoutName, layoutOf, type Region } from "../../../../theme/layouts.ts";
import { space, text } from "../../../../theme/tokens.ts";
import type { Part, Relationship } from "../package/part.ts";
import { contentTypes, relationshipTypes } from "../package/types.ts";
import { emu } from "../units.ts";
import { type Attributes, element, type XmlElement } from "../xml/tree.ts";
import { fill } from "./colour.ts";
import { emptyParagraph, background, paragraph, placeholder, rule, shapeTree, slideNumber, stillText } from "./house-shapes.ts";
import { difference } from "./inherit.ts";
import { type Level, levelsOf, listStyleOf, paragraphProperties } from "./list-style.ts";
import { footText, type MasterPlaceholder, masterPlaceholders, type MasterRegion, rightInset, roots } from "./master.ts";
import type { TemplateRegion } from "./template.ts";

/** What stands in the upper part of full-colour slides in place of the wordmark. */
export interface Logo {
  readonly shape: (region: Box) => (id: number) => XmlElement;
  /** Of the pictures, whose ids the shape takes. */
  readonly relationships: readonly Relationship[];
}

export interface LayoutBrand {
  readonly logo?: Logo;
  readonly claim?: string;
}

/** The relationship to the master; those of a logo are others. */
const masterRelationship = "rId1";

/** @param master the master's path */
export function layoutPart(path: string, name: LayoutName, canvas: CanvasName, brand: LayoutBrand, master: string): Part {
  const layout = layoutOf(name, canvas);
  const blue = layout.ground === "blue";
  const content = element(
    "p:sldLayout",
    { ...roots, preserve: true, userDrawn: true },
    element(
      "p:cSld",
      { name },
      blue ? background(fill("blue")) : undefined,
      shapeTree([...stillShapes(layout, brand), ...placeholders(layout, canvas)]),
    ),
    element("p:clrMapOvr", {}, element("a:masterClrMapping")),
    // What a new slide shows at its foot.
    element("p:hf", blue ? { sldNum: false, hdr: false, ftr: false, dt: false } : { hdr: false, dt: false }),
  );
  const relationships: readonly Relationship[] = [
    { id: masterRelationship, type: relationshipTypes.slideMaster, target: master },
    ...(blue ? (brand.logo?.relationships ?? []) : []),
  ];
  return { path, contentType: contentTypes.slideLayout, content, relationships };
}

/** The layout's placeholders by region, with "date" where there is a page number. */
export function templateRegions(name: LayoutName, canvas: CanvasName): ReadonlyMap<string, TemplateRegion> {
  const layout = layoutOf(name, canvas);
  return new Map(
    slots(layout, canvas).map(({ region, kind, box, inset, place, levels }) => [
      region,
      {
        name: region,
        kind,
        box,
        ...(inset > 0 && { textWidth: box.width - inset }),
        placeholder: place,
        scale: 1,
        bullets: levels[0]?.bullet !== undefined && !levels[0].bullet.hidden,
      },
    ]),
  );
}

export interface HousePlace {
  /** In the selection pane. */
  readonly name: string;
  readonly place: TemplateRegion["placeholder"];
}

/** What a layout's placeholders are known by, also in a file that one has gone on with in PowerPoint: by region. */
export function placesOf(name: LayoutName, canvas: CanvasName): ReadonlyMap<string, HousePlace> {
  const all = slots(layoutOf(name, canvas), canvas);
  return new Map(all.map(({ region, kind, place }) => [region, { name: words(name, region, kind).name, place }]));
}

/** A placeholder in the making. */
interface Slot {
  /** Region name, and kind. */
  readonly region: string;
  readonly kind: TemplateRegion["kind"];
  readonly box: Box;
  /** px that text keeps off the right. */
  readonly inset: number;
  readonly place: TemplateRegion["placeholder"];
  readonly levels: readonly Level[];
  /** What of the master it inherits from. */
  readonly from: MasterRegion;
}

/** In reading order: title first, page number last. */
function slots(layout: Layout, canvas: CanvasName): readonly Slot[] {
  const { ground } = layout;
  const master = masterPlaceholders(canvas);
  const all: Slot[] = [];
  let index = 10;
  const slot = (region: Region, place: Slot["place"], levels: readonly Level[], from: MasterRegion): Slot => ({
    region: region.name,
    kind: region.kind,
    box: { x: region.x, y: region.y, width: region.width, height: region.height },
    inset: region.kind === "content" ? rightInset(region) : 0,
    place,
    levels,
    from,
  });
  for (const region of layout.regions) {
    switch (region.kind) {
      case "title":
        all.unshift(slot(region, { type: "title" }, levelsOf("title", ground), "title"));
        break;
      case "kicker":
        all.push(slot(region, { type: "body", idx: 20 }, levelsOf("kicker", ground), "body"));
        break;
      case "content":
        all.push(slot(region, { idx: index++ }, ground === "blue" ? leadLevels : levelsOf("body", ground), "body"));
        break;
      case "source":
        all.push(slot(region, { type: "ftr", idx: 30 }, levelsOf("source", ground), "source"));
        break;
      case "page": {
        const page = slot(region, { type: "sldNum", idx: 31 }, master.page.levels, "page");
        all.push(
          {
            ...page,
            region: "date",
            kind: "date",
            box: master.date.box,
            place: { type: "dt", idx: 32 },
            levels: master.date.levels,
            from: "date",
          },
          page,
        );
        break;
      }
      case "wordmark":
      case "logo":
      case "claim":
        break;
    }
  }
  return all;
}

/** Subtitles and contacts are paragraphs: what is a list there brings its bullets. */
const leadLevels: readonly Level[] = levelsOf("lead", "blue").map((level, i) => {
  if (i > 0 || !level.bullet) return level;
  const { style, colour, bullet } = level;
  return { style, colour, before: space.block, bullet: { ...bullet, hidden: true } };
});

function placeholders(layout: Layout, canvas: CanvasName): readonly ((id: number) => XmlElement)[] {
  const master = masterPlaceholders(canvas);
  return slots(layout, canvas).map(({ region, kind, box, inset, place, levels, from }) => {
    const inherited = master[from];
    const { name, prompt, text: standing } = words(layout.name, region, kind);
    return placeholder({
      name,
      place: { ...place, ...(prompt !== undefined && { hasCustomPrompt: true }) } satisfies Attributes,
      ...(!isSameBox(box, inherited.box) && { box }),
      ...(inset !== inherited.inset && { body: element("a:bodyPr", { rIns: emu(inset) }) }),
      listStyle: ownLevels(levels, inherited),
      paragraphs: [kind === "page" ? slideNumber() : paragraphOf(prompt ?? standing)],
    });
  });
}

function paragraphOf(content: string | undefined): XmlElement {
  return content === undefined ? emptyParagraph() : paragraph(content);
}

/** The levels that a layout's placeholder sets otherwise than the master, and of them what is different. */
function ownLevels(levels: readonly Level[], inherited: MasterPlaceholder): XmlElement {
  if (levels === inherited.levels) return element("a:lstStyle");
  const known = ownLevelsKnown.get(levels);
  if (known?.from === inherited.levels) return known.own;
  const own = levels.map((level, i) => {
    const name = `a:lvl${i + 1}pPr`;
    const from = inherited.levels[i];
    return difference(paragraphProperties(name, level), from && paragraphProperties(name, from));
  });
  const made = element("a:lstStyle", {}, ...own);
  ownLevelsKnown.set(levels, { from: inherited.levels, own: made });
  return made;
}

/** Worked out once for all layouts. */
const ownLevelsKnown = new WeakMap<readonly Level[], { readonly from: readonly Level[]; readonly own: XmlElement }>();

function isSameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** The accent rule, wordmark or logo, claim: the same on every slide of the layout, so no slide repeats them. */
function stillShapes({ name, regions, ground }: Layout, { logo, claim }: LayoutBrand): readonly ((id: number) => XmlElement)[] {
  return regions.flatMap((region) => {
    switch (region.kind) {
      case "kicker":
        return ground === "blue" ? [rule("Akzentlinie", accentBox(name, region), "gold-bright")] : [];
      case "wordmark":
        return logo ? [] : [wordmark(region)];
      case "logo":
        return logo ? [logo.shape(region)] : [];
      case "claim":
        return claim === undefined ? [] : [claimText(claim, region)];
      case "title":
      case "content":
      case "source":
      case "page":
        return [];
    }
  });
}

/**
 * In the browser it moves with each slide: 32 px above the kicker, or above the title where there is none. A layout's stands
 * still, so it is where the slides of that layout mostly have it: those that close a deck have no kicker.
 */
function accentBox(layout: LayoutName, kicker: Box): Box {
  return { x: kicker.x, y: layout === "closing" ? kicker.y : kicker.y - 32, width: 64, height: 4 };
}

function wordmark(box: Box): (id: number) => XmlElement {
  const style = { size: 26, line: 30, weight: 400 } as const;
  const levels: readonly Level[] = [
    { style, colour: "on-blue" },
    { style: { ...style, weight: 700 }, colour: "on-blue" },
  ];
  const lines = [paragraph("Landkreis"), paragraph("Cloppenburg", 1)];
  return stillText("Wortmarke", "Wortmarke: Landkreis Cloppenburg", box, listStyleOf(levels), lines);
}

function claimText(claim: string, box: Box): (id: number) => XmlElement {
  const level: Level = { style: text.caption, colour: "on-blue-muted", align: "right" };
  return stillText("Claim", claim, box, listStyleOf([level]), [paragraph(claim)]);
}

interface Words {
  readonly name: string;
  readonly prompt?: string;
  /** No prompt: a new slide begins with it. */
  readonly text?: string;
}

/** A placeholder's name in the selection pane, and what it asks for while it is empty. */
function words(layout: LayoutName, region: string, kind: TemplateRegion["kind"]): Words {
  switch (kind) {
    case "title":
      return { name: "Titel", prompt: titlePrompts[layout] ?? "Titel: die Aussage der Folie" };
    case "kicker":
      return { name: "Dachzeile", prompt: "Dachzeile: das Thema" };
    case "source":
      return { name: "Quelle", text: footText };
    case "page":
      return { name: "Seite" };
    case "date":
      return { name: "Datum" };
    case "content":
    case "wordmark":
    case "logo":
    case "claim":
      return contentWords[layout]?.[region] ?? { name: "Inhalt", prompt: "Text, Tabelle, Diagramm oder Bild" };
  }
}

const titlePrompts: Readonly<Partial<Record<LayoutName, string>>> = {
  title: "Titel des Vortrags",
  section: "Titel des Abschnitts",
  closing: "Schlusswort",
};

const contentWords: Readonly<Partial<Record<LayoutName, Readonly<Record<string, { readonly name: string; readonly prompt: string }>>>>> = {
  title: { main: { name: "Untertitel", prompt: "Untertitel, Anlass, Datum" } },
  section: { main: { name: "Untertitel", prompt: "Worum es geht" } },
  "two-columns": {
    left: { name: "Inhalt links", prompt: "Text, Tabelle, Diagramm oder Bild" },
    right: { name: "Inhalt rechts", prompt: "Text, Tabelle, Diagramm oder Bild" },
  },
  chart: { main: { name: "Diagramm", prompt: "Diagramm" } },
  "chart-text": { chart: { name: "Diagramm", prompt: "Diagramm" }, text: { name: "Text", prompt: "Was das Diagramm zeigt" } },
  map: { map: { name: "Karte", prompt: "Karte" }, side: { name: "Neben der Karte", prompt: "Text, Tabelle oder Diagramm" } },
  figures: { main: { name: "Kennzahlen", prompt: "Kennzahlen" } },
  closing: { main: { name: "Kontakt", prompt: "Name, Telefon, E-Mail" } },
};
