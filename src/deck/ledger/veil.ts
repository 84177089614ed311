/**
 * Which numbers tell of secret cells: of small counts of the office's own data. Asked by the ledger, which must not write
 * them out, and by the lint, so that the one holds for secret what the other does.
 */

import { isSecretDatum, isSmall } from "../../data/confidentiality.ts";
import { type Computed, dataOf, type Datum, isMissing, type Quantity } from "../../data/figure.ts";

/**
 * `open` rests on no secret cell; `covered` does, and by itself tells of none (the sum of a group large enough, a place in a
 * rank); `secret` is one, or is worked out in such a way that it may be reckoned back.
 */
type Secrecy = "open" | "covered" | "secret";

/** Whether a calculation would tell of a confidential value if it were written out: then none of its inputs is. */
export function isVeiled(origin: Computed): boolean {
  return origin.inputs.some(tellsSecret);
}

/** A confidential value, or one that it may be worked out from. What this denies the ledger tells wherever it is used. */
export function tellsSecret(quantity: Quantity): boolean {
  return secrecyOf(quantity) === "secret";
}

/** The secret cells that a quantity rests on. */
export function secretsBehind(quantity: Quantity): readonly Datum[] {
  return dataOf(quantity).filter(isSecretCell);
}

function isSecretCell(datum: Datum): boolean {
  return datum.dataset.confidentiality !== undefined && isSecretDatum(datum);
}

const known = new WeakMap<Computed, Secrecy>();

function secrecyOf(quantity: Quantity): Secrecy {
  const { origin } = quantity;
  if (origin.kind === "literal") return "open";
  if (origin.kind === "datum") return isSecretCell(origin) ? "secret" : "open";
  let secrecy = known.get(origin);
  if (secrecy === undefined) known.set(origin, (secrecy = judge(quantity, origin)));
  return secrecy;
}

function judge(quantity: Quantity, { operation, inputs }: Computed): Secrecy {
  const each = inputs.map(secrecyOf);
  if (each.every((secrecy) => secrecy === "open")) return "open";
  switch (operation) {
    case "count":
    case "rank":
      return "covered";
    case "sum":
    case "sizes":
    case "mean":
    case "+":
      return isGroup(inputs.flatMap(addends)) ? "covered" : "secret";
    case "min":
    case "max":
      return each[inputs.findIndex(({ value }) => value === quantity.value)] === "secret" ? "secret" : "covered";
    case "-":
    case "rest":
      return each.includes("secret") || isFewOfOneDay(quantity) ? "secret" : "covered";
    default:
      return each.includes("secret") ? "secret" : "covered";
  }
}

function addends(quantity: Quantity): readonly Quantity[] {
  const { origin } = quantity;
  if (origin.kind === "computed" && (origin.operation === "sum" || origin.operation === "+")) return origin.inputs.flatMap(addends);
  return origin.kind === "literal" ? [] : [quantity];
}

/** Of several that are many together nobody can tell one. */
function isGroup(parts: readonly Quantity[]): boolean {
  if (parts.length < 2 || parts.some((part) => part.origin.kind !== "datum" && tellsSecret(part))) return false;
  const numbers = parts.map(({ value }) => (isMissing(value) ? value.exactly : value));
  const total = numbers.reduce<number | undefined>((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
  return total !== undefined && !isFew(total, parts.flatMap(dataOf));
}

/** What is left of a whole. A change from one day to another may be as small as it likes. */
function isFewOfOneDay(quantity: Quantity): boolean {
  const data = dataOf(quantity);
  if (isMissing(quantity.value) || new Set(data.map(({ release }) => release.stichtag)).size > 1) return false;
  return isFew(Math.abs(quantity.value), data);
}

function isFew(count: number, data: readonly Datum[]): boolean {
  return data.some(({ dataset: { confidentiality } }) => confidentiality !== undefined && isSmall(count, confidentiality));
}
