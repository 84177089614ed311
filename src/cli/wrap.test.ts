import { array, assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { terminalOf } from "./terminal.ts";
import { wrapped } from "./wrap.ts";

const head =
  "slides/fall/01-eins.md:3:19 Warnung [lint-unbound-number] »17« ist an keine Daten gebunden: niemand kann sagen, woher es kommt.";
const code = `  3 | ${"- Aus Togo kommen 17 Menschen, mehr als je zuvor ".repeat(3)}\n    |                   ^^`;

describe("text for a terminal", () => {
  it("breaks between words, and goes on indented", () => {
    expect(wrapped(head, 60)).toBe(
      [
        "slides/fall/01-eins.md:3:19 Warnung [lint-unbound-number]",
        "    »17« ist an keine Daten gebunden: niemand kann sagen,",
        "    woher es kommt.",
      ].join("\n"),
    );
  });

  it("leaves code frames as they are, and terminals that are too narrow", () => {
    expect(wrapped(code, 60)).toBe(code);
    expect(wrapped(head, 20)).toBe(head);
  });

  it("keeps all words, and every line within the width that a word does not fill", () => {
    const lines = array(constantFrom("Zahl", "woher", "Straßenverkehrsordnung", "–", "[lint-x]"), { minLength: 1 }).map((all) =>
      all.join(" "),
    );
    assert(
      property(lines, integer({ min: 40, max: 90 }), (line, width) => {
        const shown = wrapped(line, width);
        expect(shown.split(/\s+/u)).toEqual(line.split(" "));
        for (const one of shown.split("\n")) expect(one.length).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("is broken where a person watches, and nowhere else", () => {
    const written = (isTTY: boolean): string => {
      let all = "";
      const stream = { isTTY, columns: 60, write: (text: string): unknown => (all += text) };
      terminalOf("de", { stdout: stream, stderr: stream }).complain(head);
      return all;
    };
    expect(written(false)).toBe(`${head}\n`);
    expect(written(true)).toBe(`${wrapped(head, 60)}\n`);
  });
});
