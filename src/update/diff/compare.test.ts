import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Changes } from "./changes.ts";
import { isEmpty } from "./changes.ts";
import { changesBetween } from "./compare.ts";
import { dataset, type Files, project, release, stateOf } from "./testing.ts";

const early = { asOf: "2019-12-31" };
const late = { asOf: "2020-12-31" };

function between(before: Files, after: Files = before): Changes {
  return changesBetween(stateOf(before, early), stateOf(after, late));
}

function slides(texts: Files): Files {
  return { ...Object.fromEntries(Object.entries(project).filter(([path]) => path.startsWith("data/"))), ...texts };
}

/** "label: before → after [slides]". */
function lines({ figures }: Changes): readonly string[] {
  return figures.map(({ label, before, after, places }) =>
    `${label}: ${before.text} → ${after.text} [${places.map(({ slide }) => slide).join(" ")}]`.replaceAll("\u00a0", " "),
  );
}

describe("figures", () => {
  it("are told once with all slides they stand on; equal ones and those of a fixed day are not", () => {
    expect(lines(between(project))).toEqual([
      "Menschen, Aurach an der Aller: 1.000 → 1.240 [10-orte 20-anteil]",
      "Menschen, Celle: . → 50 [10-orte]",
      "share(orte.Aurach, orte.Aurach + orte.Bühl): 71 % → 76 % [20-anteil]",
    ]);
  });

  it("that are symbols are said and not reckoned", () => {
    const celle = between(project).figures.find(({ label }) => label === "Menschen, Celle");
    expect(celle).toMatchObject({
      before: { value: undefined, meaning: "Zahlenwert unbekannt, geheim zu halten oder nicht zu errechnen" },
      after: { value: 50 },
    });
    expect(celle?.change).toBeUndefined();
  });

  it("name the breaks between their days", () => {
    const [first] = between(project).figures;
    expect(first?.breaks).toEqual([{ dataset: "orte", day: "2020-12-31", reason: "Seit 2020 ohne Nebenwohnungen." }]);
  });

  it("that look the same after rounding differ all the same", () => {
    const files = slides({ "slides/probe/10-a.md": "# {{ share(orte.Aurach, 100000 * orte.Aurach + orte.Bühl) | percent(0) }}\n" });
    const [only] = between(files).figures;
    expect(only?.before.text).toBe(only?.after.text);
    expect(only?.change?.difference).not.toBe(0);
  });

  it("of charts are found by category, not by position", () => {
    const text = "# A\n\n```chart\nkind: bar\ntitle: Menschen\ndata: orte\nsort: descending\n```\n";
    const files = {
      "data/orte/dataset.yaml": dataset("Menschen"),
      "data/orte/2019-12-31.yaml": release("2019-12-31", "Aurach: 10, Bühl: 20, Celle: 30"),
      "data/orte/2020-12-31.yaml": release("2020-12-31", "Aurach: 40, Bühl: 20, Celle: 31"),
      "slides/probe/10-a.md": text,
    };
    expect(lines(between(files)).toSorted()).toEqual(["Menschen, Aurach: 10 → 40 [10-a]", "Menschen, Celle: 30 → 31 [10-a]"]);
  });

  it("of a line are compared day by day: a new Stichtag is no change", () => {
    const text = "# A\n\n```chart\nkind: line\ntitle: Menschen\ndata: orte.Aurach\n```\n";
    const files = (revised: string): Files => ({
      "data/orte/dataset.yaml": dataset("Menschen"),
      "data/orte/2017-12-31.yaml": release("2017-12-31", "Aurach: 10"),
      "data/orte/2018-12-31.yaml": release("2018-12-31", revised),
      "data/orte/2020-12-31.yaml": release("2020-12-31", "Aurach: 40"),
      "slides/probe/10-a.md": text,
    });
    expect(lines(between(files("Aurach: 20")))).toEqual([]);
    expect(lines(between(files("Aurach: 20"), files("Aurach: 25")))).toEqual(["Menschen, Aurach: 20 → 25 [10-a]"]);
  });

  it("find their counterparts on slides that were rewritten, moved, or came anew", () => {
    const before = slides({ "slides/probe/10-a.md": "# {{ orte.Aurach }} Menschen\n" });
    expect(lines(between(before, slides({ "slides/probe/10-a.md": "# In Aurach sind es **{{ orte.Aurach | number }}**\n" })))).toEqual([
      "Menschen, Aurach an der Aller: 1.000 → 1.240 [10-a]",
    ]);
    const moved = between(before, slides({ "slides/probe/20-b.md": "# B {{ orte.Aurach }}\n\n{{ orte.Celle }} und {{ orte.Daun }}\n" }));
    expect(lines(moved)).toEqual(["Menschen, Aurach an der Aller: 1.000 → 1.240 [20-b]", "Menschen, Celle: . → 50 [20-b]"]);
    expect(moved.decks[0]).toMatchObject({ newSlides: ["20-b"], goneSlides: ["10-a"] });
  });

  it("that came or went on a slide that stayed are told", () => {
    const before = slides({ "slides/probe/10-a.md": "# A\n\n{{ orte.Bühl }}\n" });
    const after = slides({ "slides/probe/10-a.md": "# A\n\n{{ orte.Daun }}\n" });
    const changes = between(before, after);
    expect(changes.appeared.map(({ label }) => label)).toEqual(["Menschen, Daun"]);
    expect(changes.vanished.map(({ label }) => label)).toEqual(["Menschen, Bühl"]);
  });

  it("of the same keys at two moments in one table are not mixed up", () => {
    const table =
      "# A\n\n```table\ndata: orte\ncolumns:\n  - { header: Ort }\n  - { header: jetzt, data: orte }\n  - { header: davor, data: orte @ previous }\n```\n";
    const files = {
      "data/orte/dataset.yaml": dataset("Menschen"),
      "data/orte/2018-12-31.yaml": release("2018-12-31", "Aurach: 1"),
      "data/orte/2019-12-31.yaml": release("2019-12-31", "Aurach: 2"),
      "data/orte/2020-12-31.yaml": release("2020-12-31", "Aurach: 3"),
      "slides/probe/10-a.md": table,
    };
    expect(lines(between(files))).toEqual(["Menschen, Aurach: 2 → 3 [10-a]", "Menschen, Aurach: 1 → 2 [10-a]"]);
  });
});

describe("sentences", () => {
  it("that fall are told with the numbers of both states, and those that hold anew", () => {
    const [falls, ...others] = between(project).sentences;
    expect(others).toEqual([]);
    expect(falls).toMatchObject({
      words: "doppelt so viele",
      before: true,
      after: false,
      place: { deck: "probe", slide: "10-orte" },
      file: "slides/probe/10-orte.md",
      line: 1,
    });
    expect(falls?.sides).toContainEqual({ expression: "orte.Aurach", before: "1.000 Personen", after: "1.240 Personen" });
    const back = changesBetween(stateOf(project, late), stateOf(project, early)).sentences;
    expect(back).toMatchObject([{ words: "doppelt so viele", before: false, after: true }]);
  });

  it("make no list of numbers shorter: a deck that cannot be shown is compared as far as it goes", () => {
    const changes = between(project);
    expect(changes.decks).toMatchObject([{ before: "complete", after: "faulty", faults: [] }]);
    expect(lines(changes)).toContain("Menschen, Aurach an der Aller: 1.000 → 1.240 [10-orte 20-anteil]");
  });

  it("are not all that can be wrong", () => {
    const files = slides({ "slides/probe/10-a.md": "# A {{ orte.Aurach / (orte.Celle - 50) | number }}\n\n{{ orte.Aurach }}\n" });
    const before = { ...files, "data/orte/2019-12-31.yaml": release("2019-12-31", "Aurach: 1000, Bühl: 400, Celle: 51") };
    const changes = between(before, files);
    expect(changes.decks[0]?.faults.map(({ message }) => message.code)).toEqual(["division-by-zero"]);
    expect(lines(changes)).toEqual(["Menschen, Aurach an der Aller: 1.000 → 1.240 [10-a]"]);
  });
});

describe("texts from data", () => {
  it("are told by expression and format", () => {
    expect(between(project).texts).toEqual([
      { expression: "stichtag(orte.Aurach)", before: "31.12.2019", after: "31.12.2020", places: [{ deck: "probe", slide: "10-orte" }] },
    ]);
  });
});

describe("words that follow the numbers", () => {
  it("are told where they followed them, and where they did not they are not", () => {
    const words = "[{{ orte.Aurach }} sind viele|{{ orte.Aurach }} sind wenige]";
    const text = `# A\n\n${words}{choose: orte.Aurach > 1100} ${words}{choose: orte.Aurach > 900}\n`;
    const files = slides({ "slides/probe/10-a.md": text });
    expect(between(files).texts).toEqual([
      {
        expression: "orte.Aurach > 1100",
        before: "1.000 sind wenige",
        after: "1.240 sind viele",
        places: [{ deck: "probe", slide: "10-a" }],
      },
    ]);
  });
});

describe("datasets", () => {
  it("tell new Stichtage, keys, breaks, and how much differs", () => {
    const [orte] = between(project).datasets;
    expect(orte).toMatchObject({
      dataset: "orte",
      before: "2019-12-31",
      after: "2020-12-31",
      newDays: ["2020-12-31"],
      breaks: [{ day: "2020-12-31", reason: "Seit 2020 ohne Nebenwohnungen." }],
      newKeys: ["Daun"],
      goneKeys: [],
      values: { common: 3, changed: 2 },
    });
  });

  it("that no slide shows stand by themselves", () => {
    expect(between(project).otherDatasets).toMatchObject([{ dataset: "still", newDays: ["2020-06-30"], newKeys: [] }]);
  });

  it("tell revisions by their day of knowledge, and the status", () => {
    const revised = {
      ...project,
      "data/orte/2019-12-31.2020-03-01.yaml": release("2019-12-31", "Aurach: 1010", "known_on: 2020-03-01\n").replace("final", "corrected"),
    };
    const changes = changesBetween(
      stateOf(revised, { asOf: "2019-12-31" }),
      stateOf(revised, { asOf: "2019-12-31", knownOn: "2020-04-01" }),
    );
    expect(changes.datasets).toMatchObject([
      {
        dataset: "orte",
        newDays: [],
        revisions: [{ day: "2019-12-31", knownOn: "2020-03-01" }],
        status: { before: "endgültig", after: "berichtigt" },
      },
    ]);
    expect(lines(changes)).toContain("Menschen, Aurach an der Aller: 1.000 → 1.010 [10-orte 20-anteil]");
  });

  it("that are gone are said to be", () => {
    const {
      "data/haushalte/dataset.yaml": _head,
      "data/haushalte/2019-12-31.yaml": _a,
      "data/haushalte/2020-12-31.yaml": _b,
      ...less
    } = project;
    const gone = between(project, less).datasets.find((one) => one.dataset === "haushalte");
    expect(gone).toMatchObject({ before: "2019-12-31", goneDays: ["2019-12-31"], newDays: [] });
    expect(gone?.after).toBeUndefined();
  });
});

/** What changed, turned round with the sign −1. */
function told({ figures }: Changes, sign: 1 | -1): readonly unknown[] {
  return figures
    .map(({ expression, before, after, change }) => ({
      expression,
      values: sign === 1 ? [before.text, after.text] : [after.text, before.text],
      difference: change === undefined ? undefined : sign * change.difference + 0,
    }))
    .toSorted((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1));
}

describe("any state", () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 5000 }).map(String), fc.constantFrom('"-"', '"."', '"x"'));
  const releases = fc.record({ Aurach: value, Bühl: value, Celle: value });
  const files = fc.tuple(releases, releases).map(([first, second]): Files => {
    const [a, b] = [first, second].map((values) =>
      Object.entries(values)
        .map(([key, one]) => `${key}: ${one}`)
        .join(", "),
    );
    const data = {
      "data/orte/2019-12-31.yaml": release("2019-12-31", a ?? ""),
      "data/orte/2020-12-31.yaml": release("2020-12-31", b ?? ""),
    };
    return Object.assign({}, project, data);
  });

  it("has no changes to itself", () => {
    fc.assert(
      fc.property(files, fc.constantFrom(early, late), (one, days) => {
        expect(isEmpty(changesBetween(stateOf(one, days), stateOf(one, days)))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("turns each change round when the two are swapped", () => {
    fc.assert(
      fc.property(files, (one) => {
        const [a, b] = [stateOf(one, early), stateOf(one, late)];
        const [there, back] = [changesBetween(a, b), changesBetween(b, a)];
        expect(told(back, -1)).toEqual(told(there, 1));
        expect(back.sentences.map(({ condition, before, after }) => [condition, after, before])).toEqual(
          there.sentences.map(({ condition, before, after }) => [condition, before, after]),
        );
      }),
      { numRuns: 40 },
    );
  });
});
