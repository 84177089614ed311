import { beforeAll, describe, expect, it } from "vitest";
import type { Answer, AskedDatum } from "../../data/answer.ts";
import { type Told, takeSources } from "./answers.ts";
import { nameOf, per, unitOf } from "./words.ts";

const datum = (name: string, text: string, from: string = "a@2017"): AskedDatum => ({ name, text, value: 1, from, line: 1 });
const told = (answer: Partial<Answer>, ...data: readonly AskedDatum[]): Told => ({ answer: { text: "171", ...answer }, data, steps: [] });

beforeAll(() => {
  const release = { day: "2017-12-31", provider: "LSN", file: "data/a/2017-12-31.yaml" };
  takeSources(JSON.stringify({ "a@2017": { ...release, title: "Zuweisung" }, "b@2017": { ...release, title: "Fläche" } }));
});

describe("nameOf", () => {
  it("names a datum by its dataset, and what was worked out by its subject", () => {
    expect(nameOf(told({}, datum("Quote", "515\u00a0Personen")))).toBe("Zuweisung: Quote");
    expect(nameOf(told({ name: "Anteil: Landkreis" }, datum("x", "1"), datum("y", "2", "b@2017")))).toBe("Anteil: Landkreis");
    expect(nameOf(told({ kind: "claim" }))).toBe("Aussage, an den Daten geprüft");
  });

  it("leaves no sum, difference or share without what it is of", () => {
    const [quota, there] = [datum("Quote", "515"), datum("Vor Ort", "344")];
    expect(nameOf(told({ name: "»Quote« minus »Vor Ort«" }, quota, there))).toBe("»Quote« minus »Vor Ort«");
    expect(nameOf(told({ name: "Differenz" }, quota, there))).toBe("Differenz: Zuweisung");
    expect(nameOf(told({ name: "Summe" }, quota, there))).toBe("Summe: Zuweisung");
    expect(nameOf(told({ name: "Anteil" }, quota, there, datum("Barßel", "84", "b@2017")))).toBe("Anteil: Zuweisung und Fläche");
    expect(nameOf(told({ name: "Zahl aus dem Text" }))).toBe("Zahl aus dem Text");
  });
});

describe("unitOf", () => {
  it("is of the datum or the calculation, and said once", () => {
    expect(unitOf(told({}, datum("Quote", "171\u00a0Personen")))).toBe("Personen");
    expect(unitOf(told({ name: "Summe", unit: "Personen" }, datum("Quote", "171\u00a0km²")))).toBe("Personen");
    expect(unitOf(told({ text: "½", unit: "Vollzeitstelle" }, datum("Stelle", "0,5\u00a0Vollzeitstellen")))).toBe("Vollzeitstelle");
    expect(unitOf(told({ text: "171 Personen" }, datum("Quote", "171\u00a0Personen")))).toBe("");
    expect(unitOf(told({ name: "Anteil", text: "10,0\u00a0%" }, datum("Quote", "171\u00a0Personen")))).toBe("");
  });

  it("is spoken", () => {
    expect(per("91,01… Personen/km²")).toBe("91,01… Personen je km²");
    expect(per("14.351 ÷ 143,52")).toBe("14.351 ÷ 143,52");
  });
});
