/** The ledger as a page to print: no script, everything in tables that a screen reader can read. */

import { createHash } from "node:crypto";
import { germanDate } from "../../data/calendar.ts";
import type { ClaimEntry, DatumEntry, FigureEntry, Ledger, Place, ReleaseEntry, StepEntry, TextEntry } from "../../deck/ledger/entries.ts";
import { escapeHtml, isSafeAddress } from "../html/escape.ts";
import { LookUp } from "./look-up.ts";
import { ledgerCss } from "./style.ts";
import { linesWords, placeWords, roles, statuses } from "./words.ts";

/** A complete HTML document. */
export function ledgerHtml(ledger: Ledger): string {
  const { title, event, date, asOf, knownOn } = ledger.deck;
  const page = new Page(ledger);
  const about = [event, date && germanDate(date), `Datenstand ${germanDate(asOf)}`, knownOn && `Kenntnisstand ${germanDate(knownOn)}`];
  const css = ledgerCss();
  const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(css, "utf8").digest("base64")}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Stichtag">
<meta name="color-scheme" content="light">
<title>Zahlennachweis: ${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body>
<header>
<p class="kicker">Zahlennachweis</p>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(about.filter((part) => part !== undefined && part !== "").join(" · "))}</p>
</header>
<main>
${[page.figures(), page.claims(), page.texts(), page.sources(), page.signs()].filter((part) => part !== "").join("\n")}
</main>
</body>
</html>
`;
}

/** Of more data than this the page says how many; the JSON file has them. */
const mostData = 60;
const mostSteps = 12;

class Page {
  private readonly ledger: Ledger;
  private readonly lookUp: LookUp;
  /** Numbers of sources, from 1. */
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
    this.lookUp = new LookUp(ledger);
    this.numbers = new Map(ledger.releases.map(({ key }, i) => [key, i + 1]));
  }

  figures(): string {
    const rows = this.ledger.figures.map((figure) => this.figureRow(figure));
    return table("figures", "Zahlen", ["Zahl", "Was und Berechnung", "Folien", "Quellen"], rows);
  }

  claims(): string {
    const rows = this.ledger.claims.map((claim) => this.claimRow(claim));
    return table("claims", "Aussagen, die an Bedingungen gebunden sind", ["Aussage", "Bedingung, erfüllt", "Folien", "Quellen"], rows);
  }

  texts(): string {
    const rows = this.ledger.texts.map((text) => this.textRow(text));
    return table("texts", "Tage und Texte aus Daten", ["Text", "Ausdruck", "Folien", "Quellen"], rows);
  }

  sources(): string {
    const rows = this.ledger.releases.map((release, i) => sourceRow(release, i + 1));
    return table("sources", "Quellen", ["Nr.", "Statistik und Anbieter", "Stichtag", "Lizenz", "Herkunft der Datei"], rows);
  }

  signs(): string {
    const signs = new Map<string, string>();
    for (const { sign } of [...this.ledger.figures, ...this.ledger.data]) if (sign !== undefined) signs.set(sign.symbol, sign.meaning);
    for (const { quality } of this.ledger.data) if (quality?.kind === "limited") signs.set("( )", quality.meaning);
    const rows = [...signs].map(([sign, meaning]) => [escapeHtml(sign), escapeHtml(meaning)]);
    return table("signs", "Zeichen", ["Zeichen", "Bedeutung"], rows);
  }

  private figureRow(figure: FigureEntry): readonly string[] {
    const exact = figure.exact === undefined ? "" : `<br><small>genau ${escapeHtml(figure.exact)}</small>`;
    return [`${escapeHtml(figure.text)}${exact}`, this.whatOf(figure), this.slidesOf(figure.places), this.sourcesOf(figure.releases)];
  }

  private whatOf({ origin, derivation, unit, expression, written }: FigureEntry): string {
    const datum = this.lookUp.datum(origin);
    if (datum !== undefined) {
      return `${escapeHtml(this.nameOf(datum))}${unit === "" ? "" : `, ${escapeHtml(unit)}`}<br>${small(placeWords(datum.at))}`;
    }
    const step = this.lookUp.step(origin);
    if (step === undefined) return `im Text gegeben, ohne Quelle<br>${small(placeWords(written))}`;
    const subject = step.subject === undefined ? "" : `${step.subject}: `;
    return `${escapeHtml(`${subject}${derivation ?? step.words}`)}<br>${small(expression)}${this.detailsOf(step)}`;
  }

  /** Further steps, and the data behind, those of a release on a line. */
  private detailsOf(step: StepEntry): string {
    const steps = [...new Set(step.inputs.flatMap((input) => this.lookUp.step(input) ?? []))];
    const byRelease = new Map<string, DatumEntry[]>();
    for (const datum of this.lookUp.dataBehind(step.inputs)) {
      const others = byRelease.get(datum.release);
      if (others === undefined) byRelease.set(datum.release, [datum]);
      else others.push(datum);
    }
    const items = [
      ...steps.slice(0, mostSteps).map(({ words, result }) => escapeHtml(`${words} = ${result}`)),
      ...[...byRelease].map(([release, data]) => {
        const told = data.slice(0, mostData).map(({ name, text }) => `${name}\u00a0${text}`);
        const more = data.length > mostData ? ` und ${data.length - mostData} weitere` : "";
        return `${escapeHtml(`${this.titleOf(release)}: ${told.join("; ")}${more}`)} ${small(linesWords(data.map(({ at }) => at)))}`;
      }),
    ];
    return items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
  }

  /** "Einwohnerinnen und Einwohner [3]: Löningen". */
  private nameOf({ release, name }: DatumEntry): string {
    return `${this.titleOf(release)}: ${name}`;
  }

  private titleOf(release: string): string {
    const [source] = this.lookUp.releasesOf([release]);
    return `${source?.title ?? ""} [${this.numbers.get(release) ?? 0}]`;
  }

  private claimRow({ text, expression, numbers, places, releases }: ClaimEntry): readonly string[] {
    const sides = numbers.map(({ name, number }) => escapeHtml(`${name} = ${number}`)).join("<br>");
    return [`„${escapeHtml(text)}“`, `${small(expression)}<br>${sides}`, this.slidesOf(places), this.sourcesOf(releases)];
  }

  private textRow({ text, expression, places, releases }: TextEntry): readonly string[] {
    return [escapeHtml(text), small(expression), this.slidesOf(places), this.sourcesOf(releases)];
  }

  /** "3 (Titel, Diagramm), 7 (Text)". */
  private slidesOf(places: readonly Place[]): string {
    const bySlide = new Map<string, Set<string>>();
    for (const { slide, role } of places) bySlide.set(slide, (bySlide.get(slide) ?? new Set<string>()).add(roles[role]));
    return [...bySlide].map(([slide, named]) => escapeHtml(`${this.lookUp.slideNumber(slide)} (${[...named].join(", ")})`)).join("<br>");
  }

  private sourcesOf(keys: readonly string[]): string {
    if (keys.length === 0) return "–";
    const days = this.lookUp.releasesOf(keys).map(({ key, stichtag }) => {
      const number = this.numbers.get(key) ?? 0;
      return `<a href="#quelle-${number}">[${number}]</a> ${germanDate(stichtag)}`;
    });
    const told = days.slice(0, mostSources);
    return [...told, ...(days.length > told.length ? [`und ${days.length - told.length} weitere`] : [])].join("<br>");
  }
}

const mostSources = 12;

function sourceRow(release: ReleaseEntry, number: number): readonly string[] {
  const { title, provider, table: code, address, stichtag, knownOn, status, licence, retrieved, file, notes, definition } = release;
  const published = code === undefined ? provider : `${provider}, Tabelle ${code}`;
  const what = [`<strong>${escapeHtml(title)}</strong>`, linked(published, address), ...[definition, ...notes].map(small)];
  const known = knownOn === undefined ? [] : [`Kenntnisstand ${germanDate(knownOn)}`];
  const reason = release.break === undefined ? [] : [small(`Bruch der Reihe: ${release.break}`)];
  const terms = licence === undefined ? "–" : [linked(licence.name, licence.address), small(licence.wording ?? "")].join("<br>");
  const came = [
    file,
    retrieved?.file,
    retrieved?.on && `abgerufen am ${germanDate(retrieved.on)}`,
    retrieved?.connector && `Weg: ${retrieved.connector}`,
    retrieved?.stand,
    retrieved?.sha256 && `SHA-256 ${retrieved.sha256}`,
  ].flatMap((part) => (part === undefined || part === "" ? [] : [small(part)]));
  return [
    `<span id="quelle-${number}">[${number}]</span>`,
    what.filter((part) => part !== "").join("<br>"),
    [germanDate(stichtag), statuses[status], ...known, ...reason].join("<br>"),
    terms,
    came.join("<br>"),
  ];
}

function linked(words: string, address: string | undefined): string {
  const text = escapeHtml(words);
  return address === undefined || !isSafeAddress(address) ? text : `<a href="${escapeHtml(address)}">${text}</a>`;
}

function small(words: string): string {
  return words === "" ? "" : `<small>${escapeHtml(words)}</small>`;
}

/** The first column names the row. Nothing, where there is no row. */
function table(name: string, caption: string, header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const head = header.map((words) => `<th scope="col">${escapeHtml(words)}</th>`).join("");
  const body = rows.map((cells) => {
    const [first = "", ...others] = cells;
    return `<tr><th scope="row">${first}</th>${others.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  return `<table class="${name}">\n<caption>${escapeHtml(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>`;
}
