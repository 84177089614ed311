import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, daysBetween, isDay } from "./calendar.ts";
import { dataFrom, type DatasetText } from "./testing.ts";
import { dueDatasets, dueOf } from "./due.ts";

const due = (datasets: Readonly<Record<string, DatasetText>>, today: string): readonly string[] =>
  dueDatasets(dataFrom(datasets), today).map(({ dataset, newest, next, expected, days, missed, behind }) =>
    [
      dataset.id,
      `${newest} → ${next}`,
      `since ${expected}, ${days} days`,
      `${missed} missing`,
      ...behind.map(({ label, newest: own }) => `${label} at ${own}`),
    ].join("; "),
  );

const withRhythm = (rhythm: string, day: string): DatasetText => ({ fields: `rhythm: ${rhythm}`, releases: { [day]: "{ a: 1 }" } });

describe("a dataset is due", () => {
  const einwohner: DatasetText = { fields: "rhythm: half-yearly", releases: { "2024-12-31": "{ a: 1 }", "2025-06-30": "{ a: 2 }" } };

  it("from the day on which its next Stichtag comes out", () => {
    expect(due({ einwohner }, "2026-09-29")).toEqual([]);
    expect(due({ einwohner }, "2026-09-30")).toEqual(["einwohner; 2025-06-30 → 2025-12-31; since 2026-09-30, 0 days; 1 missing"]);
    expect(due({ einwohner }, "2027-04-02")).toEqual(["einwohner; 2025-06-30 → 2025-12-31; since 2026-09-30, 184 days; 2 missing"]);
  });

  it("not without a rhythm", () => {
    expect(
      due(
        { a: { releases: { "2000-12-31": "{ a: 1 }" } }, b: { fields: "rhythm: none", releases: { "2000-12-31": "{ a: 1 }" } } },
        "2026-01-01",
      ),
    ).toEqual([]);
  });

  it("where it has no release at all, before all others", () => {
    const datasets = {
      alt: { fields: "rhythm: yearly", releases: { "1990-12-31": "{ a: 1 }" } },
      leer: { fields: "rhythm: yearly", releases: {} },
    };
    expect(due(datasets, "2026-01-01")).toEqual([
      expect.stringMatching(/^leer; undefined → undefined; .*; 1 missing$/u),
      "alt; 1990-12-31 → 1991-12-31; since 1992-09-30, 12146 days; 34 missing",
    ]);
  });

  it("the most urgent first", () => {
    const datasets = {
      a: withRhythm("{ every: monthly, after: 1 }", "2025-11-30"),
      b: withRhythm("{ every: yearly, after: 2 }", "2024-12-31"),
      c: withRhythm("{ every: quarterly, after: 0 }", "2025-09-30"),
    };
    expect(due(datasets, "2026-03-01").map((text) => text.slice(0, 1))).toEqual(["c", "a", "b"]);
  });
});

describe("of a partial dataset", () => {
  const fields = "coverage: partial\nkeys: { d: Deutschland, k: Landkreis, n: Niedersachsen }\nrhythm: { every: half-yearly, after: 3 }";
  const einwohner: DatasetText = {
    fields,
    releases: { "2024-06-30": "{ d: 1, n: 1 }", "2024-12-31": "{ n: 1 }", "2025-06-30": "{ k: 2 }" },
  };

  it("the keys that lag are named", () => {
    expect(due({ einwohner }, "2026-03-31")).toEqual([
      "einwohner; 2025-06-30 → 2025-12-31; since 2026-03-31, 0 days; 1 missing; Deutschland at 2024-06-30; Niedersachsen at 2024-12-31",
    ]);
  });

  it("they are due by themselves while others are up to date", () => {
    expect(due({ einwohner }, "2025-03-30")).toEqual([]);
    expect(due({ einwohner }, "2025-09-29")).toEqual([
      "einwohner; 2025-06-30 → 2024-12-31; since 2025-03-31, 182 days; 0 missing; Deutschland at 2024-06-30",
    ]);
  });
});

/** The day so many days after the first of 1900. */
const dayAt = (days: number): string => new Date(Date.UTC(1900, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

describe("months", () => {
  it("end where they end", () => {
    expect(addMonths("2025-12-31", 6)).toBe("2026-06-30");
    expect(addMonths("2025-06-30", 6)).toBe("2025-12-31");
    expect(addMonths("2023-02-28", 12)).toBe("2024-02-29");
    expect(addMonths("2024-01-30", 1)).toBe("2024-02-29");
    expect(addMonths("2022-05-15", 12)).toBe("2023-05-15");
    expect(addMonths("2022-05-15", 9)).toBe("2023-02-15");
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2026-03-01", "2025-12-31")).toBe(-60);
  });

  const days = integer({ min: 0, max: 90_000 });

  it("are counted as the calendar counts its days", () => {
    assert(property(days, days, (a, b) => daysBetween(dayAt(a), dayAt(b)) === b - a));
  });

  it("lead to days that exist, in the month wanted, and the end of a month to the end of a month", () => {
    assert(
      property(days, integer({ min: 0, max: 600 }), (at, count) => {
        const [from, to] = [dayAt(at), addMonths(dayAt(at), count)];
        const isLast = (day: string): boolean => dayAt(daysBetween("1900-01-01", day) + 1).endsWith("-01");
        expect(isDay(to)).toBe(true);
        expect(monthOf(to) - monthOf(from)).toBe(count);
        if (isLast(from)) expect(isLast(to)).toBe(true);
        else expect(isLast(to) || to.slice(8) === from.slice(8)).toBe(true);
      }),
    );
  });

  it("a dataset becomes due once, and no longer when what is missing is there", () => {
    assert(
      property(days, constantFrom("yearly", "half-yearly", "quarterly", "monthly"), integer({ min: 0, max: 12 }), (at, every, after) => {
        const newest = dayAt(at);
        const of = (...stichtage: readonly string[]): ReturnType<typeof dueOf> => {
          const dataset = dataFrom({
            a: {
              fields: `rhythm: { every: ${every}, after: ${after} }`,
              releases: Object.fromEntries(stichtage.map((day) => [day, "{ a: 1 }"])),
            },
          }).get("a");
          return dataset && dueOf(dataset, today);
        };
        const steps = { yearly: 12, "half-yearly": 6, quarterly: 3, monthly: 1 }[every];
        const next = addMonths(newest, steps);
        const expected = addMonths(next, after);
        let today = expected;
        expect(of(newest)).toMatchObject({ next, expected, days: 0, missed: 1 });
        expect(of(newest, next)).toBeUndefined();
        today = dayAt(daysBetween("1900-01-01", expected) - 1);
        expect(of(newest)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });
});
