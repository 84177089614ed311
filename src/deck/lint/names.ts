/** What rules are called, in `deck.yaml` (`lint:`), in front matter (`quiet:`) and, with `lint-` before it, in messages. */

import { type Fields, mapOf, oneOf, type Reader, textOf, textScalar } from "../../data/fields.ts";
import type { YamlNode } from "../../data/yaml.ts";
import { error, type Diagnostic } from "../../source/diagnostic.ts";
import { quietWithoutReason, unknownRule } from "../../source/messages/lint.ts";
import { nearest } from "../../source/nearest.ts";
import type { Span } from "../../source/source.ts";

/** Settings know rules by their names only: the rules themselves rest on all that comes after settings. */
export const ruleNames = [
  "unbound-number",
  "unproved-comparison",
  "percent-points",
  "false-precision",
  "wording",
  "different-days",
  "different-registers",
  "rounded-shares",
  "series-break",
  "overlapping-sum",
  "stale-release",
  "small-count",
  "dataset-without-source",
  "dataset-without-licence",
  "dataset-without-definition",
  "cut-axis",
  "too-many-parts",
  "words-too-long",
  "slide-without-notes",
  "slide-without-alt",
  "typography",
  "currency",
  "stock-as-flow",
  "share-named-count",
  "mixed-kinds",
  "unnamed-days",
  "odd-stichtag",
  "broken-count",
  "singular",
  "needless-quiet",
] as const;
export type RuleName = (typeof ruleNames)[number];

const levels = ["off", "warning", "error"] as const;
/** How a deck takes what a rule finds. */
export type LintLevel = (typeof levels)[number];

/** `lint: { rule: off }` of `deck.yaml`. */
export const lintLevels: Reader<ReadonlyMap<string, LintLevel>> = (node, report) => {
  tellUnknownRules(node, report);
  return mapOf(oneOf(...levels))(node, report);
};

/** Why a slide does not want to hear of a rule, and where it says so. */
export interface Quiet {
  readonly rule: string;
  readonly span: Span;
}

/** The field `quiet: { rule: reason }` of a slide's front matter, and what is wrong with it. */
export function readQuiet(fields: Fields, report: Diagnostic[]): readonly Quiet[] {
  const node = fields.entry("quiet")?.value;
  if (node === undefined || (node.kind === "scalar" && node.value === null)) return [];
  tellUnknownRules(node, report);
  mapOf(reason)(node, report);
  if (node.kind !== "mapping") return [];
  return node.entries.filter(({ key }) => isRuleName(key)).map(({ key, keySpan }) => ({ rule: key, span: keySpan }));
}

const reason: Reader<string> = (node, report) => {
  if (node.kind === "scalar" && (node.value === null || textOf(node).trim() === "")) {
    report.push(error(node.span, quietWithoutReason()));
    return undefined;
  }
  const scalar = textScalar(node, report);
  return scalar && textOf(scalar);
};

function tellUnknownRules(node: YamlNode, report: Diagnostic[]): void {
  if (node.kind !== "mapping") return;
  for (const { key, keySpan } of node.entries) {
    if (!isRuleName(key)) report.push(error(keySpan, unknownRule(key, nearest(key, ruleNames), ruleNames)));
  }
}

function isRuleName(name: string): name is RuleName {
  return ruleNames.some((known) => known === name);
}
