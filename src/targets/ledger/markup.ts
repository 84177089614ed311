/** Pieces of the ledger's page. */

import { escapeHtml, isSafeAddress } from "../html/escape.ts";

/** Those that say something, under each other. */
export function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("<br>");
}

export function linked(words: string, address: string | undefined): string {
  const text = escapeHtml(words);
  return address === undefined || !isSafeAddress(address) ? text : `<a href="${escapeHtml(address)}">${text}</a>`;
}

export function small(words: string): string {
  return words === "" ? "" : `<small>${escapeHtml(words)}</small>`;
}

/** As it stands in a file of the project. */
export function code(words: string): string {
  return words === "" ? "" : `<code>${escapeHtml(words)}</code>`;
}

/** The first column names the row. Nothing, where there is no row. */
export function table(name: string, caption: string, header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const head = header.map((words) => `<th scope="col">${escapeHtml(words)}</th>`).join("");
  const body = rows.map((cells) => {
    const [first = "", ...others] = cells;
    return `<tr><th scope="row">${first}</th>${others.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  return `<table class="${name}">\n<caption>${escapeHtml(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>`;
}
