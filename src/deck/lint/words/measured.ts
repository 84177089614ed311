/** What offices count and measure, and what nobody does: beside the one a comparison is a statistic, beside the other it is none. */

import { judgements } from "./comparisons.ts";
import { remembered, type Word } from "./sentence.ts";

const ending = "e?n?s?";
/** Measures, with any word before them: "Ausländeranteil", "Kinderzahlen". */
const measures: RegExp = new RegExp(
  `(?:(?:^|\\p{L})anteil(?:e|en|s|es)?|quoten?|zahl(?:en)?|raten?|ziffern?|durchschnitts?|dichten?|saldos?|salden|abstand(?:e?s)?|abstände|auslastung|alters?|index|lücken?|kluft|unterschiede?|gefälles?|schere|niveaus?|umfang(?:e?s)?|volumen|höhe|(?:^|\\p{L})werte?n?s?|mengen?|anzahl|summen?|bestand(?:e?s)?|bestände)$`,
  "u",
);
/** What is counted, with any word before it. */
const events: RegExp = new RegExp(
  `(?:(?:zu|fort|weg)zugs?|zuzüge?n?|fortzüge?n?|wegzüge?n?|umzüge?n?|geburten|sterbefälle?n?|todesfälle?n?|einbürgerungen|anträge?n?|abschiebungen|ausreisen|einreisen|ankünfte|zuweisungen|eheschließungen|scheidungen|duldungen|ablehnungen|anerkennungen|insolvenzen|anmeldungen|abmeldungen|fälle?n?|straftaten|übernachtungen|zuwanderung|abwanderung|einwanderung|migration|zustrom(?:s|es)?|bevölkerung|einwohnerschaft|schülerschaft|belegschaft|arbeitslosigkeit|erwerbslosigkeit|beschäftigung|erwerbstätigkeit|leerstand(?:e?s)?|leerstände|nachfrage|plätze?n?|mieten?|preise?n?|kosten|ausgaben|einnahmen|einkommen|löhne?n?|umsätze?n?|erträge?n?|steuern?|schulden|arbeitsmarkt(?:e?s)?|wohnungsmarkt(?:e?s)?|wanderungsgewinne?${ending}|wanderungsverluste?${ending}|entwicklung|trends?|kurven?|genehmigungen|fertigstellungen|gründungen|schließungen|bewilligungen|kündigungen|erkrankungen|infektionen|inzidenz(?:en)?|(?:bau|erwerbs|gründungs|investitions|reise|wohnungsbau)tätigkeit|kaufkraft|(?:armuts|erkrankungs|kündigungs|arbeitslosigkeits)risik(?:o|en)|(?:ausbildungs|stellen|immobilien)markt(?:e?s)?|\\p{L}mangels?|(?:wohnungs|personal|platz|raum)(?:not|knappheit)|engp[aä]ss(?:e|en)?|wohnraums?|(?:fahrt?|anfahrts)zeit(?:en)?|entfernung(?:en)?|(?:schul|arbeits|anfahrts)wegen?|aufkommens?|belegung|unfälle?n?|delikte?n?|verstöße?n?|beschwerden|meldungen|fahrgäste?n?|fahrgastzahlen|besuche?n?|besuchern?|ausleihen|abbrüche?n?|rücklagen|arbeitsstellen|lehrstellen|ausbildungsstellen|emissionen|ausstoß(?:es)?|investitionen|exporte?n?|importe?n?|ausfuhren|einfuhren|produktion|inflation|teuerung|zinsen|beteiligung|(?:versorgungs|organisations|deckungs|auslastungs|beschäftigungs|verschuldungs|bedeckungs|motorisierungs)grad(?:e?s)?|verschuldung|bautätigkeit|zuwächsen?|bestellungen|buchungen|aufträge?n?|erteilungen|verhältnis(?:ses)?|pegelstand|durchschnittsalter|ehrenamtlichenzahl|mitglieder(?:n|zahl)?|vermögens?|wachstum${ending}|wartezeit(?:en)?|wartelisten?|(?:^|\\p{L})defizite?n?s?|überschüssen?|überschuss(?:es)?|fehlbetr[aä]ge?n?s?|fehlbetrag|krankenstand(?:s|es)?|verbrauchs?|(?:auf|ein)wand|aufwendungen|teilzeit|vollzeit|(?:^|\\p{L})konjunktur|tourismus|gastgewerbe|einzelhandel|zulaufs?|flächen?|armut|kriminalität|bedarfs?|(?:fach|lehr|pflege|arbeits|hilfs|einsatz)kräfte?n?|mülls?|abfall|pkw-verkehr|verfahrensdauer|bearbeitungs(?:zeit|dauer)(?:en)?|(?:aufenthalts|bezugs|verweil|verfahrens|wohn|studien|fahr|reise|liege|krankheits|betreuungs)dauer|zuspruchs?|andrangs?|lebenserwartung|zugewanderten?|geflüchteten?|suchenden?|arbeitslosen?|beschäftigten?|auszubildenden?|geduldeten?|staatsangehörigen?)$`,
  "u",
);
const persons: RegExp =
  /(?:^|\p{L}{3})(?:einwohner(?:n|s|innen)?|schüler(?:n|innen)?|bürger(?:n|innen)?|ausländer(?:n|innen)?|bewerber(?:n|innen)?|pendler(?:n|innen)?|migrant(?:en|innen)|flüchtlingen?)$|^(?:menschen|personen|frauen|männern?|kindern?|jugendlichen?|familien|haushalten?|studierenden?|pflegebedürftigen?|seniorinnen|senioren|rentner(?:n|innen)?|mütter|väter|jüngeren?|älteren?|paare|patient(?:en|innen)|mädchen|jungen|erwachsenen?|eltern|deutschen?|einheimischen?|zugezogenen?)$/u;

/** Whether a noun says what is measured or how many there are of what. */
export const isMeasuredNoun: (lower: string) => boolean = remembered(
  (lower) => measures.test(lower) || events.test(lower) || persons.test(lower),
);
export const isPerson: (lower: string) => boolean = remembered((lower) => persons.test(lower));
export const isAmountNoun: (lower: string) => boolean = remembered((lower) => measures.test(lower) || events.test(lower));

/** Whether anything of the sentence is counted. */
export function isCounted(words: readonly Word[]): boolean {
  return words.some(({ lower, text }) => (text !== lower && isMeasuredNoun(lower)) || lower === "einwohner");
}

export function hasPeople(words: readonly Word[]): boolean {
  return words.some(({ lower, text }) => text !== lower && isPerson(lower));
}

/** Numbers and rates, and no people: these climb trees as well. */
export function hasAmount(words: readonly Word[]): boolean {
  return words.some(({ lower, text }) => text !== lower && isAmountNoun(lower));
}

/**
 * Plurals and words that look like one: what there is more or less of is either counted or a stuff, and stuffs have no plural.
 * "Mehr Sprachkurse", "weniger Hebammen"; "mehr Zeit", "mehr Raum" are of none.
 */
const plural: RegExp = /^\p{L}{2,60}(?:en?|ern?|eln|mängel|s|pkw|lkw)$/u;
/** Of these nobody counts how many there are, though they look like a plural: stuffs, what is offered, asked or done, what is said. */
const uncounted: RegExp =
  /^(?:service|software|hilfe|pflege|sprachen?|nähe|ruhe|liebe|güte|breite|tiefe|weite|klarheit|vorsorge|fürsorge|teilhabe|teilnahme|ausdauer|reichweite|präsenz|reserven?|ärger|eifer|feuer|miteinander|füreinander|theater|wasser|papier|wissen|leben|handeln|denken|lernen|lesen|können|essen|interessen?|ressourcen|details?|einzelheiten|hinweisen?|beispielen?|bildern?|fotos?|videos?|grafiken|karten|folien|seiten|antworten|ideen|vorschlägen?|anregungen|perspektiven|rechten?|pflichten|freiheiten|gelegenheiten|worten?|wörtern?|taten|tipps|termine?n?|punkten?|daten|fakten|zahlen|texte?n?|inhalten?|regeln|vorschriften|auflagen|kriterien|vorgaben|maßnahmen|mitteln?|gelder|strukturen|angebote?n?|beteiligten?|gründen?|dinge|sachen|momente|erlebnisse|kontakte?n?|begegnungen|gespräche?n?|eindrücke|meinungen|stimmen|impulse|akzente|anreizen?|grenzen|anlässe|fächer|schultern|händen?|ohren|augen|unterlagen|papiere|formulare?n?|änderungen|neuerungen|verbesserungen|anpassungen|erleichterungen|erkenntnissen?|befugnissen?|kompetenzen|zuständigkeiten|verpflichtungen|grautöne|facetten|ebenen|aspekten?|stunden|minuten|tagen?|wochen|monaten?|jahren?|mal|uhr|lebensqualität|lebensfreude|sorgfalt|übersicht|anwesenden?|ihnen|sie|räume?n?|fehlern?|bürokratie|energie|routine|fokus|praxis|chaos|distanz|frieden|gewicht|augenmaß|ehrgeiz|schreibtische?|bücher|spiele?n?)$|(?:information|option|situation|kommunikation|diskussion)(?:en)?$|(?:möglichkeiten|chancen|fragen|sorgen|hürden|barrieren)$/u;
/** These are asked in offices, or counted by them, though their last part alone is not. */
const countedAfterAll: RegExp = /(?:\p{L}(?:anfragen|umfragen|nachfragen|anzeigen|seiten))$/u;

/** Whether a noun is, by its form, of what there can be so many; only behind words that ask how many there are. */
export const isCountable: (lower: string) => boolean = remembered(
  (lower) =>
    isMeasuredNoun(lower) ||
    countedAfterAll.test(lower) ||
    (plural.test(lower) && !lower.endsWith("es") && !uncounted.test(lower) && !judgements.test(lower) && !unmeasured.test(lower)),
);

/** Whether the noun is known to be of no number: "mehr Ärger als Nutzen". */
export const isUncounted: (lower: string) => boolean = remembered(
  (lower) => !isMeasuredNoun(lower) && !countedAfterAll.test(lower) && (uncounted.test(lower) || judgements.test(lower)),
);

/** Whether anything in it is counted, or looks as if it were. */
export function hasCountable(words: readonly Word[]): boolean {
  return words.some(
    ({ lower, text }, index) =>
      text !== lower &&
      (isMeasuredNoun(lower) ||
        ((index > 0 || /(?:ungen|innen)$/.test(lower)) && isCountable(lower) && (!lower.endsWith("e") || isOfMany(words)))),
  );
}

/** Whether a verb stands in the plural: "die Tabelle" is one, "die Betriebe werden" are many. */
function isOfMany(words: readonly Word[]): boolean {
  return words.some(({ lower, text }) => text === lower && (lower === "sind" || /^\p{L}{3,}en$/u.test(lower)));
}

/** What rises and grows, and no office counts it. */
export const unmeasured: RegExp =
  /^(?:sonne|mond|nebel|vorhang|flugzeug|schiff|stimme|herz|bus|zug|bahn|auto|treppen?|berg|leiter|dach|strukturen|vertrauen|freundschaft(?:en)?|tradition(?:en)?|wassers?|hochwassers?|grundwasser|pegel|flut|temperatur(?:en)?|fieber|selbstvertrauen|selbstbewusstsein|selbstwertgefühl|hoffnung|zuversicht|vorfreude|spannung|aufregung|verständnis|zusammenhalt|gemeinschaft|aufgaben?|erfahrung(?:en)?|stimmung|pflanzen?|bäume?|gras|blumen|aufzug|fahrstuhl|motivation|akzeptanz|respekt|neugier|freude|mut|druck|unruhe|sorgen?|ansehen|frist|redezeit|amtszeit|straße|rampe|weges|ufers|team|wissen|können|zuges|daches|fassade|felsens?|zahnfleisch(?:es)?|grenze|kräfte|kompetenz(?:en)?|öffnungszeiten|regelung(?:en)?|verfahren|ablauf|fassung|termin|satzung|rechtslage|adresse|debatte|diskussion|gebäude|material|technik|geräte?n?|vertrag(?:es)?|verträge|laufzeit(?:en)?|erlaubnis|aufenthaltstitel|mitgliedschaft)$/u;
