/** The presentation part, which names masters, slides and sections in order, and what stands beside it. */

import type { Deck } from "../../../deck/model.ts";
import { plainText } from "../../../deck/plain-text.ts";
import type { AuditRecord } from "../audit/record.ts";
import { addRecord } from "../audit/recorder.ts";
import type { Template } from "../template/template.ts";
import { emu } from "../units.ts";
import { namespaces } from "../xml/namespaces.ts";
import { type XmlElement, descendants, element } from "../xml/tree.ts";
import { legal } from "../xml/write.ts";
import type { FinishablePackage } from "./builder.ts";
import { guidOf } from "./ids.ts";
import type { PartBuilder } from "./part.ts";
import { applicationProperties, coreProperties } from "./properties.ts";
import { contentTypes, relationshipTypes } from "./types.ts";

export interface PresentationInput {
  readonly deck: Deck;
  /** Its parts are in the package already ({@link PackageOptions.parts}). */
  readonly template: Template;
  /** Paths of the slides' parts, one for each of the deck's slides, in order. */
  readonly slides: readonly string[];
  /** What the file says, to be found again in it when it comes back. */
  readonly record?: AuditRecord;
}

/** Adds what holds the slides together: afterwards the package can be finished. */
export function addPresentation(file: FinishablePackage, input: PresentationInput): void {
  const part = file.part("ppt/presentation.xml");
  const content = presentationXml(part, input);
  addBeside(file, part, "presProps", "p:presentationPr");
  addBeside(file, part, "viewProps", "p:viewPr");
  if (input.record !== undefined) addRecord(file, part, input.record);
  file.add(part, contentTypes.presentation, content);
  file.root.relate(relationshipTypes.officeDocument, part.path);
  addProperties(file, "coreProperties", "docProps/core.xml", coreProperties(input.deck));
  addProperties(file, "extendedProperties", "docProps/app.xml", applicationProperties(input.deck));
}

function addProperties(file: FinishablePackage, kind: "coreProperties" | "extendedProperties", path: string, content: XmlElement): void {
  const part = file.part(path);
  file.add(part, contentTypes[kind], content);
  file.root.relate(relationshipTypes[kind], path);
}

/** Settings of the presentation and of its windows: there, as PowerPoint expects them, and all as it has them by default. */
function addBeside(file: FinishablePackage, presentation: PartBuilder, kind: "presProps" | "viewProps", name: string): void {
  const part = file.part(`ppt/${kind}.xml`);
  file.add(part, contentTypes[kind], element(name, roots));
  presentation.relate(relationshipTypes[kind], part.path);
}

const roots: Readonly<Record<string, string>> = { "xmlns:a": namespaces.a, "xmlns:r": namespaces.r, "xmlns:p": namespaces.p };

/** The first id that a slide may have; those of masters and layouts follow on another. */
const firstSlide = 256;
const firstMaster = 2_147_483_648;

function presentationXml(part: PartBuilder, { deck, template, slides }: PresentationInput): XmlElement {
  const masterIds = freeMasterIds(template);
  const masters = template.masters.map((path, at) =>
    element("p:sldMasterId", { id: masterIds[at], "r:id": part.relate(relationshipTypes.slideMaster, path) }),
  );
  const shown = slides.map((path, at) => element("p:sldId", { id: firstSlide + at, "r:id": part.relate(relationshipTypes.slide, path) }));
  const notesMaster = element("p:notesMasterId", { "r:id": part.relate(relationshipTypes.notesMaster, template.notesMaster) });
  for (const { type, target } of template.presentationParts) part.relate(type, target);
  const { width, height } = template.size;
  const notes = template.notesSize ?? { width: 720, height: 960 };
  return element(
    "p:presentation",
    { ...roots, saveSubsetFonts: true },
    element("p:sldMasterIdLst", {}, ...masters),
    element("p:notesMasterIdLst", {}, notesMaster),
    element("p:sldIdLst", {}, ...shown),
    element("p:sldSz", { cx: emu(width), cy: emu(height), type: width * 3 === height * 4 ? "screen4x3" : undefined }),
    element("p:notesSz", { cx: emu(notes.width), cy: emu(notes.height) }),
    template.defaultTextStyle ?? defaultTextStyle,
    element("p:extLst", {}, sectionExtension(deck)),
  );
}

/** An id for each master that none of the layouts has, as both are counted together. */
function freeMasterIds({ parts, masters }: Template): readonly number[] {
  const taken = new Set<number>();
  for (const { path, content } of parts) {
    if (content instanceof Uint8Array || !masters.includes(path)) continue;
    for (const { attributes } of descendants(content, "p:sldLayoutId")) taken.add(Number(attributes["id"]));
  }
  const free: number[] = [];
  for (let id = firstMaster; free.length < masters.length; id += 1) if (!taken.has(id)) free.push(id);
  return free;
}

/** What text outside of placeholders begins with, where the template says nothing of it. */
const defaultTextStyle: XmlElement = element(
  "p:defaultTextStyle",
  {},
  element("a:defPPr", {}, element("a:defRPr", { lang: "de-DE" })),
  ...Array.from({ length: 9 }, (_, level) =>
    element(
      `a:lvl${level + 1}pPr`,
      { marL: level * 457_200, algn: "l", defTabSz: 914_400, rtl: false, eaLnBrk: true, latinLnBrk: false, hangingPunct: true },
      element(
        "a:defRPr",
        { sz: 1800, kern: 1200 },
        element("a:solidFill", {}, element("a:schemeClr", { val: "tx1" })),
        element("a:latin", { typeface: "+mn-lt" }),
        element("a:ea", { typeface: "+mn-ea" }),
        element("a:cs", { typeface: "+mn-cs" }),
      ),
    ),
  ),
);

interface Section {
  readonly name: string;
  /** Stable for as long as the slide that begins it keeps its id. */
  readonly guid: string;
  readonly slides: number[];
}

/** A section begins at each slide of that layout; what stands before the first is named by the deck. */
function sectionsOf({ id, title, slides }: Deck): readonly Section[] {
  const sections: Section[] = [];
  for (const [at, slide] of slides.entries()) {
    const begins = slide.layout === "section";
    if (begins || sections.length === 0) {
      const name = begins ? plainText(slide.title) : title;
      const guid = guidOf(`section\n${id}\n${begins ? slide.id : ""}`);
      sections.push({ name: label(name) || label(title), guid, slides: [] });
    }
    sections.at(-1)?.slides.push(firstSlide + at);
  }
  return sections;
}

/** As it stands: what is nothing else has no name. */
function label(text: string): string {
  return legal(text).trim();
}

function sectionExtension(deck: Deck): XmlElement {
  const sections = sectionsOf(deck).map(({ name, guid, slides }) =>
    element("p14:section", { name, id: guid }, element("p14:sldIdLst", {}, ...slides.map((id) => element("p14:sldId", { id })))),
  );
  return element(
    "p:ext",
    { uri: "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}" },
    element("p14:sectionLst", { "xmlns:p14": namespaces.p14 }, ...sections),
  );
}
