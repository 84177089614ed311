/** Comparisons that nothing holds to the numbers: they stay on the slide when new data have made them false. */

import { unprovedComparison as message } from "../../../source/messages/lint-words.ts";
import { wordsOf } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { isAsked, isBidden } from "./clauses.ts";
import { degrees } from "./degrees.ts";
import type { Kind } from "./kind.ts";
import { nouns } from "./nouns.ts";
import { legends } from "./relation-words.ts";
import { relations } from "./relations.ts";
import { overPassages, remembered, type Sentence, sentencesOf, signOf, type Word } from "./sentence.ts";
import { superlatives } from "./superlatives.ts";
import { verbs } from "./verbs.ts";

export const unprovedComparison: Rule = {
  severity: "warning",
  find: overPassages(
    (passage) =>
      sentencesOf(passage).flatMap((sentence) =>
        comparisonsIn(sentence).map(([from, to]) => ({
          span: passage.place(from.start, to.end),
          message: message(wordsOf(passage, from.start, to.end)),
        })),
      ),
    signOf(({ kind, lower }) => kind === "word" && kindsOf(lower).length > 0),
  ),
};

type Stretch = readonly [from: Word, to: Word];

const kinds: readonly Kind[] = [...verbs, ...nouns, ...superlatives, ...degrees, ...relations];

/** The kinds of comparison that begin with a word: of nearly all words none. */
const kindsOf: (lower: string) => readonly Kind[] = remembered((lower) => kinds.filter(({ begins }) => begins(lower)));

/** The comparisons of a sentence, in its order; each word belongs to one at most. */
export function comparisonsIn({ words }: Sentence): readonly Stretch[] {
  // "Wo wächst es?" states nothing.
  if (words.at(-1)?.after.startsWith("?") === true) return [];
  const found: Stretch[] = [];
  for (const [index, word] of words.entries()) {
    const last = found.at(-1)?.[1];
    if (word.kind !== "word" || (last !== undefined && word.start < last.end)) continue;
    for (const { find } of kindsOf(word.lower)) {
      const end = find(words, index);
      if (end === undefined || isAsked(words, index) || isBidden(words, index)) continue;
      found.push([word, end]);
      break;
    }
  }
  // How to read a chart says nothing of what it shows.
  return found.length > 0 && words.some(({ lower }) => legends.test(lower)) ? [] : found;
}
