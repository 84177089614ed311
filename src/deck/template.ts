/** Texts outside of Markdown: front matter and the strings of fenced blocks. Placeholders and words with a tail are read in them, nothing else. */

import { textOf } from "../data/fields.ts";
import { parseExpression, type Expression } from "../data/expression/parse.ts";
import { spanWithin, type YamlScalar } from "../data/yaml.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Source, Span } from "../source/source.ts";
import { type Mark, mask, parts } from "./mask.ts";
import type { OutlineInline } from "./outline.ts";
import { type PlacedMark, Run } from "./run.ts";
import { typeset } from "./typography.ts";

/** A scalar's text with its placeholders, claims, choices and literals; `\{{` stands for braces, `\|` for a bar. */
export function templateOf(scalar: YamlScalar, report: Diagnostic[]): readonly OutlineInline[] {
  const text = textOf(scalar).replaceAll(/\s+/g, " ").trim() === "" ? "" : textOf(scalar);
  if (text === "") return [];
  const masked = mask(text, [{ start: 0, end: text.length }]);
  if (masked.marks.length === 0) return [{ kind: "text", text: typeset(unescape(text)) }];
  const run = new Run((mark) => placed(scalar, text, mark), report);
  run.addParts(parts(masked.text, masked.marks), unescape);
  return run.end();
}

/** A scalar whose whole text is an expression (`data: auslaender_staaten`). */
export function expressionOf(scalar: YamlScalar, report: Diagnostic[]): Expression | undefined {
  const text = textOf(scalar);
  const place = spanWithin(scalar, 0, text.length);
  const parsed = parseExpression(inPlace(place, text), place.start, place.end);
  report.push(...parsed.diagnostics);
  return parsed.value;
}

function unescape(text: string): string {
  return text
    .replaceAll("\\{{", "{{")
    .replaceAll("\\|", "|")
    .replaceAll(/[ \t]*\n[ \t]*/g, " ");
}

/** The mark with its offsets in the file. */
function placed(scalar: YamlScalar, text: string, mark: Mark): PlacedMark {
  const whole = mark.kind === "tail" ? { start: mark.open, end: mark.end } : mark;
  const place = spanWithin(scalar, whole.start, whole.end);
  const source = inPlace(place, text.slice(whole.start, whole.end));
  if (mark.kind !== "tail") return { source, mark: { ...mark, start: place.start, end: place.end } };
  const [tail, body] = [spanWithin(scalar, mark.start, mark.end), spanWithin(scalar, mark.bodyStart, mark.bodyEnd)];
  const bars = mark.bars.map((bar) => spanWithin(scalar, bar, bar + 1).start);
  return {
    source,
    mark: { ...mark, open: place.start, start: tail.start, end: tail.end, bars, bodyStart: body.start, bodyEnd: body.end },
  };
}

/**
 * The source to parse a part of a scalar in. Where YAML has escapes (`\"`), the source does not read as the value does:
 * then it is a copy with the value in its place, padded by blanks, so that all offsets still hold.
 */
function inPlace(place: Span, value: string): Source {
  const { source, start, end } = place;
  const written = source.text.slice(start, end);
  if (written === value) return source;
  return { path: source.path, text: source.text.slice(0, start) + aligned(written, value) + source.text.slice(end) };
}

/**
 * The value stretched to the length of what is written: escapes and line breaks become the character they stand for and
 * blanks. Those stand outside of the quotes of a key, never in them.
 */
function aligned(written: string, value: string): string {
  let result = "";
  let at = 0;
  let quote = "";
  for (const character of value) {
    const end = endOf(written, at, character);
    if (end < 0) break;
    const blanks = " ".repeat(end - at - character.length);
    result += character === quote ? character + blanks : blanks + character;
    if (quote === "" && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = "";
    at = end;
  }
  const same = result.replaceAll(/\s/g, "") === value.replaceAll(/\s/g, "");
  // An escape that names a character by its number cannot be aligned: then the value stands at the start, and places are near.
  return (same ? result : value).slice(0, written.length).padEnd(written.length);
}

/** Where what is written for a character ends; -1 where it is not found. */
function endOf(written: string, from: number, character: string): number {
  if (character === "'" && written.startsWith("''", from)) return from + 2;
  if (/\s/.test(character)) {
    const blank = written.slice(from).search(/\s/);
    return blank < 0 ? -1 : from + blank + 1;
  }
  const next = written.indexOf(character, from);
  return next < 0 ? -1 : next + character.length;
}
