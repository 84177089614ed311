/** What offices count and measure, and what nobody does: beside the one a comparison is a statistic, beside the other it is none. */

import { remembered, type Word } from "./sentence.ts";

const ending = "e?n?s?";
/** Measures, with any word before them: "Ausländeranteil", "Kinderzahlen". */
const measures: RegExp = new RegExp(
  `(?:(?:^|\\p{L})anteil(?:e|en|s|es)?|quoten?|zahl(?:en)?|raten?|ziffern?|durchschnitts?|dichten?|saldos?|salden|abstand(?:e?s)?|abstände|auslastung|alters?|index|lücken?|kluft|unterschiede?|gefälles?|schere|niveaus?|umfang(?:e?s)?|volumen|höhe|(?:^|\\p{L})werte?n?s?|mengen?|anzahl|summen?|bestand(?:e?s)?|bestände)$`,
  "u",
);
/** What is counted, with any word before it. */
const events: RegExp = new RegExp(
  `(?:(?:zu|fort|weg)zugs?|zuzüge?n?|fortzüge?n?|wegzüge?n?|umzüge?n?|geburten|sterbefälle?n?|todesfälle?n?|einbürgerungen|anträge?n?|abschiebungen|ausreisen|einreisen|ankünfte|zuweisungen|eheschließungen|scheidungen|duldungen|ablehnungen|anerkennungen|insolvenzen|anmeldungen|abmeldungen|fälle?n?|straftaten|übernachtungen|zuwanderung|abwanderung|einwanderung|migration|zustrom(?:s|es)?|bevölkerung|einwohnerschaft|schülerschaft|belegschaft|arbeitslosigkeit|erwerbslosigkeit|beschäftigung|erwerbstätigkeit|leerstand(?:e?s)?|leerstände|nachfrage|plätze?n?|mieten?|preise?n?|kosten|ausgaben|einnahmen|einkommen|löhne?n?|umsätze?n?|erträge?n?|steuern?|schulden|arbeitsmarkt(?:e?s)?|wohnungsmarkt(?:e?s)?|wanderungsgewinne?${ending}|wanderungsverluste?${ending}|entwicklung|trends?|kurven?|wachstum${ending}|wartezeit(?:en)?|wartelisten?|verfahrensdauer|bearbeitungs(?:zeit|dauer)(?:en)?|(?:aufenthalts|bezugs)dauer|lebenserwartung|zugewanderten?|geflüchteten?|\\p{L}*suchenden?|arbeitslosen?|beschäftigten?|auszubildenden?|geduldeten?|staatsangehörigen?)$`,
  "u",
);
const persons: RegExp =
  /(?:^|\p{L}{3})(?:einwohner(?:n|s|innen)?|schüler(?:n|innen)?|bürger(?:n|innen)?|ausländer(?:n|innen)?|bewerber(?:n|innen)?|pendler(?:n|innen)?|migrant(?:en|innen)|flüchtlingen?)$|^(?:menschen|personen|frauen|männern?|kindern?|jugendlichen?|familien|haushalten?|studierenden?|pflegebedürftigen?|seniorinnen|senioren|mädchen|jungen|eltern|deutschen?|einheimischen?|zugezogenen?)$/u;

/** Whether a noun says what is measured or how many there are of what. */
export const isMeasuredNoun: (lower: string) => boolean = remembered(
  (lower) => measures.test(lower) || events.test(lower) || persons.test(lower),
);
const isPerson: (lower: string) => boolean = remembered((lower) => persons.test(lower));
const isAmount: (lower: string) => boolean = remembered((lower) => measures.test(lower) || events.test(lower));

/** Whether anything of the sentence is counted. */
export function isCounted(words: readonly Word[]): boolean {
  return words.some(({ lower, text }) => (text !== lower && isMeasuredNoun(lower)) || lower === "einwohner");
}

export function hasPeople(words: readonly Word[]): boolean {
  return words.some(({ lower, text }) => text !== lower && isPerson(lower));
}

/** Numbers and rates, and no people: these climb trees as well. */
export function hasAmount(words: readonly Word[]): boolean {
  return words.some(({ lower, text }) => text !== lower && isAmount(lower));
}

/** What rises and grows, and no office counts it. */
export const unmeasured: RegExp =
  /^(?:bus|zug|bahn|auto|treppen?|berg|leiter|dach|strukturen|vertrauen|freundschaft(?:en)?|tradition(?:en)?|wasser|hochwassers?|grundwasser|pegel|flut|temperatur(?:en)?|fieber|selbstvertrauen|selbstbewusstsein|selbstwertgefühl|hoffnung|zuversicht|vorfreude|spannung|aufregung|verständnis|zusammenhalt|gemeinschaft|aufgaben?|erfahrung(?:en)?|stimmung|pflanzen?|bäume?|gras|blumen|aufzug|fahrstuhl|motivation|akzeptanz|respekt|neugier|freude|mut|druck|unruhe|sorgen?|ansehen|frist|redezeit|grenze|kräfte|kompetenz(?:en)?|öffnungszeiten|regelung(?:en)?|verfahren|ablauf|fassung|termin|satzung|rechtslage|adresse|debatte|diskussion|gebäude|material|technik|geräte?n?|vertrag(?:es)?|verträge|laufzeit(?:en)?|erlaubnis|aufenthaltstitel|mitgliedschaft)$/u;
