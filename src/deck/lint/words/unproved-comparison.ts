/** Comparisons that nothing holds to the numbers: they stay on the slide when new data have made them false. */

import { unprovedComparison as message } from "../../../source/messages/lint-words.ts";
import { wordsOf } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { isClauseEnd, isHypothetical } from "./clauses.ts";
import * as table from "./comparisons.ts";
import { amounts, everyOrdinal, fractions, isCardinal } from "./number-words.ts";
import * as relation from "./relation-words.ts";
import {
  anyComparative,
  behind,
  falls,
  measuredSuperlative,
  moreOf,
  nearAverage,
  occupied,
  setPhrase,
  trend,
  unequalled,
} from "./relations.ts";
import { overPassages, remembered, type Sentence, sentencesOf, type Word } from "./sentence.ts";
import { isTimeUnit } from "./times.ts";

export const unprovedComparison: Rule = {
  severity: "warning",
  find: overPassages((passage) =>
    sentencesOf(passage).flatMap((sentence) =>
      comparisonsIn(sentence).map(([from, to]) => ({
        span: passage.place(from.start, to.end),
        message: message(wordsOf(passage, from.start, to.end)),
      })),
    ),
  ),
};

type Stretch = readonly [from: Word, to: Word];
/** What a comparison that begins with the word at the index ends with. */
type Find = (words: readonly Word[], index: number) => Word | undefined;

const kinds: readonly Find[] = [
  change,
  followed,
  compared,
  become,
  relative,
  splitVerb,
  changeNoun,
  majority,
  superlative,
  comparative,
  rank,
  average,
  equally,
  nearlyAll,
  first,
  behind,
  unequalled,
  measuredSuperlative,
  occupied,
  nearAverage,
  falls,
  trend,
  setPhrase,
  moreOf,
  anyComparative,
];

/** Whether any comparison begins with the word: nearly all words are none of these. */
const mayBegin: (lower: string) => boolean = remembered(
  (lower) =>
    /^(?:so|auf|an|über|unter|zum|spitze|gefolgt)$/.test(lower) ||
    [table.changes, table.reflexive, table.overtakes, table.intensifiers, table.relatively, table.equally, table.nearly].some((set) =>
      set.has(lower),
    ) ||
    [table.altered, table.nouns, table.majority, table.superlative, table.comparative, table.plainComparative].some((form) =>
      form.test(lower),
    ) ||
    [table.ordinalWord, table.aboutAverage, table.first].some((form) => form.test(lower)) ||
    [relation.openings, relation.superlative, relation.occupies, relation.relates, relation.falls].some((form) => form.test(lower)) ||
    relation.phrases.some(({ parts }) => parts[0]?.test(lower) === true) ||
    /^\p{Ll}{3,40}er$/u.test(lower) ||
    [...table.split, ...relation.trends].some(({ verb }) => verb.test(lower)) ||
    table.against.some(([opening]) => opening?.test(lower) === true),
);

/** The comparisons of a sentence, in its order; each word belongs to one at most. */
export function comparisonsIn({ words }: Sentence): readonly Stretch[] {
  // "Wo wächst es?" states nothing.
  if (words.at(-1)?.after.startsWith("?") === true) return [];
  const found: Stretch[] = [];
  for (const [index, word] of words.entries()) {
    const last = found.at(-1)?.[1];
    if (word.kind !== "word" || !mayBegin(word.lower) || (last !== undefined && word.start < last.end)) continue;
    for (const find of kinds) {
      const end = find(words, index);
      if (end === undefined) continue;
      found.push([word, end]);
      break;
    }
  }
  return found;
}

/** "stieg", "hat sich verdoppelt", "ist rückläufig". */
function change(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined || !isChange(words, word)) return undefined;
  if (isHypothetical(words, index) || isOrigin(words, word)) return undefined;
  if (table.movers.has(word.lower) && (isGrowingUp(words, index) || words.some(({ lower }) => table.vehicles.test(lower))))
    return undefined;
  return word;
}

function isChange(words: readonly Word[], { lower, text }: Word): boolean {
  // "der Anstieg" is a noun, and "Wachsen" has no number.
  if (table.changes.has(lower)) return text === lower || words[0]?.text === text;
  if (table.altered.test(lower)) return words.some((other) => table.measure.test(other.lower));
  if (table.reflexive.has(lower)) return words.some((other) => other.lower === "sich");
  return table.overtakes.has(lower) && words.some((other) => /^(?:hat|haben|hatte|wurde|wurden|überholte|überholten)$/.test(other.lower));
}

/** "die auf den Beschluss zurückgehen"; "auf 312 zurückgegangen" has come down. */
function isOrigin(words: readonly Word[], { lower }: Word): boolean {
  const on = words.findIndex((other) => other.lower === "auf");
  const what = words[on + 1];
  return /^zurückg[ei]/.test(lower) && on >= 0 && what !== undefined && !isQuantity(what);
}

function isGrowingUp(words: readonly Word[], index: number): boolean {
  return words
    .slice(index + 1)
    .some((word, at, rest) => table.growingUp.has(word.lower) && (isClauseEnd(rest, at) || rest[at + 1]?.lower === "und"));
}

/** "nahm leicht ab", "geht seit Jahren zurück". */
function splitVerb(words: readonly Word[], index: number): Word | undefined {
  if (isHypothetical(words, index)) return undefined;
  for (const { verb, end, not } of table.split) {
    if (!verb.test(words[index]?.lower ?? "") || not?.test(words[index + 1]?.lower ?? "") === true) continue;
    const at = words.findIndex((other, place) => place > index && (isClauseEnd(words, place) || end.test(other.lower)));
    const last = words[at];
    if (last !== undefined && end.test(last.lower) && isClauseEnd(words, at)) return last;
  }
  return undefined;
}

function changeNoun(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word?.lower === "spitze" && words[index - 1]?.lower === "der") return word;
  if (word === undefined || word.text === word.lower || !table.nouns.test(word.lower) || isHypothetical(words, index)) return undefined;
  // "Zuwachs an Vertrauen"
  const of = words.slice(index + 1, index + 4).find(({ text, lower }) => text !== lower);
  return word.after === "" && of !== undefined && table.judgements.test(of.lower) ? undefined : word;
}

/** "im Vergleich zum Land". */
function compared(words: readonly Word[], index: number): Word | undefined {
  const phrase = table.against.find((parts) => parts.every((part, at) => part.test(words[index + at]?.lower ?? "")));
  return phrase && words[index + phrase.length - 1];
}

/** "dicht gefolgt von Polen". */
function followed(words: readonly Word[], index: number): Word | undefined {
  return words[index]?.lower === "gefolgt" && words[index + 1]?.lower === "von" ? words[index + 1] : undefined;
}

/** "wird der Abstand kleiner", "fällt der Anteil geringer aus". */
function become(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined || !table.plainComparative.test(word.lower) || isProportion(words) || isHypothetical(words, index))
    return undefined;
  const isMeasured = words.some(({ lower }) => table.measure.test(lower)) && words.some(({ lower }) => table.becomes.has(lower));
  return isMeasured && words[index + 1]?.lower !== "als" ? word : undefined;
}

/** "vergleichsweise viele". */
function relative(words: readonly Word[], index: number): Word | undefined {
  const next = words[index + 1];
  if (!table.relatively.has(words[index]?.lower ?? "") || next === undefined || !table.muchOrHigh.test(next.lower)) return undefined;
  return table.judgements.test(words[index + 2]?.lower ?? "") ? undefined : next;
}

/** "die Mehrheit", "überwiegend". */
function majority(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined || !table.majority.test(word.lower)) return undefined;
  return words.some(({ lower }) => table.voting.test(lower)) && /^(?:mehr|minder)/.test(word.lower) ? undefined : word;
}

/** "die größte Stadt", "am meisten", "der zweithöchste Anteil"; not "die größte Herausforderung". */
function superlative(words: readonly Word[], index: number): Word | undefined {
  const [before, word] = [words[index - 1], words[index]];
  if (word === undefined || !table.superlative.test(word.lower)) return undefined;
  // "Nicht im Geringsten"; "die größte zuerst" is an order.
  if (before?.lower === "im" || words[index + 1]?.lower === "zuerst") return undefined;
  const noun = words.slice(index + 1, index + 4).find(({ text, lower }) => text !== lower);
  if (before?.lower === "am" && table.convincing.test(words[index + 1]?.lower ?? "")) return undefined;
  const isJudged = before?.lower !== "am" && noun !== undefined && table.judgements.test(noun.lower);
  return isJudged ? undefined : word;
}

/** "mehr als 200", "häufiger betroffen als", "deutlich weniger", "immer mehr". */
function comparative(words: readonly Word[], index: number): Word | undefined {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined) return undefined;
  if (table.intensifiers.has(word.lower) && next !== undefined && table.comparative.test(next.lower)) {
    const isJudged = table.judgements.test(words[index + 2]?.lower ?? "");
    return isJudged || isProportion(words) ? undefined : next;
  }
  if (!table.comparative.test(word.lower) || isProportion(words) || word.after !== "") return undefined;
  const at = words.findIndex(({ lower }, other) => other > index && other <= index + 8 && lower === "als");
  const [als, what] = [words[at], words[at + 1]];
  if (als === undefined || what === undefined) return undefined;
  if (isQuantity(what)) return isAgeLimit(words, at) || isRule(words, at + 1) ? undefined : als;
  if (/^(?:früher|später|besser|schlechter)/.test(word.lower)) return undefined;
  const isDirect = at === index + 1;
  const idiom = isDirect && (word.lower === "mehr" || word.lower === "weniger");
  if (
    idiom &&
    (table.notCompared.has(what.lower) || words.slice(Math.max(0, index - 3), index).some(({ lower }) => table.copula.has(lower)))
  ) {
    return undefined;
  }
  return als;
}

/** "je früher …, desto besser". */
function isProportion(words: readonly Word[]): boolean {
  return words.some(({ lower }) => lower === "desto" || lower === "umso");
}

function isQuantity({ kind, lower }: Word): boolean {
  return kind !== "word" || isCardinal(lower) || amounts.test(lower) || fractions.test(lower) || lower === "die" || lower === "doppelt";
}

/** "älter als 65 Jahre" names a group. */
function isAgeLimit(words: readonly Word[], als: number): boolean {
  return /^(?:älter|jünger)/.test(words[als - 1]?.lower ?? "") && /^jahre?n?$/.test(words[als + 2]?.lower ?? "");
}

/** "Wer länger als drei Monate bleibt, muss …": a law says so. */
export function isRule(words: readonly Word[], number: number): boolean {
  if (!isTimeUnit(words, number + 1)) return false;
  return words.some(({ lower }) => lower === "wer" || table.modal.test(lower));
}

/** "an zweiter Stelle", "auf Platz 3". */
function rank(words: readonly Word[], index: number): Word | undefined {
  const [word, next, after] = [words[index], words[index + 1], words[index + 2]];
  if (word === undefined || next === undefined) return undefined;
  if (table.ordinalWord.test(word.lower) && table.rankNoun.test(next.lower)) return next;
  const isPlace = (word.lower === "auf" || word.lower === "an") && table.rankNoun.test(next.lower);
  if (isPlace && after !== undefined && (after.kind === "number" || isCardinal(after.lower) || after.lower === "eins")) return after;
  return word.lower === "an" && next.kind === "number" && after !== undefined && table.rankNoun.test(after.lower) ? after : undefined;
}

/** "über dem Landesdurchschnitt", "überdurchschnittlich". */
function average(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined) return undefined;
  if (table.aboutAverage.test(word.lower)) return word;
  if (word.lower !== "über" && word.lower !== "unter") return undefined;
  const lies = words.some(({ lower }) => /^(?:liegt|liegen|lag|lagen|gelegen|bleibt|blieb)$/.test(lower));
  const [article, noun] = [words[index + 1], words.slice(index + 1, index + 5).find(({ text, lower }) => text !== lower)];
  if (article === undefined || !/^(?:dem|der|den|denen)$/.test(article.lower)) return undefined;
  if (noun !== undefined && table.average.test(noun.lower)) return noun;
  return lies && /^(?:der|denen|dem|den)$/.test(words[index + 2]?.lower ?? "") ? article : undefined;
}

/** "ebenso viele", "so hoch wie nie". "So bald wie möglich" is no comparison. */
function equally(words: readonly Word[], index: number): Word | undefined {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || next === undefined || !table.muchOrHigh.test(next.lower)) return undefined;
  if (table.equally.has(word.lower)) return next;
  if (word.lower !== "so") return undefined;
  // "doppelt so viele" is a number.
  if (/^(?:doppelt|halb)$|mal$/.test(words[index - 1]?.lower ?? "")) return undefined;
  if (words.some(({ lower }) => /^(?:möglich|nötig|gewünscht|vereinbart|vorgesehen)$/.test(lower))) return undefined;
  return words.some(({ lower }) => /^(?:wie|nie|noch|keine[rmns]?|nirgends|nirgendwo|sonst)$/.test(lower)) ? next : undefined;
}

function nearlyAll(words: readonly Word[], index: number): Word | undefined {
  const next = words[index + 1];
  if (!table.nearly.has(words[index]?.lower ?? "") || next === undefined) return undefined;
  const noun = words[index + 2];
  // "Fast jede zehnte" is a number.
  const isEach = /^jede[rsmn]?$/.test(next.lower) && noun !== undefined && noun.text !== noun.lower && !everyOrdinal.test(noun.lower);
  return isEach || table.all.test(next.lower) ? next : undefined;
}

/** "erstmals", "zum ersten Mal", where something is measured: the first festival is no statistic. */
function first(words: readonly Word[], index: number): Word | undefined {
  const [word, next, after] = [words[index], words[index + 1], words[index + 2]];
  if (word === undefined) return undefined;
  const isTime = word.lower === "zum" && next?.lower === "ersten" && after?.lower === "mal";
  if (!isTime && !table.first.test(word.lower)) return undefined;
  const isMeasured = words.some(({ lower, kind }) => kind === "bound" || table.measured.test(lower));
  return isMeasured ? (isTime ? after : word) : undefined;
}
