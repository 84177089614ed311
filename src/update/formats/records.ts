/**
 * Plain JSON and YAML: a list of objects, or objects by a key, whose key is then the column `(key)`; numbers by a key are
 * the columns `(key)` and `(value)`. What stands beside the records or around them is said as texts above the table.
 */

import type { Outcome } from "../../source/diagnostic.ts";
import type { Beginning, FormFact, Receiver, TableFormat, TableInput, TableTail } from "../table.ts";
import type { Cell, GridRow } from "./grid/cell.ts";
import { readGrid } from "./grid/table.ts";
import { parseJson } from "./json/parse.ts";
import { type Tree, type TreeRecord, WholeText } from "./json/tree.ts";
import { parseYamlTree } from "./json/yaml.ts";
import { findRecords, type Found } from "./records/find.ts";
import { beginningText } from "./text/beginning.ts";

export const records: TableFormat = { name: "records", recognises, read };

const mostJson = 64_000_000;
/** The parser of YAML keeps far more of each value. */
const mostYaml = 8_000_000;
const keyColumn = "(key)";

function recognises(beginning: Beginning): boolean {
  return /\.ya?ml$/iu.test(beginning.name) || isJson(beginningText(beginning, 200));
}

function isJson(text: string): boolean {
  return /^\s*[[{]/u.test(text);
}

async function read(input: TableInput, receiver: Receiver): Promise<Outcome<TableTail>> {
  const isYaml = /\.ya?ml$/iu.test(input.name);
  const text = await WholeText.read(input, isYaml ? mostYaml : mostJson);
  if (text.value === undefined) return { value: undefined, diagnostics: text.diagnostics };
  const source = text.value;
  const root = isYaml || !isJson(source.text) ? parseYamlTree(source) : parseJson(source);
  if (root.value === undefined) return { value: undefined, diagnostics: root.diagnostics };
  const found = findRecords(root.value, input.options.path);
  if ("message" in found) return { value: undefined, diagnostics: [source.fault(found.place, found.message)] };
  const table = tableOf(found, source);
  const path: readonly FormFact[] = found.path === "" ? [] : [{ fact: "path", found: found.path }];
  const outcome = await readGrid(
    {
      format: "records",
      name: input.name,
      form: [source.form, ...path],
      // Keys are keys, though they may be digits only.
      options: { ...input.options, categories: [...(input.options.categories ?? []), keyColumn] },
      preamble: textsAround(found),
      rows: once(table.rows),
      ...(table.headings !== undefined && { headings: table.headings }),
    },
    receiver,
  );
  return { value: outcome.value, diagnostics: [...root.diagnostics, ...outcome.diagnostics] };
}

async function* once(rows: readonly GridRow[]): AsyncGenerator<readonly GridRow[], void, void> {
  yield rows;
}

interface Table {
  readonly rows: readonly GridRow[];
  readonly headings?: readonly string[];
}

function tableOf({ records: found }: Found, source: WholeText): Table {
  if (found.kind === "rows") {
    const rows = found.tree.items.map((tree, at) => rowOf(tree.kind === "list" ? tree.items : [], tree, at, source));
    return { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== "")) };
  }
  if (found.kind === "pairs") {
    const rows = [...found.tree.entries].map(([key, value], at) => rowOf([keyTree(key, value), value], value, at, source));
    return { rows, headings: [keyColumn, "(value)"] };
  }
  const flat =
    found.kind === "list"
      ? found.tree.items.map((tree) => ({ tree, fields: fieldsOf(tree, "") }))
      : [...found.tree.entries].map(([key, tree]) => ({
          tree,
          fields: new Map<string, Tree>([[keyColumn, keyTree(key, tree)], ...fieldsOf(tree, "")]),
        }));
  const headings = [...new Set(flat.flatMap(({ fields }) => [...fields.keys()]))];
  const rows = flat.map(({ tree, fields }, at) =>
    rowOf(
      headings.map((heading) => fields.get(heading)),
      tree,
      at,
      source,
    ),
  );
  return { rows, headings };
}

function keyTree(key: string, { start }: Tree): Tree {
  return { kind: "scalar", value: key, start, end: start };
}

/** Fields of fields are called by both names: "wohnort.ags". */
function fieldsOf(tree: Tree, before: string): ReadonlyMap<string, Tree> {
  const fields = new Map<string, Tree>();
  if (tree.kind !== "record") return fields;
  for (const [key, value] of tree.entries) {
    if (value.kind === "record") for (const [name, below] of fieldsOf(value, `${before}${key}.`)) fields.set(name, below);
    else fields.set(`${before}${key}`, value);
  }
  return fields;
}

function rowOf(trees: readonly (Tree | undefined)[], whole: Tree, at: number, source: WholeText): GridRow {
  return {
    number: at + 1,
    cells: trees.map((tree) => cellOf(tree, source)),
    afterGap: false,
    indented: false,
    fault: undefined,
    place: (column) => source.span((column === undefined ? undefined : trees[column]) ?? whole),
  };
}

function cellOf(tree: Tree | undefined, { text }: WholeText): Cell {
  if (tree === undefined) return "";
  if (tree.kind !== "scalar") return { kind: "broken", why: "nested", text: text.slice(tree.start, Math.min(tree.end, tree.start + 40)) };
  if (tree.value === null) return "";
  return typeof tree.value === "number" ? tree.value : String(tree.value).trim();
}

/** "name: value" for each plain value beside the records and around them. */
function textsAround({ around, records: { tree } }: Found): readonly string[] {
  return around.flatMap((outer: TreeRecord) =>
    [...outer.entries].flatMap(([key, value]) =>
      value !== tree && value.kind === "scalar" && value.value !== null && value.value !== "" ? [`${key}: ${value.value}`] : [],
    ),
  );
}
