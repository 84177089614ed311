import { describe, expect, it } from "vitest";
import { toSource } from "../../source/source.ts";
import type { Data } from "../dataset.ts";
import { readData } from "../read.ts";
import { standingFaults } from "./standing.ts";

const head = "title: T\nunit: Personen\nkey: Ort\nadditivity: exact\ndefinition: D\nsource: { provider: P }\n";
const parts = [
  toSource("data/orte/dataset.yaml", `${head}checks: { sums: [{ total: kreis.alle, parts: all }] }\n`),
  toSource("data/orte/2020-12-31.yaml", "stichtag: 2020-12-31\nvalues: { Nord: 10, Süd: 20 }\n"),
];
const kreis = toSource("data/kreis/dataset.yaml", head);

function dataWith(total: number): Data {
  const whole = toSource("data/kreis/2020-12-31.yaml", `stichtag: 2020-12-31\nvalues: { alle: ${total} }\n`);
  return readData([...parts, kreis, whole]).value ?? new Map();
}

function faultsOf(data: Data): ReturnType<typeof standingFaults> {
  const orte = data.get("orte");
  if (orte === undefined) throw new Error("there are no places");
  return standingFaults(orte, data);
}

describe("what lies in data", () => {
  it("is held to a total in another dataset, also when only that changes", () => {
    const wrong = dataWith(31);
    expect(faultsOf(wrong).map(({ severity, message }) => `${severity} ${message.code}`)).toEqual(["error check-sum"]);
    const right = dataWith(30);
    expect(right.get("orte")).toBe(wrong.get("orte"));
    expect(faultsOf(right)).toEqual([]);
  });

  it("is asked once as long as it is the same", () => {
    const data = dataWith(31);
    expect(faultsOf(data)).toBe(faultsOf(data));
  });
});
