/** A short run of the fuzz, the same inputs every time; and inputs that were read wrongly once. */

import { describe, expect, it } from "vitest";
import { fixture } from "./cases.ts";
import { fuzz, judge, specimensOf } from "./fuzz-run.ts";

const specimens = specimensOf();

describe("broken tables", () => {
  it("are refused, or read rightly", async () => {
    const { counts, violations } = await fuzz({ runs: 700, seed: 20_261_122, specimens });
    expect(violations.map(({ fault, form, mutations, details }) => `${fault}: ${form}, ${mutations.join(" + ")}: ${details}`)).toEqual([]);
    // Each form is both refused and read: else the fuzz itself would say nothing.
    for (const [form, outcomes] of counts) {
      expect(outcomes.get("refused when read") ?? 0, form).toBeGreaterThan(5);
      expect(outcomes.get("right") ?? 0, form).toBeGreaterThan(2);
    }
    expect(counts.size).toBe(specimens.length);
  });

  it.each(specimens)("are found out by what they are compared with: $name", async (specimen) => {
    // A reader that took one digit for another would be told of.
    const [key = "", value] = [...specimen.whole][0] ?? [];
    const other = { ...specimen, whole: new Map([[key, -1]]), expected: () => new Map([[key, -1]]) };
    expect(await judge(other, specimen.bytes, true)).toMatchObject({ fault: "wrong number" });
    expect(value).not.toBe(-1);
    expect(await judge(specimen, specimen.bytes, true)).toEqual({ outcome: "right" });
  });
});

interface Regression {
  readonly name: string;
  readonly form: string;
  readonly change: (text: string) => string;
  readonly outcome: "refused when read" | "right";
}

/** The text as latin1, which keeps each byte. */
const regressions: readonly Regression[] = [
  {
    name: "a heading more than each row has fields",
    form: "csv, by hand",
    change: (text) => text.replace("Einwohner;Anteil", "Einwohe;Einwohner;Anteil"),
    outcome: "refused when read",
  },
  {
    name: "UTF-8 read as ISO-8859-1 and saved as UTF-8",
    form: "genesis-csv, present form, sexes",
    change: (text) => Buffer.from(text, "utf8").toString("latin1"),
    outcome: "refused when read",
  },
  {
    name: "a control sign in a heading",
    form: "genesis-csv, older form",
    change: (text) => text.replace("weiblich", "weibl\u0018ich"),
    outcome: "refused when read",
  },
  {
    name: "no day where the Stichtag stands, and another one further on",
    form: "records, JSON",
    change: (text) => text.replace('"20251231"', '""'),
    outcome: "refused when read",
  },
  {
    name: "a Stichtag that does not exist, and another day further on",
    form: "records, YAML",
    change: (text) => text.replace('"20251231"', '"20250230"'),
    outcome: "refused when read",
  },
  {
    name: "a footnote below a column of numbers",
    form: "csv, by hand",
    change: (text) =>
      text
        .split("\r\n")
        .map((line) => (/^(?:Schl|\d)/.test(line) ? line.split(";").toReversed().join(";") : line))
        .join("\r\n"),
    outcome: "right",
  },
  {
    name: "columns of a flat table in another order",
    form: "ffcsv, county, with quality",
    change: (text) =>
      text
        .replace("\u00ef\u00bb\u00bf", "")
        .split("\n")
        .map((line) => line.split(";").toReversed().join(";"))
        .join("\n"),
    outcome: "right",
  },
];

describe("what was read wrongly once", () => {
  it.each(regressions)("$name", async ({ form, change, outcome }) => {
    const specimen = specimens.find(({ name }) => name === form);
    if (specimen === undefined) throw new Error(form);
    const bytes = Buffer.from(change(Buffer.from(fixture(specimen.file)).toString("latin1")), "latin1");
    expect(await judge(specimen, bytes, outcome === "right")).toMatchObject({ outcome });
  });
});
