/** Words that are true only while a condition over figures holds. */

import { plain } from "../chart/numbers.ts";
import { isMissing, type Origin, type Quantity } from "../data/figure.ts";
import { claimEmpty, claimFalse, claimNoTruth, claimUnknown } from "../source/messages/deck.ts";
import { type Binder, placeOf } from "./binder.ts";
import type { Inline } from "./model.ts";
import type { OutlineInline } from "./outline.ts";
import { plainText } from "./plain-text.ts";

type OutlineClaim = Extract<OutlineInline, { kind: "claim" }>;

/** The claim if its condition holds; else it is told with the words, the condition and the numbers put in. */
export function bindClaim(claim: OutlineClaim, content: readonly Inline[], binder: Binder): Inline | undefined {
  const sentence = plainText(content);
  if (sentence.trim() === "") binder.fail(claim.span, claimEmpty());
  const result = binder.result(claim.condition);
  if (result === undefined || claim.condition === undefined) return undefined;
  if (result.kind !== "truth") return binder.fail(placeOf(claim.condition), claimNoTruth(result.kind));
  binder.claims.push({ words: sentence, condition: claim.text, holds: result.holds, origin: result.origin, span: claim.span });
  if (result.holds !== true) {
    const message = result.holds === false ? claimFalse : claimUnknown;
    // The words stay, so that what compares slides finds their numbers; a slide with a fault is not shown.
    binder.fail(claim.span, message(sentence, claim.text, numbersIn(result.origin).join("; ")));
  }
  return { kind: "claim", content, condition: claim.text, origin: result.origin, span: claim.span };
}

/** More sides than this say no more. */
const most = 6;

/** "share(a, b) = 0,1234" for each side of the comparisons. */
export function numbersIn(origin: Origin): readonly string[] {
  const sides = sidesOf(origin).map(({ name, number }) => `${name} = ${number}`);
  const different = [...new Set(sides)];
  return different.length > most ? [...different.slice(0, most), "…"] : different;
}

/** The sides of a condition's comparisons that are no numbers written by hand: as they are written, and in German. */
export function sidesOf(origin: Origin): readonly { readonly name: string; readonly number: string }[] {
  if (origin.kind !== "computed") return [];
  return origin.inputs
    .filter((input) => input.origin.kind !== "literal")
    .map((input) => ({ name: nameOf(input), number: numberOf(input) }));
}

function nameOf({ origin }: Quantity): string {
  if (origin.kind === "datum") return [origin.dataset.id, ...origin.path].join(".");
  return origin.kind === "computed" ? origin.expression : "";
}

function numberOf({ value, unit }: Quantity): string {
  const number = isMissing(value) ? `${value.symbol} (${value.meaning})` : plain(value, Number.isInteger(value) ? 0 : 4);
  return unit === "" ? number : `${number} ${unit}`;
}
