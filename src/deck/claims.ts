/** Words that are true only while a condition over figures holds. */

import { plain } from "../chart/numbers.ts";
import { germanDate } from "../data/calendar.ts";
import { pathOf } from "../data/expression/describe.ts";
import { meaningsIn } from "../data/expression/words.ts";
import type { Expression } from "../data/expression/parse.ts";
import { dataOfAll, isMissing, type IsoDate, onlyDay, type Origin, type Quantity } from "../data/figure.ts";
import { unitBeside } from "../data/singular.ts";
import { claimEmpty, claimNoTruth } from "../source/messages/deck.ts";
import { claimFalse, claimUnknown, type ClaimState } from "../source/messages/words.ts";
import { type Binder, placeOf } from "./binder.ts";
import type { Deck, Inline } from "./model.ts";
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
  const meanings = meaningsIn(claim.condition.root, binder.settings.words);
  if (result.holds !== true) {
    const state = { sentence, condition: claim.text, numbers: numbersIn(result.origin).join("; "), meanings };
    const message =
      result.holds === false ? claimFalse({ ...state, ...sinceWhen(claim.condition, result.origin, binder) }) : claimUnknown(state);
    // The words stay, so that what compares slides finds their numbers; a slide with a fault is not shown.
    binder.fail(claim.span, message);
  }
  const meant = meanings.length === 0 ? {} : { meanings: meanings.map(({ de }) => de) };
  return { kind: "claim", content, condition: claim.text, ...meant, origin: result.origin, span: claim.span };
}

/** Further back than this nobody looks for the day on which a sentence last held. */
const mostDays = 60;

/** Since when a condition that is false is so: asked at each earlier Stichtag of its data, as the deck would have been then. */
function sinceWhen(condition: Expression, origin: Origin, binder: Binder): Pick<ClaimState, "since"> {
  const days = new Set<IsoDate>();
  for (const { dataset } of dataOfAll(origin.kind === "computed" ? origin.inputs : [])) {
    for (const { stichtag } of binder.releasesOf(dataset)) days.add(stichtag);
  }
  const [newest, ...earlier] = [...days].toSorted().toReversed();
  let falseSince = newest;
  let [asked, unknown] = [false, earlier.length > mostDays];
  for (const day of earlier.slice(0, mostDays)) {
    const { value } = binder.resultAt(condition, { asOf: day });
    // What could not be known then, e.g. for want of a release before it, says nothing.
    if (value?.kind !== "truth" || value.holds === undefined) {
      unknown = true;
      continue;
    }
    if (value.holds && falseSince !== undefined) return { since: { held: germanDate(day), falseSince: germanDate(falseSince) } };
    asked = true;
    falseSince = day;
  }
  return asked && !unknown ? { since: "never" } : {};
}

/** More sides than this say no more. */
const most = 6;

/** "share(a, b) = 0,1234" for each side of the comparisons; with its day where the same is compared at several. */
export function numbersIn(origin: Origin): readonly string[] {
  const sides = inputsShown(origin).map((input) => ({ name: nameOf(input), number: numberOf(input), day: onlyDay([input]) }));
  const shown = sides.map(({ name, number, day }) => {
    const twice = sides.some((other) => other.name === name && other.day !== day);
    return `${name}${twice && day !== undefined ? ` (${germanDate(day)})` : ""} = ${number}`;
  });
  const different = [...new Set(shown)];
  return different.length > most ? [...different.slice(0, most), "…"] : different;
}

/** The sides of a condition's comparisons that are no numbers written by hand: as they are written, and in German. */
export function sidesOf(origin: Origin, thousands: Deck["thousands"] = "."): readonly { readonly name: string; readonly number: string }[] {
  return inputsShown(origin).map((input) => ({ name: nameOf(input), number: numberOf(input, thousands) }));
}

function inputsShown(origin: Origin): readonly Quantity[] {
  return origin.kind === "computed" ? origin.inputs.filter((input) => input.origin.kind !== "literal") : [];
}

function nameOf({ origin }: Quantity): string {
  if (origin.kind === "datum") return pathOf(origin);
  return origin.kind === "computed" ? origin.expression : "";
}

function numberOf(quantity: Quantity, thousands: Deck["thousands"] = "."): string {
  const { value, origin } = quantity;
  if (isMissing(value)) return `${value.symbol} (${value.meaning})`;
  if (origin.kind === "computed" && origin.operation === "share") return `${plain(value * 100, 2, thousands)}\u00a0%`;
  const number = plain(value, Number.isInteger(value) ? 0 : 4, thousands);
  const unit = unitBeside(number, quantity);
  return unit === "" ? number : `${number} ${unit}`;
}
