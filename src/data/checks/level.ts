/** Walking over a level of values. */

import type { Cell, Level, Value } from "../dataset.ts";

export interface Leaf {
  /** The keys that lead to it, outermost first; never empty. */
  readonly path: readonly string[];
  readonly value: Value;
}

/** All values of a level and of the levels in it, in the order of the file. */
export function leavesOf(level: Level, above: readonly string[] = []): readonly Leaf[] {
  const leaves: Leaf[] = [];
  for (const [key, cell] of level.cells) {
    const path = [...above, key];
    if (cell.kind === "value") leaves.push({ path, value: cell });
    else leaves.push(...leavesOf(cell, path));
  }
  return leaves;
}

/** What stands under these keys; the level itself where there are none. */
export function cellAt(level: Level, path: readonly string[]): Cell | undefined {
  let cell: Cell | undefined = level;
  for (const key of path) {
    if (cell?.kind !== "level") return undefined;
    cell = cell.cells.get(key);
  }
  return cell;
}

/** Keys as people read them. */
export function nameOfPath(path: readonly string[]): string {
  return path.join(" / ");
}

/** Values under their keys, one after the other: for looking the same value up in another release. */
export function keyOfPath(path: readonly string[]): string {
  return path.join("\u0000");
}
