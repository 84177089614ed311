/** Outline blocks → blocks. */

import { bindInlines } from "./bind-inlines.ts";
import type { Binder } from "./binder.ts";
import { bindChanges } from "./blocks/changes.ts";
import { bindChart } from "./blocks/chart.ts";
import { bindFigures } from "./blocks/figures.ts";
import { bindTable } from "./blocks/table.ts";
import type { Block } from "./model.ts";
import type { FencedBlock, OutlineBlock } from "./outline.ts";

/** Names the charts of a slide in their order, and those without a title after the slide. */
export class ChartNames {
  private readonly slide: string;
  readonly title: string;
  private count = 0;

  constructor(slide: string, title: string) {
    this.slide = slide;
    this.title = title;
  }

  next(): string {
    this.count++;
    return `${this.slide}-chart-${this.count}`;
  }
}

/** The blocks bound; those with a fault are left out, and the binder knows. */
export function bindBlocks(blocks: readonly OutlineBlock[], names: ChartNames, binder: Binder): readonly Block[] {
  const bound: Block[] = [];
  for (const block of blocks) {
    const one = bindBlock(block, names, binder);
    if (one !== undefined) bound.push(one);
  }
  return bound;
}

function bindBlock(block: OutlineBlock, names: ChartNames, binder: Binder): Block | undefined {
  switch (block.kind) {
    case "heading": {
      // The one heading of level one is the slide's title, and told where there are more.
      const level = block.level === 1 ? 2 : block.level;
      return { kind: "heading", level, content: bindInlines(block.content, binder), span: block.span };
    }
    case "paragraph":
      return { kind: "paragraph", content: bindInlines(block.content, binder), span: block.span };
    case "list": {
      const items = block.items.map(({ checked, blocks }) => {
        const own = bindBlocks(blocks, names, binder);
        return checked === undefined ? { blocks: own } : { checked, blocks: own };
      });
      return { kind: "list", ordered: block.ordered, start: block.start, items, span: block.span };
    }
    case "quote":
      return { kind: "quote", blocks: bindBlocks(block.blocks, names, binder), span: block.span };
    case "code":
    case "rule":
      return block;
    case "table":
      return {
        kind: "table",
        caption: [],
        columns: block.columns.map(({ header, align }) => ({ header: bindInlines(header, binder), align })),
        rows: block.rows.map((row) => ({ role: "plain", cells: row.map((cell) => bindInlines(cell, binder)) })),
        rowHeaders: false,
        span: block.span,
      };
    case "fenced":
      return bindFenced(block, names, binder);
  }
}

function bindFenced({ type, body, span }: FencedBlock, names: ChartNames, binder: Binder): Block | undefined {
  switch (type) {
    case "chart":
    case "diagram":
      return bindChart(type, body, { id: names.next(), title: names.title, span }, binder);
    case "table":
      return bindTable(body, span, binder);
    case "figures":
      return bindFigures(body, span, binder);
    case "changes":
      return bindChanges(body, span, binder);
  }
}
