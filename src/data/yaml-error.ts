/** What the author most likely did where js-yaml stopped: its reasons name the rule that broke, seldom the mistake. */

import type { Message } from "../source/diagnostic.ts";
import {
  yamlAfterQuote,
  yamlCharacter,
  yamlColonInText,
  yamlComma,
  yamlDash,
  yamlEscape,
  yamlIndent,
  yamlNoBlank,
  yamlNoColon,
  yamlOpenBracket,
  yamlOpenQuote,
  yamlPlaceholder,
  yamlReserved,
  yamlSyntax,
  yamlTab,
} from "../source/messages/yaml.ts";

export interface Explained {
  readonly from: number;
  readonly to: number;
  readonly message: Message;
}

/** @param at where the parser stopped, an offset into `text`; the answer's offsets are relative to `text` too */
export function explainYamlError(text: string, at: number, reason: string): Explained {
  const line = lineAt(text, at);
  const here = (message: Message): Explained => ({ from: at, to: Math.min(at + 1, text.length), message });
  const tab = tabNear(text, at);
  if (tab !== undefined) return { from: tab, to: tab + 1, message: yamlTab() };
  const placeholder = placeholderNear(text, line);
  if (placeholder !== undefined) return { from: placeholder, to: placeholder + 2, message: yamlPlaceholder() };
  if (reason.includes("non-printable") || reason.includes("null byte") || reason.includes("valid JSON character"))
    return here(yamlCharacter());
  if (reason.includes("escape") || reason.includes("hexadecimal")) {
    const escape = Math.max(text.lastIndexOf("\\", at), 0);
    return { from: escape, to: escape + 1, message: yamlEscape() };
  }
  if (reason.includes("missed comma") || reason.includes("node content, but found ','")) return here(yamlComma());
  if (reason.includes("deficient indentation") || reason.includes("quoted scalar") || reason.includes("flow collection")) {
    const open = openBefore(text, at);
    if (open !== undefined) {
      const mark = text.charAt(open);
      return { from: open, to: open + 1, message: mark === "[" || mark === "{" ? yamlOpenBracket(mark) : yamlOpenQuote(mark) };
    }
  }
  if (reason.includes("whitespace character is expected after the key-value separator")) return here(yamlNoBlank());
  if (reason.includes("indentation of a mapping entry") || reason.includes("expected ':'")) {
    const before = text.slice(line.from, at);
    const character = text.charAt(at);
    if (/["']\s*$/u.test(before) && /["']/u.test(before.trimEnd().slice(0, -1))) return here(yamlAfterQuote(before.trimEnd().slice(-1)));
    if (character === ":" && /:\s/u.test(before)) return here(yamlColonInText());
    if (character === "-" && /^(\s|$)/u.test(text.slice(at + 1, at + 2)) && /:\s+$/u.test(before)) return here(yamlDash());
    if (/:\s+$/u.test(before) && /[@`%|>\]},&*!]/u.test(character)) return here(yamlReserved(character));
  }
  if (reason.includes("implicit key") || reason.includes("end of the stream or a document separator") || reason.includes("expected ':'")) {
    const bare = bareLine(text, at);
    if (bare !== undefined)
      return { ...bare, message: /^[^\s:]+:\S/u.test(text.slice(bare.from, bare.to)) ? yamlNoBlank() : yamlNoColon() };
  }
  if (reason.includes("indentation")) return { from: line.content, to: Math.max(line.to, line.content), message: yamlIndent() };
  return here(yamlSyntax(reason));
}

interface Line {
  readonly from: number;
  /** Offset of the first character that is no blank. */
  readonly content: number;
  readonly to: number;
}

function lineAt(text: string, at: number): Line {
  const from = text.lastIndexOf("\n", at - 1) + 1;
  const lineBreak = text.indexOf("\n", from);
  const to = lineBreak < 0 ? text.length : lineBreak;
  return { from, content: from + text.slice(from, to).search(/\S|$/u), to };
}

/** A tab in the indentation of the line where the parser stopped, or of the next one (it may stop at the line's end). */
function tabNear(text: string, at: number): number | undefined {
  const line = lineAt(text, at);
  const next = line.to < text.length ? lineAt(text, line.to + 1) : line;
  for (const { from, content } of at >= line.content && line.content < line.to ? [line, next] : [next, line]) {
    const tab = text.slice(from, content).indexOf("\t");
    if (tab >= 0) return from + tab;
  }
  return undefined;
}

/** A text on the line, or the one before, that begins with `{{` and so reads as brackets. */
function placeholderNear(text: string, line: Line): number | undefined {
  const before = line.from === 0 ? line : lineAt(text, line.from - 1);
  for (const { from, to } of [line, before]) {
    const match = /(?:^|[:,[-]\s+|\[)\{\{/u.exec(text.slice(from, to));
    if (match !== null) return from + match.index + match[0].length - 2;
  }
  return undefined;
}

/** The last quote or bracket before `at` that nothing closes. */
function openBefore(text: string, at: number): number | undefined {
  const brackets: number[] = [];
  let i = 0;
  while (i < at) {
    const character = text.charAt(i);
    const begins = /^$|[\s:,[{-]/u.test(text.charAt(i - 1));
    if (character === "#" && /^$|\s/u.test(text.charAt(i - 1))) {
      const lineBreak = text.indexOf("\n", i);
      i = lineBreak < 0 ? at : lineBreak;
    } else if ((character === '"' || character === "'") && begins) {
      const close = closingQuote(text, i, character);
      // A quote that "closes" on a later line at the beginning of another quoted text was never closed.
      if (close < 0 || close >= at) return i;
      i = close;
    } else if (character === "[" || character === "{") brackets.push(i);
    else if (character === "]" || character === "}") brackets.pop();
    i++;
  }
  return brackets.at(-1);
}

function closingQuote(text: string, open: number, quote: string): number {
  for (let i = open + 1; i < text.length; i++) {
    if (quote === '"' && text[i] === "\\") i++;
    else if (text[i] === quote) {
      if (quote === "'" && text[i + 1] === "'") i++;
      else return i;
    }
  }
  return -1;
}

/** The line at or before `at` that has no `name: value` form. */
function bareLine(text: string, at: number): { from: number; to: number } | undefined {
  let line = lineAt(text, at);
  for (let tries = 0; tries < 3; tries++) {
    const content = text.slice(line.content, line.to);
    if (content !== "" && !content.startsWith("#") && !/:(\s|$)/u.test(content)) return { from: line.content, to: line.to };
    if (line.from === 0) return undefined;
    line = lineAt(text, line.from - 1);
  }
  return undefined;
}
