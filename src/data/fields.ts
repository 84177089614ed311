/**
 * Typed reading of YAML: small readers for a value's type, put together per field. Every fault becomes a diagnostic in
 * `report`, none stops the reading of the other fields.
 *
 *     const fields = fieldsOf(node, report);
 *     const title = fields?.required("title", text);
 *     const days = fields?.optional("days", listOf(day));
 *     fields?.done(); // reports every field that nobody asked for, with the nearest name
 */

import { error, type Diagnostic } from "../source/diagnostic.ts";
import { missingField, noSuchDay, notOneOf, numberTooSmall, unknownField, wrongType, type Words } from "../source/messages/fields.ts";
import { nearest } from "../source/nearest.ts";
import type { Span } from "../source/source.ts";
import { isDay } from "./calendar.ts";
import type { IsoDate } from "./figure.ts";
import type { YamlEntry, YamlMapping, YamlNode, YamlScalar } from "./yaml-node.ts";

export { isDay } from "./calendar.ts";

/** Reads one value; reports and gives `undefined` where it is of another type. */
export type Reader<T> = (node: YamlNode, report: Diagnostic[]) => T | undefined;

export interface Fields {
  readonly span: Span;
  /** The value of a field that must be there: reports it missing or of a wrong type. */
  required<T>(name: string, read: Reader<T>): T | undefined;
  /** The value of a field that may be absent or empty: `undefined` where it is, or (reported) of a wrong type. */
  optional<T>(name: string, read: Reader<T>): T | undefined;
  /** Whether the field stands there, whatever its value. Does not count as asked for. */
  has(name: string): boolean;
  /** The field with its key; counts as asked for. */
  entry(name: string): YamlEntry | undefined;
  /** Reports the fields that were never asked for. Call it last, once. */
  done(): void;
}

/** The fields of a mapping; reports and gives `undefined` where the node is none. */
export function fieldsOf(from: YamlNode, report: Diagnostic[]): Fields | undefined {
  if (from.kind !== "mapping") {
    report.push(error(from.span, wrongType(words.fields, found(from))));
    return undefined;
  }
  return new MappingFields(from, report);
}

class MappingFields implements Fields {
  readonly span: Span;
  private readonly entries: ReadonlyMap<string, YamlEntry>;
  private readonly report: Diagnostic[];
  private readonly asked = new Set<string>();

  constructor(mapping: YamlMapping, report: Diagnostic[]) {
    this.span = mapping.span;
    this.entries = new Map(mapping.entries.map((entry) => [entry.key, entry]));
    this.report = report;
  }

  required<T>(name: string, read: Reader<T>): T | undefined {
    const entry = this.entry(name);
    if (entry !== undefined) return read(entry.value, this.report);
    this.report.push(error(this.span, missingField(name)));
    return undefined;
  }

  optional<T>(name: string, read: Reader<T>): T | undefined {
    const entry = this.entry(name);
    return entry === undefined || isEmpty(entry.value) ? undefined : read(entry.value, this.report);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  entry(name: string): YamlEntry | undefined {
    this.asked.add(name);
    return this.entries.get(name);
  }

  done(): void {
    const free = [...this.asked].filter((name) => !this.entries.has(name));
    for (const { key, keySpan } of this.entries.values()) {
      if (!this.asked.has(key)) this.report.push(error(keySpan, unknownField(key, nearest(key, free), [...this.asked])));
    }
  }
}

/** The node itself, unread. */
export const node: Reader<YamlNode> = (value) => value;

/** A text, composed (NFC); a number or a bare word is taken as it is written (`4:3`, `12`, `true`). */
export const text: Reader<string> = (value, report) => {
  const scalar = textScalar(value, report);
  return scalar === undefined ? undefined : nameOf(scalar);
};

/** As {@link text}, with its place, for texts that hold placeholders or expressions. */
export const textScalar: Reader<YamlScalar> = (value, report) => {
  if (value.kind === "scalar" && value.value !== null) return value;
  return refuse(value, words.text, report);
};

/** The text of a scalar: what it says if it is text, else as it is written. */
export function textOf(scalar: YamlScalar): string {
  return typeof scalar.value === "string" ? scalar.value : scalar.raw;
}

/** The text of a scalar in composed form (NFC), as keys and names are compared. Its length may differ from the scalar's. */
export function nameOf(scalar: YamlScalar): string {
  return textOf(scalar).normalize();
}

/** A finite number. */
export const number: Reader<number> = (value, report) =>
  value.kind === "scalar" && typeof value.value === "number" ? value.value : refuse(value, words.number, report);

/** A whole number. */
export const whole: Reader<number> = (value, report) =>
  value.kind === "scalar" && Number.isSafeInteger(value.value) ? Number(value.value) : refuse(value, words.whole, report);

/** A number that is at least so large. */
export function atLeast(least: number, read: Reader<number> = number): Reader<number> {
  return (value, report) => {
    const result = read(value, report);
    if (result === undefined || result >= least) return result;
    report.push(error(value.span, numberTooSmall(result, least)));
    return undefined;
  };
}

/** true or false. */
export const flag: Reader<boolean> = (value, report) =>
  value.kind === "scalar" && typeof value.value === "boolean" ? value.value : refuse(value, words.flag, report);

/** A day of the calendar, `YYYY-MM-DD`. */
export const day: Reader<IsoDate> = (value, report) => {
  if (value.kind !== "scalar" || typeof value.value !== "string" || !/^\d{4}-\d{2}-\d{2}$/u.test(value.value)) {
    return refuse(value, words.day, report);
  }
  if (isDay(value.value)) return value.value;
  report.push(error(value.span, noSuchDay(value.value)));
  return undefined;
};

/** One of the given words. */
export function oneOf<const T extends string>(...choice: readonly T[]): Reader<T> {
  return (value, report) => {
    const written = text(value, report);
    if (written === undefined) return undefined;
    const match = choice.find((word) => word === written);
    if (match === undefined) report.push(error(value.span, notOneOf(written, choice, nearest(written, choice))));
    return match;
  };
}

/** A list of what `read` reads. Items of a wrong type are reported and left out. */
export function listOf<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value, report) => {
    if (value.kind !== "sequence") return refuse(value, words.list, report);
    return value.items.map((item) => read(item, report)).filter((item) => item !== undefined);
  };
}

/** A list, or a single value in its place. */
export function oneOrMore<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value, report) => {
    if (value.kind === "sequence") return listOf(read)(value, report);
    const single = read(value, report);
    return single === undefined ? undefined : [single];
  };
}

/** A mapping with free keys, in the order of the file. Values of a wrong type are reported and left out. */
export function mapOf<T>(read: Reader<T>): Reader<ReadonlyMap<string, T>> {
  return (value, report) => {
    if (value.kind !== "mapping") return refuse(value, words.fields, report);
    const result = new Map<string, T>();
    for (const entry of value.entries) {
      const item = read(entry.value, report);
      if (item !== undefined) result.set(entry.key, item);
    }
    return result;
  };
}

/** A mapping with named fields; `done` is called for you. */
export function object<T>(read: (fields: Fields, report: Diagnostic[]) => T | undefined): Reader<T> {
  return (value, report) => {
    const fields = fieldsOf(value, report);
    if (fields === undefined) return undefined;
    const result = read(fields, report);
    fields.done();
    return result;
  };
}

/** A scalar read by one reader, anything else by another: `Wohnen` or `{ label: Wohnen, highlight: true }`. */
export function scalarOr<A, B>(scalar: Reader<A>, other: Reader<B>): Reader<A | B> {
  return (value, report) => (value.kind === "scalar" ? scalar(value, report) : other(value, report));
}

function isEmpty(value: YamlNode): boolean {
  return value.kind === "scalar" && value.value === null;
}

function refuse(value: YamlNode, expected: Words, report: Diagnostic[]): undefined {
  report.push(error(value.span, wrongType(expected, found(value))));
  return undefined;
}

const words = {
  fields: { de: "eine Gruppe von Feldern (name: wert)", en: "a group of fields (name: value)" },
  list: { de: "eine Liste", en: "a list" },
  text: { de: "ein Text", en: "a text" },
  number: {
    de: "eine Zahl (mit Dezimalpunkt, ohne Tausendertrennung)",
    en: "a number (with a decimal point, without thousands separators)",
  },
  whole: { de: "eine ganze Zahl", en: "a whole number" },
  flag: { de: "true oder false", en: "true or false" },
  day: { de: "ein Tag der Form 2017-07-31", en: "a day of the form 2017-07-31" },
} as const satisfies Record<string, Words>;

/** What stands there instead, for "not …". */
function found(value: YamlNode): Words {
  if (value.kind === "sequence") return { de: "eine Liste", en: "a list" };
  if (value.kind === "mapping") return { de: "eine Gruppe von Feldern", en: "a group of fields" };
  if (value.value === null) return { de: "nichts", en: "nothing" };
  const shown = textOf(value).length > 40 ? `${textOf(value).slice(0, 40)}…` : textOf(value);
  if (typeof value.value === "string") return { de: `der Text »${shown}«`, en: `the text “${shown}”` };
  return typeof value.value === "number" ? { de: `die Zahl ${shown}`, en: `the number ${shown}` } : { de: shown, en: shown };
}
