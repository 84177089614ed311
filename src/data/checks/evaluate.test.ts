import { describe, expect, it } from "vitest";
import { toSource } from "../../source/source.ts";
import { readData } from "../read.ts";
import { type CheckReport, evaluateChecks } from "./evaluate.ts";

const head = (fields: string): string => `title: t
unit: Personen
key: Gebiet
definition: d
source: { provider: p }
${fields}`;

/** Evaluates the newest release of `data/a` against those before it. */
function evaluate(fields: string, releases: Readonly<Record<string, string>>, others: Readonly<Record<string, string>> = {}): CheckReport {
  const sources = [
    toSource("data/a/dataset.yaml", head(fields)),
    ...Object.entries(releases).map(([day, values]) => toSource(`data/a/${day}.yaml`, `stichtag: ${day}\nvalues: ${values}\n`)),
    ...Object.entries(others).map(([path, text]) => toSource(`data/${path}`, text)),
  ];
  const { value } = readData(sources);
  const dataset = value?.get("a");
  const [now, ...before] = dataset?.releases.toReversed() ?? [];
  if (dataset === undefined || now === undefined) throw new Error("There is no release.");
  return evaluateChecks({ dataset, stichtag: now.stichtag, values: now.values, before, data: value ?? new Map() });
}

function told({ faults, objections }: CheckReport): readonly string[] {
  return [...faults, ...objections].map(({ message }) => message.code);
}

const german = (report: CheckReport): readonly string[] => [...report.faults, ...report.objections].map(({ message }) => message.de);
const unchecked = (report: CheckReport): readonly string[] => report.unchecked.map(({ de }) => de);

/** A value that was 60 and may change by a tenth, and one too small to count. */
function changed(now: number): readonly string[] {
  const checks = "checks: { change: { share: 0.1, from: 50 } }";
  return told(evaluate(checks, { "2023-12-31": "{ a: 60, b: 10 }", "2024-12-31": `{ a: ${now}, b: 40 }` }));
}

function afterFourYears(now: string): CheckReport {
  return evaluate("checks: { change: 0.1 }", { "2020-12-31": "{ a: 1000, b: 1000 }", "2024-12-31": now });
}

function rounded(total: number): CheckReport {
  return evaluate("total: g\nadditivity: rounded", { "2024-12-31": `{ a: 1000, b: 2000, g: ${total} }` });
}

describe("keys", () => {
  it("are all there and known, in complete datasets", () => {
    const report = evaluate("keys: [Essen, Garrel, Bösel]", { "2024-12-31": "{ Essen: 100, Garel: 7 }" });
    expect(report.objections).toEqual([]);
    expect(german(report)).toEqual([
      "»Garel« steht nicht unter keys in dataset.yaml. Gemeint ist vielleicht »Garrel«.",
      "Es fehlen »Garrel« und »Bösel«, obwohl jeder Stand des Datensatzes vollständig sein soll.",
    ]);
  });

  it("may come singly in partial ones", () => {
    expect(told(evaluate("keys: [Essen, Garrel]\ncoverage: partial", { "2024-12-31": "{ Essen: 100 }" }))).toEqual([]);
  });

  it("that are not declared do not vanish unseen", () => {
    const report = evaluate("", { "2023-12-31": "{ männlich: 10, weiblich: 20 }", "2024-12-31": "{ weiblich: 20 }" });
    expect(german(report)).toEqual(["Es fehlt »männlich«, im Stand vom 31.12.2023 noch vorhanden."]);
  });

  it("of inner levels come and go singly, but not by the dozen", () => {
    const last = "{ x: { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10 } }";
    const of = (now: string): CheckReport => evaluate("", { "2023-12-31": last, "2024-12-31": now });
    expect(told(of("{ x: { a: 2, b: 3, c: 4, d: 5, e: 6, f: 7, g: 8, h: 9 } }"))).toEqual([]);
    expect(german(of("{ x: { a: 2, b: 3, c: 4, d: 5, e: 6 } }"))).toEqual([
      "Von 10 Werten des Standes vom 31.12.2023 fehlen 5, zum Beispiel »x / f«, »x / g« und »x / h«.",
    ]);
  });

  it("keep their levels", () => {
    expect(told(evaluate("", { "2023-12-31": "{ x: { a: 1 }, y: 2 }", "2024-12-31": "{ x: 1, y: { a: 2 } }" }))).toEqual([
      "check-shape",
      "check-shape",
      "check-values-vanished",
    ]);
  });
});

describe("values", () => {
  it("are not all the same symbol, nor all zero", () => {
    expect(german(evaluate("", { "2024-12-31": '{ a: "-", b: "-", c: { d: "-" } }' }))).toEqual([
      "Alle 3 Werte sind »-«: eine ganze Statistik ohne Zahl ist kaum eine echte Null.",
    ]);
    expect(told(evaluate("", { "2024-12-31": "{ a: 0, b: 0 }" }))).toEqual(["check-all-the-same"]);
    expect(told(evaluate("", { "2024-12-31": "{ a: 7, b: 7 }" }))).toEqual([]);
    expect(told(evaluate("", { "2024-12-31": '{ a: "-", b: "." }' }))).toEqual([]);
  });

  it("lie in their range, ends included", () => {
    const report = evaluate("checks: { range: [0, 1000] }", { "2024-12-31": "{ a: -1, b: 1000.0, c: 1234567, d: 0 }" });
    expect(german(report)).toEqual(["»a« ist −1, zulässig ist von 0 bis 1.000.", "»c« ist 1.234.567, zulässig ist von 0 bis 1.000."]);
    expect(report.objections[0]?.span.source.text.slice(report.objections[0].span.start, report.objections[0].span.end)).toBe("-1");
  });

  it("that count persons are whole", () => {
    const report = evaluate("keys: { a: {}, b: { unit: Euro } }", { "2024-12-31": "{ a: 17.1350, b: 2.5 }" });
    expect(german(report)).toEqual(["»a« ist 17,135: Personen werden in ganzen Zahlen gezählt."]);
  });

  it("that are rounded are multiples", () => {
    expect(german(evaluate("additivity: rounded", { "2024-12-31": "{ a: 25, b: 26691 }" }))).toEqual([
      "»b« ist 26.691 und damit kein Vielfaches von 5, auf das der Datensatz gerundet ist.",
    ]);
    expect(told(evaluate("additivity: rounded\nchecks: { rounded_to: 0.1 }", { "2024-12-31": "{ a: 3 }" }))).toEqual([]);
  });
});

describe("change", () => {
  it("is by half at most, from 100 on, where the dataset says nothing", () => {
    const report = evaluate("", { "2023-12-31": "{ a: 100, b: 99, c: 1000, d: 1000 }", "2024-12-31": "{ a: 151, b: 1, c: 500, d: 499 }" });
    expect(german(report)).toEqual([
      "»a« war am 31.12.2023 100 und ist jetzt 151 (+51 %); plausibel ist eine Änderung um höchstens 50 %.",
      "»d« war am 31.12.2023 1.000 und ist jetzt 499 (−50,1 %); plausibel ist eine Änderung um höchstens 50 %.",
    ]);
  });

  it("is what the dataset says", () => {
    expect(changed(66)).toEqual([]);
    expect(changed(67)).toEqual(["check-change"]);
    expect(changed(54)).toEqual([]);
  });

  it("may be more between Stichtage that are years apart", () => {
    // Up 10 % a year, down to 0.9 to the fourth.
    expect(told(afterFourYears("{ a: 1400, b: 657 }"))).toEqual([]);
    expect(german(afterFourYears("{ a: 1401, b: 656 }"))).toEqual([
      "»a« war am 31.12.2020 1.000 und ist jetzt 1.401 (+40,1 %); plausibel ist in 4 Jahren eine Änderung um höchstens 40 %.",
      "»b« war am 31.12.2020 1.000 und ist jetzt 656 (−34,4 %); plausibel ist in 4 Jahren eine Änderung um höchstens 34,4 %.",
    ]);
  });

  it("takes a number that becomes a symbol for one, and a symbol that is zero for a number", () => {
    const report = evaluate("", { "2023-12-31": '{ a: 500, b: 500, c: ".", d: 20 }', "2024-12-31": '{ a: ".", b: "-", c: 900, d: "." }' });
    expect(german(report)).toEqual([
      "»a« war am 31.12.2023 500 und ist jetzt ».«; plausibel ist eine Änderung um höchstens 50 %.",
      "»b« war am 31.12.2023 500 und ist jetzt »-«; plausibel ist eine Änderung um höchstens 50 %.",
    ]);
  });

  it("is looked for in the newest release that has the key, in partial datasets", () => {
    const report = evaluate("coverage: partial", { "2022-12-31": "{ a: 100 }", "2023-12-31": "{ b: 1 }", "2024-12-31": "{ a: 1000 }" });
    expect(german(report)).toEqual([
      "»a« war am 31.12.2022 100 und ist jetzt 1.000 (+900 %); plausibel ist in 2 Jahren eine Änderung um höchstens 100 %.",
    ]);
  });

  it("cannot be checked in a first release", () => {
    expect(unchecked(evaluate("", { "2024-12-31": "{ a: 1 }" }))).toEqual(["Änderungen nicht geprüft: Es gibt keinen früheren Stand."]);
  });
});

describe("sums", () => {
  const day = "2024-12-31";

  it("of exact counts are equal, in decimal notation", () => {
    expect(told(evaluate("total: g", { [day]: "{ a: 1, b: 2, g: 3 }" }))).toEqual([]);
    expect(german(evaluate("total: g", { [day]: "{ a: 1000, b: 2, g: 1003 }" }))).toEqual([
      "Die 2 Teile von »g« ergeben zusammen 1.002 statt 1.003 (Unterschied −1).",
    ]);
    expect(told(evaluate("total: g", { [day]: "{ a: 0.1, b: 0.2, g: 0.3 }" }))).not.toContain("check-sum");
  });

  it("of rounded counts are as near as rounding makes them", () => {
    expect(told(rounded(3005))).toEqual([]);
    expect(told(rounded(2995))).toEqual([]);
    expect(german(rounded(3010))).toEqual([
      "Die 2 Teile von »g« ergeben zusammen 3.000 statt 3.010 (Unterschied −10; durch Rundung erklärbar sind höchstens 7,5).",
    ]);
  });

  it.each(["cell-key", "sample"])("of %s results cannot be checked, which is said", (additivity) => {
    const report = evaluate(`total: g\nadditivity: ${additivity}`, { [day]: "{ a: 1, b: 2, g: 99 }" });
    expect(told(report)).toEqual([]);
    expect(unchecked(report)[1]).toMatch(/^Summen nicht geprüft: /u);
  });

  it("with a symbol in them cannot be checked, unless it is exactly zero", () => {
    const report = evaluate("total: g", { [day]: '{ a: 1, b: ".", g: 99 }' });
    expect(told(report)).toEqual([]);
    expect(unchecked(report)).toContain("Summe »g« nicht geprüft: »b« ist ».«.");
    expect(told(evaluate("total: g", { [day]: '{ a: 1, b: "-", g: 2 }' }))).toEqual(["check-sum"]);
    expect(told(evaluate("total: g", { [day]: '{ a: 1, b: "-", g: 1 }' }))).toEqual([]);
  });

  it("are made leaf by leaf, at each level that has the total", () => {
    const report = evaluate("total: g", { [day]: "{ g: { x: 3, y: 7, g: 10 }, m: { x: 1, y: 3, g: 4 }, w: { x: 2, y: 3, g: 6 } }" });
    expect(german(report)).toEqual([
      "Die 2 Teile von »g / y« ergeben zusammen 6 statt 7 (Unterschied −1).",
      "Die 2 Teile von »w / g« ergeben zusammen 5 statt 6 (Unterschied −1).",
    ]);
  });

  it("say where a part is not there", () => {
    const report = evaluate("total: g", { [day]: "{ g: { x: 3, y: 4, z: 5 }, m: { x: 1 }, w: { x: 2, y: 4, z: 5 } }" });
    expect(told(report)).toEqual([]);
    expect(unchecked(report)).toContain("Summe »g / y« nicht geprüft: »m / y« gibt es nicht (ebenso 1 weitere Summe).");
  });

  it("by a rule take the place of the total's own, since other keys may overlap", () => {
    const rule = "total: g\nchecks: { sums: [{ total: [g], parts: [a, b] }] }";
    expect(told(evaluate(rule, { [day]: "{ a: 1, b: 2, c: 2, g: 3 }" }))).toEqual([]);
    expect(told(evaluate(rule, { [day]: "{ a: 1, b: 3, c: 2, g: 3 }" }))).toEqual(["check-sum"]);
  });

  it("by a rule below the total's key", () => {
    const rule = "checks: { sums: [{ total: [g, x], parts: [m, w] }] }";
    const of = (x: number): readonly string[] =>
      told(evaluate(rule, { [day]: `{ g: { x: ${x}, y: 99 }, m: { x: 1, y: 1 }, w: { x: 2, y: 1 } }` }));
    expect(of(3)).toEqual([]);
    expect(of(4)).toEqual(["check-sum"]);
  });

  it("are held against another dataset of the same Stichtag, by both datasets' rounding", () => {
    const other = (total: number): Readonly<Record<string, string>> => ({
      "b/dataset.yaml": head("coverage: partial"),
      [`b/${day}.yaml`]: `stichtag: ${day}\nvalues: { kreis: 1 }\n`,
      [`b/${day}.2025-06-01.yaml`]: `stichtag: ${day}\nknown_on: 2025-06-01\nvalues: { kreis: ${total} }\n`,
      [`b/${day}.2025-07-01.yaml`]: `stichtag: ${day}\nknown_on: 2025-07-01\nvalues: { land: 5 }\n`,
    });
    const rule = "checks: { sums: [{ total: b.kreis, parts: all }] }";
    expect(told(evaluate(rule, { [day]: "{ a: 1, c: 2 }" }, other(3)))).toEqual([]);
    expect(german(evaluate(rule, { [day]: "{ a: 1, c: 2 }" }, other(4)))).toEqual([
      "Die 2 Teile von »b / kreis« ergeben zusammen 3 statt 4 (Unterschied −1).",
    ]);
    const roundedOther = { ...other(5), "b/dataset.yaml": head("coverage: partial\nadditivity: rounded") };
    expect(told(evaluate(rule, { [day]: "{ a: 1, c: 2 }" }, roundedOther))).toEqual([]);
    const report = evaluate(rule, { "2025-12-31": "{ a: 1, c: 2 }" }, other(4));
    expect(told(report)).toEqual([]);
    expect(unchecked(report)).toContain("Summe nicht mit »b / kreis« verglichen: Zum 31.12.2025 gibt es dort keinen Wert.");
  });

  it("say where a rule names what is not there", () => {
    expect(german(evaluate("checks: { sums: [{ total: [gesammt], parts: [a, x] }] }", { [day]: "{ a: 1, gesamt: 3 }" }))).toEqual([
      "Die Summenprüfung nennt »gesammt«, das es hier nicht gibt. Gemeint ist vielleicht »gesamt«.",
    ]);
    expect(told(evaluate("checks: { sums: [{ total: [g], parts: [a, x] }] }", { [day]: "{ a: 1, g: 3 }" }))).toEqual(["check-sum-key"]);
    expect(told(evaluate("checks: { sums: [{ total: bb.kreis, parts: all }] }", { [day]: "{ a: 1 }" }))).toEqual(["check-sum-dataset"]);
  });
});
