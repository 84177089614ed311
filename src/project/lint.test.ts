import { describe, expect, it } from "vitest";
import { rules } from "../deck/lint/rules.ts";
import { stoppingRules } from "../deck/lint/stopping.ts";
import { compileDecks } from "./output.ts";
import { folderWith } from "./testing.ts";

function projectWith(settings: string): string {
  return folderWith({ "slides/a/deck.yaml": `title: A\n${settings}`, "slides/a/01-eins.md": "# Eins\n\nEs sind 17 Personen.\n" }).root;
}

describe("what stops each build", () => {
  it("are the rules whose findings are errors", () => {
    const errors = Object.entries(rules).filter(([, { severity }]) => severity === "error");
    expect(Object.fromEntries(errors)).toEqual(stoppingRules);
  });

  it("are rules that only warn, too, where a deck holds them for errors", async () => {
    expect((await compileDecks({ root: projectWith("") })).diagnostics).toEqual([]);
    const { faulty, decks, diagnostics } = await compileDecks({ root: projectWith("lint: { unbound-number: error }\n") });
    expect([faulty, decks.length]).toEqual([true, 0]);
    expect(diagnostics.map(({ message, severity }) => [message.code, severity])).toEqual([["lint-unbound-number", "error"]]);
  });
});
