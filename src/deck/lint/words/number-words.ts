/** German numbers in words, as tables; what a reader takes for a number and what only looks like one. */

const units = "zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun";
const teens = "zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn";
const tens = "zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig";
const small = `${units}|${teens}|(?:(?:ein|${units})und)?(?:${tens})`;
/** "zwei" to "neunhundertneunundneunzigtausend", also "dreier", "zweieinhalb", "anderthalb"; never "ein". */
const cardinal: RegExp = new RegExp(
  `^(?:(?:(?:ein|${small})?tausend(?:und)?)?(?:(?:ein|${units})?hundert(?:und)?)?(?:${small})(?:er|en|einhalb)?|(?:(?:ein|${small})?(?:hundert)?(?:tausend)|(?:ein|${units})?hundert)|(?:ein|anderthalb|${units})?(?:einhalb)?(?:hundert|tausend)|anderthalb(?:tausend)?|eineinhalb)$`,
  "u",
);
const longest = 40;

/** "zwei", "fünfzehn", "hundertzwanzig", "anderthalb". @param lower in small letters */
export function isCardinal(lower: string): boolean {
  return lower.length <= longest && cardinal.test(lower);
}

/** Whole numbers up to twelve, which count parts of a text as often as things of the world. */
export function isSmall(lower: string): boolean {
  return /^(?:[2-9]|1[0-2]|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)$/u.test(lower);
}

/** "Hunderte", "Zehntausende", "ein Dutzend", "Millionen". */
export const amounts: RegExp =
  /^(?:dutzend(?:e|en|er)?|(?:zehn|hundert|aber)?tausende[nr]?|(?:aber)?hunderte[nr]?|million(?:en)?|milliarden?)$/u;

/** "Drittel", "Fünfteln". "Viertel" is also a part of a town: it wants a number before it. */
export const fractions: RegExp = /^(?:drittel|fünftel|sechstel|siebtel|achtel|neuntel|zehntel|zwanzigstel|hundertstel)[ns]?$/u;
export const quarter: RegExp = /^viertels?$/u;
export const beforeQuarter: RegExp = /^(?:ein|einem|eines|gut|knapp|fast|rund|etwa)$/u;

/** "dreifach", "Zehnfache", "anderthalbfach"; not "einfach", "mehrfach", "vielfach". */
export function isMultiple(lower: string): boolean {
  const match = /^(.{2,40}?)fach(?:e|en|er|es|em)?$/u.exec(lower);
  return match !== null && (isCardinal(match[1] ?? "") || /^\d+-?$/.test(match[1] ?? ""));
}

/** "doppelt so viele", "dreimal so hoch", "halb so oft". */
export function isTimes(lower: string): boolean {
  return lower === "doppelt" || lower === "halb" || (lower.endsWith("mal") && isCardinal(lower.slice(0, -3)));
}

/** "zweistelliger Millionenbetrag"; not "die fünfstellige Postleitzahl". */
export const digitsLong: RegExp = /^(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht)stellige?[nrsm]?$/u;
export const codes: RegExp = /(?:zahl|nummer|schlüssel|code|pin|ziffer|kennung)s?$/u;
/** "um ein Prozent". */
export const one: RegExp = /^eine?[nmsr]?$/u;
export const perCent: RegExp = /^(?:prozent|prozentpunkte?s?|promille)$/u;
/** In the notes: how long somebody speaks. */
export const spoken: RegExp = /^(?:pause|einplanen|redezeit|vortrag|vortragen|diskussion|rückfragen|sprechen|nehmen|zeigen)$/u;

/** "jede zehnte Person". */
export const every: RegExp = /^jede[rsnm]?$/u;
export const everyOrdinal: RegExp =
  /^(?:zweit|dritt|viert|fünft|sechst|siebt|siebent|acht|neunt|zehnt|elft|zwölft|zwanzigst|hundertst|tausendst)e[rsnm]?$/u;

/** What halves count things and not time: "halbe Stelle", "halbe Million". */
export const halved: RegExp = /^(?:stellen?|million|milliarde|vollzeitstelle|prozent|prozentpunkt)$/u;

export const timeUnits: RegExp = /^(?:jahre?n?|monate?n?|wochen?|tagen?|tage?|stunden?|minuten?|werktagen?|arbeitstagen?)$/u;

/** Deadlines and rhythms are agreed, not counted: "innerhalb von vier Wochen", "alle zwei Jahre". */
export const agreedTime: ReadonlySet<string> = new Set(
  "frist fristen laufzeit innerhalb binnen alle aller spätestens mindestens höchstens gültig gültigkeit befristet befristete befristeten dauer kündigungsfrist wartefrist zweckbindung".split(
    " ",
  ),
);

/** What texts, plans and procedures are made of: two of them are no statistic. */
export const structure: RegExp =
  /(?:^|\p{L})(?:schritte?n?|ebenen?|säulen?|schwerpunkte?n?|handlungsfelder?n?|ziele?n?|phasen?|gruppen?|themen|fragen?|antworten|gründe?n?|wege?n?|seiten?|varianten?|abschnitte?n?|kapiteln?|folien?|beispiele?n?|dinge?n?|aspekte?n?|bausteine?n?|formen?|arten|kategorien?|stufen?|spalten?|zeilen?|farben?|aufgaben?|etappen?|perspektiven?|welten|augen|stühlen?|händen?|meinungen|möglichkeiten|voraussetzungen|bedingungen|kriterien|optionen|merkmalen?|modulen?|modelle?n?|tabellen?|abbildungen|diagramme?n?|karten|quellen?|registern?|dimensionen|richtungen|sprachen|ausfertigung(?:en)?|teile?n?|blöcken?|punkte?n?|sätzen?|hinweise?n?|anliegen|begriffe?n?|größen|zahlen|werte?n?|stichtage?n?|angaben|balken|kurven|grafiken|bilder[n]?|erhebungen|statistiken|datensätzen?)$/u;
