/**
 * Whether the ledger in a slide's notes is true: every figure told, every number in it the one that the deck has at that
 * place, every source the one that the number comes from. It goes by the meaning of the lines, not by their wording:
 *
 *     [2] Bevölkerung: LSN, Tabelle Z1, Stichtag 31.12.2024       a source
 *     Bevölkerung [2], Personen: Barßel **13.601**; Bösel 8.012   data of a source, in bold as the slide shows it
 *     Barßel: 13.601 ÷ 171.843 = **7,9 %** (ungerundet 7,914… %) [2]   a calculation, with the sources of its data
 *     Betrag [3], Euro: Land **30.000 Euro**, auch **30.000**     a number in all texts that the slide shows it in
 */

import type { Dataset, Release } from "../../data/dataset.ts";
import { type Computed, dataOf, type Datum, type Figure, inBrackets, isMissing, type Missing, type Quantity } from "../../data/figure.ts";
import { figuresOf } from "../../deck/figures.ts";
import type { Slide } from "../../deck/model.ts";
import { counted } from "./counted.ts";
import { clean, german } from "./expected.ts";
import { type Marked, plainBold, sameAddress, written } from "./said.ts";

/** Above the ledger. */
export const ledgerHeading = "text: <b>Zahlennachweis</b>";

export interface Known {
  readonly figures: readonly Figure[];
  readonly data: readonly { readonly datum: Datum; readonly quantity: Quantity }[];
  readonly computed: readonly { readonly origin: Computed; readonly quantity: Quantity }[];
  readonly releases: ReadonlyMap<Release, Dataset>;
}

/** @param lines below the heading, as `saidInNotes` gives them */
export function ledgerFaults(lines: readonly string[], slide: Slide): readonly string[] {
  // A slide that is the ledger needs none in its notes.
  if (slide.ledger === true) return lines.length === 0 ? [] : ["a ledger of the ledger"];
  const known = knownOn(slide);
  const told = lines.map((line) => /^(?:text|item [01] •): (.*)$/.exec(line)?.[1]);
  const sources = sourcesIn(told, known);
  const bold = new Set(lines.flatMap(boldIn));
  const shown = new Set(known.figures.map(({ text }) => clean(text)));
  return [
    ...[...shown].filter((text) => !bold.has(text)).map((text) => `the ledger lacks ${text}`),
    ...[...bold].filter((text) => !shown.has(text)).map((text) => `the ledger shows ${text}, which the slide does not`),
    ...[...known.releases.keys()]
      .filter((release) => ![...sources.values()].includes(release))
      .map(({ dataset, stichtag }) => `the ledger lacks the source ${dataset} ${stichtag}`),
    ...[...sources.keys()].filter((number) => number > sources.size).map((number) => `the ledger counts a source ${number}`),
    ...told.flatMap((line, i) => (line === undefined ? [`no line of a ledger: ${lines[i]}`] : lineFaults(line, sources, known))),
  ];
}

export function knownOn(slide: Slide): Known {
  const figures = figuresOf(slide, true);
  const data = new Map<Datum, Quantity>();
  const computed = new Map<Computed, Quantity>();
  const releases = new Map<Release, Dataset>();
  const walk = (quantity: Quantity): void => {
    const { origin } = quantity;
    if (origin.kind === "datum") {
      data.set(origin, quantity);
      releases.set(origin.release, origin.dataset);
    } else if (origin.kind === "computed" && !computed.has(origin)) {
      computed.set(origin, quantity);
      origin.inputs.forEach(walk);
    }
  };
  figures.forEach(walk);
  return {
    figures,
    data: [...data].map(([datum, quantity]) => ({ datum, quantity })),
    computed: [...computed].map(([origin, quantity]) => ({ origin, quantity })),
    releases,
  };
}

/** The release behind each number in brackets, where its line says nothing but the truth. */
function sourcesIn(lines: readonly (string | undefined)[], { releases }: Known): ReadonlyMap<number, Release> {
  const found = new Map<number, Release>();
  for (const line of lines) {
    const number = Number(/^\[(\d+)\] /.exec(line ?? "")?.[1] ?? Number.NaN);
    for (const [release, dataset] of releases) if (line === sourceLine(release, dataset, number)) found.set(number, release);
  }
  return found;
}

const statuses = { final: "", preliminary: ", vorläufig", corrected: ", berichtigt", estimated: ", geschätzt" } as const;

function sourceLine({ provenance, stichtag, knownOn: known, status, retrieved }: Release, { title }: Dataset, number: number): string {
  const { provider, table, address, licence } = provenance;
  const days = `, Stichtag ${german(stichtag)}${known === undefined ? "" : `, Kenntnisstand ${german(known)}`}${statuses[status]}`;
  const fetched = retrieved?.on === undefined ? "" : `, abgerufen am ${german(retrieved.on)}`;
  return written([
    linked(`[${number}] ${title}: `),
    linked(table === undefined ? provider : `${provider}, Tabelle ${table}`, address),
    linked(`${days}${fetched}`),
    ...(licence === undefined ? [] : [linked("; Lizenz "), linked(licence.name, licence.address)]),
  ]);
}

function linked(text: string, address?: string): Marked {
  return { text: clean(text), marks: "", link: address === undefined ? "" : `(${sameAddress(address)})` };
}

export function lineFaults(line: string, sources: ReadonlyMap<number, Release>, known: Known): readonly string[] {
  if (/^\[\d+\] /.test(line)) {
    const number = Number(/\d+/.exec(line)?.[0]);
    return sources.has(number) ? [] : [`no source of the slide: ${line}`];
  }
  if (line.startsWith("Zeichen: ")) return signFaults(line, known);
  const data = dataFaults(line, sources, known);
  if (data !== undefined) return data;
  return isCalculation(line, sources, known) ? [] : [`no calculation of the slide: ${line}`];
}

function signFaults(line: string, { data, computed, figures }: Known): readonly string[] {
  const quantities: readonly Quantity[] = [...figures, ...[...data, ...computed].map(({ quantity }) => quantity)];
  const signs = new Set(quantities.flatMap(({ value }) => (isMissing(value) ? [`„${value.symbol}“ ${value.meaning}`] : [])));
  for (const figure of figures) {
    if (inBrackets(figure) && figure.origin.kind === "datum") signs.add(`„( )“ ${figure.origin.quality?.meaning}`);
  }
  const told = line.slice("Zeichen: ".length).split("; „");
  return told
    .map((sign, i) => (i === 0 ? sign : `„${sign}`))
    .filter((sign) => !signs.has(sign))
    .map((sign) => `no sign of the slide: ${sign}`);
}

/** `undefined` where the line does not begin with a source. */
function dataFaults(
  line: string,
  sources: ReadonlyMap<number, Release>,
  { data, releases, figures }: Known,
): readonly string[] | undefined {
  for (const [number, release] of sources) {
    const head = `${clean(releases.get(release)?.title ?? "")} [${number}]`;
    if (!line.startsWith(head)) continue;
    const own = data.filter(({ datum }) => datum.release === release);
    const unit = own
      .map(({ quantity }) => (quantity.unit === "" ? "" : `, ${quantity.unit}`))
      .find((each) => line.startsWith(`${head}${each}: `));
    if (unit === undefined) return [`no data of its source: ${line}`];
    let rest = line.slice(head.length + unit.length + 2);
    while (rest !== "") {
      const next = own
        .map(({ datum, quantity }) => {
          const name = pathIn(datum);
          return itemLength(
            rest,
            clean(name),
            quantity,
            figures.filter(({ origin }) => origin === datum || isSame(origin, datum)),
          );
        })
        .find((length) => length !== undefined);
      if (next === undefined) return [`no data of its source: ${rest}`];
      rest = rest.slice(next);
    }
    return [];
  }
  return undefined;
}

function isSame(origin: Figure["origin"], datum: Datum): boolean {
  return origin.kind === "datum" && origin.release === datum.release && origin.path.join("\n") === datum.path.join("\n");
}

/** How long the item is that a text begins with, with the mark after it, if it is this datum. */
function itemLength(rest: string, name: string, { value }: Quantity, figures: readonly Figure[]): number | undefined {
  if (!rest.startsWith(`${name} `)) return undefined;
  const behind = rest.slice(name.length + 1);
  const end = (length: number): number | undefined => {
    const after = behind.slice(length);
    return after === "" ? rest.length : after.startsWith("; ") ? name.length + 1 + length + 2 : undefined;
  };
  const bold = /^(<b>.*?<\/b>(?:, auch <b>.*?<\/b>)*)(?: \((?:genau|ungerundet) ([^)]*)\))?/.exec(behind);
  if (bold !== null) {
    const [all, texts = "", exact] = bold;
    const shows = (text: string): boolean => figures.some((figure) => clean(figure.text) === text && isExact(exact, figure));
    return boldIn(texts).every(shows) ? end(all.length) : undefined;
  }
  const [number = ""] = isMissing(value) ? [value.symbol] : (/^[\u2212\d.,\u202f…]*\d…?/.exec(behind) ?? []);
  return number !== "" && behind.startsWith(number) && isNumber(number, value, 0) ? end(number.length) : undefined;
}

/** "**28 %**, auch **27,8 %**". */
function boldIn(texts: string): readonly string[] {
  return [...texts.matchAll(/<b>(.*?)<\/b>/g)].map(([, text = ""]) => text);
}

/** "1.037 + 986 = **2.023** [1]", "Barßel: 3 ÷ 4 = **75 %** (genau 75,2 %) [1, 3]", "**5** (im Text gegeben, ohne Quelle)". */
function isCalculation(line: string, sources: ReadonlyMap<number, Release>, { figures, computed }: Known): boolean {
  const bold =
    /^(?:(.*) = )?(<b>.*?<\/b>(?:, auch <b>.*?<\/b>)*)(?:\u00a0([^()[\]]*?))?(?: \((?:genau|ungerundet) ([^)]*)\))?(?: \(im Text gegeben, ohne Quelle\)| \[([\d, ]+)\])$/s.exec(
      line,
    );
  if (bold !== null) {
    const [, words, texts = "", unit, exact, marks] = bold;
    return boldIn(texts).every((text) =>
      figures.some(
        (figure) =>
          clean(figure.text) === text &&
          (unit === undefined || unit === counted(text, figure)) &&
          isExact(exact, figure) &&
          restsOn(figure, marks, sources) &&
          (words === undefined ? figure.origin.kind === "literal" : figure.origin.kind === "computed" && saysSo(words, figure.origin)),
      ),
    );
  }
  const step = /^(.*) = (?:([\u2212\d.,\u202f…]+)|(\S+))(?:\u00a0(.*))?$/s.exec(line);
  if (step === null) return false;
  const [, words = "", number, sign, unit = ""] = step;
  return computed.some(
    ({ origin, quantity }) =>
      (isMissing(quantity.value)
        ? quantity.value.symbol === sign
        : number !== undefined && unit === counted(number, quantity) && isNumber(number, quantity.value, 0)) && saysSo(words, origin),
  );
}

/** Whether the marks in brackets name all sources of a figure and no other; none where it rests on no data. */
function restsOn(figure: Figure, marks: string | undefined, sources: ReadonlyMap<number, Release>): boolean {
  const named = new Set(marks === undefined ? [] : marks.split(", ").map((mark) => sources.get(Number(mark))));
  const releases = new Set(dataOf(figure).map(({ release }) => release));
  return named.size === releases.size && [...releases].every((release) => named.has(release));
}

/** Whether a calculation in words has the numbers of its inputs: no other, and all of them where they are few. */
function saysSo(words: string, { inputs, expression, operation }: Computed): boolean {
  const data = inputs.flatMap(pathsBelow);
  // What the number is of may hold digits itself.
  const subject = data.find((path) => words.startsWith(`${clean(path)}: `));
  const left = plainBold(subject === undefined ? words : words.slice(clean(subject).length + 2)).replaceAll(clean(expression), "");
  const numbers = [...left.matchAll(/\u2212?\d[\d.,\u202f]*…?/g)].map(([number]) => number.replace(/[.,]$/, ""));
  const values = inputs.map(({ value }) => value);
  const own = (number: string): boolean => values.some((value) => isNumber(number.replace("\u2212", ""), absolute(value), 0));
  const counts = new Set([inputs.length, inputs.length - 1].map(String));
  const writtenOut = inputs.length <= 12 && !["count", "rank", "min", "max"].includes(operation) && !left.includes("Werte");
  return (
    numbers.every((number) => own(number) || counts.has(number) || number === "0") &&
    (!writtenOut ||
      values.every((value) => isMissing(value) || numbers.some((number) => isNumber(number.replace("\u2212", ""), Math.abs(value), 0))))
  );
}

function absolute(value: number | Missing): number | Missing {
  return isMissing(value) ? value : Math.abs(value);
}

function pathsBelow({ origin }: Quantity): readonly string[] {
  if (origin.kind === "datum") return [pathIn(origin)];
  return origin.kind === "computed" ? origin.inputs.flatMap(pathsBelow) : [];
}

/** "männlich › Europa"; of all there is only "Europa". */
function pathIn({ dataset, path }: Datum): string {
  const words = path.map((key) => dataset.labels.get(key) ?? key).join(" › ");
  return words.startsWith("insgesamt › ") ? words.slice("insgesamt › ".length) : words;
}

const shifts: ReadonlyMap<string, number> = new Map([
  ["percent", 2],
  ["points", 2],
  ["permille", 3],
]);

/** "9,97130636… %", "2.500.000 Personen". */
function isExact(text: string | undefined, { value, format }: Figure): boolean {
  if (text === undefined) return true;
  const [, number = ""] = /^([\u2212\d.,\u202f…]+)\u00a0/.exec(`${text}\u00a0`) ?? [];
  return isNumber(number, value, shifts.get(/^\w+/.exec(format)?.[0] ?? "") ?? 0);
}

/** Whether a German number is that value, moved by so many digits; after "…" its further digits are left out. */
function isNumber(text: string, value: number | Missing, shift: number): boolean {
  if (isMissing(value)) return text === value.symbol || (value.exactly !== undefined && Number(text) === value.exactly);
  const plain = text
    .replaceAll(/[.\u202f]/g, "")
    .replace(",", ".")
    .replace("\u2212", "-");
  const moved = Number(`${value}e${shift}`);
  if (!plain.endsWith("…")) return plain !== "" && Number(plain) === moved;
  const digits = plain.slice(0, -1);
  return digits.length > 4 && (moved.toFixed(12).startsWith(digits) || String(moved).startsWith(digits));
}
