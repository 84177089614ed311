/** For tests: items written on slides and read again. */

import type { Deck, Slide } from "../../../deck/model.ts";
import { deckOf, slideOf } from "../../html/testing.ts";
import { Forms } from "../compose/forms.ts";
import { newPackage } from "../package/builder.ts";
import { houseTemplate } from "../template/house.ts";
import type { Template, TemplateRegion } from "../template/template.ts";
import { readXml } from "../xml/read.ts";
import { child, childrenOf, descendants, element, textOf, type XmlElement } from "../xml/tree.ts";
import { readZip } from "../zip/read.ts";
import type { Item, Paragraph, Run, TextItem } from "./content.ts";
import type { Picture } from "./context.ts";
import { writeSlides } from "./write.ts";

export const house: Template = houseTemplate("16:9", {});

export interface WrittenSlide {
  readonly root: XmlElement;
  /** In order. */
  readonly shapes: readonly XmlElement[];
  /** Target by relationship id; external ones as they are, parts by their path from the slide. */
  readonly targets: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** As they stand in the file. */
  readonly xml: string;
}

/** The first of two slides with these items; the other one has the id "02-andere". */
export async function written(
  items: readonly Item[],
  fields: Partial<Slide> = {},
  pictures: ReadonlyMap<string, Picture> = new Map(),
  template: Template = house,
): Promise<WrittenSlide> {
  const deck: Deck = deckOf([slideOf([], fields), slideOf([], { id: "02-andere" })]);
  const file = newPackage();
  const paths = deck.slides.map(({ id }, i) => [id, `ppt/slides/slide${i + 1}.xml`] as const);
  const byId = new Map(paths);
  await writeSlides(
    deck.slides.map((slide, i) => ({
      items: i === 0 ? items : [],
      context: {
        deck,
        slide,
        number: i + 1,
        template,
        part: file.part(byId.get(slide.id) ?? ""),
        package: file,
        slidePath: (id) => byId.get(id),
        pictures,
      },
    })),
    new Forms(),
  );
  return slideIn(await readZip(file.finish()), 1);
}

/** @param number from 1 */
export function slideIn(files: ReadonlyMap<string, Uint8Array>, number: number): WrittenSlide {
  const bytes = files.get(`ppt/slides/slide${number}.xml`);
  if (bytes === undefined) throw new Error(`there is no slide ${number}`);
  const root = readXml(bytes);
  const tree = child(child(root, "p:cSld"), "p:spTree");
  const relationships = files.get(`ppt/slides/_rels/slide${number}.xml.rels`);
  const targets = new Map(
    (relationships ? childrenOf(readXml(relationships)) : []).map(({ attributes }) => [attributes["Id"] ?? "", attributes["Target"] ?? ""]),
  );
  return { root, shapes: tree ? childrenOf(tree).slice(2) : [], targets, files, xml: Buffer.from(bytes).toString() };
}

/** A region of the layout that slides of tests have. */
export function regionNamed(name: string): TemplateRegion {
  const region = house.layouts.get("content")?.regions.get(name);
  if (region === undefined) throw new Error(`there is no region ${name}`);
  return region;
}

export const box = { x: 100, y: 200, width: 300, height: 50 } as const;

/** In the region "main", or in a text box if `style` is given. */
export function textItem(paragraphs: readonly Paragraph[], style?: TextItem["style"]): TextItem {
  const region = regionNamed("main");
  if (style === undefined) return { kind: "text", name: "Text", region, box: region.box, style: "body", paragraphs };
  return { kind: "text", name: "Text", box, style, paragraphs };
}

export function plain(...runs: readonly (string | Run)[]): Paragraph {
  return { role: "plain", level: 0, runs: runs.map((run) => (typeof run === "string" ? { text: run } : run)) };
}

/** Paragraphs of a shape or cell as text; line breaks as `\n`. */
export function paragraphsOf(shape: XmlElement): readonly string[] {
  return descendants(shape, "a:p").map((paragraph) =>
    childrenOf(paragraph)
      .map((part) => (part.name === "a:br" ? "\n" : textOf(child(part, "a:t") ?? element("a:t"))))
      .join(""),
  );
}
