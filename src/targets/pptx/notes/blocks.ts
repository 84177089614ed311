/** Blocks of the notes as paragraphs: notes hold text only, so that tables are lines and charts their sentence. */

import type { Block, Inline, ListItem } from "../../../deck/model.ts";
import type { Paragraph, Run } from "../slide/content.ts";
import { runsOf, runsOfCode } from "../slide/runs.ts";

/** @param level how many lists and quotes are around */
export function blockParagraphs(blocks: readonly Block[], level: number = 0): readonly Paragraph[] {
  return blocks.flatMap((block) => ofBlock(block, level));
}

function ofBlock(block: Block, level: number): readonly Paragraph[] {
  switch (block.kind) {
    case "heading":
      return [{ role: "heading", level, runs: runsOf(block.content, { bold: true }) }];
    case "paragraph":
      return [{ role: "plain", level, runs: runsOf(block.content) }];
    case "list":
      return block.items.flatMap((item) => ofItem(item, level, block.ordered ? block.start : undefined));
    case "quote":
      return block.blocks.flatMap((inner) =>
        inner.kind === "paragraph" ? [{ role: "quote", level: level + 1, runs: runsOf(inner.content) }] : ofBlock(inner, level + 1),
      );
    case "code":
      return [{ role: "code", level, runs: runsOfCode(block.text) }];
    case "rule":
      return [{ role: "plain", level, runs: [] }];
    case "table":
      return [
        ...(block.caption.length === 0 ? [] : [line(level, runsOf(block.caption, { bold: true }))]),
        line(
          level,
          ofCells(
            block.columns.map(({ header }) => header),
            true,
          ),
        ),
        ...block.rows.map(({ cells }) => line(level, ofCells(cells, false))),
      ];
    case "figures":
      return block.items.map(({ figure, label, details }) =>
        line(level, runsOf([strong(figure.text), ...[label, ...details].flatMap((words) => [blank].concat(words))])),
      );
    case "chart":
      return block.views.map(({ chart }) => line(level, runsOf([strong(`${chart.title}:`), blank, { kind: "text", text: chart.summary }])));
  }
}

const blank: Inline = { kind: "text", text: " " };

function strong(text: string): Inline {
  return { kind: "strong", content: [{ kind: "text", text }] };
}

function line(level: number, runs: readonly Run[]): Paragraph {
  return { role: "plain", level, runs };
}

/** "a | b | c" */
function ofCells(cells: readonly (readonly Inline[])[], bold: boolean): readonly Run[] {
  return cells.flatMap((cell, i) => (i === 0 ? runsOf(cell, { bold }) : [{ text: " | " }, ...runsOf(cell, { bold })]));
}

function ofItem({ blocks, checked }: ListItem, level: number, start: number | undefined): readonly Paragraph[] {
  const [first, ...others] = blocks;
  const words = first?.kind === "paragraph" ? first.content : [];
  const own: Paragraph = {
    role: "list",
    level,
    ...(checked !== undefined && { checked }),
    ...(start !== undefined && { numbered: { start } }),
    runs: runsOf(words),
  };
  // An item that begins with something else has no words of its own.
  const rest = first?.kind === "paragraph" ? others : blocks;
  return [...(first === undefined || first.kind === "paragraph" ? [own] : []), ...blockParagraphs(rest, level + 1)];
}
