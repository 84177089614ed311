import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { toSource } from "../source/source.ts";
import { breaksBetween, changeFigures, changeOf } from "./change.ts";
import type { Dataset, Level, Release, Value } from "./dataset.ts";
import { type Datum, isMissing, type Missing, type Quantity } from "./figure.ts";
import { noChecks } from "./checks.ts";

const span = { source: toSource("probe", ""), start: 0, end: 0 };
const names = { difference: "change(x)", rate: "change_rate(x)", span };

function quantity(value: number | Missing, unit: string = "Personen", operation?: string): Quantity {
  if (operation === undefined) return { value, unit, origin: { kind: "literal", span } };
  return { value, unit, origin: { kind: "computed", operation, expression: "x", inputs: [], span } };
}

function told(before: Quantity, after: Quantity, format: string = "number"): readonly (string | undefined)[] {
  const { difference, relative } = changeFigures(changeOf(before, after, format, names), format, { thousands: "dot" });
  return [difference?.text, relative?.text].map((text) => text?.replaceAll("\u00a0", " "));
}

describe("a change", () => {
  it("is told in the number's own unit and in per cent, with its sign", () => {
    expect(told(quantity(17_135), quantity(26_690))).toEqual(["+9.555", "+55,8 %"]);
    expect(told(quantity(720), quantity(702))).toEqual(["−18", "−2,5 %"]);
    expect(told(quantity(720), quantity(720))).toEqual(["±0", "±0,0 %"]);
  });

  it("of a share is told in percentage points, never in per cent of per cent", () => {
    expect(told(quantity(0.0997, "", "share"), quantity(0.1492, "", "share"), "percent(1)")).toEqual([undefined, "+5,0 Prozentpunkte"]);
    expect(told(quantity(0.0997, "", "/"), quantity(0.1492, "", "/"), "number(3)")).toEqual([undefined, "+4,950 Prozentpunkte"]);
    expect(told(quantity(4.5, "Prozent"), quantity(3.2, "Prozent"), "number(1)")).toEqual([undefined, "−1,3 Prozentpunkte"]);
    expect(told(quantity(0.012, "", "share"), quantity(0.0131, "", "share"), "permille(1)")).toEqual([undefined, "+0,11 Prozentpunkte"]);
    expect(told(quantity(45, "‰"), quantity(55, "‰"), "number")).toEqual([undefined, "+1,0 Prozentpunkte"]);
  });

  it("of a place in an order is no per cent", () => {
    expect(told(quantity(3, "", "rank"), quantity(1, "", "rank"))).toEqual(["−2", undefined]);
  });

  it("from zero, or from less, has no per cent", () => {
    expect(told(quantity(0), quantity(12))).toEqual(["+12", undefined]);
    expect(told(quantity(-5), quantity(5))).toEqual(["+10", undefined]);
  });

  it("that rounding would hide is told with more places", () => {
    expect(told(quantity(0.2046, "", "share"), quantity(0.2043, "", "share"), "percent(0)")).toEqual([undefined, "−0,03 Prozentpunkte"]);
    expect(told(quantity(82_800_000), quantity(82_810_000), "million(1)")).toEqual(["+0,01 Mio.", "+0,01 %"]);
  });

  it("that is huge stays readable", () => {
    expect(told(quantity(1), quantity(30_000))).toEqual(["+29.999", "+2.999.900 %"]);
  });

  it("keeps the unit that a format writes", () => {
    expect(told(quantity(25_000, "Euro"), quantity(30_000, "Euro"), "euro")).toEqual(["+5.000 Euro", "+20,0 %"]);
    expect(told(quantity(0.5, "Stellen"), quantity(1, "Stellen"), "fraction")).toEqual(["+½", "+100,0 %"]);
    expect(told(quantity(1.5, "km"), quantity(1.75, "km"), "number(2)")).toEqual(["+0,25", "+16,7 %"]);
  });

  it("with a symbol is the symbol, except where that is exactly zero", () => {
    const unknown = { symbol: ".", meaning: "unbekannt" };
    expect(told(quantity(unknown), quantity(50))).toEqual([".", undefined]);
    expect(told(quantity(50), quantity(unknown))).toEqual([".", undefined]);
    expect(told(quantity({ symbol: "-", meaning: "nichts", exactly: 0 }), quantity(5))).toEqual(["+5", undefined]);
    expect(told(quantity(5), quantity({ symbol: "-", meaning: "nichts", exactly: 0 }))).toEqual(["−5", "−100,0 %"]);
  });

  it("the other way round is its negative", () => {
    const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((value) => value / 100);
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [there, back] = [
          changeOf(quantity(a), quantity(b), "number(2)", names),
          changeOf(quantity(b), quantity(a), "number(2)", names),
        ];
        const [x, y] = [there.difference.value, back.difference.value];
        expect(isMissing(x) || isMissing(y) ? undefined : x + y).toBe(0);
      }),
    );
  });
});

function release(stichtag: string, values: Readonly<Record<string, number>>, reason?: string): Release {
  const cells = new Map(Object.entries(values).map(([key, value]): [string, Value] => [key, { kind: "value", value, span }]));
  const level: Level = { kind: "level", cells, span };
  const base = { dataset: "orte", stichtag, status: "final", values: level, provenance: { provider: "Amt" } } as const;
  return { ...base, notes: [], footnotes: [], accepted: [], span, ...(reason === undefined ? {} : { break: reason }) };
}

function days(before: Quantity, after: Quantity): readonly string[] {
  return breaksBetween(before, after).map(({ day }) => day);
}

describe("breaks between two states", () => {
  const releases = [
    release("2017-02-01", { deutschland: 1 }, "vor allem"),
    release("2017-07-01", { landkreis: 2 }, "Melderegister"),
    release("2017-12-31", { landkreis: 3 }),
    release("2024-12-31", { deutschland: 4, landkreis: 5 }, "Zensus"),
  ];
  const dataset: Dataset = {
    id: "orte",
    title: "Orte",
    unit: "Personen",
    keyName: "Ort",
    keys: [],
    units: new Map(),
    labels: new Map(),
    regions: new Map(),
    coverage: "partial",
    additivity: "exact",
    provenance: { provider: "Amt" },
    definition: "",
    releases,
    symbols: "destatis",
    checks: noChecks,
    span,
  };
  const at = (key: string, index: number): Quantity => {
    const own = releases[index];
    if (own === undefined) throw new RangeError("no such release");
    const origin: Datum = { kind: "datum", dataset, release: own, path: [key], span };
    return { value: 0, unit: "Personen", origin };
  };

  it("lie after the earlier day and up to the later, in releases that have the value", () => {
    expect(days(at("deutschland", 0), at("deutschland", 3))).toEqual(["2024-12-31"]);
    expect(days(at("landkreis", 1), at("landkreis", 2))).toEqual([]);
    expect(days(at("landkreis", 1), at("landkreis", 3))).toEqual(["2024-12-31"]);
    expect(days(at("landkreis", 3), at("landkreis", 3))).toEqual([]);
  });
});
