/** Which column of a ffcsv table is what, in the present form and in the older one. */

import type { Words } from "../../../source/messages/fields.ts";
import { olderFfcsv, presentFfcsv } from "../../../source/messages/inspection.ts";
import { ffcsvColumnMissing, ffcsvColumnTwice, ffcsvColumnUnknown } from "../../../source/messages/genesis-tables.ts";
import type { Message } from "../../../source/diagnostic.ts";

/** Columns by their place, from 0. */
export interface Layout {
  /** For people. */
  readonly vintage: Words;
  /** Whether the header itself is German. */
  readonly german: boolean;
  readonly columns: number;
  readonly statistics: { readonly code: number; readonly label: number };
  readonly time: { readonly code: number; readonly label: number; readonly value: number };
  readonly variables: readonly VariableColumns[];
  /** One in the present form; in the older one as many as there are measures. */
  readonly values: readonly ValueColumns[];
}

export interface VariableColumns {
  readonly code: number;
  readonly label: number;
  readonly attribute: number;
  readonly attributeLabel: number;
}

export interface ValueColumns {
  readonly value: number;
  readonly quality: number | undefined;
  /** In the present form the columns that say them in each row, in the older one what the heading says. */
  readonly measure:
    | { readonly code: number; readonly label: number; readonly unit: number }
    | { readonly code: string; readonly label: string; readonly unit: string };
}

interface Form {
  readonly vintage: Words;
  readonly fixed: readonly [statisticsCode: string, statisticsLabel: string, timeCode: string, timeLabel: string, time: string];
  readonly variable: readonly [code: string, label: string, attribute: string, attributeLabel: string];
}

const present: Form = {
  vintage: presentFfcsv,
  fixed: ["statistics_code", "statistics_label", "time_code", "time_label", "time"],
  variable: ["variable_code", "variable_label", "variable_attribute_code", "variable_attribute_label"],
};
const older: Form = {
  vintage: olderFfcsv,
  fixed: ["Statistik_Code", "Statistik_Label", "Zeit_Code", "Zeit_Label", "Zeit"],
  variable: ["Merkmal_Code", "Merkmal_Label", "Auspraegung_Code", "Auspraegung_Label"],
};

export interface HeaderFault {
  readonly message: Message;
  /** The column it is about; `undefined` for the whole line. */
  readonly column: number | undefined;
}

const firstColumn = '"?(?:statistics_code|Statistik_Code)"?';
/** Columns may stand in any order: the first, one further on, or the last. */
const marked = new RegExp(`^${firstColumn}([;,\\t|])|([;,\\t|])${firstColumn}(?:\\2|$)`, "m");

/** The separator of a header line; `undefined` for a line that is none. */
export function headerSeparator(line: string): string | undefined {
  const found = marked.exec(line.split("\n", 1)[0] ?? "");
  return found?.[1] ?? found?.[2];
}

/** @param names the fields of the header line */
export function layoutOf(names: readonly string[]): Layout | readonly HeaderFault[] {
  const trimmed = names.map((name) => name.trim());
  const form = trimmed.includes(older.fixed[0]) ? older : present;
  const columns = new Columns(trimmed);
  const [statisticsCode, statisticsLabel, timeCode, timeLabel, time] = form.fixed;
  const statistics = { code: columns.take(statisticsCode), label: columns.take(statisticsLabel) };
  const timeColumns = { code: columns.take(timeCode), label: columns.take(timeLabel), value: columns.take(time) };
  const variables: VariableColumns[] = [];
  for (let number = 1; columns.has(`${number}_`); number++) {
    const [code, label, attribute, attributeLabel] = form.variable;
    variables.push({
      code: columns.take(`${number}_${code}`),
      label: columns.take(`${number}_${label}`),
      attribute: columns.take(`${number}_${attribute}`),
      attributeLabel: columns.take(`${number}_${attributeLabel}`),
    });
  }
  const values = form === present ? [presentValue(columns)] : olderValues(columns, trimmed);
  const faults = columns.done();
  return faults.length > 0
    ? faults
    : { vintage: form.vintage, german: form === older, columns: names.length, statistics, time: timeColumns, variables, values };
}

function presentValue(columns: Columns): ValueColumns {
  return {
    value: columns.take("value"),
    quality: columns.optional("value_q"),
    measure: { code: columns.take("value_variable_code"), label: columns.take("value_variable_label"), unit: columns.take("value_unit") },
  };
}

/** `BEVSTD__Bevoelkerungsstand__Anzahl`, and its quality flags in a column whose name goes on with `__q`. */
function olderValues(columns: Columns, names: readonly string[]): readonly ValueColumns[] {
  const values = names.flatMap((name): readonly ValueColumns[] => {
    const parts = name.split("__");
    const [code = "", ...rest] = parts;
    const unit = rest.pop();
    if (unit === undefined || unit === "q" || rest.length === 0 || /^\d+_/.test(name)) return [];
    const value = columns.take(name);
    const quality = columns.optional(`${name}__q`) ?? columns.optional(`${code}__q`) ?? columns.optional(`${name}_q`);
    return [{ value, quality, measure: { code, label: spaced(rest.join(" ")), unit: spaced(unit) } }];
  });
  if (values.length === 0) columns.missing("BEVSTD__Bevoelkerungsstand__Anzahl");
  return values;
}

function spaced(text: string): string {
  return text.replaceAll("_", " ").trim();
}

/** The header's names, each to be taken once. */
class Columns {
  private readonly places = new Map<string, number>();
  private readonly faults: HeaderFault[] = [];
  private readonly taken = new Set<string>();

  constructor(names: readonly string[]) {
    for (const [column, name] of names.entries()) {
      if (this.places.has(name)) this.faults.push({ message: ffcsvColumnTwice(name), column });
      else this.places.set(name, column);
    }
  }

  has(beginning: string): boolean {
    return [...this.places.keys()].some((name) => name.startsWith(beginning));
  }

  optional(name: string): number | undefined {
    this.taken.add(name);
    return this.places.get(name);
  }

  take(name: string): number {
    const place = this.optional(name);
    if (place === undefined) this.missing(name);
    return place ?? -1;
  }

  missing(name: string): void {
    this.faults.push({ message: ffcsvColumnMissing(name), column: undefined });
  }

  /** A column that nobody took could be one more thing that says which value is which. */
  done(): readonly HeaderFault[] {
    for (const [name, column] of this.places) if (!this.taken.has(name)) this.faults.push({ message: ffcsvColumnUnknown(name), column });
    return this.faults;
  }
}
