/** The data that the tests of expressions ask. */

import { toSource } from "../../source/source.ts";
import { viewOf, type DataView } from "../asof.ts";
import type { Data } from "../dataset.ts";
import { ask, dataFrom } from "../testing.ts";
import type { Result } from "../value.ts";

export const data: Data = dataFrom({
  einwohner: {
    fields: "keys: { landkreis: { label: Landkreis Cloppenburg }, deutschland: {} }\ncoverage: partial",
    releases: { "2015-12-31": "{ landkreis: 160000, deutschland: 82175684 }", "2017-07-01": "{ landkreis: 171843 }" },
  },
  auslaender: {
    fields: "keys: { Löningen: {}, Essen: { label: Essen (Oldenburg) }, Garrel: {}, Bösel: {} }\ntotal: Gesamt",
    releases: {
      "2016-12-31": "{ Löningen: 1000, Essen: 1500, Garrel: 1500, Bösel: 0, Gesamt: 4000 }",
      "2017-07-01": "{ Löningen: 1121, Essen: 1504, Garrel: 1679, Bösel: 777, Gesamt: 5081 }",
    },
  },
  flaeche: {
    fields: "unit: km²",
    releases: { "2017-07-01": "{ Löningen: 143.5, Essen: 98, Garrel: 113.1, Bösel: 100.2, kreis: 1418.3 }" },
  },
  geheim: { releases: { "2017-07-01": '{ a: 5, b: ".", c: "-", d: 7 }' } },
  nichts: { releases: { "2017-07-01": '{ a: 0, b: "-" }' } },
  gruppen: {
    fields: "keys: { EU: { unit: Prozent }, m: {}, w: {} }\ncoverage: partial",
    releases: { "2017-07-01": "{ m: { Europa: 1, Asien: 2 }, w: { Europa: 3, Asien: 4 }, EU: 5 }" },
  },
  spaeter: { releases: { "2018-07-01": "{ a: 1 }" } },
});
export const view: DataView = viewOf(data, { asOf: "2017-12-31" });
const span = { source: toSource("deck.yaml", "x"), start: 0, end: 1 };
export const deck: ReadonlyMap<string, Result> = new Map<string, Result>([
  ["title", { kind: "words", text: "Briefing", origin: { kind: "literal", span } }],
  ["contact.name", { kind: "words", text: "Petra Thesing", origin: { kind: "literal", span } }],
  ["date", { kind: "day", day: "2017-08-07", origin: { kind: "literal", span } }],
]);
/** What an expression comes to, in a line. */
export const value = (text: string): string => ask(text, view, deck);
