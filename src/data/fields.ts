/**
 * Typed reading of YAML: small readers for a value's type, put together per field. Every fault becomes a diagnostic in
 * `report`, none stops the reading of the other fields.
 *
 *     const fields = fieldsOf(node, report);
 *     const title = fields?.required("title", text);
 *     const days = fields?.optional("days", listOf(day));
 *     fields?.done(); // reports every field that nobody asked for, with the nearest name
 */

import type { Diagnostic } from "../source/diagnostic.ts";
import type { Span } from "../source/source.ts";
import type { IsoDate } from "./figure.ts";
import type { YamlEntry, YamlNode, YamlScalar } from "./yaml.ts";

/** Reads one value; reports and gives `undefined` where it is of another type. */
export type Reader<T> = (node: YamlNode, report: Diagnostic[]) => T | undefined;

export interface Fields {
  readonly span: Span;
  /** The value of a field that must be there: reports it missing or of a wrong type. */
  required<T>(name: string, read: Reader<T>): T | undefined;
  /** The value of a field that may be absent: `undefined` where it is, or (reported) of a wrong type. */
  optional<T>(name: string, read: Reader<T>): T | undefined;
  /** Whether the field stands there, whatever its value. Does not count as asked for. */
  has(name: string): boolean;
  /** The field with its key, as asked for. */
  entry(name: string): YamlEntry | undefined;
  /** Reports the fields that were never asked for. Call it last, once. */
  done(): void;
}

/** The fields of a mapping; reports and gives `undefined` where the node is none. */
export function fieldsOf(_node: YamlNode, _report: Diagnostic[]): Fields | undefined {
  return undefined;
}

/** The node itself, unread. */
export const node: Reader<YamlNode> = (value) => value;
/** A text; a number or a bare word is taken as it is written ("4:3", 12). */
export const text: Reader<string> = () => undefined;
/** As {@link text}, with its place, for texts that hold placeholders. */
export const textScalar: Reader<YamlScalar> = () => undefined;
/** A finite number. */
export const number: Reader<number> = () => undefined;
/** A whole number. */
export const whole: Reader<number> = () => undefined;
/** true or false. */
export const flag: Reader<boolean> = () => undefined;
/** A day of the calendar, `YYYY-MM-DD`. */
export const day: Reader<IsoDate> = () => undefined;

/** One of the given words. */
export function oneOf<const T extends string>(..._words: readonly T[]): Reader<T> {
  return () => undefined;
}

/** A list of what `read` reads. Items of a wrong type are reported and left out. */
export function listOf<T>(_read: Reader<T>): Reader<readonly T[]> {
  return () => undefined;
}

/** A list, or a single value in its place. */
export function oneOrMore<T>(_read: Reader<T>): Reader<readonly T[]> {
  return () => undefined;
}

/** A mapping with free keys, in the order of the file. */
export function mapOf<T>(_read: Reader<T>): Reader<ReadonlyMap<string, T>> {
  return () => undefined;
}

/** A mapping with named fields; `done` is called for you. */
export function object<T>(_read: (fields: Fields, report: Diagnostic[]) => T | undefined): Reader<T> {
  return () => undefined;
}

/** A scalar read by one reader, anything else by another: `Wohnen` or `{ label: Wohnen, highlight: true }`. */
export function scalarOr<A, B>(_scalar: Reader<A>, _other: Reader<B>): Reader<A | B> {
  return () => undefined;
}

/** Whether a text is a day of the calendar as `YYYY-MM-DD`. */
export function isDay(_text: string): boolean {
  return false;
}
