/** A slide's `<section>` taken apart by who meets what: eyes, readers of notes, ears. */

import { textOf } from "../../targets/html/testing.ts";

export interface Surfaces {
  /** What stands on the slide, without the next two. */
  readonly seen: string;
  readonly foot: string;
  readonly page: string;
  readonly notes: string;
  /** Alternative texts, names, readings and the data tables of charts. */
  readonly told: string;
  /** Numbers of scales: the text, and the value at which it stands. */
  readonly rulers: readonly { readonly text: string; readonly value: number }[];
  /** What is shown for each number that can be asked, by its id. */
  readonly asked: ReadonlyMap<string, string>;
}

/** Text in elements that are apart for the eye stands apart. */
function read(html: string): string {
  return textOf(html.replaceAll(/<\/?(?:text|p|li|dt|dd|td|th|h\d|div|tspan|label|legend|summary)\b[^>]*>/gu, " \n$&"));
}

export function surfacesOf(section: string): Surfaces {
  let rest = section.replaceAll(/<script[^]*?<\/script>/gu, "");
  const take = (pattern: RegExp): string => {
    const found = rest.match(pattern) ?? [];
    rest = rest.replaceAll(pattern, "");
    return found.map(read).join("\n");
  };
  const attributes = [...rest.matchAll(/ (?:alt|title|aria-label|data-reading)="([^"]*)"/gu)].map(([, text = ""]) => read(text));
  const asked = new Map(
    [...rest.matchAll(/<span class="(?:figure|bound)" data-figure="([^"]+)">(?:<span aria-hidden="true">)?([^<]*)</gu)].map(
      ([, id = "", text = ""]) => [id, read(text)],
    ),
  );
  const rulers = [...rest.matchAll(/<text data-key="tick:([^"]+)"[^>]*>([^<]*)<\/text>/gu)].map(([, value, text = ""]) => ({
    text: read(text),
    value: Number(value),
  }));
  const notes = take(/<aside class="notes">[^]*?<\/aside>/gu);
  const tables = take(/<details class="chart-table">[^]*?<\/details>/gu);
  const hidden = take(/<(figcaption|legend|span)\b[^>]*class="visually-hidden"[^>]*>[^<]*<\/\1>/gu);
  const foot = take(/<footer class="source[^]*?<\/footer>/gu);
  const page = take(/<p class="page[^]*?<\/p>/gu);
  // Only the first view is seen until another one is chosen.
  const others = take(/<div class="drawing" data-view="[1-9]\d*">[^]*?<\/svg><\/div>/gu);
  return { seen: read(rest), foot, page, notes, told: [...attributes, tables, hidden, others].join("\n"), rulers, asked };
}
