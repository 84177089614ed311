import { expect, it } from "vitest";
import { error, warning } from "../source/diagnostic.ts";
import { spanOf, toSource } from "../source/source.ts";
import { reportOf, systemLanguage } from "./report.ts";

const span = spanOf(toSource("slides/a/01.md", "# Titel\n"), 2, 7);
const words = { code: "x", de: "Falsch.", en: "Wrong." };

it("shows all diagnostics and counts them", () => {
  expect(reportOf([], "de")).toBe("");
  expect(reportOf([error(span, words)], "de")).toBe("slides/a/01.md:1:3 Fehler [x] Falsch.\n  1 | # Titel\n    |   ^^^^^\n\n1 Fehler");
  expect(
    reportOf([error(span, words), warning(span, words), warning(span, words)], "en")
      .split("\n")
      .at(-1),
  ).toBe("1 error, 2 warnings");
  expect(
    reportOf([warning(span, words)], "de")
      .split("\n")
      .at(-1),
  ).toBe("1 Warnung");
});

it.each([
  [{ LANG: "de_DE.UTF-8" }, "de"],
  [{ LANG: "en_GB.UTF-8" }, "en"],
  [{ LANG: "fr_FR" }, "en"],
  [{ LC_ALL: "de_AT", LANG: "en_US" }, "de"],
  [{ LC_ALL: "", LC_MESSAGES: "de", LANG: "en_US" }, "de"],
  [{ LANG: "C.UTF-8" }, "en"],
  [{}, "en"],
])("speaks for %j in %s", (environment, language) => {
  expect(systemLanguage(environment)).toBe(language);
});
