/**
 * The ledger as a table for spreadsheets: one row for each figure, text from data and claim, with all places that show it.
 * UTF-8 with a byte order mark, semicolons, CRLF and decimal commas, as a German Excel reads it.
 */

import { germanDate } from "../../data/calendar.ts";
import { statusWords } from "../../data/status.ts";
import type { ClaimEntry, DatumEntry, FigureEntry, Ledger, Place, Ref, ReleaseEntry, TextEntry } from "../../deck/ledger/entries.ts";
import { unroundedWords } from "../../deck/ledger/exact.ts";
import { type LookUp, lookUpIn } from "./look-up.ts";
import { placeWords, roles, stateWords } from "./words.ts";

const columns = [
  "Kennungen",
  "Folien",
  "Foliennummern",
  "Stellen",
  "Art",
  "Text",
  "Wert",
  "Einheit",
  "Format",
  "Ausdruck oder Bedingung",
  "Berechnung",
  "Geschrieben in",
  "Daten",
  "Fundstellen der Daten",
  "Datensatz",
  "Stichtag",
  "Status",
  "Freigabe der Daten",
  "Kenntnisstand",
  "Qualität",
  "Anbieter",
  "Register",
  "Tabelle",
  "Adresse",
  "Lizenz",
  "Quellenvermerk",
  "Abgerufen am",
  "Abgerufene Datei",
  "SHA-256",
  "Weg",
  "Stand der Quelle",
  "Anmerkungen",
  "Freigabe des Foliensatzes",
] as const;

export function ledgerCsv(ledger: Ledger): string {
  const { state } = ledger.deck;
  const writer = new Rows(lookUpIn(ledger), state === undefined ? "" : stateWords(state));
  const rows = [
    lineOf(columns),
    ...ledger.figures.map((figure) => writer.ofFigure(figure)),
    ...ledger.texts.map((text) => writer.ofText(text)),
    ...ledger.claims.map((claim) => writer.ofClaim(claim)),
  ];
  return `\ufeff${rows.join("\r\n")}\r\n`;
}

function lineOf(cells: readonly string[]): string {
  return cells.map(csvCell).join(";");
}

/** What spreadsheets take for a formula, in full width too. */
const formula = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/u;
const plainNumber = /^[+-]?\d+(?:,\d+)?$/u;
/** Excel cuts longer cells off, and takes what follows for further rows. */
const longest = 32_000;

/** A cell that no spreadsheet reckons with, quoted where it must be. */
export function csvCell(text: string): string {
  const whole = text.length > longest ? `${text.slice(0, longest)}…` : text;
  const safe = formula.test(whole) && !plainNumber.test(whole) ? `'${whole}` : whole;
  return /[;"\r\n\t]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Every digit, with a comma and without marks of thousands: "0,09971311022270328". */
export function csvNumber(value: number): string {
  const [mantissa = "0", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const before = Number(exponent) + 1;
  const whole = before > 0 ? digits.slice(0, before).padEnd(before, "0") : "0";
  const fraction = before > 0 ? digits.slice(before) : value === 0 ? "" : `${"0".repeat(-before)}${digits}`;
  return `${value < 0 ? "-" : ""}${whole}${fraction === "" ? "" : `,${fraction}`}`;
}

/** More data than this are in the JSON file. */
const mostData = 100;

class Rows {
  private readonly lookUp: LookUp;
  /** Of the deck, as a cell. */
  private readonly state: string;
  /** Cells as they are written, those before the quality of values and those after it. */
  private readonly sources = new Map<string, readonly [string, string]>();
  /** What is said of a value, and where it stands: many figures rest on the same ones. */
  private readonly data = new Map<DatumEntry, readonly [string, string]>();

  constructor(lookUp: LookUp, state: string) {
    this.lookUp = lookUp;
    this.state = csvCell(state);
  }

  ofFigure(figure: FigureEntry): string {
    const { value, sign, unit, format, derivation, exact, origin } = figure;
    const told = value === null ? (sign?.meaning ?? "") : csvNumber(value);
    const worked = derivation === undefined ? "" : `${derivation}${exact === undefined ? "" : ` (${unroundedWords(exact)})`}`;
    return this.rowOf(figure, "Zahl", [told, unit, format], worked, [origin]);
  }

  ofText(text: TextEntry): string {
    return this.rowOf(text, "Text aus Daten", ["", "", ""], "", []);
  }

  ofClaim(claim: ClaimEntry): string {
    const meant = (claim.meanings ?? []).map((words) => `(${words})`);
    return this.rowOf(claim, "Aussage", ["wahr", "", ""], [...claim.said, ...meant].join("; "), claim.inputs);
  }

  private rowOf(
    entry: FigureEntry | TextEntry | ClaimEntry,
    kind: string,
    valued: readonly string[],
    worked: string,
    refs: readonly Ref[],
  ): string {
    const data = this.lookUp.dataBehind(refs);
    const told = data.slice(0, mostData).map((datum) => this.datumCells(datum));
    const more = data.length > told.length ? [`und ${data.length - told.length} weitere`] : [];
    const own = lineOf([
      ...this.placeCells(entry.places),
      kind,
      entry.text,
      ...valued,
      entry.expression,
      worked,
      placeWords(entry.written),
      [...told.map(([said]) => said), ...more].join(" | "),
      [...told.map(([, at]) => at), ...more].join(" | "),
    ]);
    const qualities = new Set(data.slice(0, mostData).flatMap(({ quality }) => quality?.meaning ?? []));
    const [before, after] = this.sourceCells(entry.releases);
    return `${own};${before};${csvCell([...qualities].join(" | "))};${after};${this.state}`;
  }

  /** Their names, slides, numbers of slides, roles; those of a slide stand together. */
  private placeCells(places: readonly Place[]): readonly string[] {
    let [ids, slides, numbers, last] = ["", "", "", ""];
    const named = new Set<string>();
    for (const { id, slide, role } of places) {
      const sign = ids === "" ? "" : " | ";
      ids += sign + id;
      named.add(roles[role]);
      if (slide === last) continue;
      slides += sign + slide;
      numbers += `${sign}${this.lookUp.slideNumber(slide)}`;
      last = slide;
    }
    return [ids, slides, numbers, [...named].join(" | ")];
  }

  private datumCells(datum: DatumEntry): readonly [string, string] {
    let cells = this.data.get(datum);
    if (cells === undefined) {
      const { key, text, unit, one = unit, at } = datum;
      cells = [`${key} = ${text}${one === "" ? "" : ` ${one}`}`, placeWords(at)];
      this.data.set(datum, cells);
    }
    return cells;
  }

  /** Several releases are parted by "|", in the same order in each cell; where all say the same, it is said once. */
  private sourceCells(keys: readonly string[]): readonly [string, string] {
    const key = keys.join("\n");
    let cells = this.sources.get(key);
    if (cells === undefined) {
      const releases = this.lookUp.releasesOf(keys);
      const told = released.map((read) => joined(releases.map(read)));
      cells = [lineOf(told.slice(0, qualityAt)), lineOf(told.slice(qualityAt))];
      this.sources.set(key, cells);
    }
    return cells;
  }
}

/** What is told of a release, in the order of the columns; the quality of values stands between. */
const released: readonly ((release: ReleaseEntry) => string | undefined)[] = [
  ({ dataset, title }) => `${dataset} (${title})`,
  ({ stichtag }) => germanDate(stichtag),
  ({ status }) => statusWords[status],
  ({ draft }) => (draft === true ? "ENTWURF" : undefined),
  ({ knownOn }) => knownOn && germanDate(knownOn),
  ({ provider }) => provider,
  ({ register }) => register,
  ({ table }) => table,
  ({ address }) => address,
  ({ licence }) => licence && [licence.name, licence.address].filter((part) => part !== undefined).join(" "),
  ({ licence }) => licence?.wording,
  ({ retrieved }) => retrieved?.on && germanDate(retrieved.on),
  ({ retrieved }) => retrieved?.file,
  ({ retrieved }) => retrieved?.sha256,
  ({ retrieved }) => retrieved?.connector,
  ({ retrieved }) => retrieved?.stand,
  ({ notes, footnotes, break: reason }) =>
    [...new Set([...notes, ...footnotes]), ...(reason === undefined ? [] : [`Bruch der Reihe: ${reason}`])].join(" "),
];
const qualityAt = columns.indexOf("Qualität") - columns.indexOf("Datensatz");

function joined(texts: readonly (string | undefined)[]): string {
  const said = texts.map((text) => text ?? "");
  return new Set(said).size <= 1 ? (said[0] ?? "") : said.map((text) => text || "–").join(" | ");
}
