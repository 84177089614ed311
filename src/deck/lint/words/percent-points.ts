import type { Rule } from "../rule.ts";

export const percentPoints: Rule = { severity: "warning", find: () => [] };
