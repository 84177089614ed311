import { expect, it } from "vitest";
import { nearest } from "./nearest.ts";

const names = ["auslaender_gemeinden", "auslaender_staaten", "einwohner", "Löningen", "Essen (Oldenburg)", "sum", "top", "percent"];

it.each([
  ["einwoner", "einwohner"],
  ["einwohenr", "einwohner"],
  ["Einwohner", "einwohner"],
  ["auslaender_gemeinde", "auslaender_gemeinden"],
  ["ausländer_gemeinden", "auslaender_gemeinden"],
  ["auslaender-staaten", "auslaender_staaten"],
  ["Loeningen", "Löningen"],
  ["Loningen", "Löningen"],
  ["Essen", "Essen (Oldenburg)"],
  ["som", "sum"],
  ["procent", "percent"],
])("%s is perhaps %s", (name, expected) => {
  expect(nearest(name, names)).toBe(expected);
});

it.each(["xyz", "", "bevoelkerung", "a"])("%j is like none", (name) => {
  expect(nearest(name, names)).toBeUndefined();
});

it("prefers what differs least", () => {
  expect(nearest("series", ["serious", "serie"])).toBe("serie");
});
