/** Results in words, for messages. */

import type { Words } from "../../source/messages/fields.ts";
import { isMissing, type Datum, type Quantity } from "../figure.ts";
import type { Result } from "../value.ts";

export const kinds: Readonly<Record<Result["kind"], Words>> = {
  number: { de: "eine Zahl", en: "a number" },
  table: { de: "eine Tabelle", en: "a table" },
  day: { de: "ein Tag", en: "a day" },
  words: { de: "ein Text", en: "a text" },
  truth: { de: "eine Bedingung", en: "a condition" },
};

/** A place in a dataset as it would be written: `auslaender["Barßel (Nord)"]`. */
export function pathOf({ dataset, path }: { readonly dataset: { readonly id: string }; readonly path: readonly string[] } | Datum): string {
  return path.reduce((text, key) => text + (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) ? `.${key}` : `["${key}"]`), dataset.id);
}

/** What a quantity was called where it stands: `einwohner.landkreis`, `sum(einwohner)`, `5`. */
export function describe({ origin, value }: Quantity): string {
  if (origin.kind === "datum") return pathOf(origin);
  if (origin.kind === "computed") return origin.expression;
  return isMissing(value) ? value.symbol : `${value}`;
}
