/** Words that say what a number of ours is: beside it in a sentence, in its row and column, in its key figure or on its map. */

import type { Unit } from "./content.ts";
import { blind, type Token } from "./tokens.ts";

/** What stands for a label now, and what was written. */
export interface ChangedLabel {
  readonly written: string;
  readonly found: string;
}

/** Words of a longer sentence before a colon are more than a name. */
const mostWords = 5;
/** So many words behind a number may stand before its noun. */
const reach = 3;

/** The words beside a number where both lines have such, and not the same. @param at index of the number */
export function changedBeside(written: readonly Token[], at: number, found: readonly Token[], now: number): readonly ChangedLabel[] {
  return [
    [nounBehind(written, at), nounBehind(found, now)],
    [nameBefore(written, at), nameBefore(found, now)],
  ].flatMap(([before, other]): readonly ChangedLabel[] =>
    before === undefined || other === undefined || blind(before) === blind(other) ? [] : [{ written: before, found: other }],
  );
}

/** "Personen" of "1.470 syrische Personen": German writes nouns with capitals. */
function nounBehind(tokens: readonly Token[], at: number): string | undefined {
  for (const { text } of tokens.slice(at + 1, at + 1 + reach)) {
    if (isNoun(text)) return text;
    if (!/^[\p{L}%‰€]/u.test(text)) return undefined;
  }
  return undefined;
}

/** "Polen" of "Polen 3.395" and "Polen, 3.395", "Übrige Länder" of "Übrige Länder: 2.045". */
function nameBefore(tokens: readonly Token[], at: number): string | undefined {
  const sign = tokens[at - 1]?.text ?? "";
  if (sign !== ":") {
    const text = tokens[/^[,(−-]$/.test(sign) ? at - 2 : at - 1]?.text ?? "";
    return isNoun(text) ? text : undefined;
  }
  const words: string[] = [];
  for (let i = at - 2; i >= 0; i -= 1) {
    const { text = "" } = tokens[i] ?? {};
    if (/^[.,;|!?:]$/.test(text)) break;
    words.unshift(text);
  }
  return words.length > 0 && words.length <= mostWords ? words.join(" ") : undefined;
}

function isNoun(text: string): boolean {
  return /^\p{Lu}\p{L}{2,}/u.test(text) && !/^(?:Mio|Mrd|Tsd|Millionen?|Milliarden?|Tausend|Prozent\p{L}*|Euro)$/u.test(text);
}

/** Names of rows and columns. @param row and `other` are lines of a table, of which `numbers` are texts of ours */
export function changedCells(row: string, other: string, numbers: readonly string[]): readonly ChangedLabel[] {
  const [cells, now] = [row.split(" | "), other.split(" | ")];
  return cells.flatMap((written, i): readonly ChangedLabel[] => {
    const found = now[i] ?? "";
    // With a column more or less only the first is surely the same.
    if (cells.length !== now.length && (i > 0 || now.includes(written))) return [];
    return isName(written, numbers) && isName(found, numbers) && blind(written) !== blind(found) ? [{ written, found }] : [];
  });
}

function isName(text: string, numbers: readonly string[]): boolean {
  return /\p{L}/u.test(text) && !numbers.some((number) => text.includes(number));
}

/** Names in a shape that shows a number by itself: a key figure, a place on a map. @param numbers texts of ours in it */
export function changedNames(unit: Unit, other: Unit, numbers: readonly string[]): readonly ChangedLabel[] {
  const [lines, now] = [unit, other].map(({ lines: own }) => own.map((line) => line.join(" ")));
  if (lines === undefined || now === undefined || !lines.some((line) => numbers.includes(line))) return [];
  const gone = lines.filter((line) => isName(line, numbers) && !/\d/.test(line) && !now.includes(line));
  const added = now.filter((line) => isName(line, numbers) && !/\d/.test(line) && !lines.includes(line));
  return gone.flatMap((written, i): readonly ChangedLabel[] => {
    const found = added[i];
    return found === undefined ? [] : [{ written, found }];
  });
}

/** Whether a shape is a label of others: such are named by what they say ("Gruppe: Niedersachsen"). */
export function isLabel({ role, shape, lines: [line = [], ...more] }: Unit): boolean {
  const text = line.join(" ");
  return role === "text" && more.length === 0 && /\p{L}/u.test(text) && shape.endsWith(text);
}
