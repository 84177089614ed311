/** What a number counts, as it is said beside one and parts of one: "1 Person", "½ Vollzeitstelle", but "1,0 Personen". */

import { dataOf, type Figure, type Quantity } from "./figure.ts";

/** Whether a number in this text wants its unit in the singular. */
export function isOne(text: string): boolean {
  return text.length <= 6 && ones.test(text);
}

const ones = /^\(?[+\u2212-]?(?:1|eins|[½¼¾⅓⅔])\)?$/u;

/** The unit's singular, if a dataset behind the number tells one. "Personen/km²" has that of "Personen". */
export function singularOf(quantity: Quantity): string | undefined {
  const [above = "", ...below] = quantity.unit.split("/");
  if (above === "") return undefined;
  for (const { dataset } of dataOf(quantity)) {
    const one = dataset.singulars?.get(above);
    if (one !== undefined) return [one, ...below].join("/");
  }
  return undefined;
}

/** The unit as it stands beside a number of the quantity that is written so. */
export function unitBeside(text: string, quantity: Quantity): string {
  return (isOne(text) ? singularOf(quantity) : undefined) ?? quantity.unit;
}

/** The unit as it stands beside the figure. */
export function shownUnit({ one, unit }: Pick<Figure, "one" | "unit">): string {
  return one ?? unit;
}
