/** Bars, groups and stacks as PowerPoint's own charts. */

import { describe, expect, test } from "vitest";
import { awkward, groups, many, rankingOfTwo } from "../../../../chart/testing/briefing.ts";
import { valueOf } from "../../../../chart/numbers.ts";
import { figure, unknown } from "../../../../chart/testing/make.ts";
import { colour } from "../../template/colour.ts";
import { child, childrenOf, descendants, textOf, type XmlElement } from "../../xml/tree.ts";
import { bars, cacheOf, plotsOf, seriesOf, sheetsOf, val, write, writeOne } from "../testing.ts";

function fillOf(node: XmlElement): XmlElement | undefined {
  return descendants(child(node, "c:spPr") ?? node, "a:schemeClr")[0];
}

function endsOf(chart: XmlElement): readonly (string | undefined)[] {
  return ["c:min", "c:max"].map((end) => val(descendants(chart, "c:valAx")[0], "c:scaling", end));
}

describe("bars", () => {
  const { root } = writeOne(rankingOfTwo);
  const [series] = seriesOf(root);
  if (series === undefined) throw new Error("no series");

  test("run from top to bottom in the deck's order, from zero", () => {
    const [axis] = descendants(root, "c:catAx");
    expect(val(axis, "c:scaling", "c:orientation")).toBe("maxMin");
    expect(val(plotsOf(root)[0], "c:barDir")).toBe("bar");
    expect(val(descendants(root, "c:valAx")[0], "c:scaling", "c:min")).toBe("0");
    expect(cacheOf(series, "c:cat")).toEqual(rankingOfTwo.categories.map(({ label }) => label));
    expect(cacheOf(series, "c:val")).toEqual(rankingOfTwo.series[0]?.values.map((each) => String(valueOf(each))));
  });

  test("show the highlight in its colour, others calm, the rest grey", () => {
    expect(fillOf(series)).toEqual(colour("calm"));
    expect(childrenOf(series, "c:dPt").map((point) => [val(point, "c:idx"), fillOf(point)])).toEqual([
      ["0", colour("blue")],
      ["1", colour("blue")],
      ["15", colour("rest")],
    ]);
  });

  test("keep negative values' colour, signs and gaps", async () => {
    const written = writeOne(awkward);
    const [own] = seriesOf(written.root);
    if (own === undefined) throw new Error("no series");
    expect(val(own, "c:invertIfNegative")).toBe("0");
    expect(cacheOf(own, "c:val")).toEqual(["1234", undefined, "-730", "0", "12"]);
    expect(val(child(written.root, "c:chart"), "c:dispBlanksAs")).toBe("gap");
    // "-" is a zero that is written so; what is missing is told on top of the chart.
    expect(descendants(own, "c:dLbl").map((label) => [val(label, "c:idx"), descendants(label, "a:t").map(textOf)])).toEqual([["3", ["-"]]]);
    expect(written.drawing === undefined ? [] : descendants(written.drawing, "a:t").map(textOf)).toEqual([
      "·  unbekannt oder geheim zu halten",
    ]);
    const source = (await sheetsOf(written.workbook)).get("Quelle");
    expect(source).toContainEqual(["·", "unbekannt oder geheim zu halten"]);
    expect(source).toContainEqual(["·", "Kein Wert vorhanden"]);
  });

  test("grow with the data where none is negative; else both ends are fixed, so that signs stand at zero", async () => {
    const growing = writeOne(bars(["A", "B"], [figure(400), figure(1034)]));
    expect(endsOf(growing.root)).toEqual(["0", undefined]);
    // The next step above 1,034 is near.
    expect(val(descendants(growing.root, "c:valAx")[0], "c:majorUnit")).toBe("50");
    const fixed = writeOne(bars(["A", "B", "C"], [figure(-250), figure(1000), figure(unknown)]));
    const [min, max] = endsOf(fixed.root).map(Number);
    expect(max).toBe(1000);
    // Left of the bar its number has room.
    expect(min).toBeLessThan(-250);
    const [plot] = descendants(fixed.root, "c:plotArea").flatMap((area) => descendants(area, "c:manualLayout"));
    const [x, width] = [Number(val(plot, "c:x")), Number(val(plot, "c:w"))];
    const [sign] = descendants(fixed.drawing ?? fixed.root, "cdr:x").map((node) => Number(textOf(node)));
    const zero = x + (width * -(min ?? 0)) / ((max ?? 0) - (min ?? 0));
    expect(((sign ?? 0) - zero) * 1136).toBeCloseTo(6, 0);
    expect((await sheetsOf(fixed.workbook)).get("Quelle")).toContainEqual([
      "Wertachse",
      expect.stringMatching(/^Die Achse der Werte reicht fest von −\d+(,\d)? bis 1\.000\. /),
    ]);
  });

  test("have names of any kind, equal ones too", () => {
    const labels = ["Löningen & <b>", '"Süd"', "=1+1", "Ort", "Ort", "\u0007Glocke", "😀"];
    const [own] = seriesOf(
      writeOne(
        bars(
          labels,
          labels.map((_, i) => figure(i + 1)),
        ),
      ).root,
    );
    if (own === undefined) throw new Error("no series");
    expect(cacheOf(own, "c:cat")).toEqual(["Löningen & <b>", '"Süd"', "=1+1", "Ort", "Ort", "Glocke", "😀"]);
  });

  test("may be one alone", () => {
    const [own] = seriesOf(writeOne(bars(["Nur"], [figure(7)])).root);
    expect(own === undefined ? [] : cacheOf(own, "c:val")).toEqual(["7"]);
  });

  test("may lack every value", async () => {
    const written = writeOne(bars(["A", "B"], [figure(unknown), figure(unknown)]));
    const [own] = seriesOf(written.root);
    expect(own === undefined ? [] : cacheOf(own, "c:val")).toEqual([undefined, undefined]);
    expect((await sheetsOf(written.workbook)).get("Daten")).toEqual([
      ["Kategorie", "Personen"],
      ["A", null],
      ["B", null],
    ]);
  });

  test("of sixty stand in columns on one scale, each a chart", async () => {
    const written = write(many(60));
    expect(written?.frame.name).toBe("p:grpSp");
    const roots = written?.charts ?? [];
    expect(roots).toHaveLength(4);
    expect(roots.flatMap(({ root: each }) => seriesOf(each).flatMap((own) => cacheOf(own, "c:cat")))).toEqual(
      many(60).categories.map(({ label }) => label),
    );
    expect(new Set(roots.map(({ root: each }) => val(descendants(each, "c:valAx")[0], "c:scaling", "c:max"))).size).toBe(1);
    const frames = written === undefined ? [] : descendants(written.frame, "p:cNvPr");
    expect(frames.map(({ attributes }) => attributes["name"])).toEqual([
      "Viele",
      "Untertitel",
      "Viele (1 von 4)",
      "Viele (2 von 4)",
      "Viele (3 von 4)",
      "Viele (4 von 4)",
    ]);
    expect(new Set(frames.map(({ attributes }) => attributes["id"])).size).toBe(6);
  });
});

describe("a chart of several series", () => {
  test("may have one without any value", () => {
    const chart = groups("grouped", "vertical");
    const empty = { key: "e", label: "Ohne", colour: "series-4" as const, values: chart.categories.map(() => figure(unknown)) };
    const all = seriesOf(writeOne({ ...chart, series: [...chart.series, empty] }).root);
    expect(all).toHaveLength(4);
    expect(all[3] === undefined ? [] : cacheOf(all[3], "c:val")).toEqual([undefined, undefined, undefined]);
  });

  test("may have two of one name, told apart in the workbook", async () => {
    const chart = groups("stacked", "horizontal");
    const twice = chart.series.map((series) => Object.assign({}, series, { label: "Männer" }));
    const written = writeOne({ ...chart, series: twice });
    expect(seriesOf(written.root).flatMap((series) => cacheOf(series, "c:tx"))).toEqual(["Männer", "Männer (2)", "Männer (3)"]);
    expect((await sheetsOf(written.workbook)).get("Daten")?.[0]).toEqual(["Kategorie", "Männer", "Männer (2)", "Männer (3)"]);
  });

  test("to 100 % plots shares, reckoned from the counts beside them; a pile with a gap is empty", async () => {
    const written = writeOne(groups("percent", "vertical"));
    const [first] = seriesOf(written.root);
    const whole = 7120 + 5890 + 1410;
    expect(first === undefined ? [] : cacheOf(first, "c:val")).toEqual([
      String(7120 / whole),
      undefined,
      String(8920 / (8920 + 7110 + 1910)),
    ]);
    expect((await sheetsOf(written.workbook)).get("Daten")?.slice(0, 2)).toEqual([
      [
        "Kategorie",
        "Männer",
        "Frauen",
        "Kinder unter 6 Jahren",
        "Männer (Personen)",
        "Frauen (Personen)",
        "Kinder unter 6 Jahren (Personen)",
      ],
      ["2015", 7120 / whole, 5890 / whole, 1410 / whole, 7120, 5890, 1410],
    ]);
  });
});
