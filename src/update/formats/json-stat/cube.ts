/** A JSON-stat 2.0 dataset as it is written: dimensions with their categories, values by their place in the cube. */

import type { Diagnostic, Outcome } from "../../../source/diagnostic.ts";
import { jsonStatCells, jsonStatField, jsonStatUnread } from "../../../source/messages/grid.ts";
import { entry, stringOf, type Tree, type TreeScalar, type WholeText } from "../json/tree.ts";

export interface Cube {
  readonly label: string;
  readonly dimensions: readonly Dimension[];
  /** By the cell's number, the last dimension counting fastest; `undefined` where the file has no value. */
  valueAt(cell: number): TreeScalar | undefined;
  /** "" for none. */
  statusAt(cell: number): string;
  /** Whether only cells that have a value are in the file. */
  readonly sparse: boolean;
}

export interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly role: "time" | "geo" | "metric" | undefined;
  readonly categories: readonly Category[];
}

export interface Category {
  readonly code: string;
  readonly label: string;
  /** "" where none is named. */
  readonly unit: string;
}

/** Larger ones are refused before anything is made of them. */
const mostCells = 20_000_000;

/** A fault where the form is none of JSON-stat's: thrown and caught within this file alone. */
class Misformed extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message.en);
    this.diagnostic = diagnostic;
  }
}

export function readCube(root: Tree, source: WholeText): Outcome<Cube> {
  try {
    return { value: new Reader(root, source).cube(), diagnostics: [] };
  } catch (reason) {
    if (reason instanceof Misformed) return { value: undefined, diagnostics: [reason.diagnostic] };
    throw reason;
  }
}

class Reader {
  private readonly root: Tree;
  private readonly source: WholeText;

  constructor(root: Tree, source: WholeText) {
    this.root = root;
    this.source = source;
  }

  cube(): Cube {
    this.checkClass();
    const sizes = this.list("size").map((tree) => this.count(tree));
    const ids = this.list("id").map((tree) => stringOf(tree) ?? this.fail(tree, "id"));
    if (ids.length === 0 || ids.length !== sizes.length || new Set(ids).size < ids.length) this.fail(entry(this.root, "size"), "size");
    const cells = sizes.reduce((product, size) => product * size, 1);
    if (cells > mostCells) throw new Misformed(this.source.fault(this.root, jsonStatUnread(`${cells} Zellen`)));
    const dimensions = ids.map((id, at) => this.dimension(id, sizes[at] ?? 0));
    const { valueAt, sparse } = this.values(cells);
    return { label: stringOf(entry(this.root, "label")) ?? "", dimensions, valueAt, sparse, statusAt: this.statuses(cells) };
  }

  private checkClass(): void {
    const version = entry(this.root, "version");
    const named = stringOf(entry(this.root, "class")) ?? "Bundle";
    const number = version?.kind === "scalar" ? String(version.value) : "1.x";
    // 2.1 would read all that is read here alike.
    if (named === "dataset" && /^2(?:\.\d)?$/u.test(number)) return;
    throw new Misformed(this.source.fault(version ?? this.root, jsonStatUnread(named === "dataset" ? number : named)));
  }

  private dimension(id: string, size: number): Dimension {
    const path = `dimension.${id}`;
    const tree = entry(entry(this.root, "dimension"), id) ?? this.fail(entry(this.root, "dimension"), path);
    const category = entry(tree, "category") ?? this.fail(tree, `${path}.category`);
    const labels = entry(category, "label");
    const codes = this.codes(category, size, `${path}.category`);
    const units = entry(category, "unit");
    const categories = codes.map((code) => ({ code, label: stringOf(entry(labels, code)) ?? code, unit: unitOf(entry(units, code)) }));
    return { id, label: stringOf(entry(tree, "label")) ?? id, role: this.role(id), categories };
  }

  /** The index is a list of codes, or a map from code to place; a single category may have a label only. */
  private codes(category: Tree, size: number, path: string): readonly string[] {
    const index = entry(category, "index");
    const labels = entry(category, "label");
    const codes: string[] = [];
    if (index?.kind === "list") codes.push(...index.items.map((tree) => stringOf(tree) ?? this.fail(tree, `${path}.index`)));
    else if (index?.kind === "record") {
      for (const [code, tree] of index.entries) {
        const place = this.count(tree);
        if (codes[place] !== undefined) this.fail(tree, `${path}.index`);
        codes[place] = code;
      }
    } else if (index === undefined && size === 1 && labels?.kind === "record") codes.push(...labels.entries.keys());
    // A map may leave places out.
    const isWhole = codes.length === size && Object.keys(codes).length === size && new Set(codes).size === size;
    return isWhole ? codes : this.fail(index ?? category, `${path}.index`);
  }

  private role(id: string): Dimension["role"] {
    const roles = entry(this.root, "role");
    for (const role of ["time", "geo", "metric"] as const) {
      const ids = entry(roles, role);
      if (ids?.kind === "list" && ids.items.some((tree) => stringOf(tree) === id)) return role;
    }
    return undefined;
  }

  private values(cells: number): Pick<Cube, "valueAt" | "sparse"> {
    const tree = entry(this.root, "value") ?? this.fail(this.root, "value");
    if (tree.kind === "list") {
      if (tree.items.length !== cells) throw new Misformed(this.source.fault(tree, jsonStatCells(cells, tree.items.length)));
      const values = tree.items.map((value) => this.scalar(value));
      return { sparse: false, valueAt: (cell) => values[cell] };
    }
    const { entries } = tree.kind === "record" ? tree : this.fail(tree, "value");
    this.checkPlaces(tree, cells, "value");
    const values = new Map([...entries].map(([place, value]) => [place, this.scalar(value)]));
    return { sparse: true, valueAt: (cell) => values.get(String(cell)) };
  }

  /** One for all, a list, or a map by place. */
  private statuses(cells: number): Cube["statusAt"] {
    const tree = entry(this.root, "status");
    if (tree === undefined) return () => "";
    if (tree.kind === "list") {
      if (tree.items.length !== cells && tree.items.length !== 1) this.fail(tree, "status");
      return (cell) => stringOf(tree.items[tree.items.length === 1 ? 0 : cell]) ?? "";
    }
    if (tree.kind === "scalar") return () => stringOf(tree) ?? "";
    this.checkPlaces(tree, cells, "status");
    return (cell) => stringOf(tree.entries.get(String(cell))) ?? "";
  }

  /** A place beyond the cube says that its sizes are not those of its values. */
  private checkPlaces(tree: Tree, cells: number, path: string): void {
    if (tree.kind !== "record") return;
    for (const [place, value] of tree.entries) {
      if (!/^(?:0|[1-9]\d{0,8})$/u.test(place) || Number(place) >= cells) this.fail(value, `${path}.${place}`);
    }
  }

  private scalar(tree: Tree | undefined): TreeScalar | undefined {
    if (tree === undefined || (tree.kind === "scalar" && tree.value === null)) return undefined;
    if (tree.kind === "scalar" && typeof tree.value !== "boolean") return tree;
    return this.fail(tree, "value");
  }

  private list(key: string): readonly Tree[] {
    const tree = entry(this.root, key);
    return tree?.kind === "list" ? tree.items : this.fail(tree, key);
  }

  private count(tree: Tree): number {
    const value = tree.kind === "scalar" ? tree.value : undefined;
    return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= mostCells ? value : this.fail(tree, "size");
  }

  private fail(tree: Tree | undefined, path: string): never {
    throw new Misformed(this.source.fault(tree ?? { start: 0, end: 1 }, jsonStatField(path)));
  }
}

/** What is counted, with the power of ten it is counted in: then the mapping's `unit:` must name that, too. */
function unitOf(unit: Tree | undefined): string {
  const named = stringOf(entry(unit, "label")) ?? stringOf(entry(unit, "base")) ?? stringOf(entry(unit, "symbol")) ?? "";
  const multiplier = entry(unit, "multiplier");
  const power = multiplier?.kind === "scalar" && typeof multiplier.value === "number" ? multiplier.value : 0;
  return power === 0 || stringOf(entry(unit, "label")) !== undefined ? named : `10^${power} ${named}`.trim();
}
