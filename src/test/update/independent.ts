/**
 * The forms of the offices read a second time, in a few strict lines that share nothing with the reader under test: what
 * both read alike is right, and of a broken file these lines give nothing. For files that are known to be in their form.
 */

/** One cell: the day or year, and a code for each variable ("" is the total), as far as the file has codes. */
export interface Cell {
  readonly day: string;
  readonly codes: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: string;
  readonly unit: string;
  readonly quality: string;
}

/** Decoded by its byte order mark, else as UTF-8 where that is possible, else as Windows-1252. LF only. */
export function textOf(bytes: Uint8Array): string {
  const decoded = (label: string): string => new TextDecoder(label, { fatal: true }).decode(bytes);
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
  let text: string;
  try {
    text = decoded(marked ?? "utf-8");
  } catch {
    try {
      text = decoded("windows-1252");
    } catch {
      return "";
    }
  }
  return text.replaceAll(/\r\n?/g, "\n");
}

/** Rows of a file without quotes, each with exactly as many fields as the first one. */
function exactRows(text: string): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const [first = "", ...others] = text.split("\n");
  const head = first.split(";");
  return { head, rows: others.map((line) => line.split(";")).filter((fields) => fields.length === head.length) };
}

/** The flat form of GENESIS, present and older header. */
export function flatCells(text: string): readonly Cell[] {
  const { head, rows } = exactRows(text);
  const at = (fields: readonly string[], ...names: readonly string[]): string =>
    fields[head.findIndex((name) => names.includes(name))] ?? "";
  const older = head.find((name) => /__/.test(name));
  return rows.map((fields) => {
    const [codes, labels]: [Record<string, string>, Record<string, string>] = [{}, {}];
    for (let n = 1; head.includes(`${n}_variable_code`) || head.includes(`${n}_Merkmal_Code`); n++) {
      const variable = at(fields, `${n}_variable_code`, `${n}_Merkmal_Code`);
      codes[variable] = at(fields, `${n}_variable_attribute_code`, `${n}_Auspraegung_Code`);
      labels[variable] = at(fields, `${n}_variable_attribute_label`, `${n}_Auspraegung_Label`);
    }
    const [measure = "", , unit = ""] = older?.split("__") ?? [at(fields, "value_variable_code"), "", at(fields, "value_unit")];
    codes["MERKMAL"] = measure;
    return {
      day: lastDay(isoDay(at(fields, "time", "Zeit"))),
      codes,
      labels,
      value: older === undefined ? at(fields, "value") : at(fields, older),
      unit,
      quality: at(fields, "value_q"),
    };
  });
}

/** Table 12521-0041 in its classic present form: days in the rows, a flag after each value. */
export function foreignersCells(text: string): readonly Cell[] {
  return text
    .split("\n")
    .map((line) => line.split(";"))
    .filter((fields) => fields.length === 10 && /^\d\d\.\d\d\.\d{4}$/.test(fields[0] ?? ""))
    .flatMap(([day = "", region = "", , group = "", ...cells]) =>
      ["männlich", "weiblich", ""].map((sex, n) => ({
        day: isoDay(day),
        codes: { region, sex, group: group === "Insgesamt" ? "" : group },
        labels: {},
        value: cells[n * 2] ?? "",
        unit: "Anzahl",
        quality: cells[n * 2 + 1] ?? "",
      })),
    );
}

/** Table 12411-01-01-4 in its classic older form: days above the columns. */
export function olderClassicCells(text: string): readonly Cell[] {
  const lines = text.split("\n");
  const end = lines.indexOf("__________");
  const at = lines.findIndex((line) => /^;;(?:\d\d\.\d\d\.\d{4};?)+$/.test(line));
  const [days = [], sexes = []] = [lines[at]?.split(";"), lines[at + 1]?.split(";")];
  if (end < 0 || at < 0) return [];
  return lines.slice(at + 2, end).flatMap((line) => {
    const fields = line.split(";");
    if (fields.length !== days.length) return [];
    return fields.slice(2).map((value, n) => ({
      day: isoDay(days[n + 2] ?? ""),
      codes: { region: fields[0] ?? "", sex: sexes[n + 2] === "Insgesamt" ? "" : (sexes[n + 2] ?? "") },
      labels: {},
      value,
      unit: "Anzahl",
      quality: "",
    }));
  });
}

/** The office's list of municipalities with their inhabitants, as JSON. Two entries of one key are in no strict file. */
export function placesCells(text: string): readonly Cell[] {
  const day = /"?_stichtag"?\s*:\s*"?(\d{4})-?(\d\d)-?(\d\d)"?/.exec(text)?.slice(1).join("-") ?? "";
  return [
    ...text.matchAll(/^\s*"(\d+)"\s*:\s*\{(?:\s*"?\w+"?\s*:\s*(?:"[^"\n]*"|[^,"\n]*),)*\s*"?einwohner"?\s*:\s*(-?\d+(?:\.\d+)?)\s*\},?$/gm),
  ].map(([, key = "", value = ""]) => ({ day, codes: { key }, labels: {}, value, unit: "", quality: "" }));
}

/** The directory of municipalities: only its rows of municipalities ("60"). */
export function directoryCells(text: string): readonly Cell[] {
  // The heading of the areas names the day they are of; the title only names the edition.
  const day = isoDay(/(\d\d\.\d\d\.\d{4}|\d{4}-\d\d-\d\d) \(Jahr\)/.exec(text)?.[1] ?? "");
  return text
    .split("\n")
    .map((line) => line.split(";"))
    .filter((fields) => fields.length === 20 && fields[0] === "60")
    .flatMap((fields) => {
      const region = [fields[2], fields[3], fields[4], fields[6]].join("");
      return ["Fläche", "insgesamt", "männlich", "weiblich"].map((measure, n) => ({
        day,
        codes: { region, measure },
        labels: { region: fields[7] ?? "" },
        value: fields[8 + n] ?? "",
        unit: "",
        quality: "",
      }));
    });
}

/** A spreadsheet saved as CSV: key and number by their headings, dots between thousands. */
export function byHandCells(text: string): readonly Cell[] {
  const day = isoDay(/am (\d\d\.\d\d\.\d{4})/.exec(text)?.[1] ?? "");
  const rows = text.split("\n").map((line) => line.split(";").map((field) => field.trim()));
  return headedCells(rows, day);
}

/** Rows below the one that has the headings "Schlüssel" and "Einwohner", each with as many fields as it. */
export function headedCells(rows: readonly (readonly string[])[], day: string): readonly Cell[] {
  const head = rows.findIndex((row) => row.includes("Schlüssel") && row.includes("Einwohner"));
  const headings = rows[head] ?? [];
  const [key, number] = [headings.indexOf("Schlüssel"), headings.indexOf("Einwohner")];
  return rows
    .slice(head + 1)
    .filter((row) => head >= 0 && row.length === headings.length && /^\d{8}$/.test(row[key] ?? ""))
    .map((row) => ({ day, codes: { region: row[key] ?? "" }, labels: {}, value: row[number] ?? "", unit: "", quality: "" }));
}

/** JSON-stat with sparse or whole values. */
export function jsonStatCells(text: string): readonly Cell[] {
  const cube = asRecord(parsed(text));
  const dimensions = asRecord(cube["dimension"]);
  const names = Array.isArray(cube["id"]) ? cube["id"].map(String) : [];
  const codes = names.map((name): readonly string[] => {
    const { index, label } = asRecord(asRecord(dimensions[name])["category"]);
    const places = asRecord(index);
    if (Array.isArray(index)) return index.map(String);
    return Object.keys(index === undefined ? asRecord(label) : places).toSorted((a, b) => Number(places[a] ?? 0) - Number(places[b] ?? 0));
  });
  const values = asRecord(cube["value"]);
  const states = asRecord(cube["status"]);
  const count = names.length === 0 ? 0 : codes.reduce((product, each) => product * each.length, 1);
  return Array.from({ length: count }, (_, flat) => {
    const own: Record<string, string> = {};
    let rest = flat;
    for (let n = names.length - 1; n >= 0; n--) {
      const each = codes[n] ?? [];
      own[names[n] ?? ""] = each[rest % each.length] ?? "";
      rest = Math.floor(rest / each.length);
    }
    // What is null, or has a state and no value, is not available; what has neither is not there.
    const absent = flat in values || states[flat] !== undefined ? ":" : "";
    const [value, quality] = [values[flat] ?? absent, states[flat] ?? ""].map(String);
    return { day: own["time"] ?? own["year"] ?? "", codes: own, labels: {}, value: value ?? "", unit: "", quality: quality ?? "" };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A list is a record by its numbers. */
function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/**
 * The number that a cell says in German figures (decimal comma), or its sign.
 *
 * @returns `undefined` for what is neither
 */
export function valueOf(text: string, decimal: "," | "." = ","): number | string | undefined {
  const [group, point] = decimal === "," ? ["\\.", ","] : [",", "\\."];
  if (text === "0") return "0";
  if (new RegExp(`^-?(?:\\d+|\\d{1,3}(?:${group}\\d{3})+)(?:${point}\\d+)?$`).test(text)) {
    return Number(decimal === "," ? text.replaceAll(".", "").replace(",", ".") : text.replaceAll(",", ""));
  }
  return ["-", ".", "·", "x", "...", "/", ":"].includes(text) ? text : undefined;
}

/**
 * What a dataset should take of the cells.
 *
 * @param keysOf the keys of a cell, outermost first; `undefined` for those not wanted
 * @returns number or sign by day and keys ("2025-12-31|Barßel"); what stands there twice is left out
 */
export function taken(
  cells: readonly Cell[],
  keysOf: (cell: Cell) => readonly (string | undefined)[] | undefined,
  decimal: "," | "." = ",",
): ReadonlyMap<string, number | string> {
  const values = new Map<string, number | string>();
  const twice = new Set<string>();
  for (const cell of cells) {
    const keys = keysOf(cell);
    const value = valueOf(cell.value, decimal);
    if (keys === undefined || keys.includes(undefined) || value === undefined) continue;
    const key = [cell.day, ...keys].join("|");
    if (values.has(key)) twice.add(key);
    values.set(key, value);
  }
  for (const key of twice) values.delete(key);
  return values;
}

/** Of a year or a month. */
function lastDay(text: string): string {
  const [, year, month = "12"] = /^(\d{4})(?:-(\d\d))?$/.exec(text) ?? [];
  return year === undefined ? text : new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

export function isoDay(text: string): string {
  return text.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, "$3-$2-$1");
}
