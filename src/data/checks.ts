/** What a dataset's author holds its values to: sums, ranges, plausible changes. */

import { error, type Diagnostic } from "../source/diagnostic.ts";
import { rangeReversed } from "../source/messages/checks.ts";
import type { Span } from "../source/source.ts";
import { atLeast, listOf, number, object, oneOrMore, scalarOr, text, type Reader } from "./fields.ts";

export interface Checks {
  /** Each value of the dataset lies in it, ends included. */
  readonly range?: { readonly least?: number; readonly most?: number };
  /**
   * From one release to the next no value changes by more than `share` (0.2 is a fifth), for each started year between
   * their Stichtage. Values below `from` in both releases are left out, because small counts jump.
   */
  readonly change?: { readonly share: number; readonly from: number };
  readonly sums: readonly SumRule[];
  /** What `rounded` values are multiples of; where nothing is said, counts are of 5, and others of their last decimal place. */
  readonly roundedTo?: number;
}

/** "These parts make that total": what "make" means is decided by the dataset's additivity. */
export interface SumRule {
  /** `dataset.key.key` of another dataset at the same Stichtag, or keys of this one. */
  readonly total: { readonly dataset?: string; readonly path: readonly string[] };
  /** Keys of the outermost level; `all` is every key of it but the dataset's total. */
  readonly parts: readonly string[] | "all";
  readonly span: Span;
}

export const noChecks: Checks = { sums: [] };

/**
 * The field `checks` of a `dataset.yaml`:
 * `{ range: [0, 400000], change: { share: 0.2, from: 50 }, sums: [{ total: [insgesamt], parts: [männlich, weiblich] }], rounded_to: 5 }`.
 */
export const readChecks: Reader<Checks> = object((fields) => {
  const range = fields.optional("range", readRange);
  const change = fields.optional("change", readChange);
  const sums = fields.optional("sums", listOf(readSum)) ?? [];
  const roundedTo = fields.optional("rounded_to", atLeast(0.001));
  return {
    ...(range === undefined ? {} : { range }),
    ...(change === undefined ? {} : { change }),
    sums,
    ...(roundedTo === undefined ? {} : { roundedTo }),
  };
});

/** `[least, most]`. */
const readRange: Reader<NonNullable<Checks["range"]>> = (value, report: Diagnostic[]) => {
  const ends = listOf(number)(value, report);
  const [least, most] = ends ?? [];
  if (least === undefined || most === undefined || ends?.length !== 2 || least > most) {
    if (ends !== undefined) report.push(error(value.span, rangeReversed()));
    return undefined;
  }
  return { least, most };
};

/** A share, or with the values from which on it counts. */
const readChange: Reader<NonNullable<Checks["change"]>> = scalarOr(
  (value, report) => {
    const share = atLeast(0)(value, report);
    return share === undefined ? undefined : { share, from: 0 };
  },
  object((fields) => {
    const share = fields.required("share", atLeast(0));
    const from = fields.optional("from", atLeast(0)) ?? 0;
    return share === undefined ? undefined : { share, from };
  }),
);

/** `total: einwohner.landkreis` is another dataset's, `total: [insgesamt]` one of this. */
const readSum: Reader<SumRule> = (node, report) =>
  object((fields): SumRule | undefined => {
    const total = fields.required("total", (value, faults) =>
      value.kind === "sequence" ? { path: listOf(text)(value, faults) ?? [] } : elsewhere(text(value, faults)),
    );
    const parts = fields.required("parts", (value, faults) =>
      value.kind === "scalar" && value.value === "all" ? ("all" as const) : oneOrMore(text)(value, faults),
    );
    return total === undefined || parts === undefined ? undefined : { total, parts, span: node.span };
  })(node, report);

function elsewhere(written: string | undefined): SumRule["total"] | undefined {
  if (written === undefined) return undefined;
  const [dataset = "", ...path] = written.split(".");
  return path.length === 0 ? { path: [dataset] } : { dataset, path };
}
