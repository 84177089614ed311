/** Places inside a YAML text: which characters of the file make which of the value. */

import { spanOf, type Span } from "../source/source.ts";
import type { YamlScalar } from "./yaml-node.ts";

/**
 * The place in the source of a part of a text scalar: offsets into `String(value)`, exact in spite of quotes, escapes
 * and folded lines. Where the source's text at the result equals the part itself, it can be parsed in place.
 */
export function spanWithin(scalar: YamlScalar, start: number, end: number): Span {
  const { source, start: from } = scalar.content;
  const raw = source.text.slice(from, scalar.content.end);
  const value = typeof scalar.value === "string" ? scalar.value : raw;
  if (raw === value) return spanOf(source, from + start, from + end);
  const style = scalar.quoted ? scalar.raw.charAt(0) : "";
  let at = 0;
  let first: number | undefined;
  let last = 0;
  for (let i = 0; i < end; ) {
    at = nextCharacter(raw, at, value.charAt(i), style);
    if (i >= start) first ??= at;
    const { length, units } = escapeAt(raw, at, style);
    at = Math.min(raw.length, at + length);
    last = at;
    i += units;
  }
  return spanOf(source, from + (first ?? last), from + last);
}

/** Over what folding, indentation and continued lines took away; a blank that folding made stands for a line break. */
function nextCharacter(raw: string, from: number, wanted: string, style: string): number {
  let at = from;
  while (at < raw.length) {
    const character = raw.charAt(at);
    if (style === '"' && character === "\\") {
      if (raw[at + 1] !== "\n") return at;
      at++;
    } else if (character === wanted || (wanted === " " && character === "\n")) return at;
    at++;
  }
  return raw.length;
}

const escapeLengths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/** How many characters of the source make how many UTF-16 units of the value. */
function escapeAt(raw: string, at: number, style: string): { length: number; units: number } {
  if (style === "'" && raw.startsWith("''", at)) return { length: 2, units: 1 };
  if (style !== '"' || raw[at] !== "\\") return { length: 1, units: 1 };
  const length = escapeLengths[raw.charAt(at + 1)] ?? 2;
  return { length, units: length === 10 && Number.parseInt(raw.slice(at + 2, at + 10), 16) > 0xff_ff ? 2 : 1 };
}
