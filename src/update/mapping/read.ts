/** The field `update:` of a `dataset.yaml` → {@link Mapping}s. */

import type { Dataset } from "../../data/dataset.ts";
import {
  fieldsOf,
  mapOf,
  nameOf,
  node as anyNode,
  number,
  oneOf,
  oneOrMore,
  text,
  whole,
  type Fields,
  type Reader,
} from "../../data/fields.ts";
import { address, provenance } from "../../data/read-dataset.ts";
import type { YamlNode } from "../../data/yaml.ts";
import { error, type Diagnostic, type Outcome } from "../../source/diagnostic.ts";
import { emptyFilter, emptyMappingList, factorNotPositive, headerRows, notASeparator } from "../../source/messages/mapping.ts";
import { serviceNames, type Filter, type Mapping } from "../mapping.ts";
import { formatNames, type FormatOptions } from "../table.ts";
import { checkMapping } from "./check.ts";
import { keyLevels } from "./keys.ts";
import { timeRule } from "./time-rule.ts";

/** All mappings of `update:`, which is one mapping or a list of them. @returns no value where any of them has a fault */
export function readMappings(node: YamlNode, dataset: Dataset): Outcome<readonly Mapping[]> {
  if (node.kind !== "sequence") {
    const { value, diagnostics } = readMapping(node, dataset);
    return { value: value && [value], diagnostics };
  }
  const outcomes = node.items.map((item) => readMapping(item, dataset));
  const diagnostics = outcomes.flatMap((outcome) => outcome.diagnostics);
  if (outcomes.length === 0) return { value: undefined, diagnostics: [error(node.span, emptyMappingList("update"))] };
  const value = outcomes.map((outcome) => outcome.value).filter((mapping) => mapping !== undefined);
  return { value: value.length === outcomes.length ? value : undefined, diagnostics };
}

/** One mapping. All faults are collected; with any of them there is no value, since a gap in it could take other cells in. */
export function readMapping(node: YamlNode, dataset: Dataset): Outcome<Mapping> {
  const report: Diagnostic[] = [];
  const fields = fieldsOf(node, report);
  if (fields === undefined) return { value: undefined, diagnostics: report };
  const mapping = mappingOf(fields, dataset);
  fields.done();
  checkMapping(mapping, dataset, fields, report);
  return { value: report.some(({ severity }) => severity === "error") ? undefined : mapping, diagnostics: report };
}

function mappingOf(fields: Fields, dataset: Dataset): Mapping {
  const service = fields.optional("service", oneOf(...serviceNames));
  const source = fields.optional("source", provenance);
  const table = fields.optional("table", text) ?? source?.table ?? (source === undefined ? dataset.provenance.table : undefined);
  const download = fields.optional("address", address);
  const query = fields.optional("query", mapOf(text)) ?? new Map<string, string>();
  const format = fields.optional("format", oneOf(...formatNames));
  const options = formatOptions(fields);
  const filter = fields.optional("filter", filters) ?? new Map<string, Filter>();
  const keys = fields.optional("key", keyLevels(dataset)) ?? [];
  const single = fields.optional("single", text);
  const time = fields.optional("stichtag", timeRule);
  const unit = fields.optional("unit", text);
  const factor = fields.optional("factor", positive) ?? 1;
  const notes = fields.optional("notes", oneOrMore(text)) ?? [];
  return {
    ...(service === undefined ? {} : { service }),
    ...(table === undefined ? {} : { table }),
    ...(source === undefined ? {} : { source }),
    ...(download === undefined ? {} : { address: download }),
    query,
    ...(format === undefined ? {} : { format }),
    options,
    filter,
    keys,
    ...(single === undefined ? {} : { single }),
    time: time ?? { kind: "variable" },
    ...(unit === undefined ? {} : { unit }),
    factor,
    notes,
    span: fields.span,
  };
}

function formatOptions(fields: Fields): FormatOptions {
  const encoding = fields.optional("encoding", oneOf("utf-8", "iso-8859-1", "windows-1252", "utf-16le", "utf-16be"));
  const mark = fields.optional("separator", separator);
  const decimal = fields.optional("decimal", oneOf(",", "."));
  const header = fields.optional("header", rows);
  const sheet = fields.optional("sheet", text);
  const path = fields.optional("path", text);
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(mark === undefined ? {} : { separator: mark }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(header === undefined ? {} : { header }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(path === undefined ? {} : { path }),
  };
}

/** Variable → code; numbers are codes as they are written. */
const filters: Reader<ReadonlyMap<string, Filter>> = (value, report) => {
  const entries = mapOf(anyNode)(value, report);
  if (entries === undefined) return undefined;
  const result = new Map<string, Filter>();
  for (const [variable, written] of entries) {
    if (written.kind === "scalar" && written.value !== null) result.set(variable, { code: nameOf(written).trim(), span: written.span });
    else if (written.kind === "scalar") report.push(error(written.span, emptyFilter(variable)));
    else text(written, report); // says what was expected
  }
  return result;
};

/** A tab is written "\t" in YAML. */
const separator: Reader<string> = (value, report) => {
  const written = text(value, report);
  if (written === undefined || /^[^\p{L}\p{N}"'\r\n]$/u.test(written)) return written;
  report.push(error(value.span, notASeparator(written)));
  return undefined;
};

const rows: Reader<readonly [number, number]> = (value, report) => {
  const numbers = oneOrMore(whole)(value, report);
  if (numbers === undefined) return undefined;
  const [first = 0, last = first] = numbers;
  if (first >= 1 && last >= first && numbers.length <= 2) return [first, last];
  report.push(error(value.span, headerRows()));
  return undefined;
};

const positive: Reader<number> = (value, report) => {
  const factor = number(value, report);
  if (factor === undefined || factor > 0) return factor;
  report.push(error(value.span, factorNotPositive()));
  return undefined;
};
