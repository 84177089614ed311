import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { viewOf } from "../../data/asof.ts";
import { reckoning } from "../../data/expression/functions/index.ts";
import { ask } from "../../data/testing.ts";
import { compiled, slideOf } from "../testing.ts";
import { exactBehind, exactNumber } from "./exact.ts";
import { type LedgerStep, ledgerOf } from "./ledger.ts";
import { ledgerLines } from "./ledger-words.ts";
import { stepWords } from "./steps.ts";

const noData = viewOf(new Map(), { asOf: "2021-01-01" });

/** The ledger of a slide that says this: shown texts in stars, links in brackets, level 1 indented. */
function linesOf(text: string): readonly string[] {
  return ledgerLines(ledgerOf(slideOf(text.startsWith("---") ? text : `# Titel\n\n${text}\n`))).map(({ level, parts }) => {
    const words = parts.map(({ text: part, shown, address }) =>
      shown ? `*${part}*` : address === undefined ? part : `<${part}|${address}>`,
    );
    return `${level === 0 ? "" : "  "}${words.join("")}`.replaceAll("\u00a0", "~");
  });
}

/** Without the sources. */
function bodyOf(text: string): readonly string[] {
  return linesOf(text).filter((line) => !line.startsWith("["));
}

const orte = "[1] Einwohner der Orte: Testamt, Tabelle T-1, Stichtag 31.12.2020";
const formerOrte = "[2] Einwohner der Orte: Testamt, Tabelle T-1, Stichtag 31.12.2019";
const two = "  Einwohner der Orte [1], Personen: Aurach 1.234; Bad Bühl am See 300";
const three = "  Einwohner der Orte [1], Personen: Aurach 1.234; Bad Bühl am See 300; Celle 50";

describe("the ledger", () => {
  it("names the data behind a number, with its source", () => {
    expect(linesOf("{{ orte.Aurach }} und {{ orte.Celle }}")).toEqual([
      "Einwohner der Orte [1], Personen: Aurach *1.234*; Celle *50*",
      orte,
    ]);
  });

  it("has one entry for what is shown twice in the same text, and one for each text", () => {
    const entries = ledgerOf(
      slideOf("# {{ orte.Aurach }}\n\n{{ orte.Aurach }}, {{ orte.Aurach | million(2) }}\n\nNote:\n{{ orte.Aurach }}\n"),
    );
    expect(entries.map(({ text }) => text)).toEqual(["1.234", "0,00\u00a0Mio."]);
  });

  it("says the exact number where the text rounds it", () => {
    expect(bodyOf("{{ orte.Aurach | million(2) }}")).toEqual([
      "Einwohner der Orte [1], Personen: Aurach *0,00~Mio.* (genau 1.234~Personen)",
    ]);
    expect(bodyOf("{{ amt.a | euro }}")).toEqual(["Werte eines Amtes [1], Euro: a *30~Euro*"]);
  });

  it.each([
    [
      "orte.Aurach + orte.Celle",
      "number",
      ["1.234 + 50 = *1.284*~Personen [1]", "  Einwohner der Orte [1], Personen: Aurach 1.234; Celle 50"],
    ],
    [
      "orte.Celle - orte.Aurach",
      "number",
      ["50 − 1.234 = *−1.184*~Personen [1]", "  Einwohner der Orte [1], Personen: Celle 50; Aurach 1.234"],
    ],
    ["-orte.Celle", "number", ["Celle: 0 − 50 = *−50*~Personen [1]", "  Einwohner der Orte [1], Personen: Celle 50"]],
    ["orte.Celle * 2", "number", ["Celle: 50 × 2 = *100*~Personen [1]", "  Einwohner der Orte [1], Personen: Celle 50"]],
    [
      "orte.Aurach / orte.Celle",
      "number(1)",
      ["1.234 ÷ 50 = *24,7* (genau 24,68) [1]", "  Einwohner der Orte [1], Personen: Aurach 1.234; Celle 50"],
    ],
    [
      "share(orte.Celle, orte)",
      "percent(1)",
      [
        "Celle: 50 ÷ 1.584 = *3,2~%* (ungerundet 3,1565656…~%) [1]",
        "  1.234 + 300 + 50 = 1.584~Personen",
        "  Einwohner der Orte [1], Personen: Celle 50; Aurach 1.234; Bad Bühl am See 300",
      ],
    ],
    [
      "change(orte.Aurach, previous)",
      "signed",
      [
        "Aurach: 1.234 − 1.000 = *+234*~Personen [1, 2]",
        "  Einwohner der Orte [1], Personen: Aurach 1.234",
        "  Einwohner der Orte [2], Personen: Aurach 1.000",
      ],
    ],
    [
      "change_rate(orte.Aurach, previous)",
      "percent",
      [
        "Aurach: (1.234 − 1.000) ÷ 1.000 = *23~%* (genau 23,4~%) [1, 2]",
        "  Einwohner der Orte [1], Personen: Aurach 1.234",
        "  Einwohner der Orte [2], Personen: Aurach 1.000",
      ],
    ],
    ["sum(orte)", "number", ["1.234 + 300 + 50 = *1.584*~Personen [1]", three]],
    ["mean(orte)", "number", ["(1.234 + 300 + 50) ÷ 3 = *528*~Personen [1]", three]],
    ["min(orte)", "number", ["Celle: kleinster Wert von 1.234; 300; 50 = *50*~Personen [1]", three]],
    ["max(orte)", "number", ["Aurach: größter Wert von 1.234; 300; 50 = *1.234*~Personen [1]", three]],
    ["count(orte)", "words", ["Anzahl der Werte = *drei* (genau 3) [1]", three]],
    [
      'rank(orte, "Aurach")',
      "ordinal",
      ["Aurach: Rang von 1.234 (kein Wert ist größer) = *1.* [1]", "  Einwohner der Orte [1], Personen: Aurach 1.234"],
    ],
    [
      'rank(orte, "Bad Bühl")',
      "ordinal",
      [
        "Bad Bühl am See: Rang von 300 (größer ist 1.234) = *2.* [1]",
        "  Einwohner der Orte [1], Personen: Bad Bühl am See 300; Aurach 1.234",
      ],
    ],
    ["rest(2, orte)", "number", ["1.584 − 1.234 − 300 = *50*~Personen [1]", "  1.234 + 300 + 50 = 1.584~Personen", three]],
    ["sum(top(2, orte))", "number", ["1.234 + 300 = *1.534*~Personen [1]", two]],
    ["2 * (3 - 5)", "number", ["2 × (−2) = *−4* (im Text gegeben, ohne Quelle)", "  3 − 5 = −2"]],
    ["7", "number", ["*7* (im Text gegeben, ohne Quelle)"]],
  ])("writes %s | %s out in numbers", (expression, format, lines) => {
    expect(bodyOf(`{{ ${expression} | ${format} }}`)).toEqual(lines);
  });

  it("writes only what comes out right", () => {
    const leaf = fc.constantFrom(
      "orte.Aurach",
      "orte.Celle",
      "sum(orte)",
      "change_rate(orte.Celle, orte.Aurach)",
      "mean(orte)",
      "3",
      "0.7",
    );
    const sign = fc.constantFrom("+", "-", "*", "/");
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        leaf,
        fc.tuple(tie("tree"), sign, tie("tree")).map(([a, by, b]) => `(${a} ${by} ${b})`),
      ),
    }));
    let tried = 0;
    fc.assert(
      fc.property(tree, (expression) => {
        const { value: deck } = compiled({ "01-a": `# Titel\n\n{{ ${expression} | number(9) }}\n` });
        const [slide] = deck?.slides ?? [];
        // Units that do not go together, or nothing to divide by.
        if (slide === undefined) return;
        for (const { steps } of ledgerOf(slide)) {
          for (const step of steps) {
            const written = stepWords(step, ".").replaceAll(".", "").replaceAll(",", ".").replaceAll("…", "");
            const again = Number.parseFloat(ask(written.replaceAll("−", "-").replaceAll("×", "*").replaceAll("÷", "/"), noData));
            tried += 1;
            expect(Math.abs(again - Number(step.value))).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(Number(step.value))));
          }
        }
      }),
    );
    expect(tried).toBeGreaterThan(50);
  });

  it("knows each function that gives a number", () => {
    // What as_of gives has been worked out by others.
    const wordsOnly = new Set(["as_of", "label", "name", "source", "stichtag", "top"]);
    for (const name of reckoning.keys()) {
      if (wordsOnly.has(name)) continue;
      const step: LedgerStep = {
        id: 1,
        operation: name,
        expression: `${name}(…)`,
        inputs: [
          { value: 1, unit: "" },
          { value: 2, unit: "" },
        ],
        value: 3,
        unit: "",
      };
      expect(stepWords(step, ".")).not.toContain("(…)");
    }
  });

  it("counts what is too long to be written out, and brackets what is negative", () => {
    const inputs = Array.from({ length: 13 }, () => ({ value: -1, unit: "" }));
    const step: LedgerStep = { id: 1, operation: "sum", expression: "", inputs, value: -13, unit: "" };
    expect(stepWords(step, ".")).toBe("Summe von 13 Werten");
    expect(stepWords({ ...step, inputs: inputs.slice(0, 3) }, ".")).toBe("−1 + (−1) + (−1)");
  });

  it("does not say again what another line says", () => {
    expect(
      bodyOf("{{ share(orte.Celle, orte) | percent(1) }}, {{ share(orte.Aurach, orte) | percent(1) }}, {{ sum(orte) }}, {{ orte.Celle }}"),
    ).toEqual([
      "Celle: 50 ÷ 1.584 = *3,2~%* (ungerundet 3,1565656…~%) [1]",
      "  Einwohner der Orte [1], Personen: Aurach 1.234; Bad Bühl am See 300",
      "Aurach: 1.234 ÷ 1.584 = *77,9~%* (ungerundet 77,904040…~%) [1]",
      "1.234 + 300 + 50 = *1.584*~Personen [1]",
      "Einwohner der Orte [1], Personen: Celle *50*",
    ]);
  });

  it("says signs as they are, and what they mean", () => {
    const lines = linesOf(
      "---\nlayout: chart\n---\n# Titel\n\n```table\ndata: amt\ncolumns: [{ header: Sache }, { header: Wert, data: amt, format: number }]\n```\n",
    );
    expect(lines).toEqual([
      "Werte eines Amtes [1], Euro: a *30*; b *.*; c *-*",
      "[1] Werte eines Amtes: <Landesamt, Tabelle 77-1|https://amt.example/77-1>, Stichtag 30.06.2020, vorläufig; Lizenz <dl-de/by-2-0|https://lizenz.example>",
      "Zeichen: „.“ Zahlenwert unbekannt, geheim zu halten oder nicht zu errechnen; „-“ nichts vorhanden (genau null)",
    ]);
  });

  it("reckons with a sign that is exactly zero, and says so", () => {
    expect(bodyOf("{{ amt.a + amt.c }}")).toEqual([
      "30 + 0 = *30*~Euro [1]",
      "  Werte eines Amtes [1], Euro: a 30; c -",
      "Zeichen: „-“ nichts vorhanden (genau null)",
    ]);
  });

  it("names each release of a comparison", () => {
    expect(linesOf("{{ change(orte.Aurach, previous) | signed }}").slice(-2)).toEqual([orte, formerOrte]);
  });

  it("says a number once, in all the texts that show it", () => {
    expect(bodyOf("{{ amt.a | euro }}, {{ orte.Celle }}, {{ amt.a | number }}, {{ orte.Celle | million(2) }}, {{ orte.Celle }}")).toEqual([
      "Werte eines Amtes [1], Euro: a *30~Euro*, auch *30*",
      "Einwohner der Orte [2], Personen: Celle *50*, auch *0,00~Mio.*",
    ]);
    const share = "share(orte.Celle, orte)";
    expect(bodyOf(`{{ ${share} | percent }}, {{ ${share} | percent(1) }}`)[0]).toBe(
      "Celle: 50 ÷ 1.584 = *3~%*, auch *3,2~%* (ungerundet 3,1565656…~%) [1]",
    );
    // Reckoned alike with what has the same value: the largest is Aurach.
    expect(bodyOf("{{ orte.Aurach * 2 }}, {{ max(orte) * 2 | number(1) }}")).toEqual([
      "Aurach: 1.234 × 2 = *2.468*, auch *2.468,0*~Personen [1]",
      "  Aurach: größter Wert von 1.234; 300; 50 = 1.234~Personen",
      three,
    ]);
    expect(bodyOf("{{ 7 }} und {{ 7 | words }}")).toEqual(["*7*, auch *sieben* (im Text gegeben, ohne Quelle)"]);
  });

  it("has the figures of charts too", () => {
    const texts = ledgerOf(slideOf("---\nlayout: chart\n---\n# Titel\n\n```chart\nkind: bar\ndata: orte\n```\n")).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["1.234", "300", "50"]));
  });
});

describe("exactNumber", () => {
  it.each([
    [17135, 0, "17.135"],
    [-0.5, 0, "−0,5"],
    [0, 0, "0"],
    [1 / 3, 0, "0,33333333…"],
    [0.0997130636, 2, "9,97130636"],
    [17135 / 171843, 2, "9,9713110…"],
    [1e21, 0, "1.000.000.000.000.000.000.000"],
    [1e-7, 0, "0,0000001"],
    [123456789.125, 0, "123.456.789,125"],
    [2 / 3, 3, "666,66666…"],
  ])("%d · 10^%d is %s", (value, shift, text) => {
    expect(exactNumber(value, ".", shift)).toBe(text);
  });

  it("has every digit, or the first ones and says so", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        const text = exactNumber(value, ".");
        const read = Number(text.replaceAll(".", "").replace("−", "-").replace(",", ".").replace("…", ""));
        if (text.endsWith("…")) expect(Math.abs(read - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-7);
        else expect(read === value).toBe(true);
      }),
    );
  });

  it("is said beside a text only if that says less", () => {
    expect(exactBehind("17.135", "number", 17135, "Personen", ".")).toBeUndefined();
    expect(exactBehind("17\u202f135", "number", 17135, "Personen", "\u202f")).toBeUndefined();
    expect(exactBehind("+5,0", "signed(1)", 5, "", ".")).toBeUndefined();
    expect(exactBehind("½", "fraction", 0.5, "Stellen", ".")).toBe("0,5\u00a0Stellen");
    expect(exactBehind("+1,2\u00a0Prozentpunkte", "points(1)", 0.0123, "", ".")).toBe("1,23\u00a0Prozentpunkte");
    expect(exactBehind("1\u00a0Mio.", "million", 1, "", ".")).toBe("1");
  });
});
