import { expect, test } from "vitest";
import { outlineOf } from "../polygon.ts";
import { rasterOf } from "./map-raster.ts";

test("how far a lead runs through other areas, wherever it begins and ends", () => {
  const raster = rasterOf([outlineOf("M0,0L100,0L100,100L0,100Z"), outlineOf("M100,0L160,0L160,100L100,100Z")]);
  expect(raster.foreign([50, 50, 220, 50], 0)).toBeCloseTo(60, -1);
  expect(raster.foreign([130, 50, 220, 50], 1)).toBe(0);
  expect(raster.foreign([130, 50, -80, 50], 1)).toBeCloseTo(100, -1);
  expect(raster.foreign([50, 50, 50, -90], 0)).toBe(0);
});
