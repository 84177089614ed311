import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plain, shownValue, write as writeTick } from "../../../chart/numbers.ts";
import { figure, nothing, span, unknown } from "../../../chart/testing/make.ts";
import { formatNames, parseFormat, toFigure } from "../../../data/format.ts";
import type { Figure } from "../../../data/figure.ts";
import { datumWithFlag } from "../../../data/testing.ts";
import { toSource } from "../../../source/source.ts";
import { axisCode, codeOf, fixedText, labelCode } from "./format-code.ts";
import { shownBy } from "./testing.ts";

/** @param origin of a number in brackets, where it is {@link limited} */
function shown(
  value: number,
  format: string,
  thousands: "dot" | "narrow-space" = "dot",
  origin: Figure["origin"] = { kind: "literal", span },
): Figure | undefined {
  const source = toSource("x.md", format);
  const parsed = parseFormat(source, 0, format.length).value;
  const unit = format.startsWith("euro") ? "Euro" : "";
  return toFigure({ value, unit, origin }, parsed, span, { thousands }).value;
}

const limited: Figure["origin"] = datumWithFlag("( )");

const digits = ["number", "percent", "permille", "million", "signed", "points", "euro"];
const formats = fc.oneof(
  fc.constantFrom(...formatNames.filter((name) => !["date", "month", "year"].includes(name))),
  fc.tuple(fc.constantFrom(...digits), fc.nat({ max: 4 })).map(([name, count]) => `${name}(${count})`),
);
const values = fc.oneof(
  fc.integer({ min: -3_000_000, max: 90_000_000 }),
  fc.integer({ min: -20_000, max: 20_000 }).map((value) => value / 10_000),
  fc.integer({ min: -99_999, max: 99_999 }).map((value) => value / 100),
  fc.double({ min: -1e7, max: 1e7, noNaN: true }),
  fc.constantFrom(0, 0.5, -0.5, 0.0004, -0.0004, 1, -1, 12, 13, 999.5, 0.145, 1.005),
);

const origins = fc.constantFrom<Figure["origin"]>({ kind: "literal", span }, limited);

describe("a code of a format", () => {
  test("shows what the figure's own text says, or the text is fixed", () => {
    let [coded, fixed] = [0, 0];
    fc.assert(
      fc.property(
        values,
        formats,
        fc.constantFrom("dot" as const, "narrow-space" as const),
        origins,
        (value, format, thousands, origin) => {
          const own = shown(value, format, thousands, origin);
          if (own === undefined) return;
          const code = labelCode(own);
          const text = fixedText(own);
          if (text !== undefined || code === undefined) {
            expect(text).toBe(own.text);
            fixed += 1;
            return;
          }
          // PowerPoint parts thousands as the viewer's computer does.
          expect(shownBy(code, value)).toBe(own.text.replaceAll("\u202f", "."));
          coded += 1;
        },
      ),
      { numRuns: 3000 },
    );
    expect(coded).toBeGreaterThan(1000);
    expect(fixed).toBeGreaterThan(100);
  });

  test.each([
    [17135, "number", '#,##0;"−"#,##0', "17.135"],
    [-730.25, "number(1)", '#,##0.0;"−"#,##0.0', "−730,3"],
    [0.531, "percent(1)", '#,##0.0"\u00a0"%;"−"#,##0.0"\u00a0"%', "53,1\u00a0%"],
    [83_456_045, "million(1)", '#,##0.0,,"\u00a0Mio.";"−"#,##0.0,,"\u00a0Mio."', "83,5\u00a0Mio."],
    [1234, "signed", '+#,##0;"−"#,##0;"±"0', "+1.234"],
    [0, "signed(1)", '+#,##0.0;"−"#,##0.0;"±"0.0', "±0,0"],
    [12.5, "euro(2)", '#,##0.00"\u00a0Euro";"−"#,##0.00"\u00a0Euro"', "12,50\u00a0Euro"],
    [3, "ordinal", '#,##0"."', "3."],
  ])("%d as %s is %s", (value, format, code, text) => {
    expect(codeOf(format)).toBe(code);
    expect(shownBy(code, value)).toBe(text);
    expect(shown(value, format)?.text).toBe(text);
  });

  test("puts numbers of limited reliability in brackets, and keeps them there", () => {
    const own = shown(-1234.5, "number(1)", "dot", limited) ?? figure(0);
    expect(own.text).toBe("(−1.234,5)");
    expect(labelCode(own)).toBe('"("#,##0.0")";"(""−"#,##0.0")"');
    expect(labelCode(shown(1, "number") ?? figure(0))).toBe(codeOf("number"));
    expect(fixedText(shown(3, "words", "dot", limited) ?? figure(0))).toBe("(drei)");
    expect(shownValue(own)).toBe(-1234.5);
  });

  test("is none where only words can say it, and these are fixed", () => {
    for (const format of ["points(1)", "permille(1)", "fraction"]) {
      expect(codeOf(format)).toBeUndefined();
      const own = shown(0.5, format);
      expect(own === undefined ? undefined : fixedText(own)).toBe(own?.text);
    }
    expect(fixedText(figure(unknown))).toBe("·");
    expect(fixedText(figure(nothing))).toBe("-");
    expect(shown(3, "words")).toMatchObject({ text: "drei" });
    expect(fixedText(shown(3, "words") ?? figure(0))).toBe("drei");
    expect(fixedText(shown(13, "words") ?? figure(0))).toBeUndefined();
  });

  test("is none of what is rounded to zero and would show a sign", () => {
    expect(fixedText(shown(-0.3, "number") ?? figure(1))).toBe("0");
    expect(fixedText(shown(0.3, "signed") ?? figure(1))).toBe("±0");
    expect(fixedText(shown(0.3, "number") ?? figure(1))).toBeUndefined();
  });
});

describe("a code of an axis", () => {
  test("writes ticks as the browser does", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.constantFrom(0.01, 0.1, 0.25, 1, 500, 100_000),
        fc.constantFrom("number", "percent", "million", "euro", "signed"),
        fc.nat({ max: 2 }),
        (count, step, name, decimals) => {
          const value = Number((count * step).toPrecision(12));
          const code = axisCode(name, decimals) ?? "";
          const text = writeTick(value, { name, digits: 0, thousands: "." }, decimals);
          // What rounds to nothing is no tick.
          if (value !== 0 && !/[1-9]/u.test(text)) return;
          expect(shownBy(code, value)).toBe(text);
        },
      ),
    );
  });

  test("the tests' own reading of codes agrees with the deck's rounding", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (value) => {
        fc.pre(value === 0 || value > 1e-6);
        expect(shownBy("#,##0.00", value)).toBe(plain(value, 2));
      }),
    );
  });
});
