/** Tables of the test server: ffcsv texts, of which parameters really select. */

export interface GenesisTable {
  /** E.g. "12411-01-01-5". */
  readonly code: string;
  readonly title: string;
  /** In the present form: header of English names, one row a value. */
  readonly ffcsv: string;
  /** When it was last changed, "2026-03-10 08:00". */
  readonly updated: string;
}

export interface Selected {
  readonly csv: string;
  readonly values: number;
  /** Names of parameters whose values were of no use and did not count. */
  readonly adjusted: readonly string[];
}

type Row = readonly string[];

/** What the parameters of `data/tablefile` leave of a table. */
export function select({ ffcsv }: GenesisTable, parameters: ReadonlyMap<string, string>): Selected {
  const [header = "", ...lines] = ffcsv
    .replace(/^\uFEFF/u, "")
    .trimEnd()
    .split("\n");
  const columns = header.split(";");
  const rows = lines.map((line) => line.split(";"));
  const adjusted: string[] = [];
  const filters: ((row: Row) => boolean)[] = [];
  const cell = (row: Row, name: string): string => row[columns.indexOf(name)] ?? "";

  const year = (name: "startyear" | "endyear", keep: (year: number, bound: number) => boolean): void => {
    const value = parameters.get(name) ?? "";
    if (value === "") return;
    if (!/^\d{4}$/u.test(value)) adjusted.push(name);
    else filters.push((row) => keep(Number(cell(row, "time").slice(0, 4)), Number(value)));
  };
  year("startyear", (of, bound) => of >= bound);
  year("endyear", (of, bound) => of <= bound);

  const variableColumns = columns.filter((name) => /^\d+_variable_code$/u.test(name));
  const choice = (variableName: string, keyName: string): void => {
    const variable = parameters.get(variableName) ?? "";
    const keys = parameters.get(keyName) ?? "";
    if (variable === "" && keys === "") return;
    const column = variableColumns.find((name) => rows.some((row) => cell(row, name) === variable));
    if (column === undefined) adjusted.push(variableName);
    else if (keys !== "") filters.push((row) => matches(cell(row, column.replace("_variable_code", "_variable_attribute_code")), keys));
  };
  choice("regionalvariable", "regionalkey");
  for (const number of [1, 2, 3, 4, 5]) choice(`classifyingvariable${number}`, `classifyingkey${number}`);

  const contents = parameters.get("contents") ?? "";
  if (contents !== "") filters.push((row) => matches(cell(row, "value_variable_code"), contents));

  const chosen = rows.filter((row) => filters.every((keep) => keep(row)));
  const kept = lastSlices(chosen, parameters, (row) => cell(row, "time"), adjusted);
  const shown = parameters.get("quality") === "on" ? columns : columns.filter((name) => name !== "value_q");
  const body = kept.map((row) => shown.map((name) => cell(row, name)).join(";"));
  return { csv: `\uFEFF${[shown.join(";"), ...body].join("\n")}\n`, values: kept.length, adjusted };
}

function lastSlices(
  rows: readonly Row[],
  parameters: ReadonlyMap<string, string>,
  time: (row: Row) => string,
  adjusted: string[],
): readonly Row[] {
  const wanted = parameters.get("timeslices") ?? "";
  if (wanted === "") return rows;
  if (!/^[1-9]\d*$/u.test(wanted)) {
    adjusted.push("timeslices");
    return rows;
  }
  const times = new Set([...new Set(rows.map(time))].toSorted().slice(-Number(wanted)));
  return rows.filter((row) => times.has(time(row)));
}

/** Keys by comma, each with `*` for anything. */
function matches(code: string, keys: string): boolean {
  return keys.split(",").some((key) => {
    const pattern = key.trim().replaceAll(/[.+?^${}()|[\]\\]/gu, "\\$&");
    return new RegExp(`^${pattern.replaceAll("*", ".*")}$`, "u").test(code);
  });
}
