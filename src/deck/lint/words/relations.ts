/** Comparisons by where something stands among others: "dicht hinter Rumänien", "kein anderer Landkreis", "die jüngste Bevölkerung". */

import { isClauseEnd, isHypothetical, nounAfter } from "./clauses.ts";
import * as table from "./comparisons.ts";
import * as relation from "./relation-words.ts";
import { isCardinal } from "./number-words.ts";
import type { Word } from "./sentence.ts";

/** "liegt vor Vechta", "folgt dicht hinter Rumänien", "hinter dem Land"; not "vor dem Rathaus", "kurz vor Beginn". */
export function behind(words: readonly Word[], index: number): Word | undefined {
  const [before, word, next] = [words[index - 1], words[index], words[index + 1]];
  if (word === undefined || next === undefined || !relation.before.test(word.lower) || word.after !== "") return undefined;
  if (isHypothetical(words, index)) return undefined;
  const noun = nounAfter(words, index);
  if (noun === undefined || noun.kind !== "word" || relation.noRival.test(noun.lower)) return undefined;
  if (before !== undefined && relation.closely.test(before.lower)) return noun;
  const ranks = words.some(({ lower }) => relation.ranks.test(lower));
  // A name without an article, or a land, a district, an average.
  return ranks && (noun === next || relation.compared.test(noun.lower) || table.average.test(noun.lower)) ? noun : undefined;
}

/** "kein anderer Landkreis", "kaum eine andere Gemeinde", "wie nirgends sonst". */
export function unequalled(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined) return undefined;
  if (/^kaum$|^kein/.test(word.lower)) {
    const at = words.findIndex(({ lower }, other) => other > index && other <= index + 2 && /^andere[rsnm]?$/.test(lower));
    const noun = at < 0 ? undefined : nounAfter(words, at, 2);
    return noun !== undefined && relation.compared.test(noun.lower) ? noun : undefined;
  }
  // "Nirgends leben mehr Kinder", "noch nie waren es weniger"
  const isNever =
    /^(?:nirgends|nirgendwo)$/.test(word.lower) || (word.lower === "nie" && /^(?:noch|wie)$/.test(words[index - 1]?.lower ?? ""));
  if (!isNever) return undefined;
  return words.slice(index + 1, index + 8).find(({ lower }) => table.comparative.test(lower));
}

/** "die jüngste Bevölkerung", "die längste Wartezeit", "den besten Wert": of what is measured only. "Die jüngste Sitzung" is the last. */
export function measuredSuperlative(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined || !relation.superlative.test(word.lower)) return undefined;
  const noun = nounAfter(words, index);
  return noun !== undefined && relation.measurable.test(noun.lower) ? word : undefined;
}

/** "belegt den dritten Rang", "ist Nummer eins". */
export function occupied(words: readonly Word[], index: number): Word | undefined {
  const [word, next] = [words[index], words[index + 1]];
  if (word?.lower === "nummer") return isLeader(words[index - 1], next) ? next : undefined;
  if (word === undefined || !relation.occupies.test(word.lower)) return undefined;
  const at = words.findIndex(({ lower }, other) => other > index && other <= index + 4 && table.rankNoun.test(lower));
  const number = words[at + 1];
  return at >= 0 && number !== undefined && (number.kind === "number" || number.lower === "eins" || isCardinal(number.lower))
    ? number
    : undefined;
}

function isLeader(before: Word | undefined, number: Word | undefined): boolean {
  return /^(?:ist|sind|bleibt|war|klare|unangefochtene)$/.test(before?.lower ?? "") && /^(?:eins|1)$/.test(number?.lower ?? "");
}

/** "Mehr Zuzüge, weniger Geburten", "in Garrel leben mehr Kinder"; "wir brauchen mehr Frauen in Räten" is a wish. */
export function moreOf(words: readonly Word[], index: number): Word | undefined {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || next === undefined || !/^(?:mehr|weniger)$/.test(word.lower) || word.after !== "") return undefined;
  if (words[index - 1]?.lower === "nicht" || isHypothetical(words, index) || words.some(({ lower }) => relation.wishes.test(lower)))
    return undefined;
  const noun = nounAfter(words, index, 2);
  if (noun === undefined) return undefined;
  if (relation.counted.test(noun.lower)) return noun;
  return relation.people.test(noun.lower) && words.some(({ lower }) => relation.isThere.test(lower)) ? noun : undefined;
}

/** "verhaltener als", of what is measured. */
export function anyComparative(words: readonly Word[], index: number): Word | undefined {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || next?.lower !== "als" || word.after !== "") return undefined;
  if (!/^\p{Ll}{3,40}er$/u.test(word.text) || relation.noComparative.test(word.lower) || isHypothetical(words, index)) return undefined;
  return words.some(({ lower }) => table.measure.test(lower) || relation.counted.test(lower) || lower === "nachfrage") ? next : undefined;
}

/** "oberhalb des Durchschnitts", "entspricht dem Landesdurchschnitt", "weicht vom Bundeswert ab". */
export function nearAverage(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined || !relation.relates.test(word.lower) || isHypothetical(words, index)) return undefined;
  const noun = nounAfter(words, index, 4);
  return noun !== undefined && relation.standard.test(noun.lower) ? noun : undefined;
}

/** "Die Quote fällt", "fällt weiter": not "fällt auf". */
export function falls(words: readonly Word[], index: number): Word | undefined {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || !relation.falls.test(word.lower) || word.text !== word.lower) return undefined;
  if (!words.some(({ lower }) => table.measure.test(lower)) || isHypothetical(words, index)) return undefined;
  return isClauseEnd(words, index) || relation.howItFalls.test(next?.lower ?? "") ? word : undefined;
}

/** Verbs that say nothing of numbers without something that is counted or goes on: "Der Trend hält an", "bricht die Zahl ein". */
export function trend(words: readonly Word[], index: number): Word | undefined {
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

/** Phrases that compare wherever they stand: "mit großem Abstand", "so gut wie alle", "mehr denn je". */
export function setPhrase(words: readonly Word[], index: number): Word | undefined {
  const found = relation.phrases.find(({ parts }) => parts.every((part, at) => part.test(words[index + at]?.lower ?? "")));
  if (found === undefined) return undefined;
  const { company, parts } = found;
  return company === undefined || words.some(({ lower }) => company.test(lower)) ? words[index + parts.length - 1] : undefined;
}
