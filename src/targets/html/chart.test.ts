import { describe, expect, it } from "vitest";
import type { CategoryChart } from "../../chart/model.ts";
import type { ChartBlock } from "../../deck/model.ts";
import { renderChart } from "./chart.ts";
import { figure, span, tagsOf } from "./testing.ts";

function bars(title: string, labels: readonly string[]): CategoryChart {
  return {
    kind: "bar",
    id: "10-laender-1",
    title,
    summary: "Rumänien hat am meisten.",
    credits: [],
    span,
    orientation: "horizontal",
    unit: "Personen",
    categories: labels.map((label) => ({ key: label, label, role: "plain" })),
    series: [{ key: "s", label: title, colour: "series-1", values: labels.map((_, i) => figure(i + 1, String(i + 1))) }],
  };
}

function block(...views: readonly (readonly [string, CategoryChart])[]): ChartBlock {
  return { kind: "chart", span, views: views.map(([label, chart]) => ({ label, chart })) };
}

const box = { width: 600, height: 300 };

function modelIn(html: string): unknown {
  return JSON.parse(/<script type="application\/json" class="chart-model">(.*?)<\/script>/s.exec(html)?.[1] ?? "null");
}

describe("renderChart", () => {
  it("names the figure, draws it, tells it in a sentence and keeps its data", () => {
    const html = renderChart(block(["", bars("Nach Staaten", ["Rumänien", "Polen"])]), box);
    expect(html).toContain('<figure class="chart chart-bar" data-chart="10-laender-1" aria-labelledby="10-laender-1-title">');
    expect(html).toContain('<figcaption class="visually-hidden" id="10-laender-1-title">Nach Staaten</figcaption>');
    expect(html).toContain('<div class="drawing" data-view="0"><svg');
    expect(html).toContain("Rumänien hat am meisten.");
    expect(html).toContain("<summary><span>Daten als Tabelle</span>");
    expect(html).not.toContain("<fieldset");
  });

  it("gives the browser the model without origins", () => {
    const model = modelIn(renderChart(block(["", bars("a", ["b"])]), box));
    expect(model).toMatchObject({
      frame: { width: 600, height: 300, label: 18, small: 16 },
      views: [{ chart: { kind: "bar", series: [{ values: [{ value: 1, text: "1" }] }] } }],
    });
    expect(JSON.stringify(model)).not.toMatch(/"(?:origin|span)"/);
  });

  it("cuts a map's degrees to what can be seen", () => {
    const chart = { ...bars("a", ["b"]), shape: { type: "Polygon", coordinates: [[[7.9123456789, 52.8987654321]]] } };
    expect(JSON.stringify(modelIn(renderChart(block(["", chart]), box)))).toContain("[7.9123,52.8988]");
  });

  it("has a switch for several views that works without a script, and room for it", () => {
    const html = renderChart(block(["Anzahl", bars("a", ["b"])], ["Anteil", bars("c", ["d"])]), box);
    expect(html).toContain('<legend class="visually-hidden">Darstellung</legend>');
    expect(html).toContain('<input type="radio" name="10-laender-1-view" value="0" checked><span>Anzahl</span>');
    expect(html).toContain('<input type="radio" name="10-laender-1-view" value="1"><span>Anteil</span>');
    expect(html.match(/class="drawing"/g)).toHaveLength(2);
    expect(modelIn(html)).toMatchObject({ frame: { width: 600, height: 300, aside: expect.any(Number) } });
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("sets columns of numbers right, and columns of words left", () => {
    const html = renderChart(block(["", bars("a", ["b", "c"])]), box);
    expect(html).toMatch(/<th scope="row">b<\/th><td class="right">1<\/td>/);
    const day = { day: "2014-04-14", date: "14.04.2014", label: "Erlass", highlight: false };
    const { id, title, summary, credits } = bars("a", []);
    const timeline = renderChart(
      { kind: "chart", span, views: [{ label: "", chart: { kind: "timeline", id, title, summary, credits, span, events: [day] } }] },
      box,
    );
    expect(timeline).toContain("<td>Erlass</td>");
  });

  it("shows markup in labels as characters", () => {
    const hostile = "</script><script>alert(1)</script>";
    const html = renderChart(block([hostile, bars(hostile, [hostile])], [hostile, bars(hostile, [hostile])]), box);
    expect(tagsOf(html).filter((tag) => tag.startsWith("<script"))).toEqual(['<script type="application/json" class="chart-model">']);
    expect(modelIn(html)).toMatchObject({ views: [{ label: hostile }, { label: hostile }] });
  });
});
