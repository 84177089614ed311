/** The field `key:` of a mapping: levels of keys, outermost first. */

import type { Dataset } from "../../data/dataset.ts";
import { fieldsOf, listOf, mapOf, oneOf, oneOrMore, text, type Reader } from "../../data/fields.ts";
import type { YamlNode } from "../../data/yaml.ts";
import { error, type Diagnostic } from "../../source/diagnostic.ts";
import { byAgsWithoutRegions, byKeysWithoutKeys, emptyMappingList, undeclaredMappingKey } from "../../source/messages/mapping.ts";
import { nearest } from "../../source/nearest.ts";
import type { Span } from "../../source/source.ts";
import type { KeyLevel } from "../mapping.ts";

/** One level or a list of them, each a variable's name or `{ variable, by, keys, total, others }`. */
export function keyLevels(dataset: Dataset): Reader<readonly KeyLevel[]> {
  return (value, report) => {
    const nodes = value.kind === "sequence" ? value.items : [value];
    if (nodes.length === 0) report.push(error(value.span, emptyMappingList("key")));
    return nodes.map((node, depth) => level(node, depth, dataset, report)).filter((one) => one !== undefined);
  };
}

function level(node: YamlNode, depth: number, dataset: Dataset, report: Diagnostic[]): KeyLevel | undefined {
  // Only the outermost keys of a dataset are declared, and so have an AGS.
  const regions = depth === 0 && dataset.regions.size > 0;
  const usual = regions ? "ags" : "label";
  if (node.kind === "scalar") {
    const variable = text(node, report);
    return variable === undefined ? undefined : { variables: [variable], by: usual, keys: new Map(), others: "refuse", span: node.span };
  }
  const fields = fieldsOf(node, report);
  if (fields === undefined) return undefined;
  const variables = fields.required("variable", oneOrMore(text));
  if (variables?.length === 0) report.push(error(node.span, emptyMappingList("variable")));
  const given = fields.optional("keys", (value, faults) => assignments(value, declared(depth, dataset), faults));
  const by = fields.optional("by", oneOf("ags", "ars", "lsn", "keys", "label", "code")) ?? (given === undefined ? usual : "keys");
  const total = fields.optional("total", (value, faults) => declaredKey(value, declared(depth, dataset), faults));
  const others = fields.optional("others", oneOf("refuse", "ignore")) ?? "refuse";
  fields.done();
  if (by === "keys" && given === undefined) report.push(error(node.span, byKeysWithoutKeys()));
  if ((by === "ags" || by === "ars" || by === "lsn") && !regions) report.push(error(node.span, byAgsWithoutRegions(by)));
  if (variables === undefined) return undefined;
  return { variables, by, keys: given ?? new Map(), ...(total === undefined ? {} : { total }), others, span: node.span };
}

/** The keys that a level may give; `undefined` where any will do. */
function declared(depth: number, dataset: Dataset): readonly string[] | undefined {
  if (depth > 0 || dataset.keys.length === 0) return undefined;
  return dataset.total === undefined || dataset.keys.includes(dataset.total) ? dataset.keys : [...dataset.keys, dataset.total];
}

/** `{ code: key }`, or a list of codes that are the keys themselves. */
function assignments(node: YamlNode, known: readonly string[] | undefined, report: Diagnostic[]): ReadonlyMap<string, string> | undefined {
  if (node.kind === "sequence") {
    const codes = listOf((item, faults) => declaredKey(item, known, faults))(node, report) ?? [];
    if (node.items.length === 0) report.push(error(node.span, emptyMappingList("keys")));
    return new Map(codes.map((code) => [code, code]));
  }
  const result = mapOf((item, faults) => declaredKey(item, known, faults))(node, report);
  if (result?.size === 0 && node.kind === "mapping" && node.entries.length === 0) report.push(error(node.span, emptyMappingList("keys")));
  return result;
}

function declaredKey(node: YamlNode, known: readonly string[] | undefined, report: Diagnostic[]): string | undefined {
  const key = text(node, report);
  if (key !== undefined) checkDeclared(key, node.span, known, report);
  return key;
}

/** @param known the keys that the dataset declares; `undefined` where it declares none */
export function checkDeclared(key: string, span: Span, known: readonly string[] | undefined, report: Diagnostic[]): void {
  if (known !== undefined && !known.includes(key)) report.push(error(span, undeclaredMappingKey(key, nearest(key, known), known)));
}
