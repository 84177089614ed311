import { expect, it } from "vitest";
import { usualReach } from "../data/expression/words.ts";
import { toSource } from "../source/source.ts";
import { deckResults, readSettings } from "./settings.ts";
import { faultsOf } from "./testing.ts";

const read = (text: string): ReturnType<typeof readSettings> => readSettings(toSource("slides/x/deck.yaml", text));

it("reads all fields", () => {
  const text = `title: Titel
subtitle: Unter
event: Ausschuss
date: 2017-08-07
author: Petra
contact: { name: P, organisation: O, unit: U, telephone: "04471 15245", email: p@q.de }
language: de
as_of: 2017-08-07
numbers: narrow-space
canvas: "4:3"
`;
  const { value, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  expect(value).toMatchObject({
    title: "Titel",
    subtitle: "Unter",
    event: "Ausschuss",
    date: "2017-08-07",
    author: "Petra",
    contact: { name: "P", organisation: "O", unit: "U", telephone: "04471 15245", email: "p@q.de" },
    asOf: "2017-08-07",
    numbers: { thousands: "narrow-space" },
    canvas: "4:3",
  });
  const results = value && deckResults(value, value.asOf);
  expect(results?.get("contact.email")).toMatchObject({ kind: "words", text: "p@q.de" });
  expect(results?.get("as_of")).toMatchObject({ kind: "day", day: "2017-08-07" });
  expect(results?.get("date")?.kind === "day" && value?.places.get("date")?.start).toBe(text.indexOf("2017-08-07"));
});

it("takes how far words reach, and the usual reach of the others", () => {
  const { value } = readSettings(toSource("slides/x/deck.yaml", "title: T\nwords: { rund: 0.1, unveraendert: 0 }"));
  expect(value?.words).toEqual({ ...usualReach, rund: 0.1, unveraendert: 0 });
});

it("takes the defaults, and the same object for the same source", () => {
  const source = toSource("slides/x/deck.yaml", "title: T");
  expect(readSettings(source).value).toMatchObject({ title: "T", asOf: "latest", numbers: { thousands: "dot" }, canvas: "16:9" });
  expect(readSettings(source)).toBe(readSettings(source));
});

it.each([
  ["subtitle: x", ["missing-field: subtitle: x"]],
  ["title: T\nsubtitel: x", ["unknown-field: subtitel"]],
  ["title: T\ncanvas: 16:10", ["not-one-of: 16:10"]],
  ["title: T\ndate: 7.8.2017\nas_of: bald", ["wrong-type: 7.8.2017", "wrong-type: bald"]],
  ["title: T\ncontact: { fax: 1 }", ["unknown-field: fax"]],
  ["title: T\nwords: { rund: 5, knap: 0.1 }", ["word-reach: 5", "unknown-field: knap"]],
  ["title: T {{ a.b }}", ["placeholder-in-settings: T {{ a.b }}"]],
  ["- a", ["wrong-type: - a"]],
  ["title: [", ["yaml-open-bracket: ["]],
])("tells what is wrong in %j", (text, expected) => {
  expect(faultsOf(read(text))).toEqual(expected);
});
