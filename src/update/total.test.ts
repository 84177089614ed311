import { describe, expect, it } from "vitest";
import { beginsAsTotal, isBareTotal, mayBeTotal } from "./total.ts";

describe("a total", () => {
  it.each([
    // label, can only be one, may be the others' sum, begins as one beside an empty code
    ["Insgesamt", true, true, true],
    ["insgesamt", true, true, true],
    ["Total", true, true, true],
    ["Gesamt", false, true, true],
    ["Zusammen", false, true, false],
    [" Insgesamt ", false, true, true],
    ["Insgesamt (einschl. ohne Angabe)", false, false, true],
    ["Gesamt, ohne Ausland", false, false, true],
    ["Gesamtbevölkerung", false, false, false],
    ["Gesamt-Niedersachsen", false, false, false],
    ["Insgesamtheit", false, false, false],
    ["zusammengelegt", false, false, false],
    ["männlich", false, false, false],
    ["", false, false, false],
  ])("%j", (label, bare, may, begins) => {
    expect([isBareTotal(label), mayBeTotal(label), beginsAsTotal(label)]).toEqual([bare, may, begins]);
  });
});
