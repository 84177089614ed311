/** One slide as HTML: a `<section>` for reveal.js, and an ordinary part of a document without it. */

import { chartBoxes, contentHeight } from "../../deck/fit.ts";
import { appearancesOf } from "../../deck/ledger/appearances.ts";
import { slideLedger } from "../../deck/ledger/build.ts";
import type { SlideLedger } from "../../deck/ledger/book.ts";
import { isDraft } from "../../deck/draft.ts";
import type { Block, Deck, Slide } from "../../deck/model.ts";
import { canvasClass } from "../../../theme/css.ts";
import { type CanvasName, layoutOf, type Region } from "../../../theme/layouts.ts";
import { colours } from "../../../theme/tokens.ts";
import { renderAnswers } from "./ask.ts";
import { type Assets, type Brand, noAssets } from "./assets.ts";
import { renderBlocks } from "./blocks.ts";
import { switchRoles } from "./chart.ts";
import { escapeHtml } from "./escape.ts";
import { plainText, renderInline, type Writing } from "./inline.ts";

/** All that a slide's text depends on besides the slide itself. */
interface Place {
  /** From 1. */
  readonly number: number;
  /** The deck's one h1 stands on this slide. */
  readonly first: boolean;
  readonly canvas: CanvasName;
  readonly brand: Brand;
  readonly draft: boolean;
}

interface Rendered {
  readonly place: Place;
  /** Tells of other releases than the slide's own, too. */
  readonly ledger: SlideLedger;
  /** Pictures that the slide shows, as they were. */
  readonly images: ReadonlyMap<string, string | undefined>;
  readonly html: string;
}

const nothing: Writing["numbers"] = new Map();

/** Without a script it is not shown. */
const askButton = `<button type="button" class="ask">Zahlen befragen</button>`;

const rendered = new WeakMap<Slide, Rendered>();

/** The slide as one `<section>`. It is written anew only if its place, the canvas, the brand or one of its pictures has changed. */
export function renderSlide(slide: Slide, deck: Deck, assets: Assets = noAssets): string {
  const { numbers, heading } = orderOf(deck);
  const place: Place = {
    number: numbers.get(slide) ?? 0,
    first: slide === heading,
    canvas: deck.canvas,
    brand: assets.brand,
    draft: isDraft(deck),
  };
  const ledger = slideLedger(slide, deck);
  const known = rendered.get(slide);
  if (
    known &&
    known.ledger === ledger &&
    isSame(known.place, place) &&
    [...known.images].every(([address, source]) => assets.images.get(address) === source)
  ) {
    return known.html;
  }
  const titleLevel = place.first ? 1 : 2;
  const writing: Writing = {
    assets,
    slide: slide.id,
    numbers: slide.ledger === true ? nothing : appearancesOf(slide).numbers,
    titleLevel,
    headingLevels: headingLevelsOf(slide),
    switches: switchRoles(slide.regions.flatMap(({ blocks }) => blocks)),
    images: new Map(),
  };
  const html = renderSection(slide, place, writing, ledger);
  rendered.set(slide, { place, ledger, images: writing.images, html });
  return html;
}

function isSame(a: Place, b: Place): boolean {
  return (
    a.number === b.number &&
    a.first === b.first &&
    a.canvas === b.canvas &&
    a.draft === b.draft &&
    a.brand.logo === b.brand.logo &&
    a.brand.claim === b.brand.claim
  );
}

interface Order {
  readonly numbers: ReadonlyMap<Slide, number>;
  readonly heading: Slide | undefined;
}

const orders = new WeakMap<Deck, Order>();

/** Numbers of a deck's slides, and the slide whose title names the deck: the first of layout `title`, else the first. */
function orderOf(deck: Deck): Order {
  let order = orders.get(deck);
  if (order === undefined) {
    const heading = deck.slides.find(({ layout }) => layout === "title") ?? deck.slides[0];
    order = { numbers: new Map(deck.slides.map((slide, i) => [slide, i + 1])), heading };
    orders.set(deck, order);
  }
  return order;
}

function headingLevelsOf(slide: Slide): readonly number[] {
  const blocks = [...slide.regions.flatMap((region) => region.blocks), ...slide.notes];
  return [...new Set(blocks.flatMap(levelsIn))].toSorted((a, b) => a - b);
}

function levelsIn(block: Block): readonly number[] {
  if (block.kind === "heading") return [block.level];
  if (block.kind === "quote") return block.blocks.flatMap(levelsIn);
  return block.kind === "list" ? block.items.flatMap((item) => item.blocks.flatMap(levelsIn)) : [];
}

function renderSection(slide: Slide, place: Place, writing: Writing, ledger: SlideLedger): string {
  const { ground, regions } = layoutOf(slide.layout, place.canvas);
  const id = escapeHtml(slide.id);
  const label = escapeHtml(`Folie ${place.number}: ${plainText(slide.title)}`);
  const background = ground === "blue" ? ` data-background-color="${colours.blue}"` : "";
  const answers = renderAnswers(slide, ledger);
  const content = regions.map((region) => renderRegion(region, slide, place, writing)).join("");
  return (
    `<section id="${id}" data-slide="${id}" class="slide layout-${slide.layout} ${canvasClass(place.canvas)} ground-${ground}${place.draft ? " draft" : ""}" ` +
    `role="group" aria-roledescription="Folie" aria-label="${label}"${background}>${content}${answers === "" ? "" : askButton}${renderNotes(slide, writing)}${answers}</section>`
  );
}

function renderRegion(region: Region, slide: Slide, place: Place, writing: Writing): string {
  const at = `class="${region.kind} region-${region.name}"`;
  const { logo, claim } = place.brand;
  switch (region.kind) {
    case "kicker":
      return slide.kicker.length === 0 ? "" : `<p ${at}>${renderInline(slide.kicker, writing)}</p>`;
    case "title": {
      if (slide.title.length === 0) return "";
      const level = place.first ? "h1" : "h2";
      return `<${level} ${at}>${renderInline(slide.title, writing)}</${level}>`;
    }
    case "content": {
      const blocks = slide.regions.find((filled) => filled.region === region.name)?.blocks ?? [];
      if (blocks.length === 0) return "";
      const { width } = region;
      // Only charts need it, and it measures all other blocks to know what they leave.
      const boxes = blocks.some(({ kind }) => kind === "chart")
        ? chartBoxes(blocks, { width, height: contentHeight(slide, region, place.canvas) }, slide.layout)
        : undefined;
      const room = { width, chart: (block: Block) => boxes?.get(block) ?? region };
      return `<div ${at}>${renderBlocks(blocks, room, writing)}</div>`;
    }
    case "source":
      return renderFoot(at, slide, writing);
    case "page":
      return `<p ${at}>${place.number}</p>`;
    case "wordmark":
      return logo === undefined ? `<p ${at}>Landkreis <span>Cloppenburg</span></p>` : "";
    case "logo":
      return logo === undefined ? "" : `<img ${at} src="${escapeHtml(logo)}" alt="Landkreis Cloppenburg">`;
    case "claim":
      return claim === undefined ? "" : `<p ${at}>${escapeHtml(claim)}</p>`;
  }
}

function renderFoot(at: string, slide: Slide, writing: Writing): string {
  const footnotes = slide.footnotes.map((note) => `<p class="footnote">${escapeHtml(note)}</p>`).join("");
  const source = slide.sourceLine.length === 0 ? "" : `<p>${renderInline(slide.sourceLine, writing)}</p>`;
  return footnotes === "" && source === "" ? "" : `<footer ${at}>${footnotes}${source}</footer>`;
}

/** The speaker view reads `aside.notes`; in a document they open on demand. */
function renderNotes(slide: Slide, writing: Writing): string {
  if (slide.notes.length === 0) return "";
  const room = { width: 640, chart: () => ({ width: 640, height: 360 }) };
  return `<details class="notes-box"><summary>Notizen</summary><aside class="notes">${renderBlocks(slide.notes, room, writing)}</aside></details>`;
}
