/** What a drawing must say, kind by kind: lengths, distances, gaps, colours, readings. `layout.test.ts` holds all to their box. */

import { describe, expect, test } from "vitest";
import { colours } from "../../theme/tokens.ts";
import type { CircleMark, GroupMark, LineMark, Mark, RectMark, Scene, TextMark } from "../scene/scene.ts";
import { canvasType, type Frame, layoutChart, phoneType } from "./layout.ts";
import { classify } from "./classes.ts";
import type { CategoryChart, Chart, MapChart, Shape, TimeChart } from "./model.ts";
import { dayNumber } from "./numbers.ts";
import { contrast, legibleOn, textOn } from "./paint.ts";
import { textExtent } from "../scene/marks.ts";
import { meets } from "./polygon.ts";
import {
  awkward,
  crossSection,
  decree,
  groups,
  many,
  manyParts,
  municipalitiesOverTime,
  networks,
  population,
  quota,
  ranking,
  rankingOfTwo,
  refugees,
} from "./testing/briefing.ts";
import { base, category, figure, unknown } from "./testing/make.ts";
import { readingsOf, textsOf } from "./testing/inspect.ts";

const frame: Frame = { width: 1136, height: 392, ...canvasType };

function draw(chart: Chart, box: Frame = frame): Scene {
  return layoutChart(chart, box);
}

/** All marks of a type below a group whose key begins so. */
function find<T extends Mark["type"]>(
  scene: { readonly marks: readonly Mark[] },
  type: T,
  key = "",
): readonly Extract<Mark, { type: T }>[] {
  const hit = (mark: Mark): mark is Extract<Mark, { type: T }> => mark.type === type;
  return scene.marks.flatMap((mark) => {
    const below = mark.type === "group" ? find(mark, type, mark.key.startsWith(key) ? "" : key) : [];
    return hit(mark) && (key === "" || mark.key.startsWith(key)) ? [mark, ...below] : below;
  });
}

function groupOf(scene: Scene, key: string): GroupMark {
  const found = find(scene, "group", key).find((mark) => mark.key === key);
  if (found === undefined) throw new Error(`no group ${key}`);
  return found;
}

function barOf(scene: Scene, key: string): RectMark | undefined {
  return find(groupOf(scene, key), "rect").find((mark) => mark.key === "bar");
}

describe("bars", () => {
  test("begin at zero and are as long as their values", () => {
    const scene = draw(ranking());
    const [first, second] = [barOf(scene, "datum:Rumänien"), barOf(scene, "datum:Polen")];
    expect((second?.width ?? 0) / (first?.width ?? 1)).toBeCloseTo(3395 / 3714, 6);
    expect(new Set(find(scene, "rect").map((bar) => bar.x)).size).toBe(1);
  });

  test("a negative one grows left from the common zero, a missing one is a symbol with its meaning and no bar", () => {
    const scene = draw(awkward);
    const [plus, minus] = [barOf(scene, "datum:Zuwachs"), barOf(scene, "datum:Rückgang")];
    expect((minus?.x ?? 0) + (minus?.width ?? 0)).toBeCloseTo(plus?.x ?? -1, 6);
    expect([plus?.grow, minus?.grow]).toEqual(["right", "left"]);
    const missing = groupOf(scene, "datum:Kein Wert vorhanden");
    expect(find(missing, "rect")).toEqual([]);
    expect(find(missing, "text").map((mark) => mark.text)).toEqual(["Kein Wert vorhanden", "·", "unbekannt oder geheim zu halten"]);
    expect(missing.reading).toBe("Kein Wert vorhanden: · (unbekannt oder geheim zu halten)");
    expect(barOf(scene, "datum:Genau null")?.width).toBe(0);
  });

  test("one highlight, the rest calm; the remainder grey and last", () => {
    const bars = find(draw(rankingOfTwo), "rect");
    expect(bars.map((bar) => bar.fill)).toEqual(["blue", "blue", ...Array.from({ length: 13 }, () => "calm"), "rest"]);
    expect(find(draw(ranking()), "rect")[5]?.fill).toBe("blue");
  });

  test("sixteen rows stand in one column on a slide; sixty in several, all on one scale", () => {
    expect(
      new Set(
        find(draw(ranking()), "text", "datum")
          .filter((mark) => mark.key === "label")
          .map((mark) => mark.x),
      ).size,
    ).toBe(1);
    const scene = draw(many(60), { ...frame, height: 400 });
    expect(scene.height).toBe(400);
    const labels = find(scene, "text", "datum").filter((mark) => mark.key === "label");
    expect(new Set(labels.map((mark) => mark.x)).size).toBe(4);
    const [first, last] = [find(scene, "rect")[0], find(scene, "rect").at(-1)];
    expect((last?.width ?? 0) / (first?.width ?? 1)).toBeCloseTo(150 / 9000, 6);
  });

  test("numbers are right-aligned in one column", () => {
    const numbers = find(draw(ranking()), "text").filter((mark) => mark.key === "value");
    expect(new Set(numbers.map((mark) => mark.x)).size).toBe(1);
    expect(numbers.every((mark) => mark.anchor === "end")).toBe(true);
  });

  test("the numbers stand close beside names that were broken", () => {
    const three = ranking(() => "plain", 3);
    const long = "Asylbewerberinnen und Asylbewerber";
    const named = three.categories.map((each, i) => (i === 0 ? category(long) : each));
    const scene = draw({ ...three, categories: named }, { ...frame, width: 500 });
    const texts = find(scene, "text", "datum");
    const names = texts.filter((mark) => mark.key.startsWith("label")).map((mark) => textExtent(mark).right);
    const numbers = texts.filter((mark) => mark.key === "value").map((mark) => textExtent(mark).left);
    expect(Math.min(...numbers) - Math.max(...names)).toBeLessThan(20);
  });

  test("what does not fit makes the scene higher, and says how high", () => {
    expect(draw(many(60), { ...frame, width: 358, height: 300, ...phoneType }).height).toBeGreaterThan(900);
  });
});

describe("columns", () => {
  test("stand on one line and are as high as their values", () => {
    const scene = draw({ ...ranking(() => "plain", 5), kind: "column", orientation: "vertical" });
    const bars = find(scene, "rect");
    expect(new Set(bars.map((bar) => Math.round(bar.y + bar.height))).size).toBe(1);
    expect((bars[1]?.height ?? 0) / (bars[0]?.height ?? 1)).toBeCloseTo(3395 / 3714, 6);
  });

  test("lie down where names do not fit below them", () => {
    const scene = draw({ ...ranking(), kind: "column", orientation: "vertical" });
    expect(scene).toEqual(draw(ranking()));
  });

  test("a gap is outlined, with its symbol", () => {
    const gap = groupOf(draw({ ...awkward, kind: "column", orientation: "vertical" }), "datum:Kein Wert vorhanden");
    expect(find(gap, "rect").map((mark) => [mark.key, mark.fill])).toEqual([["gap", "none"]]);
    expect(find(gap, "text")[0]?.text).toBe("·");
  });
});

describe("several series", () => {
  test("numbers at the bars need no grid; without room for them there is one", () => {
    expect(find(draw(groups("grouped", "vertical")), "line", "axis")).toEqual([]);
    const towns = Array.from({ length: 13 }, (_, i) => `Gemeinde ${i + 1}`);
    expect(find(draw(groups("grouped", "horizontal", towns)), "line", "axis").length).toBeGreaterThan(2);
  });

  test("stacked segments join, and 100 % fills the width alike", () => {
    const segments = find(groupOf2015(draw(groups("stacked", "horizontal"))), "rect");
    for (const [i, segment] of segments.entries()) {
      const before = segments[i - 1];
      if (before !== undefined) expect(segment.x - before.x - before.width).toBeCloseTo(1, 6);
    }
    const scene = draw(groups("percent", "horizontal"));
    const ends = ["2015", "2017"].map((year) => Math.max(...find(scene, "rect", `datum:${year}`).map((mark) => mark.x + mark.width)));
    expect(ends[0]).toBeCloseTo(ends[1] ?? 0, 6);
  });

  test("a pile of shares with a gap is not drawn as if it were whole", () => {
    const scene = draw(groups("percent", "vertical"));
    expect(find(scene, "rect", "datum:2016")).toEqual([]);
    expect(groupOf(scene, "missing:2016").reading).toContain("2016, Kinder unter 6 Jahren: · (unbekannt oder geheim zu halten)");
  });
});

function groupOf2015(scene: Scene): { readonly marks: readonly Mark[] } {
  return { marks: scene.marks.filter((mark) => mark.key.startsWith("datum:2015")) };
}

describe("values over days", () => {
  test("stand at true distances", () => {
    const scene = draw(population("line"));
    const days = population("line").days;
    const dots = days.map((day) => find(groupOf(scene, `datum:kreis:${day}`), "circle")[0]?.cx ?? 0);
    expectTrueDistances(dots, days);
  });

  test("no line is drawn over a missing value or into a break, which is named", () => {
    const [path] = find(draw(population("line")), "path");
    expect(path?.d.match(/M/g)).toHaveLength(2);
    expect(readingsOf(draw(population("line")).marks)).toContain("Bruch der Reihe vor dem 15.05.2022: neue Basis: Zensus 2022");
    const gap = find(draw(municipalitiesOverTime("line", 3)), "path").find((mark) => mark.key === "line:Friesoythe");
    expect(gap?.d.match(/M/g)).toHaveLength(2);
  });

  test("a short series is written at its points and has no axis of values", () => {
    const short: TimeChart = { ...population("line"), days: population("line").days.slice(0, 4), breaks: [] };
    const scene = draw({
      ...short,
      series: short.series.map((series) => Object.assign({}, series, { values: series.values.slice(0, 4) })),
    });
    expect(find(scene, "line", "axis").filter((mark) => mark.key.startsWith("grid"))).toEqual([]);
    expect(textsOf(scene).map((mark) => mark.text)).toEqual(expect.arrayContaining(["164.734", "165.930", "167.925", "169.348"]));
  });

  test("a break is marked just before the day from which the series is another, clear of what is written there", () => {
    const chart = population("line");
    const scene = draw(chart);
    const [broken] = chart.breaks;
    const gap = find(groupOf(scene, `break:${broken?.day}`), "line")[0]?.x1 ?? 0;
    const point = find(groupOf(scene, `datum:kreis:${broken?.day}`), "circle")[0]?.cx ?? 0;
    expect(point - gap).toBeGreaterThan(8);
    expect(point - gap).toBeLessThan(50);
  });

  test("no line at the foot looks like zero where the scale begins elsewhere", () => {
    expect(find(draw(population("line")), "line", "days").filter((mark) => mark.key === "axis")).toEqual([]);
    expect(find(draw(population("area")), "line", "days").filter((mark) => mark.key === "axis")).toHaveLength(1);
  });

  test("areas begin at zero", () => {
    const ticks = textsOf(draw(population("area"))).map((mark) => mark.text);
    expect(ticks).toContain("0");
  });

  test("a slope names both ends", () => {
    const scene = draw(municipalitiesOverTime("slope", 2));
    expect(groupOf(scene, "datum:Cloppenburg").reading).toBe("Cloppenburg: 31.12.2014 33.221 Personen, 30.06.2025 36.569 Personen");
    expect(find(groupOf(scene, "datum:Cloppenburg"), "text").map((mark) => mark.text)).toEqual([
      "33.221",
      "Cloppenburg",
      "36.569",
      "Cloppenburg",
    ]);
  });
});

function expectTrueDistances(places: readonly number[], days: readonly string[]): void {
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  const span = dayNumber(days.at(-1) ?? "") - dayNumber(days[0] ?? "");
  for (const [i, place] of places.entries()) {
    expect((place - first) / (last - first)).toBeCloseTo((dayNumber(days[i] ?? "") - dayNumber(days[0] ?? "")) / span, 6);
  }
}

test("the series to see is named in bold at both ends of its slope", () => {
  const chart = municipalitiesOverTime("slope", 2);
  const series = chart.series.map((each, i) => Object.assign({}, each, { colour: i === 0 ? "blue" : "calm" }));
  const names = find(draw({ ...chart, series }), "text").filter((mark) => mark.key.endsWith(":label"));
  expect(names.map((mark) => mark.weight)).toEqual(["bold", "bold", "regular", "regular"]);
});

describe("parts of a whole", () => {
  test("a donut leaves open what is unknown of the whole", () => {
    expect(find(draw(manyParts("donut")), "path").some((mark) => mark.key === "open")).toBe(true);
    expect(find(draw(refugees("donut")), "path").some((mark) => mark.key === "open")).toBe(false);
  });

  test("a waffle has a hundred squares, one for each hundredth", () => {
    const scene = draw(refugees("waffle"));
    const squares = find(scene, "rect").filter((mark) => mark.key.startsWith("square"));
    expect(squares).toHaveLength(100);
    const first = find(groupOf(scene, "datum:Anerkannte Flüchtlinge"), "rect").filter((mark) => mark.key.startsWith("square"));
    expect(first).toHaveLength(46);
  });

  test("progress: the bar is as long as the part, all three numbers stand beside it", () => {
    const scene = draw(quota);
    expect(barOf(scene, "datum:value")?.width).toBeCloseTo((frame.width * 344) / 515, 6);
    expect(textsOf(scene).map((mark) => mark.text)).toEqual(
      expect.arrayContaining(["344", "171", "67\u00a0%", "Quote der Zuweisungen für 2017: 515"]),
    );
  });
});

function squareAt(x: number): Shape {
  const ring = [
    [x, 52.7],
    [x, 52.9],
    [x + 0.2, 52.9],
    [x + 0.2, 52.7],
    [x, 52.7],
  ];
  return { type: "Polygon", coordinates: [ring] };
}

describe("maps", () => {
  const shares = [0.04977, 0.0494, 0.2];
  const map: MapChart = {
    ...base("Anteile"),
    kind: "choropleth",
    areas: shares.map((share, i) => ({
      key: `${i}`,
      label: `Ort ${i}`,
      shape: squareAt(7.6 + i * 0.2),
      figure: figure(share, "", "percent(1)"),
      highlight: false,
    })),
    surroundings: [],
    classes: classify(shares, [0, 0.05, 0.2], "percent"),
    unit: "",
  };

  test("an area's class is that of the number shown: 4,977 % is shown as 5,0 % and is not below 5 %", () => {
    const fills = ["0", "1", "2"].map((key) => find(groupOf(draw(map), `datum:${key}`), "path")[0]?.fill);
    const [below, from] = map.classes.map((each) => each.colour);
    expect(fills).toEqual([from, below, from]);
  });
});

describe("diagrams", () => {
  test("a hub's names stand at even angles about the middle", () => {
    const pills = find(draw(crossSection), "rect");
    const middle = find(draw(crossSection), "circle")[0];
    expect(pills).toHaveLength(9);
    const [rx, ry] = radii(pills, middle);
    const angles = pills.map((pill) => {
      const [x, y] = [pill.x + pill.width / 2 - (middle?.cx ?? 0), pill.y + pill.height / 2 - (middle?.cy ?? 0)];
      return ((Math.atan2(x / rx, -y / ry) * 180) / Math.PI + 360) % 360;
    });
    for (const [i, angle] of angles.entries()) expect(angle).toBeCloseTo(i * 40, 0);
  });

  test("a network's lines do not cross", () => {
    const lines = find(draw(networks), "line").filter((mark) => mark.from === "centre");
    expect(lines).toHaveLength(11);
    for (const [i, a] of lines.entries()) for (const b of lines.slice(i + 1)) expect(crossing(a, b), `${a.key} ${b.key}`).toBe(false);
  });

  test("a timeline's days stand at true distances, in a wide box and a narrow one", () => {
    const days = decree.events.map((event) => event.day);
    expectTrueDistances(
      find(draw(decree), "circle", "event")
        .toSorted((a, b) => a.cx - b.cx)
        .map((dot) => dot.cx),
      days,
    );
    const phone = draw(decree, { width: 358, height: 520, ...phoneType });
    expectTrueDistances(
      find(phone, "circle", "event").map((dot) => dot.cy),
      days,
    );
  });
});

function radii(pills: readonly RectMark[], middle: CircleMark | undefined): readonly [number, number] {
  const top = pills[0];
  const ry = Math.abs((top?.y ?? 0) + (top?.height ?? 0) / 2 - (middle?.cy ?? 0));
  // The pill at 40°: its distance to the side is rx · sin 40°.
  const second = pills[1];
  const rx = ((second?.x ?? 0) + (second?.width ?? 0) / 2 - (middle?.cx ?? 0)) / Math.sin((40 * Math.PI) / 180);
  return [rx, ry];
}

function crossing(a: LineMark, b: LineMark): boolean {
  return sideOf(a, b.x1, b.y1) * sideOf(a, b.x2, b.y2) < 0 && sideOf(b, a.x1, a.y1) * sideOf(b, a.x2, a.y2) < 0;
}

/** Positive on one side of the line, negative on the other. */
function sideOf(line: LineMark, x: number, y: number): number {
  return (line.x2 - line.x1) * (y - line.y1) - (line.y2 - line.y1) * (x - line.x1);
}

describe("colour", () => {
  const fills = ["blue", "calm", "rest", "series-1", "series-2", "series-3", "series-4", "series-5", "series-6"] as const;

  test.each(["map-1", "map-2", "map-3", "map-4", "map-5", "map-6"] as const)("a label on an area in %s can be read", (fill) => {
    expect(contrast(textOn(fill), fill)).toBeGreaterThanOrEqual(4.5);
  });

  test("a number stands in a segment only where it can be read", () => {
    for (const fill of fills) {
      const [first, ...others] = groups("stacked", "horizontal").series;
      if (first === undefined) throw new Error("no series");
      const scene = draw({ ...groups("stacked", "horizontal"), series: [{ ...first, colour: fill }, ...others] });
      const inside = find(scene, "text", "datum:2015:m");
      expect(inside.length, fill).toBe(legibleOn(fill) ? 1 : 0);
      for (const mark of inside) expect(contrast(mark.fill, fill)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(fills)("%s stands out from the ground", (fill) => {
    expect(contrast(fill, "ground")).toBeGreaterThanOrEqual(3);
  });

  test("a highlight stands out from what is calm", () => {
    expect(contrast("blue", "calm")).toBeGreaterThanOrEqual(3);
    expect(colours.calm).toMatch(/^#[0-9a-f]{6}$/);
  });
});

test("every figure can be asked for its value", () => {
  const chart: CategoryChart = {
    ...groups("grouped", "vertical"),
    categories: ["A", "B"].map((label) => category(label)),
    series: groups("grouped", "vertical").series.map((series) => Object.assign({}, series, { values: [figure(1), figure(unknown)] })),
  };
  expect(readingsOf(draw(chart).marks)).toEqual([
    "A, Männer: 1 Personen",
    "A, Frauen: 1 Personen",
    "A, Kinder unter 6 Jahren: 1 Personen",
    "B, Männer: · (unbekannt oder geheim zu halten)",
    "B, Frauen: · (unbekannt oder geheim zu halten)",
    "B, Kinder unter 6 Jahren: · (unbekannt oder geheim zu halten)",
  ]);
});

test("no stroke of a lead runs through a label: meets() tells", () => {
  const box = { left: 10, right: 20, top: 10, bottom: 20 };
  expect(meets(0, 0, 30, 30, box)).toBe(true);
  expect(meets(0, 15, 12, 15, box)).toBe(true);
  expect(meets(0, 0, 30, 5, box)).toBe(false);
  expect(meets(0, 12, 12, 0, box)).toBe(false);
  const text: TextMark | undefined = textsOf(draw(ranking()))[0];
  expect(text?.text).toBe("Ausländerinnen und Ausländer, Stichtag 01.07.2017");
});
