import { describe, expect, it } from "vitest";
import type { Chart } from "../../chart/model.ts";
import { chartFaults, chartsOf, slideFaults, slideOf } from "../testing.ts";

const chartOf = (yaml: string): Chart => {
  const [chart] = chartsOf(yaml);
  if (chart === undefined) throw new Error("no chart");
  return chart;
};

/** Categories and numbers: "Aurach 1.234!", with ! for a highlight and * for the rest. */
function rows(chart: Chart): readonly string[] {
  if (!("categories" in chart)) return [];
  const marks = { plain: "", highlight: "!", rest: "*" };
  return chart.categories.map(({ label, role }, i) =>
    [label + marks[role], ...chart.series.map(({ values }) => values[i]?.text)].join(" ").replaceAll("\u00a0", ""),
  );
}

describe("bars and columns", () => {
  it("are sorted, named by the slide, and say unit and day", () => {
    const chart = chartOf("kind: bar\ndata: orte\nhighlight: Celle");
    expect(rows(chart)).toEqual(["Aurach 1.234", "Bad Bühl am See 300", "Celle! 50"]);
    expect(chart).toMatchObject({
      id: "01-a-chart-1",
      title: "Titel",
      subtitle: "Personen, Stichtag 31.12.2020",
      unit: "Personen",
      keyName: "Ort",
      orientation: "horizontal",
      series: [{ label: "Personen", colour: "blue" }],
    });
    expect(chart.summary).not.toBe("");
    expect(chartOf("kind: column\ndata: orte")).toMatchObject({ orientation: "vertical" });
  });

  it.each([
    ["sort: ascending", ["Celle 50", "Bad Bühl am See 300", "Aurach 1.234"]],
    ["sort: label", ["Aurach 1.234", "Bad Bühl am See 300", "Celle 50"]],
    ["sort: none\nlabels: { Bad Bühl: Bühl }", ["Aurach 1.234", "Bühl 300", "Celle 50"]],
    ["top: 1\nrest: Übrige", ["Aurach 1.234", "Übrige* 350"]],
    ["top: 3\nrest: Übrige", ["Aurach 1.234", "Bad Bühl am See 300", "Celle 50"]],
    ["top: 2\nsort: ascending", ["Bad Bühl am See 300", "Aurach 1.234"]],
    ["rest: { label: Andere, value: 2000 - sum(orte) }", ["Aurach 1.234", "Bad Bühl am See 300", "Celle 50", "Andere* 416"]],
    ["format: million(3)", ["Aurach 0,001Mio.", "Bad Bühl am See 0,000Mio.", "Celle 0,000Mio."]],
  ])("with %j", (fields, expected) => {
    expect(rows(chartOf(`kind: bar\ndata: orte\n${fields}`))).toEqual(expected);
  });

  it("know what the gathered rest is made of", () => {
    const chart = chartOf("kind: bar\ndata: orte\ntop: 1\nrest: Übrige");
    const rest = "series" in chart ? chart.series[0]?.values[1] : undefined;
    expect(rest?.origin).toMatchObject({ kind: "computed", inputs: [{ value: 300 }, { value: 50 }] });
  });

  it("show signs in the place of numbers, last and unsummed", () => {
    expect(rows(chartOf("kind: bar\ndata: amt"))).toEqual(["a 30", "c -", "b ."]);
    expect(chartFaults("kind: bar\ndata: amt\ntop: 1\nrest: Übrige")).toEqual(["sum-with-missing: Übrige"]);
  });
});

describe("several series", () => {
  const both = 'series:\n  - { label: "2019", data: orte @ previous }\n  - { label: "2020", data: orte }';
  it("stand in the order of the data, in colours of their own", () => {
    const chart = chartOf(`kind: grouped\n${both}`);
    expect(rows(chart)).toEqual(["Aurach 1.000 1.234", "Bad Bühl am See 400 300", "Celle 50 50"]);
    expect(chart).toMatchObject({
      orientation: "vertical",
      series: [
        { key: "2019", colour: "series-1" },
        { key: "2020", colour: "series-2" },
      ],
    });
  });

  it("are gathered and sorted together", () => {
    expect(rows(chartOf(`kind: stacked\ntop: 1\nrest: Rest\n${both}`))).toEqual(["Aurach 1.000 1.234", "Rest* 450 350"]);
    expect(rows(chartOf(`kind: percent\nsort: ascending\norientation: horizontal\n${both}`))).toEqual([
      "Celle 50 50",
      "Bad Bühl am See 400 300",
      "Aurach 1.000 1.234",
    ]);
  });
});

describe("parts of a whole", () => {
  it("have shares, and what is missing to the whole", () => {
    const chart = chartOf("kind: donut\ndata: orte\nwhole: 40 * orte.Celle\nhighlight: Aurach");
    expect(chart).toMatchObject({ kind: "donut", whole: { text: "2.000" } });
    const parts =
      chart.kind === "donut"
        ? chart.parts.map(({ category, figure, share, colour }) =>
            `${category.label} ${figure.text} ${share.text} ${colour}`.replaceAll("\u00a0", ""),
          )
        : [];
    expect(parts).toEqual(["Aurach 1.234 62% blue", "Bad Bühl am See 300 15% calm", "Celle 50 3% calm", "Übrige 416 21% rest"]);
  });

  it("of their sum", () => {
    const chart = chartOf("kind: waffle\ndata: orte\ntop: 1\nrest: Übrige");
    expect(chart.kind === "waffle" && chart.parts.map(({ category, figure }) => `${category.label} ${figure.text}`)).toEqual([
      "Aurach 1.234",
      "Übrige 350",
    ]);
  });

  it.each([
    ["kind: donut\ndata: orte\nwhole: orte.Aurach", ["parts-exceed-whole: orte"]],
    ["kind: donut\ndata: amt", ["part-missing: amt"]],
    ["kind: donut\ndata: orte - orte @ previous", ["negative-part: orte - orte @ previous"]],
    ["kind: donut\ndata: orte\nwhole: amt.b", ["units-differ: amt.b"]],
    ["kind: donut\ndata: amt @ 2019-06-30\nwhole: amt.b", ["whole-is-zero: amt @ 2019-06-30"]],
  ])("with faults: %j", (yaml, expected) => {
    expect(chartFaults(yaml)).toEqual(expected);
  });
});

describe("values over time", () => {
  it("stand at their days, with breaks", () => {
    expect(chartOf("kind: line\ndata: orte.Aurach")).toMatchObject({
      days: ["2019-12-31", "2020-12-31"],
      series: [{ label: "Titel", colour: "blue", values: [{ text: "1.000" }, { text: "1.234" }] }],
      breaks: [],
      unit: "Personen",
      subtitle: "Personen",
    });
    expect(chartOf("kind: area\ndata: amt.a")).toMatchObject({ breaks: [{ day: "2020-06-30", reason: "Neue Abgrenzung." }] });
  });

  it("stress one series and calm the others", () => {
    const yaml = "kind: slope\nhighlight: Celle\nseries:\n  - { label: Aurach, data: orte.Aurach }\n  - { label: Celle, data: orte.Celle }";
    expect(chartOf(yaml)).toMatchObject({ kind: "slope", series: [{ colour: "calm" }, { colour: "blue" }] });
  });

  it.each([
    ["days: [2020-12-31, 2018-12-31]", ["day-without-value: [2020-12-31, 2018-12-31]", "too-few-days: [2020-12-31, 2018-12-31]"]],
    ["only: 6-30", ["not-a-day-of-year: 6-30"]],
    ["only: 06-30", ["no-days: kind: line\ndata: orte.Aurach\nonly: 06-30"]],
    ["since: 2020-01-01", ["too-few-days: kind: line\ndata: orte.Aurach\nsince: 2020-01-01"]],
    ["highlight: Orach", ["unknown-key-in-field: Orach"]],
    ["top: 3", ["unknown-field: top"]],
  ])("with faults: %j", (fields, expected) => {
    expect(chartFaults(`kind: line\ndata: orte.Aurach\n${fields}`)).toEqual(expected);
  });
});

describe("maps", () => {
  it("find areas by their official keys", () => {
    const chart = chartOf(
      "kind: choropleth\nmap: orte\nsurroundings: umland\ndata: share(orte, orte)\nformat: percent(0)\nhighlight: Celle\nlabels: { Bad Bühl: Bühl }\nclasses: [0, 0.1, 0.5, 1]",
    );
    expect(
      chart.kind === "choropleth" &&
        chart.areas.map(({ label, figure, highlight }) => `${label} ${figure.text}${highlight ? "!" : ""}`.replaceAll("\u00a0", "")),
    ).toEqual(["Aurach 78%", "Bühl 19%", "Celle 3%!"]);
    expect(chart).toMatchObject({ credits: [{ text: "© Karte" }], surroundings: [{ label: "Gebiet 12" }], classes: [{}, {}, {}] });
  });

  it("writes its classes as the deck writes numbers", () => {
    const [chart] = chartsOf("kind: choropleth\nmap: orte\ndata: orte\nclasses: [0, 1000, 2000]", "title: Test\nnumbers: narrow-space\n");
    expect(chart?.kind === "choropleth" && chart.classes.map(({ label }) => label)).toEqual([
      "0 bis unter 1\u202f000",
      "1\u202f000 bis 2\u202f000",
    ]);
  });

  it.each([
    ["map: ort\ndata: orte", ["unknown-map: ort"]],
    ["map: orte\ndata: amt", ["row-without-region: amt", "row-without-region: amt", "row-without-region: amt"]],
    ["map: umland\ndata: orte", ["region-not-on-map: orte", "region-not-on-map: orte", "region-not-on-map: orte"]],
    ["map: orte\ndata: top(2, orte)", ["areas-without-value: top(2, orte)"]],
    ["map: orte\ndata: orte\nclasses: [0, 100]", ["value-outside-classes: [0, 100]", "value-outside-classes: [0, 100]"]],
    ["map: orte\ndata: orte\nclasses: [5, 1]", ["classes-ascending: [5, 1]"]],
    ["map: orte\ndata: orte\ntop: 2", ["unknown-field: top"]],
  ])("with faults: %j", (fields, expected) => {
    expect(chartFaults(`kind: choropleth\n${fields}`)).toEqual(expected);
  });
});

describe("progress", () => {
  it("says what is reached, what is open, and the share", () => {
    expect(
      chartOf(
        "kind: progress\nvalue: orte.Celle\nwhole: orte.Bad_Bühl".replace("orte.Bad_Bühl", "'orte[\"Bad Bühl\"]'") +
          "\nlabels: { value: da, whole: 'Soll {{ orte.Celle }}', open: offen }",
      ),
    ).toMatchObject({
      value: { text: "50" },
      whole: { text: "300" },
      open: { text: "250" },
      share: { text: "17\u00a0%" },
      labels: { value: "da", whole: "Soll 50", open: "offen" },
    });
  });

  it.each([
    ["orte.Celle + orte.Celle", "sum(orte)", "sum(orte) - (orte.Celle + orte.Celle)"],
    ["orte.Aurach - orte.Celle", "2 * orte.Aurach", "2 * orte.Aurach - (orte.Aurach - orte.Celle)"],
    ["(orte.Celle + orte.Celle)", "sum(orte)", "sum(orte) - (orte.Celle + orte.Celle)"],
    ["orte.Celle * 2", "orte.Aurach - orte.Celle", "orte.Aurach - orte.Celle - orte.Celle * 2"],
    ["orte.Celle @ previous", "orte.Aurach", "orte.Aurach - orte.Celle @ previous"],
  ])("says how %s is taken from %s", (value, whole, expected) => {
    expect(chartOf(`kind: progress\nvalue: ${value}\nwhole: ${whole}`)).toMatchObject({ open: { origin: { expression: expected } } });
  });

  it.each([
    ["value: orte.Aurach\nwhole: orte.Celle", ["parts-exceed-whole: orte.Aurach"]],
    ["value: orte.Celle\nwhole: amt.a", ["units-differ: amt.a"]],
    ["value: amt.a\nwhole: amt.b", ["whole-is-zero: amt.b"]],
    ["value: orte.Celle", ["missing-field: kind: progress\nvalue: orte.Celle"]],
  ])("with faults: %j", (fields, expected) => {
    expect(chartFaults(`kind: progress\n${fields}`)).toEqual(expected);
  });
});

describe("views", () => {
  it("override the common fields", () => {
    const charts = chartsOf(`kind: bar
data: orte
highlight: Celle
views:
  - { label: Anzahl, subtitle: Personen }
  - { label: Anteil, data: "share(orte, orte)", format: percent(0) }`);
    expect(charts.map(({ id, subtitle }) => [id, subtitle])).toEqual([
      ["01-a-chart-1", "Personen"],
      ["01-a-chart-1-2", "Anteil, Stichtag 31.12.2020"],
    ]);
    expect(charts.flatMap(rows)).toEqual([
      "Aurach 1.234",
      "Bad Bühl am See 300",
      "Celle! 50",
      "Aurach 78%",
      "Bad Bühl am See 19%",
      "Celle! 3%",
    ]);
  });

  it.each([
    ["views: []", ["empty-list: []"]],
    ["views:\n  - { data: orte }", ["missing-field: { data: orte }"]],
    ["views:\n  - { label: A, daten: orte }", ["unknown-field: daten"]],
    ["views:\n  - A", ["wrong-type: A"]],
  ])("with faults: %j", (views, expected) => {
    expect(chartFaults(`kind: bar\ndata: orte\n${views}`)).toEqual(expected);
  });
});

describe("faults of charts", () => {
  it.each([
    ["kind: balken\ndata: orte", ["not-one-of: balken"]],
    ["kind: hub\ncentre: x\nspokes: [a]", ["not-one-of: hub"]],
    ["data: orte", ["missing-field: data: orte"]],
    ["kind: bar", ["data-or-series: kind: bar"]],
    ["kind: bar\ndata: orte.Celle", ["expected-table: orte.Celle"]],
    ["kind: bar\ndata: ort", ["unknown-dataset: ort"]],
    ["kind: bar\ndata: orte\nhighlight: [Celle, Cele]", ["unknown-key-in-field: Cele"]],
    ["kind: bar\ndata: orte\ntop: 1\nhighlight: Celle", ["unknown-key-in-field: Celle"]],
    ["kind: bar\ndata: orte\nlabels: { Cele: x }", ["unknown-key-in-field: Cele"]],
    ["kind: bar\ndata: orte\nrest: Übrige", ["rest-without-top: Übrige"]],
    ["kind: bar\ndata: orte\ntop: 0", ["number-too-small: 0"]],
    ["kind: bar\ndata: orte\nformat: prozent", ["unknown-format: prozent"]],
    ...["kind: bar", "kind: donut", "kind: choropleth\nmap: orte"].map((kind): [string, string[]] => [
      `${kind}\ndata: share(orte, orte)`,
      ["needs-format: share(orte, orte)"],
    ]),
    ["kind: line\ndata: orte.Aurach / 3", ["needs-format: orte.Aurach / 3"]],
    ["kind: bar\nseries:\n  - { label: A, data: orte }\n  - { label: B, data: orte }", ["one-series-only: { label: B, data: orte }"]],
    ["kind: grouped\nseries:\n  - { label: A, data: orte }\n  - { label: A, data: orte }", ["duplicate-series: { label: A, data: orte }"]],
    [
      "kind: grouped\nseries:\n  - { label: A, data: orte, colour: pink }\n  - { label: B, data: amt }",
      ["not-one-of: pink", "units-differ: amt"],
    ],
    ["kind: grouped\nseries: []", ["empty-list: []"]],
    ["kind: grouped\nseries:\n  - { label: A, data: orte }\n  - { label: B, data: 'top(2, orte)' }", ["row-without-value: top(2, orte)"]],
    ["kind: bar\ndata: orte\nsubtitle: am {{ stichtg(orte) | date }}", ["unknown-function: stichtg"]],
    ["- a", ["wrong-type: - a"]],
  ])("are told: %j", (yaml, expected) => {
    expect(chartFaults(yaml)).toEqual(expected.map((one) => expect.stringContaining(one)));
  });

  it("name the key for a label", () => {
    expect(chartFaults("kind: bar\ndata: orte\nhighlight: Bad Bühl am See")).toEqual(["unknown-key-in-field: Bad Bühl am See"]);
  });
});

const diagram = (yaml: string): string => `---\nlayout: chart\n---\n# Titel\n\n\`\`\`diagram\n${yaml}\n\`\`\``;

const charted = (yaml: string): unknown => {
  const block = slideOf(diagram(yaml)).regions[0]?.blocks[0];
  return block?.kind === "chart" ? block.views[0]?.chart : undefined;
};

describe("diagrams", () => {
  it("are hubs, networks and timelines", () => {
    expect(charted("kind: hub\ncentre: Mitte\nspokes: [a, '{{ orte.Celle }} Leute', { label: c, highlight: true }]")).toMatchObject({
      kind: "hub",
      spokes: [{ label: "a", highlight: false }, { label: "50 Leute" }, { label: "c", highlight: true }],
    });
    expect(
      charted(
        "kind: network\ntitle: Netz\ncentre: Mitte\ngroups:\n  - { label: A, members: [a, b] }\n  - { label: B, members: [c], colour: red }",
      ),
    ).toMatchObject({
      title: "Netz",
      groups: [{ colour: "series-1", members: ["a", "b"] }, { colour: "red" }],
    });
    expect(
      charted("kind: timeline\nevents:\n  - { date: 2016-03-01, label: spät }\n  - { date: 2014-04-14, label: früh, highlight: true }"),
    ).toMatchObject({
      events: [{ date: "14.04.2014", label: "früh", highlight: true }, { date: "01.03.2016" }],
    });
  });

  it.each([
    ["kind: bar\ndata: orte", ["not-one-of: bar"]],
    ["kind: hub\ncentre: x\nspokes: []", ["empty-list: []"]],
    ["kind: hub\nspokes: [a]", ["missing-field"]],
    ["kind: network\ncentre: x\ngroups:\n  - { label: A }", ["missing-field: { label: A }"]],
    ["kind: timeline\nevents:\n  - { date: 2014-02-30, label: x }", ["no-such-day: 2014-02-30"]],
  ])("with faults: %j", (yaml, expected) => {
    expect(slideFaults(diagram(yaml))).toEqual(expected.map((one) => expect.stringContaining(one)));
  });
});
