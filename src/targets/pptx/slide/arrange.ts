/**
 * A slide of the deck as placed items: the same words in the same order at the same places as in the browser.
 *
 *     Slide ─flow→ pieces under each other ─place-*→ Items, each measured: what does not fit is told
 */

import type { Deck, Slide } from "../../../deck/model.ts";
import type { Diagnostic, Outcome } from "../../../source/diagnostic.ts";
import { type Box, type Ground, layoutOf } from "../../../../theme/layouts.ts";
import { text } from "../../../../theme/tokens.ts";
import { hasHouseTables } from "../template/table-style.ts";
import { checkNotes } from "../notes/paragraphs.ts";
import { notesRoomOf } from "../notes/room.ts";
import type { Template, TemplateLayout, TemplateRegion } from "../template/template.ts";
import { balanced } from "./balance.ts";
import type { Item, Run } from "./content.ts";
import { checkChart, checkFoot, checkKicker, checkRegion, checkTitle } from "./fit.ts";
import { uniquelyNamed } from "./names.ts";
import { placeFoot } from "./place-foot.ts";
import type { PictureSize } from "./place-pictures.ts";
import { insideOf, lettersOf, placeRegion, textWidthOf } from "./place-region.ts";
import { runsOf } from "./runs.ts";

const noPictures: ReadonlyMap<string, PictureSize> = new Map();

/**
 * The slide's items in reading order: title, kicker, content by regions, footnotes and sources, date, page number.
 *
 * @param number of the slide, from 1
 * @param pictures sizes by address; a picture that is not in it fills its room
 * @returns the items, also of a slide of which something does not fit, and an error for each part that does not
 * @throws RangeError if the template lacks the slide's layout, or that a title or content; whoever read the template has told
 *   so. Other regions that it lacks are left out on purpose.
 */
export function itemsOf(
  slide: Slide,
  deck: Deck,
  template: Template,
  number: number,
  pictures: ReadonlyMap<string, PictureSize> = noPictures,
): Outcome<readonly Item[]> {
  const layout = template.layouts.get(slide.layout);
  if (layout === undefined) throw new RangeError(`the template has no layout "${slide.layout}"`);
  const house = layoutOf(slide.layout, deck.canvas).ground;
  const ground = layout.ground ?? house;
  const report: Diagnostic[] = [];
  const foot = placeFoot(slide, deck, layout, number, hasHouseTables(template) ? ground : undefined);
  checkFoot(slide, layout, foot.rise, report);
  checkNotes(slide, notesRoomOf(template), report);
  const items = [
    ...placeHead(slide, layout, house, report),
    ...slide.regions.flatMap(({ region: name, blocks }) => {
      if (blocks.length === 0) return [];
      const region = regionOf(name, slide, layout);
      const box = insideOf(region, above(region.box, layout.regions.get("source")?.box, foot.rise));
      const style = house === "blue" ? "lead" : "body";
      const place = { region, box, style, ground, pictures, tableEdges: !hasHouseTables(template) } as const;
      const placed = placeRegion(blocks, place);
      if (checkRegion(blocks, slide, place, placed.flowed, report)) {
        for (const item of placed.items) if (item.kind === "chart") checkChart(item, name, report);
      }
      return placed.items;
    }),
    ...foot.items,
  ];
  return { value: uniquelyNamed(items), diagnostics: report };
}

/** Title, then the line above it. */
function placeHead(slide: Slide, layout: TemplateLayout, house: Ground, report: Diagnostic[]): readonly Item[] {
  const items: Item[] = [];
  const add = (runs: readonly Run[], region: TemplateRegion, name: string, style: "title" | "kicker"): void => {
    items.push({ kind: "text", name, region, box: region.box, style, paragraphs: [{ role: "plain", level: 0, runs }] });
  };
  if (slide.title.length > 0) {
    const region = regionOf("title", slide, layout);
    checkTitle(slide, region, house, report);
    const style = house === "blue" ? text.display : text.title;
    const runs = runsOf(slide.title, {}, style.size * region.scale);
    add(balanced(runs, textWidthOf(region) / (region.scale * lettersOf(region)), style), region, "Titel", "title");
  }
  const kicker = layout.regions.get("kicker");
  if (slide.kicker.length > 0 && kicker !== undefined) {
    checkKicker(slide, kicker, report);
    add(runsOf(slide.kicker, {}, text.kicker.size * kicker.scale), kicker, "Dachzeile", "kicker");
  }
  return items;
}

function regionOf(name: string, slide: Slide, layout: TemplateLayout): TemplateRegion {
  const region = layout.regions.get(name);
  if (region === undefined) throw new RangeError(`the template's layout "${slide.layout}" has no region "${name}"`);
  return region;
}

/** What a risen foot leaves of a content region above it. */
function above(box: Box, foot: Box | undefined, rise: number): Box {
  if (foot === undefined || rise === 0) return box;
  const isAbove = box.y + box.height <= foot.y + foot.height && box.x < foot.x + foot.width && foot.x < box.x + box.width;
  return isAbove ? { ...box, height: Math.max(0, box.height - rise) } : box;
}
