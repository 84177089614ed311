import type { Rule } from "../rule.ts";

export const unprovedComparison: Rule = { severity: "warning", find: () => [] };
