/** Comparisons by nouns: increases, records, majorities. */

import { isHypothetical, nounAfter } from "./clauses.ts";
import * as table from "./comparisons.ts";
import type { Kind } from "./kind.ts";
import * as relation from "./relation-words.ts";
import { hasAmount, isCountable, isMeasuredNoun, isUncounted, unmeasured } from "./measured.ts";
import { nominal } from "./separable.ts";
import type { Word } from "./sentence.ts";

export const nouns: readonly Kind[] = [
  { begins: (lower) => lower === "spitze" || table.nouns.test(lower), find: changeNoun },
  { begins: (lower) => table.countedNouns.test(lower) || nominal.has(lower), find: countedNoun },
  { begins: (lower) => lower === "abnahme", find: decrease },
  { begins: (lower) => table.majority.test(lower), find: majority },
  {
    begins: (lower) => table.peaks.test(lower),
    find: (words, index) => (hasAmount(words) && !isHypothetical(words, index) ? words[index] : undefined),
  },
];

function changeNoun(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word?.lower === "spitze") return isTop(words, index) ? word : undefined;
  if (word === undefined || word.text === word.lower || isHypothetical(words, index)) return undefined;
  // "ESF Plus", "Ein Plus bedeutet, dass …"
  const before = words[index - 1];
  const isName =
    before !== undefined && before.after === "" && (/^\p{Lu}{2}/u.test(before.text) || (index > 1 && before.text !== before.lower));
  if (/^(?:plus|minus)$/.test(word.lower) && (isName || /^(?:bedeutet|heißt)$/.test(words[index + 1]?.lower ?? ""))) return undefined;
  // "Die Verdoppelung des Beitrags lehnt der Beirat ab"
  if (word.lower.endsWith("ung") && words.some(({ lower }) => /^(?:lehnt|fordert|beantragt|beschließt|beschlossen|abgelehnt)$/.test(lower)))
    return undefined;
  // "Der Anstieg zum Kreishaus"
  const way = /^(?:zum|zur)$/.test(words[index + 1]?.lower ?? "") ? nounAfter(words, index + 1, 2) : undefined;
  if (way !== undefined && relation.noRival.test(way.lower) && !hasAmount(words)) return undefined;
  // "Zuwachs an Vertrauen", "Rückgang des Hochwassers"
  const of = nounAfter(words, index);
  const isJudged = of !== undefined && (table.judgements.test(of.lower) || unmeasured.test(of.lower)) && !isMeasuredNoun(of.lower);
  // "Zuwachs an Bürokratie"
  const isOfStuff = words[index + 1]?.lower === "an" && of !== undefined && isUncounted(of.lower);
  return word.after === "" && (isJudged || isOfStuff) ? undefined : word;
}

/** "an der Spitze steht Syrien", "setzt sich an die Spitze"; not at that of an office or a procession. */
function isTop(words: readonly Word[], index: number): boolean {
  const [at, article] = [words[index - 2], words[index - 1]];
  if (article?.lower !== "der" && !(article?.lower === "die" && at?.lower === "an")) return false;
  const of = /^(?:der|des|von)$/.test(words[index + 1]?.lower ?? "") ? nounAfter(words, index + 1, 2) : undefined;
  return of === undefined || !heads.test(of.lower);
}

/** What people are at the head of. */
const heads: RegExp =
  /(?:verwaltung|vereine?s|verband(?:e?s)?|amte?s|behörde|hauses|fraktion|partei|delegation|zuge?s|gremiums|ausschusses|stiftung|turme?s|kreistage?s|gruppe|teams|projekte?s|initiative)$/;

/** "die Steigerung der Fallzahlen", "ein Einbruch bei den Anmeldungen": of numbers only. */
function countedNoun(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined || word.text === word.lower || isHypothetical(words, index)) return undefined;
  const isBy = words[index + 1]?.lower === "um" && words[index + 2]?.kind !== "word";
  if (isBy || hasAmount(words.slice(index + 1))) return word;
  // "Gefälle zwischen Stadt und Land", "Rückstand gegenüber dem Landesschnitt"
  if (words[index + 1]?.lower === "zwischen" && /^(?:gefälle|kluft|diskrepanz|ungleichgewicht|schieflage)/.test(word.lower)) return word;
  if (words.slice(index + 1, index + 5).some(({ lower }) => relation.standard.test(lower))) return word;
  // "ein Einbruch bei den Baugenehmigungen"; burglars break into something
  const of = words[index + 1]?.lower === "bei" ? nounAfter(words, index + 1) : undefined;
  return of !== undefined && isCountable(of.lower) ? word : undefined;
}

/** "die Abnahme der Bevölkerung", "eine leichte Abnahme"; the Abnahme of rooms and examinations approves of them. */
function decrease(words: readonly Word[], index: number): Word | undefined {
  const [before, word] = [words[index - 1], words[index]];
  if (word === undefined || word.text === word.lower || isHypothetical(words, index)) return undefined;
  const of = nounAfter(words, index, 4);
  if (of !== undefined && word.after === "") return isMeasuredNoun(of.lower) ? word : undefined;
  return table.howItChanges.test(before?.lower ?? "") || words.some(({ lower }) => lower === "zunahme") ? word : undefined;
}

/** "die Mehrheit", "überwiegend". */
function majority(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined) return undefined;
  if (word.lower === "minderheit" && words.some(({ lower }) => table.minorities.test(lower))) return undefined;
  // "der überwiegende Bedarf"
  const what = /nde[nrsm]?$/.test(word.lower) ? nounAfter(words, index, 1) : undefined;
  if (what !== undefined && table.judgements.test(what.lower)) return undefined;
  const isVote =
    words[index - 1]?.lower === "mit" || words[index - 2]?.lower === "mit" || words.some(({ lower }) => table.voting.test(lower));
  return isVote && /^(?:mehr|minder)/.test(word.lower) ? undefined : word;
}
