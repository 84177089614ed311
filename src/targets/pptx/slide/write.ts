/** Slides and their notes: composed together, finished one by one, added to the package. */

import type { Forms } from "../compose/forms.ts";
import type { Sketch } from "../compose/sketch.ts";
import { nativeChart } from "../chart/native.ts";
import { drawingGroup } from "../drawing/group.ts";
import { layoutOf } from "../../../../theme/layouts.ts";
import { notesOf } from "../notes/paragraphs.ts";
import { notesRoomOf } from "../notes/room.ts";
import { contentTypes, relationshipTypes } from "../package/types.ts";
import type { TemplateLayout } from "../template/template.ts";
import type { XmlElement } from "../xml/tree.ts";
import type { Item, TextItem } from "./content.ts";
import type { SlideContext } from "./context.ts";
import { finish } from "./finish.ts";
import { addNotesSlide, notesItem, notesPage } from "./notes-slide.ts";
import type { Page } from "./page.ts";
import { pageRoot } from "./root.ts";
import { sketchOf } from "./sketch.ts";

export interface ArrangedSlide {
  /** In reading order. */
  readonly items: readonly Item[];
  readonly context: SlideContext;
}

/**
 * Adds the slides' parts and those of their notes to the package, in order.
 *
 * @param batch at best some dozens: all of them are in memory at once
 * @param forms of the file
 */
export async function writeSlides(batch: readonly ArrangedSlide[], forms: Forms): Promise<void> {
  const drafts = batch.map(draftOf);
  const shapes = await forms.compose(drafts.flatMap(({ sketches }) => sketches));
  let at = 0;
  for (const draft of drafts) {
    addSlide(draft, shapes.slice(at, at + draft.sketches.length));
    at += draft.sketches.length;
  }
}

/** A slide on its way: the notes are its last sketch. */
interface Draft {
  readonly items: readonly Item[];
  readonly page: Page;
  readonly notes: { readonly item: TextItem; readonly page: Page } | undefined;
  readonly sketches: readonly Sketch[];
}

function draftOf({ items, context }: ArrangedSlide): Draft {
  const layout = layoutFor(context);
  const page: Page = { ...context, ground: layout.ground ?? layoutOf(context.slide.layout, context.deck.canvas).ground };
  // The first relationship of a slide is its layout, as everywhere.
  page.part.relate(relationshipTypes.slideLayout, layout.path);
  const paragraphs = notesOf(context.slide, notesRoomOf(context.template));
  const notes = paragraphs.length === 0 ? undefined : { item: notesItem(paragraphs), page: notesPage(context) };
  const sketches = items.flatMap((item) => (item.kind === "chart" ? [] : [sketchOf(item, page)]));
  return { items, page, notes, sketches: notes ? [...sketches, sketchOf(notes.item, notes.page)] : sketches };
}

function layoutFor({ template, slide }: SlideContext): TemplateLayout {
  const layout = template.layouts.get(slide.layout);
  if (layout === undefined) throw new RangeError(`The template has no layout "${slide.layout}".`);
  return layout;
}

function addSlide({ items, page, sketches, notes }: Draft, composed: readonly XmlElement[]): void {
  let at = 0;
  const finishNext = (item: Item, own: Page): XmlElement => {
    if (item.kind === "chart") return nativeChart(item, own) ?? drawingGroup(item, own);
    const [shape, sketch] = [composed[at], sketches[at]];
    at += 1;
    if (shape === undefined || sketch === undefined) throw new Error(`No ${item.kind} was composed.`);
    return finish(shape, sketch, item, own);
  };
  const shapes = items.map((item) => finishNext(item, page));
  if (notes) addNotesSlide(finishNext(notes.item, notes.page), notes.page, page);
  const root = pageRoot("p:sld", page.slide.id, shapes);
  page.package.add(page.part, contentTypes.slide, root);
  page.recorder?.slide(page.part, page.slide, root);
}
