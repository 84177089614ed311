/** A line in words, numbers and signs, and how two lines of them lie beside each other. */

export interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isNumber: boolean;
}

/** Numbers with their separators ("17.135", "17 135", "9,97", "31.12.2016"), words, single signs. */
const pattern = /\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,:/]\d+)*|\p{L}[\p{L}\p{M}\p{N}]*|[^\s]/gu;

/** @param text as `plain` makes it */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    text: found,
    from: index,
    to: index + found.length,
    isNumber: /^\d/.test(found),
  }));
}

/** The text with a sign for each digit: two texts with the same blind differ in their digits only. */
export function blind(text: string): string {
  return text.replaceAll(/\d+/g, "#");
}

/** Cells of this table are reckoned at most; longer lists are laid side by side from both ends only. */
const mostCells = 4_000_000;

/** The longest common subsequence: indexes in both lists, ascending. */
export function align<T>(a: readonly T[], b: readonly T[]): readonly (readonly [number, number])[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const pairs: (readonly [number, number])[] = Array.from({ length: start }, (_, i) => [i, i]);
  pairs.push(...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)).map(([i, j]) => [i + start, j + start] as const));
  for (let i = end; i > 0; i -= 1) pairs.push([a.length - i, b.length - i]);
  return pairs;
}

function middle<T>(a: readonly T[], b: readonly T[]): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  if (a.length === 0 || b.length === 0 || (a.length + 1) * width > mostCells) return [];
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** How alike two texts are, from 0 to 1: the share of their words that both have, digits not told apart. */
export function likeness(a: string, b: string): number {
  const [words, others] = [wordsOf(a), wordsOf(b)];
  if (words.length === 0 || others.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of others) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return (2 * shared) / (words.length + others.length);
}

function wordsOf(text: string): readonly string[] {
  return blind(text.toLowerCase()).match(/[\p{L}#]+/gu) ?? [];
}
