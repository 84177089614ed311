/** A corporate template: a `.potx` or `.pptx` of one's own that the slides are put on. */

import type { Deck, TemplateSettings } from "../../../deck/model.ts";
import { error, type Diagnostic, type Outcome, warning } from "../../../source/diagnostic.ts";
import {
  templateFonts,
  templateMacros,
  templateNoLayouts,
  templateNoMaster,
  templateSize,
  templateSizeOutside,
  templateTableStyle,
} from "../../../source/messages/pptx-template.ts";
import type { CanvasName } from "../../../../theme/layouts.ts";
import { relationshipTypes } from "../package/types.ts";
import { emu, px } from "../units.ts";
import { child, childrenOf, type XmlElement } from "../xml/tree.ts";
import { embeddedFonts, layoutsOf } from "./corporate-layouts.ts";
import { matchLayouts } from "./corporate-match.ts";
import { openTemplate, type PartSource, Refusal, sourceOf, type TemplatePackage } from "./corporate-package.ts";
import { PartCollector } from "./corporate-parts.ts";
import { soundTableStyles } from "./corporate-table-styles.ts";
import { type LayoutUse, usesOf } from "./corporate-uses.ts";
import { houseTemplate } from "./house.ts";
import type { Template } from "./template.ts";

export { mostTemplate } from "./corporate-package.ts";

/** What a deck wants of its template. */
export interface Wanted {
  readonly settings: TemplateSettings;
  readonly canvas: CanvasName;
  readonly uses: readonly LayoutUse[];
}

/** What a deck with `template` in its `deck.yaml` wants; `undefined` for a deck on the house's own. */
export function wantedOf(deck: Deck): Wanted | undefined {
  const { template: settings, canvas } = deck;
  return settings && { settings, canvas, uses: usesOf(deck) };
}

/**
 * Reads a template and puts the deck's layouts on it.
 *
 *     bytes ─openTemplate→ package ─layoutsOf→ layouts, placeholders ─matchLayouts→ regions
 *                             └─PartCollector→ masters, layouts, themes, pictures, notes master, table styles
 *
 * @param bytes of the file that `wanted.settings.file` names
 * @returns the template, if all that the deck's slides use was found in it; else every fault, each at its place in
 *   `deck.yaml`. Warnings say what of the template is left behind.
 */
export async function readTemplate(bytes: Uint8Array, wanted: Wanted): Promise<Outcome<Template>> {
  const { file } = wanted.settings;
  try {
    return templateOf(await openTemplate(file.name, bytes), wanted);
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    return { value: undefined, diagnostics: [error(file.span, reason.reason)] };
  }
}

function templateOf(source: TemplatePackage, { settings, canvas, uses }: Wanted): Outcome<Template> {
  const { file } = settings;
  const root = source.xml(source.presentation);
  const masters = mastersOf(source, root);
  const size = sizeOf(root, "p:sldSz");
  if (size === undefined) throw new Refusal(templateSize(source.file));
  if (!isPossible(size)) throw new Refusal(templateSizeOutside(source.file));
  const defaults = child(root, "p:defaultTextStyle");
  const found = layoutsOf(source, masters, defaults);
  if (found.length === 0) throw new Refusal(templateNoLayouts(source.file));
  const collector = new PartCollector();
  const paths = masters.map((path) => collector.take(source, path, relationshipTypes.slideMaster));
  const rest = besidesOf(source, canvas, collector);
  const { layouts, diagnostics } = matchLayouts(uses, settings, canvas, found, ({ path }) => collector.pathOf(source, path) ?? path);
  const [first = ""] = paths;
  const theme = collector.parts.find(({ path }) => path === first)?.relationships.find(({ type }) => type === relationshipTypes.theme);
  const template: Template = {
    size,
    parts: collector.parts,
    masters: paths,
    notesMaster: rest.notesMaster,
    ...(rest.notesSize !== undefined && { notesSize: rest.notesSize }),
    presentationParts: [
      ...(theme === undefined ? [] : [{ type: theme.type, target: theme.target }]),
      { type: relationshipTypes.tableStyles, target: rest.tableStyles },
    ],
    tableStyle: rest.tableStyle,
    ...(defaults !== undefined && { defaultTextStyle: collector.takeElement(source.presentation, defaults) }),
    layouts,
  };
  const left: readonly Diagnostic[] = [...collector.warnings, ...leftBehind(source, root)].map((message) => warning(file.span, message));
  const faulty = diagnostics.some(({ severity }) => severity === "error");
  return { value: faulty ? undefined : template, diagnostics: [...diagnostics, ...left] };
}

/** Paths of the masters in the order of the presentation. */
function mastersOf(source: TemplatePackage, root: XmlElement): readonly string[] {
  const targets = new Map(source.relationships(source.presentation).map(({ id, target }) => [id, target]));
  const list = child(root, "p:sldMasterIdLst");
  const masters =
    list === undefined ? [] : childrenOf(list, "p:sldMasterId").flatMap(({ attributes }) => targets.get(attributes["r:id"] ?? "") ?? []);
  if (masters.length === 0) throw new Refusal(templateNoMaster(source.file));
  return masters;
}

/** px, of `p:sldSz` or `p:notesSz`. */
function sizeOf(root: XmlElement, name: string): Template["size"] | undefined {
  const { cx, cy } = child(root, name)?.attributes ?? {};
  const size = { width: px(Number(cx)), height: px(Number(cy)) };
  return size.width > 0 && size.height > 0 ? size : undefined;
}

/** What slides of PowerPoint may be large, EMU: 1 to 56 inches. */
const sizes = { least: 914_400, most: 51_206_400 } as const;

function isPossible(size: Template["size"]): boolean {
  const lengths = [emu(size.width), emu(size.height)];
  return lengths.every((length) => length >= sizes.least && length <= sizes.most);
}

/** Notes master and table styles: the template's, or the house's where it has none. */
function besidesOf(
  source: TemplatePackage,
  canvas: CanvasName,
  collector: PartCollector,
): Pick<Template, "notesMaster" | "notesSize" | "tableStyle"> & { readonly tableStyles: string } {
  const house = houseTemplate(canvas, {});
  const houseParts = sourceOf(house.parts);
  const pick = (type: string, fallback: string): { readonly from: PartSource; readonly path: string } => {
    const path = source.relationships(source.presentation).find((relationship) => relationship.type === type)?.target;
    return path !== undefined && source.has(path) ? { from: source, path } : { from: houseParts, path: fallback };
  };
  const notes = pick(relationshipTypes.notesMaster, house.notesMaster);
  const ownSize = sizeOf(source.xml(source.presentation), "p:notesSz");
  const notesSize = notes.from === houseParts ? house.notesSize : ownSize && isPossible(ownSize) ? ownSize : undefined;
  const houseStyles = house.presentationParts.find(({ type }) => type === relationshipTypes.tableStyles)?.target ?? "";
  const styles = pick(relationshipTypes.tableStyles, houseStyles);
  const root = styles.from.xml(styles.path);
  const sound = soundTableStyles(root, { root: houseParts.xml(houseStyles), style: house.tableStyle });
  if (sound.style !== root.attributes["def"]) collector.warnings.push(templateTableStyle(source.file));
  const from: PartSource = {
    has: (path) => styles.from.has(path),
    contentType: (path) => styles.from.contentType(path),
    relationships: (path) => styles.from.relationships(path),
    xml: (path) => (path === styles.path ? sound.root : styles.from.xml(path)),
    bytes: (path) => styles.from.bytes(path),
  };
  return {
    ...(notesSize !== undefined && { notesSize }),
    notesMaster: collector.take(notes.from, notes.path, relationshipTypes.notesMaster),
    tableStyles: collector.take(from, styles.path, relationshipTypes.tableStyles),
    tableStyle: sound.style,
  };
}

function leftBehind(source: TemplatePackage, root: XmlElement): readonly ReturnType<typeof templateMacros>[] {
  const macros = source.relationships(source.presentation).some(({ type }) => type.endsWith("/vbaProject"));
  const fonts = embeddedFonts(root);
  return [...(macros ? [templateMacros(source.file)] : []), ...(fonts.length > 0 ? [templateFonts(source.file, fonts)] : [])];
}
