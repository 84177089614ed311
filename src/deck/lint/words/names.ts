/** Numbers that belong to a name: "Folie 9", "Zensus 2022", "in Pavillon 3", »Brücke 21«. */

import * as relation from "./relation-words.ts";
import { isMeasuredNoun } from "./measured.ts";
import type { Word } from "./sentence.ts";

/** Nouns that a number after them belongs to as a name, not as a count. */
const named: RegExp =
  /^(?:\p{L}*(?:raum|zimmer|reihe|serie|saal|gebäude|halle|nummer|ziffer|tabelle|abbildung|kapitel|paragra[fp]h?e?n?)|haus|tag|woche|kw|kalenderwoche|quartal|semester|etappe|runde|lektion|folge|bild|grafik|karte|schaubild|anhang|maßnahme|leitziel|teilprojekt|arbeitspaket|meilenstein|beispiel|option|szenario|linien?|bus|busse|buslinien?|gleise?|häuser|räume|tor|etage|stock|seiten?|s|folien?|(?:tabellen|arbeits)?blatt|reiter|spalten?|abschnitt|anlagen?|abb|tab|top|tagesordnungspunkt|nr|nrn|ziff|zeile|punkt|fußnote|band|heft|ausgabe|teil|modul|phase|stufe|schritt|klassen?|jahrgang|jahrgangsstufe|version|fassung|auflage|typ|los|variante|artikel|art|bab|autobahn|bundesstraße|kreisstraße|landesstraße|ausfahrt|abfahrt|zone|kategorie|niveau|level|pflegegrad|steuerklasse|entgeltgruppe|besoldungsgruppe|rechtskreis|zensus|agenda|vision|strategie|horizont|europa|formular|vordruck|drucksache|drs|vorlage|din|iso|en|amt|dezernat|referat|sachgebiet|fachbereich|abteilung|absatz|abs|satz|mbl|gvbl|bgbl|newsletter|ausschreibung|code|schlüssel|gruppe|fall|fallgruppe|[a-z]|sgb|block|feld|frage|ziel|handlungsfeld|baustein|tisch|team|bezirk|wahlkreis|wahlbezirk|station|spur|ebene|platz|rang|stand|postleitzahl|erlass)$/u;

/** What people count in hundreds: after these words four or five digits are no year and no postcode. */
export const counted: RegExp =
  /^(?:personen|menschen|euro|eur|einwohner\p{L}*|kinder[n]?|frauen|männer[n]?|familien|fälle[n]?|anträge[n]?|stellen|plätze[n]?|haushalte[n]?|wohnungen|beschäftigte[n]?|geflüchtete[n]?|schutzsuchende[n]?|ausländer\p{L}*|zuzüge[n]?|fortzüge[n]?|anerkannte[n]?|asylbewerber\p{L}*|schüler\p{L}*|bürger\p{L}*|geburten|zugewanderte[n]?|staatsangehörige[n]?|flüchtlinge[n]?|teilnehmende[n]?|millionen|milliarden|prozent|mio|mrd|tsd|stück|tonnen|meter|kilometer|quadratmeter|hektar|ha|km|m|kg|t)$/u;

/** Whether the word before names what the number numbers, in "Seiten 3 und 4" for both. */
export function isNamed(words: readonly Word[], index: number): boolean {
  const next = words[index + 1];
  // "Im Haus 48 Personen"
  if (words[index]?.after === "" && next?.kind === "word" && counted.test(next.lower)) return false;
  for (let at = index - 1; at >= 0 && at >= index - 6; at--) {
    const word = words[at];
    if (word === undefined) return false;
    // "Formular F 23"; but "z. B. 12 Vereine"
    if (/^[a-rt-z]$/.test(word.lower) && word.after !== "") return false;
    if (word.kind === "word" && named.test(word.lower)) {
      // "auf Rang 12 von 44": of how many is a count; of "Seite 3 von 7" it is none.
      if (/^(?:platz|rang)$/.test(word.lower) && words[index - 1]?.lower === "von") return false;
      return index - at === 1 || !isFar(words, at, index);
    }
    if (word.kind === "number" || /^(?:und|bis|oder|sowie|von|nr|nummer)$/.test(word.lower)) continue;
    if (index - at > 1) return !isFar(words, at, index) && isNameOfOne(words, at + 1);
    break;
  }
  return isNameOfOne(words, index);
}

/** Numbers of one enumeration are separated by commas and small words only. */
function isFar(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from + 1, to).some(({ after }) => after !== "" && !/^[,–/.-]$/.test(after));
}

const articles: RegExp =
  /^(?:der|die|das|den|dem|des|im|am|zum|zur|beim|vom|ein|eine|einem|einen|einer|unser\p{L}*|ihr\p{L}*|diese[mnrs]?|neue[mnrs]?|standard)$/u;
const prepositions: RegExp = /^(?:in|an|auf|aus|bei|mit|von|zu|nach|vor|hinter|neben|unter|über|durch|für|ab|zwischen|gegenüber|und|oder)$/;
/** Places and times stand before a count as well: "im Norden 12, im Süden 9". */
const whereAndWhen: RegExp =
  /^(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|norden|süden|osten|westen|mittel|schnitt|jahr|vorjahr|euro|eur|chf|usd|eu|nrw|clp)$/;

/**
 * A noun and a bare number behind it that counts nothing: "in Pavillon 3", "auf Deck 2", "mit Windows 11". What numbers
 * stand behind in tables and in enumerations is none: "Einbürgerungen 84", "aus Moldau 402, aus Litauen 377".
 */
function isNameOfOne(words: readonly Word[], index: number): boolean {
  const [first, noun, word, next] = [words[index - 2], words[index - 1], words[index], words[index + 1]];
  if (word === undefined || noun?.kind !== "word" || noun.after !== "" || noun.text === noun.lower || !/^\d{1,3}$/.test(word.text)) {
    return false;
  }
  if (whereAndWhen.test(noun.lower) || relation.compared.test(noun.lower) || isMeasuredNoun(noun.lower)) return false;
  if (/^[ ]?[%‰€+]/.test(word.after) || countsNext(words, index)) return false;
  // "KfW 40", "FC 08"
  if (/^\p{Lu}\p{Ll}?\p{Lu}/u.test(noun.text)) return true;
  if (first === undefined || first.after !== "") return next !== undefined && word.after === "" && isVerb(next.lower);
  if (articles.test(first.lower)) return true;
  const begins = index - 2 === 0 || words[index - 3]?.after !== "" || /^(?:und|oder)$/.test(words[index - 3]?.lower ?? "");
  const ends = next === undefined || word.after !== "";
  return (
    prepositions.test(first.lower) && !(begins && ends) && !(/^(?:und|oder)$/.test(first.lower) && ends && !isNameOfOne(words, index - 3))
  );
}

/** "im Haus 12 offene Stellen": an adjective or a noun that the number counts. */
function countsNext(words: readonly Word[], index: number): boolean {
  const [word, next, after] = [words[index], words[index + 1], words[index + 2]];
  if (word?.after !== "" || next === undefined) return false;
  if (next.kind !== "word" || next.text !== next.lower || /^(?:prozent|v|mal)$/.test(next.lower)) return true;
  const isAdjective =
    /(?:e|en|er|es|em)$/.test(next.lower) && !/^(?:der|des|den|dem|über|unter|hinter|oder|aber|neben|wegen)$/.test(next.lower);
  return isAdjective && after !== undefined && after.text !== after.lower;
}

function isVerb(lower: string): boolean {
  return /^(?:ist|sind|war|wird|wurde|hat|\p{Ll}{2,30}t)$/u.test(lower) && !/^(?:mit|seit|statt|samt|nicht|jetzt|erst|fast)$/.test(lower);
}

const quotes: RegExp = /„([^„“”"]{1,60})[“”"]|»([^»«]{1,60})«|"([^"]{1,60})"/gu;
/** What is said, and no name: a sentence, or a number with what it counts. */
const said: RegExp =
  /[.!?…]$|[.!?:;] |\d ?[%‰€]|(?:[\d.,]+|\p{L}+) (?:Prozent|Personen|Menschen|Euro|Mio|Millionen|Kinder|Frauen|Männer|Familien|Fälle|Anträge|Plätze|Stellen|Wohnungen|Geflüchtete|Haushalte)(?!\p{L})|(?<!\p{L})(?:ist|sind|haben|hat|wir|ich)(?!\p{L})/u;

/** Names in quotation marks: »Brücke 21«, »Fit für 2030«. */
export function quotedNames(text: string): readonly (readonly [from: number, to: number])[] {
  if (!/[„»"]/.test(text)) return [];
  return [...text.matchAll(quotes)].flatMap((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? "";
    return said.test(name) ? [] : [[match.index, match.index + match[0].length] as const];
  });
}
