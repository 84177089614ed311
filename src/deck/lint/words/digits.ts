/** Digits that are no statistic: what a reader takes for a date, a law, an address or a name. */

import type { Passage } from "../passages.ts";
import { isCardinal, isSmall, structure } from "./number-words.ts";
import type { Word } from "./sentence.ts";

const month =
  "(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan\\.|Feb\\.|Apr\\.|Aug\\.|Sept?\\.|Okt\\.|Nov\\.|Dez\\.)";
const law =
  "(?:Abs\\.|Absatz|Absätze|Satz|S\\.|Nr\\.|Nrn\\.|Nummer|Nummern|Buchst\\.|Buchstabe|Halbsatz|Alt\\.|Art\\.|Artikel|Artikels|Ziffer|Ziff\\.|bis|und|oder|sowie|i\\. ?V\\. ?m\\.|f+\\.|[a-z]\\)?|,)";

/**
 * Each is looked for only where its sign is in the text, begins with something that does not repeat, and has nothing in it
 * without bound: linear in the text's length.
 */
const stretches: readonly { readonly sign: RegExp; readonly pattern: RegExp }[] = [
  // Addresses of the web and of people
  { sign: /:\/\/|www\./, pattern: /(?<![\p{L}\d])(?:https?:\/\/|www\.)[^\s\ufffc]{1,200}/gu },
  { sign: /@/, pattern: /(?<![^\s<(:,;])[\p{L}\d._+-]{1,64}@[\p{L}\d.-]{1,100}/gu },
  // 2014-04-14, 14.04.2014, 14.4., 14. April 2014, April 2014
  { sign: /-/, pattern: /(?<![\d.])\d{4}-\d{2}-\d{2}(?!\d)/g },
  { sign: /\./, pattern: /(?<![\d.,])\d{1,2}\. ?\d{1,2}\. ?(?:\d{4}|\d{2})?(?!\d)/g },
  { sign: /\./, pattern: new RegExp(`(?<![\\d.,])\\d{1,2}\\. ?(?:(?:bis|und|/|–|-) ?\\d{1,2}\\. ?)?${month}(?: \\d{4})?`, "gu") },
  { sign: /[JFMASOND]/, pattern: new RegExp(`(?<!\\p{L})${month} \\d{4}(?!\\d)`, "gu") },
  // 17:30 Uhr, 8 bis 12 Uhr, 9.00-12.30 Uhr
  { sign: /:/, pattern: /(?<![\d.,:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])/g },
  { sign: /Uhr/, pattern: /(?<![\d.,])\d{1,2}(?:\.\d{2})?(?: ?(?:bis|und|-|–|Uhr bis) ?\d{1,2}(?:\.\d{2})?)? ?Uhr(?!\p{L})/gu },
  // § 5 Abs. 2 Satz 1, §§ 9 bis 9e, Art. 3 Abs. 3
  {
    sign: /§|Art/,
    pattern: new RegExp(
      `(?:§§?|(?<!\\p{L})Art(?:\\.|ikel[sn]?)) ?\\d{1,4}[a-z]?(?: ?${law}(?: ?\\d{1,4}[a-z]?)?(?![\\p{L}\\d])){0,8}`,
      "gu",
    ),
  },
  // (EU) 2016/679, 18/4321, 17/2014, 2016/17, 50.2/41588, 4 K 123/16
  { sign: /\//, pattern: /(?<![\d,])\d{1,5}(?:\.\d{1,3})?\/\d{1,6}(?![\d,])/g },
  // Telephone: named, or beginning with a zero or a plus
  {
    sign: /[TFMHDRN]/,
    pattern:
      /(?<!\p{L})(?:Tel|Fon|Fax|Mobil|Telefon|Telefax|Hotline|Durchwahl|Rufnummer|Notruf|Telefonnummer)(?!\p{L})[^\d\n]{0,40}\d[\d /()–-]{1,30}/gu,
  },
  { sign: /[+0]/, pattern: /(?<![\d.,])(?:\+\d{2}|\(0\d{1,5}\)|0\d{2,5})[ \d/()–-]{3,24}/g },
  // ISBN, IBAN, Postfach 14 80, bank and file numbers
  {
    sign: /[IBKPAS]/,
    pattern:
      /(?<!\p{L})(?:ISBN|ISSN|IBAN|BIC|BLZ|Konto|Kontonummer|Postfach|Aktenzeichen|Az\.|Kassenzeichen|Steuernummer|AGS|PLZ)(?!\p{L})[^\d\n]{0,20}\d[\d /.-]{0,34}/gu,
  },
  // 12521-0041, 11-20-3
  { sign: /-/, pattern: /(?<![\d.,])\d{1,6}(?:-\d{1,6}){1,5}(?![\d.,]?\d)/g },
  // [1], (2)
  { sign: /[[(]/, pattern: /\[\d{1,3}\]|\(\d{1,2}\)/g },
  // 16:9, 1:10.000
  { sign: /:/, pattern: /(?<![\d.,:])(?:16:9|4:3|1:\d{2,3}(?:\.\d{3})?)(?![\d:])/g },
  // 3.1.5, 4.2: German decimals have a comma
  { sign: /\./, pattern: /(?<![\d.,])\d{1,2}(?:\.\d{1,2}){1,4}(?![\d.,]?\d)/g },
];

/** Whether what stands at an offset of the text belongs to a date, a law, an address or the like. */
export function harmlessStretches(text: string): (offset: number) => boolean {
  // A plain whole number, as most cells of tables are.
  if (/^[1-9]\d{0,8}$/.test(text)) return () => false;
  const taken = new Uint8Array(text.length);
  for (const { sign, pattern } of stretches) {
    if (!sign.test(text)) continue;
    for (const match of text.matchAll(pattern)) taken.fill(1, match.index, match.index + match[0].length);
  }
  return (offset) => taken[offset] === 1;
}

const known = new WeakMap<Passage, (offset: number) => boolean>();

/** As {@link harmlessStretches}; worked out when a passage is first asked. */
export function isHarmless(passage: Passage, offset: number): boolean {
  let harmless = known.get(passage);
  if (harmless === undefined) {
    harmless = harmlessStretches(passage.text);
    known.set(passage, harmless);
  }
  return harmless(offset);
}

/** Nouns that a number after them belongs to as a name, not as a count: "Folie 9", "Zensus 2022", "Linie 900". */
const named: RegExp =
  /^(?:\p{L}*(?:raum|zimmer|saal|gebäude|halle|nummer|ziffer|tabelle|abbildung|kapitel)|haus|tag|woche|kw|kalenderwoche|quartal|semester|etappe|runde|lektion|folge|bild|grafik|karte|schaubild|anhang|maßnahme|leitziel|teilprojekt|arbeitspaket|meilenstein|beispiel|option|szenario|gebäude|linie|bus|buslinie|gleis|tor|etage|stock|seiten?|s|folien?|kapitel|abschnitt|anlagen?|abb|abbildung|tabelle|tab|top|tagesordnungspunkt|nummer|nr|nrn|ziffer|ziff|zeile|punkt|fußnote|band|heft|ausgabe|teil|modul|phase|stufe|schritt|klassen?|jahrgang|jahrgangsstufe|version|typ|los|variante|artikel|art|bab|autobahn|bundesstraße|kreisstraße|landesstraße|zone|kategorie|niveau|level|pflegegrad|steuerklasse|entgeltgruppe|besoldungsgruppe|rechtskreis|zensus|agenda|vision|strategie|horizont|europa|formular|vordruck|drucksache|drs|vorlage|din|iso|en|amt|dezernat|referat|sachgebiet|fachbereich|abteilung|paragraph|paragraf|absatz|abs|satz|mbl|gvbl|bgbl|newsletter|ausschreibung|code|schlüssel|gruppe|fall|fallgruppe|a|b|l|k|e|sgb|block|feld|frage|ziel|handlungsfeld|baustein|hausnummer|tisch|team|halle|bezirk|wahlkreis|wahlbezirk|station|spur|ebene|platz|stand|postleitzahl|erlass)$/u;

const streets: RegExp = /(?:straße|str|weg|platz|allee|ring|gasse|damm|ufer|markt|wall|graben|chaussee)$/u;

/** What people count in hundreds: after these words four or five digits are no year and no postcode. */
export const counted: RegExp =
  /^(?:personen|menschen|euro|eur|einwohner\p{L}*|kinder[n]?|frauen|männer[n]?|familien|fälle[n]?|anträge[n]?|stellen|plätze[n]?|haushalte[n]?|wohnungen|beschäftigte[n]?|geflüchtete[n]?|schutzsuchende[n]?|ausländer\p{L}*|zuzüge[n]?|fortzüge[n]?|anerkannte[n]?|asylbewerber\p{L}*|schüler\p{L}*|bürger\p{L}*|geburten|zugewanderte[n]?|staatsangehörige[n]?|flüchtlinge[n]?|teilnehmende[n]?|millionen|milliarden|prozent|mio|mrd|tsd|stück|tonnen|meter|kilometer|quadratmeter|hektar|ha|km|m|kg|t)$/u;

/** Whether the word before names what the number numbers, in "Seiten 3 und 4" for both. */
export function isNamed(words: readonly Word[], index: number): boolean {
  for (let at = index - 1; at >= 0 && at >= index - 6; at--) {
    const word = words[at];
    if (word === undefined) return false;
    if (word.kind === "word" && named.test(word.lower)) return index - at === 1 || !isFar(words, at, index);
    if (word.kind !== "number" && !/^(?:und|bis|oder|sowie|nr|nummer)$/.test(word.lower)) return false;
  }
  return false;
}

/** Numbers of one enumeration are separated by commas and small words only. */
function isFar(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from + 1, to).some(({ after }) => after !== "" && !/^[,–/.-]$/.test(after));
}

/** "2016", "2014–2020", "1990er"; not "2017 Personen". */
export function isYear({ text }: Word, next: Word | undefined): boolean {
  return /^(?:1[89]|20)\d{2}$/.test(text) && !(next?.kind === "word" && counted.test(next.lower));
}

/** "17b", "90er", "24-Stunden-Dienst", "65-Jährige", "3+2-Regelung": a number in a name. "15-prozentig" and "10-fach" are none. */
export function isJoined(text: string, word: Word): boolean {
  if (word.end === text.length) return false;
  const rest = text.slice(word.end, word.end + 24);
  if (/^-?(?:prozentig|fach|mal|Prozent)/iu.test(rest)) return false;
  return /^(?:-?\p{L}|\+\d{1,3}-\p{L}|- (?:und|bis|oder) )/u.test(rest);
}

/** "3. Sitzung", "1. Ausbau der Netzwerke"; "an 3. Stelle" is a rank, which is another rule's. */
export function isOrdinal(word: Word, next: Word | undefined): boolean {
  return /^\d{1,2}$/.test(word.text) && /^\.$/.test(word.after) && next?.kind === "word";
}

/** House numbers and postcodes. */
export function isAddress(words: readonly Word[], index: number): boolean {
  const [before, word, next] = [words[index - 1], words[index], words[index + 1]];
  if (word === undefined) return false;
  if (before?.kind === "word" && streets.test(before.lower) && /^\d{1,3}$/.test(word.text)) return true;
  if (!/^\d{5}$/.test(word.text) || next?.kind !== "word" || next.text.charAt(0) === next.lower.charAt(0)) return false;
  const placed = before === undefined || before.kind === "number" || /^(?:in|nach|aus|bei|d)$/.test(before.lower) || before.after !== "";
  return placed && !counted.test(next.lower);
}

/** "von 15 bis 24 Jahren", "unter 18 Jahre", "ab 65 Jahren": groups of people by age. */
export function isAge(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || !(/^\d{1,3}$/.test(word.text) ? Number(word.text) <= 120 : isCardinal(word.lower))) return false;
  const unit = words.slice(index + 1, index + 4).find(({ kind }) => kind === "word");
  const range = /^(?:bis|und)$/.test(unit?.lower ?? "") ? words[index + 3] : unit;
  if (!/^(?:jahre?n?|lebensjahr\p{L}*)$/u.test(range?.lower ?? "")) return false;
  return words
    .slice(Math.max(0, index - 4), index)
    .some(({ lower }) => /^(?:unter|über|ab|bis|zwischen|von|alter|älter|jünger)$/.test(lower));
}

/** "zwei Schritte", "drei neue Ziele": small numbers of parts of a text or plan. */
export function countsParts(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || !isSmall(word.lower)) return false;
  const noun = words.slice(index + 1, index + 4).find(({ text, lower }) => text !== lower);
  return noun !== undefined && structure.test(noun.lower);
}
