import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputWith, measured, wordsFound } from "../../../test/lint/corpus.ts";
import { passagesOf } from "../passages.ts";
import { isRound } from "./false-precision.ts";
import { isCardinal } from "./number-words.ts";

const pieces = [
  "Im Jahr 2016",
  "17.135 Personen",
  "mehr als",
  "die Hälfte",
  "stieg",
  "um zwei Prozent",
  "der Anteil",
  "rund",
  "{{ a.b }}",
  "[fast ein Drittel]{claim: 1 < 2}",
  "**doppelt so viele**",
  "Ausländer",
  "§ 5 Abs. 2",
  "04471 15-245",
  "&amp;",
  "14. April",
  ",",
  ". Und",
];

describe("rules over words", () => {
  it("take any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme", maxLength: 200 }),
          fc.array(fc.constantFrom(...pieces)).map((p) => p.join(" ")),
        ),
        (text) => {
          for (const rule of measured) expect(wordsFound(rule, text)).toBeInstanceOf(Array);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("find nothing in what is said to be no statistic, and the same as before everywhere else", () => {
    const words = fc.constantFrom(
      "17.135 Personen",
      "mehr als 200",
      "ein Drittel",
      "stieg deutlich",
      "Ausländer",
      "rund 17.135",
      "am meisten",
    );
    fc.assert(
      fc.property(words, words, (quiet, loud) => {
        const text = `Hier: [${quiet}]{literal: Grund}. Dort: ${loud}.`;
        for (const rule of measured) expect(wordsFound(rule, text)).toEqual(wordsFound(rule, `Dort: ${loud}.`));
      }),
    );
  });

  it.each([
    ["17.135 Menschen", "17.135 Menschen"],
    ["Es sind **17.135 Menschen** und 5 Häuser", "17.135 Menschen", "5"],
    ["Sie zählt 5 Häuser, er zählt 5 Gärten", "5", "5"],
    ["Es sind {{ a.b }} und nochmals 17 &amp; 18 Fälle", "17", "18"],
    ["82,8 Mio.\nEinwohnerinnen", "82,8 Mio"],
  ])("place what they find in %j", (text, ...expected) => {
    expect(wordsFound("unbound-number", text)).toEqual(expected);
  });

  it.each([
    "Anteile einzeln gerundet; die Summe kann von 100 % abweichen.",
    "Das Netzwerk „Chance 45“ lädt ein.",
    "Die Ausgabe erfolgt in Pavillon 3.",
    "Die Datei heißt bericht_2024_v3.xlsx.",
    "In zehn Minuten machen wir eine Pause.",
    "Kinder unter drei sind hier richtig.",
    "Das sind zwei Paar Schuhe.",
  ])("know %j for no number of ours", (text) => {
    expect(wordsFound("unbound-number", text)).toEqual([]);
  });

  it.each([
    ["Die Zeitung titelt „300 Menschen ohne Wohnung“", "300 Menschen"],
    ["2/3 der Befragten, 10-15 Kinder, Syrien (88)", "2/3", "10-15", "88"],
    ["Das Verfahren dauert im Schnitt acht Monate", "acht"],
    ["Auf Moldau entfallen 402, auf Litauen 377.", "402", "377"],
    ["Hundertfünfzigtausend Euro, ein Zwölftel, zwölfhundert Plätze", "Hundertfünfzigtausend", "Zwölftel", "zwölfhundert"],
  ])("find the numbers of %j", (text, ...expected) => {
    expect(wordsFound("unbound-number", text)).toEqual(expected);
  });

  it.each([
    ["Wie Sie sehen können, stieg die Zahl.", "stieg"],
    ["Damit stieg die Zahl.", "stieg"],
    ["Auch wenn die Zahl gestiegen ist, bleibt viel zu tun.", "gestiegen"],
    ["Die Zahl soll, so der Beirat, steigen."],
    ["Wir wollen, dass die Zahl steigt."],
    ["Welche Gemeinde am stärksten wächst, weiß niemand."],
    ["Das Vertrauen ist gewachsen."],
    ["Die Zahl derer, die Vertrauen haben, ist gewachsen.", "gewachsen"],
    ["Die Abnahme der Räume steht bevor, die Abnahme der Zahl auch.", "Abnahme"],
    ["Der Raum ist größer als der alte, Garrel größer als Lindern.", "größer als"],
    ["Der Bund zahlt weniger, mehr oder weniger regelmäßig, aber nicht mehr.", "weniger"],
    ["Weniger Lehrverträge in Bäckereien, mehr Vertrauen, mehr Sprache.", "Weniger Lehrverträge"],
    ["Kaum noch Hebammen, kaum noch Zeit.", "Kaum noch Hebammen"],
    ["Der Einbruch bei den Eheschließungen, der Einbruch in den Kiosk.", "Einbruch"],
    ["Die Bücherei wird seltener besucht als früher.", "seltener besucht als"],
    ["Wir treffen uns öfter als früher."],
    ["Gezählt werden Gebäude mit drei oder mehr Wohnungen, 10 oder mehr Betten."],
    ["Mehr Frauen in die Räte!"],
    ["Mehr Fragen als Antworten, mehr Betten als Gäste.", "mehr Betten als"],
    ["Der Fehlbetrag fiel kleiner aus als geplant.", "kleiner"],
    ["Die Sitzung dauert länger als geplant."],
    ["Bitte geben Sie den höchsten Abschluss an."],
    ["Beachten Sie den Rückgang der Geburten.", "Rückgang"],
    ["Sinkt die Zahl der Kinder, entfällt die Gruppe."],
    ["Sinkt die Zahl, wie oben gezeigt?"],
    ["Dunklere Flächen stehen für höhere Anteile."],
    ["Keine neuere Ausländerzahl ist hinterlegt als die von 2015."],
    ["Die Mieten ziehen denen im Land davon.", "ziehen denen im Land davon"],
    ["Der Weg fällt zum Ufer ab, die Kinder ziehen davon."],
    ["Ohne Zuwanderung würde die Bevölkerung abnehmen, wir würden gern abnehmen.", "abnehmen"],
    ["Rechts oben steht die Quote, die Kurve zeigt nach oben.", "zeigt nach oben"],
    ["An der Spitze des Vereins steht Frau Kruse, an der Spitze der Tabelle Syrien.", "Spitze"],
    ["Syrer gewinnen, der Kreis gewinnt Schülerinnen, wir gewinnen Zeit.", "gewinnt"],
  ])("ask of %j which clause states what", (text, ...expected) => {
    expect(wordsFound("unproved-comparison", text)).toEqual(expected);
  });

  it("places equal words in the cells of a table one after the other", () => {
    const { slides } = inputWith("| Ort | Zahl |\n|---|---|\n| A | 17 |\n| B | 17 |");
    const places = slides
      .flatMap(({ outline }) => passagesOf(outline))
      .filter(({ text }) => text === "17")
      .map((p) => p.place(0, 2).start);
    expect(new Set(places).size).toBe(2);
  });

  it("read a text in a time that grows with its length", () => {
    for (const unit of [
      "1",
      "a",
      "1.",
      "1,",
      "§ 5 Abs. 2 ",
      "zwei und ",
      "0441 ",
      "a@",
      "-1",
      "hundert",
      "mehr als ",
      "( 1",
      "ist der ",
      "1:1 ",
      "Nr. 1, ",
      "so viele ",
      "„a ",
      "a-b.c",
      "Seite 3 von ",
      "Raum: ",
      "wenn, soll, steigen, ",
      "in Haus 3 ",
      "so voll wie ",
      "die Quote fiel ",
      "nach oben ",
      "kaum ein Betrieb ",
    ]) {
      const long = unit.repeat(Math.ceil(40_000 / unit.length));
      const started = performance.now();
      for (const rule of measured) wordsFound(rule, `Satz ${long}`);
      expect(performance.now() - started, unit).toBeLessThan(3_000);
    }
  }, 60_000);
});

describe("numbers", () => {
  it.each(["zwei", "zwölf", "siebenunddreißig", "hundert", "hundertzwanzig", "zweitausend", "zweieinhalb", "anderthalb", "dreier"])(
    "%s is one",
    (word) => {
      expect(isCardinal(word)).toBe(true);
    },
  );
  it.each(["ein", "eine", "und", "dreieck", "achtung", "zweck", "zweifel", "elfe", ""])("%j is none", (word) => {
    expect(isCardinal(word)).toBe(false);
  });
  it.each(["17", "350", "515", "1.200", "17.100", "82,8", "9.110.000"])("%s is round", (text) => expect(isRound(text)).toBe(true));
  it.each(["344", "1.204", "17.135", "9,97", "9.107.893"])("%s is exact", (text) => expect(isRound(text)).toBe(false));
});
