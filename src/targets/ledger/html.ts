/** The ledger as a page to print: no script, everything in tables that a screen reader can read. */

import { createHash } from "node:crypto";
import { germanDate } from "../../data/calendar.ts";
import { statusWords } from "../../data/status.ts";
import type { ClaimEntry, Ledger, ReleaseEntry, TextEntry } from "../../deck/ledger/entries.ts";
import { escapeHtml } from "../html/escape.ts";
import { FigureRows } from "./figure-rows.ts";
import { lookUpIn } from "./look-up.ts";
import { code, linked, lines, small, table } from "./markup.ts";
import { References } from "./references.ts";
import { ledgerCss } from "./style.ts";
import { countWords, stateWords } from "./words.ts";

/** A complete HTML document. */
export function ledgerHtml(ledger: Ledger): string {
  const { title, subtitle, event, date, asOf, knownOn, state } = ledger.deck;
  const page = new Page(ledger);
  const days = [`Datenstand ${germanDate(asOf)}`, knownOn && `Kenntnisstand ${germanDate(knownOn)}`];
  const about = [subtitle, event, date && germanDate(date), ...days].filter((part) => part !== undefined && part !== "").join(" · ");
  const css = ledgerCss({
    title: `Zahlennachweis: ${title}`,
    state: state?.kind === "draft" ? "ENTWURF" : "",
    day: [...days, state?.kind === "released" && stateWords(state)].filter((part) => part !== undefined && part !== false).join(" · "),
  });
  const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(css, "utf8").digest("base64")}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Stichtag">
<meta name="color-scheme" content="light">
<title>Zahlennachweis: ${escapeHtml(title)}${state?.kind === "draft" ? " (Entwurf)" : ""}</title>
<style>${css}</style>
</head>
<body>
<header>
<p class="kicker">Zahlennachweis</p>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(about)}</p>
${state === undefined ? "" : `<p class="state ${state.kind}">${escapeHtml(stateWords(state))}</p>\n`}<p class="reading">${escapeHtml(readingOf(ledger))}</p>
</header>
<main>
${[page.figures(), page.claims(), page.texts(), page.sources(), page.signs()].filter((part) => part !== "").join("\n")}
</main>
</body>
</html>
`;
}

/** What is in it, and how its references are read. */
function readingOf({ figures, claims, texts, releases }: Ledger): string {
  const counts = [
    countWords(figures.length, "Zahl", "Zahlen"),
    countWords(claims.length, "Aussage", "Aussagen"),
    countWords(texts.length, "Tag oder Text aus Daten", "Tage und Texte aus Daten"),
    countWords(releases.length, "Quelle", "Quellen"),
  ];
  const told = counts.filter((words) => words !== "").join(", ");
  return `${told}. Jede Zahl hat eine laufende Nummer; [1] ist die Nummer ihrer Quelle am Ende. „genau“ und „ungerundet“ nennen den Wert hinter einer gerundeten Zahl, Angaben wie data/….yaml:4:18 nennen Datei, Zeile und Spalte, in der ein Wert steht.`;
}

class Page {
  private readonly ledger: Ledger;
  private readonly references: References;
  private readonly rows: FigureRows;

  constructor(ledger: Ledger) {
    const lookUp = lookUpIn(ledger);
    this.ledger = ledger;
    this.references = new References(ledger, lookUp);
    this.rows = new FigureRows(lookUp, this.references);
  }

  figures(): string {
    const rows = this.ledger.figures.map((figure, i) => this.rows.row(figure, i + 1));
    return table("figures", "Zahlen", ["Nr. und Zahl", "Was und Berechnung", "Folien", "Quellen"], rows);
  }

  claims(): string {
    const rows = this.ledger.claims.map((claim) => this.claimRow(claim));
    return table("claims", "Aussagen, die an Bedingungen gebunden sind; alle treffen zu", claimHeaders, rows);
  }

  texts(): string {
    const rows = this.ledger.texts.map((text) => this.textRow(text));
    return table("texts", "Tage und Texte aus Daten", ["Text", "Woher", "Folien", "Quellen"], rows);
  }

  sources(): string {
    const rows = this.ledger.releases.map((release, i) => sourceRow(release, i + 1));
    return table("sources", "Quellen", ["Nr.", "Statistik und Anbieter", "Stichtag", "Lizenz", "Herkunft der Daten"], rows);
  }

  signs(): string {
    const signs = new Map<string, string>();
    for (const { sign } of [...this.ledger.figures, ...this.ledger.data]) if (sign !== undefined) signs.set(sign.symbol, sign.meaning);
    for (const { quality } of this.ledger.data) if (quality?.kind === "limited") signs.set("( )", quality.meaning);
    const rows = [...signs].map(([sign, meaning]) => [escapeHtml(sign), escapeHtml(meaning)]);
    return table("signs", "Zeichen", ["Zeichen", "Bedeutung"], rows);
  }

  private claimRow({ text, expression, said, meanings = [], places, releases }: ClaimEntry): readonly string[] {
    const meant = meanings.length === 0 ? "" : small(`Dabei gilt: ${meanings.join("; ")}.`);
    const told = said.map((line) => `<p>${escapeHtml(line)}</p>`).join("");
    const what = `${told}${lines([meant, code(expression)])}`;
    return [`„${escapeHtml(text)}“`, what, this.references.slidesOf(places), this.references.sourcesOf(releases)];
  }

  private textRow({ text, expression, places, releases }: TextEntry): readonly string[] {
    const from = releases.length === 0 ? "Angabe des Foliensatzes" : this.references.titlesOf(releases);
    const what = lines([escapeHtml(from), code(expression)]);
    return [escapeHtml(text), what, this.references.slidesOf(places), this.references.sourcesOf(releases)];
  }
}

const claimHeaders = ["Aussage", "Was die Zahlen sagen", "Folien", "Quellen"];

function sourceRow(release: ReleaseEntry, number: number): readonly string[] {
  const {
    title,
    provider,
    register,
    table: name,
    address,
    stichtag,
    knownOn,
    status,
    licence,
    retrieved,
    file,
    notes,
    definition,
  } = release;
  const published = [provider, ...(name === undefined ? [] : [`Tabelle ${name}`])].join(", ");
  const counted = register === undefined ? "" : `Register: ${register}`;
  const told = new Set([definition, ...notes, ...release.footnotes]);
  const reason = release.break === undefined ? "" : small(`Bruch der Reihe: ${release.break}`);
  const terms = licence === undefined ? "–" : lines([linked(licence.name, licence.address), small(licence.wording ?? "")]);
  const came = [
    file,
    retrieved?.file,
    retrieved?.on && `abgerufen am ${germanDate(retrieved.on)}`,
    retrieved?.connector && `Weg: ${retrieved.connector}`,
    retrieved?.stand,
    retrieved?.sha256 && `SHA-256 ${retrieved.sha256}`,
  ];
  return [
    `<span id="quelle-${number}">[${number}]</span>`,
    lines([`<strong>${escapeHtml(title)}</strong>`, linked(published, address), small(counted), ...[...told].map(small)]),
    lines([
      germanDate(stichtag),
      statusWords[status],
      release.draft === true ? `<strong class="draft">ENTWURF, noch nicht freigegeben</strong>` : "",
      knownOn === undefined ? "" : `Kenntnisstand ${germanDate(knownOn)}`,
      reason,
    ]),
    terms,
    lines(came.map((part) => small(part ?? ""))),
  ];
}
