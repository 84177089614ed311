/** German numbers in words, as tables; what a reader takes for a number and what only looks like one. */

import type { Word } from "./sentence.ts";

const units = "zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun";
const teens = "zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn";
const tens = "zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig";
const small = `${units}|${teens}|(?:(?:ein|${units})und)?(?:${tens})`;
/** "zwölfhundert" too; what stands behind a hundred or a thousand may be "eins". */
const hundreds = `(?:ein|${units}|${teens})?hundert(?:(?:und)?(?:eins?|${small}))?`;
const halves = "(?:ein|anderthalb|zwei|drei|vier|fünf|sechs|sieben|acht|neun)(?:einhalb)?";
/** "zwei" to "neunhundertneunundneunzigtausend", also "dreier", "zweieinhalb", "anderthalb"; never "ein". */
const cardinal: RegExp = new RegExp(
  `^(?:(?:${small})(?:er|en|einhalb)?|${hundreds}|(?:${hundreds}|ein|${small})?tausend(?:(?:und)?(?:${hundreds}|eins?|${small}))?|${halves}(?:hundert|tausend)|anderthalb|eineinhalb)$`,
  "u",
);
const longest = 40;

/** "zwei", "fünfzehn", "hundertzwanzig", "anderthalb". @param lower in small letters */
export function isCardinal(lower: string): boolean {
  return lower.length <= longest && cardinal.test(lower);
}

/** Whether a word says how many: digits, what is bound, a number in words, "mehr als die Hälfte". */
export function isQuantity({ kind, lower }: Word): boolean {
  return kind !== "word" || isCardinal(lower) || amounts.test(lower) || fractions.test(lower) || lower === "die" || lower === "doppelt";
}

/** Whole numbers up to twelve, which count parts of a text as often as things of the world. */
export function isSmall(lower: string): boolean {
  return /^(?:[2-9]|1[0-2]|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)$/u.test(lower);
}

/** "Hunderte", "Zehntausende", "ein Dutzend", "Millionen". */
export const amounts: RegExp =
  /^(?:dutzend(?:e|en|er)?|(?:zehn|hundert|aber|zig)?tausende[nr]?|zigtausend|(?:aber)?hunderte[nr]?|million(?:en)?|milliarden?)$/u;

/** "Drittel", "Fünfteln", "Zwölftel", "dreiviertel". "Viertel" is also a part of a town: it wants a number before it. */
export const fractions: RegExp = new RegExp(
  `^(?:dreiviertel|zweidrittel|drittel|fünftel|sechstel|siebtel|achtel|neuntel|(?:${teens})tel|(?:${tens})stel|hundertstel|tausendstel)[ns]?$`,
  "u",
);
export const quarter: RegExp = /^viertels?$/u;
export const beforeQuarter: RegExp = /^(?:ein|einem|eines|gut|knapp|fast|rund|etwa|gute[sn]|knappe[sn]|weitere[sn]|volle[sn])$/u;
/** "im letzten Drittel der Laufzeit", "die zweite Hälfte des Jahres": a part of a time, not of a number. */
export const whichPart: RegExp = /^(?:erste|zweite|dritte|letzte)[nrsm]?$/u;

/** "dreifach", "Zehnfache", "anderthalbfach"; not "einfach", "mehrfach", "vielfach". */
export function isMultiple(lower: string): boolean {
  const match = /^(.{2,40}?)fach(?:e|en|er|es|em)?$/u.exec(lower);
  return match !== null && (isCardinal(match[1] ?? "") || /^\d+-?$/.test(match[1] ?? ""));
}

/** "doppelt so viele", "dreimal so hoch", "halb so oft". */
export function isTimes(lower: string): boolean {
  return lower === "doppelt" || lower === "halb" || (lower.endsWith("mal") && isCardinal(lower.slice(0, -3)));
}
/** "halb so wild". */
export const halfAsBad: RegExp = /^(?:wild|schlimm|tragisch|dramatisch|gefährlich|wichtig|schwer|schön)$/;
/** "das Doppelte", "die doppelte Zahl"; not "die doppelte Staatsangehörigkeit". */
export const doubled: RegExp = /^doppelten?$/;
export const doubledWhat: RegExp = /(?:^|\p{L})(?:zahl|anzahl|menge|höhe|summe|fläche|kosten)$/u;

/** "zweistelliger Millionenbetrag"; not "die fünfstellige Postleitzahl". */
export const digitsLong: RegExp = /^(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht)stellige?[nrsm]?$/u;
export const codes: RegExp = /(?:zahl|nummer|schlüssel|code|pin|ziffer|kennung)s?$/u;
/** "um ein Prozent", "eine einzige Gemeinde", "nur ein Kind". */
export const one: RegExp = /^eine?[nmsr]?$/u;
export const perCent: RegExp = /^(?:prozent|prozentpunkte?s?|promille)$/u;
export const single: RegExp = /^einzige[nrsm]?$/;
export const only: RegExp = /^(?:nur|lediglich|genau|einmal|bloß)$/;
/** What a single one of is a statistic: people, places and cases. */
export const countedSingly: RegExp =
  /^(?:gemeinde|kommune|stadt|landkreis|person|fall|antrag|kind|kindes|familie|frau|mann|haushalt|betrieb|unternehmen|schule|kita|einrichtung|wohnung|bewerber|bewerberin|abschiebung|einbürgerung|geburt|prozentpunkt|bürger|einwohner)$/;

/** "jede zehnte Person", "Jede:r Zehnte". */
export const every: RegExp = /^jede[rsnm]?(?:[:*_/]r)?$/u;
export const everyOrdinal: RegExp =
  /^(?:zweit|dritt|viert|fünft|sechst|siebt|siebent|acht|neunt|zehnt|elft|zwölft|zwanzigst|hundertst|tausendst)e[rsnm]?$/u;
/** What returns: "jeden zweiten Dienstag". */
export const rhythm: RegExp =
  /^(?:jahr|monat|woche|tag|stunde|mal|sonntag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|quartal|sitzung|termin)$/;

/** What halves count things and not time: "halbe Stelle", "halbe Million". */
export const halved: RegExp = /^(?:stellen?|million|milliarde|vollzeitstelle|prozent|prozentpunkt)$/u;

const parts =
  "schritte?n?|ebenen?|säulen?|schwerpunkte?n?|handlungsfelder?n?|ziele?n?|phasen?|gruppen?|themen|fragen?|antworten|gründe?n?|wege?n?|seiten?|varianten?|abschnitte?n?|kapiteln?|folien?|beispiele?n?|dinge?n?|aspekte?n?|bausteine?n?|formen?|arten|kategorien?|stufen?|spalten?|zeilen?|farben?|aufgaben?|etappen?|perspektiven?|welten|augen|stühlen?|händen?|meinungen|möglichkeiten|voraussetzungen|bedingungen|kriterien|optionen|merkmalen?|modulen?|modelle?n?|tabellen?|abbildungen|diagramme?n?|karten|quellen?|registern?|dimensionen|richtungen|sprachen|ausfertigung(?:en)?|teile?n?|blöcken?|punkte?n?|sätzen?|hinweise?n?|anliegen|begriffe?n?|größen|zahlen|werte?n?|stichtage?n?|angaben|balken|kurven|grafiken|bilder[n]?|erhebungen|statistiken|datensätzen?|blättern?|blatt|zeichen|wörtern?|worte?n?|exemplaren?|kopien|unterschriften|anlagen|absätzen?|stationen|runden|spiegelstrichen?|hälften|beamern?|stellwänden?|mikrofonen?|laptops|tischen?|bänken?|plakaten?|druckern?|leinwänden?|kameras|flipcharts";
/** Compounds of these: "Arbeitsgruppen" are part of a plan, "Krabbelgruppen" are counted. */
const ofPlans =
  "arbeits|teil|leit|kern|haupt|grund|unter|ober|ziel|fall|alters|schlüssel|handlungs|bildungs|lösungs|forschungs|rechts|themen|text|bei|stich|personen|projekt|förder|ab|blick|vergleichs|daten|zeit|erhebungs|inhalts|diskussions|entwicklungs|sprach|abstimmungs|aufenthalts|verfahrens|antrags|prüf|eck|knoten|tages|bild";
/** What texts, plans and procedures are made of: two of them are no statistic. */
export const structure: RegExp = new RegExp(`^(?:\\p{L}{1,20}[-_/])?(?:${ofPlans})?(?:${parts})$`, "u");
