/** `<stichtag>.yaml` → {@link Release}. */

import { error, warning, type Diagnostic } from "../source/diagnostic.ts";
import {
  knownBeforeStichtag,
  looksLikeThousands,
  missingDataKeys,
  neitherNumberNorSymbol,
  noValues,
  noValueWritten,
  releaseFileName,
  unknownDataKey,
} from "../source/messages/data.ts";
import { nearest } from "../source/nearest.ts";
import { spanOf, type Source, type Span } from "../source/source.ts";
import type { Cell, Level, Release, Retrieval, Value } from "./dataset.ts";
import type { DatasetHead } from "./read-dataset.ts";
import { provenance } from "./read-dataset.ts";
import { withQuality } from "./read-quality.ts";
import { day, fieldsOf, flag, mapOf, node, object, oneOf, oneOrMore, text, type Reader } from "./fields.ts";
import { shownSymbols, symbolsFor } from "./symbols.ts";
import { parseYaml, type YamlMapping, type YamlNode, type YamlScalar } from "./yaml.ts";

/** @returns the release, if it could be read at all; faults go to `report` */
export function readRelease(source: Source, head: DatasetHead, report: Diagnostic[]): Release | undefined {
  const { value: root, diagnostics } = parseYaml(source);
  report.push(...diagnostics);
  const fields = root && fieldsOf(root, report);
  if (fields === undefined) return undefined;
  const stichtag = fields.required("stichtag", day);
  const knownOn = fields.optional("known_on", day);
  const status = fields.optional("status", oneOf("final", "preliminary", "corrected", "estimated")) ?? "final";
  const draft = fields.optional("draft", flag) ?? false;
  const written = fields.required("values", node);
  const flags = fields.optional("quality", node);
  const own = fields.optional("source", provenance);
  const notes = fields.optional("notes", oneOrMore(text)) ?? [];
  const footnotes = fields.optional("footnotes", oneOrMore(text)) ?? [];
  const accepted = fields.optional("accepted", oneOrMore(text)) ?? [];
  const broken = fields.optional("break", text);
  const retrieved = fields.optional("retrieved", retrieval);
  const knownPlace = fields.entry("known_on")?.value.span;
  fields.done();
  const plain = written && readValues(written, head, report);
  const values = plain && flags ? withQuality(plain, flags, symbolsFor(head.symbols), report) : plain;
  if (stichtag === undefined || values === undefined) return undefined;
  checkName(source, stichtag, knownOn, fields.span, report);
  if (knownOn !== undefined && knownPlace !== undefined && knownOn < stichtag) report.push(error(knownPlace, knownBeforeStichtag()));
  return {
    dataset: head.id,
    stichtag,
    ...(knownOn === undefined ? {} : { knownOn }),
    status,
    ...(draft && { draft }),
    values,
    provenance: own ?? head.provenance,
    notes,
    footnotes,
    accepted,
    ...(broken === undefined ? {} : { break: broken }),
    ...(retrieved === undefined ? {} : { retrieved }),
    span: spanOf(source, 0, source.text.length),
  };
}

const retrieval: Reader<Retrieval> = object((fields) => {
  const on = fields.optional("on", day);
  const file = fields.optional("file", text);
  const sha256 = fields.optional("sha256", text);
  const connector = fields.optional("connector", text);
  const query = fields.optional("query", mapOf(text));
  const stand = fields.optional("stand", text);
  return {
    ...(on === undefined ? {} : { on }),
    ...(file === undefined ? {} : { file }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(connector === undefined ? {} : { connector }),
    ...(query === undefined ? {} : { query }),
    ...(stand === undefined ? {} : { stand }),
  };
});

function checkName(source: Source, stichtag: string, knownOn: string | undefined, span: Span, report: Diagnostic[]): void {
  const expected = `${stichtag}${knownOn === undefined ? "" : `.${knownOn}`}.yaml`;
  if (source.path.slice(source.path.lastIndexOf("/") + 1) !== expected) report.push(error(span, releaseFileName(expected)));
}

function readValues(written: YamlNode, head: DatasetHead, report: Diagnostic[]): Level | undefined {
  const mapping = fieldsOf(written, report) && written;
  if (mapping?.kind !== "mapping") return undefined;
  if (mapping.entries.length === 0) {
    report.push(error(mapping.span, noValues()));
    return undefined;
  }
  const doubtful: YamlScalar[] = [];
  const level = readLevel(mapping, head, doubtful, report);
  checkKeys(mapping, head, report);
  const [first] = doubtful;
  if (first !== undefined) report.push(warning(first.span, looksLikeThousands(first.raw)));
  return level;
}

function readLevel(mapping: YamlMapping, head: DatasetHead, doubtful: YamlScalar[], report: Diagnostic[]): Level {
  const cells = new Map<string, Cell>();
  for (const { key, value } of mapping.entries) {
    if (value.kind === "mapping" && value.entries.length > 0) cells.set(key, readLevel(value, head, doubtful, report));
    else {
      const cell = readValue(value, head, doubtful, report);
      if (cell !== undefined) cells.set(key, cell);
    }
  }
  return { kind: "level", cells, span: mapping.span };
}

/** The declared keys are those of the outermost level; what is nested in them is free. */
function checkKeys({ entries, span }: YamlMapping, head: DatasetHead, report: Diagnostic[]): void {
  if (head.keys.length === 0) return;
  for (const { key, keySpan } of entries) {
    if (key !== head.total && !head.keySet.has(key)) report.push(error(keySpan, unknownDataKey(key, nearest(key, head.keys))));
  }
  const present = new Set(entries.map(({ key }) => key));
  const missing = head.coverage === "complete" ? head.keys.filter((key) => !present.has(key)) : [];
  if (missing.length > 0) report.push(error(span, missingDataKeys(missing)));
}

function readValue(written: YamlNode, head: DatasetHead, doubtful: YamlScalar[], report: Diagnostic[]): Value | undefined {
  const set = symbolsFor(head.symbols);
  if (written.kind !== "scalar" || written.value === null) {
    report.push(error(written.span, noValueWritten(shownSymbols(set))));
    return undefined;
  }
  const { value, span, raw } = written;
  if (typeof value === "number") {
    if (/^-?[1-9]\d{0,2}\.\d{3}$/u.test(raw)) doubtful.push(written);
    // Adding zero turns -0 into 0, which no statistic means.
    return { kind: "value", value: value + 0, span };
  }
  const symbol = typeof value === "string" ? set.symbols.get(value) : undefined;
  if (symbol !== undefined) return { kind: "value", value: symbol, span };
  const shown = typeof value === "string" ? value : raw;
  report.push(error(span, neitherNumberNorSymbol(shown, shownSymbols(set), asNumber(shown), written.quoted)));
  return undefined;
}

/** The number that a German way of writing it means, as YAML wants it. */
function asNumber(shown: string): string | undefined {
  const digits = shown.replaceAll(/[\s\u00a0\u202f'_]/gu, "").replace(/^[−–]/u, "-");
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(digits)) return digits.replaceAll(".", "").replace(",", ".");
  if (/^-?\d+(?:\.\d+)?$/u.test(digits)) return digits;
  return /^-?\d+,\d+$/u.test(digits) ? digits.replace(",", ".") : undefined;
}
