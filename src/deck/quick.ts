/**
 * A quick way through the Markdown that slides are full of: headings, flat lists, plain paragraphs, tables, and in them
 * simple emphasis, code and links. It makes the tokens that marked would make, many times quicker, and only where there is
 * nothing to decide; all else is left to marked. A property test holds the two to the same outline.
 */

import type { Token, Tokens } from "marked";

/** A run of text whose tokens are still to be made. */
export interface Queued {
  readonly src: string;
  readonly tokens: Token[];
}

export interface QuickBlocks {
  readonly tokens: readonly Token[];
  readonly queue: readonly Queued[];
}

/** The block tokens of a stretch whose every block is plain, as marked's `blockTokens` gives them; else `undefined`. */
export function quickBlocks(text: string): QuickBlocks | undefined {
  const tokens: Token[] = [];
  const queue: Queued[] = [];
  let at = 0;
  let afterList = false;
  while (at < text.length) {
    const blank = countBreaks(text, at);
    if (blank > 0) tokens.push({ type: "space", raw: text.slice(at, at + blank) });
    at += blank;
    if (at >= text.length) break;
    const parted = text.indexOf("\n\n", at);
    const end = parted < 0 ? (text.endsWith("\n") ? text.length - 1 : text.length) : parted;
    const token = quickBlock(text.slice(at, end), queue);
    // A list goes on over blank lines: whether two of them are one is for marked to say.
    if (token === undefined || (token.type === "list" && afterList)) return undefined;
    afterList = token.type === "list";
    tokens.push(token);
    at = end;
  }
  return { tokens, queue };
}

function countBreaks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) === 10) at++;
  return at - from;
}

/** A line that begins no block but a paragraph, nor is an underline: a letter, a quotation mark, a mask; simple markup. */
const plainStart = /^(?:[A-Za-zÀ-ÖØ-öø-ſ„“»(§€½¼¾\ue000\ua874\ua876]|\d+(?![\d.)])|\*{1,2}[^\s*]|`[^`]|\[(?![ xX]\])[^\]]*\](?!:))/;
const oddEnd = /[ \t]$/;

function quickBlock(text: string, queue: Queued[]): Token | undefined {
  switch (text.charCodeAt(0)) {
    case 35: // #
      return quickHeading(text, queue);
    case 45: // -
      return quickList(text, queue);
    case 124: // |
      return quickTable(text, queue);
    default: {
      const plain = text.split("\n").every((line) => plainStart.test(line) && !oddEnd.test(line));
      return plain ? { type: "paragraph", raw: text, text, tokens: inline(text, queue) } : undefined;
    }
  }
}

/** Plain text at once; a run with markup in it waits until all definitions are known. */
function inline(src: string, queue: Queued[]): Token[] {
  if (!markup.test(src)) return src === "" ? [] : [textToken(src)];
  const tokens: Token[] = [];
  queue.push({ src, tokens });
  return tokens;
}

function quickHeading(raw: string, queue: Queued[]): Tokens.Heading | undefined {
  const match = /^(#{1,6}) +([^\s#][^\n]*)$/.exec(raw);
  if (match === null || oddEnd.test(raw) || raw.endsWith("#")) return undefined;
  const [, marks = "", text = ""] = match;
  return { type: "heading", raw, depth: marks.length, text, tokens: inline(text, queue) };
}

function quickList(raw: string, queue: Queued[]): Tokens.List | undefined {
  const lines = raw.split("\n");
  const items: Tokens.ListItem[] = [];
  const own: Queued[] = [];
  for (const [i, line] of lines.entries()) {
    const text = line.slice(2);
    if (!line.startsWith("- ") || !plainStart.test(text) || oddEnd.test(text)) return undefined;
    const token: Tokens.Text = { type: "text", raw: text, text, tokens: inline(text, own) };
    items.push({
      type: "list_item",
      raw: i < lines.length - 1 ? `${line}\n` : line,
      task: false,
      loose: false,
      text,
      tokens: [token],
    });
  }
  queue.push(...own);
  return { type: "list", raw, ordered: false, start: "", loose: false, items };
}

const delimiters = /^\|(?: *:?-+:? *\|)+$/;

function quickTable(raw: string, queue: Queued[]): Tokens.Table | undefined {
  const [head = "", rule = "", ...body] = raw.split("\n");
  if (raw.includes("\\") || !delimiters.test(rule) || !isRow(head) || !body.every(isRow)) return undefined;
  const names = cellsOf(head);
  const align = cellsOf(rule).map(alignOf);
  if (names.length !== align.length) return undefined;
  const cell = (text: string, i: number, header: boolean): Tokens.TableCell => ({
    text,
    tokens: inline(text, queue),
    header,
    align: align[i] ?? null,
  });
  return {
    type: "table",
    raw,
    align,
    header: names.map((text, i) => cell(text, i, true)),
    rows: body.map((row) => {
      const cells = cellsOf(row);
      return names.map((_, i) => cell(cells[i] ?? "", i, false));
    }),
  };
}

function isRow(line: string): boolean {
  return line.length > 2 && line.startsWith("|") && line.endsWith("|");
}

function cellsOf(row: string): readonly string[] {
  const cells: string[] = [];
  for (let at = 1; at < row.length; ) {
    const end = row.indexOf("|", at);
    cells.push(row.slice(at, end).trim());
    at = end + 1;
  }
  return cells;
}

function alignOf(rule: string): "left" | "center" | "right" | null {
  const [left, right] = [rule.startsWith(":"), rule.endsWith(":")];
  return left && right ? "center" : left ? "left" : right ? "right" : null;
}

/** Characters that may mean more than themselves in a line of text. */
const markup = /[\\`*_~[\]<&@\n]|:\/\/|www\./;
/** `**words**`, `*words*`, `` `code` ``, `[words](address)`, with nothing inside that could mean more. */
const simple =
  /\*\*([^\\`*_~[\]<&@\n]+)\*\*|\*([^\\`*_~[\]<&@\n]+)\*|`([^`\n]+)`|\[([^\\`*_~[\]<&@\n!]+)\]\(((?:https?:\/\/|mailto:|#)?[A-Za-z0-9./#?=%+-]+)\)/g;
const wordBefore = /[\s(„»]$/;
const wordAfter = /^[\s.,;:?)“«]/;
const wordEnds = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u;

/** The inline tokens of a run of text, as marked's `inlineTokens` gives them, if all markup in it is simple; else `undefined`. */
export function quickInlines(src: string): Token[] | undefined {
  if (!markup.test(src)) return src === "" ? [] : [textToken(src)];
  const tokens: Token[] = [];
  let at = 0;
  simple.lastIndex = 0;
  for (let match = simple.exec(src); match !== null; match = simple.exec(src)) {
    const [raw, strong, em, code, label, href = ""] = match;
    const before = src.slice(at, match.index);
    const after = src.slice(simple.lastIndex, simple.lastIndex + 1);
    if (markup.test(before) || !stands(src.slice(0, match.index), after)) return undefined;
    const words = strong ?? em ?? label;
    if (words !== undefined && (!wordEnds.test(words) || markup.test(words))) return undefined;
    if (code !== undefined && (code.startsWith(" ") || code.endsWith(" "))) return undefined;
    if (before !== "") tokens.push(textToken(before));
    tokens.push(simpleToken(raw, { strong, em, code, label }, href));
    at = simple.lastIndex;
  }
  const rest = src.slice(at);
  if (markup.test(rest)) return undefined;
  if (rest !== "") tokens.push(textToken(rest));
  return tokens;
}

/** Between blanks and punctuation, where delimiters can only open on the left and close on the right. */
function stands(before: string, after: string): boolean {
  return (before === "" || wordBefore.test(before.slice(-1))) && (after === "" || wordAfter.test(after));
}

interface SimpleMatch {
  readonly strong: string | undefined;
  readonly em: string | undefined;
  readonly code: string | undefined;
  readonly label: string | undefined;
}

function simpleToken(raw: string, { strong, em, code, label }: SimpleMatch, href: string): Token {
  if (strong !== undefined) return { type: "strong", raw, text: strong, tokens: [textToken(strong)] };
  if (em !== undefined) return { type: "em", raw, text: em, tokens: [textToken(em)] };
  if (code !== undefined) return { type: "codespan", raw, text: code };
  return { type: "link", raw, href, title: null, text: label ?? "", tokens: [textToken(label ?? "")] };
}

function textToken(text: string): Tokens.Text {
  return { type: "text", raw: text, text };
}
