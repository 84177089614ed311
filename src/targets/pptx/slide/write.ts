/** Slides and their notes: composed together, finished one by one, added to the package. */

import { compose } from "../compose/compose.ts";
import type { Sketch } from "../compose/sketch.ts";
import { nativeChart } from "../chart/native.ts";
import { drawingGroup } from "../drawing/group.ts";
import { notesOf } from "../notes/paragraphs.ts";
import { contentTypes, relationshipTypes } from "../package/types.ts";
import type { XmlElement } from "../xml/tree.ts";
import type { Item } from "./content.ts";
import type { SlideContext } from "./context.ts";
import { finish } from "./finish.ts";
import { addNotesSlide, notesContext, notesItem } from "./notes-slide.ts";
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
 * @param batch at best some dozens: what composes them holds all of them in memory at once
 */
export async function writeSlides(batch: readonly ArrangedSlide[]): Promise<void> {
  const pages = batch.map(pageOf);
  const shapes = await compose(pages.flatMap(({ sketches }) => sketches));
  let at = 0;
  for (const page of pages) {
    addSlide(page, shapes.slice(at, at + page.sketches.length));
    at += page.sketches.length;
  }
}

/** A slide on its way: the notes are its last sketch. */
interface Page extends ArrangedSlide {
  readonly sketches: readonly Sketch[];
  readonly notes: { readonly item: Item; readonly context: SlideContext } | undefined;
}

function pageOf({ items, context }: ArrangedSlide): Page {
  // The first relationship of a slide is its layout, as everywhere.
  context.part.relate(relationshipTypes.slideLayout, layoutPath(context));
  const paragraphs = notesOf(context.slide);
  const notes = paragraphs.length === 0 ? undefined : { item: notesItem(paragraphs), context: notesContext(context) };
  const sketches = items.flatMap((item) => (item.kind === "chart" ? [] : [sketchOf(item, context)]));
  return { items, context, notes, sketches: notes ? [...sketches, sketchOf(notes.item, notes.context)] : sketches };
}

function layoutPath({ template, slide }: SlideContext): string {
  const layout = template.layouts.get(slide.layout);
  if (layout === undefined) throw new Error(`The template has no layout ${slide.layout}.`);
  return layout.path;
}

function addSlide({ items, context, sketches, notes }: Page, composed: readonly XmlElement[]): void {
  let at = 0;
  const finishNext = (item: Item, own: SlideContext): XmlElement => {
    if (item.kind === "chart") return nativeChart(item, own) ?? drawingGroup(item, own);
    const [shape, sketch] = [composed[at], sketches[at]];
    at += 1;
    if (shape === undefined || sketch === undefined) throw new Error(`No ${item.kind} was composed.`);
    return finish(shape, sketch, item, own);
  };
  const shapes = items.map((item) => finishNext(item, context));
  if (notes) addNotesSlide(finishNext(notes.item, notes.context), notes.context, context);
  context.package.add(context.part, contentTypes.slide, pageRoot("p:sld", context.slide.id, shapes));
}
