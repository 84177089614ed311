/** Which strings of a fenced block are read by the audience; the others are expressions, formats, names of colours. */

import type { YamlNode, YamlScalar } from "../../data/yaml.ts";
import type { FencedBlock } from "../outline.ts";

/** Fields that are words wherever they stand. */
const texts: ReadonlySet<string> = new Set([
  "title",
  "subtitle",
  "caption",
  "header",
  "label",
  "details",
  "group",
  "centre",
  "spokes",
  "members",
  "rest",
]);
/** Fields whose own fields are all words: `labels: { value: …, Rumänien: … }`. */
const allTexts: ReadonlySet<string> = new Set(["labels"]);
/** Words in a table, an expression in one of its columns. */
const textsAtTop: ReadonlySet<string> = new Set(["total"]);

/** In the order of the file. */
export function fencedTexts({ body }: FencedBlock): readonly YamlScalar[] {
  const found: YamlScalar[] = [];
  walk(body, false, true, found);
  return found;
}

function walk(node: YamlNode, words: boolean, top: boolean, found: YamlScalar[]): void {
  if (node.kind === "scalar") {
    if (words && typeof node.value === "string") found.push(node);
  } else if (node.kind === "sequence") {
    for (const item of node.items) walk(item, words, false, found);
  } else {
    for (const { key, value } of node.entries) {
      const readable = texts.has(key) || (top && textsAtTop.has(key));
      // A mapping in place of words has fields of its own: `rest: { label, value }`, `spokes: [{ label }]`.
      if (allTexts.has(key) && value.kind === "mapping") for (const entry of value.entries) walk(entry.value, true, false, found);
      else walk(value, readable, false, found);
    }
  }
}
