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
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; ) {
    const [found] = match;
    const { index: start } = match;
    const end = start + found.length;
    match = token.exec(text);
    const after = text.slice(end, match?.index ?? text.length).trim();
    const plain = plainOf(found);
    all.push({ text: plain, lower: plain.toLowerCase(), start, end, kind: kindOf(found), after });
  }
  const sentences: Sentence[] = [];
  let words: Word[] = [];
  for (const [index, word] of all.entries()) {
    words.push(word);
    const next = all[index + 1];
    if (next !== undefined && words.length < mostWords && !(word.after !== "" && ends.test(word.after) && endsHere(word, next))) continue;
    sentences.push({ words, passage });
    words = [];
  }
  return sentences;
}

function kindOf(found: string): Word["kind"] {
  if (found === bound) return "bound";
  return /^[\d½¼¾⅓⅔]/.test(found) ? "number" : "word";
}

/** Without soft hyphens. */
function plainOf(found: string): string {
  return found.includes("\u00ad") ? found.replaceAll("\u00ad", "") : found;
}

function endsHere(word: Word, next: Word): boolean {
  if (!word.after.startsWith(".")) return true;
  // "14. April", "Nr. 17", "z. B."
  if (word.kind === "number" || abbreviations.has(word.lower) || word.text.length === 1) return false;
  return next.kind !== "word" || next.text.charAt(0) !== next.lower.charAt(0);
}

/** What a rule looks for: without a word of which that holds it finds nothing in a passage. A power of two. */
export type Sign = number;
type Asked = Pick<Word, "text" | "lower" | "kind">;

const signs: ((word: Asked) => boolean)[] = [];
/** The signs in stretches without a blank, asked once for each: texts are made of few. */
const known = new Map<string, number>();
const mostKnown = 20_000;

/** At most 31 of them: one for a rule, made once. */
export function signOf(ask: (word: Asked) => boolean): Sign {
  known.clear();
  return 1 << (signs.push(ask) - 1);
}

/** All signs of a text, without its sentences being made. No word has a blank in it, and of numbers each part is one. */
function signsIn(text: string): number {
  let found = 0;
  for (const stretch of text.split(" ")) {
    let own = known.get(stretch);
    if (own === undefined) {
      own = signsOfStretch(stretch);
      if (known.size >= mostKnown) known.clear();
      known.set(stretch, own);
    }
    found |= own;
  }
  return found;
}

function signsOfStretch(stretch: string): number {
  let found = 0;
  for (const word of stretch.match(token) ?? []) {
    const plain = plainOf(word);
    const asked: Asked = { text: plain, lower: plain.toLowerCase(), kind: kindOf(word) };
    for (let index = 0; index < signs.length; index++) if (signs[index]?.(asked) === true) found |= 1 << index;
  }
  return found;
}

interface Signed {
  /** Of all passages. */
  readonly all: number;
  readonly each: readonly { readonly passage: Passage; readonly signs: number }[];
}

const signed = new WeakMap<OutlineSlide, Signed>();

/** Those of the slide's passages that have the sign. */
export function passagesWith(sign: Sign, outline: OutlineSlide): readonly Passage[] {
  const { all, each } = signed.get(outline) ?? read(outline);
  if ((all & sign) === 0) return [];
  return each.flatMap(({ passage, signs: own }) => ((own & sign) === 0 ? [] : [passage]));
}

function read(outline: OutlineSlide): Signed {
  const each = passagesOf(outline).map((passage) => ({ passage, signs: signsIn(passage.text) }));
  const all = { each, all: each.reduce((sum, { signs: own }) => sum | own, 0) };
  signed.set(outline, all);
  return all;
}

/** What a rule finds in one passage. */
export type FindIn = (passage: Passage, outline: OutlineSlide) => readonly Omit<Finding, "slide">[];

/** Looks at each passage of each slide, or only at those with the sign; what was found on a slide that is the same object is kept. */
export function overPassages(findIn: FindIn, sign?: Sign): (input: LintInput) => readonly Finding[] {
  const findings = new WeakMap<OutlineSlide, readonly Finding[]>();
  return ({ slides }) =>
    slides.flatMap(({ outline }) => {
      let found = findings.get(outline);
      if (found === undefined) {
        const passages = sign === undefined ? passagesOf(outline) : passagesWith(sign, outline);
        found = passages.flatMap((passage) => findIn(passage, outline).map(({ span, message }) => ({ slide: outline.id, span, message })));
        findings.set(outline, found);
      }
      return found;
    });
}

/** A question about a single word, asked once for each: texts are made of few. */
export function remembered<Answer extends {}>(ask: (lower: string) => Answer): (lower: string) => Answer {
  const answers = new Map<string, Answer>();
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
