/** What is read of a mark, by screen reader and beside the pointer. */

import { type Figure, isMissing } from "../data/figure.ts";
import { withUnit } from "./numbers.ts";

/** "3.395 Personen", "1 Person"; for a missing value its symbol and meaning. */
export function spoken(figure: Figure, unit: string): string {
  if (isMissing(figure.value)) return `${figure.text} (${figure.value.meaning})`;
  return withUnit(figure.text, unit === "" ? "" : (figure.one ?? unit));
}

/** "Polen: 3.395 Personen". */
export function reading(label: string, figure: Figure, unit: string): string {
  return `${label}: ${spoken(figure, unit)}`;
}
