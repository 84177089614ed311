/** Comparisons by verbs: what rose, fell, stayed as it was or drew level. */

import { clauseOf, isClauseEnd, isHypothetical, nounAfter } from "./clauses.ts";
import * as table from "./comparisons.ts";
import type { Kind } from "./kind.ts";
import { hasAmount, isCounted, isMeasuredNoun, isPerson, unmeasured } from "./measured.ts";
import { isQuantity } from "./number-words.ts";
import * as relation from "./relation-words.ts";
import { joined, separated } from "./separable.ts";
import type { Word } from "./sentence.ts";

export const verbs: readonly Kind[] = [
  {
    begins: (lower) => table.changes.has(lower) || table.reflexive.has(lower) || table.overtakes.has(lower) || table.altered.test(lower),
    find: change,
  },
  { begins: (lower) => table.countedChanges.has(lower) || joined.has(lower), find: countedChange },
  { begins: (lower) => lower === "zunehmend", find: increasingly },
  { begins: (lower) => table.countedReflexive.test(lower), find: countedReflexive },
  { begins: (lower) => table.gains.test(lower), find: gain },
  { begins: (lower) => table.split.some(({ verb }) => verb.test(lower)), find: splitVerb },
  { begins: (lower) => relation.falls.test(lower), find: falls },
  { begins: (lower) => table.achieved.test(lower), find: achieved },
  { begins: (lower) => relation.trends.some(({ verb }) => verb.test(lower)), find: trend },
  { begins: (lower) => separated.has(lower), find: separableVerb },
];

/** "stieg", "hat sich verdoppelt", "ist rückläufig". */
function change(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined || !isChange(words, index, word)) return undefined;
  // "Bei steigenden Zahlen greift die Vereinbarung": a condition.
  if (words[index - 1]?.lower === "bei" && word.lower.endsWith("nden")) return undefined;
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

function isChange(words: readonly Word[], index: number, { lower, text }: Word): boolean {
  // "der Anstieg" is a noun, and "Wachsen" has no number.
  if (table.changes.has(lower)) return text === lower || (words[0]?.text === text && words[1]?.lower !== "und");
  if (table.altered.test(lower)) return isAltered(words, index);
  // "verpflichtet sich, den Ausstoß zu verringern"
  if (table.reflexive.has(lower)) return words.some((other) => other.lower === "sich") && words[index - 1]?.lower !== "zu";
  return table.overtakes.has(lower) && words.some((other) => /^(?:hat|haben|hatte|wurde|wurden|überholte|überholten)$/.test(other.lower));
}

/** "haben sich die Zahlen kaum verändert", "die Mieten fielen"; costs that "fielen an" did not fall. */
function isAltered(words: readonly Word[], index: number): boolean {
  const word = words[index]?.lower;
  const clause = clauseOf(words, index);
  if (clause.some((other) => table.measure.test(other.lower))) return true;
  if (word?.startsWith("fiel") !== true || !hasAmount(clause)) return false;
  return !clause.some(
    ({ lower }, at) => /^(?:an|aus|auf|ein|um|weg|unter)$/.test(lower) && (endsVerb(clause, at) || clause[at - 1]?.lower === word),
  );
}

/** "Das Vertrauen ist gewachsen", "die Frist ist überschritten", "die Vorteile überwiegen". */
function isOfNoNumber(words: readonly Word[], index: number): boolean {
  const clause = clauseOf(words, index);
  if (hasAmount(clause)) return false;
  // "Wir sind gewachsen"
  if (table.movers.has(words[index]?.lower ?? "") && clause.some(({ lower }) => /^(?:wir|ich|uns)$/.test(lower))) return true;
  const judged = /^über[wts]/.test(words[index]?.lower ?? "");
  return clause.some(
    ({ lower, text }) =>
      text !== lower &&
      (unmeasured.test(lower) || (judged && (table.judgements.test(lower) || /^(?:erwartungen|möglichkeiten|befürchtungen)$/.test(lower)))),
  );
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
  const clause = clauseOf(words, index);
  // "gewinnt an Fläche", "gewannen Schülerinnen": who wins them over says so of itself
  const isMore =
    clause.some(({ lower }, at) => lower === "an" && isMeasuredNoun(clause[at + 1]?.lower ?? "")) ||
    isPerson(nounAfter(words, index, 2)?.lower ?? "");
  const isOurs = words.some(({ lower, text }) => /^(?:wir|uns|ich|für)$/.test(lower) || text === "Sie");
  return words.some(({ lower }) => table.gained.test(lower)) || (isMore && !isOurs) ? words[index] : undefined;
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
    if (last !== undefined && end.test(last.lower) && endsVerb(words, at)) return last;
  }
  return undefined;
}

/** "fiel hinter das Land zurück", "knickt die Nachfrage ein": of what is counted, or where only numbers move so. */
function separableVerb(words: readonly Word[], index: number): Word | undefined {
  const [word, next] = [words[index], words[index + 1]];
  // "Holen Sie auf"
  if (word === undefined || word.text !== word.lower || next?.text === "Sie" || isHypothetical(words, index)) return undefined;
  const ends = separated.get(word.lower);
  for (let at = index + 1; at < words.length; at++) {
    const company = ends?.get(words[at]?.lower ?? "");
    if (company !== undefined && endsVerb(words, at)) return company === "any" || isCourse(words) ? words[at] : undefined;
    if (isClauseEnd(words, at)) return undefined;
  }
  return undefined;
}

/** "Die Wartezeit konnte verkürzt werden", "wurde der Anteil gesteigert". */
function achieved(words: readonly Word[], index: number): Word | undefined {
  if (isHypothetical(words, index)) return undefined;
  const clause = clauseOf(words, index);
  const isDone = clause.some(({ lower }) => /^(?:konnte|konnten|wurde|wurden)$/.test(lower));
  return isDone && clause.some(({ lower }) => table.achievable.test(lower)) ? words[index] : undefined;
}

function isCourse(words: readonly Word[]): boolean {
  return hasAmount(words) || words.some(({ lower, text }) => text !== lower && relation.course.test(lower));
}

/** Whether the last word of a verb may stand there: "schneidet besser ab als das Land". */
function endsVerb(words: readonly Word[], index: number): boolean {
  return isClauseEnd(words, index) || /^(?:als|wie|und|oder)$/.test(words[index + 1]?.lower ?? "");
}
