/** Numbers in sentences that no data stand behind: nobody updates them, and nobody can be asked where they come from. */

import { unboundNumber as message } from "../../../source/messages/lint-words.ts";
import { wordsOf } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { countsParts, isAddress, isHarmless, isJoined, isOrdinal, isYear } from "./digits.ts";
import { isIdiom } from "./idioms.ts";
import { isNamed } from "./names.ts";
import {
  amounts,
  beforeQuarter,
  codes,
  countedSingly,
  digitsLong,
  doubled,
  doubledWhat,
  every,
  everyOrdinal,
  fractions,
  halfAsBad,
  halved,
  isCardinal,
  isMultiple,
  isSmall,
  isTimes,
  one,
  only,
  perCent,
  quarter,
  rhythm,
  single,
  whichPart,
} from "./number-words.ts";
import { isRule } from "./degrees.ts";
import { isAge, isAgreedTime, isClock } from "./times.ts";
import { overPassages, remembered, type Sentence, sentencesOf, signOf, type Word } from "./sentence.ts";

export const unboundNumber: Rule = {
  severity: "warning",
  find: overPassages(
    (passage) =>
      sentencesOf(passage).flatMap((sentence) =>
        numbersIn(sentence).map(({ from, to }) => ({
          span: passage.place(from, to),
          message: message(wordsOf(passage, from, to)),
        })),
      ),
    signOf(({ kind, lower }) => kind === "number" || (kind === "word" && mayBegin(lower))),
  ),
};

/** Whether any number begins with the word. */
const mayBegin: (lower: string) => boolean = remembered(
  (lower) =>
    /^(?:hälfte|halbe[nrs]?)$/.test(lower) ||
    [amounts, fractions, quarter, every, one, digitsLong, doubled].some((form) => form.test(lower)) ||
    isTimes(lower) ||
    isMultiple(lower) ||
    isCardinal(lower),
);

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The unbound numbers of a sentence, with the words that belong to them; each once. */
export function numbersIn(sentence: Sentence): readonly Stretch[] {
  const { words, passage } = sentence;
  const found: Stretch[] = [];
  for (const [index, word] of words.entries()) {
    const last = found.at(-1);
    if (last !== undefined && word.start < last.to) continue;
    let end: number | undefined;
    if (word.kind === "number") end = countsDigits(words, index, passage.text) ? endOfDigits(words, index, passage.text) : undefined;
    else if (word.kind === "word" && mayBegin(word.lower)) end = endOfWords(words, index);
    if (end !== undefined && !isHarmless(passage, word.start)) found.push({ from: word.start, to: end });
  }
  return found;
}

function countsDigits(words: readonly Word[], index: number, text: string): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined) return false;
  // The cell of a table, mostly: nothing around it could make it harmless.
  if (words.length === 1) return !isYear(word, next) && !isJoined(text, word);
  if (isYear(word, next) || isJoined(text, word) || isNamed(words, index) || isAddress(words, index)) return false;
  if (isOrdinal(words, index) || countsParts(words, index) || isTimed(words, index) || isAsked(words, index)) return false;
  if (words.some(({ lower }) => votes.test(lower)) || standsFor(words, index)) return false;
  return !isRounding(words, index) && !isEmergency(words, index) && !isIdiom(words, index) && !isClass(words, index);
}

/** How somebody voted is a matter of record. */
const votes: RegExp = /^(?:enthaltung(?:en)?|(?:ja-|nein-|gegen)stimmen?)$/;

/** "Ein Punkt steht für hundert Menschen". */
function standsFor(words: readonly Word[], index: number): boolean {
  return words[index - 1]?.lower === "für" && /^(?:steht|stehen)$/.test(words[index - 2]?.lower ?? "");
}

/** "Unter 112 erreichen Sie …" */
function isEmergency(words: readonly Word[], index: number): boolean {
  if (!/^(?:110|112|115|116[  ]?\d{3})$/.test(words[index]?.text ?? "")) return false;
  return words.some(({ lower }) => /^(?:erreich|wähl|notruf|telefon|anruf)/.test(lower));
}

/** A deadline, a clock, an age; "wer länger als drei Monate bleibt, muss …". */
function isTimed(words: readonly Word[], index: number): boolean {
  // "können zehn Mal fahren"; "zehn Mal so viele" are as many.
  if (words[index + 1]?.text === "Mal" && words[index + 2]?.lower !== "so") return true;
  if (isAgreedTime(words, index) || isAge(words, index) || isClock(words, index)) return true;
  return words[index - 1]?.lower === "als" && isRule(words, index);
}

/** "Bitte bringen Sie zwei Passfotos mit": a few things that somebody is asked for. */
function isAsked(words: readonly Word[], index: number): boolean {
  if (!isSmall(words[index]?.lower ?? "")) return false;
  const [first, second] = words;
  const isNeeded = words.some(
    ({ text }, at) => text === "Sie" && /^(?:brauchen|benötigen|erhalten|bekommen|haben|wählen)$/.test(words[at - 1]?.lower ?? ""),
  );
  // "Drei Ansprechpartnerinnen stehen Ihnen zur Verfügung"
  if (words.some(({ text }) => text === "Ihnen") && words.some(({ lower }) => lower === "verfügung")) return true;
  return isNeeded || words.some(({ lower }) => lower === "bitte") || (second?.text === "Sie" && first?.lower.endsWith("en") === true);
}

/** "Familien mit drei und mehr Kindern" are a class of families. */
function isClass(words: readonly Word[], index: number): boolean {
  const next = words[index + 1]?.lower ?? "";
  // "mit mehr als zwei Kindern"
  const [mit, more, als] = [words[index - 3], words[index - 2], words[index - 1]];
  if (mit?.lower === "mit" && /^(?:mehr|weniger)$/.test(more?.lower ?? "") && als?.lower === "als")
    return isSmall(words[index]?.lower ?? "");
  return words[index - 1]?.lower === "mit" && /^(?:und|oder)$/.test(next) && /^(?:mehr|weniger)$/.test(words[index + 2]?.lower ?? "");
}

/** "auf Vielfache von fünf gerundet", "ergeben zusammen nicht genau 100 Prozent": how numbers are shown, and no number. */
function isRounding(words: readonly Word[], index: number): boolean {
  const number = words[index]?.lower ?? "";
  if (!/^(?:5|10|100|1\.000|fünf|zehn|hundert|tausend)$/.test(number)) return false;
  if (words.some(({ lower }) => /^(?:gerundet(?:e[nrsm]?)?|auf-?runden|runden|rundung\p{L}*|vielfaches?n?)$/u.test(lower))) return true;
  // "die Summe kann von 100 % abweichen"
  return (
    /^(?:100|hundert)$/.test(number) &&
    words.some(({ lower }) => /^(?:ergeben|ergibt|addieren|summieren|summe|summen|aufsummieren|abweichen|weicht|weichen)$/.test(lower))
  );
}

/** With the unit: "9,5 %", "30.000 Euro", "1,3 Mio. Euro". */
function endOfDigits(words: readonly Word[], index: number, text: string): number {
  const word = words[index];
  if (word === undefined) return 0;
  if (word.end === text.length) return word.end;
  const sign = /^ ?[%‰€]/.exec(text.slice(word.end, word.end + 2));
  if (sign !== null) return word.end + sign[0].length;
  // "2/3", "10-15"
  const range = /^[/–-]\d{1,6}(?![\d.,]\d)/.exec(text.slice(word.end, word.end + 8));
  if (range !== null) return word.end + range[0].length;
  const next = words[index + 1];
  return next !== undefined && /^(?:prozent|euro|mio|mrd|millionen?|milliarden?|personen|menschen)$/.test(next.lower) ? next.end : word.end;
}

/** Where the number ends that begins with this word; `undefined` where none does. */
function endOfWords(words: readonly Word[], index: number): number | undefined {
  const [before, word, next] = [words[index - 1], words[index], words[index + 1]];
  if (word === undefined) return undefined;
  const { lower } = word;
  // "{{ x }} Millionen" is bound.
  if (amounts.test(lower)) return before?.kind === "bound" || isThanks(next) ? undefined : word.end;
  if (fractions.test(lower)) return before?.kind === "bound" || whichPart.test(before?.lower ?? "") ? undefined : word.end;
  if (one.test(lower)) return endOfOne(words, index);
  if (doubled.test(lower)) return (word.text !== lower && index > 0) || doubledWhat.test(next?.lower ?? "") ? word.end : undefined;
  if (digitsLong.test(lower)) return codes.test(next?.lower ?? "") ? undefined : word.end;
  if (quarter.test(lower)) return isQuarter(before, next) ? word.end : undefined;
  if (lower === "hälfte") return whichPart.test(before?.lower ?? "") ? undefined : word.end;
  if (/^halbe[nrs]?$/.test(lower)) return next !== undefined && halved.test(next.lower) ? next.end : undefined;
  if (every.test(lower)) {
    const noun = words[index + 2];
    const isRhythm = noun !== undefined && rhythm.test(noun.lower);
    return next !== undefined && everyOrdinal.test(next.lower) && !isRhythm ? next.end : undefined;
  }
  if (isTimes(lower) && next?.lower === "so") return halfAsBad.test(words[index + 2]?.lower ?? "") ? undefined : next.end;
  if (isMultiple(lower)) return /^(?:ausfertigung|weise|hinsicht)$/.test(next?.lower ?? "") ? undefined : word.end;
  if (isCardinal(lower)) return endOfCardinal(words, index);
  return undefined;
}

/** "um ein Prozent", "eine einzige Gemeinde", "nur ein Kind". */
function endOfOne(words: readonly Word[], index: number): number | undefined {
  const [before, next, after] = [words[index - 1], words[index + 1], words[index + 2]];
  if (next === undefined) return undefined;
  if (perCent.test(next.lower)) return next.end;
  if (single.test(next.lower)) return after !== undefined && countedSingly.test(after.lower) ? after.end : undefined;
  return only.test(before?.lower ?? "") && countedSingly.test(next.lower) ? next.end : undefined;
}

function endOfCardinal(words: readonly Word[], index: number): number | undefined {
  const [before, word, next] = [words[index - 1], words[index], words[index + 1]];
  if (word === undefined) return undefined;
  // "außer Acht lassen", "die Eins"
  const isNoun = index > 0 && word.text !== word.lower && before?.after === "";
  const isMany = /^(?:hundert|tausend)$/.test(word.lower) && /^(?:mehrere|einige|viele|paar|etliche)$/.test(before?.lower ?? "");
  if (isMany) return word.end;
  if (isNoun || isThanks(next)) return undefined;
  if (next !== undefined && (fractions.test(next.lower) || quarter.test(next.lower) || amounts.test(next.lower))) return next.end;
  if (countsParts(words, index) || isTimed(words, index) || isNamed(words, index) || isRounding(words, index)) return undefined;
  if (standsFor(words, index) || isAnybody(before, next) || isAsked(words, index) || isClass(words, index) || isIdiom(words, index))
    return undefined;
  return word.end;
}

/** "Wenn zwei sich streiten". */
function isAnybody(before: Word | undefined, next: Word | undefined): boolean {
  return /^(?:wenn|wo|falls)$/.test(before?.lower ?? "") && next !== undefined && next.text === next.lower;
}

/** "Ein Viertel der Haushalte"; "ein Viertel im Wandel" is a part of a town. */
function isQuarter(before: Word | undefined, next: Word | undefined): boolean {
  return before !== undefined && beforeQuarter.test(before.lower) && !/^(?:im|am|in|mit|an|auf|zwischen|für)$/.test(next?.lower ?? "");
}

/** "tausend Dank". */
function isThanks(next: Word | undefined): boolean {
  return next?.lower === "dank";
}
