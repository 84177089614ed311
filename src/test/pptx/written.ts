/** Decks written as PowerPoint files for tests and pictures. */

import type { Deck } from "../../deck/model.ts";
import { compileDecks } from "../../project/output.ts";
import { powerpointsOf } from "../../project/powerpoint.ts";
import { speak } from "../../source/diagnostic.ts";
import { Forms } from "../../targets/pptx/compose/forms.ts";
import { newPackage } from "../../targets/pptx/package/builder.ts";
import { addPresentation } from "../../targets/pptx/package/presentation.ts";
import { itemsOf } from "../../targets/pptx/slide/arrange.ts";
import { writeSlides } from "../../targets/pptx/slide/write.ts";
import { houseTemplate } from "../../targets/pptx/template/house.ts";

export interface Written {
  readonly deck: Deck;
  readonly bytes: Uint8Array;
}

export interface Wanted {
  readonly decks?: readonly string[];
  readonly asOf?: string;
  /** Ids of the slides to keep, where fewer do. */
  readonly slides?: readonly string[];
}

/** @throws Error with the diagnostics where a project does not build */
export async function writtenDecks(root: string, wanted: Wanted = {}): Promise<readonly Written[]> {
  const { slides, ...request } = wanted;
  const whole = compileDecks({ root, ...request });
  const decks = whole.decks.map((deck) => ({ ...deck, slides: deck.slides.filter(({ id }) => slides?.includes(id) ?? true) }));
  const compiled = { ...whole, decks };
  const { value, diagnostics } = await powerpointsOf(compiled, "dist");
  const told = [...compiled.diagnostics, ...diagnostics].filter(({ severity }) => severity === "error");
  if (value === undefined || compiled.faulty) throw new Error(told.map((diagnostic) => speak(diagnostic, "en")).join("\n\n"));
  return value.map(({ deck, content }) => ({ deck, bytes: content }));
}

/** @throws Error where there is no such deck, or it does not build */
export async function writtenDeck(root: string, deck: string, wanted: Omit<Wanted, "decks"> = {}): Promise<Written> {
  const [written] = await writtenDecks(root, { ...wanted, decks: [deck] });
  if (written === undefined) throw new Error(`${root} has no deck ${deck}.`);
  return written;
}

/** A deck without pictures that a build would refuse because something does not fit. */
export async function writtenAnyway(deck: Deck): Promise<Uint8Array> {
  const template = houseTemplate(deck.canvas, {});
  const file = newPackage({ parts: template.parts });
  const paths = deck.slides.map(() => file.next("ppt/slides/slide", "xml"));
  const pictures = new Map<string, never>();
  const batch = deck.slides.map((slide, i) => ({
    items: itemsOf(slide, deck, template, i + 1).value ?? [],
    context: {
      deck,
      slide,
      template,
      pictures,
      package: file,
      number: i + 1,
      part: file.part(paths[i] ?? ""),
      slidePath: (id: string) => paths[deck.slides.findIndex((other) => other.id === id)],
    },
  }));
  await writeSlides(batch, new Forms());
  addPresentation(file, { deck, template, slides: paths });
  return file.finish();
}
