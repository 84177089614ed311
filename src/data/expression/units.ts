/** Units as text: "Personen", "Personen/km²", "" for a pure number. */

import { dataOf, type Quantity } from "../figure.ts";

interface Factors {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

function factors(unit: string): Factors {
  const [above = "", ...below] = unit.split("/");
  return {
    above: above.split("·").filter((part) => part !== "" && part !== "1"),
    below: below.flatMap((part) => part.split("·")).filter((part) => part !== ""),
  };
}

/** Both sides without what stands on both. */
function reduce(above: readonly string[], below: readonly string[]): string {
  const left = [...below];
  const kept = above.filter((part) => {
    const at = left.indexOf(part);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  if (left.length === 0) return kept.join("·");
  return `${kept.length === 0 ? "1" : kept.join("·")}/${left.join("·")}`;
}

export function multiplyUnits(a: string, b: string): string {
  if (a === "" || b === "") return a === "" ? b : a;
  const [x, y] = [factors(a), factors(b)];
  return reduce([...x.above, ...y.above], [...x.below, ...y.below]);
}

export function divideUnits(a: string, b: string): string {
  if (a === b) return "";
  if (b === "") return a;
  const [x, y] = [factors(a), factors(b)];
  return reduce([...x.above, ...y.below], [...x.below, ...y.above]);
}

/**
 * Whether a number is made of literals alone. Such a number takes the unit of its partner in sums and comparisons:
 * who writes `einwohner.landkreis > 170000` means persons.
 */
export function isBare(quantity: Quantity): boolean {
  return (
    quantity.unit === "" && (quantity.origin.kind === "literal" || (quantity.origin.kind === "computed" && dataOf(quantity).length === 0))
  );
}

/** The unit that two numbers share, or `undefined` where they have different ones. */
export function commonUnit(a: Quantity, b: Quantity): string | undefined {
  if (a.unit === b.unit) return a.unit;
  if (isBare(b)) return a.unit;
  return isBare(a) ? b.unit : undefined;
}
