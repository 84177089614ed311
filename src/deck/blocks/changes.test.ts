import { describe, expect, it } from "vitest";
import { compileDeck } from "../compile.ts";
import { toSource } from "../../source/source.ts";
import { inputOf } from "../testing.ts";
import type { Deck, TableBlock } from "../model.ts";
import { plainText } from "../plain-text.ts";

const list = "# Änderungen\n\n```changes\nfrom: 2019-12-31\n```\n";

function rows(deck: Deck | undefined): readonly string[] {
  const blocks = deck?.slides.flatMap(({ regions }) => regions.flatMap((region) => region.blocks)) ?? [];
  const tables = blocks.filter((block): block is TableBlock => block.kind === "table");
  return tables.flatMap((table) =>
    table.rows.map(({ cells }) =>
      cells
        .map((cell) => plainText(cell))
        .slice(0, 3)
        .join(" | "),
    ),
  );
}

describe("a list of what the other slides show", () => {
  it("follows them: it is bound anew when one of them is edited, and kept when none is", () => {
    const input = inputOf({ "10-a": "# {{ orte.Aurach }}\n", "20-b": "# Nichts\n", "90-c": list });
    const first = compileDeck(input);
    expect(first.diagnostics).toEqual([]);
    expect(rows(first.value)).toHaveLength(1);
    expect(compileDeck({ ...input }).value?.slides[2]).toBe(first.value?.slides[2]);
    const edited = { ...input, slides: input.slides.with(1, toSource("slides/test/20-b.md", '# {{ orte["Bad Bühl"] }}\n')) };
    expect(rows(compileDeck(edited).value)).toHaveLength(2);
    expect(rows(compileDeck(input).value)).toHaveLength(1);
  });

  it("takes no numbers from notes, nor from itself", () => {
    const own = '# {{ orte.Aurach }}\n\n```changes\nfrom: 2019-12-31\nrows: [orte.Aurach]\n```\n\nNote:\n{{ orte["Bad Bühl"] }}\n';
    const { value } = compileDeck(inputOf({ "10-a": own, "90-c": list }));
    expect(rows(value).slice(1)).toHaveLength(1);
  });
});
