/** What the words around say of a clause: whether it states anything, and where it ends. */

import * as table from "./comparisons.ts";
import type { Word } from "./sentence.ts";

const separates: RegExp = /[,;:–—(]/;
/** What a clause begins with that hangs on another. */
const subordinate: RegExp =
  /^(?:dass|weil|da|obwohl|während|wie|als|wenn|ob|falls|sofern|sobald|soweit|damit|bevor|nachdem|seit|seitdem|der|die|das|den|dem|deren|dessen|was|wo|welche[rsnm]?)$/;
/** "Wir wollen, dass …", "es kann sein, dass …". */
const wishes: RegExp =
  /^(?:soll|sollen|sollte|sollten|will|wollen|möchte|möchten|würde|würden|sein|hoffe|hoffen|wünschen|wünsche|fordern|erreichen|sorgen|nötig|wichtig)$/;
/** "Ein positiver Saldo bedeutet, dass mehr Menschen zuziehen": a definition. */
const means: RegExp = /^(?:bedeutet|bedeuten|heißt|besagt|meint)$/;
const asks: RegExp = /^(?:welche[rsnm]?|wer|was|wo|wann|warum|weshalb|inwieweit|inwiefern|wie)$/;
/** "Wie stark die Zahl gestiegen ist, zeigt die Folie": then it has risen. */
const shows: RegExp = /^(?:zeigt|zeigen|zeige|belegt|belegen|sehen|sieht|verdeutlicht|verdeutlichen)$/;
const unknown: RegExp =
  /^(?:weiß|wissen|fragt|fragen|frage|prüf\p{L}*|untersuch\p{L}*|klär\p{L}*|offen|unklar|interessiert|erheben|ermitteln|beobachten)$/u;

/** The clause around a word, as positions in the sentence: from the first, before the second. */
function clauseAround(words: readonly Word[], index: number): readonly [number, number] {
  let [from, to] = [index, index + 1];
  while (from > 0 && !separates.test(words[from - 1]?.after ?? "")) from--;
  while (to < words.length && !separates.test(words[to - 1]?.after ?? "")) to++;
  return [from, to];
}

/** "soll steigen", "ob … gestiegen ist", "es ist geplant, dass …": nothing is said to be so. */
export function isHypothetical(words: readonly Word[], index: number): boolean {
  // "kann angesichts steigender Mieten keine Rede sein": they rise, whatever can be
  if (isPresupposed(words, index)) return false;
  // "kleiner als geplant", "wie geplant": it has come about.
  if (words.some(({ lower }, at) => table.plans.test(lower) && !/^(?:als|wie)$/.test(words[at - 1]?.lower ?? ""))) return true;
  const [from, to] = clauseAround(words, index);
  if (isConditional(words, from, index) || hangsOnCondition(words, to) || (from === 0 && isInverted(words, to))) return true;
  // "Ohne Zuwanderung würde die Bevölkerung abnehmen" says how it is.
  const isContrary = words.slice(from, index).some(({ lower }) => lower === "ohne");
  if (words.slice(from, to).some(({ lower }) => table.modal.test(lower) && !(isContrary && lower.startsWith("würde")))) return true;
  if (from === 0) return false;
  const opening = words[from]?.lower ?? "";
  const earlier = words.slice(0, from);
  if (opening === "dass") return earlier.some(({ lower }) => wishes.test(lower) || means.test(lower)) || isLaw(earlier);
  // "Die Teilhabe soll, so der Beirat, steigen"; but "wie Sie sehen können, stieg die Zahl"
  return (
    !subordinate.test(opening) &&
    words[index]?.lower.endsWith("en") === true &&
    to === words.length &&
    index === to - 1 &&
    earlier.some(({ lower }, at) => table.modal.test(lower) && !hangsOn(words, clauseAround(words, at)[0]))
  );
}

/** Whether the clause that begins there hangs on another: "der" and "die" open a sentence as well. */
function hangsOn(words: readonly Word[], from: number): boolean {
  const opening = words[from]?.lower ?? "";
  return subordinate.test(opening) && (from > 0 || !/^(?:der|die|das|den|dem)$/.test(opening));
}

/** "Das Gesetz sieht vor, dass …" */
function isLaw(words: readonly Word[]): boolean {
  return words.some(({ lower }) => /^(?:sieht|sehen|sah)$/.test(lower)) && words.at(-1)?.lower === "vor";
}

/** "Sinkt die Zahl, wird der Kurs abgesagt": a condition without "wenn". */
function isInverted(words: readonly Word[], to: number): boolean {
  const [first, then] = [words[0], words[to]];
  return (
    first !== undefined &&
    then !== undefined &&
    inverted.test(first.lower) &&
    /^(?:so|dann)$|t$|en$/.test(then.lower) &&
    then.text === then.lower
  );
}

const inverted: RegExp =
  /^(?:steigt|steigen|sinkt|sinken|wächst|wachsen|schrumpft|schrumpfen|nimmt|nehmen|geht|gehen|fällt|fallen|bricht|brechen|kommt|kommen|gibt|wird|werden|bleibt|bleiben|liegt|liegen|ist|sind|hat|haben|(?:über|unter)schreite(?:t|n)|übersteig(?:t|en))$/;

/** A participle before its noun says that it is so, behind a preposition that takes a fact for a reason. */
function isPresupposed(words: readonly Word[], index: number): boolean {
  return (
    /nde[nrsm]$/.test(words[index]?.lower ?? "") && /^(?:trotz|angesichts|wegen|aufgrund|infolge|dank)$/.test(words[index - 1]?.lower ?? "")
  );
}

/** "Gewinne ergeben sich, wenn mehr zuziehen": said of a case. "…, wenn man genau hinsieht" is said of all. */
function hangsOnCondition(words: readonly Word[], from: number): boolean {
  if (!/^(?:wenn|falls|sofern)$/.test(words[from]?.lower ?? "")) return false;
  return !clauseOf(words, from).some(({ lower }) => /^(?:man|sie|wir|ich)$/.test(lower));
}

/** Whether a condition opens the clause. "Damit stieg …" and "auch wenn … gestiegen ist" state something. */
function isConditional(words: readonly Word[], from: number, index: number): boolean {
  return words.slice(from, index).some(({ lower }, offset) => {
    const at = from + offset;
    if (!table.hypothetical.has(lower)) return false;
    if (lower === "damit") return at > 0 && isClauseEnd(words, index);
    return lower !== "wenn" || !/^(?:auch|selbst)$/.test(words[at - 1]?.lower ?? "");
  });
}

/** "Welche Gemeinde am stärksten wächst, weiß niemand": asked and not said. */
export function isAsked(words: readonly Word[], index: number): boolean {
  const [from, to] = clauseAround(words, index);
  if (to - from === words.length) return false;
  const opens = asks.test(words[from]?.lower ?? "") || asks.test(words[from + 1]?.lower ?? "");
  if (!opens || (from + 1 === index && !asks.test(words[from]?.lower ?? ""))) return false;
  if (from === 0) return !words.slice(to).some(({ lower }) => shows.test(lower));
  return words.slice(0, from).some(({ lower }) => unknown.test(lower));
}

/** "Bitte geben Sie den höchsten Abschluss an": bidden and not said. "Beachten Sie den Rückgang" says that there is one. */
export function isBidden(words: readonly Word[], index: number): boolean {
  const [from, to] = clauseAround(words, index);
  const [first, second] = [words[from], words[from + 1]];
  const verb = first?.lower === "bitte" ? second : first;
  if (verb === undefined || /^(?:seh|beacht|schau|bemerk|denk|vergleich)/.test(verb.lower)) return false;
  const isImperative = verb.lower.endsWith("en") && words[words.indexOf(verb) + 1]?.text === "Sie";
  return isImperative || words.slice(from, to).some(({ lower }) => lower === "bitte");
}

export function isClauseEnd(words: readonly Word[], index: number): boolean {
  return index === words.length - 1 || /^[,.;:!?–]/.test(words[index]?.after ?? "");
}

/** The words of the clause around a word. */
export function clauseOf(words: readonly Word[], index: number): readonly Word[] {
  return words.slice(...clauseAround(words, index));
}

/** The next noun within so many words; nouns begin with a capital. */
export function nounAfter(words: readonly Word[], index: number, within: number = 3): Word | undefined {
  return words.slice(index + 1, index + 1 + within).find(({ text, lower }) => text !== lower);
}

/** "je früher …, desto besser". */
export function isProportion(words: readonly Word[]): boolean {
  return words.some(({ lower }) => lower === "desto" || lower === "umso");
}
