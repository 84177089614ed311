/** What stands one below the other on a slide: items of a list, rows of a table, key figures, each with its words and numbers. */

import type { Figure } from "../../data/figure.ts";
import { visitBlocks, visitInlines, type Visitor } from "../figures.ts";
import type { Block, Inline } from "../model.ts";
import { plainText } from "../plain-text.ts";

export interface Entry {
  readonly text: string;
  readonly figures: readonly Figure[];
}

const known = new WeakMap<Block, readonly Entry[]>();

/** None of blocks that put nothing side by side. The same block gives the same objects. */
export function entriesOf(block: Block): readonly Entry[] {
  let entries = known.get(block);
  if (entries === undefined) known.set(block, (entries = read(block)));
  return entries;
}

/** Whether a text in any of the block's entries may have what is asked for. Cells of nothing but a number have no words. */
export function mentions(block: Block, ask: (text: string) => boolean): boolean {
  switch (block.kind) {
    case "list":
      return block.items.some(({ blocks }) => ask(textOf(blocks)));
    case "table":
      return block.rows.some(({ cells }) =>
        cells.some((cell) => !(cell.length === 1 && cell[0]?.kind === "figure") && ask(plainText(cell))),
      );
    case "figures":
      return entriesOf(block).some(({ text }) => ask(text));
    case "heading":
    case "paragraph":
    case "quote":
    case "code":
    case "rule":
    case "chart":
      return false;
  }
}

function read(block: Block): readonly Entry[] {
  switch (block.kind) {
    case "list":
      return block.items.map(({ blocks }) => ({ text: textOf(blocks), figures: gather((visitor) => visitBlocks(blocks, visitor)) }));
    case "table":
      return block.rows
        .filter(({ role }) => role !== "total")
        .map(({ cells }) => ({
          text: cells.map(plainText).join(" "),
          figures: gather((visitor) => cells.forEach((cell) => visitInlines(cell, visitor))),
        }));
    case "figures":
      return block.items.map(({ figure, label, details, group }) => ({
        text: [group ?? "", ...[label, ...details].map(plainText), figure.text].join(" "),
        figures: [figure],
      }));
    case "heading":
    case "paragraph":
    case "quote":
    case "code":
    case "rule":
    case "chart":
      return [];
  }
}

function gather(visit: (visitor: Visitor) => void): readonly Figure[] {
  const found: Figure[] = [];
  visit({ figure: (figure) => void found.push(figure) });
  return found;
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => ("content" in block ? plainText(inlinesOf(block)) : "")).join(" ");
}

function inlinesOf(block: Block): readonly Inline[] {
  return block.kind === "paragraph" || block.kind === "heading" ? block.content : [];
}
