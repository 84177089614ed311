/** Texts outside of Markdown that hold placeholders: front matter and the strings of fenced blocks. */

import { parsePlaceholder, placeholderEnd } from "../data/expression/placeholder.ts";
import { parseExpression, type Expression } from "../data/expression/parse.ts";
import { spanWithin, type YamlScalar } from "../data/yaml.ts";
import { error, type Diagnostic } from "../source/diagnostic.ts";
import { placeholderOpen } from "../source/messages/markdown.ts";
import { spanOf, type Source, type Span } from "../source/source.ts";
import type { OutlinePlaceholder, Template } from "./outline.ts";
import { typeset } from "./typography.ts";

/** The placeholder from `{{` to `}}`. */
export function placeholderAt(source: Source, start: number, end: number, report: Diagnostic[]): OutlinePlaceholder {
  const parsed = parsePlaceholder(source, start + 2, end - 2);
  report.push(...parsed.diagnostics);
  return { kind: "placeholder", parsed: parsed.value, span: spanOf(source, start, end) };
}

/** A scalar's text with its placeholders. */
export function templateOf(scalar: YamlScalar, report: Diagnostic[]): Template {
  const text = scalar.value === null ? "" : typeof scalar.value === "string" ? scalar.value : scalar.raw;
  const found: (string | OutlinePlaceholder)[] = [];
  let done = 0;
  const addText = (end: number): void => {
    if (end > done) found.push(typeset(text.slice(done, end).replaceAll("\\{{", "{{"), typeof found.at(-1) === "object"));
  };
  for (let at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", at)) {
    if (text[at - 1] === "\\") {
      at += 2;
      continue;
    }
    const close = placeholderEnd(text, at + 2);
    const place = close < 0 ? spanWithin(scalar, at, at + 2) : spanWithin(scalar, at, close + 2);
    if (close < 0) {
      report.push(error(place, placeholderOpen()));
      return found;
    }
    addText(at);
    const source = inPlace(place, text.slice(at, close + 2));
    found.push(placeholderAt(source, place.start, place.end, report));
    done = close + 2;
    at = done;
  }
  addText(text.length);
  return found;
}

/** A scalar whose whole text is an expression (`data: auslaender_staaten`). */
export function expressionOf(scalar: YamlScalar, report: Diagnostic[]): Expression | undefined {
  const text = typeof scalar.value === "string" ? scalar.value : scalar.raw;
  const place = spanWithin(scalar, 0, text.length);
  const source = inPlace(place, text);
  const parsed = parseExpression(source, place.start, place.end);
  report.push(...parsed.diagnostics);
  return parsed.value;
}

/**
 * The source to parse a part of a scalar in. Where YAML has escapes (`\"`), the source does not read as the value does:
 * then it is a copy with the value in its place, padded by blanks, so that all offsets still hold.
 */
function inPlace(place: Span, value: string): Source {
  const { source, start, end } = place;
  const written = source.text.slice(start, end);
  if (written === value) return source;
  const padded = aligned(written, value);
  return { path: source.path, text: source.text.slice(0, start) + padded + source.text.slice(end) };
}

/** The value stretched to the length of what is written: escapes and line breaks become blanks and the character they stand for. */
function aligned(written: string, value: string): string {
  let result = "";
  let at = 0;
  for (const character of value) {
    const next = written.indexOf(character, at);
    if (next < 0 || next - at > 2) break;
    result += " ".repeat(next - at) + character;
    at = next + character.length;
  }
  // Escapes that name a character by its number cannot be aligned: the value stands as it is, and places are near.
  return at > 0 && result.replaceAll(" ", "") === value.replaceAll(" ", "")
    ? result.padEnd(written.length)
    : value.slice(0, written.length).padEnd(written.length);
}
