/** What the lint says of how numbers and words are written, and of what numbers are called. */

import type { Message } from "../diagnostic.ts";

/** @param instead as it must be written */
export function misspaced(written: string, instead: string): Message {
  return {
    code: "lint-typography",
    de: `»${written}«: gemeint ist wohl »${instead}«.`,
    en: `“${written}”: “${instead}” is meant, presumably.`,
  };
}

export function notACurrency(written: string): Message {
  return {
    code: "lint-currency",
    de: `»${written}«: EU ist die Europäische Union, die Währung heißt Euro oder EUR.`,
    en: `“${written}”: EU is the European Union; the currency is Euro or EUR.`,
  };
}

export function stockNamedFlow(word: string): Message {
  return {
    code: "lint-stock-as-flow",
    de: `»${word}« spricht von Zuzügen, gezählt ist der Bestand nach Staatsangehörigkeit: wer hier lebt, auch wenn er hier geboren ist. Richtig: Staatsangehörigkeiten, oder im Kopf der Folie footnotes: ["Bestand nach Staatsangehörigkeit, nicht Zuzüge und nicht Herkunftsland."].`,
    en: `“${word}” speaks of arrivals; counted is a stock by citizenship: who lives here, even if born here. Right: Staatsangehörigkeiten, or into the slide's front matter footnotes: ["Bestand nach Staatsangehörigkeit, nicht Zuzüge und nicht Herkunftsland."].`,
  };
}

export function countsCalledShare(word: string): Message {
  return {
    code: "lint-share-named-count",
    de: `»${word}« kündigt Anteile an, gezeigt werden nur Anzahlen. Richtig: share(…, …) | percent(1) zeigen, oder von Ausländerinnen und Ausländern, Personen, Fällen sprechen.`,
    en: `“${word}” announces shares, but only counts are shown. Right: show share(…, …) | percent(1), or speak of persons or cases.`,
  };
}

/** @param flow, stock, target the words of one item each; what is absent is not among the items */
export function kindsMixed(named: { readonly stock?: string; readonly flow?: string; readonly target?: string }): Message {
  const { stock, flow, target } = named;
  return {
    code: "lint-mixed-kinds",
    de: `In einer Aufzählung stehen ${listed([
      ["Bestand", stock],
      ["Bewegung", flow],
      ["Soll", target],
    ])}: das sind verschiedene Größen, und wer sie untereinander liest, zählt sie zusammen. Richtig: jede Art für sich, mit eigener Überschrift.`,
    en: `One list holds ${listed([
      ["stock", stock],
      ["flow", flow],
      ["target", target],
    ])}: these are different things, and who reads them one below the other adds them up. Right: each kind by itself, under its own heading.`,
  };
}

/** @param days as written, "01.07.2017" */
export function daysUnnamed(days: readonly string[], lacking: string): Message {
  return {
    code: "lint-unnamed-days",
    de: `Was hier untereinander steht, ist von verschiedenen Tagen (${days.join(", ")}), und der ${lacking} steht nicht bei seiner Zahl. Richtig: bei jeder Zahl »Stand: {{ stichtag(…) | date }}«.`,
    en: `What stands together here is of different days (${days.join(", ")}), and ${lacking} does not stand beside its number. Right: with each number “Stand: {{ stichtag(…) | date }}”.`,
  };
}

/** @param day as written, "01.02.2017" */
export function oddStichtag(dataset: string, day: string): Message {
  return {
    code: "lint-odd-stichtag",
    de: `»${dataset}« erscheint regelmäßig, und der ${day} ist kein Monatsende: als Stichtag dieser Quelle unwahrscheinlich, vielleicht der Tag des Abrufs. Richtig: der Stichtag der Quelle; kommt die Zahl anderswoher, beim Stand source: oder notes:.`,
    en: `\`${dataset}\` comes out regularly, and ${day} is no end of a month: unlikely as a Stichtag of this source, perhaps the day on which it was looked up. Right: the source's Stichtag; if the number is from elsewhere, source: or notes: with the release.`,
  };
}

/** @param text the number as shown, with its unit */
export function brokenCount(text: string): Message {
  return {
    code: "lint-broken-count",
    de: `»${text}«: einen Bruchteil davon gibt es nicht. Fehlt »Mio.« oder »Tsd.«? In den Daten steht die ganze Zahl, die Folie kürzt: | million(1).`,
    en: `“${text}”: there is no fraction of it. Is “Mio.” or “Tsd.” missing? The data hold the whole number, the slide shortens it: | million(1).`,
  };
}

/** @param always what is right with other numbers, too: words that follow the number, or the plural */
export function notItsNumber(written: string, right: string, always: string): Message {
  return {
    code: "lint-singular",
    de: `»${written}«: richtig ist »${right}«. Damit es auch mit anderen Zahlen stimmt: ${always}.`,
    en: `“${written}”: “${right}” is right. So that it is with other numbers, too: ${always}.`,
  };
}

function listed(words: readonly (readonly [kind: string, label: string | undefined])[]): string {
  return words.flatMap(([kind, label]) => (label === undefined ? [] : [`${kind} »${label}«`])).join(", ");
}
