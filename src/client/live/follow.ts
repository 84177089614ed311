/** Follows the author's edits: takes what has changed from the server, and leaves the audience where it is. */

import type { RevealApi } from "reveal.js";
import type { ViteHotContext } from "vite/types/hot.d.ts";
import { followPage } from "../ask/ask.ts";
import { takeSources } from "../ask/answers.ts";
import type { Page } from "../main.ts";
import { showFault } from "./banner.ts";
import { patchSlide, sectionOf } from "./patch.ts";
import { events, type Fault, type Standing, standingName, type Update } from "./protocol.ts";

/** @param page `undefined` where the page shows no deck, because there was no good one yet: it is loaded anew then */
export function followEdits(hot: ViteHotContext, page: Page | undefined): void {
  let standing = standingOf(document);
  if (standing === undefined) return;
  const ask = (): void => hot.send(events.ask, standing);
  hot.on(events.update, (update: Update) => {
    if (standing === undefined || update.deck !== standing.deck) return;
    if (update.run !== standing.run || update.reload || page === undefined) return location.reload();
    if (update.version <= standing.version) return;
    // A version was missed: ask for all that has happened since.
    if (update.from > standing.version) return ask();
    standing = { ...standing, version: update.version };
    apply(update, page);
  });
  hot.on(events.fault, (fault: Fault) => {
    if (fault.deck === standing?.deck) showFault(fault);
  });
  // Much can have happened since the page was written.
  ask();
  hot.on("vite:ws:connect", ask);
}

/** Where the page stands, as the server wrote it. */
export function standingOf(root: ParentNode): Standing | undefined {
  const content = root.querySelector<HTMLMetaElement>(`meta[name="${standingName}"]`)?.content;
  return content === undefined ? undefined : JSON.parse(content);
}

function apply(update: Update, page: Page): void {
  const slides = document.querySelector(".reveal .slides");
  if (slides === null) return;
  const reveal = page.reveal();
  const current = reveal?.getCurrentSlide() ?? undefined;
  const index = current === undefined ? 0 : [...slides.children].indexOf(current);
  document.title = update.title;
  if (update.sources !== undefined) takeSources(update.sources);
  const known = new Map([...slides.children].map((slide) => [slide.id, slide]));
  const patched: HTMLElement[] = [];
  for (const { id, html } of update.sections) {
    const next = sectionOf(html);
    const slide = known.get(id);
    if (!(slide instanceof HTMLElement)) known.set(id, next);
    else {
      patchSlide(slide, next);
      patched.push(slide);
    }
  }
  if (update.order !== undefined) {
    arrange(
      slides,
      update.order.flatMap((id) => known.get(id) ?? []),
    );
    if (reveal === undefined) page.refresh();
    else turnTo(reveal, slides, current, index);
  } else if (reveal !== undefined) {
    for (const slide of patched) if (slide === current) reveal.syncSlide(slide);
  } else {
    page.refresh();
  }
  followPage();
}

/** Makes the slides' children exactly these, in this order; who stands right is not moved. */
function arrange(slides: Element, order: readonly Element[]): void {
  const wanted = new Set(order);
  for (const slide of Array.from(slides.children)) if (!wanted.has(slide)) slide.remove();
  order.forEach((slide, index) => {
    const present = slides.children[index];
    if (present !== slide) slides.insertBefore(slide, present ?? null);
  });
}

/** The slide that was present stays so, wherever it stands now; if it is gone, the one in its place. */
function turnTo(reveal: RevealApi, slides: Element, current: Element | undefined, index: number): void {
  const target = current?.isConnected === true ? current : slides.children[Math.min(index, slides.children.length - 1)];
  if (target instanceof HTMLElement) {
    const { h, v, f } = reveal.getIndices(target);
    reveal.slide(h, v, f);
  }
  reveal.sync();
}
