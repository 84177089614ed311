/** For tests: slides placed on the house's template, and items as short text. */

import { expect } from "vitest";
import type { Block, Deck } from "../../../deck/model.ts";
import { compiled } from "../../../deck/testing.ts";
import { deckOf, slideOf } from "../../html/testing.ts";
import { houseTemplate } from "../template/house.ts";
import type { Template } from "../template/template.ts";
import { itemsOf } from "./arrange.ts";
import type { Item, Paragraph, TextItem } from "./content.ts";
import type { PictureSize } from "./place-pictures.ts";
import { textOfRuns } from "./runs.ts";

export const house: Template = houseTemplate("16:9", {});

/** The items of a deck's first slide, which must fit. */
export function itemsOfDeck(deck: Deck, template: Template = house, pictures?: ReadonlyMap<string, PictureSize>): readonly Item[] {
  const [slide] = deck.slides;
  if (slide === undefined) throw new Error("no slide");
  const { value, diagnostics } = itemsOf(slide, deck, template, 1, pictures);
  expect(diagnostics.map(({ message }) => message.en)).toEqual([]);
  return value ?? [];
}

export function itemsOfText(markdown: string, settings?: string): readonly Item[] {
  const { value, diagnostics } = compiled({ "01-a": markdown }, settings);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
  return itemsOfDeck(value);
}

export function itemsOfBlocks(...blocks: readonly Block[]): readonly Item[] {
  return itemsOfDeck(deckOf([slideOf(blocks)]));
}

/** An item in short: kind, region, name, and the text of its paragraphs. */
export function sketch(item: Item): string {
  const region = "region" in item && item.region !== undefined ? `<${item.region.name}>` : "";
  const said = item.kind === "text" ? ` ${item.paragraphs.map(sketchParagraph).join(" | ")}` : "";
  return `${item.kind}${region} "${item.name}"${said}`;
}

export function sketchParagraph({ role, level, numbered, before, runs }: Paragraph): string {
  const count = numbered === undefined ? "" : `#${numbered.start}`;
  return `${role}${level}${count}${before === undefined ? "" : `+${before}`}:${textOfRuns(runs)}`;
}

export function textsOf(items: readonly Item[]): readonly TextItem[] {
  return items.filter((item) => item.kind === "text");
}
