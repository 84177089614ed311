/** German micro-typography of running text: blanks at which a line must not break. Letters and signs are never changed. */

const nbsp = "\u00a0";

const units =
  "%|‰|°C|€|§|EUR|Euro|Cent|Mio\\.|Mrd\\.|Tsd\\.|Millionen?|Milliarden?|Tausend|Prozent|Prozentpunkten?|Promille|km²|km2|km|m²|m³|cm|mm|m|ha|kg|t|l|kWh|MWh|GB|MB|Uhr|Jahren?|Personen|Menschen|Einwohner";
const months =
  "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan\\.|Feb\\.|Apr\\.|Aug\\.|Sept?\\.|Okt\\.|Nov\\.|Dez\\.";

/** One pass: the blank in each alternative is the one to bind, and lookarounds hold its company. */
const bindings: RegExp = new RegExp(
  [
    // 30.000 Euro, 82,8 Mio., 10 000
    `(?<=[\\d½¼¾⅓⅔]) (?=(?:${units})(?![\\p{L}\\p{N}]))`,
    "(?<=(?<![\\d.,])\\d{1,3}) (?=\\d{3}(?!\\d))",
    // Mio. Euro
    "(?<=\\b(?:Mio|Mrd|Tsd)\\.) (?=\\p{L})",
    // § 5, §§ 9, Art. 3, Abs. 2, Nr. 7, S. 361
    "(?<=§|(?<!\\p{L})(?:Art|Abs|Nr|Nrn|S|Kap|Ziff|Abb|Tab|Bd)\\.) (?=[\\d{])",
    "(?<=§) ",
    // z. B., u. a., d. h., i. d. R.; u. Demografie
    "(?<=(?<!\\p{L})\\p{L}\\.) (?=\\p{L}{1,2}\\.(?!\\p{L}))",
    "(?<=(?<!\\p{L})(?:u|o|d|z)\\.) (?=\\p{L})",
    // Dr. Meyer, Prof. Dr.
    "(?<=(?<!\\p{L})(?:Dr|Prof|Frau|Herr|Hr|Fr|St)\\.) (?=\\p{Lu})",
    // 14. April 2014
    `(?<=(?<!\\d)\\d{1,2}\\.) (?=(?:${months}))`,
    `(?<=(?:${months})) (?=\\d{4}(?!\\d))`,
    // A dash stays with the words before it.
    "(?<=\\S) (?=[–—] )",
  ].join("|"),
  "gu",
);

/** What any of the bindings needs somewhere near its blank; most texts have none. */
const candidate = /[\d§.–—½¼¾⅓⅔] | [–—%‰]/;
const unitAhead: RegExp = new RegExp(`^ (?=(?:${units})(?![\\p{L}\\p{N}]))`, "u");
const signAtEnd = /(?<=§|(?<!\p{L})(?:Art|Abs|Nr|Nrn|S|Kap|Ziff|Abb|Tab|Bd)\.) $/u;

/**
 * The text with no-break spaces where German wants them: between number and unit, after "§", in abbreviations and dates.
 *
 * @param afterNumber whether a bound number stands right before the text, so that a unit at its beginning belongs to it
 */
export function typeset(text: string, afterNumber: boolean = false): string {
  if (!text.includes(" ")) return text;
  let result = text;
  if (afterNumber && text.startsWith(" ")) result = result.replace(unitAhead, nbsp);
  if (!candidate.test(result)) return result;
  result = result.replace(bindings, nbsp);
  return result.endsWith(" ") ? result.replace(signAtEnd, nbsp) : result;
}
