/** What the ledger must not tell: small counts behind a number that may be told itself. */

import { isSecretDatum } from "../../data/confidentiality.ts";
import type { Computed, Quantity } from "../../data/figure.ts";

const known = new WeakMap<Computed, boolean>();

/** Whether a calculation would tell of a confidential value if it were written out: then none of its inputs is. */
export function isVeiled(origin: Computed): boolean {
  let veiled = known.get(origin);
  if (veiled === undefined) known.set(origin, (veiled = origin.inputs.some(tellsSecret)));
  return veiled;
}

/** A confidential value, or one that it can be worked out from: of a sum of several, nobody can tell its parts. */
export function tellsSecret({ origin }: Quantity): boolean {
  if (origin.kind === "datum") return origin.dataset.confidentiality !== undefined && isSecretDatum(origin);
  if (origin.kind === "literal") return false;
  const [only, ...others] = origin.inputs.filter((input) => input.origin.kind !== "literal");
  return only !== undefined && others.length === 0 && tellsSecret(only);
}
