/** Which table of a service a mapping means. */

import { error, type Diagnostic } from "../../../source/diagnostic.ts";
import { noTable, oddTable } from "../../../source/messages/services.ts";
import type { Mapping } from "../../../update/mapping.ts";

/**
 * The table's code, fit to stand in an address and in the name of a file; else `undefined` and an error.
 *
 * @param who the service as people call it
 */
export function tableOf({ table, span }: Mapping, who: string, report: Diagnostic[]): string | undefined {
  if (table !== undefined && /^[A-Za-z0-9][\w$-]{0,59}$/u.test(table)) return table;
  report.push(error(span, table === undefined ? noTable(who) : oddTable(table)));
  return undefined;
}
