/** What can be wrong with an expression's meaning: names, keys, days, units, types. Days come as German text. */

import type { Message } from "../diagnostic.ts";
import { didYouMean, listed, type Words } from "./fields.ts";

const sequence = (names: readonly string[]): string =>
  names.length > 6 ? `${names.slice(0, 3).join(", ")}, …, ${names.slice(-2).join(", ")}` : names.join(", ");

export function unknownDataset(name: string, near: string | undefined): Message {
  return {
    code: "unknown-dataset",
    de: `Einen Datensatz »${name}« gibt es nicht.${didYouMean(near).de}`,
    en: `There is no dataset “${name}”.${didYouMean(near).en}`,
  };
}

export function functionNeedsBrackets(usage: string): Message {
  return {
    code: "function-needs-brackets",
    de: `Das ist eine Funktion und braucht Klammern: ${usage}.`,
    en: `This is a function and needs brackets: ${usage}.`,
  };
}

export function previousAlone(): Message {
  return {
    code: "previous-alone",
    de: "previous steht nur nach @ oder als zweites Argument von change und change_rate.",
    en: "previous stands only after @ or as the second argument of change and change_rate.",
  };
}

export function momentAlone(): Message {
  return {
    code: "moment-alone",
    de: "Ein Tag allein (@ …) steht nur als zweites Argument von change und change_rate.",
    en: "A day alone (@ …) stands only as the second argument of change and change_rate.",
  };
}

export function momentWithoutData(): Message {
  return {
    code: "moment-without-data",
    de: "Davor steht kein Wert aus einem Datensatz; @ hat hier keine Wirkung.",
    en: "There is no value of a dataset before it; @ has no effect here.",
  };
}

export function momentFixed(): Message {
  return {
    code: "moment-fixed",
    de: "Dieser Wert ist mit @ schon auf einen Tag festgelegt; die Veränderung wäre immer null.",
    en: "This value is already fixed to a day with @; the change would always be zero.",
  };
}

export function unknownDeckField(name: string, near: string | undefined, known: readonly string[]): Message {
  return {
    code: "unknown-deck-field",
    de: `deck.${name} gibt es nicht oder steht nicht in deck.yaml.${near === undefined ? ` Vorhanden: ${sequence(known)}.` : didYouMean(`deck.${near}`).de}`,
    en: `There is no deck.${name}, or deck.yaml does not give it.${near === undefined ? ` There are ${sequence(known)}.` : didYouMean(`deck.${near}`).en}`,
  };
}

/** @param first the first Stichtag of all, if there is one, too late to be seen */
/** @param known the day of knowledge, where the deck is built as it was known then */
export function noReleaseYet(dataset: string, asOf: string, known: string | undefined, first: string | undefined): Message {
  const then = knownThen(known);
  return {
    code: "no-release",
    de:
      first === undefined
        ? `Zu »${dataset}« gibt es noch keinen Stand.`
        : `Bis zum ${asOf}${then.de} gibt es von »${dataset}« keinen Stand; der erste ist vom ${first}.`,
    en:
      first === undefined
        ? `“${dataset}” has no release yet.`
        : `“${dataset}” has no release up to ${asOf}${then.en}; the first is of ${first}.`,
  };
}

/** @param later whether the day exists, but after the day as of which the deck is built */
export function noSuchStichtag(name: string, day: string, days: readonly string[], later: boolean): Message {
  return {
    code: "no-such-stichtag",
    de: later
      ? `${name} hat den Stichtag ${day}, aber er liegt nach dem Tag, zu dem das Deck gebaut wird (as_of), oder war da noch nicht bekannt.`
      : `${name} hat keinen Stichtag ${day}. Vorhanden: ${sequence(days)}.`,
    en: later
      ? `${name} has the Stichtag ${day}, but it is after the day as of which the deck is built (as_of), or was not known then.`
      : `${name} has no Stichtag ${day}. There are ${sequence(days)}.`,
  };
}

export function noPrevious(name: string, day: string): Message {
  return {
    code: "no-previous",
    de: `Vor dem ${day} gibt es von ${name} keinen Stand.`,
    en: `There is no release of ${name} before ${day}.`,
  };
}

/**
 * @param elsewhere other Stichtage that have the key
 * @param keys those that there are, to be named where none is near
 */
export function unknownKeyInRelease(
  name: string,
  day: string,
  key: string,
  { near, elsewhere, keys }: { readonly near: string | undefined; readonly elsewhere: readonly string[]; readonly keys: readonly string[] },
): Message {
  const hint =
    elsewhere.length > 0
      ? {
          de: ` Es gibt ihn am ${sequence(elsewhere)}: mit @ und dem Tag wählen.`,
          en: ` It exists on ${sequence(elsewhere)}: choose with @ and the day.`,
        }
      : near !== undefined
        ? didYouMean(near)
        : { de: ` Vorhanden: ${sequence(keys)}.`, en: ` There are ${sequence(keys)}.` };
  return {
    code: "unknown-key",
    de: `${name} hat im Stand vom ${day} keinen Schlüssel »${key}«.${hint.de}`,
    en: `${name} has no key “${key}” in the release of ${day}.${hint.en}`,
  };
}

/** @param later Stichtage that have the key, but cannot be seen yet */
/** @param known as of {@link noReleaseYet} */
export function keyNotYet(name: string, key: string, asOf: string, known: string | undefined, later: readonly string[]): Message {
  const then = knownThen(known);
  return {
    code: "key-not-yet",
    de: `${name} hat bis zum ${asOf}${then.de} keinen Schlüssel »${key}«; es gibt ihn erst am ${sequence(later)}.`,
    en: `${name} has no key “${key}” up to ${asOf}${then.en}; it exists only on ${sequence(later)}.`,
  };
}

function knownThen(known: string | undefined): { readonly de: string; readonly en: string } {
  if (known === undefined) return { de: "", en: "" };
  return { de: ` nach dem Kenntnisstand vom ${known} (--known-on)`, en: ` by what was known on ${known} (--known-on)` };
}

export function noKeyBelow(name: string): Message {
  return {
    code: "no-key-below",
    de: `${name} ist schon ein einzelner Wert und hat keine Schlüssel unter sich.`,
    en: `${name} is a single value already and has no keys below it.`,
  };
}

export function levelsBelow(name: string, keys: readonly string[]): Message {
  return {
    code: "levels-below",
    de: `${name} ist weiter untergliedert: ${listed(keys).de} wählen.`,
    en: `${name} is divided further: choose ${listed(keys).en}.`,
  };
}

export function unknownFunction(name: string, near: string | undefined, names: readonly string[]): Message {
  return {
    code: "unknown-function",
    de: `Eine Funktion »${name}« gibt es nicht.${near === undefined ? ` Es gibt ${names.join(", ")} und für Bedingungen Wörter wie rund, knapp und gestiegen.` : didYouMean(near).de}`,
    en: `There is no function “${name}”.${near === undefined ? ` There are ${names.join(", ")} and, for conditions, words such as rund, knapp and gestiegen.` : didYouMean(near).en}`,
  };
}

export function argumentCount(usage: readonly string[], found: number): Message {
  return {
    code: "argument-count",
    de: `Die Zahl der Argumente (${found}) passt nicht: ${usage.join(" oder ")}.`,
    en: `The number of arguments (${found}) does not fit: ${usage.join(" or ")}.`,
  };
}

export function wrongOperand(expected: Words, found: Words, usage: string | undefined): Message {
  const example = usage === undefined ? "" : ` (${usage})`;
  return {
    code: "wrong-operand",
    de: `Hier wird ${expected.de} erwartet, nicht ${found.de}${example}.`,
    en: `Expected ${expected.en} here, not ${found.en}${example}.`,
  };
}

export function unitMismatch(operation: string, left: string, right: string): Message {
  return {
    code: "unit-mismatch",
    de: `»${operation}« braucht gleiche Einheiten, hier stehen ${left || "eine reine Zahl"} und ${right || "eine reine Zahl"}.`,
    en: `“${operation}” needs equal units, these are ${left || "a pure number"} and ${right || "a pure number"}.`,
  };
}

export function symbolInArithmetic(name: string, symbol: string, meaning: string, place: string): Message {
  return {
    code: "symbol-in-arithmetic",
    de: `${name} ist keine Zahl, sondern »${symbol}«: ${meaning} (${place}). Damit lässt sich nicht rechnen.`,
    en: `${name} is no number but “${symbol}”: ${meaning} (${place}). It cannot be reckoned with.`,
  };
}

/** @param divisor what is zero, unless the zero itself is written there */
export function divisionByZero(divisor: string | undefined): Message {
  return {
    code: "division-by-zero",
    de: `Hier wird durch null geteilt${divisor === undefined ? "" : `: ${divisor} ist 0`}.`,
    en: `This divides by zero${divisor === undefined ? "" : `: ${divisor} is 0`}.`,
  };
}

export function notFinite(): Message {
  return {
    code: "not-finite",
    de: "Das Ergebnis ist zu groß, um eine Zahl zu sein.",
    en: "The result is too large to be a number.",
  };
}

export function notExact(): Message {
  return {
    code: "not-exact",
    de: "Das Ergebnis ist größer als 9.007.199.254.740.991: so große Zahlen lassen sich nicht mehr auf die Einerstelle genau rechnen.",
    en: "The result is larger than 9,007,199,254,740,991: numbers of that size cannot be worked out exactly any more.",
  };
}

export function emptyTable(): Message {
  return {
    code: "empty-table",
    de: "Diese Tabelle hat keine Werte.",
    en: "This table has no values.",
  };
}

export function keyNotInTable(key: string, near: string | undefined, keys: readonly string[]): Message {
  return {
    code: "key-not-in-table",
    de: `Diese Tabelle hat keinen Schlüssel »${key}«.${near === undefined ? ` Vorhanden: ${sequence(keys)}.` : didYouMean(near).de}`,
    en: `This table has no key “${key}”.${near === undefined ? ` There are ${sequence(keys)}.` : didYouMean(near).en}`,
  };
}

export function keysDiffer(keys: readonly string[]): Message {
  return {
    code: "keys-differ",
    de: `Die zweite Tabelle hat nicht alle Schlüssel der ersten: Es fehlt ${sequence(keys.map((key) => `»${key}«`))}.`,
    en: `The second table does not have all keys of the first: ${sequence(keys.map((key) => `“${key}”`))} is missing.`,
  };
}

/** @param keys of the second table that the first lacks */
export function keysLeftOver(keys: readonly string[]): Message {
  const names = sequence(keys.map((key) => `»${key}«`));
  return {
    code: "keys-left-over",
    de: `Die zweite Tabelle hat Schlüssel, die der ersten fehlen und wegfielen: ${names}. Beide müssen dieselben haben; mit top(n, t) wählt man einige aus.`,
    en: `The second table has keys that the first lacks and that would be dropped: ${sequence(keys.map((key) => `“${key}”`))}. Both must have the same; top(n, t) chooses some.`,
  };
}

/** @param keys that stand in other releases */
export function keysLacking(keys: readonly string[]): Message {
  return {
    code: "keys-lacking",
    de: `Zu diesem Zeitpunkt fehlt in der Tabelle ${sequence(keys.map((key) => `»${key}«`))}, was es zu anderen Stichtagen gibt: Summen, Anzahlen, Ränge und Mittelwerte wären nicht vergleichbar. Einen Stichtag mit allen Schlüsseln wählen oder die Schlüssel einzeln nennen.`,
    en: `At this moment the table lacks ${sequence(keys.map((key) => `“${key}”`))}, which stand at other Stichtage: sums, counts, ranks and means could not be compared. Choose a Stichtag with all keys, or name the keys one by one.`,
  };
}

export function placeNotInTable(place: number, count: number): Message {
  return {
    code: "place-not-in-table",
    de: `Einen ${place}. Platz gibt es nicht: Die Tabelle hat ${count} Werte.`,
    en: `There is no place ${place}: the table has ${count} values.`,
  };
}

export function severalStichtage(days: readonly string[]): Message {
  return {
    code: "several-stichtage",
    de: `Das beruht auf mehreren Stichtagen: ${sequence(days)}.`,
    en: `This rests on several Stichtage: ${sequence(days)}.`,
  };
}

export function restsOnNoData(): Message {
  return {
    code: "rests-on-no-data",
    de: "Das beruht auf keinem Datensatz und hat weder Stichtag noch Quelle.",
    en: "This rests on no dataset and has neither Stichtag nor source.",
  };
}

export function noHistory(): Message {
  return {
    code: "no-history",
    de: "Es gibt keinen Stichtag bis zum Tag des Decks, zu dem alle Werte dieses Ausdrucks vorliegen.",
    en: "There is no Stichtag up to the deck's day for which all values of this expression exist.",
  };
}
