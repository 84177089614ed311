/** Decks written as PowerPoint files for tests and pictures. */

import type { Deck } from "../../deck/model.ts";
import { compileDecks } from "../../project/output.ts";
import { powerpointsOf } from "../../project/powerpoint.ts";
import { speak } from "../../source/diagnostic.ts";
import { houseTemplate } from "../../targets/pptx/template/house.ts";
import { arrange, writeArranged } from "../../targets/pptx/write.ts";

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
  const whole = await compileDecks({ root, ...request });
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
  const input = { deck, template: houseTemplate(deck.canvas, {}), pictures: new Map<string, never>() };
  return await writeArranged(input, arrange(input).items);
}
