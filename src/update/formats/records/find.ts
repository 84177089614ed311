/** Where the records stand in a JSON or YAML: as said, or by looking. */

import type { Message } from "../../../source/diagnostic.ts";
import { recordsNone, recordsPathUnknown, recordsSeveral } from "../../../source/messages/grid.ts";
import { nearest } from "../../../source/nearest.ts";
import type { Tree, TreeList, TreeRecord } from "../json/tree.ts";

/** How records are written. */
export type Records =
  /** A list of objects. */
  | { readonly kind: "list"; readonly tree: TreeList }
  /** Lists in a list; the first ones are the heading. */
  | { readonly kind: "rows"; readonly tree: TreeList }
  /** Objects by their key. */
  | { readonly kind: "keyed"; readonly tree: TreeRecord }
  /** Numbers by their key. */
  | { readonly kind: "pairs"; readonly tree: TreeRecord };

export interface Found {
  readonly records: Records;
  /** Keys joined by dots. */
  readonly path: string;
  /** The objects around it, outermost first. */
  readonly around: readonly TreeRecord[];
}

const deepest = 6;

/** @returns where the records stand, or why that is not to be told, with its place */
export function findRecords(root: Tree, path: string | undefined): Found | { readonly place: Tree; readonly message: Message } {
  if (path !== undefined) return recordsAt(root, path);
  const found: Found[] = [];
  look(root, [], [], found);
  const tables = found.filter(({ records }) => records.kind !== "pairs");
  const all = tables.length > 0 ? tables : found;
  const [only] = all;
  if (only === undefined) return { place: root, message: recordsNone() };
  return all.length > 1 ? { place: root, message: recordsSeveral(all.map((one) => one.path)) } : only;
}

function recordsAt(root: Tree, path: string): Found | { readonly place: Tree; readonly message: Message } {
  const around: TreeRecord[] = [];
  let tree = root;
  for (const key of path === "" ? [] : path.split(".")) {
    const next = tree.kind === "record" ? tree.entries.get(key) : undefined;
    if (tree.kind !== "record" || next === undefined) {
      const keys = tree.kind === "record" ? [...tree.entries.keys()] : [];
      return { place: tree, message: recordsPathUnknown(path, nearest(key, keys), keys) };
    }
    around.push(tree);
    tree = next;
  }
  const records = recordsIn(tree, true);
  return records === undefined ? { place: tree, message: recordsNone() } : { records, path, around };
}

function look(tree: Tree, path: readonly string[], around: readonly TreeRecord[], found: Found[]): void {
  const records = recordsIn(tree, false);
  if (records !== undefined) found.push({ records, path: path.join("."), around });
  else if (tree.kind === "record" && path.length < deepest)
    for (const [key, below] of tree.entries) look(below, [...path, key], [...around, tree], found);
}

/** @param said somebody has said that records stand here: then one entry is enough, and they need not be alike */
function recordsIn(tree: Tree, said: boolean): Records | undefined {
  if (tree.kind === "list") {
    const { items } = tree;
    if (items.length === 0) return undefined;
    if (items.every(({ kind }) => kind === "record")) return { kind: "list", tree };
    return items.every(({ kind }) => kind === "list") && items.length > 1 ? { kind: "rows", tree } : undefined;
  }
  if (tree.kind !== "record") return undefined;
  const values = [...tree.entries.values()];
  if (values.length < (said ? 1 : 2)) return undefined;
  if (values.every((value) => value.kind === "record")) return said || areAlike(values) ? { kind: "keyed", tree } : undefined;
  return values.every(isAmount) ? { kind: "pairs", tree } : undefined;
}

/** Records of one table have a field in common; parts of a document have not. */
function areAlike(records: readonly TreeRecord[]): boolean {
  const [first, ...others] = records;
  const fields = [...(first?.entries ?? [])].filter(([, value]) => value.kind === "scalar").map(([key]) => key);
  return fields.some((field) => others.every(({ entries }) => entries.get(field)?.kind === "scalar"));
}

/** A number, nothing, or a symbol in place of a number. */
function isAmount(tree: Tree): boolean {
  if (tree.kind !== "scalar") return false;
  return typeof tree.value === "number" || tree.value === null || (typeof tree.value === "string" && tree.value.length < 4);
}
