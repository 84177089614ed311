/** Which table a file is. */

import type { Inspection } from "./inspection.ts";

/** The table's code: a flat file names its statistic only, and then its name often says the rest. */
export function tableOf({ head, name }: Inspection): string | undefined {
  const named = /(?<![\dA-Z])(?:\d{5}-\d{2}-\d{2}-\d[A-Z]?|\d{4}[\dA-Z]-\d{4}|A\d{6}[A-Z])(?![\dA-Z])/u;
  const inName = named.exec(name.toUpperCase())?.[0];
  const inWords = named.exec([head.title ?? "", ...head.preamble].join(" "))?.[0];
  if (head.table === undefined) return inWords ?? inName;
  return inName?.startsWith(`${head.table}-`) === true ? inName : head.table;
}
