/** Whether the categories of a variable make its total, looked at while a table is read. */

import { mayBeTotal } from "../total.ts";
import type { SumFacts } from "./inspection.ts";

const mostPlaces = 200_000;

interface Place {
  total?: number;
  parts: number;
  count: number;
  /** A symbol stands among the parts: they cannot be added up. */
  open: boolean;
}

export class Sums {
  private readonly variables: readonly number[];
  private readonly places: Map<string, Place>[];
  private kept = 0;

  /** @param variables places of the variables that may have a total */
  constructor(variables: readonly number[]) {
    this.variables = variables;
    this.places = variables.map(() => new Map<string, Place>());
  }

  /** @param value `undefined` where it is no number that may be reckoned with */
  add(codes: readonly string[], labels: readonly string[], value: number | undefined): void {
    if (this.kept > mostPlaces) return;
    this.variables.forEach((variable, index) => {
      const known = this.places[index];
      const id = codes.map((code, place) => (place === variable ? "" : code)).join("\0");
      const found = known?.get(id);
      const place = found ?? { parts: 0, count: 0, open: false };
      if (found === undefined) {
        known?.set(id, place);
        this.kept++;
      }
      if (isTotal(codes[variable] ?? "", labels[variable] ?? "")) {
        if (value !== undefined) place.total = value;
      } else {
        place.count++;
        if (value === undefined) place.open = true;
        else place.parts += value;
      }
    });
    // A table too large to be kept is not half looked at.
    if (this.kept > mostPlaces) this.places.forEach((known) => known.clear());
  }

  /** By the place of the variable; none where no sum could be compared. */
  facts(): ReadonlyMap<number, SumFacts> {
    const result = new Map<number, SumFacts>();
    this.variables.forEach((variable, index) => {
      const complete = [...(this.places[index]?.values() ?? [])].filter(
        ({ total, count, open }) => total !== undefined && count > 0 && !open,
      );
      const gaps = complete.map(({ total = 0, parts }) => Math.abs(total - parts));
      if (complete.length === 0) return;
      result.set(variable, {
        compared: complete.length,
        off: gaps.filter((gap) => gap > 1e-6).length,
        most: Math.max(...gaps),
        parts: Math.max(...complete.map(({ count }) => count)),
      });
    });
    return result;
  }
}

function isTotal(code: string, label: string): boolean {
  return code === "" || mayBeTotal(label);
}
