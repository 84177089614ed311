import { dataOf, type Quantity } from "../../data/figure.ts";

const ones: ReadonlySet<string> = new Set(["1", "+1", "\u22121", "eins", "½", "¼", "¾", "⅓", "⅔"]);

/** What stands behind a number of the quantity that is written so: beside one the singular, as its data give it. */
export function counted(text: string, quantity: Quantity): string {
  const { unit } = quantity;
  if (!ones.has(text.replaceAll(/[()]/g, ""))) return unit;
  const told = dataOf(quantity).flatMap(({ dataset }) => dataset.singulars?.get(unit) ?? []);
  return told[0] ?? unit;
}
