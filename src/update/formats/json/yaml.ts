/** YAML text → the same tree as JSON, by the house's parser, which refuses aliases, tags, duplicate keys and depth. */

import { parseYaml, type YamlNode } from "../../../data/yaml.ts";
import type { Outcome } from "../../../source/diagnostic.ts";
import type { Tree, WholeText } from "./tree.ts";

export function parseYamlTree({ name, text }: WholeText): Outcome<Tree> {
  const { value, diagnostics } = parseYaml({ path: name, text });
  const isFaulty = diagnostics.some(({ severity }) => severity === "error");
  return { value: value === undefined || isFaulty ? undefined : treeOf(value), diagnostics };
}

function treeOf(node: YamlNode): Tree {
  const { start, end } = node.span;
  if (node.kind === "sequence") return { kind: "list", items: node.items.map(treeOf), start, end };
  if (node.kind === "scalar") return { kind: "scalar", value: node.value, start, end };
  return { kind: "record", entries: new Map(node.entries.map(({ key, value }) => [key, treeOf(value)])), start, end };
}
