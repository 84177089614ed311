/** The bench's results as Markdown tables. */

import type { BuildResult, Summary } from "./builds.ts";
import type { LiveResult } from "./live.ts";
import type { BriefingResult, PowerPointResult } from "./powerpoints.ts";
import type { TableResult } from "./tables.ts";

type Row = readonly [what: string, cells: readonly string[], goal: string];

export function tableText(builds: readonly BuildResult[], lives: readonly LiveResult[]): string {
  const sizes = builds.map(({ slides }) => slides);
  const ofBuilds = (what: string, cell: (build: BuildResult) => string, goal = ""): Row => [what, builds.map(cell), goal];
  const ofLives = (what: string, cell: (live: LiveResult) => string, goal = ""): Row => [
    what,
    sizes.map((slides) => {
      const live = lives.find((result) => result.slides === slides);
      return live === undefined ? "" : cell(live);
    }),
    goal,
  ];
  const rows: readonly Row[] = [
    ofBuilds("floor: marked alone, s", ({ marked }) => seconds(marked)),
    ofBuilds("floor: bare Vite build of reveal.js and d3, s", ({ vite }) => seconds(vite)),
    ofBuilds("**stichtag build**, s", ({ stichtag }) => seconds(stichtag)),
    ofBuilds("÷ marked", ({ stichtag, marked }) => ratio(stichtag.wall, marked.wall), "≤ 2.0 at 1,000"),
    ofBuilds("÷ marked, processor time", ({ stichtag, marked }) => ratio(stichtag.cpu, marked.cpu)),
    ofBuilds("÷ bare Vite", ({ stichtag, vite }) => ratio(stichtag.wall, vite.wall), "≤ 1.3 at 12"),
    ofBuilds("very first build, nothing cached, s", ({ first }) => first.toFixed(2)),
    ofBuilds("÷ bare Vite", ({ first, vite }) => ratio(first, vite.wall)),
    ofBuilds("peak memory, MiB", ({ stichtag }) => whole(stichtag.peak), "< 350 at 1,000"),
    ofBuilds("file, MB", ({ bytes }) => (bytes / 1e6).toFixed(2)),
    ofLives("floor: edit of words, ms", ({ floor }) => whole(floor)),
    ofLives("**edit of words**, ms", ({ words }) => whole(words), "≤ 30 at 100, ≤ 100 at 1,000"),
    ofLives("÷ floor", ({ words, floor }) => ratio(words, floor)),
    ofLives("**edit of a number in a chart**, ms", ({ number }) => whole(number), "≤ 30 at 100, ≤ 100 at 1,000"),
    ofLives("19 of 20 edits within, ms", ({ slow }) => whole(slow)),
    ofLives("first edit, ms", ({ first }) => whole(first), "≤ 250"),
    ofLives("edits lost, of all made", ({ lost, made }) => `${lost} of ${made}`, "0"),
  ];
  return table(sizes, rows);
}

export function powerPointTable(results: readonly PowerPointResult[], { pandoc, stichtag }: BriefingResult): string {
  const of = (what: string, cell: (result: PowerPointResult) => string, goal = ""): Row => [what, results.map(cell), goal];
  const sized = table(
    results.map(({ slides }) => slides),
    [
      of("floor: pptxgenjs alone, s", ({ pptxgenjs }) => seconds(pptxgenjs)),
      of("**stichtag pptx**, s", (result) => seconds(result.stichtag)),
      of("÷ pptxgenjs", (result) => ratio(result.stichtag.wall, result.pptxgenjs.wall), "≤ 1.15 at 1,000"),
      of("÷ pptxgenjs, processor time", (result) => ratio(result.stichtag.cpu, result.pptxgenjs.cpu)),
      of("peak memory, MiB (pptxgenjs)", (result) => `${whole(result.stichtag.peak)} (${whole(result.pptxgenjs.peak)})`, "no more"),
      of("file, MB (pptxgenjs)", ({ bytes }) => `${megabytes(bytes.stichtag)} (${megabytes(bytes.pptxgenjs)})`, "≤ 6 at 1,000"),
    ],
  );
  const against =
    pandoc === undefined ? "no pandoc here" : `pandoc ${seconds(pandoc)} s, ratio ${ratio(stichtag.wall, pandoc.wall)} (goal ≤ 2)`;
  return `${sized}\n\nmut-briefing to PowerPoint: ${seconds(stichtag)} s; ${against}`;
}

export function tableOfTables({ rows, bytes, lines, selected, all }: TableResult): string {
  const head = ["reading a ffcsv", "s", "÷ lines", "÷ lines, processor time", "peak memory, MiB", "goal"];
  const of = (what: string, summary: Summary, goal: string): string =>
    line([what, seconds(summary), ratio(summary.wall, lines.wall), ratio(summary.cpu, lines.cpu), whole(summary.peak), goal]);
  return [
    `A ffcsv of ${rows.toLocaleString("en")} rows, ${megabytes(bytes)} MB:\n`,
    line(head),
    line(["---", "--:", "--:", "--:", "--:", "---"]),
    of("floor: cut into lines", lines, ""),
    of("**one district of 400**", selected, "≤ 3, < 300 MiB"),
    of("all values", all, "< 300 MiB"),
  ].join("\n");
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(2);
}

function table(sizes: readonly number[], rows: readonly Row[]): string {
  const head = ["slides", ...sizes.map((slides) => slides.toLocaleString("en")), "goal"];
  const rule = head.map((_, index) => (index === 0 || index === head.length - 1 ? "---" : "--:"));
  return [line(head), line(rule), ...rows.map(([what, cells, goal]) => line([what, ...cells, goal]))].join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function seconds({ wall }: Summary): string {
  return wall.toFixed(2);
}

function ratio(value: number, floor: number): string {
  const result = value / floor;
  return Number.isNaN(result) ? "–" : result.toFixed(2);
}

function whole(value: number): string {
  return Number.isNaN(value) ? "–" : `${Math.round(value)}`;
}
