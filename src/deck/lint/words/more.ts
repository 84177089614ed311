/** "mehr" and "weniger" without "als": "mehr Zuzüge", "das Land zahlt weniger". */

import { clauseOf, isClauseEnd, isHypothetical, isProportion, nounAfter } from "./clauses.ts";
import * as table from "./comparisons.ts";
import type { Kind } from "./kind.ts";
import { isCountable } from "./measured.ts";
import { isQuantity } from "./number-words.ts";
import * as relation from "./relation-words.ts";
import type { Word } from "./sentence.ts";

export const more: readonly Kind[] = [
  { begins: (lower) => /^(?:mehr|weniger)$/.test(lower), find: moreOf },
  { begins: (lower) => /^(?:mehr|weniger)$/.test(lower), find: justMore },
];

/** "Mehr Zuzüge, weniger Geburten", "in Garrel leben mehr Kinder"; "wir brauchen mehr Frauen in Räten" is a wish. */
function moreOf(words: readonly Word[], index: number): Word | undefined {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || next === undefined || word.after !== "") return undefined;
  const [number, or] = [words[index - 2], words[index - 1]];
  // "Gebäude mit drei oder mehr Wohnungen" names a class.
  if (or?.lower === "oder" && number !== undefined && isQuantity(number)) return undefined;
  if (or?.lower === "nicht" || isProportion(words) || isHypothetical(words, index) || isWish(words)) return undefined;
  const noun = nounAfter(words, index, 2);
  if (noun === undefined) return undefined;
  if (relation.counted.test(noun.lower)) return noun;
  const isAlone = noun === next || /e[nrsm]?$/.test(next.lower);
  return isAlone && isCountable(noun.lower) && !isAppeal(words, index) ? noun : undefined;
}

/** "Jahr für Jahr" wishes nothing. */
function isWish(words: readonly Word[]): boolean {
  return words.some(({ lower }, at) => relation.wishes.test(lower) && !(lower === "für" && words[at - 1]?.lower === words[at + 1]?.lower));
}

/** "Mehr Frauen in die Räte", "Weniger Worte!", "dort lebt niemand mehr". */
function isAppeal(words: readonly Word[], index: number): boolean {
  if (words.at(-1)?.after.startsWith("!") === true) return true;
  // "Mehr Lehrkräfte einzustellen, …"
  if (words.some(({ lower, text }) => text === lower && /^(?:ein|auf|an|ab|aus|vor|her|bereit|zu|fest)zu\p{L}{3,}n$/u.test(lower)))
    return true;
  // "Dank mehr Ehrenamtlicher bleibt die Bücherei geöffnet"
  if (/^(?:ohne|dank|durch|mit|wegen)$/.test(words[index - 1]?.lower ?? "")) return true;
  const isTold = ({ lower, text }: Word, at: number): boolean =>
    /^(?:wir|ich|euch|ihr)$/.test(lower) || (lower === "uns" && words[at - 1]?.lower !== "bei") || (text === "Sie" && at > 0);
  if (words.some(isTold)) return true;
  if (clauseOf(words, index).some(({ lower }) => /^(?:nicht|nichts|keine?[nrsm]?|nie|niemals|niemand|niemandem)$/.test(lower))) return true;
  return words.some(
    ({ lower }, at) => lower === "in" && /^(?:die|den)$/.test(words[at + 1]?.lower ?? "") && index === 0 && at <= index + 2,
  );
}

/** "Das Land zahlt weniger", "es werden mehr"; not "nicht mehr", "mehr oder weniger", "einmal mehr". */
function justMore(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined || !isClauseEnd(words, index) || isHypothetical(words, index)) return undefined;
  const clause = clauseOf(words, index);
  if (clause.some(({ lower }) => table.noMore.test(lower)) || isWish(words)) return undefined;
  return clause.some(({ lower }) => table.amountsTo.test(lower)) ? word : undefined;
}
