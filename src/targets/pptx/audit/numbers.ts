/** Numbers as people write them: what they say, how exactly, and which of them want a proof. */

import type { Passage } from "../../../deck/lint/passages.ts";
import { sentencesOf } from "../../../deck/lint/words/sentence.ts";
import { numbersIn } from "../../../deck/lint/words/unbound-number.ts";
import { spanOf, toSource } from "../../../source/source.ts";

/** Half of what a number leaves open on either side. */
interface Amount {
  readonly value: number;
  readonly step: number;
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:%|Prozent)/u, 0.01],
  [/^‰/u, 0.001],
  [/^(?:Mrd|Milliarde)/u, 1e9],
  [/^(?:Mio|Million)/u, 1e6],
  [/^(?:Tsd|Tausend|tausend)/u, 1e3],
];

/** Words before a number that take its last zeros back. */
const about =
  /(?:^|[^\p{L}])(?:rund|etwa|ca\.?|circa|zirka|knapp|fast|nahezu|beinahe|gut|annähernd|ungefähr|über|gegen|mehr als|weniger als|unter) ?$/iu;

/** @param before the words before the number @param text it and what follows */
function amountOf(before: string, text: string): Amount | undefined {
  const found = /^([−-]?) ?(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d+))? ?/u.exec(text);
  if (found === null) return undefined;
  const [whole = "", sign, digits = "", decimals = ""] = found;
  const scale = scales.find(([pattern]) => pattern.test(text.slice(whole.length)))?.[1] ?? 1;
  const plain = digits.replaceAll(/[. ]/g, "");
  const zeros = decimals === "" && about.test(before) ? (/0*$/.exec(plain)?.[0].length ?? 0) : 0;
  const value = Number(`${plain}.${decimals || "0"}`) * (sign === "" ? 1 : -1);
  return { value: value * scale, step: scale * 10 ** (zeros - decimals.length) };
}

/** Whether a number written otherwise says the same, only rounded: "rund 17.000" or "17,1 Tsd." of 17,135. */
export function isRounding(before: string, text: string, exact: number): boolean {
  const amount = amountOf(before, text);
  return amount !== undefined && Math.abs(amount.value - exact) <= amount.step / 2 + Math.abs(exact) * 1e-9;
}

/** Places of numbers in a text that state how much of something there is, in digits or in words; dates, paragraphs and the like are none. */
export function statisticsIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  const passage: Passage = { role: "prose", text, place: () => nowhere, placeholderAt: () => undefined };
  return sentencesOf(passage).flatMap((sentence) => numbersIn(sentence));
}

const nowhere = spanOf(toSource("", ""), 0, 0);
