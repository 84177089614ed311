/** Blocks as HTML. */

import type { Block, FiguresBlock, ListItem, TableBlock } from "../../deck/model.ts";
import { measuresOf } from "../../deck/fit-table.ts";
import { isPictureRow } from "../../deck/pictures.ts";
import type { Box } from "../../../theme/layouts.ts";
import { figuresMeasures, wideColumns } from "../../../theme/blocks.ts";
import { renderChart } from "./chart.ts";
import { escapeHtml } from "./escape.ts";
import { plainText, renderFigure, renderInline, type Writing } from "./inline.ts";

/** The width that blocks are set in, and the box of each chart among them, px. */
export interface Room {
  readonly width: number;
  readonly chart: (block: Block) => Pick<Box, "width" | "height">;
}

export function renderBlocks(blocks: readonly Block[], room: Room, writing: Writing): string {
  let out = "";
  for (const block of blocks) out += renderBlock(block, room, writing);
  return out;
}

function renderBlock(block: Block, room: Room, writing: Writing): string {
  switch (block.kind) {
    case "heading": {
      const level = Math.min(6, writing.titleLevel + 1 + writing.headingLevels.indexOf(block.level));
      return `<h${level}>${renderInline(block.content, writing)}</h${level}>`;
    }
    case "paragraph": {
      // Pictures alone take the height that is left.
      const pictures = isPictureRow(block.content);
      return `<p${pictures ? ' class="pictures"' : ""}>${renderInline(block.content, writing)}</p>`;
    }
    case "list": {
      const items = block.items.map((item) => renderItem(item, room, writing)).join("");
      if (!block.ordered) return `<ul>${items}</ul>`;
      return `<ol${block.start === 1 ? "" : ` start="${block.start}"`}>${items}</ol>`;
    }
    case "quote":
      return `<blockquote>${renderBlocks(block.blocks, room, writing)}</blockquote>`;
    case "code":
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
    case "rule":
      return "<hr>";
    case "table":
      return renderTable(block, writing);
    case "figures":
      return renderFigures(block, room.width, writing);
    case "chart":
      return renderChart(block, room.chart(block), writing.switches.get(block));
  }
}

/** An item's first paragraph stands bare in it, so that a list reads alike, tight or loose. */
function renderItem(item: ListItem, room: Room, writing: Writing): string {
  const [first, ...others] = item.blocks;
  const content =
    first?.kind === "paragraph"
      ? renderInline(first.content, writing) + renderBlocks(others, room, writing)
      : renderBlocks(item.blocks, room, writing);
  if (item.checked === undefined) return `<li>${content}</li>`;
  const state = item.checked ? "erledigt" : "offen";
  return `<li class="task task-${item.checked ? "done" : "open"}"><span class="visually-hidden">${state}: </span>${content}</li>`;
}

/** More columns than this may have to be scrolled on a phone. */
const narrowColumns = 4;

function renderTable(block: TableBlock, writing: Writing): string {
  const { dense } = measuresOf(block);
  const aligned = (column: number): string => {
    const align = block.columns[column]?.align ?? "left";
    return align === "left" ? "" : ` class="${align}"`;
  };
  const header = block.columns
    .map(({ header: content }, i) => `<th scope="col"${aligned(i)}>${renderInline(content, writing)}</th>`)
    .join("");
  const rows = block.rows.map(({ role, cells }) => {
    const written = cells.map((cell, i) => {
      const content = renderInline(cell, writing);
      return block.rowHeaders && i === 0 ? `<th scope="row"${aligned(i)}>${content}</th>` : `<td${aligned(i)}>${content}</td>`;
    });
    return `<tr${role === "plain" ? "" : ` class="${role}"`}>${written.join("")}</tr>`;
  });
  const caption = block.caption.length === 0 ? "" : `<caption>${renderInline(block.caption, writing)}</caption>`;
  const columns =
    block.whole === undefined ? "" : `<colgroup>${block.whole.widths.map((own) => `<col width="${own}%">`).join("")}</colgroup>`;
  const look = [dense ? "dense" : "", block.wide === true || block.columns.length >= wideColumns ? "wide" : ""]
    .filter((name) => name !== "")
    .join(" ");
  const name = escapeHtml(plainText(block.caption) || "Tabelle");
  const scrolls = block.columns.length > narrowColumns ? ` tabindex="0" role="group" aria-label="${name}"` : "";
  return `<div class="table"${scrolls}><table${look === "" ? "" : ` class="${look}"`}>${caption}${columns}<thead><tr>${header}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

type Item = FiguresBlock["items"][number];

function renderFigures(block: FiguresBlock, width: number, writing: Writing): string {
  const groups = grouped(block.items);
  const measures = figuresMeasures(
    groups.map(([, items]) => items.length),
    groups.some(([name]) => name !== undefined),
    width,
  );
  const content = groups
    .map(([name, items]) => {
      const tag = `h${writing.titleLevel + 1}`;
      const heading = name === undefined ? "" : `<${tag}>${escapeHtml(name)}</${tag}>`;
      return `<div class="group">${heading}<dl>${items.map((item) => renderItemFigure(item, writing)).join("")}</dl></div>`;
    })
    .join("");
  return `<div class="figures figures-${measures.size} columns-${measures.columns} groups-${measures.groups}">${content}</div>`;
}

/** Neighbouring items of the same group. */
export function grouped(items: readonly Item[]): readonly (readonly [string | undefined, readonly Item[]])[] {
  const groups: [string | undefined, Item[]][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && last[0] === item.group) last[1].push(item);
    else groups.push([item.group, [item]]);
  }
  return groups;
}

/** The label is the term that a screen reader says first; the style sheet sets the number above it. */
function renderItemFigure(item: Item, writing: Writing): string {
  const details = item.details.map((detail) => `<dd class="detail">${renderInline(detail, writing)}</dd>`).join("");
  return (
    `<div class="item${item.highlight ? " highlight" : ""}"><dt>${renderInline(item.label, writing)}</dt>` +
    `<dd class="number">${renderFigure(item.figure, writing)}</dd>${details}</div>`
  );
}
