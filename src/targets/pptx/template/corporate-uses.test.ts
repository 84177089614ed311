import { expect, it } from "vitest";
import { compiled } from "../../../deck/testing.ts";
import { wantedOf } from "./corporate.ts";
import { usesOf } from "./corporate-uses.ts";

const slides = {
  "01-a": "---\nlayout: title\nkicker: Oben\n---\n# A\n",
  "02-b": "# B\n\nText {{ orte.Aurach }}\n\n| a |\n|---|\n| 1 |\n",
  "03-c": "---\nlayout: chart-text\n---\n# C\n\n::: chart\n```chart\nkind: bar\ndata: orte\n```\n:::\n::: text\n![Bild](bild.png)\n:::\n",
  "04-d": "---\nkicker: Oben\n---\n# D\n\n```diagram\nkind: hub\ncentre: A\nspokes: [B, C]\n```\n",
};

function uses(settings: string): unknown {
  const { value, diagnostics } = compiled(slides, settings);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
  return usesOf(value).map(({ layout, charts, regions }) => [
    layout,
    charts.join(" "),
    [...regions].map(([region, use]) => `${region}: ${[...use.kinds].join(" ")} (${use.slides.join(" ")})`),
  ]);
}

it("collects what slides put where, by layout", () => {
  expect(uses("title: T\nas_of: 2021-01-01\ndate: 2021-02-03")).toEqual([
    ["title", "", ["title: text (01-a)", "kicker: text (01-a)"]],
    [
      "content",
      "04-d",
      [
        "title: text (02-b 04-d)",
        // A hub is drawn, and fills no placeholder.
        "main: text table (02-b 04-d)",
        "source: text (02-b)",
        "page: text (02-b 04-d)",
        "date: text (02-b 04-d)",
        "kicker: text (04-d)",
      ],
    ],
    [
      "chart-text",
      "03-c",
      [
        "title: text (03-c)",
        "chart: chart (03-c)",
        "text: picture (03-c)",
        "source: text (03-c)",
        "page: text (03-c)",
        "date: text (03-c)",
      ],
    ],
  ]);
});

it("wants no date of a deck without one, and no template of a deck without one", () => {
  expect(JSON.stringify(uses("title: T\nas_of: 2021-01-01"))).not.toContain("date");
  expect(wantedOf(compiled(slides, "title: T\nas_of: 2021-01-01").value ?? fail())).toBeUndefined();
  expect(wantedOf(compiled(slides, "title: T\nas_of: 2021-01-01\ntemplate: a.potx").value ?? fail())).toMatchObject({ canvas: "16:9" });
});

function fail(): never {
  throw new Error("no deck");
}
