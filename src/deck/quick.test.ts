import * as fc from "fast-check";
import { Lexer, type Token, type Tokens } from "marked";
import { describe, expect, it } from "vitest";
import { quickBlocks, quickInlines } from "./quick.ts";

/** What of the tokens the outline is made of. */
function essence(tokens: readonly Tokens.Generic[]): unknown {
  return tokens.flatMap((token) => {
    if (token.type === "space") return [];
    const { raw, depth, ordered, start, task, checked, align, header, href, title, text } = token;
    const own = token.tokens === undefined ? { text } : { tokens: essence(token.tokens) };
    const rows = token.type === "table" ? { rows: token.rows.map(cells), header: cells(header) } : {};
    const items = token.type === "list" ? { items: essence(token.items) } : {};
    return [{ type: token.type, raw: raw.trimEnd(), depth, ordered, start, task, checked, align, href, title, ...own, ...rows, ...items }];
  });
}

function cells(row: readonly Tokens.TableCell[]): unknown {
  return row.map(({ tokens, align }) => ({ tokens: essence(tokens), align }));
}

function quick(text: string): readonly Token[] | undefined {
  const blocks = quickBlocks(text);
  for (const run of blocks?.queue ?? []) run.tokens.push(...(quickInlines(run.src) ?? new Lexer({ gfm: true }).inlineTokens(run.src)));
  return blocks?.tokens;
}

function byMarked(text: string): readonly Token[] {
  return new Lexer({ gfm: true }).lex(text);
}

const words = fc.constantFrom(
  "Wort",
  "ä",
  "zwei Wörter",
  "12",
  "1.",
  "2017.",
  "**fett**",
  "*kursiv*",
  "`code`",
  "``",
  "`",
  "*",
  "**",
  "_",
  "_a_",
  "a_b_c",
  "[l](x)",
  "[l](https://a.de/b)",
  "[l](a b)",
  "[l]",
  "[x]",
  "[x] ",
  "[a]: b",
  "![i](p)",
  "~",
  "<b>",
  "&amp;",
  "a@b.de",
  "www.a.de",
  "https://a.de",
  "\\",
  "|",
  ":",
  "-",
  "--",
  "---",
  "===",
  "#",
  "##",
  "+",
  ">",
  "(",
  ")",
  "„Zitat“",
  "\ue000\ue100\ue101\ue002",
  "\ua874a\ua875*b*\ua876\ue100\ue101\ue002",
  "\ua874**„a“**\ua876\ue100\ue101\ue002",
  ".",
  ",",
  "!",
  "?",
  "  ",
  "\t",
  "§ 5",
  "€",
  "½",
  "a*b",
  "**a**b",
  "b**a**",
  "(*a*)",
  "*a*,",
  "**a** **b**",
  "*a **b***",
);
const line = fc
  .tuple(
    fc.constantFrom("", "", "- ", "- ", "# ", "## ", "* ", "1. ", "| ", "|", "  ", "    ", "> "),
    fc.array(words, { maxLength: 4 }),
    fc.constantFrom("", "", " |", "|", " "),
    fc.constantFrom(" ", " ", "", " | "),
  )
  .map(([start, parts, end, between]) => start + parts.join(between) + end);
const lines = fc.oneof(
  { weight: 6, arbitrary: line },
  { weight: 2, arbitrary: fc.constant("") },
  { weight: 1, arbitrary: fc.constantFrom("|---|---|", "|--:|", "| :-: | --- |", "---", "```", "\t", " ") },
);
const documents = fc
  .tuple(fc.array(lines, { maxLength: 8 }), fc.constantFrom("", "\n", "\n\n", "\n\n\n"))
  .map(([all, end]) => all.join("\n") + end);

describe("quick tokens", () => {
  it("are those of marked", () => {
    let taken = 0;
    fc.assert(
      fc.property(documents, (text) => {
        const tokens = quick(text);
        if (tokens === undefined) return;
        taken++;
        expect(essence(tokens)).toEqual(essence(byMarked(text)));
        expect(tokens.map(({ raw }) => raw).join("")).toBe(
          text.slice(
            0,
            tokens.reduce((sum, { raw }) => sum + raw.length, 0),
          ),
        );
      }),
      { numRuns: 20_000 },
    );
    expect(taken).toBeGreaterThan(1000);
  });

  it("of a run of text are those of marked", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), fc.constantFrom(" ", ""), (parts, between) => {
        const text = parts.join(between).trim();
        const tokens = quickInlines(text);
        if (tokens !== undefined) expect(essence(tokens)).toEqual(essence(new Lexer({ gfm: true }).inlineTokens(text)));
      }),
      { numRuns: 20_000 },
    );
  });

  it("are made of what slides are full of", () => {
    expect(
      quick(
        "# Titel\n\n- a, **b** und c\n- [d](https://e.de/1) und `f`\n\n| g | h |\n|---|--:|\n| i | 1.200 |\n\nEin Absatz\nin zwei Zeilen.\n",
      ),
    ).toBeDefined();
    expect(quickInlines("a **b**, *c* und `d` [e](f)")).toHaveLength(8);
  });
});
