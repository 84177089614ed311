/** "30.000 EU". */

import { notACurrency } from "../../../source/messages/lint-form.ts";
import { bound } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { overPassages, signOf } from "./sentence.ts";

const amount: RegExp = new RegExp(String.raw`(?:\d[\d.,]*|${bound}) EU(?=[\s,;:.!?)]*$|[,;:.!?)]| \p{Ll})`, "gu");

export const currency: Rule = {
  severity: "warning",
  find: overPassages(
    (passage) =>
      [...passage.text.matchAll(amount)].map(({ 0: written, index }) => ({
        span: passage.place(index, index + written.length),
        message: notACurrency(written.replace(bound, "…")),
      })),
    signOf(({ text }) => text.startsWith("EU")),
  ),
};
