import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { colours } from "../../theme/tokens.ts";
import { circle, group, line, path, rect, text } from "./marks.ts";
import type { Mark, Scene } from "./scene.ts";
import { renderSvg } from "./svg.ts";

function svgOf(...marks: readonly Mark[]): string {
  return renderSvg({ width: 100, height: 50, marks }, { id: "c1", title: "Titel", summary: "Satz." });
}

describe("renderSvg", () => {
  test("names the drawing and describes it without a tooltip", () => {
    const svg = svgOf(group("datum:a", [rect("bar", 0, 0, 10, 5, { fill: "blue" })], "Polen: 3.395 Personen"));
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" id="c1" viewBox="0 0 100 50" width="100" height="50" role="group" aria-label="Titel" aria-describedby="c1-desc"><desc id="c1-desc">Satz\.<\/desc>/,
    );
    expect(svg).not.toContain("<title");
  });

  test("without anything to be read, the whole is one image", () => {
    expect(svgOf(rect("a", 0, 0, 1, 1, { fill: "blue" }))).toContain('role="img"');
  });

  test("a group with a reading is an image with that name, all else is hidden from screen readers", () => {
    const svg = svgOf(
      group("outer", [
        group("datum:a", [text("label", 1, 2, "Polen", { size: 18 })], "Polen: 3.395"),
        line("grid", 0, 0, 1, 1, { stroke: "line" }),
      ]),
    );
    expect(svg).toContain(
      '<g data-key="outer"><g data-key="datum:a" role="img" aria-label="Polen: 3.395" data-reading="Polen: 3.395"><text data-key="label" x="1"',
    );
    expect(svg).toContain('<line data-key="grid" aria-hidden="true"');
  });

  test("writes every kind of mark with its colours from the tokens", () => {
    const svg = svgOf(
      rect("r", 1, 2, 3, 4, { fill: "blue", radius: 2, grow: "right" }),
      circle("c", 1, 2, 3, { fill: "none", stroke: "gold", strokeWidth: 2 }),
      path("p", "M0,0L1,1", { stroke: "line", dash: "4 3" }),
      text("t", 1, 2, "Zahl", { size: 18, weight: "bold", anchor: "end", fill: "muted" }),
    );
    expect(svg).toContain(
      `<rect data-key="r" aria-hidden="true" x="1" y="2" width="3" height="4" rx="2" data-grow="right" fill="${colours.blue}"/>`,
    );
    expect(svg).toContain(
      `<circle data-key="c" aria-hidden="true" cx="1" cy="2" r="3" fill="none" stroke="${colours.gold}" stroke-width="2"/>`,
    );
    expect(svg).toContain(`<path data-key="p" aria-hidden="true" d="M0,0L1,1" stroke="${colours.line}" stroke-dasharray="4 3"/>`);
    expect(svg).toContain(
      `<text data-key="t" aria-hidden="true" x="1" y="2" font-size="18" font-weight="700" text-anchor="end" fill="${colours.muted}">Zahl</text>`,
    );
  });

  test("numbers are written as they are, to two decimals", () => {
    fc.assert(
      fc.property(fc.double({ min: -5000, max: 5000, noNaN: true }), (value) => {
        const written = / x="([^"]*)"/.exec(svgOf(rect("r", value, 0, 1, 1, { fill: "blue" })))?.[1] ?? "";
        expect(written).toMatch(/^(0|-?(0|[1-9]\d*)(\.\d?[1-9])?)$/);
        expect(Math.abs(Number(written) - value)).toBeLessThanOrEqual(0.005 + 1e-9);
      }),
    );
  });

  test("numbers have at most two decimals", () => {
    expect(svgOf(rect("r", 1 / 3, -0.001, 10, 0.5, { fill: "blue" }))).toContain('x="0.33" y="0" width="10" height="0.5"');
  });

  test("no text becomes markup, no style attribute is written, nothing is left that XML forbids", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (content) => {
        const scene: Scene = { width: 10, height: 10, marks: [group(content, [text(content, 0, 0, content, { size: 16 })], content)] };
        const svg = renderSvg(scene, { id: "x", title: content, summary: content });
        expect(svg.replace(/<\/?(svg|desc|g|text)( [a-zA-Z-]+="[^"<>]*")*>/g, "")).not.toMatch(/[<>]/);
        expect(svg).not.toMatch(/ style=/);
        // oxlint-disable-next-line no-control-regex -- just these must be gone
        expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        expect(svg).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: 300 },
    );
  });
});
