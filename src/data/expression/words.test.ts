import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toSource } from "../../source/source.ts";
import { viewOf } from "../asof.ts";
import { dataFrom } from "../testing.ts";
import { evaluate } from "./evaluate.ts";
import { parseExpression } from "./parse.ts";
import { meaningsIn, usualReach, type WordReach } from "./words.ts";

const data = dataFrom({
  x: {
    releases: {
      "2017-12-31": "{ a: 100, b: 300, c: 500, d: 10000, e: 7 }",
      "2018-12-31": '{ a: 90, b: 300, c: 400, d: 10000, e: "." }',
      "2019-12-31": "{ a: 110, b: 250, c: 400, d: 10010, e: 8 }",
    },
  },
  kreis: {
    releases: {
      "2017-12-31": "{ a: 100 }",
      "2018-12-31": "break: Neue Grundlage.\nvalues: { a: 200 }",
      "2019-12-31": "{ a: 250 }",
    },
  },
  geheim: { releases: { "2019-12-31": '{ a: 5, b: ".", c: "-", d: 7 }' } },
  rang: { fields: "total: Summe", releases: { "2019-12-31": '{ a: 5, b: 9, c: 9, d: 7, e: 1, f: "-", Summe: 31 }' } },
  eins: { releases: { "2019-12-31": "{ a: 3, b: 2, c: 1 }" } },
});

/** "true", "false", "unknown", or what is wrong. */
function held(text: string, reach: Partial<WordReach> = {}): string {
  const { value: expression } = parseExpression(toSource("a.md", text));
  if (expression === undefined) throw new Error(`syntax: ${text}`);
  const scope = { view: viewOf(data, { asOf: "latest" }), deck: new Map(), reach: { ...usualReach, ...reach } };
  const { value, diagnostics } = evaluate(expression, scope);
  if (value?.kind !== "truth") return diagnostics.map(({ message }) => message.code).join(" ") || `${value?.kind}`;
  return value.holds === undefined ? "unknown" : `${value.holds}`;
}

/** Whether a word holds of two numbers. */
function holds(word: string, x: number, y: number, reach: Partial<WordReach> = {}): boolean {
  return held(`${word}(${x}, ${y})`, reach) === "true";
}

describe("words against a number", () => {
  it.each([
    ["mehr_als(x.a, 109)", "true"],
    ["mehr_als(x.a, 110)", "false"],
    ["mehr_als(x.a, 111)", "false"],
    ["weniger_als(x.a, 111)", "true"],
    ["weniger_als(x.a, 110)", "false"],
    ["rund(95, 100)", "true"],
    ["rund(105, 100)", "true"],
    ["rund(94.999, 100)", "false"],
    ["rund(105.001, 100)", "false"],
    ["rund(0.105, 0.1)", "true"],
    ["rund(0, 0)", "true"],
    ["fast(90, 100)", "true"],
    ["fast(89.999, 100)", "false"],
    ["fast(99.999, 100)", "true"],
    ["fast(100, 100)", "false"],
    ["knapp(95, 100)", "true"],
    ["knapp(94.999, 100)", "false"],
    ["knapp(100, 100)", "false"],
    ["gut(110, 100)", "true"],
    ["gut(110.001, 100)", "false"],
    ["gut(100, 100)", "false"],
    ["knapp(-4.8, -5)", "true"],
    ["gut(-5.2, -5)", "true"],
    ["doppelt_so_viele(200, 100)", "true"],
    ["doppelt_so_viele(190, 100)", "true"],
    ["doppelt_so_viele(189.9, 100)", "false"],
    ["doppelt_so_viele(0, 0)", "false"],
    ["fast(share(x.c, 4040), jede_zehnte)", "true"],
    ["rund(x.a / x.b, drittel)", "false"],
    ["rund(x.b, 255)", "true"],
    ["rund(geheim.b, 5)", "unknown"],
    ["mehr_als(geheim.c, 0)", "false"],
    ["not rund(geheim.b, 5)", "unknown"],
    ["rund(x.a, x)", "wrong-operand"],
    ["rund(x.a)", "argument-count"],
    ["mehr_als(x.a / x.b, x.a)", "unit-mismatch"],
    ["runt(x.a, 5)", "unknown-function"],
  ])("%s: %s", (text, expected) => {
    expect(held(text)).toBe(expected);
  });
});

describe("parts of a whole", () => {
  it.each([
    ["ueber_die_haelfte(0.501)", "true"],
    ["ueber_die_haelfte(0.5)", "false"],
    ["ueber_die_haelfte(x.c, 799)", "true"],
    ["ueber_die_haelfte(x.c, 800)", "false"],
    ["ueber_die_haelfte(eins.a, eins)", "false"],
    ["mehr_als(share(x.c, 799), haelfte)", "true"],
    ["die_haelfte(0.515)", "true"],
    ["die_haelfte(0.5151)", "false"],
    ["die_haelfte(eins.a, eins)", "true"],
    ["ein_drittel(eins.b, eins)", "true"],
    ["ein_drittel(0.3)", "false"],
    ["ein_viertel(0.25)", "true"],
    ["sind_zwei_drittel(0.66)", "true"],
    ["sind_drei_viertel(0.7)", "false"],
    ["ist_jede_zehnte(0.0997)", "true"],
    ["sind_zwei_von_fuenf(0.4)", "true"],
    ["ein_drittel(geheim.b, 15)", "unknown"],
    ["ein_drittel(5, geheim.b)", "unknown"],
    ["ueber_die_haelfte(x.a)", "wrong-operand"],
    ["ueber_die_haelfte(x.a / x.b, x.b)", "unit-mismatch"],
    ["ein_drittel(geheim.a, geheim.b)", "unknown"],
  ])("%s: %s", (text, expected) => {
    expect(held(text)).toBe(expected);
  });
});

describe("changes", () => {
  it.each([
    ["gestiegen(x.a)", "true"],
    ["gestiegen(x.a, previous)", "true"],
    ["gestiegen(x.a, @ 2017-12-31)", "true"],
    ["gesunken(x.a)", "false"],
    ["gesunken(x.b)", "true"],
    ["unveraendert(x.c)", "true"],
    // 10 of 10.000 is the largest change that is called none.
    ["unveraendert(x.d)", "true"],
    ["gestiegen(x.d)", "false"],
    ["gestiegen(10011, 10000)", "true"],
    ["gesunken(x.a - x.b)", "false"],
    ["gestiegen(x.e)", "unknown"],
    ["gestiegen(x.e, @ 2017-12-31)", "true"],
    ["gestiegen(kreis.a)", "true"],
    ["gestiegen(kreis.a, @ 2017-12-31)", "movement-across-break"],
    ['gestiegen(kreis.a, @ 2017-12-31, "trotz Bruch")', "true"],
    ['gestiegen(kreis.a, @ 2017-12-31, "egal")', "movement-option"],
    ["gestiegen(kreis.a @ 2019-12-31, kreis.a @ 2017-12-31)", "movement-across-break"],
    ["gestiegen(kreis.a @ 2018-12-31)", "movement-across-break"],
    ["gestiegen(x.a @ 2018-12-31, @ 2017-12-31)", "moment-fixed"],
    ["gestiegen(eins.a)", "no-previous"],
    ["gestiegen(x)", "wrong-operand"],
  ])("%s: %s", (text, expected) => {
    expect(held(text)).toBe(expected);
  });

  it("are as large as a deck wants them", () => {
    expect(held("gestiegen(x.d)", { unveraendert: 0 })).toBe("true");
    expect(held("unveraendert(x.a, @ 2017-12-31)", { unveraendert: 0.1 })).toBe("true");
  });
});

describe("places", () => {
  it.each([
    ['hoechster(eins, "a")', "true"],
    ['hoechster(eins, "b")', "false"],
    ['zweithoechster(eins, "b")', "true"],
    ['zweithoechster(eins, "a")', "false"],
    ['niedrigster(eins, "c")', "true"],
    ['niedrigster(eins, "b")', "false"],
    // Who shares a place is neither the highest nor the second highest; "-" is exactly zero.
    ['hoechster(rang, "b")', "false"],
    ['zweithoechster(rang, "d")', "false"],
    ['niedrigster(rang, "f")', "true"],
    ['niedrigster(rang, "e")', "false"],
    ['hoechster(geheim, "d")', "unknown"],
    ['hoechster(x, "z")', "key-not-in-table"],
    ["hoechster(x, 1)", "wrong-operand"],
  ])("%s: %s", (text, expected) => {
    expect(held(text)).toBe(expected);
  });
});

describe("a first time", () => {
  it.each([
    ["erstmals(x.a > 100)", "true"],
    ["erstmals(x.a > 99)", "false"],
    ["erstmals(x.a > 110)", "false"],
    ["erstmals(x.e > 7)", "unknown"],
    ["erstmals(x.e > 6)", "false"],
    ["erstmals(x.a + x.b > 400)", "false"],
    ["erstmals(mehr_als(x.a, 100))", "true"],
    ["erstmals(kreis.a > 200)", "movement-across-break"],
    ['erstmals(kreis.a > 200, "trotz Bruch")', "true"],
    ["erstmals(eins.a > 1)", "first-time-alone"],
    ["erstmals(x.a @ 2019-12-31 > 1)", "first-time-fixed"],
    ["erstmals(x.a)", "wrong-operand"],
  ])("%s: %s", (text, expected) => {
    expect(held(text)).toBe(expected);
  });
});

describe("meanings", () => {
  it("are those of the words in a condition, as far as they reach", () => {
    const { value } = parseExpression(
      toSource("a.md", "rund(x.a, 1) and not (gut(x.b, 2) or rund(x.c, 3)) and x.a > 1 and ein_drittel(x.a)"),
    );
    expect(value && meaningsIn(value.root, { ...usualReach, gut: 0.075 })).toEqual([
      { de: "»rund« heißt höchstens 5\u00a0% mehr oder weniger", en: "“rund” means at most 5% more or less" },
      { de: "»gut« heißt höchstens 7,5\u00a0% mehr", en: "“gut” means at most 7.5% more" },
      { de: "»ein Drittel« heißt höchstens 3\u00a0% davon mehr oder weniger", en: "“ein Drittel” means at most 3% of it more or less" },
    ]);
  });
});

describe("words never contradict each other", () => {
  const number = fc.oneof(
    fc.integer({ min: -2000, max: 2000 }),
    fc.integer({ min: -2000, max: 2000 }).map((n) => n / 1000),
  );
  const part = fc.integer({ min: 0, max: 300 }).map((n) => n / 1000);

  it("below, at, above: only one holds; knapp is fast, and both are weniger_als; gut is mehr_als", () => {
    fc.assert(
      fc.property(number, number, (x, y) => {
        const [fast, knapp, gut] = [holds("fast", x, y), holds("knapp", x, y), holds("gut", x, y)];
        expect(knapp && !fast).toBe(false);
        expect(fast && gut).toBe(false);
        expect((fast || gut) && x === y).toBe(false);
        if (fast) expect(Math.abs(x)).toBeLessThan(Math.abs(y));
        if (gut) expect(Math.abs(x)).toBeGreaterThan(Math.abs(y));
        expect([holds("mehr_als", x, y), holds("weniger_als", x, y), x === y].filter(Boolean)).toHaveLength(1);
        expect(holds("rund", x, x)).toBe(true);
      }),
    );
  });

  it("who reaches further holds of all that was near enough before", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("rund" as const, "fast" as const, "knapp" as const, "gut" as const),
        number,
        part,
        part,
        part,
        (word, y, off, a, b) => {
          const x = Number((y * (word === "gut" ? 1 + off : 1 - off)).toPrecision(12));
          const [less, more] = [Math.min(a, b), Math.max(a, b)];
          if (holds(word, x, y, { [word]: less })) expect(holds(word, x, y, { [word]: more })).toBe(true);
        },
      ),
    );
  });

  it("a change is one of risen, fallen, unchanged", () => {
    fc.assert(
      fc.property(number, number, part, (x, y, unveraendert) => {
        const three = ["gestiegen", "gesunken", "unveraendert"].filter((word) => holds(word, x, y, { unveraendert }));
        expect(three).toHaveLength(1);
        expect(holds("gesunken", y, x, { unveraendert: 0 })).toBe(holds("gestiegen", x, y, { unveraendert: 0 }));
      }),
    );
  });
});
