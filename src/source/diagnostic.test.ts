import { expect, it } from "vitest";
import { codeFrame, error, speak } from "./diagnostic.ts";
import { spanOf, toSource } from "./source.ts";

/** A title set and a screen cleared where a terminal takes it at its word. */
const text = "# A\u001b]0;x\u0007\u009b2J\tWort\u007f\u202e\n";

it("shows control characters as signs of the same width, so that no terminal obeys them and the caret stays in place", () => {
  const start = text.indexOf("Wort");
  expect(codeFrame(spanOf(toSource("a.md", text), start, start + 4))).toBe("  1 | # A␛]0;x␇�2J Wort␡�\n    |              ^^^^");
});

it("shows them in names of files and in words quoted from the author, too", () => {
  const words = { code: "x", de: "»\u001b[2J« ist falsch.\nZweite Zeile.", en: "" };
  const spoken = speak(error(spanOf(toSource("slides/\u001b[1m/a.md", ""), 0, 0), words), "de");
  expect(spoken).toBe("slides/␛[1m/a.md:1:1 Fehler [x] »␛[2J« ist falsch.\nZweite Zeile.");
});
