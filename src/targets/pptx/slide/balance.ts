/**
 * Titles of several lines broken as the browser breaks them, `text-wrap: balance`: PowerPoint fills each line and may leave
 * one word for the last. A line break would stay in the title wherever it is used, in the outline and when it is edited;
 * so words that must not go up are joined by no-break blanks instead, and no others.
 */

import { breakLines } from "../../../scene/measure.ts";
import type { TextStyle } from "../../../../theme/tokens.ts";
import type { Run } from "./content.ts";
import { textOfRuns } from "./runs.ts";

const noBreak = "\u00a0";

/** Longer texts are no titles: the browser balances only few lines, too. */
const mostLines = 3;

/** Part of the line by which joined words are too wide, if they can be: PowerPoint measures a little otherwise. */
const margin = 0.01;

/**
 * The runs with some blanks made no-break; the same ones where greedy lines are balanced already, or where joining words
 * cannot make them so. Never more lines than before.
 *
 * @param width of a line, px
 */
export function balanced(runs: readonly Run[], width: number, style: TextStyle): readonly Run[] {
  // A line break of the author's is no text to balance, and code has letters of another width.
  if (runs.some(({ text, code }) => text === "\n" || code)) return runs;
  const text = textOfRuns(runs);
  const glued = balancedText(text, width, style);
  if (glued === text) return runs;
  let at = 0;
  return runs.map((run) => {
    const from = at;
    at += run.text.length;
    return { ...run, text: glued.slice(from, at) };
  });
}

/** As {@link balanced}, for a text of one look. As long as the text that was given. */
export function balancedText(text: string, width: number, style: TextStyle): string {
  const lines = (words: string, room: number): readonly string[] =>
    breakLines(words, room, style.size, style.weight === 700 ? "bold" : "regular");
  const greedy = lines(text, width);
  if (greedy.length < 2 || greedy.length > mostLines) return text;
  const wanted = lines(
    text,
    narrowest((room) => lines(text, room).length <= greedy.length, width),
  );
  if (isSame(wanted, greedy)) return text;
  const starts = startsOf(wanted, text);
  if (starts === undefined) return text;
  for (const part of [margin, 0]) {
    const glued = glue(text, starts, (line) => lines(line, width * (1 + part)).length > 1);
    if (isSame(lines(glued, width).map(withBlanks), wanted.map(withBlanks))) return glued;
  }
  return text;
}

/** To a tenth of a px; `enough` must hold for `width`. */
function narrowest(enough: (width: number) => boolean, width: number): number {
  let [least, most] = [0, width];
  while (most - least > 0.1) {
    const middle = (least + most) / 2;
    if (enough(middle)) most = middle;
    else least = middle;
  }
  return most;
}

/** Where each line but the first begins; `undefined` where a word was divided. */
function startsOf(lines: readonly string[], text: string): readonly number[] | undefined {
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    if (at > 0) starts.push(at);
    // A no-break hyphen shows as a hyphen.
    if (text.slice(at, at + line.length).replaceAll("\u2011", "-") !== line.replaceAll("\u2011", "-")) return undefined;
    at += line.length;
    if (text[at] === " ") at += 1;
  }
  return at === text.length ? starts : undefined;
}

/** Joins the words from each start on, as many as are too wide for the line before, or all of the line. */
function glue(text: string, starts: readonly number[], isTooWide: (line: string) => boolean): string {
  let glued = text;
  for (const [i, start] of starts.entries()) {
    const [before, after] = [starts[i - 1] ?? 0, starts[i + 1] ?? text.length];
    const end = text[after - 1] === " " ? after - 1 : after;
    for (let stop = start; stop < end; ) {
      const blank = text.indexOf(" ", stop + 1);
      stop = blank < 0 || blank > end ? end : blank;
      glued = glued.slice(0, start) + text.slice(start, stop).replaceAll(" ", noBreak) + text.slice(stop);
      if (isTooWide(glued.slice(before, stop))) break;
    }
  }
  return glued;
}

function withBlanks(line: string): string {
  return line.replaceAll(noBreak, " ");
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((line, i) => line === others[i]);
}
