import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toSource, spanOf } from "../source/source.ts";
import { round, exactSum } from "./decimal.ts";
import type { Missing, Quantity } from "./figure.ts";
import { formatNames, formatResult, parseFormat, toFigure, type NumberStyle } from "./format.ts";
import type { Result } from "./value.ts";

const source = toSource("a.md", "{{ x }}");
const span = spanOf(source, 0, 7);
const dot: NumberStyle = { thousands: "dot" };

const quantity = (value: number | Missing, unit = ""): Quantity => ({ value, unit, origin: { kind: "literal", span } });

/** The text, or the codes of what is wrong. */
function show(result: Result, format: string | undefined, style = dot): string {
  const parsed = format === undefined ? undefined : parseFormat(toSource("f", format), 0, format.length);
  if (parsed?.diagnostics.length) return parsed.diagnostics.map(({ message }) => message.code).join();
  const { value, diagnostics } = formatResult(result, parsed?.value, span, style);
  return value ?? diagnostics.map(({ message }) => message.code).join();
}
const shown = (value: number, format?: string, unit?: string): string => show({ kind: "number", quantity: quantity(value, unit) }, format);
const day = (text: string, format?: string): string => show({ kind: "day", day: text, origin: quantity(0).origin }, format);

describe("numbers", () => {
  it.each([
    [17135, undefined, "17.135"],
    [17135.4, "number", "17.135"],
    [17135.4, "number(1)", "17.135,4"],
    [999, "number", "999"],
    [1000, "number", "1.000"],
    [-1234567.891, "number(2)", "−1.234.567,89"],
    [1.005, "number(2)", "1,01"],
    [-1.005, "number(2)", "−1,01"],
    [2.5, "number", "3"],
    [-2.5, "number", "−3"],
    [0.05, "number(1)", "0,1"],
    [0.04, "number(1)", "0,0"],
    [9.95, "number(1)", "10,0"],
    [-0, "number", "0"],
    [-0.4, "number", "0"],
    [1e21, "number", "1.000.000.000.000.000.000.000"],
    [5e-324, "number(2)", "0,00"],
    [0.0997131, "percent(1)", "10,0\u00a0%"],
    [0.0997131, "percent", "10\u00a0%"],
    [0.285, "percent", "29\u00a0%"],
    [0.0997131, "permille(1)", "99,7\u00a0‰"],
    [82_800_000, "million(1)", "82,8\u00a0Mio."],
    [1_234_567_890, "million", "1.235\u00a0Mio."],
    [1234, "signed", "+1.234"],
    [-73, "signed", "−73"],
    [0, "signed", "±0"],
    [-0.04, "signed(1)", "±0,0"],
    [0.004, "points(1)", "+0,4\u00a0Prozentpunkte"],
    [0.01, "points", "+1\u00a0Prozentpunkt"],
    [-0.01, "points(1)", "−1,0\u00a0Prozentpunkte"],
    [0.11, "points", "+11\u00a0Prozentpunkte"],
    [0, "words", "null"],
    [12, "words", "zwölf"],
    [13, "words", "13"],
    [1300, "words", "1.300"],
    [3, "ordinal", "3."],
    [0.5, "fraction", "½"],
    [1 / 3, "fraction", "⅓"],
    [-2.75, "fraction", "−2¾"],
  ])("%d as %s is %s", (value, format, expected) => {
    expect(shown(value, format)).toBe(expected);
  });

  it("show Euro", () => {
    expect(shown(30000, "euro", "Euro")).toBe("30.000\u00a0Euro");
    expect(shown(30000, "euro(2)", "Euro")).toBe("30.000,00\u00a0Euro");
  });

  it("are grouped with the narrow space of DIN 5008 where the deck asks for it", () => {
    const result: Result = { kind: "number", quantity: quantity(1234567.5) };
    expect(show(result, "number(1)", { thousands: "narrow-space" })).toBe("1\u202f234\u202f567,5");
  });

  it("show an official symbol whatever the format", () => {
    const result: Result = { kind: "number", quantity: quantity({ symbol: "·", meaning: "geheim" }, "Personen") };
    expect(["number(1)", "percent(1)", "signed", "words", undefined].map((format) => show(result, format))).toEqual([
      "·",
      "·",
      "·",
      "·",
      "·",
    ]);
  });

  it.each([
    [0.5, undefined, "", "needs-format"],
    [0.5, "words", "", "format-needs-whole"],
    [-1, "words", "", "format-needs-whole"],
    [1.5, "ordinal", "", "format-needs-whole"],
    [0.3, "fraction", "", "no-such-fraction"],
    [2, "fraction", "", "no-such-fraction"],
    [5, "date", "", "format-needs-day"],
    [5, "percent(1)", "Personen", "format-needs-share"],
    [5, "points", "Personen", "format-needs-share"],
    [5, "permille", "Personen", "format-needs-share"],
    [5, "euro", "Personen", "format-needs-euro"],
    [5, "euro", "", "format-needs-euro"],
    [5, "prozent", "", "unknown-format"],
    [5, "percent(x)", "", "format-digits"],
    [5, "percent(10)", "", "format-digits"],
    [5, "percent()", "", "format-digits"],
    [5, "words(1)", "", "format-digits"],
    [5, "percent(1", "", "format-syntax"],
    [5, "", "", "empty-format"],
  ])("%d as %j of unit %j is refused: %s", (value, format, unit, code) => {
    expect(shown(value, format, unit)).toBe(code);
  });

  it("never show a figure that reads back as another number", () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
      fc.integer(),
      fc.tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 0, max: 6 })).map(([n, k]) => n / 10 ** k),
    );
    fc.assert(
      fc.property(
        value,
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom("dot" as const, "narrow-space" as const),
        (x, digits, thousands) => {
          const text = show({ kind: "number", quantity: quantity(x) }, `number(${digits})`, { thousands });
          expect(text).toMatch(/^−?\d{1,3}(?:[.\u202f]\d{3})*(?:,\d+)?$/u);
          expect(text).not.toMatch(/^−[0.,\u202f]*$/u);
          const back = Number(
            text
              .replaceAll(/[.\u202f]/gu, "")
              .replace(",", ".")
              .replace("−", "-"),
          );
          expect(Math.abs(back - x)).toBeLessThanOrEqual(0.5 * 10 ** -digits * (1 + 1e-9) + Math.abs(x) * 1e-15);
          expect(text.split(",")[1]?.length ?? 0).toBe(digits);
        },
      ),
      { numRuns: 800 },
    );
  });

  it("round halves away from zero as decimals are written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 1, max: 5 }), (n, digits) => {
        // n followed by a 5 at the next place: always up.
        const { whole, fraction } = round(Number(`${n}5e-${digits + 1}`), digits);
        expect(BigInt(whole + fraction)).toBe(BigInt(n) + 1n);
      }),
    );
  });
});

describe("days and text", () => {
  it("have their formats", () => {
    expect(day("2017-07-01")).toBe("01.07.2017");
    expect(["date", "month", "year"].map((format) => day("2017-07-01", format))).toEqual(["01.07.2017", "Juli\u00a02017", "2017"]);
    expect(day("2017-07-01", "number")).toBe("format-needs-number");
    const words: Result = { kind: "words", text: "Löningen", origin: quantity(0).origin };
    expect(show(words, undefined)).toBe("Löningen");
    expect(show(words, "number")).toBe("format-of-text");
  });

  it("cannot be made of tables and conditions", () => {
    expect(show({ kind: "table", entries: [], unit: "", keyName: "", span }, undefined)).toBe("table-as-text");
    expect(show({ kind: "truth", holds: true, origin: quantity(0).origin }, undefined)).toBe("truth-as-text");
  });
});

describe("a figure", () => {
  it("keeps the quantity, its format and its place", () => {
    const whole = quantity(515, "Personen");
    expect(toFigure(whole, undefined, span, dot).value).toEqual({ ...whole, text: "515", format: "number", span });
    const text = " percent( 1 ) ";
    const format = parseFormat(toSource("f", text), 0, text.length).value;
    expect(format?.span.start).toBe(1);
    expect(toFigure(quantity(0.5), format, span, dot).value?.format).toBe("percent( 1 )");
  });

  it("says which format is unknown, and where", () => {
    const text = "x | prcent(1)";
    const { diagnostics } = parseFormat(toSource("f", text), 3, text.length);
    expect(diagnostics[0]?.message.de).toBe("Ein Format »prcent« gibt es nicht. Gemeint ist vielleicht »percent«.");
    expect(diagnostics[0]?.span).toMatchObject({ start: 4, end: 10 });
  });
});

it("parses any text as a format without throwing, and every name it lists", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { value, diagnostics } = parseFormat({ path: "f", text }, 0, text.length);
      expect((value === undefined) === diagnostics.length > 0).toBe(true);
    }),
  );
  for (const name of formatNames) expect(parseFormat(toSource("f", name), 0, name.length).value?.name).toBe(name);
});

describe("sums", () => {
  it("are exact for counts and for decimals", () => {
    expect(exactSum([0.1, 0.2])).toBe(0.3);
    expect(exactSum([70.3, -70.1])).toBe(0.2);
    expect(exactSum([])).toBe(0);
    expect(exactSum([1e300, 1])).toBe(1e300);
  });

  it("of whole numbers are those of whole numbers", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (values) => {
        expect(BigInt(exactSum(values))).toBe(values.reduce((sum, value) => sum + BigInt(value), 0n));
      }),
    );
  });

  it("of decimals with two places are exact", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 50 }), (cents) => {
        expect(exactSum(cents.map((c) => c / 100)) * 100).toBeCloseTo(
          cents.reduce((sum, c) => sum + c, 0),
          4,
        );
        expect(exactSum(cents.map((c) => c / 100))).toBe(cents.reduce((sum, c) => sum + c, 0) / 100);
      }),
    );
  });
});
