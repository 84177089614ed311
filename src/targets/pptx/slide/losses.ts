/** What a browser's slide has and PowerPoint's has not, though everything fits: told, so that nothing is lost unnoticed. */

import { titleSpan } from "../../../deck/fit-check.ts";
import type { Block, Deck, Inline, Slide } from "../../../deck/model.ts";
import { isPictureRow } from "../../../deck/pictures.ts";
import { type Diagnostic, warning } from "../../../source/diagnostic.ts";
import { pptxLinkLeftOut, pptxPictureAsWords, pptxTitleTwice } from "../../../source/messages/pptx-fit.ts";
import type { Span } from "../../../source/source.ts";
import { uriOf } from "./links.ts";
import { lineOf } from "./runs.ts";

/** Pictures of which only the words stand, and links that lead nowhere: a warning at the block of each, once a block. */
export function lossesOf(slide: Slide): readonly Diagnostic[] {
  const losses = new Losses();
  const at = titleSpan(slide.span);
  // A title that is a picture says its words in the browser's list of slides, too.
  losses.inlines(slide.title, at, isPictureRow(slide.title));
  losses.inlines(slide.kicker, at);
  for (const { blocks } of slide.regions) losses.blocks(blocks, true);
  losses.inlines(slide.sourceLine, at);
  losses.blocks(slide.notes, false);
  return losses.found;
}

class Losses {
  readonly found: Diagnostic[] = [];
  private readonly told = new Set<string>();

  /** @param free outside lists and quotes: there rows of pictures are shown */
  blocks(blocks: readonly Block[], free: boolean): void {
    for (const block of blocks) this.block(block, free);
  }

  private block(block: Block, free: boolean): void {
    switch (block.kind) {
      case "heading":
        this.inlines(block.content, block.span);
        break;
      case "paragraph":
        this.inlines(block.content, block.span, free && isPictureRow(block.content));
        break;
      case "list":
        for (const { blocks } of block.items) this.blocks(blocks, false);
        break;
      case "quote":
        this.blocks(block.blocks, false);
        break;
      case "table": {
        const cells = [block.caption, ...block.columns.map(({ header }) => header), ...block.rows.flatMap((row) => row.cells)];
        for (const cell of cells) this.inlines(cell, block.span);
        break;
      }
      case "figures":
        for (const { label, details } of block.items) for (const words of [label, ...details]) this.inlines(words, block.span);
        break;
      case "code":
      case "rule":
      case "chart":
        break;
    }
  }

  /** @param shown whether pictures stand as such */
  inlines(inlines: readonly Inline[], at: Span, shown: boolean = false): void {
    for (const inline of inlines) {
      if (inline.kind === "image" && !shown) {
        const { address, alternative } = inline.image;
        this.tell(address, warning(at, pptxPictureAsWords(address.slice(address.lastIndexOf("/") + 1), alternative)));
      }
      if (inline.kind === "link" && !inline.address.startsWith("#") && uriOf(inline.address) === undefined)
        this.tell(`link ${inline.address}`, warning(at, pptxLinkLeftOut(inline.address)));
      if ("content" in inline) this.inlines(inline.content, at, shown);
    }
  }

  private tell(what: string, diagnostic: Diagnostic): void {
    const key = `${diagnostic.span.start} ${what}`;
    if (this.told.has(key)) return;
    this.told.add(key);
    this.found.push(diagnostic);
  }
}

/** Titles that an earlier slide has: readers for blind people tell slides apart by their titles. */
export function titlesTwice(deck: Deck): readonly Diagnostic[] {
  const first = new Map<string, string>();
  return deck.slides.flatMap(({ id, title, span }) => {
    const words = lineOf(title).trim();
    const other = first.get(words);
    if (words === "" || other === undefined) first.set(words, id);
    return words === "" || other === undefined ? [] : [warning(titleSpan(span), pptxTitleTwice(words, other))];
  });
}
