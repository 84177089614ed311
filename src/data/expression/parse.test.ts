import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toSource } from "../../source/source.ts";
import type { BinaryOperator, Node } from "./ast.ts";
import { parseExpression } from "./parse.ts";

/** The tree with every bracket written out. */
function print(node: Node): string {
  switch (node.type) {
    case "number":
      return `${node.value}`;
    case "text":
      return `'${node.value}'`;
    case "path":
      return [node.name.text, ...node.keys.map(({ text }) => text)].join(":");
    case "at":
      return `(${print(node.operand)} ${print(node.moment)})`;
    case "moment":
      return `@${node.day ?? "previous"}`;
    case "call":
      return `${node.name.text}(${node.arguments.map(print).join(", ")})`;
    case "unary":
      return `(${node.operator} ${print(node.operand)})`;
    case "binary":
      return `(${print(node.left)} ${node.operator} ${print(node.right)})`;
  }
}

const tree = (text: string): string => {
  const { value, diagnostics } = parseExpression(toSource("a.md", text));
  return value ? print(value.root) : diagnostics.map(({ message, span }) => `${message.code} ‹${text.slice(span.start, span.end)}›`).join();
};

describe("an expression", () => {
  it.each([
    ["einwohner.landkreis", "einwohner:landkreis"],
    ['auslaender["Syrien, Arabische Republik"]', "auslaender:Syrien, Arabische Republik"],
    ["a['Löningen'].w[\"x\"]", "a:Löningen:w:x"],
    ["1 + 2 * 3 - 4 / 5", "((1 + (2 * 3)) - (4 / 5))"],
    ["(1 + 2) * 3", "((1 + 2) * 3)"],
    ["1 - 2 - 3", "((1 - 2) - 3)"],
    ["-a * b", "((- a) * b)"],
    ["-5 + -0.5", "(-5 + -0.5)"],
    ["a - -b", "(a - (- b))"],
    ["not a < b and c or d = e", "(((not (a < b)) and c) or (d = e))"],
    ["not not a", "(not (not a))"],
    ["a @ 2016-12-31 + 1", "((a @2016-12-31) + 1)"],
    ["a.b@previous", "(a:b @previous)"],
    ["2016-12-31", "((2016 - 12) - 31)"],
    ["(a + b) @ previous", "((a + b) @previous)"],
    ["change(x, previous)", "change(x, @previous)"],
    ["change(x.y, @ 2016-12-31)", "change(x:y, @2016-12-31)"],
    ['name(t, 1) = "Polen"', "(name(t, 1) = 'Polen')"],
    ["a ≤ b", "(a <= b)"],
    ["a == b", "(a = b)"],
    ["0.09 <= share(a, b) and share(a, b) < 0.10", "((0.09 <= share(a, b)) and (share(a, b) < 0.1))"],
    ["(a < b) = c", "((a < b) = c)"],
    ["f()", "f()"],
    ["toString.constructor", "toString:constructor"],
  ])("%s", (text, expected) => {
    expect(tree(text)).toBe(expected);
  });

  it.each([
    ["", "empty-expression ‹›"],
    ["  ", "empty-expression ‹  ›"],
    ["a +", "expression-syntax ‹›"],
    ["a b", "expression-syntax ‹b›"],
    ["(a + b", "expression-syntax ‹›"],
    ["a)", "expression-syntax ‹)›"],
    ["sum(a", "expression-syntax ‹›"],
    ["sum(a,)", "expression-syntax ‹)›"],
    ["0,09 < a", "decimal-comma ‹,›"],
    ["share(a, 0,09)", "decimal-comma ‹,›"],
    ["a < b < c", "chained-comparison ‹<›"],
    ['a["Löningen]', 'unclosed-text ‹"Löningen]›'],
    ["a[„Löningen“]", "curly-quote ‹„›"],
    ["a[Löningen]", "expression-syntax ‹Löningen›"],
    ["a.2016", "key-in-quotes ‹2016›"],
    ["a. ", "key-in-quotes ‹.›"],
    ["a @ 31.12.2016", "day-after-at ‹31.12›"],
    ["a @ 2016-02-30", "no-such-day ‹2016-02-30›"],
    ["a @ gestern", "day-after-at ‹gestern›"],
    ["a | number", "expression-syntax ‹|›"],
    ["a; b", "expression-syntax ‹;›"],
    ["and", "expression-syntax ‹and›"],
    ["99999999999999999999", "inexact-number ‹99999999999999999999›"],
    ["(".repeat(100), "expression-depth ‹(›"],
  ])("%j is refused: %s", (text, expected) => {
    expect(tree(text)).toBe(expected);
  });

  it("may not be endless, however flat", () => {
    expect(tree(Array.from({ length: 5000 }, () => "1").join("+"))).toMatch(/^expression-length/u);
    expect(tree("-".repeat(1500))).toMatch(/^expression-depth/u);
    expect(tree(`a${" @ previous".repeat(1500)}`)).toMatch(/^expression-length/u);
  });

  it("says what it expected instead", () => {
    const { diagnostics } = parseExpression(toSource("a.md", "a b"));
    expect(diagnostics[0]?.message.de).toBe("Hier wird ein Rechenzeichen oder das Ende erwartet, nicht »b«.");
  });

  it("knows its place inside another text, and equal texts share one tree", () => {
    const source = toSource("a.md", "Es sind {{ a.b + }} und {{ c.d }} und {{ c.d }}");
    expect(parseExpression(source, 10, 17).diagnostics[0]?.span).toMatchObject({ start: 16, end: 16 });
    const first = parseExpression(source, 26, 31).value;
    const second = parseExpression(source, 40, 45).value;
    expect(first?.text).toBe(" c.d ");
    expect(second?.start).toBe(40);
    expect(second?.root).toBe(first?.root);
  });

  it("never throws, and never points outside", () => {
    const piece = fc.constantFrom(
      "a",
      ".",
      "[",
      "]",
      '"x"',
      "(",
      ")",
      ",",
      "@",
      " ",
      "2016-12-31",
      "previous",
      "+",
      "-",
      "*",
      "/",
      "<",
      "=",
      "and",
      "not",
      "1",
      "0.5",
      "sum",
      "'",
      "|",
      "ä",
      "\n",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(piece, { maxLength: 20 }).map((parts) => parts.join("")),
        ),
        (text) => {
          const { value, diagnostics } = parseExpression({ path: "a", text });
          expect(value === undefined).toBe(diagnostics.length > 0);
          for (const { span } of diagnostics) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
            expect(span.end).toBeLessThanOrEqual(Math.max(text.length, span.start + 1));
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("reads back numbers as they are printed", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e15, noNaN: true }), (value) => {
        const { value: expression } = parseExpression(toSource("a", `${value}`));
        expect(expression?.root).toMatchObject({ type: "number", value });
      }),
    );
  });

  it("reads back any tree that is written with all its brackets", () => {
    const operators = fc.constantFrom<BinaryOperator>("+", "-", "*", "/", "<", "<=", "=", "!=", ">=", ">", "and", "or");
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom("a", "b:c", "17", "'x'"),
        fc.tuple(tie("node"), operators, tie("node")).map(([l, o, r]) => `(${l} ${o} ${r})`),
        tie("node").map((operand) => `(not ${operand})`),
        tie("node").map((operand) => `(${operand} @previous)`),
        fc.array(tie("node"), { maxLength: 3 }).map((list) => `f(${list.join(", ")})`),
      ),
    }));
    fc.assert(
      fc.property(node, (printed) => {
        expect(tree(printed.replaceAll(":", "."))).toBe(printed);
      }),
      { numRuns: 500 },
    );
  });
});
