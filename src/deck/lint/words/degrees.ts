/** Comparisons by comparatives: "mehr als", "deutlich weniger", "ein höherer Anteil", "zahlt weniger". */

import { clauseOf, isClauseEnd, isHypothetical, isProportion, nounAfter } from "./clauses.ts";
import * as table from "./comparisons.ts";
import type { Kind } from "./kind.ts";
import { hasAmount, hasCountable, hasPeople, isAmountNoun, isCounted, isMeasuredNoun, isPerson, isUncounted } from "./measured.ts";
import { more } from "./more.ts";
import { amounts, fractions, isCardinal, isQuantity, isSmall, one, quarter } from "./number-words.ts";
import * as relation from "./relation-words.ts";
import type { Word } from "./sentence.ts";
import { isTimeUnit } from "./times.ts";

export const degrees: readonly Kind[] = [
  { begins: (lower) => table.plainComparative.test(lower), find: become },
  { begins: (lower) => /^(?:besser|schlechter)$/.test(lower), find: onlyBetter },
  { begins: (lower) => table.relatively.has(lower), find: relative },
  { begins: (lower) => table.intensifiers.has(lower), find: intensified },
  { begins: (lower) => table.comparative.test(lower) || /^eher$/.test(lower), find: compared },
  ...more,
  { begins: (lower) => table.oftener.test(lower), find: oftener },
  { begins: (lower) => table.longer.test(lower), find: longer },
  { begins: (lower) => table.higher.test(lower), find: higherShare },
  {
    begins: (lower) => lower === "weiter" || (/^.{3}.*er$/.test(lower) && !relation.noComparative.test(lower)),
    find: anyComparative,
  },
  { begins: (lower) => relation.comparativeBefore.test(lower) && !relation.noComparativeBefore.test(lower), find: comparativeBefore },
];

/** "wird der Abstand kleiner", "fällt der Anteil geringer aus", "sind die Mieten niedriger". */
function become(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined || isProportion(words) || isHypothetical(words, index)) return undefined;
  // "geringer Leerstand" is little of it, and compares nothing.
  const next = words[index + 1];
  if (word.after === "" && next !== undefined && next.text !== next.lower) return undefined;
  // "Nur der Kreis Vechta ist jünger"
  if (words.some(({ lower }, at) => at < index && /^(?:nur|lediglich|allein)$/.test(lower)) && words.some(isOfCounty)) return word;
  // "Der Kreis wird älter", "die Jahrgänge werden kleiner"
  const changes = words.some(({ lower }) => /^(?:wird|werden|wurde|wurden|geworden)$/.test(lower));
  const isLast = isClauseEnd(words, index) || (words[index + 1]?.lower === "geworden" && isClauseEnd(words, index + 1));
  if (changes && isLast && !isOurs(words) && (words.some(isOfCounty) || hasCountable(words))) return word;
  const isMeasured = hasAmount(words) && words.some(({ lower }) => table.becomes.has(lower));
  return isMeasured && words[index + 1]?.lower !== "als" ? word : undefined;
}

/** "Nur Vechta ist besser". */
function onlyBetter(words: readonly Word[], index: number): Word | undefined {
  const [only, rival, is] = words.slice(Math.max(0, index - 3), index);
  const isAlone =
    only?.lower === "nur" && rival !== undefined && rival.text !== rival.lower && /^(?:ist|sind|war|waren)$/.test(is?.lower ?? "");
  return isAlone && isClauseEnd(words, index) ? words[index] : undefined;
}

function isOfCounty({ lower, text }: Word): boolean {
  return text !== lower && relation.compared.test(lower);
}

/** "vergleichsweise viele". */
function relative(words: readonly Word[], index: number): Word | undefined {
  const next = words[index + 1];
  if (next === undefined || !(table.muchOrHigh.test(next.lower) || table.alsoRelative.test(next.lower))) return undefined;
  return table.judgements.test(words[index + 2]?.lower ?? "") ? undefined : next;
}

/** "deutlich weniger", "immer mehr"; "etwas später" only of what is counted. */
function intensified(words: readonly Word[], index: number): Word | undefined {
  const next = words[index + 1];
  if (next === undefined || isProportion(words)) return undefined;
  if (!table.comparative.test(next.lower) && !isOfAmount(words, index + 1)) return undefined;
  // "Immer weniger Kinder können schwimmen" is so already.
  if (isHypothetical(words, index) && !(index === 0 && words.some(({ lower }) => /^(?:können|müssen)$/.test(lower)))) return undefined;
  const noun = nounAfter(words, index + 1);
  if (noun !== undefined && table.judgements.test(noun.lower) && !isMeasuredNoun(noun.lower)) return undefined;
  const company = hasAmount(words) || hasPeople(words) || (words[index]?.lower === "immer" && hasCountable(words));
  return table.ofNumbers.test(next.lower) || company ? next : undefined;
}

/** "immer knapper", "deutlich zügigere": any comparative beside what is counted; "stark besiedelter Kreis" is none. */
function isOfAmount(words: readonly Word[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || word.text !== word.lower || !hasAmount(words)) return false;
  if (relation.comparativeBefore.test(word.lower)) return !relation.noComparativeBefore.test(word.lower);
  const isAlone = word.after !== "" || next === undefined || next.text === next.lower;
  return isAlone && /^.{3}.*er$/.test(word.lower) && !relation.noComparative.test(word.lower);
}

/** "mehr als 200", "häufiger betroffen als". */
function compared(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined || isProportion(words) || word.after !== "") return undefined;
  const at = words.findIndex(({ lower }, other) => other > index && other <= index + 8 && lower === "als");
  const [als, what] = [words[at], words[at + 1]];
  if (als === undefined || what === undefined) return undefined;
  // "Die größere Turnhalle wird als Lager genutzt"
  if (at > index + 1 && /^(?:wird|werden|wurde|wurden|gilt|gelten|dient|dienen)$/.test(words[at - 1]?.lower ?? "")) return undefined;
  // "Familien mit mehr als zwei Kindern" are a class of families
  if (words[index - 1]?.lower === "mit" && at === index + 1 && isSmall(what.lower)) return undefined;
  if (clauseOf(words, index).some(({ lower }) => lower.startsWith("freu")) && !isCounted(words)) return undefined;
  if (isQuantity(what) || isPartOf(words, at + 1))
    return isAgeLimit(words, at) || isRule(words, at + 1) || isSaying(words, at + 1) ? undefined : als;
  if (isHypothetical(words, index) || what.lower === "einmal") return undefined;
  const amount = /^(?:mehr|weniger)$/.test(word.lower);
  // "mehr Fragen als Antworten"
  const many = words[index + 1];
  if (amount && many !== undefined && many.text !== many.lower && isUncounted(many.lower)) return undefined;
  // "mehr gelernt, als wir dachten"
  if (words[at - 1]?.after === "," && /^(?:wir|ich|sie|er|man|es)$/.test(what.lower) && !isCounted(words)) return undefined;
  // "besser ausgelastet als im Vorjahr"
  if (/^(?:im|in|bei|beim|der|die|das|dem|den)$/.test(what.lower) && isStandard(nounAfter(words, at + 1, 2)?.lower ?? "")) return als;
  if (isThenOrThere(words, at + 1) && isOfManyOrOften(words, word)) return als;
  if (table.goodOrEarly.test(word.lower)) {
    const company = /^(?:besser|schlechter)/.test(word.lower) ? hasAmount(words) : hasPeople(words) || hasAmount(words);
    if (!company || table.expected.test(what.lower)) return undefined;
  }
  if (table.ofSize.test(word.lower) && !isOfCounties(words, what)) return undefined;
  if (
    table.expected.test(what.lower) &&
    !isCounted(words) &&
    (/^(?:geplant|vorgesehen|gedacht)$/.test(what.lower) || !words.some(({ lower }) => lower.startsWith("dauer")))
  )
    return undefined;
  const idiom = at === index + 1 && amount;
  const before = words.slice(Math.max(0, index - 3), index);
  // "299 mehr als vor einem Monat"
  if (before.some(({ kind, lower }) => kind !== "word" || isCardinal(lower))) return als;
  return idiom && (table.notCompared.has(what.lower) || before.some(({ lower }) => table.copula.has(lower))) ? undefined : als;
}

/** "als früher", "als noch vor zehn Jahren", "als im Herbst", "als anderswo": a time or a place that is compared with. */
function isThenOrThere(words: readonly Word[], index: number): boolean {
  const [what, next] = [words[index], words[index + 1]];
  if (what === undefined) return false;
  if (what.lower === "noch") return isThenOrThere(words, index + 1);
  if (table.past.test(what.lower) || table.elsewhere.test(what.lower)) return true;
  if (/^(?:im|in|vor|am|zum|zu|auf|bei)$/.test(what.lower))
    return next !== undefined && (next.kind !== "word" || nounAfter(words, index, 3) !== undefined);
  return false;
}

/** Whether a comparison with another time or place may be a statistic: nobody speaks of themselves, and something is counted. */
function isOfManyOrOften(words: readonly Word[], { lower }: Word): boolean {
  if (isOurs(words) || words.some((other) => /^(?:trifft|treffen|fasst|fassen)$/.test(other.lower))) return false;
  if (/^(?:besser|schlechter)/.test(lower))
    return hasAmount(words) || words.some((other) => relation.measurable.test(other.lower) || used.test(other.lower));
  return table.oftener.test(lower) || /^(?:mehr|weniger)$/.test(lower) || hasCountable(words);
}

/** "besser besucht als vor einem Jahr". */
const used: RegExp = /^(?:besucht|ausgelastet|belegt|gebucht|versorgt|nachgefragt|vertreten|genutzt|ausgebildet)$/;

/** Whether somebody speaks of themselves, or to somebody. */
function isOurs(words: readonly Word[]): boolean {
  return words.some(({ lower, text }, at) => /^(?:bitte|wir|ich|künftig|zusammen)$/.test(lower) || (text === "Sie" && at > 0));
}

/** "Frauen arbeiten häufiger in Teilzeit"; "wir treffen uns häufiger" is no statistic. */
function oftener(words: readonly Word[], index: number): Word | undefined {
  if (isHypothetical(words, index) || isProportion(words)) return undefined;
  if (words.some(({ lower }) => /^(?:bitte|wir|uns|ich|künftig)$/.test(lower))) return undefined;
  return hasPeople(words) || hasAmount(words) || hasCountable(words) ? words[index] : undefined;
}

/** "Frauen bekommen im Schnitt später Kinder". */
function longer(words: readonly Word[], index: number): Word | undefined {
  // "Für Frauen verläuft der Einstieg langsamer"
  const isForThem = /^(?:für|bei)$/.test(words[0]?.lower ?? "") && isPerson(words[1]?.lower ?? "") && isClauseEnd(words, index);
  // "Frauen warten länger"
  const isOfGroup = isForThem || (index === 2 && isPerson(words[0]?.lower ?? "") && !/^(?:mehr|weniger)$/.test(words[2]?.lower ?? ""));
  if (!isOfGroup && !words.some(({ lower }) => table.onAverage.test(lower))) return undefined;
  // "Im Schnitt dauern die Verfahren länger"
  const lasts = words.some(({ lower }) => lower.startsWith("dauer")) && !isOurs(words) && !isHypothetical(words, index);
  return lasts ? words[index] : oftener(words, index);
}

/** "ein höherer Anteil", "niedrigere Quoten"; "eine größere Zahl von Menschen" are several. */
function higherShare(words: readonly Word[], index: number): Word | undefined {
  const noun = nounAfter(words, index, 2);
  const isNumber = noun !== undefined && /^zahl(?:en)?$/.test(noun.lower) && !/^(?:größere|kleinere)/.test(words[index]?.lower ?? "");
  if (noun === undefined || !(isNumber || table.shareOrRate.test(noun.lower)) || isHypothetical(words, index) || isProportion(words))
    return undefined;
  // "Höhere Ausgaben für die Jugendhilfe"
  return words.some(({ lower }) => lower !== "für" && relation.wishes.test(lower)) ? undefined : words[index];
}

/** "verhaltener als", of what is measured. */
function anyComparative(words: readonly Word[], index: number): Word | undefined {
  const [word, next, after] = [words[index], words[index + 1], words[index + 2]];
  if (word === undefined || next === undefined || word.after !== "" || word.text !== word.lower) return undefined;
  // "werden rascher bearbeitet als im Vorjahr"
  const at = words.findIndex(({ lower }, other) => other > index && other <= index + 3 && lower === "als");
  if (at > 0 && isThenOrThere(words, at + 1) && hasCountable(words) && isOfManyOrOften(words, word) && !isHypothetical(words, index))
    return words[at];
  // "fielen die Einnahmen üppiger aus"
  const isOut = next.lower === "aus" && (after?.lower === "als" || isClauseEnd(words, index + 1));
  if (isHypothetical(words, index) || isProportion(words)) return undefined;
  if (isOut || next.lower === "als") {
    const rival = nounAfter(words, index + 1, 2)?.lower ?? "";
    return hasAmount(words) || (next.lower === "als" && isStandard(rival)) ? next : undefined;
  }
  if (word.lower === "weiter" && next.lower !== "entfernt") return undefined;
  // "zügiger bearbeitet als im Bund"; before a noun the ending is another: "syrischer Familien"
  if (at > 0 && next.text === next.lower && (hasAmount(words) || isStandard(nounAfter(words, at, 3)?.lower ?? ""))) return words[at];
  // "Die Schülerschaft wird bunter"
  const isNow = isClauseEnd(words, index) && words.some(({ lower }) => /^(?:wird|werden|wurde|wurden|geworden)$/.test(lower));
  return isNow && hasAmount(words) ? word : undefined;
}

/** Who or what a county is held against. */
function isStandard(lower: string): boolean {
  return relation.compared.test(lower) || relation.standard.test(lower);
}

/** "eine dynamischere Entwicklung als", of what is measured. */
function comparativeBefore(words: readonly Word[], index: number): Word | undefined {
  const noun = nounAfter(words, index);
  if (noun === undefined || !isAmountNoun(noun.lower) || isHypothetical(words, index) || isProportion(words)) return undefined;
  return words.slice(index + 1, index + 10).find(({ lower }) => lower === "als");
}

/** Whether a sentence speaks of numbers, of people or of places: "größer als Lindern". */
function isOfCounties(words: readonly Word[], what: Word): boolean {
  return (
    isCounted(words) ||
    what.text !== what.lower ||
    words.some(({ lower }) => relation.compared.test(lower) || /^(?:dauer|norden$|süden$|osten$|westen$)/.test(lower))
  );
}

/** "mehr als ein Viertel". */
function isPartOf(words: readonly Word[], index: number): boolean {
  const part = words[index + 1]?.lower ?? "";
  return one.test(words[index]?.lower ?? "") && (fractions.test(part) || quarter.test(part) || amounts.test(part));
}

/** "älter als 65 Jahre", "jünger als vierzig" name a group. */
function isAgeLimit(words: readonly Word[], als: number): boolean {
  const [number, unit] = [words[als + 1], words[als + 2]];
  if (number === undefined || !/^(?:älter|jünger)/.test(words[als - 1]?.lower ?? "")) return false;
  if (/^jahre?n?$/.test(unit?.lower ?? "")) return true;
  return (/^\d{1,2}$/.test(number.text) || isCardinal(number.lower)) && isClauseEnd(words, als + 1);
}

/** "Bilder sagen mehr als tausend Worte". */
function isSaying(words: readonly Word[], number: number): boolean {
  return /^worte?n?$/.test(words[number + 1]?.lower ?? "");
}

/** "Wer länger als drei Monate bleibt, muss …": a law says so. */
export function isRule(words: readonly Word[], number: number): boolean {
  if (!isTimeUnit(words, number + 1)) return false;
  if (words.some(({ lower }) => lower === "wer" || table.modal.test(lower))) return true;
  // "Personen, die länger als drei Monate bleiben"
  const clause = clauseOf(words, number);
  return /^(?:die|der|das)$/.test(clause[0]?.lower ?? "") && clause[0] !== words[0];
}
