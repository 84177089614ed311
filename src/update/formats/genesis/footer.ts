/** What stands below a classic GENESIS table: footnotes, the owner, the state of the data. */

import type { Line } from "../text/lines.ts";

export interface Footer {
  readonly footnotes: readonly string[];
  readonly copyright?: string;
  readonly stand: string;
}

/** A line of underscores parts the table from its footer. */
export function isFooterRule(text: string): boolean {
  return /^"?_{5,}/.test(text);
}

/** @param lines what follows the rule. @returns `undefined` for a footer that breaks off: each ends with the state of the data */
export function readFooter(lines: readonly Line[]): Footer | undefined {
  const items = itemsOf(lines.map(({ text }) => text).join("\n"));
  if (items === undefined) return undefined;
  const stand = items.map(standOf).findLast((state) => state !== undefined);
  const copyright = items.find(isCopyright);
  const footnotes = items.filter((item) => standOf(item) === undefined && item !== copyright);
  return stand === undefined ? undefined : { footnotes, stand, ...(copyright !== undefined && { copyright }) };
}

function standOf(item: string): string | undefined {
  return /^(?:Stand|Status):\s*(\d{2}\.\d{2}\.\d{4}(?:\s*\/\s*\d{2}:\d{2}:\d{2})?)$/.exec(item)?.[1];
}

function isCopyright(item: string): boolean {
  return /^(?:©|\(C\)\s)/.test(item);
}

/** Lines, and quoted texts over several of them; `undefined` where a quotation mark is never closed. */
function itemsOf(text: string): readonly string[] | undefined {
  const items: string[] = [];
  for (let at = 0; at < text.length; ) {
    if (text[at] === '"') {
      let end = text.indexOf('"', at + 1);
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
      if (end < 0) return undefined;
      items.push(
        text
          .slice(at + 1, end)
          .replaceAll('""', '"')
          .trim(),
      );
      const lineEnd = text.indexOf("\n", end);
      at = lineEnd < 0 ? text.length : lineEnd + 1;
    } else {
      const lineEnd = text.indexOf("\n", at);
      items.push(withoutEmptyFields(text.slice(at, lineEnd < 0 ? text.length : lineEnd)));
      at = lineEnd < 0 ? text.length : lineEnd + 1;
    }
  }
  return items.filter((item) => item !== "");
}

/** A text of its own line without the separators that some files fill it up with. */
export function withoutEmptyFields(line: string): string {
  const bare = line.replace(/[;\t\s]+$/, "").trim();
  return /^".*"$/.test(bare) ? bare.slice(1, -1).replaceAll('""', '"') : bare;
}
