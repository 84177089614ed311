/** Text as PowerPoint breaks it: it knows no soft hyphens. */

import type { Block, Inline } from "../../../deck/model.ts";

const softHyphen = "\u00ad";

/** The inlines without soft hyphens; the same array where they have none. */
export function wholeWords(inlines: readonly Inline[]): readonly Inline[] {
  return mapped(inlines, wholeInline);
}

function wholeInline(inline: Inline): Inline {
  switch (inline.kind) {
    case "text":
    case "code":
    case "bound":
      return inline.text.includes(softHyphen) ? { ...inline, text: inline.text.replaceAll(softHyphen, "") } : inline;
    case "strong":
    case "emphasis":
    case "deleted":
    case "link":
    case "claim":
    case "literal": {
      const content = wholeWords(inline.content);
      return content === inline.content ? inline : { ...inline, content };
    }
    case "figure":
    case "image":
    case "break":
      return inline;
  }
}

/** The block without soft hyphens; the same object where it has none. */
export function wholeBlock(block: Block): Block {
  switch (block.kind) {
    case "heading":
    case "paragraph": {
      const content = wholeWords(block.content);
      return content === block.content ? block : { ...block, content };
    }
    case "list": {
      const items = mapped(block.items, (item) => {
        const blocks = mapped(item.blocks, wholeBlock);
        return blocks === item.blocks ? item : { ...item, blocks };
      });
      return items === block.items ? block : { ...block, items };
    }
    case "quote": {
      const blocks = mapped(block.blocks, wholeBlock);
      return blocks === block.blocks ? block : { ...block, blocks };
    }
    case "table": {
      const columns = mapped(block.columns, (column) => {
        const header = wholeWords(column.header);
        return header === column.header ? column : { ...column, header };
      });
      const rows = mapped(block.rows, (row) => {
        const cells = mapped(row.cells, wholeWords);
        return cells === row.cells ? row : { ...row, cells };
      });
      return columns === block.columns && rows === block.rows ? block : { ...block, columns, rows };
    }
    case "figures": {
      const items = mapped(block.items, (item) => {
        const label = wholeWords(item.label);
        return label === item.label ? item : { ...item, label };
      });
      return items === block.items ? block : { ...block, items };
    }
    case "code":
    case "rule":
    case "chart":
      return block;
  }
}

/** As `map`, but the same array where nothing changes. */
function mapped<T>(values: readonly T[], change: (value: T) => T): readonly T[] {
  let changed: T[] | undefined;
  for (const [i, value] of values.entries()) {
    const other = change(value);
    if (other !== value) changed ??= values.slice(0, i);
    changed?.push(other);
  }
  return changed ?? values;
}
