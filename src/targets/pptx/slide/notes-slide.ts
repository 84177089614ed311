/** The page of notes that belongs to a slide: its picture, and the notes as paragraphs in the notes master's placeholder. */

import { contentTypes, relationshipTypes } from "../package/types.ts";
import { notesRoomOf } from "../notes/room.ts";
import { lineSpacing, spacing } from "../template/list-style.ts";
import { ledgerLevels, ledgerStyles } from "../template/notes-master.ts";
import type { TemplateRegion } from "../template/template.ts";
import { fontSize } from "../units.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import type { Paragraph, TextItem } from "./content.ts";
import type { SlideContext } from "./context.ts";
import type { Page } from "./page.ts";
import { pageRoot } from "./root.ts";

/** As every notes master has it; the box is the master's own. */
const region: TemplateRegion = {
  name: "notes",
  kind: "content",
  box: { x: 0, y: 0, width: 0, height: 0 },
  placeholder: { type: "body", idx: 1 },
  scale: 1,
  bullets: false,
};

/** The notes as an item of their page. */
export function notesItem(paragraphs: readonly Paragraph[]): TextItem {
  return { kind: "text", name: "Notizen", box: region.box, region, paragraphs, style: "body" };
}

/** Has relationships and ids of its own, and is white whatever the slide is. */
export function notesPage(context: SlideContext): Page {
  const { package: made } = context;
  return { ...context, ground: "plain", part: made.part(made.next("ppt/notesSlides/notesSlide", "xml")) };
}

/** Adds the page, and tells the slide of it. */
export function addNotesSlide(text: XmlElement, notes: Page, slide: Page): void {
  const { part } = notes;
  part.relate(relationshipTypes.notesMaster, notes.template.notesMaster);
  part.relate(relationshipTypes.slide, slide.part.path);
  slide.part.relate(relationshipTypes.notesSlide, part.path);
  const body = notesRoomOf(notes.template).hasLedger ? text : withLedgerLevels(text);
  const root = pageRoot("p:notes", undefined, [slideImage(part.nextId()), body]);
  notes.package.add(part, contentTypes.notesSlide, root);
  slide.recorder?.notesPage(slide.part, root);
}

/** On a notes master of a template's own, which knows of no ledger, the page says what its levels look like. */
function withLedgerLevels(text: XmlElement): XmlElement {
  const children = text.children.map((node) =>
    typeof node !== "string" && node.name === "p:txBody"
      ? { ...node, children: node.children.map((part) => (typeof part !== "string" && part.name === "a:lstStyle" ? ledgerStyle : part)) }
      : node,
  );
  return { ...text, children };
}

const ledgerStyle = element(
  "a:lstStyle",
  {},
  ...ledgerStyles.map(({ style, before = 0 }, i) =>
    element(
      `a:lvl${ledgerLevels.heading + i + 1}pPr`,
      { marL: 0, indent: 0 },
      lineSpacing(style),
      spacing("a:spcBef", before),
      element("a:buNone"),
      element("a:defRPr", { sz: fontSize(style.size) }),
    ),
  ),
);

function slideImage(id: number): XmlElement {
  return element(
    "p:sp",
    {},
    element(
      "p:nvSpPr",
      {},
      element("p:cNvPr", { id, name: "Folie" }),
      element("p:cNvSpPr", {}, element("a:spLocks", { noGrp: true, noRot: true, noChangeAspect: true })),
      element("p:nvPr", {}, element("p:ph", { type: "sldImg" })),
    ),
    element("p:spPr"),
  );
}
