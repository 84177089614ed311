/** Small tables for tests, fed to a receiver by hand as a format would. */

import type { Cell, Level } from "../../data/dataset.ts";
import { dataFrom } from "../../data/testing.ts";
import type { Dataset } from "../../data/dataset.ts";
import { isMissing } from "../../data/figure.ts";
import type { Diagnostic, Outcome } from "../../source/diagnostic.ts";
import { spanOf } from "../../source/source.ts";
import type { Reading } from "../reading.ts";
import type { Receiver, TableHead, TableTail, Variable } from "../table.ts";
import { mappingReceiver, type MappingOptions } from "./apply.ts";
import { readMappings } from "./read.ts";

export interface TableText {
  /** `CODE role`, the role `category` where none is given: "STAG time", "GES", "MERKMAL measure". */
  readonly variables: readonly string[];
  /** For each variable "code" or "code=label"; then value, and where there are: unit, flag. */
  readonly rows: readonly (readonly (string | number)[])[];
  readonly head?: Partial<TableHead>;
  readonly tail?: Partial<TableTail>;
}

/** Feeds a table to a receiver, minding its selection as formats do. */
export function feed({ variables, rows, head = {}, tail = {} }: TableText, receiver: Receiver): TableTail {
  const selection = receiver.open({ format: "ffcsv", form: [], variables: headOf({ variables }), preamble: [], ...head });
  let observations = 0;
  rows.forEach((row, index) => {
    if (selection === undefined) return;
    const cells = row.slice(0, variables.length).map((cell) => String(cell).split("="));
    const codes = cells.map(([code = ""]) => code);
    if (!selection.every((wanted, place) => wanted === undefined || wanted.has(codes[place] ?? ""))) return;
    const [value = "", unit = "Anzahl", quality = ""] = row.slice(variables.length);
    const text = row.join(";");
    const source = { path: "tabelle.csv", text, firstLine: index + 2 };
    observations++;
    receiver.observe({
      codes,
      labels: cells.map(([code = "", label = code]) => (label === "" ? "Insgesamt" : label)),
      value,
      unit: String(unit),
      quality: String(quality),
      span: spanOf(source, 0, text.length),
    });
  });
  return { footnotes: [], observations, ...tail };
}

export function headOf({ variables }: Pick<TableText, "variables">): readonly Variable[] {
  return variables.map(variableOf);
}

function variableOf(text: string): Variable {
  const [code = "", role = "category"] = text.split(" ");
  if (role === "attribute") return { code, label: code, role: "category", attribute: true };
  return { code, label: code, role: role === "time" || role === "measure" ? role : "category" };
}

/** A dataset of one release with further fields of `dataset.yaml`, among them `update:`. */
export function datasetWith(fields: string, values: string = "{ a: 1 }"): Dataset {
  const dataset = dataFrom({ neu: { fields, releases: { "2016-12-31": values } } }).get("neu");
  if (dataset === undefined) throw new Error("no dataset");
  return dataset;
}

/** Reads a table by the mapping in a dataset's `update:`. */
export function readBy(dataset: Dataset, table: TableText, options: MappingOptions = {}): Outcome<Reading> {
  if (dataset.update === undefined) throw new Error("no update:");
  const { value, diagnostics } = readMappings(dataset.update, dataset);
  const [mapping] = value ?? [];
  if (mapping === undefined) return { value: undefined, diagnostics };
  const receiver = mappingReceiver(mapping, dataset, options);
  return receiver.finish(feed(table, receiver));
}

/** "2024-12-31 a 5, b.c 6 p, d [-]", a line for each release; or the codes of what is wrong, each with its line. */
export function brief({ value, diagnostics }: Outcome<Reading>): string {
  if (diagnostics.length > 0) return briefFaults(diagnostics);
  return (value?.releases ?? []).map(({ stichtag, values }) => `${stichtag} ${cellsOf(values, "").join(", ")}`).join("\n");
}

export function briefFaults(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ message, span }) => `${message.code}${span.source.path.endsWith(".csv") ? `:${span.source.firstLine ?? 1}` : ""}`)
    .join(" ");
}

function cellsOf(level: Level, lead: string): readonly string[] {
  return [...level.cells].flatMap(([key, cell]: [string, Cell]) => {
    if (cell.kind === "level") return cellsOf(cell, `${lead}${key}.`);
    const value = isMissing(cell.value) ? `[${cell.value.symbol}]` : `${cell.value}`;
    return [`${lead}${key} ${value}${cell.quality === undefined ? "" : ` ${cell.quality.flag}`}`];
  });
}
