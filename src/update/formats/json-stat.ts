/** JSON-stat 2.0, class `dataset`: what Eurostat answers, and files of it. */

import type { Outcome } from "../../source/diagnostic.ts";
import type { Beginning, Receiver, TableFormat, TableHead, TableInput, TableTail, Variable } from "../table.ts";
import { measureCode } from "./grid/columns.ts";
import { parseJson } from "./json/parse.ts";
import { entry, stringOf, type Tree, WholeText } from "./json/tree.ts";
import { type Cube, type Dimension, readCube } from "./json-stat/cube.ts";
import { beginningText } from "./text/beginning.ts";
import { dayOf, isYear } from "./text/day.ts";

export const jsonStat: TableFormat = { name: "json-stat", recognises, read };

const mostCharacters = 64_000_000;

/** Bundles and collections, too: they are refused by name. */
function recognises(beginning: Beginning): boolean {
  const text = beginningText(beginning, 65_536);
  if (!/^\s*\{/u.test(text)) return false;
  const named = /"class"\s*:\s*"(?:dataset|collection|dimension)"/u.test(text);
  return (named && /"version"\s*:/u.test(text)) || (/"dimension"\s*:\s*\{/u.test(text) && /"(?:value|size)"\s*:/u.test(text));
}

async function read(input: TableInput, receiver: Receiver): Promise<Outcome<TableTail>> {
  const text = await WholeText.read(input, mostCharacters);
  if (text.value === undefined) return { value: undefined, diagnostics: text.diagnostics };
  const source = text.value;
  const root = parseJson(source);
  if (root.value === undefined) return { value: undefined, diagnostics: root.diagnostics };
  const cube = readCube(root.value, source);
  if (cube.value === undefined) return { value: undefined, diagnostics: cube.diagnostics };
  const observations = tell(cube.value, headOf(cube.value, root.value, source), source, receiver);
  const copyright = stringOf(entry(root.value, "source"));
  const stand = stringOf(entry(root.value, "updated"));
  const tail: TableTail = {
    footnotes: notesOf(entry(root.value, "note")),
    ...(copyright !== undefined && { copyright }),
    ...(stand !== undefined && { stand }),
    observations,
  };
  return { value: tail, diagnostics: [] };
}

function headOf(cube: Cube, root: Tree, source: WholeText): TableHead {
  const table = stringOf(entry(entry(root, "extension"), "id"));
  const metric = cube.dimensions.find(({ role }) => role === "metric");
  const time = timeDimension(cube.dimensions);
  const variables = cube.dimensions.map((dimension): Variable => {
    const { id, label } = dimension;
    return { code: id, label, role: dimension === metric ? "measure" : dimension === time ? "time" : "category" };
  });
  const { label } = cube;
  return {
    format: "json-stat",
    form: [source.form],
    ...(table !== undefined && { table }),
    ...(label !== "" && { title: label }),
    variables: metric === undefined ? [...variables, { code: measureCode, label: "Merkmal", role: "measure" }] : variables,
    preamble: [label, stringOf(entry(root, "source")) ?? ""].filter((words) => words !== ""),
  };
}

/** The one dimension of days or years; months and quarters are categories like others. */
function timeDimension(dimensions: readonly Dimension[]): Dimension | undefined {
  const named = dimensions.filter(({ role }) => role === "time");
  const found = named.length > 0 ? named : dimensions.filter(({ id }) => /^(?:time|time_period|year|jahr)$/iu.test(id));
  const [only] = found;
  return only !== undefined && found.length === 1 && holdsTimes(only) ? only : undefined;
}

function holdsTimes({ categories }: Dimension): boolean {
  return categories.every(({ code }) => dayOf(code) !== undefined || isYear(code));
}

/** @returns the number of observations */
function tell(cube: Cube, head: TableHead, source: WholeText, receiver: Receiver): number {
  const selection = receiver.open(head);
  if (selection === undefined) return 0;
  const { dimensions } = cube;
  const wanted = dimensions.map(({ categories }, at) => {
    const codes = selection[at];
    return categories.flatMap(({ code }, place) => (codes === undefined || codes.has(code) ? [place] : []));
  });
  const added = head.variables.length > dimensions.length ? [cube.label || "Wert"] : [];
  if (added.some((code) => selection[dimensions.length]?.has(code) === false)) return 0;
  const strides = stridesOf(dimensions);
  const units = dimensions.findIndex(({ categories }) => categories.some(({ unit }) => unit !== ""));
  let observations = 0;
  for (const places of combinations(wanted)) {
    const cell = places.reduce((sum, place, at) => sum + place * (strides[at] ?? 0), 0);
    const value = cube.valueAt(cell);
    const quality = cube.statusAt(cell);
    if (cube.sparse && value === undefined && quality === "") continue;
    const categories = places.flatMap((place, at) => dimensions[at]?.categories[place] ?? []);
    observations++;
    receiver.observe({
      codes: [...categories.map(({ code }) => code), ...added],
      labels: [...categories.map(({ label }) => label), ...added],
      value: value === undefined || typeof value.value === "boolean" || value.value === null ? "" : valueOf(value.value),
      unit: categories[units]?.unit ?? "",
      quality,
      span: source.span(value ?? { start: 0, end: 0 }),
    });
  }
  return observations;
}

function valueOf(value: string | number): string | number {
  return typeof value === "string" ? value.trim() : value;
}

/** How many cells each dimension's next category is away. */
function stridesOf(dimensions: readonly Dimension[]): readonly number[] {
  const strides: number[] = [];
  let stride = 1;
  for (const { categories } of dimensions.toReversed()) {
    strides.unshift(stride);
    stride *= categories.length;
  }
  return strides;
}

/** One place of each list, the last counting fastest. The list given is used again for the next. */
function* combinations(lists: readonly (readonly number[])[]): Generator<readonly number[], void, void> {
  if (lists.some((list) => list.length === 0)) return;
  const counters = lists.map(() => 0);
  const places = lists.map((list) => list[0] ?? 0);
  for (let at = lists.length - 1; ; ) {
    yield places;
    for (at = lists.length - 1; at >= 0; at--) {
      const next = (counters[at] ?? 0) + 1;
      const list = lists[at] ?? [];
      counters[at] = next < list.length ? next : 0;
      places[at] = list[counters[at] ?? 0] ?? 0;
      if (next < list.length) break;
    }
    if (at < 0) return;
  }
}

function notesOf(note: Tree | undefined): readonly string[] {
  if (note?.kind === "list") return note.items.flatMap((tree) => stringOf(tree) ?? []);
  const single = stringOf(note);
  return single === undefined ? [] : [single];
}
