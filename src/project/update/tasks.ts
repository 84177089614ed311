/** Which receiver serves which task. */

import type { Outcome } from "../../source/diagnostic.ts";
import type { Beginning, FormatName, TableFormat } from "../../update/table.ts";
import type { Task } from "./task.ts";
import type { Finishing } from "./work.ts";

/** Stands in for `update/formats/formats.ts` until it is there. */
export function formatOf(_beginning: Beginning, _wanted: FormatName | undefined): Outcome<TableFormat> {
  throw new Error("There are no formats yet.");
}

/** Stands in for `update/mapping/apply.ts` and `update/inspect/` until they are there. */
export function receiverFor({ kind }: Task): Finishing {
  throw new Error(`There is nobody yet to ${kind} a table.`);
}
