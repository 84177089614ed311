/** Rows without values: kept until it shows whether they stand among the rows of a table or below it. */

import type { TableTail } from "../../table.ts";
import { type GridRow, textOf } from "./cell.ts";

/** More than this below a table are no footnotes. */
const most = 10_000;

export class Footer {
  private rows: GridRow[] = [];

  keep(row: GridRow): void {
    if (this.rows.length < most) this.rows.push(row);
  }

  /** More of the table follows: those kept were headings among its rows. */
  clear(): void {
    if (this.rows.length > 0) this.rows = [];
  }

  /** The rows at the end as footnotes: an indented line, or one that begins without a mark, goes on with the one before. */
  tail(): Pick<TableTail, "footnotes" | "copyright" | "stand"> {
    const footnotes: string[] = [];
    let stand: string | undefined;
    for (const row of this.rows) {
      const raw = row.cells.map((cell) => textOf(cell)).filter((text) => text !== "");
      const text = raw
        .join(" ")
        .replaceAll(/\s*\n\s*/gu, " ")
        .trim();
      const named = /^stand:?\s+(\d.*)$/iu.exec(text)?.[1];
      if (/^[_–—-]{3,}$/u.test(text)) continue;
      if (named !== undefined) stand = named;
      else if (footnotes.length > 0 && row.indented && !row.afterGap) footnotes.push(`${footnotes.pop() ?? ""} ${text}`);
      else footnotes.push(text);
    }
    const copyright = footnotes.find((text) => /^(?:©|\(c\)|copyright)/iu.test(text));
    return {
      footnotes: footnotes.filter((text) => text !== copyright),
      ...(copyright !== undefined && { copyright }),
      ...(stand !== undefined && { stand }),
    };
  }
}
