/** Numbers of time that are agreed, measured by the clock or name an age: none of them is a statistic. */

import { modal } from "./comparisons.ts";
import { everyOrdinal, isCardinal, isSmall } from "./number-words.ts";
import type { Word } from "./sentence.ts";

const units: RegExp =
  /^(?:jahre?n?|monate?n?|wochen?|tagen?|stunden?|minuten?|sekunden?|werktagen?|arbeitstagen?|kalendertagen?|schulstunden?|unterrichtsstunden?|abenden?|nächten?)$/u;
/** Nobody counts a county in minutes or nights. */
const short: RegExp = /^(?:minuten?|sekunden?|abenden?|nächten?)$/u;
const years: RegExp = /^jahre?n?$/u;

/** Deadlines and rhythms are agreed, not counted: "innerhalb von vier Wochen", "alle zwei Jahre". */
const agreed: ReadonlySet<string> = new Set(
  "frist fristen laufzeit innerhalb binnen alle aller spätestens mindestens höchstens gültig gültigkeit befristet befristete befristeten dauer kündigungsfrist wartefrist zweckbindung".split(
    " ",
  ),
);
/** Before years: "nach acht Jahren ist die Einbürgerung möglich". "Seit zehn Jahren" is another thing: next year it is wrong. */
const relative: RegExp = /^(?:nach|für|in|auf|um|binnen|nächsten|kommenden|weitere|weiteren|weiterer|ersten|letzten)$/u;
const howLong: RegExp = /^(?:lang|alt|später|zuvor|vorher|aufbewahrt|verlängert|aufzubewahren)$/u;
/** How long things take on an average, and how long people wait, is measured. */
const measured: RegExp =
  /^(?:\p{L}*durchschnitt\p{L}*|schnitt|mittel|median|mittleren?|\p{L}*wartezeit(?:en)?|warten|wartet|warteten|\p{L}*bearbeitungs(?:zeit|dauer)(?:en)?|\p{L}*(?:verfahrens|aufenthalts|verweil|bezugs)dauer|lebenserwartung|\p{L}*verfahren|seit|gestiegen|gesunken)$/u;

/** With a mean or a wait in the sentence, a time is a statistic. */
function isMeasured(words: readonly Word[]): boolean {
  return words.some(({ lower }) => measured.test(lower));
}

/** A deadline, a rhythm, or how long something takes that was planned so: "in zehn Minuten", "zwei Wochen vor der Sitzung". */
export function isAgreedTime(words: readonly Word[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || next === undefined || word.after !== "" || !units.test(next.lower)) return false;
  // "39,4 Jahre" and "4.300 Stunden" were worked out.
  if (/[.,]/.test(word.text)) return false;
  // "an vier Tagen in der Woche"
  if (words.slice(index + 2, index + 5).some(({ lower }) => /^(?:woche|monat|jahr|tag)$/.test(lower))) return true;
  if (words.slice(Math.max(0, index - 8), index).some(({ lower }) => agreed.has(lower))) return true;
  if (isMeasured(words)) return false;
  if (short.test(next.lower)) return true;
  if (!years.test(next.lower)) return words[index - 1]?.lower !== "vor" && !/^\d{3}/.test(word.text);
  // "muss der Aufenthalt fünf Jahre bestehen"
  if (words.some(({ lower }) => modal.test(lower))) return true;
  const near = words.slice(Math.max(0, index - 2), index).some(({ lower }) => relative.test(lower));
  return near || howLong.test(words[index + 2]?.lower ?? "");
}

/** "Wer länger als drei Monate bleibt": a duration that a law names, whatever stands around it. */
export function isTimeUnit(words: readonly Word[], index: number): boolean {
  return units.test(words[index]?.lower ?? "");
}

/** "um zwölf Uhr", "halb neun", "gegen zehn", "von acht bis zwölf", "die neunziger Jahre", "fünf Minuten vor zehn". */
export function isClock(words: readonly Word[], index: number): boolean {
  const [before, word, next] = [words[index - 1], words[index], words[index + 1]];
  if (word === undefined) return false;
  if (next?.lower === "uhr" || before?.lower === "halb") return true;
  if (word.lower.endsWith("ziger") && years.test(next?.lower ?? "")) return true;
  if (!isSmall(word.lower)) return false;
  if (word.lower === "zwölf" && before?.lower === "vor") return true;
  return before?.lower === "gegen" && !isNoun(next, word);
}

const people: RegExp =
  /^(?:kinder|kindern|kind|jugendliche[nr]?|alle|menschen|personen|männer|frauen|mädchen|jungen|leute|erwachsene[nr]?|schüler\p{L}*|teilnehmende[nr]?|person|interessierte|beschäftigte[nr]?|einwohner\p{L}*|zugewanderte[nr]?|geflüchtete[nr]?|wer|jede[rsnm]?|babys|kleinkinder|familien|bürger\p{L}*|ausländer\p{L}*)$/u;

/** "von 15 bis 24 Jahren", "unter 18 Jahre", "mit 16 Jahren", "67 Jahre alt", "Kinder unter drei", "alle zwischen 14 und 27". */
export function isAge(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || !(/^\d{1,3}$/.test(word.text) ? Number(word.text) <= 120 : isCardinal(word.lower))) return false;
  const unit = words.slice(index + 1, index + 4).find(({ kind }) => kind === "word");
  // "15 bis 24 Jahren", "15 bis unter 65 Jahren"
  const isUnder = words[index + 2]?.lower === "unter";
  const range = /^(?:bis|und)$/.test(unit?.lower ?? "") ? words[index + (isUnder ? 4 : 3)] : unit;
  if (/^(?:jahre?n?|lebensjahr\p{L}*)$/u.test(range?.lower ?? "")) {
    const bounded = words
      .slice(Math.max(0, index - 4), index)
      .some(({ lower }) => /^(?:unter|über|ab|bis|zwischen|von|alter|älter|jünger)$/.test(lower));
    if (bounded) return true;
    return (words[index - 1]?.lower === "mit" || words[index + 2]?.lower === "alt") && !isMeasured(words);
  }
  return isAgeAlone(words, index, word);
}

function isAgeAlone(words: readonly Word[], index: number, word: Word): boolean {
  // "unter 18 Prozent", "ab zwölf Personen"
  if (/^[ ]?[%‰€]/.test(word.after) || isNoun(words[index + 1], word)) return false;
  const bound = boundBefore(words, index);
  if (bound === undefined) return false;
  const before = words[bound - 1];
  // "Jeder Zweite ist unter dreißig"
  const isTheirs =
    /^(?:ist|sind|war|waren)$/.test(before?.lower ?? "") &&
    words.slice(0, bound).some(({ lower }) => people.test(lower) || everyOrdinal.test(lower) || lower === "hälfte");
  const isOlder = /^als$/.test(words[bound]?.lower ?? "") && /^(?:älter|jünger)/.test(before?.lower ?? "");
  return isOlder || (words[bound]?.lower !== "als" && (isTheirs || (before?.after === "" && people.test(before.lower))));
}

/** Where "unter", "ab", "als" or "zwischen 14 und" stands before the number. */
function boundBefore(words: readonly Word[], index: number): number | undefined {
  const before = words[index - 1];
  if (/^(?:unter|über|ab|bis|als|zwischen|von)$/.test(before?.lower ?? "")) {
    // "zwischen 14 und 27": both ends are asked.
    return index - 1;
  }
  const isRange = /^(?:und|bis)$/.test(before?.lower ?? "") && /^(?:zwischen|von)$/.test(words[index - 3]?.lower ?? "");
  return isRange ? index - 3 : undefined;
}

function isNoun(next: Word | undefined, word: Word): boolean {
  return next !== undefined && word.after === "" && (next.text !== next.lower || next.kind === "bound" || next.lower === "prozent");
}
