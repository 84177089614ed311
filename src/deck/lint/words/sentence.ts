/** A passage in sentences, a sentence in words: what the rules over words read. Linear in the text's length. */

import type { OutlineSlide } from "../../outline.ts";
import { bound, type Passage, passagesOf } from "../passages.ts";
import type { Finding, LintInput } from "../rule.ts";

export interface Word {
  /** Letters, or digits with their separators, or {@link bound}. */
  readonly text: string;
  readonly lower: string;
  /** Offsets in the passage. */
  readonly start: number;
  readonly end: number;
  readonly kind: "word" | "number" | "bound";
  /** What stands between this word and the next, trimmed: punctuation and signs. */
  readonly after: string;
}

export interface Sentence {
  readonly words: readonly Word[];
  readonly passage: Passage;
}

/**
 * Letters with hyphens and inner apostrophes; numbers with thousands, decimals and what they are joined with; the sign
 * for what is bound. Each alternative begins with another kind of character, so that nothing is read twice.
 */
const token =
  /\ufffc|\p{L}[\p{L}\p{M}\u00ad]*(?:[-’'*:_/](?=\p{L})[\p{L}\p{M}\u00ad]+|-?\d+)*|\d+(?:[.,]\d+)*(?:[  ]\d{3}(?!\d))*(?:,\d+)?|[½¼¾⅓⅔]/gu;
/** Signs after which a sentence ends, if a new one begins. */
const ends = /[.!?;:]["“”»«)]{0,4}$/;

const kept = new WeakMap<Passage, readonly Sentence[]>();

export function sentencesOf(passage: Passage): readonly Sentence[] {
  let sentences = kept.get(passage);
  if (sentences === undefined) {
    sentences = split(passage);
    kept.set(passage, sentences);
  }
  return sentences;
}

/** No sentence has more words: rules look around in the whole of one, which must not grow with the text. */
const mostWords = 120;

/** Abbreviations whose full stop ends no sentence. */
const abbreviations: ReadonlySet<string> = new Set(
  "abb abs art az bd bsp bzw ca d dr etc evtl f ff gem ggf h hr inkl insb i jg jh kap lfd lt max mbl mind mio mrd nds nr o prof rd s sog st std str tab tel tsd u usw v vgl z ziff zzgl".split(
    " ",
  ),
);

function split(passage: Passage): readonly Sentence[] {
  const { text } = passage;
  const all: Word[] = [];
  const matches = [...text.matchAll(token)];
  for (const [index, match] of matches.entries()) {
    const [found] = match;
    const end = match.index + found.length;
    const after = text.slice(end, matches[index + 1]?.index ?? text.length).trim();
    const kind = found === bound ? "bound" : /^[\d½¼¾⅓⅔]/.test(found) ? "number" : "word";
    const plain = found.replaceAll("\u00ad", "");
    all.push({ text: plain, lower: plain.toLowerCase(), start: match.index, end, kind, after });
  }
  const sentences: Sentence[] = [];
  let words: Word[] = [];
  for (const [index, word] of all.entries()) {
    words.push(word);
    const next = all[index + 1];
    if (next !== undefined && words.length < mostWords && !(ends.test(word.after) && endsHere(word, next))) continue;
    sentences.push({ words, passage });
    words = [];
  }
  return sentences;
}

function endsHere(word: Word, next: Word): boolean {
  if (!word.after.startsWith(".")) return true;
  // "14. April", "Nr. 17", "z. B."
  if (word.kind === "number" || abbreviations.has(word.lower) || word.text.length === 1) return false;
  return next.kind !== "word" || next.text.charAt(0) !== next.lower.charAt(0);
}

/** What a rule finds in one passage. */
export type FindIn = (passage: Passage, outline: OutlineSlide) => readonly Omit<Finding, "slide">[];

/** Looks at each passage of each slide; what was found on a slide that is the same object is kept. */
export function overPassages(findIn: FindIn): (input: LintInput) => readonly Finding[] {
  const known = new WeakMap<OutlineSlide, readonly Finding[]>();
  return ({ slides }) =>
    slides.flatMap(({ outline }) => {
      let found = known.get(outline);
      if (found === undefined) {
        found = passagesOf(outline).flatMap((passage) =>
          findIn(passage, outline).map(({ span, message }) => ({ slide: outline.id, span, message })),
        );
        known.set(outline, found);
      }
      return found;
    });
}

/** A question about a single word, asked once for each: texts are made of few. */
export function remembered(ask: (lower: string) => boolean): (lower: string) => boolean {
  const answers = new Map<string, boolean>();
  return (lower) => {
    let answer = answers.get(lower);
    if (answer === undefined) {
      answer = ask(lower);
      if (answers.size >= 20_000) answers.clear();
      answers.set(lower, answer);
    }
    return answer;
  };
}
