/** Comparisons by superlatives and ranks: "die größte Stadt", "am meisten", "auf Platz drei", "als einzige Gemeinde". */

import { isClauseEnd, isHypothetical, nounAfter } from "./clauses.ts";
import * as table from "./comparisons.ts";
import type { Kind } from "./kind.ts";
import { hasAmount, isAmountNoun, isMeasuredNoun, unmeasured } from "./measured.ts";
import { isCardinal } from "./number-words.ts";
import * as relation from "./relation-words.ts";
import type { Word } from "./sentence.ts";

export const superlatives: readonly Kind[] = [
  { begins: (lower) => table.superlative.test(lower), find: superlative },
  { begins: (lower) => relation.superlative.test(lower), find: measuredSuperlative },
  {
    begins: (lower) => relation.anySuperlative.test(lower) && !relation.noSuperlative.test(lower) && !table.superlative.test(lower),
    find: anySuperlative,
  },
  { begins: (lower) => /^(?:auf|an)$/.test(lower) || table.ordinalWord.test(lower), find: rank },
  { begins: (lower) => /^(?:platz|rang)$/.test(lower), find: rankFirst },
  { begins: (lower) => relation.occupies.test(lower), find: occupied },
  { begins: (lower) => lower === "nummer", find: leader },
  { begins: (lower) => /^(?:vorletzter?|letzter?|erster?|zweiter?|dritter?)$/.test(lower), find: place },
  { begins: (lower) => /^einzige[rs]?$/.test(lower), find: onlyOne },
];

/** "die größte Stadt", "am meisten", "der zweithöchste Anteil"; not "die größte Herausforderung". */
function superlative(words: readonly Word[], index: number): Word | undefined {
  const [before, word, next] = [words[index - 1], words[index], words[index + 1]];
  // "Nicht im Geringsten"; "die größte zuerst" is an order.
  if (word === undefined || before?.lower === "im" || next?.lower === "zuerst") return undefined;
  // "die meisten von Ihnen"
  if (next?.lower === "von" && /^(?:ihnen|uns|euch)$/.test(words[index + 2]?.lower ?? "")) return undefined;
  // "Die Sonne steht am höchsten"
  if (before?.lower === "am" && !hasAmount(words) && words.some(({ lower, text }) => text !== lower && unmeasured.test(lower)))
    return undefined;
  // "Am häufigsten gestellte Fragen"
  if (before?.lower === "am")
    return table.convincing.test(next?.lower ?? "") || relation.said.test(words[index + 2]?.lower ?? "") ? undefined : word;
  // "Gezeigt sind die zehn größten Gruppen": what the slide shows, and of which day, it says by itself.
  if (words.some(({ lower }) => /^(?:gezeigt|dargestellt|abgebildet|aufgeführt)$/.test(lower))) return undefined;
  const noun = nounAfter(words, index);
  if (noun === undefined) return word;
  if (noun.lower === "wert" && words.some(({ lower }) => /^(?:auf|legen|legt|legte)$/.test(lower))) return undefined;
  // "Die meisten Fragen beantwortet das Faltblatt"
  const isJudged = table.judgements.test(noun.lower) || relation.said.test(noun.lower);
  return isJudged && !isMeasuredNoun(noun.lower) ? undefined : word;
}

/** "die jüngste Bevölkerung", "die längste Wartezeit", "den besten Wert": of what is measured only. "Die jüngste Sitzung" is the last. */
function measuredSuperlative(words: readonly Word[], index: number): Word | undefined {
  const noun = nounAfter(words, index);
  // "Unter allen Kreisen sind wir der jüngste"
  if (noun === undefined && index === words.length - 1)
    return words.some(({ lower, text }) => text !== lower && relation.compared.test(lower)) ? words[index] : undefined;
  // "Die jüngsten Zahlen" are the last
  if (noun !== undefined && words[index]?.lower.startsWith("jüngst") === true && latest.test(noun.lower)) return undefined;
  return noun !== undefined && (relation.measurable.test(noun.lower) || relation.compared.test(noun.lower)) ? words[index] : undefined;
}

const latest: RegExp = /(?:zahlen|werte|ergebnis|stand|quote|bilanz)$/;

/** "sind die Preise am günstigsten", "die dynamischste Entwicklung": any adjective beside what is counted, or of counties. */
function anySuperlative(words: readonly Word[], index: number): Word | undefined {
  const [before, word, next] = [words[index - 1], words[index], words[index + 1]];
  if (word === undefined || word.text !== word.lower || isHypothetical(words, index)) return undefined;
  if (before?.lower === "am") return hasAmount(words) && !table.convincing.test(next?.lower ?? "") ? word : undefined;
  const noun = nounAfter(words, index);
  return noun !== undefined && (isAmountNoun(noun.lower) || relation.compared.test(noun.lower)) ? word : undefined;
}

/** "an zweiter Stelle", "auf Platz 3"; not in a contest, nor what comes first for us. */
function rank(words: readonly Word[], index: number): Word | undefined {
  const [word, next, after] = [words[index], words[index + 1], words[index + 2]];
  if (word === undefined || next === undefined) return undefined;
  // "bis auf den letzten Platz"
  if (word.lower.startsWith("letzt") && words.slice(Math.max(0, index - 3), index).some(({ lower }) => lower === "bis")) return undefined;
  if (table.ordinalWord.test(word.lower)) return table.rankNoun.test(next.lower) && !isOfNoCounty(words) ? next : undefined;
  if (isOfNoCounty(words)) return undefined;
  if (table.rankNoun.test(next.lower) && isNumber(after)) return after;
  return word.lower === "an" && next.kind === "number" && after !== undefined && table.rankNoun.test(after.lower) ? after : undefined;
}

/** "Platz zwei belegt Polen", "Rang 3 geht an Bulgarien". */
function rankFirst(words: readonly Word[], index: number): Word | undefined {
  const [before, next] = [words[index - 1], words[index + 1]];
  if (!isNumber(next) || isOfNoCounty(words) || /^(?:auf|an)$/.test(before?.lower ?? "")) return undefined;
  return words.some(({ lower }) => relation.takes.test(lower)) ? next : undefined;
}

/** "belegt den dritten Rang", "belegt Platz drei". */
function occupied(words: readonly Word[], index: number): Word | undefined {
  const at = words.findIndex(({ lower }, other) => other > index && other <= index + 4 && table.rankNoun.test(lower));
  const number = words[at + 1];
  return at >= 0 && isNumber(number) && !isOfNoCounty(words) ? number : undefined;
}

/** "ist Nummer eins". */
function leader(words: readonly Word[], index: number): Word | undefined {
  const [before, number] = [words[index - 1], words[index + 1]];
  const leads =
    /^(?:klare|unangefochtene)$/.test(before?.lower ?? "") ||
    words.some(({ lower }) => /^(?:ist|sind|bleibt|bleiben|war|waren)$/.test(lower));
  return leads && /^(?:eins|1)$/.test(number?.lower ?? "") ? number : undefined;
}

/** "Bei der Müllmenge ist der Kreis Vorletzter". */
function place(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined || index === 0 || word.text === word.lower || !isClauseEnd(words, index) || isOfNoCounty(words)) return undefined;
  return hasAmount(words) ? word : undefined;
}

/** "als einzige Gemeinde im Kreis". */
function onlyOne(words: readonly Word[], index: number): Word | undefined {
  if (!/^(?:als|der|die|das)$/.test(words[index - 1]?.lower ?? "")) return undefined;
  const noun = nounAfter(words, index, 2);
  return noun !== undefined && relation.compared.test(noun.lower) ? noun : undefined;
}

function isNumber(word: Word | undefined): boolean {
  return word !== undefined && (word.kind === "number" || word.lower === "eins" || isCardinal(word.lower));
}

/** Contests, and what somebody puts first. */
function isOfNoCounty(words: readonly Word[]): boolean {
  return words.some(({ lower }) => relation.contests.test(lower));
}
