/** The words and signs of an expression. */

import type { Message } from "../../source/diagnostic.ts";
import { curlyQuote, unclosedText, unexpected } from "../../source/messages/expression.ts";

export interface Token {
  readonly kind: "number" | "word" | "text" | "day" | "sign" | "end";
  /** The sign or word itself; of a quoted text what it says. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Fault {
  readonly start: number;
  readonly end: number;
  readonly message: Message;
}

/** Several ways to write a sign that people have. */
const otherSigns: Readonly<Record<string, string>> = {
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
  "==": "=",
  "<>": "!=",
  "−": "-",
  "·": "*",
  "×": "*",
  "÷": "/",
};

const pattern =
  /(?<blank>\s+)|(?<day>(?<=@\s*)\d{4}-\d{2}-\d{2}(?!\d))|(?<number>\d+(?:\.\d+)?)|(?<word>[\p{L}_][\p{L}\p{M}\p{N}_]*)|(?<text>"[^"]*"|'[^']*')|(?<sign><=|>=|!=|==|<>|[-+*/()[\].,@<>=≤≥≠−·×÷])/uy;

/** All tokens with an `end` last, or the first thing that is none. */
export function tokenise(text: string): readonly Token[] | Fault {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return faultAt(text, at);
    const { day, number, word, text: quoted, sign } = match.groups ?? {};
    const start = at;
    at += match[0].length;
    if (day !== undefined) tokens.push({ kind: "day", text: day, start, end: at });
    else if (number !== undefined) tokens.push({ kind: "number", text: number, start, end: at });
    else if (word !== undefined) tokens.push({ kind: "word", text: word.normalize(), start, end: at });
    else if (quoted !== undefined) tokens.push({ kind: "text", text: quoted.slice(1, -1).normalize(), start, end: at });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: otherSigns[sign] ?? sign, start, end: at });
  }
  tokens.push({ kind: "end", text: "", start: text.trimEnd().length, end: text.trimEnd().length });
  return tokens;
}

function faultAt(text: string, at: number): Fault {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const end = at + character.length;
  if (character === '"' || character === "'") return { start: at, end: text.length, message: unclosedText(character) };
  if (/[„“”‚‘’«»‹›]/u.test(character)) return { start: at, end, message: curlyQuote(character) };
  return {
    start: at,
    end,
    message: unexpected(character, { de: "ein Name, eine Zahl oder ein Rechenzeichen", en: "a name, a number or an operator" }),
  };
}
