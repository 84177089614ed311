import { describe, expect, it } from "vitest";
import { releasesSeen, sameReads, viewOf, watch } from "./asof.ts";
import { ask, dataFrom } from "./testing.ts";

const data = dataFrom({
  voll: {
    releases: {
      "2015-12-31": "{ a: 1 }",
      "2016-12-31": "{ a: 2 }",
      "2016-12-31.2017-06-01": "{ a: 3 }",
      "2017-07-01": "{ a: 4 }",
      "2018-07-01": "{ a: 5 }",
    },
  },
  teil: {
    fields: "coverage: partial",
    releases: {
      "2015-12-31": "{ a: 1, b: 10 }",
      "2016-12-31": "{ a: 2 }",
      "2016-12-31.2017-06-01": "{ b: 20 }",
      "2018-07-01": "{ b: 30 }",
    },
  },
});

const seen = (id: string, asOf: string, knownOn?: string): string[] => {
  const dataset = data.get(id);
  if (dataset === undefined) throw new Error(id);
  const releases = releasesSeen(viewOf(data, knownOn === undefined ? { asOf } : { asOf, knownOn }), dataset);
  return releases.map((release) => `${release.stichtag}${release.knownOn === undefined ? "" : ` ${release.knownOn}`}`);
};

const at = (text: string, asOf: string): string => ask(text, viewOf(data, { asOf }));

describe("a view", () => {
  it("sees no release after its day, and of each Stichtag the newest revision known by then", () => {
    expect(seen("voll", "2015-12-30")).toEqual([]);
    expect(seen("voll", "2017-05-31")).toEqual(["2015-12-31", "2016-12-31"]);
    expect(seen("voll", "2017-06-01")).toEqual(["2015-12-31", "2016-12-31 2017-06-01"]);
    expect(seen("voll", "2017-07-01")).toEqual(["2015-12-31", "2016-12-31 2017-06-01", "2017-07-01"]);
  });

  it("may know more or less than its day", () => {
    expect(seen("voll", "2016-12-31", "2020-01-01")).toEqual(["2015-12-31", "2016-12-31 2017-06-01"]);
    expect(seen("voll", "2018-12-31", "2016-12-31")).toEqual(["2015-12-31", "2016-12-31"]);
  });

  it("of a partial dataset sees a revision beside what it revises", () => {
    expect(seen("teil", "2017-12-31")).toEqual(["2015-12-31", "2016-12-31", "2016-12-31 2017-06-01"]);
  });

  it("as of latest has the newest Stichtag and all that is known", () => {
    expect(viewOf(data, { asOf: "latest" })).toMatchObject({ asOf: "2018-07-01", knownOn: "2018-07-01" });
    const revised = dataFrom({ a: { releases: { "2016-12-31": "{ a: 1 }", "2016-12-31.2020-01-01": "{ a: 2 }" } } });
    const latest = viewOf(revised, { asOf: "latest" });
    expect(latest).toMatchObject({ asOf: "2016-12-31", knownOn: "2020-01-01" });
    expect(ask("a.a", latest)).toBe("2 Personen");
    expect(viewOf(new Map(), { asOf: "latest" }).asOf).toBe("9999-12-31");
  });
});

describe("a value", () => {
  it("is that of the newest release; in a partial dataset of the newest that has its key", () => {
    expect(at("voll.a", "2017-06-30")).toBe("3 Personen");
    expect(at("teil.a", "2018-12-31")).toBe("2 Personen");
    expect(at("teil.b", "2018-12-31")).toBe("30 Personen");
    expect(at("teil.b", "2017-05-31")).toBe("10 Personen");
    expect(at("teil.b", "2017-12-31")).toBe("20 Personen");
    expect(at("teil", "2018-12-31")).toBe("a 2, b 30");
  });

  it("of a day is that of exactly this Stichtag", () => {
    expect(at("voll.a @ 2015-12-31", "2018-12-31")).toBe("1 Personen");
    expect(at("voll @ 2016-12-31", "2018-12-31")).toBe("a 3");
    expect(at("teil @ 2016-12-31", "2018-12-31")).toBe("a 2, b 20");
    expect(at("teil.a @ 2018-07-01", "2018-12-31")).toBe("no-such-stichtag ‹teil.a›");
  });

  it("before is that of the release before, in a partial dataset the one before that has its key", () => {
    expect(at("voll.a @ previous", "2018-12-31")).toBe("4 Personen");
    expect(at("voll.a @ previous", "2017-07-01")).toBe("3 Personen");
    expect(at("(voll.a @ previous) @ previous", "2018-12-31")).toBe("3 Personen");
    expect(at("(voll.a @ 2016-12-31) @ previous", "2018-12-31")).toBe("1 Personen");
    expect(at("teil.a @ previous", "2018-12-31")).toBe("1 Personen");
    expect(at("teil.b @ previous", "2018-12-31")).toBe("20 Personen");
    expect(at("voll.a @ previous", "2015-12-31")).toBe("no-previous ‹voll.a›");
  });
});

describe("reads", () => {
  it("are collected by a watching view, and tell whether what was made of them still holds", () => {
    const view = viewOf(data, { asOf: "2018-12-31" });
    const watching = watch(view);
    expect(ask("voll.a + teil.a", watching)).toBe("7 Personen");
    ask("nichts.a", watching);
    expect([...watching.reads.keys()]).toEqual(["voll", "teil", "nichts"]);
    expect(watching.reads.get("voll")).toBe(data.get("voll"));
    expect(sameReads(watching.reads, view, viewOf(data, { asOf: "2018-12-31" }))).toBe(true);
    expect(sameReads(watching.reads, view, viewOf(data, { asOf: "2018-12-30" }))).toBe(false);
    const more = new Map([...data, ...dataFrom({ anderes: { releases: { "2016-12-31": "{ a: 1 }" } } })]);
    expect(sameReads(watching.reads, view, viewOf(more, { asOf: "2018-12-31" }))).toBe(true);
    const found = new Map([...data, ...dataFrom({ nichts: { releases: { "2016-12-31": "{ a: 1 }" } } })]);
    expect(sameReads(watching.reads, view, viewOf(found, { asOf: "2018-12-31" }))).toBe(false);
    expect(watch(view).reads.size).toBe(0);
  });
});

describe("a view by arrival, as a deck could have been built on a day", () => {
  const arrived = dataFrom({
    a: {
      releases: {
        "2023-12-31": "values: { x: 1 }\nretrieved: { on: 2026-11-22 }",
        "2024-12-31": "values: { x: 2 }\nretrieved: { on: 2025-09-01, connector: ffcsv }",
        "2024-12-31.2025-10-01": "values: { x: 3 }\nretrieved: { on: 2025-10-01, connector: ffcsv }",
        "2025-12-31": "values: { x: 4 }\nretrieved: { on: 2026-09-30, connector: genesis }",
      },
    },
  });
  const known = (asOf: string, knownOn?: string): string =>
    ask("a.x", viewOf(arrived, knownOn === undefined ? { asOf } : { asOf, knownOn }));

  it("does not see what the updater took in later; what people wrote counts from its Stichtag", () => {
    expect(known("2025-12-31", "2025-08-31")).toBe("1 Personen");
    expect(known("2025-12-31", "2025-09-01")).toBe("2 Personen");
    expect(known("2025-12-31", "2025-10-01")).toBe("3 Personen");
    expect(known("2025-12-31", "2026-09-29")).toBe("3 Personen");
    expect(known("2025-12-31", "2026-09-30")).toBe("4 Personen");
  });

  it("has the newest Stichtag known by then as latest", () => {
    expect(viewOf(arrived, { asOf: "latest", knownOn: "2025-09-15" })).toMatchObject({ asOf: "2024-12-31", knownOn: "2025-09-15" });
    expect(known("latest", "2025-09-15")).toBe("2 Personen");
    expect(known("latest", "2023-01-01")).toBe("no-release ‹a.x›");
  });

  it("shows another day as a deck of that day does, out of what had come in", () => {
    const then = ["2024-12-31", "2025-10-01", "2026-06-01"].map((day) => `as_of(a.x, @ ${day})`);
    const asked = (knownOn: string): string[] => then.map((text) => ask(text, viewOf(arrived, { asOf: "latest", knownOn })));
    expect(then.map((text) => ask(text, viewOf(arrived, { asOf: "latest" })))).toEqual(["2 Personen", "3 Personen", "4 Personen"]);
    expect(asked("2026-11-23")).toEqual(["2 Personen", "3 Personen", "4 Personen"]);
    expect(asked("2025-11-01")).toEqual(["2 Personen", "3 Personen", "3 Personen"]);
    expect(asked("2025-08-31")).toEqual(["1 Personen", "1 Personen", "1 Personen"]);
  });

  it("is another than that of the same days without: neither answers for the other", () => {
    expect(known("2025-12-31")).toBe("4 Personen");
    expect(known("2025-12-31", "2025-12-31")).toBe("3 Personen");
    expect(known("2025-12-31")).toBe("4 Personen");
    const [plain, asked] = [viewOf(arrived, { asOf: "2025-12-31" }), viewOf(arrived, { asOf: "2025-12-31", knownOn: "2025-12-31" })];
    expect(sameReads(new Map(), plain, asked)).toBe(false);
  });
});
