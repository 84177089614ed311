/** Values of a dataset as expressions see them: quantities with their unit and origin. */

import type { Dataset } from "./dataset.ts";
import type { Datum, Quantity } from "./figure.ts";
import type { Slot } from "./lookup.ts";
import type { Entry } from "./value.ts";

const quantities = new WeakMap<Dataset, Map<Slot["value"], Quantity>>();

/** One for each value of a dataset, so that what rests on it twice is seen to. */
export function quantityOf(dataset: Dataset, { path, value, release }: Slot): Quantity {
  let known = quantities.get(dataset);
  if (known === undefined) quantities.set(dataset, (known = new Map()));
  let quantity = known.get(value);
  if (quantity === undefined) {
    const { quality, span } = value;
    const origin: Datum = { kind: "datum", dataset, release, path, ...(quality === undefined ? {} : { quality }), span };
    quantity = { value: value.value, unit: unitOf(dataset, path), origin };
    known.set(value, quantity);
  }
  return quantity;
}

/** @param path of a value or level */
export function unitOf(dataset: Dataset, [key]: readonly string[]): string {
  return (key === undefined ? undefined : dataset.units.get(key)) ?? dataset.unit;
}

const tables = new WeakMap<readonly Slot[], readonly Entry[]>();

/** The entries of a level without its total; the same level gives the same. */
export function entriesOf(dataset: Dataset, slots: readonly Slot[]): readonly Entry[] {
  let entries = tables.get(slots);
  if (entries === undefined) {
    entries = slots.flatMap((slot) => {
      const key = slot.path.at(-1) ?? "";
      return key === dataset.total ? [] : [{ key, label: dataset.labels.get(key) ?? key, quantity: quantityOf(dataset, slot) }];
    });
    tables.set(slots, entries);
  }
  return entries;
}

const columns = new WeakMap<readonly Entry[], readonly Quantity[]>();

/** The quantities of entries; the same entries give the same array, so that what is found of all of them is found once. */
export function quantitiesOf(entries: readonly Entry[]): readonly Quantity[] {
  let column = columns.get(entries);
  if (column === undefined) columns.set(entries, (column = entries.map(({ quantity }) => quantity)));
  return column;
}
