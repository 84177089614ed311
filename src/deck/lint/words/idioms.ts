/** Idioms with number words, by the number: what follows it, and what stands before it. None of them counts. */

import type { Word } from "./sentence.ts";

const idioms: ReadonlyMap<string, { readonly behind?: RegExp; readonly before?: RegExp }> = new Map([
  [
    "zwei",
    {
      behind:
        /^(?:paar (?:schuhe|stiefel)|fliegen mit|linken? händen?|seiten (?:einer|derselben|der) medaille|gesichter|herzen|ohren|augen|beine)/,
    },
  ],
  ["drei", { behind: /^(?:ecken|kreuze|könige|mal täglich|wünsche|musketiere)/, before: /dinge sind $/ }],
  ["vier", { behind: /^(?:wänden?|augen|buchstaben|pfoten|jahreszeiten|himmelsrichtungen|winde)/, before: /(?:auf allen|alle) $/ }],
  ["vieren", { before: /auf allen $/ }],
  ["fünf", { behind: /^(?:gerade|finger|sinnen?|(?:vor|nach) (?:halb|zwölf))(?: |$)/ }],
  ["sieben", { behind: /^(?:sachen|siegeln?|berge|leben|weltwunder|zwerge|meere)/ }],
  ["acht", { behind: /^(?:geben|zu geben)/, before: /(?:gib|gebt|gibt|geben) $/ }],
  ["hundert", { behind: /^(?:prozent(?:ig)? (?:sicher|überzeugt|einverstanden|ihrer meinung|dahinter|dabei))/ }],
  ["100", { behind: /^(?:prozent(?:ig)? )?(?:sicher|überzeugt|einverstanden|ihrer meinung|dahinter)/ }],
  ["tausend", { behind: /^(?:worten?|dank|kleinigkeiten)/ }],
]);

/** "zwei Paar Schuhe", "in den eigenen vier Wänden", "aller guten Dinge sind drei". */
export function isIdiom(words: readonly Word[], index: number): boolean {
  const idiom = idioms.get(words[index]?.lower ?? "");
  if (idiom === undefined) return false;
  const around = (from: number, to: number): string =>
    words
      .slice(Math.max(0, from), to)
      .map(({ lower }) => lower)
      .join(" ");
  return idiom.behind?.test(around(index + 1, index + 4)) === true || idiom.before?.test(`${around(index - 3, index)} `) === true;
}
