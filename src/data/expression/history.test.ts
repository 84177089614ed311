import { describe, expect, it } from "vitest";
import { toSource } from "../../source/source.ts";
import { viewOf, watch } from "../asof.ts";
import { isMissing } from "../figure.ts";
import { dataFrom } from "../testing.ts";
import { evaluateHistory } from "./evaluate.ts";
import { parseExpression } from "./parse.ts";

const data = dataFrom({
  einwohner: {
    fields: "coverage: partial",
    releases: {
      "2014-12-31": "{ kreis: 100 }",
      "2015-12-31": "{ kreis: 200, land: 1 }",
      "2016-12-31": "{ land: 2 }",
      "2017-07-01": "break: Melderegister\nvalues: { kreis: 300 }",
      "2017-12-31": "break: wieder Fortschreibung\nvalues: { kreis: 400 }",
      "2018-12-31": "{ kreis: 500 }",
    },
  },
  auslaender: {
    releases: {
      "2015-12-31": "{ kreis: 20 }",
      "2017-07-01": "{ kreis: 60 }",
      "2017-12-31": '{ kreis: "." }',
      "2018-12-31": "{ kreis: 50 }",
    },
  },
});

function history(text: string, asOf = "latest", keep?: (day: string) => boolean): { points: string; breaks: string } | string {
  const { value: expression } = parseExpression(toSource("a.md", text));
  if (expression === undefined) throw new Error("syntax");
  const { value, diagnostics } = evaluateHistory(expression, { view: viewOf(data, { asOf }), deck: new Map() }, keep);
  if (value === undefined) return diagnostics.map(({ message }) => message.code).join(" ");
  return {
    points: value.points.map(({ day, quantity: { value: x } }) => `${day} ${isMissing(x) ? x.symbol : x}`).join(", "),
    breaks: value.breaks.map(({ day, reason }) => `${day} ${reason}`).join(", "),
  };
}

describe("a value over time", () => {
  it("has a point for each release up to the deck's day that has it", () => {
    expect(history("einwohner.kreis", "2017-12-30")).toEqual({
      points: "2014-12-31 100, 2015-12-31 200, 2017-07-01 300",
      breaks: "2017-07-01 Melderegister",
    });
    expect(history("auslaender.kreis")).toMatchObject({ points: "2015-12-31 20, 2017-07-01 60, 2017-12-31 ., 2018-12-31 50" });
  });

  it("that is computed has one only where all its inputs have a release of that day", () => {
    expect(history("auslaender.kreis / einwohner.kreis", "latest", (day) => day !== "2017-12-31")).toMatchObject({
      points: "2015-12-31 0.1, 2017-07-01 0.2, 2018-12-31 0.1",
    });
    expect(history("einwohner.kreis - einwohner.kreis @ 2014-12-31", "2016-12-31")).toMatchObject({
      points: "2014-12-31 0, 2015-12-31 100",
    });
    expect(history("sum(auslaender)", "2017-07-01")).toMatchObject({ points: "2015-12-31 20, 2017-07-01 60" });
  });

  it("that looks back has no point where there is nothing before", () => {
    expect(history("change(einwohner.kreis, previous)", "2017-07-01")).toMatchObject({ points: "2015-12-31 100, 2017-07-01 100" });
    expect(history("einwohner.kreis @ previous", "2017-07-01")).toMatchObject({ points: "2015-12-31 100, 2017-07-01 200" });
  });

  it("is broken where any release since the point before is", () => {
    expect(history("einwohner.kreis", "latest", (day) => day.endsWith("-12-31"))).toEqual({
      points: "2014-12-31 100, 2015-12-31 200, 2017-12-31 400, 2018-12-31 500",
      breaks: "2017-12-31 Melderegister wieder Fortschreibung",
    });
  });

  it.each([
    ["einwoner.kreis", "unknown-dataset"],
    ["einwohner.kries", "unknown-key"],
    ["auslaender", "wrong-operand"],
    ["5 + 5", "rests-on-no-data"],
    ["einwohner.kreis @ 2014-12-31", "rests-on-no-data"],
    ["auslaender.kreis * 2", "symbol-in-arithmetic"],
  ])("%s is refused: %s", (text, code) => {
    expect(history(text)).toBe(code);
  });

  it("without a common day says so", () => {
    expect(history("auslaender.kreis + einwohner.land @ previous", "2017-07-01")).toBe("no-history");
    expect(history("einwohner.kreis", "latest", () => false)).toBe("no-history");
  });

  it("of a sum has the days that have all keys", () => {
    const ort = dataFrom({
      t: {
        fields: "coverage: partial",
        releases: { "2019-12-31": "{ a: 1 }", "2020-12-31": "{ a: 2, b: 3 }", "2021-12-31": "{ a: 4, b: 5 }", "2022-12-31": "{ b: 6 }" },
      },
      u: { fields: "coverage: partial", releases: { "2019-12-31": "{ a: 1 }", "2020-12-31": "{ b: 3 }" } },
    });
    const days = (text: string): unknown => {
      const { value: expression } = parseExpression(toSource("a.md", text));
      if (expression === undefined) throw new Error("no expression");
      const { value, diagnostics } = evaluateHistory(expression, { view: viewOf(ort, { asOf: "latest" }), deck: new Map() });
      return (
        value?.points.map(({ day, quantity }) => `${day} ${typeof quantity.value === "number" ? quantity.value : quantity.value.symbol}`) ??
        diagnostics.map(({ message }) => message.de)
      );
    };
    expect(days("sum(t)")).toEqual(["2020-12-31 5", "2021-12-31 9"]);
    expect(days("sum(u)")).toEqual([expect.stringContaining("»a«")]);
  });

  it("is read through the view", () => {
    const { value: expression } = parseExpression(toSource("a.md", "einwohner.kreis"));
    const view = watch(viewOf(data, { asOf: "latest" }));
    if (expression !== undefined) evaluateHistory(expression, { view, deck: new Map() });
    expect([...view.reads.keys()]).toEqual(["einwohner"]);
  });
});
