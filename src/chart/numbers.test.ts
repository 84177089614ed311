import { describe, expect, test } from "vitest";
import { dayNumber, lookOf, plain, shownValue, tickDigits, valueOf, write, writeDay, writeNumber } from "./numbers.ts";
import { figure, nothing, unknown } from "./testing/make.ts";

describe("writeNumber", () => {
  test.each([
    [17135, "number", "17.135"],
    [999, "number", "999"],
    [1_234_567.891, "number(1)", "1.234.567,9"],
    [-73, "number", "−73"],
    [-0.2, "number", "0"],
    [0.0997, "percent(1)", "10,0\u00a0%"],
    [0.0997, "permille(1)", "99,7\u00a0‰"],
    [82_800_000, "million(1)", "82,8\u00a0Mio."],
    [1234, "signed", "+1.234"],
    [0, "signed", "0"],
    // Halves are rounded away from zero, as figures are, also where a binary number hides them.
    [29 / 200, "percent", "15\u00a0%"],
    [0.145 * 100, "number", "15"],
    [1.005, "number(2)", "1,01"],
    [-2.5, "number", "−3"],
    [1250000, "million(1)", "1,3\u00a0Mio."],
    [0.004, "points(1)", "+0,4"],
    [30000, "euro", "30.000\u00a0Euro"],
  ])("%d as %s is %s", (value, format, text) => {
    expect(writeNumber(value, format)).toBe(text);
  });

  test("the thousands mark is that of the figures shown", () => {
    const narrow = { ...figure(17135), text: "17\u202f135" };
    expect(write(20000, lookOf([narrow]))).toBe("20\u202f000");
    expect(write(20000, lookOf([figure(17135)]))).toBe("20.000");
  });
});

test("plain groups thousands only", () => {
  expect([0, 12, 123, 1234, 123456].map((value) => plain(value, 0))).toEqual(["0", "12", "123", "1.234", "123.456"]);
});

test("tickDigits tells ticks apart, in the figures' own scale", () => {
  const look = lookOf([figure(0.1, "", "percent(1)")]);
  expect(tickDigits(0.05, look)).toBe(0);
  expect(tickDigits(0.005, look)).toBe(1);
  expect(tickDigits(2000, lookOf([figure(1)]))).toBe(0);
  expect(tickDigits(0.25, lookOf([figure(1)]))).toBe(2);
});

test("a missing value has no number to draw, unless its symbol stands for exactly zero", () => {
  expect(valueOf(figure(unknown))).toBeUndefined();
  expect(valueOf(undefined)).toBeUndefined();
  expect(valueOf(figure(nothing))).toBe(0);
});

test("days are written in German and counted truly", () => {
  expect(writeDay("2017-07-01")).toBe("01.07.2017");
  expect(dayNumber("2016-03-01") - dayNumber("2016-02-28")).toBe(2);
});

function shown(value: number, format: string): number | undefined {
  return shownValue(figure(value, "", format));
}

test("the number that a text says, whatever the value behind it", () => {
  expect(shown(0.04977, "percent(1)")).toBe(0.05);
  expect(shown(0.04777, "percent(1)")).toBe(0.048);
  expect(shown(-0.0494, "percent")).toBe(-0.05);
  expect(shown(17135.4, "number")).toBe(17135);
  expect(shown(1_740_000, "million(1)")).toBe(1_700_000);
  expect(shownValue({ ...figure(17135.4), text: "17\u202f135" })).toBe(17135);
  expect(shownValue({ ...figure(3, "", "words"), text: "drei" })).toBe(3);
  expect(shownValue(figure(unknown))).toBeUndefined();
  expect(shownValue(figure(nothing))).toBe(0);
});
