import { expect, it, test } from "vitest";
import { viewOf } from "../../../data/asof.ts";
import { dataFrom } from "../../../data/testing.ts";
import { compileDeck } from "../../compile.ts";
import { parseSlides } from "../../markdown.ts";
import { inputOf, slideSource } from "../../testing.ts";
import type { Finding } from "../rule.ts";
import { singular } from "./singular.ts";

const data = dataFrom({
  kurse: {
    fields: "unit: { one: Kurs, many: Kurse }\ncoverage: complete",
    releases: { "2019-12-31": "{ a: 0, b: 1, halb: 0.25 }", "2020-12-31": "{ a: 1, b: 3, halb: 0.5 }" },
  },
  stand: {
    fields: "unit: { one: Kurs, many: Kurse }\ncoverage: complete",
    releases: {
      "2020-12-31": "{ m2: -2, m15: -1.5, m1: -1, m05: -0.5, m04: -0.4, null: 0, p04: 0.4, p05: 0.5, p1: 1, p12: 1.2, p15: 1.5, p2: 2 }",
    },
  },
  luecke: {
    fields: "unit: { one: Kurs, many: Kurse }\ncoverage: complete",
    releases: { "2020-12-31": '{ keiner: "-", unbekannt: "." }' },
  },
  orte: { fields: "unit: Orte\ncoverage: complete", releases: { "2020-12-31": "{ a: 1 }" } },
});

function findingsIn(text: string): readonly Finding[] {
  const { value: deck, diagnostics } = compileDeck({ ...inputOf({ "01-a": `# Kurse\n\n${text}\n` }), data });
  const [outline] = parseSlides(slideSource(`# Kurse\n\n${text}\n`)).value ?? [];
  const [slide] = deck?.slides ?? [];
  if (deck === undefined || slide === undefined || outline === undefined) throw new Error(diagnostics[0]?.message.en);
  return singular.find({ data, deck, slides: [{ slide, outline }], view: viewOf(data, { asOf: "latest" }), today: "2021-01-01" });
}

test.each([
  ["{{ kurse.a }} Kurse", "»1 Kurse«: richtig ist »1 Kurs«"],
  ["**{{ kurse.a }}** Kurse", "»1 Kurs«"],
  ["{{ kurse.halb | fraction }}&nbsp;Kurse", "»½ Kurs«"],
  ["{{ kurse.b }} Kurs", "»3 Kurs«: richtig ist »3 Kurse«"],
  ["{{ kurse.halb | number(1) }} Kurs", "»0,5 Kurse«"],
  ["{{ kurse.a | number(1) }} Kurs", "anderen Zahlen stimmt: Kurse."],
  ["{{ kurse.b @ previous }} Kurse", "[Kurs|Kurse]{choose: kurse.b @ previous = 1}"],
  ["{{ kurse.halb | fraction }} Kurse", "{choose: kurse.halb < 1}"],
  ["{{ kurse.b - 2 | signed }} Kurse", "{choose: kurse.b - 2 = 1 or kurse.b - 2 = -1}"],
  ["{{ luecke.keiner }} Kurs", "{choose: luecke.keiner = 1}"],
  ["Überall\n\nNote:\n{{ kurse.a * 1 }} Kurse", "[Kurs|Kurse]{choose: kurse.a * 1 = 1}"],
])("%s is found", (text, words) => {
  const found = findingsIn(text);
  expect(found.map(({ message }) => message.de)).toEqual([expect.stringContaining(words)]);
  expect(found.map(({ span }) => span.source.text.slice(span.start, span.end))).toEqual([expect.stringMatching(/^\{\{.*Kurse?$/su)]);
});

test.each([
  "{{ kurse.a }} Kurs",
  "{{ kurse.a }} Kursreihe",
  "{{ kurse.b }} Kurse, {{ kurse.b }} Kursen",
  "{{ kurse.a }} neue Kurse",
  "{{ orte.a }} Orte",
  "{{ kurse.a }} [Kurs|Kurse]{choose: kurse.a = 1}",
  "{{ kurse.a / kurse.b | percent(0) }} Kurse",
  "{{ luecke.unbekannt }} Kurs",
  "{{ luecke.keiner }} [Kurs|Kurse]{choose: luecke.keiner = 1}",
  "Die {{ kurse.a | ordinal }} Kurs",
  "{{ kurse.a | words }} Kurse",
])("%s is not", (text) => expect(findingsIn(text)).toEqual([]));

it("finds what a choice has chosen", () => {
  const [found] = findingsIn("{{ kurse.a @ previous }} [Kurs|Kurse]{choose: kurse.a @ previous <= 1}");
  expect(found?.message.de).toContain("»0 Kurs«");
  expect(found?.span.source.text.slice(found.span.start, found.span.end)).toMatch(/^\{\{.*<= 1\}$/u);
});

test.each([
  ["kurse.a", ""],
  ["stand.m1", ""],
  ["stand.p1", " | signed"],
  ["stand.p12", " | number(0)"],
  ["stand.m05", " | number"],
  ["stand.p1", " | number(1)"],
])("gives words that hold with each number: %s%s", (asked, format) => {
  const [found] = ["Kurse", "Kurs"].flatMap((word) => findingsIn(`{{ ${asked}${format} }} ${word}`));
  const always = /: ([^:]*(?:\{.*\})?)\.$/u.exec(found?.message.de ?? "")?.[1] ?? "";
  expect(always).toMatch(/^(?:\[Kurs\|Kurse\]\{choose: .*\}|Kurse)$/u);
  const all = ["m2", "m15", "m1", "m05", "m04", "null", "p04", "p05", "p1", "p12", "p15", "p2"];
  const whole = format === "" || format === " | signed" ? all.filter((key) => !/\d\d/u.test(key)) : all;
  const keys = asked === "kurse.a" || asked === "stand.p12" ? whole.filter((key) => !key.startsWith("m")) : whole;
  for (const key of keys) {
    const text = `{{ stand.${key}${format} }} ${always.replaceAll(asked, `stand.${key}`)}`;
    expect([text, findingsIn(text)]).toEqual([text, []]);
  }
});
