import { expect, test } from "vitest";
import { hyphenate } from "./hyphens.ts";

test.each([
  ["Niedersachsen", "Nie-der-sach-sen"],
  ["Bildung", "Bil-dung"],
  ["Gesundheit", "Ge-sund-heit"],
  ["Ehrenamt", "Eh-re-namt"],
  ["Wissenschaft", "Wis-sen-schaft"],
  ["Bäcker", "Bä-cker"],
  ["Irak", "Irak"],
  ["EU", "EU"],
  ["17.135", "17.135"],
])("%s is divided as %s", (word, divided) => {
  const places = hyphenate(word).syllables;
  const parts = [0, ...places].map((place, i) => word.slice(place, places[i] ?? word.length));
  expect(parts.join("-")).toBe(divided);
});

test("compounds are divided at their joints", () => {
  expect(hyphenate("Koordinierungsstelle").joints).toEqual([14]);
  expect(hyphenate("Migrationsberatungsstellen").joints).toEqual([10, 19]);
});
