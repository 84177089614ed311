/** Words that recur in a million rows: found in place, made text once. */

/** A word of a file. */
export interface Term {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly wanted: boolean;
}

/** A file without end of different words is not kept. */
const mostKept = 100_000;

export class Terms {
  private readonly slots = new Map<number, Term[]>();
  private readonly turn: (bytes: Uint8Array) => string;
  private readonly wants: (text: string) => boolean;
  private size = 0;

  /**
   * @param turn what a word's bytes are as text
   * @param wants asked once for each word kept
   */
  constructor(turn: (bytes: Uint8Array) => string, wants: (text: string) => boolean = () => true) {
    this.turn = turn;
    this.wants = wants;
  }

  /** The word that stands there; the same object for the same word. Makes nothing new for one that is known. */
  at(bytes: Uint8Array, start: number, end: number): Term {
    let hash = end - start;
    // Small enough to be no object.
    for (let place = start; place < end; place++) hash = (Math.imul(hash, 31) + (bytes[place] ?? 0)) & 0x3fff_ffff;
    const slot = this.slots.get(hash);
    if (slot !== undefined) for (const term of slot) if (stands(term.bytes, bytes, start, end)) return term;
    // A copy: what `slice` of a Buffer gives changes with its block.
    return this.make(Uint8Array.from(bytes.subarray(start, end)), hash, slot);
  }

  private make(bytes: Uint8Array, hash: number, slot: Term[] | undefined): Term {
    const text = this.turn(bytes);
    const term: Term = { bytes, text, wanted: this.wants(text) };
    if (this.size < mostKept) {
      this.size++;
      if (slot === undefined) this.slots.set(hash, [term]);
      else slot.push(term);
    }
    return term;
  }
}

/** Whether exactly this word stands there. */
export function stands(word: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== word.length) return false;
  for (let at = 0; at < word.length; at++) if (word[at] !== bytes[start + at]) return false;
  return true;
}
