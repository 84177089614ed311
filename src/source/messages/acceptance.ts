/**
 * What speaks against values that came in. Each is one whole sentence with its numbers, because a release keeps the
 * German ones of those that somebody took all the same. `name` is a value's keys: "männlich / Afrika".
 */

import type { Message } from "../diagnostic.ts";
import { didYouMean, listed, type Words } from "./fields.ts";
import { counted, spokenNumber, spokenPercent } from "./numbers.ts";

/** A number, or the symbol in its place. */
export type Shown = number | string;

function shown(value: Shown): Words {
  return typeof value === "number" ? spokenNumber(value) : { de: `»${value}«`, en: `“${value}”` };
}

function and(names: readonly string[]): Words {
  const { de, en } = listed(names);
  return { de: de.replace(/ oder (?=»[^»]*$)/u, " und "), en: en.replace(/ or (?=“[^“]*$)/u, " and ") };
}

export function keysLacking(keys: readonly string[]): Message {
  const names = and(keys);
  const verb = keys.length === 1 ? { de: "fehlt", en: "is" } : { de: "fehlen", en: "are" };
  return {
    code: "check-keys-missing",
    de: `Es ${verb.de} ${names.de}, obwohl jeder Stand des Datensatzes vollständig sein soll.`,
    en: `${names.en} ${verb.en} missing, though each release of the dataset should be complete.`,
  };
}

/** @param stichtag of the release in which the keys stood */
export function keysVanished(keys: readonly string[], stichtag: string): Message {
  const names = and(keys);
  const verb = keys.length === 1 ? { de: "fehlt", en: "is" } : { de: "fehlen", en: "are" };
  return {
    code: "check-keys-vanished",
    de: `Es ${verb.de} ${names.de}, im Stand vom ${stichtag} noch vorhanden.`,
    en: `${names.en} ${verb.en} missing, present in the release of ${stichtag}.`,
  };
}

export function keyUnknown(key: string, near: string | undefined): Message {
  return {
    code: "check-key-unknown",
    de: `»${key}« steht nicht unter keys in dataset.yaml.${didYouMean(near).de}`,
    en: `“${key}” is not among the keys in dataset.yaml.${didYouMean(near).en}`,
  };
}

/** @param stichtag of the release in which they stood */
export function cellsVanished(gone: number, of: number, examples: readonly string[], stichtag: string): Message {
  const names = and(examples);
  return {
    code: "check-values-vanished",
    de: `Von ${spokenNumber(of).de} Werten des Standes vom ${stichtag} fehlen ${spokenNumber(gone).de}, zum Beispiel ${names.de}.`,
    en: `Of ${spokenNumber(of).en} values of the release of ${stichtag}, ${spokenNumber(gone).en} are missing, for example ${names.en}.`,
  };
}

/** @param stichtag of the release whose values these are */
export function valuesOfBefore(same: number, of: number, stichtag: string): Message {
  const [equal, count] = [spokenNumber(same), spokenNumber(of)];
  const share =
    same === of
      ? { de: `alle ${count.de}`, en: `all ${count.en}` }
      : { de: `${equal.de} von ${count.de}`, en: `${equal.en} of ${count.en}` };
  return {
    code: "check-values-of-before",
    de: `Diese Werte sind die des Standes vom ${stichtag}: ${share.de} Zahlen sind dieselben. Steht in der Datei ein neuer Tag über alten Zahlen?`,
    en: `These values are those of the release of ${stichtag}: ${share.en} numbers are the same. Does the file have a new day above old numbers?`,
  };
}

export function levelExpected(name: string, stichtag: string): Message {
  return {
    code: "check-shape",
    de: `»${name}« ist im Stand vom ${stichtag} anders gegliedert: Einmal steht ein Wert, einmal eine weitere Ebene von Schlüsseln.`,
    en: `“${name}” is divided otherwise in the release of ${stichtag}: once a value stands there, once a further level of keys.`,
  };
}

export function outOfRange(name: string, value: number, least: number | undefined, most: number | undefined): Message {
  const from = spokenNumber(least ?? Number.NEGATIVE_INFINITY);
  const to = spokenNumber(most ?? Number.POSITIVE_INFINITY);
  const bounds =
    least === undefined
      ? { de: `höchstens ${to.de}`, en: `at most ${to.en}` }
      : most === undefined
        ? { de: `mindestens ${from.de}`, en: `at least ${from.en}` }
        : { de: `von ${from.de} bis ${to.de}`, en: `from ${from.en} to ${to.en}` };
  return {
    code: "check-range",
    de: `»${name}« ist ${spokenNumber(value).de}, zulässig ist ${bounds.de}.`,
    en: `“${name}” is ${spokenNumber(value).en}, allowed is ${bounds.en}.`,
  };
}

/** What a change may be at most, between Stichtage so many started years apart. */
export interface Plausible {
  readonly share: number;
  readonly years: number;
}

/** @param before value and Stichtag it is compared with */
export function changedMuch(name: string, now: Shown, before: { value: Shown; stichtag: string }, allowed: Plausible): Message {
  const share =
    typeof now === "number" && typeof before.value === "number" && before.value !== 0
      ? (now - before.value) / Math.abs(before.value)
      : undefined;
  const by = share === undefined ? undefined : spokenPercent(share);
  const signed = (words: Words | undefined, language: "de" | "en"): string =>
    words === undefined || share === undefined ? "" : ` (${share > 0 ? "+" : ""}${words[language]})`;
  const limit = spokenPercent(allowed.share);
  const over = allowed.years === 1 ? { de: "", en: "" } : { de: ` in ${allowed.years} Jahren`, en: ` in ${allowed.years} years` };
  return {
    code: "check-change",
    de: `»${name}« war am ${before.stichtag} ${shown(before.value).de} und ist jetzt ${shown(now).de}${signed(by, "de")}; plausibel ist${over.de} eine Änderung um höchstens ${limit.de}.`,
    en: `“${name}” was ${shown(before.value).en} on ${before.stichtag} and is ${shown(now).en} now${signed(by, "en")}; plausible is a change by ${limit.en} at most${over.en}.`,
  };
}

/** How a sum should have come out. */
export interface SumFound {
  /** Keys of the total, with its dataset's name if it is another. */
  readonly name: string;
  readonly total: number;
  readonly sum: number;
  readonly parts: number;
  /** How far they may be apart by rounding; 0 for exact counts. */
  readonly tolerance: number;
}

export function sumWrong({ name, total, sum, parts, tolerance }: SumFound): Message {
  const apart = spokenNumber(Math.round((sum - total) * 1e9) / 1e9);
  const [count, whole, made] = [spokenNumber(parts), spokenNumber(total), spokenNumber(sum)];
  const most = spokenNumber(Math.round(tolerance * 1e9) / 1e9);
  const rounding =
    tolerance > 0
      ? { de: `; durch Rundung erklärbar sind höchstens ${most.de}`, en: `; rounding explains ${most.en} at most` }
      : { de: "", en: "" };
  return {
    code: "check-sum",
    de: `Die ${count.de} Teile von »${name}« ergeben zusammen ${made.de} statt ${whole.de} (Unterschied ${apart.de}${rounding.de}).`,
    en: `The ${count.en} parts of “${name}” add up to ${made.en} instead of ${whole.en} (difference ${apart.en}${rounding.en}).`,
  };
}

/** A rule under `checks:` names a key that the values do not have: the rule or the values are wrong. */
export function sumKeyUnknown(key: string, near: string | undefined): Message {
  return {
    code: "check-sum-key",
    de: `Die Summenprüfung nennt »${key}«, das es hier nicht gibt.${didYouMean(near).de}`,
    en: `The check of a sum names “${key}”, which is not here.${didYouMean(near).en}`,
  };
}

export function sumDatasetUnknown(dataset: string, near: string | undefined): Message {
  return {
    code: "check-sum-dataset",
    de: `Die Summenprüfung nennt den Datensatz »${dataset}«, den es nicht gibt.${didYouMean(near).de}`,
    en: `The check of a sum names the dataset “${dataset}”, which does not exist.${didYouMean(near).en}`,
  };
}

/** @param count how many values, all of them */
export function allTheSame(value: Shown, count: number): Message {
  const what = counted(count, { de: "Wert", en: "value" }, { de: "Werte", en: "values" });
  return {
    code: "check-all-the-same",
    de: `${count === 1 ? "Der einzige Wert" : `Alle ${what.de}`} ${count === 1 ? "ist" : "sind"} ${shown(value).de}: eine ganze Statistik ohne Zahl ist kaum eine echte Null.`,
    en: `${count === 1 ? "The only value" : `All ${what.en}`} ${count === 1 ? "is" : "are"} ${shown(value).en}: a whole statistic without a number is hardly a real zero.`,
  };
}

export function notWhole(name: string, value: number, unit: string): Message {
  return {
    code: "check-not-whole",
    de: `»${name}« ist ${spokenNumber(value).de}: ${unit} werden in ganzen Zahlen gezählt.`,
    en: `“${name}” is ${spokenNumber(value).en}: ${unit} are counted in whole numbers.`,
  };
}

export function notMultiple(name: string, value: number, roundedTo: number): Message {
  return {
    code: "check-not-rounded",
    de: `»${name}« ist ${spokenNumber(value).de} und damit kein Vielfaches von ${spokenNumber(roundedTo).de}, auf das der Datensatz gerundet ist.`,
    en: `“${name}” is ${spokenNumber(value).en}, no multiple of ${spokenNumber(roundedTo).en}, to which the dataset is rounded.`,
  };
}

/** Stands for further objections of the same kind. */
export function andMore(code: string, count: number): Message {
  const { de, en } = spokenNumber(count);
  return { code, de: `Dazu noch ${de} dieser Art.`, en: `And ${en} more of this kind.` };
}

/** @param last the newest Stichtag that the dataset has */
export function notAfterLast(stichtag: string, last: string): Message {
  return {
    code: "check-stichtag-old",
    de: `Der Stichtag ${stichtag} liegt vor dem letzten, dem ${last}.`,
    en: `The Stichtag ${stichtag} is before the last one, ${last}.`,
  };
}

/** For yearly statistics. */
export function outOfRhythm(stichtag: string, last: string): Message {
  return {
    code: "check-stichtag-rhythm",
    de: `Der Stichtag ${stichtag} fällt aus dem Rhythmus: einen solchen Tag im Jahr gab es hier noch nicht, der letzte war der ${last}.`,
    en: `The Stichtag ${stichtag} is out of rhythm: there was no such day of the year here yet, the last one was ${last}.`,
  };
}

// What could not be checked: no objections, but said.

export function sumsUncheckable(additivity: "cell-key" | "sample"): Message {
  const why =
    additivity === "cell-key"
      ? { de: "Ergebnisse mit Cell-Key-Geheimhaltung addieren sich nicht", en: "results protected by cell keys do not add up" }
      : { de: "hochgerechnete Ergebnisse einer Stichprobe addieren sich nicht", en: "results of a sample do not add up" };
  return { code: "unchecked-additivity", de: `Summen nicht geprüft: ${why.de}.`, en: `Sums not checked: ${why.en}.` };
}

/** @param name of the total; @param part of the value that is missing; @param places how many sums this concerns in all */
export function sumWithMissing(name: string, part: string, value: Shown, places: number): Message {
  const more = furtherSums(places - 1);
  return {
    code: "unchecked-missing",
    de: `Summe »${name}« nicht geprüft: »${part}« ist ${shown(value).de}${more.de}.`,
    en: `Sum “${name}” not checked: “${part}” is ${shown(value).en}${more.en}.`,
  };
}

function furtherSums(count: number): Words {
  const sums = counted(count, { de: "weitere Summe", en: "further sum" }, { de: "weitere Summen", en: "further sums" });
  return count > 0 ? { de: ` (ebenso ${sums.de})`, en: ` (so with ${sums.en})` } : { de: "", en: "" };
}

export function sumWithAbsent(name: string, part: string, places: number): Message {
  const more = furtherSums(places - 1);
  return {
    code: "unchecked-absent",
    de: `Summe »${name}« nicht geprüft: »${part}« gibt es nicht${more.de}.`,
    en: `Sum “${name}” not checked: there is no “${part}”${more.en}.`,
  };
}

export function otherNotThere(name: string, stichtag: string): Message {
  return {
    code: "unchecked-other",
    de: `Summe nicht mit »${name}« verglichen: Zum ${stichtag} gibt es dort keinen Wert.`,
    en: `Sum not compared with “${name}”: there is no value of ${stichtag}.`,
  };
}

export function changeUnchecked(): Message {
  return {
    code: "unchecked-change",
    de: "Änderungen nicht geprüft: Es gibt keinen früheren Stand.",
    en: "Changes not checked: there is no earlier release.",
  };
}
