/** Text in columns of a terminal: widths as terminals count them, lines cut and wrapped. */

export interface Column {
  readonly width: number;
  readonly align: "left" | "right";
  /** Columns of blanks before it; default 2. */
  readonly gap?: number;
}

/** A row's lines: cells padded to their columns, those that are too wide broken at blanks and at last cut. */
export function rowLines(row: readonly string[], columns: readonly Column[]): readonly string[] {
  const cells = columns.map(({ width }, i) => {
    const text = row[i] ?? "";
    return cut(text, width).text === text ? [text] : wrap(divided(text, width), width, 0, 0);
  });
  const count = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: count }, (_, line) =>
    columns
      .map(({ width, align, gap = 2 }, i) => {
        const { text, width: own } = cut(cells[i]?.[line] ?? "", width);
        const blanks = " ".repeat(Math.max(0, width - own));
        return `${i === 0 ? "" : " ".repeat(gap)}${align === "left" ? text + blanks : blanks + text}`;
      })
      .join("")
      .trimEnd(),
  );
}

/** With blanks in words that are wider than a column, so that nothing of them is lost. */
function divided(text: string, width: number): string {
  return text
    .split(" ")
    .map((word) => {
      const parts: string[] = [];
      let part = "";
      for (const character of word) {
        if (part !== "" && cut(part + character, Number.POSITIVE_INFINITY).width > width) {
          parts.push(part);
          part = "";
        }
        part += character;
      }
      return [...parts, part].join(" ");
    })
    .join(" ");
}

/** The text and its width; one that is wider than `most` ends in "…". */
export function cut(text: string, most: number): { readonly text: string; readonly width: number } {
  let width = 0;
  let kept = "";
  for (const character of text) {
    const own = widthOfCharacter(character);
    if (width + own > most) return shortened(kept, width, most);
    width += own;
    kept += character;
  }
  return { text, width };
}

function shortened(text: string, width: number, most: number): { readonly text: string; readonly width: number } {
  const characters = Array.from(text);
  let left = width;
  while (left + 1 > most && characters.length > 0) left -= widthOfCharacter(characters.pop() ?? "");
  return most < 1 ? { text: "", width: 0 } : { text: `${characters.join("")}…`, width: left + 1 };
}

/** Combining marks take no column, wide scripts and pictures two. */
function widthOfCharacter(character: string): number {
  if (/^[\p{M}\u200b-\u200f\u2060\ufeff]$/u.test(character)) return 0;
  return /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u.test(
    character,
  )
    ? 2
    : 1;
}

/** Lines of at most so many columns, broken at blanks; a longer word stands by itself. @param first and next: blanks before lines */
export function wrap(text: string, width: number, first: number, next: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const indent = lines.length === 0 ? first : next;
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && indent + cut(longer, Number.POSITIVE_INFINITY).width > width) {
      lines.push(" ".repeat(indent) + line);
      line = word;
    } else line = longer;
  }
  if (line !== "") lines.push(" ".repeat(lines.length === 0 ? first : next) + line);
  return lines;
}
