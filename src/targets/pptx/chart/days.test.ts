import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textWidth } from "../../../scene/measure.ts";
import { addDays, dayStep, serialOf } from "./days.ts";

describe("the serial number of a day", () => {
  test.each([
    ["1900-03-01", 61],
    ["1970-01-01", 25_569],
    ["2000-02-29", 36_585],
    ["2017-07-01", 42_917],
    ["2026-11-22", 46_348],
  ])("%s is %d", (day, serial) => {
    expect(serialOf(day)).toBe(serial);
  });

  test("is none before March 1900, where spreadsheets count a day that never was", () => {
    expect(serialOf("1900-02-28")).toBeUndefined();
    expect(serialOf("1871-12-01")).toBeUndefined();
  });

  test("goes over the ends of years", () => {
    expect(addDays("2019-12-31", 1)).toBe("2020-01-01");
    expect(addDays("2020-03-01", -1)).toBe("2020-02-29");
  });
});

function years(...all: readonly number[]): readonly string[] {
  return all.map((year) => `${year}-12-31`);
}

describe("the step of ticks", () => {
  test("meets each year's end, and leaves nothing to be told", () => {
    expect(dayStep(years(2015, 2016, 2017, 2018), 900, 16)).toEqual({ unit: "years", count: 1, code: "dd\\.mm\\.yyyy", unnamed: [] });
  });

  test("meets half-years that end months of different lengths", () => {
    const days = ["2020-06-30", "2020-12-30", "2021-06-30"];
    expect(dayStep(days, 900, 16)).toMatchObject({ unit: "months", count: 6, unnamed: [] });
  });

  test("tells the days that it does not meet", () => {
    const days = [...years(2018, 2019, 2020, 2021), "2022-05-15", ...years(2022)];
    expect(dayStep(days, 1000, 16)).toMatchObject({ unit: "years", count: 1, unnamed: ["2022-05-15"] });
  });

  test("names years where whole days find no room, and says of which day", () => {
    const days = years(2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022);
    expect(dayStep(days, 500, 16)).toMatchObject({ unit: "years", count: 1, code: "yyyy", at: "31.12.", unnamed: [] });
  });

  test("leaves out even days silently, as axes do", () => {
    const days = Array.from({ length: 40 }, (_, i) => addDays("2020-01-01", i * 7));
    expect(dayStep(days, 700, 16).unnamed).toEqual([]);
  });

  const day = fc
    .date({ min: new Date("1905-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test("lets no two texts touch", () => {
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 2, maxLength: 20 }), fc.integer({ min: 200, max: 1200 }), (unsorted, width) => {
        const days = unsorted.toSorted();
        const { unit, count, code } = dayStep(days, width, 16);
        const [first = "", last = ""] = [days[0], days.at(-1)];
        const span = (Date.parse(last) - Date.parse(first)) / 86_400_000;
        const shortest = { days: 1, months: 28, years: 365 }[unit] * count;
        const text = textWidth({ yyyy: "0000", "mm\\.yyyy": "00.0000" }[code] ?? "00.00.0000", 16);
        if (span > shortest) expect((shortest / span) * width).toBeGreaterThanOrEqual(text);
      }),
    );
  });
});
