import { describe, expect, it } from "vitest";
import { toSource } from "../../source/source.ts";
import { viewOf } from "../asof.ts";
import { dataFrom, brief } from "../testing.ts";
import { evaluate } from "./evaluate.ts";
import { functions } from "./functions/index.ts";
import { parseExpression } from "./parse.ts";
import { fractions } from "./words.ts";

const data = dataFrom({
  voll: { releases: { "2023-12-31": "{ a: 5, b: 3, c: 2 }", "2024-12-31": "{ a: 6, b: 3, c: 1 }" } },
  geheim: { releases: { "2023-12-31": '{ a: 5, b: "·", c: "-" }', "2024-12-31": '{ a: 6, b: "/", c: "-" }' } },
});

/** The result or fault, and in brackets what an order was told to have left out. */
function ask(text: string): string {
  const left: string[] = [];
  const parsed = parseExpression(toSource("a.md", text)).value;
  if (parsed === undefined) throw new Error(text);
  const scope = {
    view: viewOf(data, { asOf: "latest" }),
    deck: new Map<string, never>(),
    unranked: (entries: readonly { readonly key: string }[]) => void left.push(...entries.map(({ key }) => key)),
  };
  const { value, diagnostics } = evaluate(parsed, scope);
  const result = value === undefined ? diagnostics.map(({ message }) => message.code).join(" ") : brief(value);
  return left.length === 0 ? result : `${result} [without ${left.join(", ")}]`;
}

const refused = "symbol-in-arithmetic";

/** What each function makes of a table with "/", which is no number, and "-", which is zero. */
const cases: Readonly<Record<string, readonly (readonly [text: string, result: string])[]>> = {
  sum: [["sum(geheim)", refused]],
  mean: [["mean(geheim)", refused]],
  min: [["min(geheim)", refused]],
  max: [["max(geheim)", refused]],
  as_of: [
    ["as_of(geheim, @ 2023-12-31)", "a 5, b ·, c -"],
    ["sum(as_of(geheim, @ 2023-12-31))", refused],
    ["as_of(geheim.a, previous)", "wrong-operand"],
  ],
  // Something stands there, if not a number.
  count: [["count(geheim)", "3"]],
  rank: [
    ['rank(geheim, "a")', "1 [without b]"],
    ['rank(geheim, "c")', "2 [without b]"],
    ['rank(geheim, "b")', refused],
  ],
  name: [
    ["name(geheim, 1)", "a [without b]"],
    ["name(geheim, 2)", "c [without b]"],
    ["name(geheim, 3)", "place-not-in-table [without b]"],
  ],
  top: [
    ["top(2, geheim)", "a 6, c - [without b]"],
    ["top(1, voll)", "a 6"],
  ],
  rest: [
    ["rest(1, geheim)", `${refused} [without b]`],
    ["rest(1, geheim, 10)", "4 Personen [without b]"],
  ],
  share: [
    ["share(geheim, 12)", "a 0.5, b /, c 0"],
    ["share(geheim, geheim)", refused],
    ["share(geheim.b, 12)", refused],
    ["share(geheim.c, voll.a)", "0"],
    ["share(voll.a, geheim.c)", "division-by-zero"],
  ],
  change: [
    ["change(geheim, previous)", "a 1, b /, c 0"],
    ["change(geheim.b, previous)", `${refused} ${refused}`],
  ],
  change_rate: [
    ["change_rate(geheim.a, previous)", "0.2"],
    ["change_rate(geheim.c, previous)", "division-by-zero"],
  ],
  stichtag: [["stichtag(geheim)", "2024-12-31"]],
  source: [["source(geheim)", "Amt, Tabelle 1"]],
  label: [['label(geheim, "b")', "b"]],
  mehr_als: [
    ["mehr_als(geheim.b, 1)", "undefined"],
    ["mehr_als(1, geheim.c)", "true"],
  ],
  weniger_als: [["weniger_als(1, geheim.b)", "undefined"]],
  rund: [["rund(geheim.b, 1)", "undefined"]],
  fast: [["fast(geheim.b, 1)", "undefined"]],
  knapp: [["knapp(geheim.b, 1)", "undefined"]],
  gut: [["gut(geheim.b, 1)", "undefined"]],
  doppelt_so_viele: [["doppelt_so_viele(geheim.b, 1)", "undefined"]],
  ...Object.fromEntries(
    ["ueber_die_haelfte", ...[...fractions.values()].map(({ condition }) => condition)].map((name) => [
      name,
      [
        [`${name}(geheim.b, voll.a)`, "undefined"],
        [`${name}(geheim.a, geheim)`, refused],
        [`${name}(geheim.c, voll.a)`, "false"],
      ],
    ]),
  ),
  gestiegen: [
    ["gestiegen(geheim.b)", "undefined"],
    ["gestiegen(geheim.a)", "true"],
  ],
  gesunken: [["gesunken(geheim.b)", "undefined"]],
  unveraendert: [
    ["unveraendert(geheim.b)", "undefined"],
    ["unveraendert(geheim.c)", "true"],
  ],
  hoechster: [
    ['hoechster(geheim, "a")', "undefined"],
    ['hoechster(geheim, "b")', "undefined"],
  ],
  zweithoechster: [['zweithoechster(geheim, "c")', "undefined"]],
  niedrigster: [['niedrigster(geheim, "c")', "undefined"]],
  erstmals: [
    ["erstmals(geheim.b > 1)", "undefined"],
    ["erstmals(geheim.a > 5)", "true"],
  ],
};

describe("over what has no number", () => {
  it.each(Object.values(cases).flat())("%s is %s", (text, result) => expect(ask(text)).toBe(result));

  it("each function of the language has its case", () => {
    expect(Object.keys(cases).toSorted()).toEqual([...functions.keys()].toSorted());
  });

  it.each([
    ["geheim.b + 1", refused],
    ["geheim.c + 1", "1 Personen"],
    ["-geheim.b", refused],
    ["geheim * 2", "a 12, b /, c 0"],
    ["geheim + voll", "a 12, b /, c 1"],
    ["geheim.b > 3", "undefined"],
    ["geheim.b > 3 or voll.a = 6", "true"],
    ["not geheim.b > 3", "undefined"],
    ["geheim.c = 0", "true"],
  ])("%s is %s", (text, result) => expect(ask(text)).toBe(result));
});
