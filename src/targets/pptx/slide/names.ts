/** What shapes are called in PowerPoint's selection pane. */

import { legal } from "../xml/write.ts";
import type { Item } from "./content.ts";

/** Names longer than this are cut. */
const longest = 60;

/** "Tabelle: Zuweisungen nach Gemeinden", or "Tabelle" where there are no words. */
export function named(kind: string, words: string): string {
  const shown = legal(words).trim();
  if (shown === "") return kind;
  return `${kind}: ${shown.length > longest ? `${cut(shown)}…` : shown}`;
}

/** Not in the middle of a pair of surrogates. */
function cut(words: string): string {
  return words
    .slice(0, longest - 1)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd();
}

/** The items with names of which no two are the same: "Text", "Text 2". */
export function uniquelyNamed(items: readonly Item[]): readonly Item[] {
  const seen = new Set<string>();
  return items.map((item) => {
    let name = item.name;
    for (let n = 2; seen.has(name); n += 1) name = `${item.name} ${n}`;
    seen.add(name);
    return name === item.name ? item : renamed(item, name);
  });
}

function renamed(item: Item, name: string): Item {
  return { ...item, name };
}
