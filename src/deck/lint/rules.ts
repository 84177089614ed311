/** All rules by name: one file and one line each. `needless-quiet` is the framework's own. */

import type { RuleName } from "./names.ts";
import type { Rule } from "./rule.ts";
import { brokenCountRule } from "./data/broken-count.ts";
import { mixedKinds } from "./data/mixed-kinds.ts";
import { oddStichtagRule } from "./data/odd-stichtag.ts";
import { shareNamedCount } from "./data/share-named-count.ts";
import { singular } from "./data/singular.ts";
import { unnamedDays } from "./data/unnamed-days.ts";
import { currency } from "./words/currency.ts";
import { stockAsFlow } from "./words/stock-as-flow.ts";
import { typography } from "./words/typography.ts";
import { cutAxis } from "./charts/cut-axis.ts";
import { tooManyPartsRule } from "./charts/too-many-parts.ts";
import { wordsTooLong } from "./charts/words-too-long.ts";
import { differentDays } from "./data/different-days.ts";
import { differentRegistersRule } from "./data/different-registers.ts";
import { overlappingSumRule } from "./data/overlapping-sum.ts";
import { datasetWithoutDefinition, datasetWithoutLicence, datasetWithoutSource } from "./data/provenance.ts";
import { roundedShares } from "./data/rounded-shares.ts";
import { seriesBreak } from "./data/series-break.ts";
import { smallCount } from "./data/small-count.ts";
import { staleReleaseRule } from "./data/stale-release.ts";
import { slideWithoutAlt } from "./slides/slide-without-alt.ts";
import { slideWithoutNotesRule } from "./slides/slide-without-notes.ts";
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
  "different-days": differentDays,
  "different-registers": differentRegistersRule,
  "rounded-shares": roundedShares,
  "series-break": seriesBreak,
  "overlapping-sum": overlappingSumRule,
  "stale-release": staleReleaseRule,
  "small-count": smallCount,
  "dataset-without-source": datasetWithoutSource,
  "dataset-without-licence": datasetWithoutLicence,
  "dataset-without-definition": datasetWithoutDefinition,
  "cut-axis": cutAxis,
  "too-many-parts": tooManyPartsRule,
  "words-too-long": wordsTooLong,
  "slide-without-notes": slideWithoutNotesRule,
  "slide-without-alt": slideWithoutAlt,
  typography,
  currency,
  "stock-as-flow": stockAsFlow,
  "share-named-count": shareNamedCount,
  "mixed-kinds": mixedKinds,
  "unnamed-days": unnamedDays,
  "odd-stichtag": oddStichtagRule,
  "broken-count": brokenCountRule,
  singular,
};
