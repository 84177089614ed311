import { readFileSync } from "node:fs";
import { geoArea } from "d3-geo";
import { describe, expect, it } from "vitest";
import { toSource } from "../source/source.ts";
import { readGeometry } from "./geometry.ts";

/** Two squares beside each other that share an arc, one with a hole; the second is wound as GeoJSON wants it. */
const topology = {
  type: "Topology",
  arcs: [
    [
      [8, 53],
      [8, 52],
    ],
    [
      [8, 52],
      [7, 52],
      [7, 53],
      [8, 53],
    ],
    [
      [8, 52],
      [9, 52],
      [9, 53],
      [8, 53],
    ],
    [
      [7.4, 52.4],
      [7.6, 52.4],
      [7.6, 52.6],
      [7.4, 52.6],
      [7.4, 52.4],
    ],
  ],
  objects: {
    kreis: {
      type: "GeometryCollection",
      geometries: [
        { type: "Polygon", id: "03453001", properties: { name: "West <b>" }, arcs: [[0, 1], [3]] },
        { type: "MultiPolygon", id: "03453002", properties: { name: "Ost" }, arcs: [[[0, 2]]] },
      ],
    },
  },
};
const credit = toSource("data/geo/kreis.yaml", 'text: "© BKG"\naddress: http://www.bkg.bund.de\n');
const map = (value: unknown) => toSource("data/geo/kreis.topo.json", typeof value === "string" ? value : JSON.stringify(value));

describe("a map", () => {
  const { value, diagnostics } = readGeometry([map(topology), credit]);
  const kreis = value?.get("kreis");

  it("has its areas by AGS, and its credit", () => {
    expect(diagnostics).toEqual([]);
    expect(kreis?.credit).toEqual({ text: "© BKG", address: "http://www.bkg.bund.de" });
    expect([...(kreis?.areas ?? [])].map(([id, { label, shape }]) => [id, label, shape.type])).toEqual([
      ["03453001", "West <b>", "Polygon"],
      ["03453002", "Ost", "MultiPolygon"],
    ]);
  });

  it("winds every ring as d3-geo wants it, holes too", () => {
    const [west, east] = [...(kreis?.areas.values() ?? [])].map(({ shape }) => geoArea(shape));
    expect(west).toBeLessThan(0.001);
    expect(east).toBeLessThan(0.001);
    expect((west ?? 0) / (east ?? 1)).toBeCloseTo(0.96, 3);
  });

  it("is the same object for the same sources", () => {
    const source = map(topology);
    const once = readGeometry([source, credit]).value?.get("kreis");
    expect(readGeometry([credit, source]).value?.get("kreis")).toBe(once);
    expect(once).toBeDefined();
  });
});

it.each([
  ["broken JSON", "{ 'a'", "not-json"],
  ["no topology", { type: "FeatureCollection", features: [] }, "not-topology"],
  ["another object", { ...topology, objects: { gemeinden: topology.objects.kreis } }, "not-topology"],
  ["arcs that lead nowhere", { ...topology, arcs: [] }, "not-topology"],
  ["a prototype's name", '{"type":"Topology","arcs":[],"objects":{}}', "not-topology"],
  [
    "no id",
    {
      ...topology,
      objects: { kreis: { type: "GeometryCollection", geometries: [{ type: "Polygon", properties: { name: "a" }, arcs: [[0, 1]] }] } },
    },
    "bad-area",
  ],
  ["a point", { ...topology, objects: { kreis: { type: "Point", id: "1", properties: { name: "a" }, coordinates: [8, 53] } } }, "bad-area"],
  [
    "an area twice",
    {
      ...topology,
      objects: {
        kreis: { type: "GeometryCollection", geometries: [topology.objects.kreis.geometries[0], topology.objects.kreis.geometries[0]] },
      },
    },
    "duplicate-area",
  ],
])("%s is reported", (_, value, code) => {
  expect(readGeometry([map(value), credit]).diagnostics.map(({ message }) => message.code)).toEqual([code]);
});

it("asks for a credit to each map and a map to each credit", () => {
  expect(readGeometry([map(topology)]).diagnostics[0]?.message.code).toBe("missing-credit");
  expect(readGeometry([credit]).diagnostics[0]?.message.code).toBe("credit-without-map");
});

it("reads the project's own maps", () => {
  const files = ["gemeinden.topo.json", "gemeinden.yaml", "nachbarkreise.topo.json", "nachbarkreise.yaml"];
  const { value, diagnostics } = readGeometry(files.map((name) => toSource(`data/geo/${name}`, readFileSync(`data/geo/${name}`, "utf8"))));
  expect(diagnostics).toEqual([]);
  expect(value?.get("gemeinden")?.areas.size).toBe(13);
  for (const { shape } of value?.get("gemeinden")?.areas.values() ?? []) expect(geoArea(shape)).toBeLessThan(1e-5);
});
