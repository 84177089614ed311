/** Numbers in sentences that no data stand behind: nobody updates them, and nobody can be asked where they come from. */

import { unboundNumber as message } from "../../../source/messages/lint-words.ts";
import { wordsOf } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { countsParts, isHarmless, isAddress, isAge, isJoined, isNamed, isOrdinal, isYear } from "./digits.ts";
import {
  agreedTime,
  amounts,
  beforeQuarter,
  codes,
  digitsLong,
  every,
  everyOrdinal,
  fractions,
  halved,
  isCardinal,
  isMultiple,
  isTimes,
  one,
  perCent,
  quarter,
  spoken,
  timeUnits,
} from "./number-words.ts";
import { isRule } from "./unproved-comparison.ts";
import { overPassages, remembered, type Sentence, sentencesOf, type Word } from "./sentence.ts";

export const unboundNumber: Rule = {
  severity: "warning",
  find: overPassages((passage) => {
    return sentencesOf(passage).flatMap((sentence) =>
      numbersIn(sentence).map(({ from, to }) => ({
        span: passage.place(from, to),
        message: message(wordsOf(passage, from, to)),
      })),
    );
  }),
};

/** Whether any number begins with the word. */
const mayBegin: (lower: string) => boolean = remembered(
  (lower) =>
    /^(?:hälfte|halbe[nrs]?)$/.test(lower) ||
    [amounts, fractions, quarter, every, one, digitsLong].some((form) => form.test(lower)) ||
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
    const isFound = word.kind === "number" ? countsDigits(words, index, passage.text) && !isHarmless(passage, word.start) : false;
    const end = isFound
      ? endOfDigits(words, index, passage.text)
      : word.kind === "word" && mayBegin(word.lower)
        ? endOfWords(words, index)
        : undefined;
    if (end !== undefined) found.push({ from: word.start, to: end });
  }
  return found;
}

function countsDigits(words: readonly Word[], index: number, text: string): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined) return false;
  // The cell of a table, mostly: nothing around it could make it harmless.
  if (words.length === 1) return !isYear(word, next) && !isJoined(text, word);
  if (isYear(word, next) || isJoined(text, word) || isNamed(words, index) || isAddress(words, index)) return false;
  if (isOrdinal(word, next) || isAge(words, index) || countsParts(words, index) || isAgreedTime(words, index)) return false;
  return !isRounding(words, index) && !isEmergency(words, index);
}

/** "Unter 112 erreichen Sie …" */
function isEmergency(words: readonly Word[], index: number): boolean {
  if (!/^(?:110|112|115|116117)$/.test(words[index]?.text ?? "")) return false;
  return words.some(({ lower }) => /^(?:erreich|wähl|notruf|telefon|anruf)/.test(lower));
}

/** "auf Vielfache von fünf gerundet", "ergeben zusammen nicht genau 100 Prozent": how numbers are shown, and no number. */
function isRounding(words: readonly Word[], index: number): boolean {
  const number = words[index]?.lower ?? "";
  if (
    /^(?:5|10|100|1\.000|fünf|zehn|hundert|tausend)$/.test(number) &&
    words.some(({ lower }) => lower === "gerundet" || lower === "vielfache" || lower === "vielfaches")
  )
    return true;
  return /^(?:100|hundert)$/.test(number) && words.some(({ lower }) => /^(?:ergeben|ergibt|addieren|summieren)$/.test(lower));
}

/** With the unit: "9,5 %", "30.000 Euro", "1,3 Mio. Euro". */
function endOfDigits(words: readonly Word[], index: number, text: string): number {
  const word = words[index];
  if (word === undefined) return 0;
  if (word.end === text.length) return word.end;
  const sign = /^ ?[%‰€]/.exec(text.slice(word.end, word.end + 2));
  if (sign !== null) return word.end + sign[0].length;
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
  if (fractions.test(lower)) return before?.kind === "bound" ? undefined : word.end;
  if (one.test(lower)) return next !== undefined && perCent.test(next.lower) ? next.end : undefined;
  if (digitsLong.test(lower)) return codes.test(next?.lower ?? "") ? undefined : word.end;
  if (quarter.test(lower)) return isQuarter(before, next) ? word.end : undefined;
  if (lower === "hälfte") return /^(?:erste|zweite)[nr]?$/.test(before?.lower ?? "") ? undefined : word.end;
  if (/^halbe[nrs]?$/.test(lower)) return next !== undefined && halved.test(next.lower) ? next.end : undefined;
  if (every.test(lower)) {
    const noun = words[index + 2];
    const isRhythm =
      noun !== undefined &&
      /^(?:jahr|monat|woche|tag|stunde|mal|sonntag|montag|dienstag|mittwoch|donnerstag|freitag|samstag)$/.test(noun.lower);
    return next !== undefined && everyOrdinal.test(next.lower) && !isRhythm ? next.end : undefined;
  }
  if (isTimes(lower) && next?.lower === "so") return next.end;
  if (isMultiple(lower)) return /^(?:ausfertigung|weise|hinsicht)$/.test(next?.lower ?? "") ? undefined : word.end;
  if (isCardinal(lower)) return endOfCardinal(words, index);
  return undefined;
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
  if (countsParts(words, index) || isAgreedTime(words, index) || isNamed(words, index) || isRounding(words, index)) return undefined;
  if (isAge(words, index) || isClock(before, word, next) || isAnybody(before, next)) return undefined;
  return word.end;
}

/** "um zwölf Uhr", "halb neun", "fünf vor zwölf", "die neunziger Jahre". */
function isClock(before: Word | undefined, word: Word, next: Word | undefined): boolean {
  if (next?.lower === "uhr" || before?.lower === "halb") return true;
  if (word.lower.endsWith("ziger") && /^jahre?n?$/.test(next?.lower ?? "")) return true;
  return word.lower === "zwölf" && before?.lower === "vor";
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

/** A deadline, a rhythm or a duration that was agreed. "Seit zehn Jahren" is another thing: next year it is wrong. */
function isAgreedTime(words: readonly Word[], index: number): boolean {
  const next = words[index + 1];
  if (next === undefined || !timeUnits.test(next.lower) || /[.,]/.test(words[index]?.text ?? "")) return false;
  // "an vier Tagen in der Woche"; "wer länger als drei Monate bleibt, muss …"
  if (words.slice(index + 2, index + 5).some(({ lower }) => /^(?:woche|monat|jahr|tag)$/.test(lower))) return true;
  if (/^minuten?$/.test(next.lower) && words.some(({ lower }) => spoken.test(lower))) return true;
  if (words[index - 1]?.lower === "als" && isRule(words, index)) return true;
  return words.slice(Math.max(0, index - 8), index).some(({ lower }) => agreedTime.has(lower));
}
