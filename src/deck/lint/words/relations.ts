/** Comparisons by where something stands among others: "dicht hinter Rumänien", "kein anderer Landkreis", "über dem Durchschnitt". */

import { isHypothetical, nounAfter } from "./clauses.ts";
import * as table from "./comparisons.ts";
import type { Kind } from "./kind.ts";
import { hasAmount, hasCountable, hasPeople, isCountable, isMeasuredNoun, unmeasured } from "./measured.ts";
import { countedSingly, everyOrdinal } from "./number-words.ts";
import * as relation from "./relation-words.ts";
import { remembered, type Word } from "./sentence.ts";

export const relations: readonly Kind[] = [
  { begins: (lower) => /^(?:gefolgt|folgt|folgen|folgte|folgten)$/.test(lower), find: followed },
  { begins: (lower) => table.against.some(([opening]) => opening?.test(lower) === true), find: compared },
  { begins: (lower) => table.unlike.some(([opening]) => opening?.test(lower) === true), find: unlike },
  { begins: (lower) => /^(?:über|unter)$/.test(lower) || table.aboutAverage.test(lower), find: average },
  { begins: (lower) => lower === "so" || table.equally.has(lower), find: equally },
  { begins: (lower) => lower === "so", find: soAs },
  { begins: (lower) => table.nearly.has(lower), find: nearlyAll },
  { begins: (lower) => lower === "zum" || table.first.test(lower), find: first },
  { begins: (lower) => relation.before.test(lower), find: behind },
  { begins: (lower) => relation.openings.test(lower), find: unequalled },
  { begins: (lower) => relation.relates.test(lower), find: nearAverage },
  { begins: (lower) => /^(?:oben|unten)$/.test(lower), find: direction },
  { begins: (lower) => lower === "unterschiede" || lower === "unterschieden", find: differences },
  { begins: (lower) => phrasesAt(lower).length > 0, find: setPhrase },
];

/** "im Vergleich zum Land". */
function compared(words: readonly Word[], index: number): Word | undefined {
  const end = phraseAt(table.against, words, index);
  // "Dargestellt ist die Veränderung gegenüber dem Vorjahr"
  if (words.some(({ lower }) => /^(?:dargestellt|abgebildet|gezeigt)$/.test(lower)) && words.some(({ lower }) => lower === "veränderung"))
    return undefined;
  // "Im Vergleich zum Papierantrag geht es einfach"
  const isOfNoCounty =
    end !== undefined && /^(?:zum|zur)$/.test(end.lower) && !relation.compared.test(nounAfter(words, words.indexOf(end), 2)?.lower ?? "");
  return isOfNoCounty && !hasAmount(words) && !hasPeople(words) && !hasStandard(words) ? undefined : end;
}

function hasStandard(words: readonly Word[]): boolean {
  return words.some(
    ({ lower, kind }) =>
      kind !== "word" || relation.standard.test(lower) || table.comparative.test(lower) || /jahr|monat|quartal/.test(lower),
  );
}

/** "Anders als im Land ist die Bevölkerung jung": of what is counted. */
function unlike(words: readonly Word[], index: number): Word | undefined {
  return hasAmount(words) ? phraseAt(table.unlike, words, index) : undefined;
}

function phraseAt(phrases: readonly (readonly RegExp[])[], words: readonly Word[], index: number): Word | undefined {
  // "Veränderung gegenüber dem Vorjahr in Prozent" heads a column
  if (
    /^(?:veränderung(?:en)?|entwicklung|abweichung(?:en)?|differenz(?:en)?)$/.test(words[index - 1]?.lower ?? "") &&
    isHeading(words, index)
  )
    return undefined;
  const phrase = phrases.find((parts) => parts.every((part, at) => part.test(words[index + at]?.lower ?? "")));
  return phrase && words[index + phrase.length - 1];
}

/** Whether nothing but the unit of what is shown stands behind the phrase: no verb. */
function isHeading(words: readonly Word[], index: number): boolean {
  if (index > 2) return false;
  return words
    .slice(index + 1)
    .every(({ text, lower, kind }) => text !== lower || kind !== "word" || /^(?:dem|der|zum|zur|in|je|und|absolut)$/.test(lower));
}

/** "dicht gefolgt von Polen", "auf Rumänien folgt Polen"; "auf die Begrüßung folgt ein Vortrag" is an order of the day. */
function followed(words: readonly Word[], index: number): Word | undefined {
  const [what, word, next] = [words[index - 1], words[index], words[index + 1]];
  if (word?.lower === "gefolgt") return next?.lower === "von" ? next : undefined;
  const isName = what !== undefined && what.text !== what.lower && next !== undefined && next.text !== next.lower;
  return isName && index === 2 && /^(?:auf|nach)$/.test(words[0]?.lower ?? "") ? next : undefined;
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
  // "liegt mit 12,9 Prozent über dem Land"
  if (
    lies &&
    noun !== undefined &&
    (relation.compared.test(noun.lower) || /^zahl(?:en)?$/.test(noun.lower)) &&
    (hasAmount(words) || words.some(({ kind }) => kind !== "word"))
  )
    return noun;
  return lies && /^(?:der|denen|dem|den|des)$/.test(words[index + 2]?.lower ?? "") ? article : undefined;
}

/** "ebenso viele", "so hoch wie nie". "So bald wie möglich" is no comparison. */
function equally(words: readonly Word[], index: number): Word | undefined {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || next === undefined) return undefined;
  // "die Wege so lang wie nirgends", "so lange wie Sie möchten"
  if (!table.muchOrHigh.test(next.lower) && !(word.lower === "so" && table.alsoRelative.test(next.lower) && hasCountable(words)))
    return undefined;
  // "bei gleich vielen Stimmen", "in gleich große Gruppen"
  const noun = words[index + 2];
  if (word.lower === "gleich" && (/^(?:bei|in|zu)$/.test(words[index - 1]?.lower ?? "") || cut.test(noun?.lower ?? ""))) return undefined;
  if (table.equally.has(word.lower)) return noun !== undefined && unmeasured.test(noun.lower) ? undefined : next;
  if (word.lower !== "so") return undefined;
  if (isTimesBefore(words, index)) return undefined;
  if (words.some(({ lower }) => /^(?:möglich|nötig|gewünscht|vereinbart|vorgesehen)$/.test(lower))) return undefined;
  return words.some(({ lower }) => /^(?:wie|nie|noch|keine[rmns]?|nirgends|nirgendwo|sonst|zuletzt)$/.test(lower)) ? next : undefined;
}

/** "doppelt so viele" is a number. */
function isTimesBefore(words: readonly Word[], index: number): boolean {
  return /^(?:doppelt|halb)$|mal$/.test(words[index - 1]?.lower ?? "");
}

/** What something is cut into. */
const cut: RegExp = /^(?:gruppen|teile|hälften|stücke|abstände|portionen)$/;

/** "so dünn besiedelt wie kaum ein anderer", "so voll wie vor der Pandemie": of any adjective. */
function soAs(words: readonly Word[], index: number): Word | undefined {
  const at = words.findIndex(({ lower }, other) => other > index + 1 && other <= index + 5 && lower === "wie");
  const [how, as, what] = [words[index + 1], words[at], words[at + 1]];
  if (how === undefined || as === undefined || what === undefined || how.text !== how.lower || isHypothetical(words, index))
    return undefined;
  if (isTimesBefore(words, index)) return undefined;
  if (/^(?:kaum|keine?[rsnm]?|nie|niemals|nirgends|nirgendwo|lange)$/.test(what.lower)) return what;
  return /^(?:zuletzt|seit|vor|im|in|damals|einst|noch)$/.test(what.lower) && hasAmount(words) ? what : undefined;
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

/** "liegt vor Vechta", "folgt dicht hinter Rumänien", "hinter dem Land"; not "vor dem Rathaus", "kurz vor Beginn". */
function behind(words: readonly Word[], index: number): Word | undefined {
  const [before, word, next] = [words[index - 1], words[index], words[index + 1]];
  if (word === undefined || next === undefined || !relation.before.test(word.lower) || word.after !== "") return undefined;
  if (isHypothetical(words, index)) return undefined;
  const noun = nounAfter(words, index);
  if (noun === undefined || noun.kind !== "word") return undefined;
  // "liegt deutlich hinter den Zahlen des Vorjahres"
  const isBehindNumbers = word.lower === "hinter" && before !== undefined && relation.closely.test(before.lower);
  if (relation.noRival.test(noun.lower) && !isBehindNumbers) return undefined;
  if (before !== undefined && relation.closely.test(before.lower)) return noun;
  const ranks = words.some(({ lower }) => relation.ranks.test(lower));
  // A name without an article, or a land, a district, an average.
  return ranks && (noun === next || relation.compared.test(noun.lower) || table.average.test(noun.lower)) ? noun : undefined;
}

/** "kein anderer Landkreis", "kaum eine andere Gemeinde", "wie nirgends sonst". */
function unequalled(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined) return undefined;
  const noun = nounAfter(words, index, 3);
  // "kaum noch Asylsuchende", "kaum noch jemand"
  if (word.lower === "kaum" && /^(?:jemand|einer|eine|welche)$/.test(words[index + 2]?.lower ?? "") && words[index + 1]?.lower === "noch")
    return words[index + 2];
  // "wird kaum noch nachgefragt"
  const isDone = noun === undefined && words.some(({ lower }) => /^(?:wird|werden|wurde|wurden)$/.test(lower));
  if (isDone && word.lower === "kaum" && words[index + 1]?.lower === "noch") return words[index + 2];
  if (word.lower === "kaum" && words[index + 1]?.lower === "noch") return noun !== undefined && isCountable(noun.lower) ? noun : undefined;
  if (/^kaum$|^kein|^niemand$/.test(word.lower)) {
    // "Kaum ein Betrieb bildet noch aus"
    const [one, what] = [words[index + 1], words[index + 2]];
    const isNoMore = words.some(({ lower }, at) => at > index + 2 && lower === "noch");
    if (word.lower === "kaum" && /^eine?$/.test(one?.lower ?? "") && what !== undefined && what.text !== what.lower)
      if (isNoMore || countedSingly.test(what.lower)) return what;
    const at = words.findIndex(({ lower }, other) => other > index && other <= index + 2 && /^andere[rsnm]?$/.test(lower));
    // "kinderreich wie kein anderer", of a county
    if (at === index + 1 && words[index - 1]?.lower === "wie" && words.slice(0, index).some(({ lower }) => relation.compared.test(lower)))
      return words[at];
    // "Kein Landkreis ist kinderreicher"
    const isTop =
      noun !== undefined && relation.compared.test(noun.lower) && words.slice(index).some(({ lower }) => table.comparative.test(lower));
    if (isTop) return noun;
    const other = at < 0 ? undefined : nounAfter(words, at, 2);
    // "Kein anderer Fachbereich hat so viele Neuzugänge"
    const isOfMany = words
      .slice(index)
      .some(
        ({ lower }, so) => table.comparative.test(lower) || (lower === "so" && table.muchOrHigh.test(words[index + so + 1]?.lower ?? "")),
      );
    return other !== undefined && (isOfMany || relation.compared.test(other.lower)) ? other : undefined;
  }
  // "Nirgends leben mehr Kinder", "noch nie waren es weniger"
  const isNever =
    /^(?:nirgends|nirgendwo)$/.test(word.lower) || (word.lower === "nie" && /^(?:noch|wie)$/.test(words[index - 1]?.lower ?? ""));
  if (!isNever) return undefined;
  return words.slice(index + 1, index + 8).find(({ lower }) => table.comparative.test(lower));
}

/** "oberhalb des Durchschnitts", "entspricht dem Landesdurchschnitt", "weicht vom Bundeswert ab". */
function nearAverage(words: readonly Word[], index: number): Word | undefined {
  const word = words[index];
  if (word === undefined || !relation.relates.test(word.lower) || isHypothetical(words, index)) return undefined;
  const noun = nounAfter(words, index, 4);
  return noun !== undefined && relation.standard.test(noun.lower) ? noun : undefined;
}

/** "nach oben", of what is counted; rounded and corrected down is none. */
function direction(words: readonly Word[], index: number): Word | undefined {
  if (words[index - 1]?.lower !== "nach" || !hasAmount(words) || isHypothetical(words, index)) return undefined;
  return words.some(({ lower }) => /^(?:gerundet|korrigiert|revidiert|offen|luft|begrenzt)$/.test(lower)) ? undefined : words[index];
}

/** "Zwischen den Gemeinden bestehen erhebliche Unterschiede": of who is compared or counted; how things differ by law is none. */
function differences(words: readonly Word[], index: number): Word | undefined {
  const degree = words[index - 1]?.lower ?? "";
  if (!/^(?:groß|erheblich|deutlich|beträchtlich|stark|gering|klein|spürbar|markant|merklich|enorm|keine)/.test(degree)) return undefined;
  if (isHypothetical(words, index)) return undefined;
  const isOfThem = ({ lower, text }: Word, at: number): boolean =>
    at !== index && text !== lower && (relation.compared.test(lower) || isMeasuredNoun(lower));
  return words.some(isOfThem) ? words[index] : undefined;
}

/** What any of them begins with, in one look. */
const phraseOpens: RegExp = new RegExp(relation.phrases.map(({ parts }) => parts[0]?.source).join("|"), "u");
const phrasesAt: (lower: string) => readonly relation.Phrase[] = remembered((lower) =>
  phraseOpens.test(lower) ? relation.phrases.filter(({ parts }) => parts[0]?.test(lower) === true) : [],
);

/** Phrases that compare wherever they stand: "mit großem Abstand", "so gut wie alle", "mehr denn je". */
function setPhrase(words: readonly Word[], index: number): Word | undefined {
  const found = phrasesAt(words[index]?.lower ?? "").find(
    ({ parts, company, before }) =>
      (before === undefined || before.test(words[index - 1]?.lower ?? "")) &&
      parts.every((part, at) => part.test(words[index + at]?.lower ?? "")) &&
      (company === undefined ||
        (company === "amount"
          ? hasAmount(words)
          : company === "people"
            ? hasAmount(words) || hasPeople(words)
            : words.some(({ lower }) => company.test(lower)))),
  );
  return found && words[index + found.parts.length - 1];
}
