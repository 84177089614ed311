import { expect, it, test } from "vitest";
import { viewOf } from "../../../data/asof.ts";
import { dataFrom } from "../../../data/testing.ts";
import { compileDeck } from "../../compile.ts";
import { parseSlides } from "../../markdown.ts";
import { inputOf, slideSource } from "../../testing.ts";
import type { Finding } from "../rule.ts";
import { singular } from "./singular.ts";

const data = dataFrom({
  kurse: { fields: "unit: { one: Kurs, many: Kurse }\ncoverage: complete", releases: { "2020-12-31": "{ a: 1, b: 3, halb: 0.5 }" } },
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
  ["Überall\n\nNote:\n{{ kurse.a * 1 }} Kurse", "[Kurs|Kurse]{choose: kurse.a * 1 <= 1}"],
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
  "{{ kurse.a }} [Kurs|Kurse]{choose: kurse.a <= 1}",
  "{{ kurse.a / kurse.b | percent(0) }} Kurse",
])("%s is not", (text) => expect(findingsIn(text)).toEqual([]));

it("gives words that hold with each number", () => {
  const [found] = findingsIn("{{ kurse.a }} Kurse");
  const choice = /\[.*\}/u.exec(found?.message.en ?? "")?.[0] ?? "";
  expect(findingsIn(`{{ kurse.a }} ${choice}`)).toEqual([]);
  expect(findingsIn(`{{ kurse.b }} ${choice.replaceAll("kurse.a", "kurse.b")}`)).toEqual([]);
});
