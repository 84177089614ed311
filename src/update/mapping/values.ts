/** The texts of the cells taken → values, with one decimal mark for all of them. */

import type { Dataset, Value } from "../../data/dataset.ts";
import { settled } from "../../data/decimal.ts";
import type { IsoDate } from "../../data/figure.ts";
import { shownFlags, shownSymbols, symbolsFor, type SymbolSet } from "../../data/symbols.ts";
import { ambiguousNumber, mixedDecimalMarks, notAValue, notExact, otherDecimalMark, unknownFlag } from "../../source/messages/reading.ts";
import type { Mapping } from "../mapping.ts";
import type { Observation, TableHead } from "../table.ts";
import type { Faults } from "./faults.ts";
import { cellValue, markOf, type CellFault, type DecimalMark } from "./number.ts";
import { placeName, type Taken, type Values } from "./taken.ts";

/** @returns the values by Stichtag, and the decimal mark where it was found by looking at them */
export function valuesOf(
  taken: Taken,
  head: TableHead,
  mapping: Mapping,
  dataset: Dataset,
  faults: Faults,
): { readonly cells: ReadonlyMap<IsoDate, Values>; readonly decimal?: DecimalMark } {
  const symbols = symbolsFor(dataset.symbols);
  const known = mapping.options.decimal ?? markOfForm(head);
  const looked = known === undefined ? markOfColumn(taken, symbols, faults) : undefined;
  const cells = new Map<IsoDate, Values>();
  for (const [day, places] of taken.byDay) {
    const values = new Map<string, { readonly path: readonly string[]; readonly value: Value }>();
    for (const [id, { path, observation }] of places) {
      const value = valueOf(observation, symbols, known ?? looked, mapping.factor, faults);
      if (value !== undefined) values.set(id, { path, value });
    }
    cells.set(day, values);
  }
  return { cells, ...(looked === undefined ? {} : { decimal: looked }) };
}

/** The mark that the format is sure of. */
function markOfForm({ form }: TableHead): DecimalMark | undefined {
  const found = form.find(({ fact }) => fact === "decimal")?.found;
  return found === "," || found === "." ? found : undefined;
}

/** The mark by which alone some numbers of the column can be read. */
function markOfColumn(taken: Taken, symbols: SymbolSet, faults: Faults): DecimalMark | undefined {
  const witnesses = new Map<DecimalMark, Observation>();
  for (const places of taken.byDay.values()) {
    for (const { observation } of places.values()) {
      if (typeof observation.value === "number" || cellValue(observation.value, "", symbols, undefined).kind !== "value") continue;
      const mark = markOf(observation.value);
      if (mark !== undefined && !witnesses.has(mark)) witnesses.set(mark, observation);
    }
  }
  const [comma, point] = [witnesses.get(","), witnesses.get(".")];
  if (comma !== undefined && point !== undefined) {
    faults.add("mixed", point.span, () => mixedDecimalMarks(String(point.value), String(comma.value), placeName(comma.span)));
    return undefined;
  }
  return comma === undefined ? point && "." : ",";
}

function valueOf(
  observation: Observation,
  symbols: SymbolSet,
  decimal: DecimalMark | undefined,
  factor: number,
  faults: Faults,
): Value | undefined {
  const { value: written, quality: flag, span } = observation;
  const text = String(written);
  const cell = cellValue(written, flag, symbols, decimal);
  const refuse = (fault: CellFault): undefined => {
    faults.add(fault, span, () => {
      if (fault === "flag") return unknownFlag(text, flag, shownFlags(symbols));
      if (fault === "exact") return notExact(text);
      return fault === "decimal" && decimal !== undefined ? otherDecimalMark(text, decimal) : notAValue(text, shownSymbols(symbols));
    });
    return undefined;
  };
  switch (cell.kind) {
    case "empty":
      return refuse("number");
    case "fault":
      return refuse(cell.fault);
    case "ambiguous":
      // The column tells that its marks are mixed; that each of them is doubtful need not be said too.
      if (!faults.has("mixed")) faults.add("ambiguous", span, () => ambiguousNumber(text, cell.comma, cell.point));
      return undefined;
    case "value": {
      const value = typeof cell.value === "number" ? settled(cell.value * factor) + 0 : cell.value;
      if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)) return refuse("exact");
      return { kind: "value", value, ...(cell.quality && { quality: cell.quality }), span };
    }
  }
}
