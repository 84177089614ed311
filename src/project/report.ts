/** What a build has to say, as text for people. */

import { type Diagnostic, type Language, speak } from "../source/diagnostic.ts";

/** All diagnostics with their code frames, and a line that counts them. "" where there is none. */
export function reportOf(diagnostics: readonly Diagnostic[], language: Language): string {
  if (diagnostics.length === 0) return "";
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const counts = [counted(errors, "error", language), counted(diagnostics.length - errors, "warning", language)];
  return [...diagnostics.map((diagnostic) => speak(diagnostic, language)), counts.filter((text) => text !== "").join(", ")].join("\n\n");
}

function counted(count: number, what: "error" | "warning", language: Language): string {
  if (count === 0) return "";
  const names = { de: { error: "Fehler", warning: count === 1 ? "Warnung" : "Warnungen" }, en: { error: "error", warning: "warning" } };
  return `${count} ${names[language][what]}${language === "en" && count > 1 ? "s" : ""}`;
}

/** The language of the interface: the one asked for, else the system's. */
export function systemLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const named = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || undefined;
  // Windows sets none of these; elsewhere, to ask ICU would take longer than to read a deck, and yield no more.
  const locale = named ?? (environment["OS"] === "Windows_NT" ? new Intl.DateTimeFormat().resolvedOptions().locale : "");
  return locale.toLowerCase().startsWith("de") ? "de" : "en";
}
