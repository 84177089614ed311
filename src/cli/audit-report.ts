/** What an audit has found, as lines for people and as JSON for programs. */

import { germanDate } from "../data/calendar.ts";
import { draftWords } from "../deck/state.ts";
import type { Audited, Compared } from "../project/audit.ts";
import { type Language, type Message, printable } from "../source/diagnostic.ts";
import { auditFinding } from "../source/messages/audit.ts";
import { type Finding, harmlessKinds, type Told } from "../targets/pptx/audit/finding.ts";
import { stateWords } from "./state-words.ts";

const words = {
  de: {
    slide: "Folie",
    gone: "Nicht mehr da",
    line: "dort",
    past: "Stand der Datei",
    present: "Daten heute",
    note: "Hinweis",
    stichtag: "Stichtag",
    none: "Keine Abweichung.",
    alternative: "Alternativtext",
    notes: "Notizen",
  },
  en: {
    slide: "Slide",
    gone: "Not there any more",
    line: "there",
    past: "as of the file's day",
    present: "data today",
    note: "note",
    stichtag: "Stichtag",
    none: "Nothing differs.",
    alternative: "alternative text",
    notes: "notes",
  },
} as const;

/** A line a finding, below the slide on which it is, with what stands there and what the data say. */
export function auditText({ audit, deck, compared }: Audited, file: string, language: Language): string {
  if (audit === undefined) return "";
  const said = words[language];
  const lines: string[] = [];
  let last: string | undefined;
  for (const finding of audit.findings) {
    const head = `${finding.slide === undefined ? said.gone : `${said.slide} ${finding.slide}`}: ${finding.title}`;
    if (head !== last) lines.push(...(last === undefined ? [] : [""]), head);
    last = head;
    lines.push(...linesOf(finding, language));
  }
  const found = audit.findings.filter(({ kind }) => !harmlessKinds.has(kind)).length;
  const notes = audit.findings.length - found;
  const from = deck === undefined ? file : `${file} (${deck.deck}, ${daysWords(deck, language)})`;
  const counts = {
    de: `${from}: ${found === 0 ? "keine Abweichung" : found === 1 ? "1 Abweichung" : `${found} Abweichungen`}, ${notes === 1 ? "1 Hinweis" : `${notes} Hinweise`}`,
    en: `${from}: ${found === 0 ? "nothing differs" : found === 1 ? "1 difference" : `${found} differences`}, ${notes === 1 ? "1 note" : `${notes} notes`}`,
  }[language];
  const intact = {
    de: `${audit.intact} von ${audit.figures} Zahlen stehen, wie sie geschrieben wurden`,
    en: `${audit.intact} of ${audit.figures} numbers stand as they were written`,
  }[language];
  const workbooks = {
    de: `${audit.withoutWorkbook} von ${audit.charts} Diagrammen haben keine Arbeitsmappe mehr; verglichen ist, was sie zeigen.`,
    en: `${audit.withoutWorkbook} of ${audit.charts} charts have no workbook any more; what they show is compared.`,
  }[language];
  const looks = {
    de: `Eine frühere Fassung hat die Datei geschrieben: Wo die Achsen von ${audit.withoutLook} ${audit.withoutLook === 1 ? "Diagramm" : "Diagrammen"} begannen und wie deren Zahlen aussahen, ist nicht bekannt und nicht verglichen.`,
    en: `An earlier version wrote the file: where the axes of ${audit.withoutLook} ${audit.withoutLook === 1 ? "chart" : "charts"} began and how their numbers looked is not known and not compared.`,
  }[language];
  const unasked = {
    de: `${audit.unasked} Zahlen zeigt der Foliensatz so nicht mehr; was die Daten heute zu ihnen sagen, ist nicht bekannt.`,
    en: `${audit.unasked} numbers are not shown by the deck any more; what the data say of them today is not known.`,
  }[language];
  if (lines.length > 0) lines.push("");
  lines.push(deck === undefined ? `${counts}.` : `${counts}; ${intact}.`);
  if (compared !== undefined) lines.push(...comparedWords(compared, language));
  if (audit.withoutWorkbook > 0) lines.push(workbooks);
  if (audit.withoutLook > 0) lines.push(looks);
  if (audit.unasked > 0) lines.push(unasked);
  return printable(lines.join("\n"));
}

/** "31.12.2025", "31.12.2025, Kenntnisstand 01.03.2026". */
function daysWords({ asOf, knownOn }: Pick<Compared, "asOf" | "knownOn">, language: Language): string {
  if (language === "en") return knownOn === undefined ? `as of ${asOf}` : `as of ${asOf}, as known on ${knownOn}`;
  const day = `Datenstand ${germanDate(asOf)}`;
  return knownOn === undefined ? day : `${day}, Kenntnisstand ${germanDate(knownOn)}`;
}

/** What "data today" were, and whether they may be believed. */
function comparedWords(compared: Compared, language: Language): readonly string[] {
  const state = stateWords(compared, language);
  const { de, en } = {
    de: `Verglichen mit dem Foliensatz, wie er jetzt wäre: ${daysWords(compared, "de")}${state === undefined ? "" : `; ${state}`}.`,
    en: `Compared with the deck as it would be now: ${daysWords(compared, "en")}${state === undefined ? "" : `; ${state}`}.`,
  };
  const drafts = compared.state?.kind === "draft" ? compared.state.data : [];
  return [language === "de" ? de : en, ...drafts.map((data) => `  ${draftWords(data)[language]}`)];
}

function linesOf(finding: Finding, language: Language): readonly string[] {
  const { kind, shape, role, line, past, present, figure } = finding;
  const said = words[language];
  const place = role === "note" ? said.notes : role === "alternative" && shape !== undefined ? `${said.alternative}, ${shape}` : shape;
  const mark = harmlessKinds.has(kind) ? `${said.note}: ` : "";
  const message = messageOf(finding.condition === undefined ? finding : { ...finding, condition: cut(finding.condition) });
  const lines = [`  ${mark}${message[language]}${place === undefined ? "" : ` [${place}]`}`];
  if (line !== undefined && kind !== "chart-workbook-differs") lines.push(`      ${said.line}: ${cut(line)}`);
  for (const told of finding.said ?? []) lines.push(`      ${said.present}: ${told}`);
  const isSame = past !== undefined && present !== undefined && past.text === present.text;
  if (past !== undefined && !isSame) lines.push(`      ${said.past}: ${toldWords(past, language)}`);
  if (present !== undefined)
    lines.push(`      ${said.present}: ${toldWords(present, language)}${figure === undefined ? "" : ` (${figure.expression})`}`);
  return lines;
}

const longest = 160;

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function toldWords({ text, sources, stichtage }: Told, language: Language): string {
  const days = stichtage.map((day) => germanDate(day)).join(", ");
  return [text, ...(days === "" ? [] : [`${words[language].stichtag} ${days}`]), ...sources].join("; ");
}

function messageOf({ kind, found = "", written = "", at, from, condition = "", count = 0 }: Finding): Message {
  return auditFinding(kind, { found, written, at: at ?? from ?? "", condition, count });
}

/** For programs; `version` changes when a field does. */
export function auditJson({ audit, deck, compared, isRecorded }: Audited, language: Language): string {
  const { findings = [], ...counts } = audit ?? {};
  const all = findings.map((finding) => jsonFinding(finding, language));
  const head = deck && { id: deck.deck, title: deck.title, asOf: deck.asOf, knownOn: deck.knownOn };
  const { state } = compared ?? {};
  const drafts =
    state?.kind === "draft" ? state.data.map(({ dataset, release }) => ({ dataset: dataset.id, stichtag: release.stichtag })) : [];
  const now = compared && {
    asOf: compared.asOf,
    knownOn: compared.knownOn,
    state: state?.kind,
    ...(drafts.length > 0 && { drafts }),
  };
  return JSON.stringify({ version: 1, deck: head, compared: now, recorded: isRecorded, ...counts, findings: all }, undefined, 2);
}

function jsonFinding({ figure, ...finding }: Finding, language: Language): object {
  const severity = harmlessKinds.has(finding.kind) ? "note" : "difference";
  const message = messageOf(finding)[language];
  if (figure === undefined) return { severity, message, ...finding };
  // Its places in the file's own record mean nothing to others.
  const { text, value, unit, expression, format } = figure;
  return { severity, message, ...finding, figure: { text, value, unit, expression, format } };
}
