import { describe, expect, it } from "vitest";
import { speak } from "../../source/diagnostic.ts";
import { toSource } from "../../source/source.ts";
import { viewOf } from "../asof.ts";
import { readData } from "../read.ts";
import { ask, dataFrom } from "../testing.ts";
import { evaluate } from "./evaluate.ts";
import { parseExpression } from "./parse.ts";
import { deck, value, view } from "./testing.ts";

describe("expressions refuse", () => {
  it.each([
    ["einwoner.landkreis", "unknown-dataset ‹einwoner›"],
    ["einwohner.landkries", "unknown-key ‹landkries›"],
    ['auslaender["Loeningen"]', 'unknown-key ‹"Loeningen"›'],
    ["einwohner.landkreis.mehr", "no-key-below ‹mehr›"],
    ["gruppen", "levels-below ‹gruppen›"],
    ["spaeter.a", "no-release ‹spaeter.a›"],
    ["auslaender.Essen @ 2015-12-31", "no-such-stichtag ‹auslaender.Essen›"],
    ["(auslaender @ previous) @ previous", "no-previous ‹auslaender›"],
    ["deck.titel", "unknown-deck-field ‹titel›"],
    ["deck", "unknown-deck-field ‹deck›"],
    ["deck.title.x", "unknown-deck-field ‹title.x›"],
    ["sum", "function-needs-brackets ‹sum›"],
    ["som(auslaender)", "unknown-function ‹som›"],
    ["constructor(auslaender)", "unknown-function ‹constructor›"],
    ["__proto__.x", "unknown-dataset ‹__proto__›"],
    ["previous", "previous-alone ‹previous›"],
    ["sum(@ 2016-12-31)", "moment-alone ‹@ 2016-12-31›"],
    ["change(previous, auslaender.Essen)", "moment-alone ‹previous›"],
    ["5 @ 2016-12-31", "moment-without-data ‹@ 2016-12-31›"],
    ["deck.title @ previous", "moment-without-data ‹@ previous›"],
    ["change(auslaender.Essen @ 2016-12-31, @ 2017-07-01)", "moment-fixed ‹auslaender.Essen @ 2016-12-31›"],
    ["rank(auslaender)", "argument-count ‹rank(auslaender)›"],
    ["sum()", "argument-count ‹sum()›"],
    ["top(auslaender, 2)", "wrong-operand ‹auslaender› wrong-operand ‹2›"],
    ["top(0, auslaender)", "wrong-operand ‹0›"],
    ["top(1.5, auslaender)", "wrong-operand ‹1.5›"],
    ["rank(auslaender, Essen)", "unknown-dataset ‹Essen›"],
    ['rank(auslaender, "Esen")', 'key-not-in-table ‹"Esen"›'],
    ["name(auslaender, 9)", "place-not-in-table ‹9›"],
    ['sum("x")', 'wrong-operand ‹"x"›'],
    ["share(1, deck.date)", "wrong-operand ‹share(1, deck.date)›"],
    ["auslaender.Essen + flaeche.Essen", "unit-mismatch ‹auslaender.Essen + flaeche.Essen›"],
    ["auslaender.Essen > flaeche.Essen", "unit-mismatch ‹auslaender.Essen > flaeche.Essen›"],
    ["auslaender.Essen + share(auslaender.Essen, 2)", "unit-mismatch ‹auslaender.Essen + share(auslaender.Essen, 2)›"],
    ["sum(auslaender.Essen, flaeche.Essen)", "unit-mismatch ‹sum(auslaender.Essen, flaeche.Essen)›"],
    ["share(auslaender, flaeche.Essen)", "unit-mismatch ‹share(auslaender, flaeche.Essen)›"],
    ["1 / 0", "division-by-zero ‹1 / 0›"],
    ["auslaender.Essen / nichts.a", "division-by-zero ‹auslaender.Essen / nichts.a›"],
    ["share(1, nichts.b)", "division-by-zero ‹share(1, nichts.b)›"],
    ["share(auslaender, nichts)", "division-by-zero ‹share(auslaender, nichts)›"],
    ["change_rate(auslaender, previous)", "division-by-zero ‹change_rate(auslaender, previous)›"],
    ["geheim.b + 1", "symbol-in-arithmetic ‹geheim.b + 1›"],
    ["-geheim.b", "symbol-in-arithmetic ‹-geheim.b›"],
    ["sum(geheim)", "symbol-in-arithmetic ‹sum(geheim)›"],
    ["mean(geheim)", "symbol-in-arithmetic ‹mean(geheim)›"],
    ["max(geheim)", "symbol-in-arithmetic ‹max(geheim)›"],
    ["rest(1, geheim)", "symbol-in-arithmetic ‹rest(1, geheim)›"],
    ['rank(geheim, "b")', 'symbol-in-arithmetic ‹rank(geheim, "b")›'],
    ["share(geheim, geheim)", "symbol-in-arithmetic ‹share(geheim, geheim)›"],
    ["geheim / geheim.b", "symbol-in-arithmetic ‹geheim / geheim.b›"],
    ["sum(geheim * 2)", "symbol-in-arithmetic ‹sum(geheim * 2)›"],
    ["auslaender + geheim", "keys-differ ‹auslaender + geheim›"],
    ["auslaender > 1", "wrong-operand ‹auslaender > 1›"],
    ["1 and 2 > 1", "wrong-operand ‹1 and 2 > 1›"],
    ["not 1", "wrong-operand ‹not 1›"],
    ['"a" < "b"', 'wrong-operand ‹"a" < "b"›'],
    ["deck.date > 5", "wrong-operand ‹deck.date > 5›"],
    ["-deck.title", "wrong-operand ‹-deck.title›"],
    ["stichtag(auslaender.Essen + einwohner.deutschland)", "several-stichtage ‹auslaender.Essen + einwohner.deutschland›"],
    ["stichtag(5)", "rests-on-no-data ‹5›"],
    ["source(deck.title)", "rests-on-no-data ‹deck.title›"],
    ["999999999999999 * ".repeat(24) + "1", "not-exact"],
    ["9007199254741 * 1000", "not-exact"],
    ["sum(9007199254740991, 1)", "not-exact"],
    // tables of partial datasets, and of other keys
    ["auslaender / flaeche", "keys-left-over ‹auslaender / flaeche›"],
    ["change(sum(einwohner), previous)", "keys-lacking ‹einwohner›"],
    ["sum(einwohner @ 2017-07-01)", "keys-lacking ‹einwohner @ 2017-07-01›"],
    ["sum(einwohner) @ 2017-07-01", "keys-lacking ‹einwohner›"],
    ["mean(einwohner @ 2017-07-01)", "keys-lacking ‹einwohner @ 2017-07-01›"],
    ["count(einwohner @ previous)", "keys-lacking ‹einwohner @ previous›"],
    ['rank(einwohner @ previous, "landkreis")', "keys-lacking ‹einwohner @ previous›"],
    ["top(1, einwohner @ previous)", "keys-lacking ‹einwohner @ previous›"],
    ["rest(1, einwohner @ previous)", "keys-lacking ‹einwohner @ previous›"],
    ["max((einwohner @ previous) * 2)", "keys-lacking ‹(einwohner @ previous) * 2›"],
    ["share(einwohner.landkreis, einwohner @ previous)", "keys-lacking ‹share(einwohner.landkreis, einwohner @ previous)›"],
    // all at once
    ["einwoner.a + auslaender.Esen + sum(geheim)", "unknown-dataset ‹einwoner› unknown-key ‹Esen› symbol-in-arithmetic ‹sum(geheim)›"],
  ])("%s: %s", (text, expected) => {
    expect(value(text).slice(0, expected.length)).toBe(expected);
  });

  it.each([
    ["einwoner.landkreis", "Einen Datensatz »einwoner« gibt es nicht. Gemeint ist vielleicht »einwohner«."],
    ["einwohner.landkries", "einwohner hat im Stand vom 01.07.2017 keinen Schlüssel »landkries«. Gemeint ist vielleicht »landkreis«."],
    [
      'auslaender["Essen (Oldenburg)"]',
      "auslaender hat im Stand vom 01.07.2017 keinen Schlüssel »Essen (Oldenburg)«. Gemeint ist vielleicht »Essen«.",
    ],
    ["spaeter.a", "Bis zum 31.12.2017 gibt es von »spaeter« keinen Stand; der erste ist vom 01.07.2018."],
    [
      "geheim.b + 1",
      "geheim.b ist keine Zahl, sondern ».«: Zahlenwert unbekannt, geheim zu halten oder nicht zu errechnen (data/geheim/2017-07-01.yaml:2). Damit lässt sich nicht rechnen.",
    ],
    [
      "sum(geheim * 2)",
      "geheim.b ist keine Zahl, sondern ».«: Zahlenwert unbekannt, geheim zu halten oder nicht zu errechnen (data/geheim/2017-07-01.yaml:2). Damit lässt sich nicht rechnen.",
    ],
    ["1 / 0", "Hier wird durch null geteilt."],
    ["auslaender.xyz", "auslaender hat im Stand vom 01.07.2017 keinen Schlüssel »xyz«. Vorhanden: Löningen, Essen, Garrel, Bösel, Gesamt."],
    ["auslaender.Essen / nichts.a", "Hier wird durch null geteilt: nichts.a ist 0."],
    ["auslaender.Essen @ 2015-12-31", "auslaender.Essen hat keinen Stichtag 31.12.2015. Vorhanden: 31.12.2016, 01.07.2017."],
    ["top(auslaender, 2)", "Hier wird eine Zahl erwartet, nicht eine Tabelle (top(n, t))."],
    ["gruppen", "gruppen ist weiter untergliedert: »m« oder »w« wählen."],
  ])("%s in words", (text, words) => {
    const { value: expression } = parseExpression(toSource("a.md", text));
    expect(expression && evaluate(expression, { view, deck }).diagnostics[0]?.message.de).toBe(words);
  });

  it("a key of another release with the day that has it", () => {
    const some = dataFrom({
      a: { releases: { "2015-12-31": "{ x: 1, alt: 2 }", "2016-12-31": "{ x: 1 }", "2018-12-31": "{ x: 1, neu: 2 }" } },
    });
    const say = (text: string): string | undefined => {
      const { value: expression } = parseExpression(toSource("a.md", text));
      return expression && evaluate(expression, { view: viewOf(some, { asOf: "2017-12-31" }), deck }).diagnostics[0]?.message.de;
    };
    expect(say("a.alt")).toBe("a hat im Stand vom 31.12.2016 keinen Schlüssel »alt«. Es gibt ihn am 31.12.2015: mit @ und dem Tag wählen.");
    expect(say("a.neu")).toBe("a hat bis zum 31.12.2017 keinen Schlüssel »neu«; es gibt ihn erst am 31.12.2018.");
    expect(say("a.x @ 2018-12-31")).toBe(
      "a.x hat den Stichtag 31.12.2018, aber er liegt nach dem Tag, zu dem das Deck gebaut wird (as_of), oder war da noch nicht bekannt.",
    );
  });

  it("with the place shown as code", () => {
    const source = toSource("slides/a.md", "# Titel\n\nEs sind {{ einwohner.landkries }} Menschen.\n");
    const { value: expression } = parseExpression(source, 19, 40);
    const [fault] = expression ? evaluate(expression, { view, deck }).diagnostics : [];
    expect(fault && speak(fault, "en")).toBe(
      [
        "slides/a.md:3:22 error [unknown-key] einwohner has no key “landkries” in the release of 01.07.2017. Perhaps “landkreis” is meant.",
        "  3 | Es sind {{ einwohner.landkries }} Menschen.",
        "    |                      ^^^^^^^^^",
      ].join("\n"),
    );
  });
});

describe("a faulty dataset", () => {
  it("is not blamed twice", () => {
    const head = "title: a\nunit: Personen\nkey: x\ndefinition: …\nsource: { provider: Amt }\n";
    const { value: some } = readData([
      toSource("data/a/dataset.yaml", head),
      toSource("data/a/2017-07-01.yaml", "stichtag: 2017-07-01\nvalues: { a: viel, b: 1 }"),
    ]);
    const broken = viewOf(some ?? new Map(), { asOf: "2017-12-31" });
    expect(ask("a.b", broken)).toBe("1 Personen");
    expect(ask("a.a", broken)).toBe("nothing");
    expect(ask("sum(a.a, 5) + 1", broken)).toBe("nothing");
    expect(ask("a.a + x.y", broken)).toBe("unknown-dataset ‹x›");
  });
});
