/** Blanks and dashes where they cannot be meant: traces of reading and of copying. */

import { misspaced } from "../../../source/messages/lint-form.ts";
import type { Rule } from "../rule.ts";
import { overPassages } from "./sentence.ts";

interface Fault {
  readonly pattern: RegExp;
  readonly right: (written: string) => string;
}

const faults: readonly Fault[] = [
  // "07.08. 2017"
  { pattern: /(?<!\d)\d{1,2}\.(?: \d{1,2}\. ?| ?\d{1,2}\. )\d{4}(?!\d)/gu, right: (written) => written.replaceAll(" ", "") },
  // "Integration –und", "Netzwerk– u.": a dash has blanks on both sides or on none, and what is left out has a hyphen.
  { pattern: /\p{L}+ –\p{L}+/gu, right: (written) => written.replace(" –", "- ") },
  { pattern: /\p{L}+– (?:und|oder|u\.|bzw\.)/gu, right: (written) => written.replace("–", "-") },
  // "Sprachförderung - Bildung"
  { pattern: /\p{L}+ - \p{L}+/gu, right: (written) => written.replace(" - ", " – ") },
  // "Ehrenamtes/ Organisationen"
  { pattern: /\p{L}+(?:\/ | \/)\p{L}+/gu, right: (written) => written.replace(/ ?\/ ?/u, "/") },
  { pattern: /\p{L}+ [,;.!?](?= |$)/gu, right: (written) => written.replace(" ", "") },
];

export const typography: Rule = {
  severity: "warning",
  find: overPassages((passage) =>
    faults.flatMap(({ pattern, right }) =>
      [...passage.text.matchAll(pattern)].map(({ 0: written, index }) => ({
        span: passage.place(index, index + written.length),
        message: misspaced(written, right(written)),
      })),
    ),
  ),
};
