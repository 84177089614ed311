/** Small data for tests, written as the files would be. */

import { toSource, type Source } from "../source/source.ts";
import type { DataView } from "./asof.ts";
import type { Data } from "./dataset.ts";
import { parseExpression } from "./expression/parse.ts";
import { evaluate, type Scope } from "./expression/evaluate.ts";
import { type Datum, isMissing, type Missing } from "./figure.ts";
import { readData } from "./read.ts";
import type { Result } from "./value.ts";

/** Datasets by id: the fields that differ from the usual, and the releases' values by `<stichtag>[.<known_on>]`. */
export interface DatasetText {
  readonly fields?: string;
  /** A release is its values in flow style, or further fields above a line `values: …`. */
  readonly releases: Readonly<Record<string, string>>;
}

/** Reads datasets from text; throws where the text itself is at fault. */
export function dataFrom(datasets: Readonly<Record<string, DatasetText>>): Data {
  const { value, diagnostics } = readData(Object.entries(datasets).flatMap(([id, text]) => sourcesOf(id, text)));
  const [fault] = diagnostics;
  if (value === undefined || fault !== undefined) throw new Error(`bad test data: ${fault?.span.source.path} ${fault?.message.en}`);
  return value;
}

function sourcesOf(id: string, { fields = "", releases }: DatasetText): readonly Source[] {
  const unit = /^unit:/mu.test(fields) ? "" : "unit: Personen\n";
  const head = `title: ${id}\n${unit}key: Gebiet\ndefinition: …\nsource: { provider: Amt, table: "1" }\n${fields}\n`;
  const files = [toSource(`data/${id}/dataset.yaml`, head)];
  for (const [name, values] of Object.entries(releases)) {
    const [stichtag, knownOn] = name.split(".");
    const known = knownOn === undefined ? "" : `known_on: ${knownOn}\n`;
    const body = values.startsWith("{") ? `values: ${values}` : values;
    files.push(toSource(`data/${id}/${name}.yaml`, `stichtag: ${stichtag}\n${known}${body}\n`));
  }
  return files;
}

/** Evaluates a text: a compact form of the result, or the codes of what is wrong, each with the text under its caret. */
export function ask(text: string, view: DataView, deck: Scope["deck"] = new Map()): string {
  const source = toSource("a.md", text);
  const parsed = parseExpression(source);
  const outcome = parsed.value === undefined ? undefined : evaluate(parsed.value, { view, deck });
  const diagnostics = [...parsed.diagnostics, ...(outcome?.diagnostics ?? [])];
  if (diagnostics.length > 0)
    return diagnostics.map(({ message, span }) => `${message.code} ‹${text.slice(span.start, span.end)}›`).join(" ");
  return outcome?.value === undefined ? "nothing" : brief(outcome.value);
}

/** A result in a line: `5 Personen`, `a 1, b ·`, `2017-07-01`, `true`. */
export function brief(result: Result): string {
  switch (result.kind) {
    case "number":
      return `${show(result.quantity.value)} ${result.quantity.unit}`.trim();
    case "table":
      return result.entries.map(({ key, quantity }) => `${key} ${show(quantity.value)}`).join(", ");
    case "day":
      return result.day;
    case "words":
      return result.text;
    case "truth":
      return `${result.holds}`;
  }
}

/** The origin of a number that its office marks with a flag of Destatis: "( )", "p". */
export function datumWithFlag(flag: string): Datum {
  const dataset = dataFrom({ a: { releases: { "2020-12-31": `values: { x: 1 }\nquality: ${flag}` } } }).get("a");
  const release = dataset?.releases[0];
  const cell = release?.values.cells.get("x");
  if (dataset === undefined || release === undefined || cell?.kind !== "value" || cell.quality === undefined) throw new Error(flag);
  return { kind: "datum", dataset, release, path: ["x"], quality: cell.quality, span: cell.span };
}

function show(value: number | Missing): string {
  return isMissing(value) ? value.symbol : `${value}`;
}
