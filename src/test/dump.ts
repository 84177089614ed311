/**
 * A deck as stable, readable text, for the expected files of golden cases: slides, regions, blocks, and below each slide
 * its figures, each with value, unit, format and the lines of data it rests on.
 */

import type { Category, Chart, ChartBase } from "../chart/model.ts";
import { type Figure, isMissing, type Missing, type Origin, type Quantity } from "../data/figure.ts";
import type { Block, Deck, Inline, ListItem, Slide, TableBlock } from "../deck/model.ts";
import { positionAt, type Span } from "../source/source.ts";

/**
 * The whole deck; ends with a line break. A figure in running text stands in ‹ ›, a bound date or text in ‹‹ ››.
 * Blanks that one cannot tell apart are shown: no-break as ⍽, narrow no-break as ⎵, soft hyphen as ¬, no-break hyphen as ‑ (as it is).
 */
export function dumpDeck(deck: Deck): string {
  const head = [
    `deck ${deck.id}: ${deck.title}`,
    ...fields({
      subtitle: deck.subtitle,
      event: deck.event,
      date: deck.date,
      author: deck.author,
      contact: deck.contact && Object.values(deck.contact).join(" · "),
      state: deck.state && stateLine(deck.state),
      "as of": deck.asOf,
      "known on": deck.knownOn,
      canvas: deck.canvas,
    }),
  ];
  return visible([...head, ...deck.slides.flatMap((slide) => ["", ...dumpSlide(slide)])].join("\n")) + "\n";
}

function stateLine(state: NonNullable<Deck["state"]>): string {
  if (state.kind === "released")
    return `released on ${state.on} by ${state.by}${state.fingerprint === undefined ? "" : ` as ${state.fingerprint}`}, now ${state.now}`;
  const data = state.data.map(
    ({ release, slides, figures }) => `${release.dataset} ${release.stichtag} on ${slides.join(", ")}: ${figures.join("; ")}`,
  );
  return ["draft", ...data].join(" | ");
}

function visible(text: string): string {
  return text.replaceAll("\u00a0", "⍽").replaceAll("\u202f", "⎵").replaceAll("\u00ad", "¬");
}

function fields(named: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(named).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [`  ${name}: ${value}`]));
}

function dumpSlide(slide: Slide): readonly string[] {
  const figures: Figure[] = [];
  const show = new Shower(figures);
  const regions = slide.regions.flatMap(({ region, blocks }) => [`  ::: ${region}`, ...indent(show.blocks(blocks), 2)]);
  const kicker = show.inlines(slide.kicker);
  const title = show.inlines(slide.title);
  const notes = show.blocks(slide.notes);
  return [
    `slide ${slide.id} (${slide.layout})`,
    ...fields({ kicker, title }),
    ...regions,
    ...(notes.length === 0 ? [] : ["  notes", ...indent(notes, 2)]),
    ...fields({ said: slide.said.map((inline) => show.inlines([inline])).join(" ") }),
    ...fields({ source: show.inlines(slide.sourceLine) }),
    ...slide.footnotes.map((footnote) => `  footnote: ${footnote}`),
    ...slide.releases.map(
      (release) => `  rests on: ${release.dataset} ${release.stichtag}${release.knownOn ? ` known on ${release.knownOn}` : ""}`,
    ),
    ...(figures.length === 0 ? [] : ["  figures", ...figures.flatMap((figure) => indent(dumpFigure(figure), 2))]),
  ];
}

/** Shows blocks and inlines as lines, and gathers the figures met, in reading order. */
class Shower {
  readonly #figures: Figure[];
  constructor(figures: Figure[]) {
    this.#figures = figures;
  }

  figure(figure: Figure): string {
    this.#figures.push(figure);
    return `‹${figure.text}›`;
  }

  inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.inline(inline)).join("");
  }

  inline(inline: Inline): string {
    switch (inline.kind) {
      case "text":
        return inline.text;
      case "strong":
        return `**${this.inlines(inline.content)}**`;
      case "emphasis":
        return `*${this.inlines(inline.content)}*`;
      case "deleted":
        return `~~${this.inlines(inline.content)}~~`;
      case "code":
        return `\`${inline.text}\``;
      case "break":
        return "⏎";
      case "link":
        return `[${this.inlines(inline.content)}](${inline.address}${inline.title === undefined ? "" : ` "${inline.title}"`})`;
      case "image":
        return `![${inline.image.alternative}](${inline.image.address})`;
      case "figure":
        return this.figure(inline.figure);
      case "bound":
        return `‹‹${inline.text}››`;
      case "literal":
        return `[${this.inlines(inline.content)}]{literal: ${inline.reason}}`;
      case "claim":
        return `[${this.inlines(inline.content)}]{${inline.condition}}`;
    }
  }

  blocks(blocks: readonly Block[]): readonly string[] {
    return blocks.flatMap((block) => this.block(block));
  }

  block(block: Block): readonly string[] {
    switch (block.kind) {
      case "heading":
        return [`heading ${block.level}: ${this.inlines(block.content)}`];
      case "paragraph":
        return [`paragraph: ${this.inlines(block.content)}`];
      case "list":
        return block.items.flatMap((item, index) => this.item(item, block.ordered ? `${block.start + index}.` : "-"));
      case "quote":
        return ["quote", ...indent(this.blocks(block.blocks), 1)];
      case "code":
        return [`code ${block.language}`, ...block.text.split("\n").map((line) => `  | ${line}`)];
      case "rule":
        return ["rule"];
      case "table":
        return this.table(block);
      case "figures":
        return block.items.flatMap((item) => [
          `key figure ${this.figure(item.figure)} ${this.inlines(item.label)}${item.highlight ? " (highlight)" : ""}`,
          ...fields({ group: item.group }),
          ...item.details.map((detail) => `  detail: ${this.inlines(detail)}`),
        ]);
      case "chart":
        return block.views.flatMap(({ label, chart }) => [`view ${label}`, ...indent(this.chart(chart), 1)]);
    }
  }

  item(item: ListItem, bullet: string): readonly string[] {
    const box = item.checked === undefined ? "" : item.checked ? "[x] " : "[ ] ";
    const [first = "", ...more] = this.blocks(item.blocks);
    return [`${bullet} ${box}${first}`, ...indent(more, 1)];
  }

  table(table: TableBlock): readonly string[] {
    const columns = table.columns.map(({ header, align }) => `${this.inlines(header)} (${align})`);
    return [
      `table${table.rowHeaders ? " with row headers" : ""}`,
      ...fields({ caption: this.inlines(table.caption) }),
      `  ${columns.join(" | ")}`,
      ...table.rows.map(
        ({ role, cells }) => `  ${cells.map((cell) => this.inlines(cell)).join(" | ")}${role === "plain" ? "" : ` (${role})`}`,
      ),
    ];
  }

  chart(chart: Chart): readonly string[] {
    return [...chartHead(chart), ...indent(this.chartBody(chart), 1)];
  }

  chartBody(chart: Chart): readonly string[] {
    switch (chart.kind) {
      case "bar":
      case "column":
      case "grouped":
      case "stacked":
      case "percent":
        return [
          `${chart.orientation}, ${chart.unit}`,
          ...chart.series.map(({ label, colour }) => `series ${label} (${colour})`),
          ...chart.categories.map((category, index) =>
            [categoryName(category), ...chart.series.map(({ values }) => this.optional(values[index]))].join(" | "),
          ),
        ];
      case "donut":
      case "waffle":
        return [
          `whole ${this.figure(chart.whole)}`,
          ...chart.parts.map(
            ({ category, colour, figure, share }) =>
              `${categoryName(category)} (${colour}) | ${this.figure(figure)} | ${this.figure(share)}`,
          ),
        ];
      case "line":
      case "area":
      case "slope":
        return [
          chart.unit,
          ...chart.series.map(({ label, colour }) => `series ${label} (${colour})`),
          ...chart.days.map((day, index) => [day, ...chart.series.map(({ values }) => this.optional(values[index]))].join(" | ")),
          ...chart.breaks.map(({ day, reason }) => `break ${day}: ${reason}`),
        ];
      case "choropleth":
        return [
          chart.unit,
          ...chart.classes.map(({ from, to, label, colour }) => `class ${from} to ${to}: ${label} (${colour})`),
          ...chart.areas.map(({ label, figure, highlight }) => `${label}${highlight ? " (highlight)" : ""} | ${this.figure(figure)}`),
          ...chart.surroundings.map(({ label }) => `around it: ${label}`),
        ];
      case "progress":
        return [
          `${chart.labels.value} ${this.figure(chart.value)}`,
          `${chart.labels.whole} ${this.figure(chart.whole)}`,
          `${chart.labels.open} ${this.figure(chart.open)}`,
          `share ${this.figure(chart.share)}`,
        ];
      case "hub":
        return [
          `centre ${chart.centre}`,
          ...chart.spokes.map(({ label, highlight }) => `spoke ${label}${highlight ? " (highlight)" : ""}`),
        ];
      case "network":
        return [
          `centre ${chart.centre}`,
          ...chart.groups.flatMap(({ label, colour, members }) => [
            `group ${label} (${colour})`,
            ...members.map((member) => `  ${member}`),
          ]),
        ];
      case "timeline":
        return chart.events.map(({ day, date, label, highlight }) => `${day} ${date} ${label}${highlight ? " (highlight)" : ""}`);
    }
  }

  optional(figure: Figure | undefined): string {
    return figure === undefined ? "(none)" : this.figure(figure);
  }
}

function chartHead(chart: Chart): readonly string[] {
  const { id, title, subtitle, summary, credits }: ChartBase = chart;
  return [`chart ${chart.kind} ${id}: ${title}`, ...fields({ subtitle, summary }), ...credits.map(({ text }) => `  credit: ${text}`)];
}

function categoryName({ key, label, role }: Category): string {
  return `${label}${key === label ? "" : ` [${key}]`}${role === "plain" ? "" : ` (${role})`}`;
}

function dumpFigure(figure: Figure): readonly string[] {
  return [`‹${figure.text}› ${figure.format} at ${place(figure.span)}`, ...indent(dumpQuantity(figure), 1)];
}

function dumpQuantity({ value, unit, origin }: Quantity): readonly string[] {
  const shown = `${valueText(value)}${unit === "" ? "" : ` ${unit}`}`;
  return [`${shown} = ${originHead(origin)}`, ...(origin.kind === "computed" ? indent(origin.inputs.flatMap(dumpQuantity), 1) : [])];
}

/** Twelve significant digits: enough to see a mistake, too few to see the last bit of a division. */
function valueText(value: number | Missing): string {
  return isMissing(value) ? `missing ${value.symbol} (${value.meaning})` : `${Number(value.toPrecision(12))}`;
}

function originHead(origin: Origin): string {
  switch (origin.kind) {
    case "datum":
      return `${origin.dataset.id}/${origin.release.stichtag}/${origin.path.join("/")} at ${place(origin.span)}`;
    case "computed":
      return `${origin.operation}: ${origin.expression} at ${place(origin.span)}`;
    case "literal":
      return `written at ${place(origin.span)}`;
  }
}

function place({ source, start }: Span): string {
  const { line, column } = positionAt(source, start);
  return `${source.path}:${line}:${column}`;
}

function indent(lines: readonly string[], levels: number): readonly string[] {
  return lines.map((line) => "  ".repeat(levels) + line);
}
