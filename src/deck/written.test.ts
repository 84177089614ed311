import { describe, expect, it } from "vitest";
import { deckLedger } from "./ledger/build.ts";
import type { FigureEntry } from "./ledger/entries.ts";
import { compiled } from "./testing.ts";

/** What the ledger says was written of each figure, by its text. */
function writtenIn(text: string): readonly (readonly [string, string])[] {
  const { value, diagnostics } = compiled({ "01-a": `# Orte\n\n${text}\n` });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
  return deckLedger(value).figures.map((figure: FigureEntry) => [figure.text, figure.expression]);
}

function block(kind: string, ...lines: readonly string[]): string {
  return ["```".concat(kind), ...lines, "```"].join("\n");
}

describe("a number of another moment", () => {
  it("is written with it in a placeholder", () => {
    const shown = [
      "orte.Aurach",
      "orte.Aurach @ previous",
      "as_of(orte.Celle, @2020-06-30)",
      'as_of(orte["Bad Bühl"] * 2, @ 2020-06-30)',
      "change(orte.Celle, previous)",
    ];
    const written = writtenIn(shown.map((text) => `{{ ${text} | number }}`).join(" "));
    expect(written.map(([, expression]) => expression)).toEqual(shown);
  });

  it("is written with it as a key figure", () => {
    const value = ["orte.Aurach @ 2019-12-31", '"as_of((orte.Celle @ previous), @ 2020-12-31)"', "\"orte['Bad Bühl'] @ previous\""];
    expect(writtenIn(block("figures", "items:", ...value.map((text, i) => `  - { value: ${text}, label: L${i} }`)))).toEqual([
      ["1.000", "orte.Aurach @ 2019-12-31"],
      ["50", "as_of((orte.Celle @ previous), @ 2020-12-31)"],
      ["400", 'orte["Bad Bühl"] @ previous'],
    ]);
  });

  it("is written by its own path where a table or chart shows it", () => {
    const rows = ["data: orte", "columns:", "  - { header: Ort }", "  - { header: Jetzt, data: orte }"];
    const then = ["  - { header: Damals, data: orte @ 2019-12-31, total: sum(orte @ 2019-12-31) }", "total: Alle"];
    expect(writtenIn(block("table", ...rows, ...then)).slice(0, 6)).toEqual([
      ["1.234", "orte.Aurach"],
      ["1.000", "orte.Aurach @ 2019-12-31"],
      ["300", 'orte["Bad Bühl"]'],
      ["400", 'orte["Bad Bühl"] @ 2019-12-31'],
      ["50", "orte.Celle"],
      ["50", "orte.Celle @ 2019-12-31"],
    ]);
    expect(writtenIn(block("chart", "kind: bar", "data: top(2, orte) @ previous"))).toEqual([
      ["1.000", "orte.Aurach @ previous"],
      ["400", 'orte["Bad Bühl"] @ previous'],
    ]);
    expect(writtenIn(block("chart", "kind: bar", 'data: "as_of(top(2, orte @ 2019-12-31), @ 2020-01-01)"'))[0]).toEqual([
      "1.000",
      "as_of(orte.Aurach @ 2019-12-31, @ 2020-01-01)",
    ]);
  });

  it("is written with the day at which a chart over time asks for it", () => {
    expect(writtenIn(block("chart", "kind: line", "data: orte.Aurach")).slice(0, 2)).toEqual([
      ["1.000", "orte.Aurach @ 2019-12-31"],
      ["1.234", "orte.Aurach @ 2020-12-31"],
    ]);
    const shares = ["series:", "  - { label: A, data: orte.Aurach / orte.Celle }", "  - { label: B, data: sum(orte) / orte.Celle }"];
    expect(writtenIn(block("chart", "kind: line", ...shares, "format: number(1)")).slice(0, 4)).toEqual([
      ["20,0", "(orte.Aurach / orte.Celle) @ 2019-12-31"],
      ["24,7", "(orte.Aurach / orte.Celle) @ 2020-12-31"],
      ["29,0", "(sum(orte) / orte.Celle) @ 2019-12-31"],
      ["31,7", "(sum(orte) / orte.Celle) @ 2020-12-31"],
    ]);
  });

  it("is written with the state that a table of changes asks for", () => {
    expect(writtenIn(block("changes", "rows:", "  - orte.Aurach", "  - orte")).map(([, expression]) => expression)).toContain(
      "orte.Aurach @ previous",
    );
    const since = writtenIn(block("changes", "from: 2020-01-01", "rows: [orte.Aurach]"));
    expect(since.slice(0, 2)).toEqual([
      ["1.000", "as_of(orte.Aurach, @ 2020-01-01)"],
      ["1.234", "orte.Aurach"],
    ]);
  });
});

it("names the sides of a claim as an expression would", () => {
  const { value } = compiled({ "01-a": '# [viel]{claim: orte["Bad Bühl"] > 2 * orte.Celle}\n' });
  const [claim] = value === undefined ? [] : deckLedger(value).claims;
  expect(claim?.numbers.map(({ name }) => name)).toEqual(['orte["Bad Bühl"]', "2 * orte.Celle"]);
});
