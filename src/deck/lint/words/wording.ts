import type { Rule } from "../rule.ts";

export const wording: Rule = { severity: "warning", find: () => [] };
