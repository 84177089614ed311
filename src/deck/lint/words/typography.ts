/** Blanks and dashes where they cannot be meant: traces of reading and of copying. */

import { misspaced } from "../../../source/messages/lint-form.ts";
import type { Rule } from "../rule.ts";
import { overPassages } from "./sentence.ts";

interface Fault {
  /** Without these signs nothing is found: most texts need not be gone through letter by letter. */
  readonly sign: RegExp;
  readonly pattern: RegExp;
  readonly right: (written: string) => string;
}

const faults: readonly Fault[] = [
  // "07.08. 2017"
  {
    sign: /\. ?\d/,
    pattern: /(?<!\d)\d{1,2}\.(?: \d{1,2}\. ?| ?\d{1,2}\. )\d{4}(?!\d)/gu,
    right: (written) => written.replaceAll(" ", ""),
  },
  // "Integration –und", "Netzwerk– u.": a dash has blanks on both sides or on none, and what is left out has a hyphen.
  { sign: / –/, pattern: /(?<!\p{L})\p{L}+ –\p{L}+/gu, right: (written) => written.replace(" –", "- ") },
  { sign: /– /, pattern: /(?<!\p{L})\p{L}+– (?:und|oder|u\.|bzw\.)/gu, right: (written) => written.replace("–", "-") },
  // "Sprachförderung - Bildung"
  { sign: / - /, pattern: /(?<!\p{L})\p{L}+ - \p{L}+/gu, right: (written) => written.replace(" - ", " – ") },
  // "Ehrenamtes/ Organisationen"
  { sign: /\/ | \//, pattern: /(?<!\p{L})\p{L}+(?:\/ | \/)\p{L}+/gu, right: (written) => written.replace(/ ?\/ ?/u, "/") },
  { sign: / [,;.!?]/, pattern: /(?<!\p{L})\p{L}+ [,;.!?](?= |$)/gu, right: (written) => written.replace(" ", "") },
];

/** Any of those: one look at a text instead of one for each. */
const anySign = new RegExp(faults.map(({ sign }) => sign.source).join("|"));

export const typography: Rule = {
  severity: "warning",
  find: overPassages((passage) => {
    if (!anySign.test(passage.text)) return [];
    return faults.flatMap(({ sign, pattern, right }) =>
      (sign.test(passage.text) ? [...passage.text.matchAll(pattern)] : []).map(({ 0: written, index }) => ({
        span: passage.place(index, index + written.length),
        message: misspaced(written, right(written)),
      })),
    );
  }),
};
