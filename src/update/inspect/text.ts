/** What is in a table, for the terminal. */

import { symbolIn, flagIn, symbolSetNames, symbolsFor, type SymbolSetName } from "../../data/symbols.ts";
import { printable, type Language } from "../../source/diagnostic.ts";
import { categoryName } from "../../source/messages/reading.ts";
import type { FormFact } from "../table.ts";
import type { InspectedVariable, Inspection, MeasureFacts } from "./inspection.ts";
import { symbolSetOf } from "./symbol-set.ts";

const width = 110;
const shownCategories = 12;

/** Several lines with a line break at the end; long lists are cut, with a count. */
export function inspectionText(inspection: Inspection, language: Language): string {
  const words = language === "de" ? german : english;
  const { head, tail, name, empty } = inspection;
  const set = symbolSetOf(inspection);
  const facts: (readonly [string, string])[] = [
    [words.form, head.format],
    ...head.form.map(({ fact, found }) => [words.facts[fact], typeof found === "string" ? found : found[language]] as const),
    ...(head.table === undefined ? [] : [[words.table, head.table] as const]),
    ...(head.title === undefined ? [] : [[words.title, head.title] as const]),
    [
      words.values,
      `${number(tail.observations, language)}${empty === 0 ? "" : ` ${words.besides} ${number(empty, language)} ${words.empty}`}`,
    ],
    ...(tail.stand === undefined ? [] : [[words.stand, tail.stand] as const]),
    ...(tail.copyright === undefined ? [] : [[words.copyright, oneLine(tail.copyright)] as const]),
  ];
  const lines = [oneLine(name), ...aligned(facts), "", ...variables(inspection, words)];
  for (const [code, measure] of inspection.measures) {
    const label = inspection.variables.find(({ role }) => role === "measure")?.categories.find((category) => category.code === code)?.label;
    lines.push(...aligned(measureLines(measure, `${words.measure} ${categoryName(code, label ?? "")}`, words, language, set)));
  }
  if (tail.footnotes.length > 0) {
    lines.push(
      "",
      `${words.footnotes} (${tail.footnotes.length})`,
      ...tail.footnotes.slice(0, 3).map((note) => `  ${cut(oneLine(note), width - 2)}`),
    );
  }
  return printable(`${lines.join("\n")}\n`);
}

function variables({ variables: all }: Inspection, words: Words): readonly string[] {
  const names = all.map(({ code, label }) => (label === code || label === "" ? code : `${code}  ${label}`));
  const roles = all.map((variable) => (variable.attribute === true ? words.attribute : words.roles[variable.role]));
  const column = Math.min(44, Math.max(...names.map((name) => name.length), 8));
  const second = Math.max(...roles.map((role) => role.length));
  return [
    words.variables,
    ...all.flatMap((variable, index) => {
      const lead = `  ${cut(names[index] ?? "", column).padEnd(column)}  ${(roles[index] ?? "").padEnd(second)}  `;
      return wrapped(lead, categoryWords(variable, words));
    }),
    "",
  ];
}

function categoryWords({ categories, more, role }: InspectedVariable, words: Words): readonly string[] {
  const shown = role === "time" ? ends(categories) : categories.slice(0, shownCategories);
  const names = shown.map(({ code, label }) => (role === "time" ? code : categoryName(code, label)));
  const rest = categories.length - shown.length;
  return [
    `${categories.length}${more ? "+" : ""}:`,
    ...names.map((name, index) => (index < names.length - 1 || rest > 0 ? `${name};` : name)),
    ...(rest > 0 ? [`… ${words.more(rest)}`] : []),
  ];
}

/** Of many days the first and the last ones. */
function ends<T>(items: readonly T[]): readonly T[] {
  return items.length <= 8 ? items : [...items.slice(0, 4), ...items.slice(-4)];
}

function measureLines(
  measure: MeasureFacts,
  name: string,
  words: Words,
  language: Language,
  set: SymbolSetName,
): readonly (readonly [string, string])[] {
  const { numbers, least, most, units, symbols, flags, doubtful, doubtfulExample, strange, fives } = measure;
  const named = [...units.keys()].filter((unit) => unit !== "");
  const range =
    least === undefined || most === undefined ? "" : `, ${words.from} ${number(least, language)} ${words.to} ${number(most, language)}`;
  const rounded = numbers >= 20 && fives === numbers ? `, ${words.fives}` : "";
  return [
    [name, ""],
    [words.unit, named.length === 0 ? words.none : named.join(", ")],
    [words.numbers, `${number(numbers + doubtful, language)}${range}${rounded}`],
    ...(doubtful === 0 ? [] : [[words.doubtful, `${number(doubtful, language)} (${doubtfulExample ?? ""})`] as const]),
    ...[...symbols].map(
      ([symbol, count]) =>
        [
          `${words.symbol} ${symbol}`,
          `${number(count, language)} × ${symbolIn(symbolsFor(set), symbol)?.meaning ?? (symbol === "0" ? words.zero : meanings(symbol, words))}`,
        ] as const,
    ),
    ...[...flags].map(
      ([flag, count]) =>
        [`${words.flag} ${flag}`, `${number(count, language)} × ${flagIn(symbolsFor(set), flag)?.meaning ?? words.unexplained}`] as const,
    ),
    ...(strange.length === 0 ? [] : [[words.strange, strange.map((text) => cut(text, 30)).join("; ")] as const]),
  ];
}

/** What a symbol means at the offices that have it, where the file's own set does not. */
function meanings(symbol: string, words: Words): string {
  const found = symbolSetNames.flatMap((name) => {
    const missing = symbolIn(symbolsFor(name), symbol);
    return missing === undefined ? [] : [`${name}: ${missing.meaning}`];
  });
  return found.length === 0 ? words.unexplained : found.join("; ");
}

function aligned(rows: readonly (readonly [string, string])[]): readonly string[] {
  const column = Math.max(...rows.filter(([, text]) => text !== "").map(([name]) => name.length), 0);
  return rows.map(([name, text]) => (text === "" ? name : `  ${name.padEnd(column)}  ${cut(oneLine(text), width - column - 4)}`));
}

/** Words behind a lead, broken over lines at most three. */
function wrapped(lead: string, words: readonly string[]): readonly string[] {
  const lines = [lead];
  for (const word of words.map(oneLine)) {
    const last = lines.at(-1) ?? "";
    if (last.length + word.length > width && last.length > lead.length) lines.push(" ".repeat(lead.length) + word);
    else lines[lines.length - 1] = last === lead ? last + word : `${last} ${word}`;
  }
  return lines;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(0, length - 1))}…`;
}

function number(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value);
}

interface Words {
  readonly form: string;
  readonly table: string;
  readonly title: string;
  readonly values: string;
  readonly besides: string;
  readonly empty: string;
  readonly stand: string;
  readonly copyright: string;
  readonly variables: string;
  readonly attribute: string;
  readonly measure: string;
  readonly unit: string;
  readonly none: string;
  readonly numbers: string;
  readonly from: string;
  readonly to: string;
  readonly fives: string;
  readonly doubtful: string;
  readonly symbol: string;
  readonly zero: string;
  readonly flag: string;
  readonly unexplained: string;
  readonly strange: string;
  readonly footnotes: string;
  readonly roles: Readonly<Record<InspectedVariable["role"], string>>;
  readonly facts: Readonly<Record<FormFact["fact"], string>>;
  readonly more: (count: number) => string;
}

const german: Words = {
  form: "Form",
  table: "Tabelle",
  title: "Titel",
  values: "Zellen",
  besides: "mit Wert, dazu",
  empty: "leere",
  stand: "Stand",
  copyright: "Rechte",
  variables: "Variablen",
  attribute: "Spalte",
  measure: "Werte von",
  unit: "Einheit",
  none: "nicht genannt",
  numbers: "Zahlen",
  from: "von",
  to: "bis",
  fives: "alle Vielfache von 5",
  doubtful: "zweideutig ohne decimal:",
  symbol: "Zeichen",
  zero: "null",
  flag: "Merkzeichen",
  unexplained: "unbekannt",
  strange: "weder Zahl noch Zeichen",
  footnotes: "Fußnoten",
  roles: { time: "Zeit", measure: "Merkmal", category: "Ausprägungen" },
  facts: {
    encoding: "Kodierung",
    separator: "Trennzeichen",
    decimal: "Dezimalzeichen",
    header: "Kopf",
    sheet: "Blatt",
    path: "Pfad",
    vintage: "Ausgabe",
  },
  more: (count) => `und ${count} weitere`,
};

const english: Words = {
  form: "Form",
  table: "Table",
  title: "Title",
  values: "Cells",
  besides: "with a value, and",
  empty: "empty ones",
  stand: "State",
  copyright: "Rights",
  variables: "Variables",
  attribute: "column",
  measure: "Values of",
  unit: "Unit",
  none: "not named",
  numbers: "Numbers",
  from: "from",
  to: "to",
  fives: "all multiples of 5",
  doubtful: "doubtful without decimal:",
  symbol: "Symbol",
  zero: "zero",
  flag: "Flag",
  unexplained: "unknown",
  strange: "neither number nor symbol",
  footnotes: "Footnotes",
  roles: { time: "time", measure: "measure", category: "categories" },
  facts: {
    encoding: "encoding",
    separator: "separator",
    decimal: "decimal mark",
    header: "header",
    sheet: "sheet",
    path: "path",
    vintage: "vintage",
  },
  more: (count) => `and ${count} more`,
};
