/** What a deck's slides must say in PowerPoint, in the lines of `said.ts`, by a walk over the deck alone. */

import { contentRegions, layoutOf } from "../../../theme/layouts.ts";
import type { Block, Deck, FiguresBlock, Inline, ListItem, Picture, Slide, TableBlock } from "../../deck/model.ts";
import { expectedChart } from "./expected-chart.ts";
import { breakable, type Marked, plainBold, sameAddress, written } from "./said.ts";

/** Of a slide, without its notes. @param number from 1 */
export function expectedOn(slide: Slide, deck: Deck, number: number): readonly string[] {
  const words = new Words(deck);
  const plain = layoutOf(slide.layout, deck.canvas).ground === "plain";
  const contents = contentRegions(slide.layout, deck.canvas).flatMap(
    ({ name }) => slide.regions.find(({ region }) => region === name)?.blocks ?? [],
  );
  return [
    ...line("title", breakable(words.of(slide.title))),
    ...line("kicker", words.of(slide.kicker)),
    ...contents.flatMap((block) => words.block(block, 0)),
    ...slide.footnotes.flatMap((note) => line("foot", words.text(note))),
    ...line("foot", words.of(slide.sourceLine)),
    ...(plain && deck.date !== undefined ? [`date: ${german(deck.date)}`] : []),
    ...(plain ? [`page: ${number}`] : []),
  ];
}

/** Of a slide's own notes, without the ledger after them. */
export function expectedNotes(slide: Slide, deck: Deck): readonly string[] {
  const words = new Words(deck);
  return slide.notes.flatMap((block) => words.inNotes(block));
}

function line(kind: string, words: string): readonly string[] {
  return words === "" ? [] : [`${kind}: ${words}`];
}

export function german(day: string): string {
  const [year, month, of] = day.split("-");
  return `${of}.${month}.${year}`;
}

/** As XML can hold it, without hyphens that nobody sees. */
export function clean(text: string): string {
  let kept = "";
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const held =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff);
    if (held && code !== 0xad) kept += sign;
  }
  return kept;
}

class Words {
  private readonly deck: Deck;
  private readonly slides: ReadonlyMap<string, number>;

  constructor(deck: Deck) {
    this.deck = deck;
    this.slides = new Map(deck.slides.map(({ id }, i) => [id, i + 1]));
  }

  text(text: string): string {
    return this.of([{ kind: "text", text }]);
  }

  of(inlines: readonly Inline[], marks = ""): string {
    return written(collapsed(this.runs(inlines, marks, "")));
  }

  private runs(inlines: readonly Inline[], marks: string, link: string): readonly Marked[] {
    return inlines.flatMap((inline): readonly Marked[] => {
      switch (inline.kind) {
        case "text":
        case "bound":
          return [{ text: inline.text, marks, link }];
        case "figure":
          return [{ text: inline.figure.text, marks, link }];
        case "code":
          return [{ text: inline.text, marks: withMark(marks, "c"), link }];
        case "image":
          return [{ text: inline.image.alternative, marks, link }];
        case "break":
          return [{ text: "\n", marks: "", link: "" }];
        case "strong":
          return this.runs(inline.content, withMark(marks, "b"), link);
        case "emphasis":
          return this.runs(inline.content, withMark(marks, "i"), link);
        case "deleted":
          return this.runs(inline.content, withMark(marks, "s"), link);
        case "claim":
        case "literal":
          return this.runs(inline.content, marks, link);
        case "link":
          return this.runs(inline.content, marks, this.target(inline.address, inline.title));
      }
    });
  }

  private target(address: string, title?: string): string {
    const tip = title === undefined ? "" : ` "${clean(title)}"`;
    return address.startsWith("#") ? `(#${this.slides.get(address.slice(1))}${tip})` : `(${sameAddress(clean(address))}${tip})`;
  }

  /** @param level of lists around */
  block(block: Block, level: number): readonly string[] {
    switch (block.kind) {
      case "heading":
        return line("text", this.of(block.content, "b"));
      case "paragraph":
        return level === 0 && isPictures(block.content) ? this.pictures(block.content) : line("text", this.of(block.content));
      case "list":
        return block.items.flatMap((item, i) => this.item(item, level, block.ordered ? `${block.start + i}.` : "•"));
      case "quote":
        return block.blocks.flatMap((inner) => this.block(inner, level));
      case "code":
        return line(
          "text",
          written([{ text: clean(block.text.replaceAll("\t", "    ")), marks: "c", link: "" }])
            .replaceAll("\n", "</c>⏎<c>")
            .replaceAll("<c></c>", ""),
        );
      case "rule":
        return [];
      case "table":
        return this.table(block);
      case "figures":
        return this.figures(block);
      case "chart":
        return expectedChart(block, this.deck, (text) => this.text(text));
    }
  }

  private item({ blocks, checked }: ListItem, level: number, bullet: string, notes = false): readonly string[] {
    const [first, ...others] = blocks;
    const sign = checked === undefined ? bullet : checked ? "☑" : "☐";
    const below = (block: Block): readonly string[] => (notes ? this.inNotes(block, level + 1) : this.block(block, level + 1));
    if (first !== undefined && first.kind !== "paragraph") return blocks.flatMap(below);
    return [`item ${level} ${sign}: ${first === undefined ? "" : this.of(first.content)}`, ...others.flatMap(below)];
  }

  private pictures(content: readonly Inline[]): readonly string[] {
    return content.flatMap((inline) => {
      const linked = inline.kind === "link" ? this.target(inline.address, inline.title) : "";
      return picturesIn([inline]).map(({ alternative }) => `picture${linked}: ${this.text(alternative)}`);
    });
  }

  private table({ caption, columns, rows }: TableBlock): readonly string[] {
    const row = (cells: readonly (readonly Inline[])[]): string => columns.map((_, i) => plainBold(this.of(cells[i] ?? []))).join(" | ");
    return [
      ...line("text", this.of(caption, "b")),
      `table ${columns.length}: ${this.alternative(caption, columns, rows.length)}`,
      `head: ${row(columns.map(({ header }) => header))}`,
      ...rows.map(({ cells }) => `row: ${row(cells)}`),
    ];
  }

  /** A table's caption with what is below it, else what its columns are. */
  private alternative(caption: readonly Inline[], columns: TableBlock["columns"], rows: number): string {
    const words = columns.map(({ header }) => this.plain(header)).filter((header) => header !== "");
    const title = this.plain(caption);
    if (title !== "") return `${title}: ${words.join(", ")}${words.length > 0 ? "; " : ""}${rows} Zeile${rows === 1 ? "" : "n"}`;
    const last = words.pop();
    const list = words.length === 0 ? `der Spalte ${last}` : `den Spalten ${words.join(", ")} und ${last}`;
    return last === undefined ? "Tabelle" : `Tabelle mit ${list}`;
  }

  /** In one line, without marks. */
  private plain(inlines: readonly Inline[]): string {
    return collapsed(this.runs(inlines, "", ""))
      .map(({ text }) => text)
      .join("")
      .replaceAll("⏎", " ");
  }

  private figures({ items }: FiguresBlock): readonly string[] {
    return items.flatMap(({ figure, label, details, group }, i) => [
      ...(group !== undefined && group !== items[i - 1]?.group
        ? line("text", written([{ text: clean(group), marks: "b", link: "" }]))
        : []),
      ...line("text", this.text(figure.text)),
      ...line("text", this.of(label)),
      ...details.flatMap((detail) => line("text", this.of(detail))),
    ]);
  }

  /** Notes are text only: tables by rows, charts by their sentence. */
  inNotes(block: Block, level = 0): readonly string[] {
    switch (block.kind) {
      case "list":
        return block.items.flatMap((item, i) => this.item(item, level, block.ordered ? `${block.start + i}.` : "•", true));
      case "quote":
        return block.blocks.flatMap((inner) => this.inNotes(inner, level));
      case "paragraph":
        return line("text", this.of(block.content));
      case "table": {
        const [head, ...rows] = [block.columns.map(({ header }) => header), ...block.rows.map(({ cells }) => cells)];
        const row = (cells: readonly (readonly Inline[])[], marks: string): string => cells.map((cell) => this.of(cell, marks)).join(" | ");
        return [
          ...line("text", this.of(block.caption, "b")),
          `text: ${row(head ?? [], "b")}`,
          ...rows.map((cells) => `text: ${row(cells, "")}`),
        ];
      }
      case "figures":
        return block.items.map(
          ({ figure, label, details }) =>
            `text: ${[`<b>${clean(figure.text)}</b>`, ...[label, ...details].map((words) => this.of(words))].join(" ")}`,
        );
      case "chart":
        return block.views.map(({ chart }) => `text: <b>${this.text(chart.title)}:</b> ${this.text(chart.summary)}`);
      case "heading":
      case "code":
      case "rule":
        return this.block(block, level);
    }
  }
}

function withMark(marks: string, mark: string): string {
  return ["b", "i", "s", "c"].filter((each) => each === mark || marks.includes(each)).join("");
}

/** Blanks as a browser shows them: one for many, none at the ends of lines. */
function collapsed(runs: readonly Marked[]): readonly Marked[] {
  const found: Marked[] = [];
  let blank = true;
  const trim = (): void => {
    const last = found.at(-1);
    if (last?.text.endsWith(" ")) found[found.length - 1] = { ...last, text: last.text.slice(0, -1) };
    if (found.at(-1)?.text === "") found.pop();
  };
  for (const run of runs) {
    if (run.text === "\n" && run.marks === "") {
      trim();
      found.push({ text: "⏎", marks: "", link: "" });
      blank = true;
      continue;
    }
    const text = clean(run.text).replaceAll(/[ \t\n\r\f]+/g, " ");
    const shown: string = blank && text.startsWith(" ") ? text.slice(1) : text;
    if (shown === "") continue;
    found.push({ ...run, text: shown });
    blank = shown.endsWith(" ");
  }
  trim();
  while (found.at(-1)?.text === "⏎") {
    found.pop();
    trim();
  }
  return found;
}

function isPictures(content: readonly Inline[]): boolean {
  const shown = content.filter((inline) => inline.kind !== "break" && !(inline.kind === "text" && inline.text.trim() === ""));
  return shown.length > 0 && shown.every((inline) => inline.kind === "image" || (inline.kind === "link" && isPictures(inline.content)));
}

function picturesIn(inlines: readonly Inline[]): readonly Picture[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === "image") return [inline.image];
    return "content" in inline ? picturesIn(inline.content) : [];
  });
}
