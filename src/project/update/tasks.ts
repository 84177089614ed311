/** Which receiver serves which task. */

import type { Outcome } from "../../source/diagnostic.ts";
import { inspectionReceiver } from "../../update/inspect/inspect.ts";
import { mappingReceiver } from "../../update/mapping/apply.ts";
import type { Mapping } from "../../update/mapping.ts";
import type { FormatName, FormatOptions, Receiver, TableTail } from "../../update/table.ts";
import type { TableResult, TableTask } from "./task.ts";
import type { Finishing } from "./work.ts";

/** @param name of the file, for people */
export function receiverFor(task: TableTask, name: string): Finishing {
  if (task.kind === "inspect") return finishing(inspectionReceiver(name), (inspection) => ({ kind: "inspect", inspection }));
  const { mapping, dataset, stichtag } = task;
  return finishing(mappingReceiver(mapping, dataset, stichtag === undefined ? {} : { stichtag }), (reading) => ({ kind: "read", reading }));
}

/** A receiver whose result says what it is. */
function finishing<T>(receiver: Receiver & { finish(tail: TableTail): Outcome<T> }, result: (value: T) => TableResult): Finishing {
  return {
    open: (head) => receiver.open(head),
    observe: (observation) => receiver.observe(observation),
    finish: (tail) => {
      const { value, diagnostics } = receiver.finish(tail);
      return { value: value === undefined ? undefined : result(value), diagnostics };
    },
  };
}

/** What a task says of a file's form. */
export function formOf(task: TableTask): { readonly format: FormatName | undefined; readonly options: FormatOptions } {
  if (task.kind === "inspect") return task;
  const { format, options } = task.mapping;
  return { format, options: { ...options, categories: variablesOf(task.mapping) } };
}

/** Whatever a mapping calls a variable is one, though a column of it may look like amounts. */
function variablesOf({ keys, filter, time }: Mapping): readonly string[] {
  const named = time.kind === "variable" && time.variable !== undefined ? [time.variable] : [];
  return [...keys.flatMap(({ variables }) => variables), ...filter.keys(), ...named];
}
