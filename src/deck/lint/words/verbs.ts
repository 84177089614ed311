/** Comparisons by verbs: what rose, fell, stayed as it was or drew level. */

import { clauseOf, isClauseEnd, isHypothetical } from "./clauses.ts";
import * as table from "./comparisons.ts";
import type { Kind } from "./kind.ts";
import { hasAmount, isCounted, isMeasuredNoun, unmeasured } from "./measured.ts";
import { isQuantity } from "./number-words.ts";
import * as relation from "./relation-words.ts";
import type { Word } from "./sentence.ts";

export const verbs: readonly Kind[] = [
  {
    begins: (lower) => table.changes.has(lower) || table.reflexive.has(lower) || table.overtakes.has(lower) || table.altered.test(lower),
    find: change,
  },
  { begins: (lower) => table.countedChanges.has(lower), find: countedChange },
  { begins: (lower) => lower === "zunehmend", find: increasingly },
  { begins: (lower) => table.countedReflexive.test(lower), find: countedReflexive },
  { begins: (lower) => table.gains.test(lower), find: gain },
  { begins: (lower) => table.split.some(({ verb }) => verb.test(lower)), find: splitVerb },
  { begins: (lower) => relation.falls.test(lower), find: falls },
  { begins: (lower) => relation.trends.some(({ verb }) => verb.test(lower)), find: trend },
];

/** "stieg", "hat sich verdoppelt", "ist rückläufig". */
function change(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined || !isChange(words, word)) return undefined;
  if (isHypothetical(words, index) || isOrigin(words, word)) return undefined;
  if (table.movers.has(word.lower) && isGrowingUp(words, index)) return undefined;
  return isOfNoNumber(words, index) || isOfJudgement(words, index) ? undefined : word;
}

/** "steigende Anforderungen". */
function isOfJudgement(words: readonly Word[], index: number): boolean {
  if (!/(?:nd|en|nk|pft)e[nrsm]?$|läufige[nrsm]?$/.test(words[index]?.lower ?? "")) return false;
  const noun = words[index + 1];
  return noun !== undefined && noun.text !== noun.lower && table.judgements.test(noun.lower) && !isMeasuredNoun(noun.lower);
}

function isChange(words: readonly Word[], { lower, text }: Word): boolean {
  // "der Anstieg" is a noun, and "Wachsen" has no number.
  if (table.changes.has(lower)) return text === lower || words[0]?.text === text;
  if (table.altered.test(lower)) return words.some((other) => table.measure.test(other.lower));
  if (table.reflexive.has(lower)) return words.some((other) => other.lower === "sich");
  return table.overtakes.has(lower) && words.some((other) => /^(?:hat|haben|hatte|wurde|wurden|überholte|überholten)$/.test(other.lower));
}

/** "Das Vertrauen ist gewachsen", "die Frist ist überschritten", "die Vorteile überwiegen". */
function isOfNoNumber(words: readonly Word[], index: number): boolean {
  const clause = clauseOf(words, index);
  if (hasAmount(clause)) return false;
  const judged = words[index]?.lower.startsWith("überw") === true;
  return clause.some(({ lower, text }) => text !== lower && (unmeasured.test(lower) || (judged && table.judgements.test(lower))));
}

/** "erholt sich der Arbeitsmarkt", "die Mieten explodieren": of what is counted only. */
function countedChange(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined || (word.text !== word.lower && index > 0) || isHypothetical(words, index)) return undefined;
  return hasAmount(words) ? word : undefined;
}

/** "Zunehmend ziehen Familien nach"; "das Thema wird zunehmend wichtiger" counts nothing. */
function increasingly(words: readonly Word[], index: number): Word | undefined {
  return isCounted(words) && !isHypothetical(words, index) ? words[index] : undefined;
}

/** "Die Wartezeiten verlängerten sich". */
function countedReflexive(words: readonly Word[], index: number): Word | undefined {
  const isItself = clauseOf(words, index).some(({ lower }) => lower === "sich");
  return isItself ? countedChange(words, index) : undefined;
}

/** "verlor erneut Einwohnerinnen und Einwohner". */
function gain(words: readonly Word[], index: number): Word | undefined {
  if (isHypothetical(words, index)) return undefined;
  return words.some(({ lower }) => table.gained.test(lower)) ? words[index] : undefined;
}

/** "die auf den Beschluss zurückgehen"; "auf 312 zurückgegangen" has come down. */
function isOrigin(words: readonly Word[], { lower }: Word): boolean {
  return /^zurückg[ei]/.test(lower) && isFrom(words);
}

function isFrom(words: readonly Word[]): boolean {
  const on = words.findIndex((other) => other.lower === "auf");
  const what = words[on + 1];
  return on >= 0 && what !== undefined && !isQuantity(what);
}

function isGrowingUp(words: readonly Word[], index: number): boolean {
  return words
    .slice(index + 1)
    .some((word, at, rest) => table.growingUp.has(word.lower) && (isClauseEnd(rest, at) || rest[at + 1]?.lower === "und"));
}

/** "nahm leicht ab", "geht seit Jahren zurück". */
function splitVerb(words: readonly Word[], index: number): Word | undefined {
  const [word, next] = [words[index], words[index + 1]];
  // "Gehen Sie zurück"
  if (word === undefined || next?.text === "Sie" || isHypothetical(words, index)) return undefined;
  for (const { verb, end, not, counted } of table.split) {
    if (!verb.test(word.lower)) continue;
    const at = words.findIndex((other, place) => place > index && (isClauseEnd(words, place) || end.test(other.lower)));
    const last = words[at];
    if (last === undefined || !end.test(last.lower) || !isClauseEnd(words, at)) continue;
    const between = words.slice(index + 1, at);
    if (not !== undefined && between.some(({ lower }) => not.test(lower))) continue;
    if (last.lower === "zurück" && (isFrom(between) || between.some(({ lower }) => /^(?:jahre|lange|monate|wochen)$/.test(lower))))
      continue;
    if (counted === true ? isCounted(words) : !isOfNoNumber(words, index)) return last;
  }
  return undefined;
}

/** "Die Quote fällt", "fällt weiter": not "fällt auf". */
function falls(words: readonly Word[], index: number): Word | undefined {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || word.text !== word.lower) return undefined;
  if (!words.some(({ lower }) => table.measure.test(lower)) || isHypothetical(words, index)) return undefined;
  return isClauseEnd(words, index) || relation.howItFalls.test(next?.lower ?? "") ? word : undefined;
}

/** Verbs that say nothing of numbers without something that is counted or goes on: "Der Trend hält an", "bricht die Zahl ein". */
function trend(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined || isHypothetical(words, index)) return undefined;
  for (const { verb, end, company } of relation.trends) {
    if (!verb.test(word.lower) || !words.some(({ lower }) => company.test(lower))) continue;
    const at = words.findIndex((other, spot) => spot > index && (end.test(other.lower) || isClauseEnd(words, spot)));
    const last = words[at];
    if (last !== undefined && end.test(last.lower) && isClauseEnd(words, at)) return last;
  }
  return undefined;
}
