/** Words for people that name men only. */

import { wordingInstead } from "../../../source/messages/lint-words.ts";
import { type Passage, passagesOf } from "../passages.ts";
import type { Finding, LintInput, Rule } from "../rule.ts";
import { passagesWith, sentencesOf, signOf, type Word } from "./sentence.ts";
import { terms } from "./terms.ts";

export const wording: Rule = { severity: "warning", find };

type Found = Omit<Finding, "slide">;
const known = new WeakMap<Passage, { readonly terms: ReadonlyMap<string, string>; readonly found: readonly Found[] }>();
const own = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, string>>();

/** What a deck adds itself has no sign: then all passages are read. */
const listed = signOf(({ text }) => terms.has(text));

function find({ deck, slides }: LintInput): readonly Finding[] {
  const all = termsOf(deck.wording);
  return slides.flatMap(({ outline }) =>
    (deck.wording === undefined ? passagesWith(listed, outline) : passagesOf(outline)).flatMap((passage) => {
      let kept = known.get(passage);
      if (kept?.terms !== all) {
        kept = { terms: all, found: findIn(passage, all) };
        known.set(passage, kept);
      }
      return kept.found.map(({ span, message }) => ({ slide: outline.id, span, message }));
    }),
  );
}

/** The house's terms and the deck's above them; `off` takes one out, with all its endings. */
function termsOf(wanted: ReadonlyMap<string, string> | undefined): ReadonlyMap<string, string> {
  if (wanted === undefined) return terms;
  let result = own.get(wanted);
  if (result === undefined) {
    const changed = new Map(terms);
    for (const [term, instead] of wanted) {
      for (const ending of ["", "n", "s", "en"]) {
        if (instead === "off") changed.delete(term + ending);
        else if (ending === "" || changed.has(term + ending)) changed.set(term + ending, instead);
      }
    }
    result = changed;
    own.set(wanted, result);
  }
  return result;
}

export function findIn(passage: Passage, all: ReadonlyMap<string, string>): readonly Found[] {
  const inNames = namesOf(all).flatMap(([term, instead]) => namesIn(passage, term, instead));
  const inWords = sentencesOf(passage).flatMap(({ words }) =>
    words.flatMap((word, index) => {
      const instead = word.kind === "word" ? all.get(word.text) : undefined;
      if (instead === undefined || isPaired(words, index, instead)) return [];
      return [{ span: passage.place(word.start, word.end), message: wordingInstead(word.text, instead) }];
    }),
  );
  return [...inWords, ...inNames];
}

type Term = readonly [term: string, instead: string];
const several = new WeakMap<ReadonlyMap<string, string>, readonly Term[]>();

/** The terms of several words; picked out once for all passages. */
function namesOf(all: ReadonlyMap<string, string>): readonly Term[] {
  let names = several.get(all);
  if (names === undefined) several.set(all, (names = [...all].filter(([term]) => term.includes(" "))));
  return names;
}

/** Terms of several words, such as names of networks, word for word as the deck says them. */
function namesIn(passage: Passage, term: string, instead: string): readonly Found[] {
  const found: Found[] = [];
  for (let at = passage.text.indexOf(term); at >= 0; at = passage.text.indexOf(term, at + term.length)) {
    found.push({ span: passage.place(at, at + term.length), message: wordingInstead(term, instead) });
  }
  return found;
}

/**
 * Beside its feminine, joined by "und", "oder", "bzw.", a slash; or in front of a gap ("Ausländer/-innen"). What a deck
 * says itself may hold the word, too: it is then right as it is.
 */
function isPaired(words: readonly Word[], index: number, instead: string): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (/^[/*:_(]-?$/.test(word.after) && words[index + 1]?.lower.startsWith("innen") === true) return true;
  const stem = stemOf(word.lower);
  const near = words.slice(Math.max(0, index - 4), index + 5);
  const joined = near.some(({ lower, after }) => /^(?:und|oder|bzw|sowie|beziehungsweise)$/.test(lower) || after === "/" || after === "&");
  if (joined && near.some(({ lower }) => /in(?:nen)?$/.test(lower) && stemOf(lower.replace(/in(?:nen)?$/, "")) === stem)) return true;
  return words
    .slice(index)
    .map(({ text }) => text)
    .join(" ")
    .startsWith(instead);
}

/** Without its ending, and umlauts as they may be before "-innen". */
function stemOf(lower: string): string {
  return lower
    .replace(/(?:en|n|s)$/, "")
    .replaceAll("ä", "a")
    .replaceAll("ö", "o")
    .replaceAll("ü", "u");
}
