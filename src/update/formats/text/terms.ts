/** Words found and kept without cutting each one out of its text: codes and labels recur in a million rows. */

import { detached } from "./reader.ts";

/** A set of words that can be asked for a piece of a text. */
export class Terms {
  private readonly slots = new Map<number, string[]>();
  private size = 0;

  constructor(words: Iterable<string> = []) {
    for (const word of words) this.add(word);
  }

  add(word: string): void {
    if (this.find(word, 0, word.length) !== undefined) return;
    const hash = hashOf(word, 0, word.length);
    const slot = this.slots.get(hash);
    if (slot === undefined) this.slots.set(hash, [word]);
    else slot.push(word);
    this.size++;
  }

  /** The word that stands there if it is one of these. Makes nothing new. */
  find(text: string, start: number, end: number): string | undefined {
    const slot = this.slots.get(hashOf(text, start, end));
    if (slot === undefined) return undefined;
    for (const word of slot) if (stands(word, text, start, end)) return word;
    return undefined;
  }

  /** The word that stands there, always the same string for the same word. */
  take(text: string, start: number, end: number): string {
    const known = this.find(text, start, end);
    if (known !== undefined) return known;
    const word = detached(text.slice(start, end));
    // A file without end of different words is not kept.
    if (this.size < 100_000) this.add(word);
    return word;
  }
}

/** Whether exactly this word stands there. */
export function stands(word: string, text: string, start: number, end: number): boolean {
  return end - start === word.length && text.startsWith(word, start);
}

function hashOf(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}
