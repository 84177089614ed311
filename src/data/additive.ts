/** Which numbers may be added up to one of the same kind: counts may, rates, averages and quotients may not. */

import type { Quantity } from "./figure.ts";

/** Units of numbers that are shares, rates, averages or points of a scale already. Their sum counts nothing. */
const ratios: ReadonlySet<string> = new Set(
  [
    "Prozent",
    "%",
    "v. H.",
    "vH",
    "Promille",
    "‰",
    "Prozentpunkt",
    "Prozentpunkte",
    "Anteil",
    "Anteile",
    "Quote",
    "Rate",
    "Ziffer",
    "Verhältnis",
    "Faktor",
    "Index",
    "Indexpunkte",
    "Punkte",
    "Grad",
    "°",
    "°C",
    "Jahre",
    "Lebensjahre",
    "Jahr",
  ].map(normal),
);
const ratioWords = /(?:anteil|quote|rate|ziffer|index|durchschnitt|mittelwert|median)$|\b(?:je|pro)\b|^(?:index|durchschnitt|mittel)/u;

function normal(unit: string): string {
  return unit.trim().toLowerCase();
}

/** Whether the unit by itself says that a number is a quotient: "Personen/km²", "Prozent", "Einwohner je km²". */
export function isRatioUnit(unit: string): boolean {
  const name = normal(unit);
  return name === "" || name.includes("/") || ratios.has(name) || ratioWords.test(name);
}

/**
 * Counts add up, and so do their sums and differences, and shares of one and the same whole. Quotients of which each has
 * a denominator of its own do not.
 *
 * @param ofNamedWhole whether the author names what the parts add up to; then published shares ("Prozent") are parts of it
 */
export function isAdditive(parts: readonly Quantity[], ofNamedWhole: boolean = false): boolean {
  const [first] = parts;
  if (first === undefined || first.origin.kind === "literal") return false;
  if (parts.some(({ unit }) => unit !== first.unit)) return false;
  if (first.origin.kind === "datum") return ofNamedWhole ? !first.unit.includes("/") : !isRatioUnit(first.unit);
  const { operation } = first.origin;
  const inputs = (at: number): readonly Quantity[] =>
    parts.flatMap(({ origin }) => (origin.kind === "computed" && origin.operation === operation ? (origin.inputs[at] ?? []) : []));
  const [left, right] = [inputs(0), inputs(1)];
  if (left.length !== parts.length) return false;
  switch (operation) {
    case "+":
    case "-":
    case "change":
      return isAdditive(left, ofNamedWhole) && (right.length === 0 || isAdditive(right, ofNamedWhole));
    case "*":
      return (isAdditive(left, ofNamedWhole) && areOne(right)) || (isAdditive(right, ofNamedWhole) && areOne(left));
    case "/":
    case "share":
      return isAdditive(left, ofNamedWhole) && areOne(right);
    default:
      return false;
  }
}

/** The same number for all: the same value of the same origin. */
function areOne(quantities: readonly Quantity[]): boolean {
  const [first] = quantities;
  return quantities.every((one) => one === first || (one.value === first?.value && one.origin.span.start === first.origin.span.start));
}
