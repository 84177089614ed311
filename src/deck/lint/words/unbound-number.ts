import type { Rule } from "../rule.ts";

export const unboundNumber: Rule = { severity: "warning", find: () => [] };
