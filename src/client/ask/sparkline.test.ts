import { describe, expect, it } from "vitest";
import { type Point, pointsOf, pointsOfTwo, sparkline } from "./sparkline.ts";

const at = (day: string, value: number | null, reason?: string): Point => {
  const point = { day, value, text: String(value) };
  return reason === undefined ? point : { ...point, break: reason };
};

describe("sparkline", () => {
  it("is drawn at true distances, its last value marked", () => {
    const scene = sparkline([at("2015-12-31", 10), at("2016-12-31", 20), at("2019-12-31", 0)]);
    const line = scene?.marks.find(({ key }) => key === "line");
    expect(line).toMatchObject({ d: "M7.0,32.0L103.7,7.0L393.0,57.0" });
    expect(scene?.marks.at(-1)).toMatchObject({ key: "last", cx: 393, cy: 57, fill: "gold" });
  });

  it("joins nothing across a break or a sign, and marks the break", () => {
    const scene = sparkline([at("2015-12-31", 10), at("2016-12-31", 20, "Zensus"), at("2017-12-31", null), at("2018-12-31", 10)]);
    const line = scene?.marks.find(({ key }) => key === "line");
    expect(line?.type === "path" ? line.d.replaceAll(/[^ML]/g, "") : "").toBe("MMM");
    expect(scene?.marks.filter(({ key }) => key.startsWith("break:"))).toHaveLength(1);
  });

  it("runs through the middle where nothing changes, and is none of one value", () => {
    expect(sparkline([at("2015-12-31", 5), at("2016-12-31", 5)])?.marks.find(({ key }) => key === "line")).toMatchObject({
      d: "M7.0,32.0L393.0,32.0",
    });
    expect(sparkline([at("2015-12-31", null), at("2016-12-31", 5)])).toBeUndefined();
  });
});

describe("pointsOf", () => {
  it("puts the value itself last", () => {
    const datum = {
      name: "a",
      text: "3\u00a0Personen",
      value: 3,
      from: "d@2017",
      line: 4,
      earlier: [["2016-12-31", 2, "2", "Zensus"]] as const,
    };
    expect(pointsOf(datum, "2017-12-31")).toEqual([
      { day: "2016-12-31", value: 2, text: "2", break: "Zensus" },
      { day: "2017-12-31", value: 3, text: "3\u00a0Personen" },
    ]);
  });
});

const datum = (value: number, earlier: readonly (readonly [string, number | null, string, string?])[]) => ({
  name: "a",
  text: String(value),
  value,
  from: "d",
  line: 1,
  earlier,
});

describe("pointsOfTwo", () => {
  const part = datum(30, [
    ["2015-12-31", 10, "10"],
    ["2016-06-30", 11, "11"],
    ["2016-12-31", null, "."],
  ]);
  const whole = datum(200, [
    ["2015-12-31", 100, "100"],
    ["2016-12-31", 150, "150", "Zensus"],
  ]);

  it("is a share or a difference on the days that both have", () => {
    expect(pointsOfTwo(part, whole, "2017-12-31", "15,0\u00a0%")).toEqual([
      { day: "2015-12-31", value: 10, text: "10,0\u00a0%" },
      { day: "2016-12-31", value: null, text: "…", break: "Zensus" },
      { day: "2017-12-31", value: 15, text: "15,0\u00a0%" },
    ]);
    expect(pointsOfTwo(part, whole, "2017-12-31", "\u2212170").map(({ text }) => text)).toEqual(["\u221290", "…", "\u2212170"]);
    expect(pointsOfTwo(whole, part, "2017-12-31", "+170").at(-1)?.value).toBe(170);
  });

  it("is nothing where the two give another number than is shown", () => {
    expect(pointsOfTwo(whole, part, "2017-12-31", "15,0\u00a0%")).toEqual([]);
    expect(pointsOfTwo(part, whole, "2017-12-31", "0,15")).toEqual([]);
  });
});
