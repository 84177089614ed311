/** All rules by name: one file and one line each. `needless-quiet` is the framework's own. */

import type { RuleName } from "./names.ts";
import type { Rule } from "./rule.ts";
import { falsePrecision } from "./words/false-precision.ts";
import { percentPoints } from "./words/percent-points.ts";
import { unboundNumber } from "./words/unbound-number.ts";
import { unprovedComparison } from "./words/unproved-comparison.ts";
import { wording } from "./words/wording.ts";

export const rules: Readonly<Record<Exclude<RuleName, "needless-quiet">, Rule>> = {
  "unbound-number": unboundNumber,
  "unproved-comparison": unprovedComparison,
  "percent-points": percentPoints,
  "false-precision": falsePrecision,
  wording,
};
