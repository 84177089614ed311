/** What is wrong, where, and what would be right: the form in which every author's mistake is collected. */

import { positionAt, type Span } from "./source.ts";

export type Language = "de" | "en";

/** A problem's words in both languages of the interface. `code` is stable and unique: tests and documentation refer to it. */
export interface Message {
  readonly code: string;
  readonly de: string;
  readonly en: string;
}

export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly message: Message;
  readonly span: Span;
}

export function error(span: Span, message: Message): Diagnostic {
  return { severity: "error", message, span };
}

export function warning(span: Span, message: Message): Diagnostic {
  return { severity: "warning", message, span };
}

/** A stage's result: its value if one could be made in spite of the diagnostics, and all diagnostics found on the way. */
export interface Outcome<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * One diagnostic for people: `path:line:column`, severity, words, and the line with a caret under the span.
 *
 * @returns several lines, without a line break at the end
 */
export function speak(diagnostic: Diagnostic, language: Language): string {
  const { severity } = diagnostic;
  const { place, code, words, frame } = spokenParts(diagnostic, language);
  const label = severity === "error" ? (language === "de" ? "Fehler" : "error") : language === "de" ? "Warnung" : "warning";
  const head = `${place} ${label} [${code}] ${words}`;
  return frame === "" ? head : `${head}\n${frame}`;
}

/** A diagnostic in its parts, for who sets them apart. */
export interface SpokenParts {
  /** `path:line:column`. */
  readonly place: string;
  readonly code: string;
  readonly words: string;
  /** See {@link codeFrame}; may be "". */
  readonly frame: string;
}

export function spokenParts({ span, message }: Diagnostic, language: Language): SpokenParts {
  const { line, column } = positionAt(span.source, span.start);
  const place = printable(`${span.source.path}:${line}:${column}`);
  return { place, code: message.code, words: printable(message[language]), frame: codeFrame(span) };
}

/**
 * Text that may come from anyone's file, for a terminal: what it would obey instead of showing it (control characters,
 * changes of the direction of writing) becomes a sign of the same width. Line breaks stay, a tab becomes a blank.
 */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, (control) => {
    const code = control.charCodeAt(0);
    if (code === 0x09) return " ";
    // Unicode has a picture for each of the old ones.
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : "\ufffd";
  });
}

const frameWidth = 100;

/** The source line with its number and carets under the span (the first line's share of it); long lines are cut around it. */
export function codeFrame(span: Span): string {
  const { text } = span.source;
  if (text === "") return "";
  const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
  const lineBreak = text.indexOf("\n", span.start);
  const lineEnd = lineBreak < 0 ? text.length : lineBreak;
  const number = `${positionAt(span.source, span.start).line}`;
  const from = Math.max(lineStart, Math.min(span.start - 40, lineEnd - frameWidth));
  const to = Math.min(lineEnd, from + frameWidth);
  const cut = text.slice(from, to);
  const shown = printable(`${from > lineStart ? "…" : ""}${cut}${to < lineEnd ? "…" : ""}`);
  const lead = span.start - from + (from > lineStart ? 1 : 0);
  const length = Math.max(1, Math.min(span.end, to) - span.start);
  return `  ${number} | ${shown}\n  ${" ".repeat(number.length)} | ${" ".repeat(lead)}${"^".repeat(length)}`;
}

/** Diagnostics in the order of their places: by path, then by offset; the same one only once. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics
    .toSorted((a, b) => compare(a.span.source.path, b.span.source.path) || a.span.start - b.span.start)
    .filter((d) => {
      const key = `${d.span.source.path}:${d.span.start}:${d.message.code}:${d.message.en}`;
      return !seen.has(key) && seen.add(key);
    });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
