/**
 * What a file knows of the figures in it, written into it as a part of its own: PowerPoint and LibreOffice keep that part,
 * whatever is edited. It holds what was shown, and nothing that stands neither on a slide nor in its notes.
 */

import type { IsoDate } from "../../../data/figure.ts";
import type { SlideContent } from "./content.ts";

export interface AuditRecord {
  readonly version: 1;
  readonly deck: string;
  readonly title: string;
  readonly asOf: IsoDate;
  readonly knownOn?: IsoDate;
  /** Values of datasets that figures rest on. */
  readonly data: readonly RecordedDatum[];
  /** Distinct figures of the deck, dates and other texts from data among them. */
  readonly figures: readonly RecordedFigure[];
  readonly slides: readonly RecordedSlide[];
}

export interface RecordedDatum {
  readonly dataset: string;
  /** Keys that lead to the value, outermost first. */
  readonly path: readonly string[];
  readonly stichtag: IsoDate;
  /** Day of knowledge of a correction. */
  readonly knownOn?: IsoDate;
}

export interface RecordedFigure {
  readonly text: string;
  /** The exact value; absent where it is missing, or no number. */
  readonly value?: number;
  readonly unit?: string;
  readonly expression: string;
  readonly format?: string;
  /** Indexes into {@link AuditRecord.data}. */
  readonly data: readonly number[];
}

export interface RecordedSlide extends SlideContent {
  readonly id: string;
  /** Indexes into {@link AuditRecord.figures}, in reading order. */
  readonly figures: readonly number[];
  readonly claims: readonly RecordedClaim[];
}

/** Words that hold only while a condition does. */
export interface RecordedClaim {
  readonly text: string;
  readonly condition: string;
}

/** The namespace of the part's root, by which it is found again. */
export const recordNamespace = "urn:stichtag:audit:1";

/** What a part says, if it is a record and a sound one. Nothing in it is believed beyond its form. */
export function parseRecord(text: string): AuditRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isRecord(value) ? value : undefined;
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isNumber: Check = (value) => typeof value === "number";
const isDay: Check = (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isRole: Check = (value) => ["text", "table", "alternative", "chart", "sheet", "note"].some((role) => role === value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const either =
  (one: Check, other: Check): Check =>
  (value) =>
    one(value) || other(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const fields =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(checks).every(([name, check]) => check(value[name]));

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isDatum = fields({ dataset: isText, path: listOf(isText), stichtag: isDay, knownOn: optional(isDay) });
const isFigure = fields({
  text: isText,
  value: optional(isNumber),
  unit: optional(isText),
  expression: isText,
  format: optional(isText),
  data: listOf(isNumber),
});
const isUnit = fields({ role: isRole, shape: isText, lines: listOf(listOf(isText)) });
const isSeries = fields({
  name: isText,
  values: listOf(orNull(isNumber)),
  categories: optional(listOf(isText)),
  reference: optional(isText),
});
const isSheet = fields({ name: isText, rows: listOf(listOf(orNull(either(isText, isNumber)))) });
const isChart = fields({
  shape: isText,
  categories: listOf(isText),
  series: listOf(isSeries),
  ranges: optional(listOf(fields({ min: optional(isNumber), max: optional(isNumber) }))),
  formats: optional(listOf(isText)),
  sheets: optional(listOf(isSheet)),
});
const isSlide = fields({
  id: isText,
  name: optional(isText),
  title: isText,
  units: listOf(isUnit),
  charts: listOf(isChart),
  figures: listOf(isNumber),
  claims: listOf(fields({ text: isText, condition: isText })),
});
const isWhole = fields({
  version: (value) => value === 1,
  deck: isText,
  title: isText,
  asOf: isDay,
  knownOn: optional(isDay),
  data: listOf(isDatum),
  figures: listOf(isFigure),
  slides: listOf(isSlide),
});

function isRecord(value: unknown): value is AuditRecord {
  return isWhole(value);
}
