/** What a mapping says twice or not at all: contradictions between its fields. */

import type { Dataset } from "../../data/dataset.ts";
import type { Fields } from "../../data/fields.ts";
import { error, type Diagnostic } from "../../source/diagnostic.ts";
import {
  addressWithoutDownload,
  downloadWithoutAddress,
  neitherKeyNorSingle,
  queryWithoutService,
  serviceWithoutTable,
  singleWithKey,
  variableTwice,
} from "../../source/messages/mapping.ts";
import type { Span } from "../../source/source.ts";
import type { Mapping } from "../mapping.ts";
import { checkDeclared } from "./keys.ts";

/** @param fields those that the mapping was read from, for their places */
export function checkMapping(mapping: Mapping, dataset: Dataset, fields: Fields, report: Diagnostic[]): void {
  checkKeys(mapping, dataset, fields, report);
  checkService(mapping, fields, report);
  checkUses(mapping, report);
}

function spanOfField(fields: Fields, name: string): Span {
  return fields.entry(name)?.keySpan ?? fields.span;
}

function checkKeys({ keys, single }: Mapping, dataset: Dataset, fields: Fields, report: Diagnostic[]): void {
  if (single === undefined && !fields.has("key") && !fields.has("single")) report.push(error(fields.span, neitherKeyNorSingle()));
  if (single === undefined) return;
  if (keys.length > 0) report.push(error(spanOfField(fields, "single"), singleWithKey()));
  const known = dataset.keys.length === 0 ? undefined : dataset.keys;
  checkDeclared(single, fields.entry("single")?.value.span ?? fields.span, known, report);
}

function checkService({ service, table, address, query }: Mapping, fields: Fields, report: Diagnostic[]): void {
  if (service === "download") {
    if (address === undefined && !fields.has("address")) report.push(error(spanOfField(fields, "service"), downloadWithoutAddress()));
  } else {
    if (address !== undefined) report.push(error(spanOfField(fields, "address"), addressWithoutDownload()));
    if (service !== undefined && table === undefined) report.push(error(spanOfField(fields, "service"), serviceWithoutTable(service)));
  }
  if (service === undefined && query.size > 0 && !fields.has("service"))
    report.push(error(spanOfField(fields, "query"), queryWithoutService()));
}

/** Each variable is held to a code, or is a key, or the time. */
function checkUses({ filter, keys, time, span }: Mapping, report: Diagnostic[]): void {
  const uses = new Map<string, string>();
  for (const variable of filter.keys()) uses.set(variable, "filter");
  for (const { variables, span: place } of keys) {
    for (const variable of variables) {
      const other = uses.get(variable);
      if (other !== undefined) report.push(error(filter.get(variable)?.span ?? place, variableTwice(variable, [other, "key"])));
      uses.set(variable, "key");
    }
  }
  if (time.kind !== "variable" || time.variable === undefined) return;
  const other = uses.get(time.variable);
  // Held to one day and read as the day: that is a choice among the days of the table.
  if (other === "key") report.push(error(span, variableTwice(time.variable, [other, "stichtag"])));
}
