import type { Rule } from "../rule.ts";

export const falsePrecision: Rule = { severity: "warning", find: () => [] };
