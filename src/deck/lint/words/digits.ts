/** Digits that are no statistic: what a reader takes for a date, a law, an address or a name. */

import type { Passage } from "../passages.ts";
import { counted, quotedNames } from "./names.ts";
import { isSmall, structure } from "./number-words.ts";
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
  // (EU) 2016/679, 18/4321, 17/2014, 2016/17, 50.2/41588, 4 K 123/16; not "2/3 der Befragten"
  {
    sign: /\//,
    pattern:
      /(?<![\d,])(?![1-9]\/(?:[2-9]|10) (?:der|des|aller|davon|von|unserer|dieser|\p{Lu}\p{Ll}))\d{1,5}(?:\.\d{1,3})?\/\d{1,6}(?![\d,])/gu,
  },
  // Telephone: named, or beginning with a zero or a plus; not "Die Hotline nutzten 300 Menschen"
  {
    sign: /[TFMHDRN]/,
    pattern:
      /(?<!\p{L})(?:Tel|Fon|Fax|Mobil|Telefon|Telefax|Hotline|Durchwahl|Rufnummer|Notruf|Telefonnummer)(?!\p{L})[^\d\n]{0,40}(?!\d{1,6} \p{L})\d[\d /()–-]{1,30}/gu,
  },
  { sign: /[+0]/, pattern: /(?<![\d.,])(?:\+\d{2}|\(0\d{1,5}\)|0\d{2,5})[ \d/()–-]{3,24}/g },
  // ISBN, IBAN, Postfach 14 80, bank and file numbers
  {
    sign: /[IBKPAS]/,
    pattern:
      /(?<!\p{L})(?:ISBN|ISSN|IBAN|BIC|BLZ|Konto(?= ?\d|:)|Kontonummer|Postfach|Aktenzeichen|Az\.|Kassenzeichen|Steuernummer|AGS|PLZ)(?!\p{L})[^\d\n]{0,20}\d[\d /.-]{0,34}/gu,
  },
  // 12521-0041, 11-20-3; not "10-15 Kinder"
  { sign: /-/, pattern: /(?<![\d.,])(?!\d{1,3}-\d{1,3} ?(?:%|\p{Lu}\p{Ll}|weitere))\d{1,6}(?:-\d{1,6}){1,5}(?![\d.,]?\d)/gu },
  // [1], (2); not "Syrien (88)"
  { sign: /[[(]/, pattern: /\[\d{1,3}\]|\(\d\)|(?<!\p{L} ?)\(\d\d\)/gu },
  // 16:9, 1:10.000
  { sign: /:/, pattern: /(?<![\d.,:])(?:16:9|4:3|1:\d{2,3}(?:\.\d{3})?)(?![\d:])/g },
  // bericht_2024_v3.xlsx, "Schalke 04", "im Jahr 1435"
  {
    sign: /\.[a-z]/,
    pattern:
      /(?<![\p{L}\d_.-])[\p{L}\d_.-]{1,80}\.(?:pdf|xlsx?|docx?|pptx?|csv|zip|html?|jpe?g|png|svg|txt|xml|json|ya?ml|md|odt|ods|mp4)(?![\p{L}\d])/gu,
  },
  // "Raum: 22", "2015 = 100"
  {
    sign: /:/,
    pattern:
      /(?<!\p{L})(?:Raum|Zimmer|Haus|Gebäude|Seite|Folie|Gleis|Etage|Stock|Nummer|Hausnummer|Kennziffer|PLZ): ?\d{1,5}(?![\d.,]?\d)/gu,
  },
  { sign: /=/, pattern: /\d{4} ?= ?100(?![\d.,])/g },
  { sign: /0\d/, pattern: /(?<![\d.,])0\d{1,8}(?![\d,])/g },
  { sign: /Jahr|Anno/, pattern: /(?<!\p{L})(?:Jahre?s?|Anno) (?:1\d|2[01])\d{2}(?![\d.,]?\d| \p{Lu})/gu },
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
  for (const [from, to] of quotedNames(text)) taken.fill(1, from, to);
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

const streets: RegExp = /(?:straße|str|weg|platz|allee|ring|gasse|damm|ufer|markt|wall|graben|chaussee)$/u;

/** "2016", "2014–2020", "1990er"; not "2017 Personen". */
export function isYear({ text }: Word, next: Word | undefined): boolean {
  return /^(?:1[89]|20)\d{2}$/.test(text) && !(next?.kind === "word" && counted.test(next.lower));
}

/** "17b", "90er", "24-Stunden-Dienst", "65-Jährige", "3+2-Regelung": a number in a name. "15-prozentig" and "10-fach" are none. */
export function isJoined(text: string, word: Word): boolean {
  if (word.end === text.length) return false;
  const rest = text.slice(word.end, word.end + 24);
  if (/^-?fach\p{L}{0,2} Ausf/u.test(rest)) return true;
  if (/^-?(?:prozentig|fach|mal|Prozent)/iu.test(rest)) return false;
  return /^(?:-?\p{L}|\+\d{1,3}-\p{L}|- (?:und|bis|oder) )/u.test(rest);
}

/** Words that begin a sentence, and follow no ordinal. */
const beginnings: RegExp =
  /^(?:Der|Die|Das|Den|Dem|Davon|Darunter|Dabei|Damit|Dazu|Es|Sie|Er|Wir|Im|In|Am|An|Auf|Aus|Bei|Mit|Nach|Seit|Von|Vor|Zu|Zum|Zur|Und|Aber|Auch|Ein|Eine|Hinzu|Insgesamt|Dort|Hier|Diese|Dieser|Nur|Rund|Etwa)$/;

/** "3. Sitzung", "1. Ausbau der Netzwerke"; "an 3. Stelle" is a rank, which is another rule's. "Es waren 12. Davon …" is none. */
export function isOrdinal(words: readonly Word[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || !/^\d{1,2}$/.test(word.text) || word.after !== "." || next?.kind !== "word") return false;
  return index === 0 || !beginnings.test(next.text);
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

const drawing: RegExp = /^(?:karte|legende|folie|grafik|diagramm|abbildung|schaubild|farben?)$/;

/** "zwei Schritte", "drei neue Ziele": small numbers of parts of a text or plan; "300 Zeichen" of any. */
export function countsParts(words: readonly Word[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || word.after !== "") return false;
  if (/^(?:zeichen|wörter|anschläge|folien|seiten|kapitel|abbildungen|absätze|paragrafen|zeilen|spalten)$/.test(next?.lower ?? ""))
    return true;
  // "Der Einbürgerungstest hat 33 Fragen"
  if (next?.lower === "fragen" && words.some(({ lower }) => /(?:test|bogen|prüfung|quiz|formular)$/.test(lower))) return true;
  if (!isSmall(word.lower)) return false;
  const noun = words.slice(index + 1, index + 4).find(({ text, lower }) => text !== lower);
  if (noun === undefined) return false;
  // "Die Karte zeigt fünf Klassen"
  const isDrawn =
    /^(?:klassen|farbstufen|kreise|linien|flächen|pfeile)$/.test(noun.lower) && words.some(({ lower }) => drawing.test(lower));
  return isDrawn || structure.test(noun.lower);
}
