/** Rules whose findings are errors unless a deck says otherwise. Each build asks them, and loads no others for that. */

import { cutAxis } from "./charts/cut-axis.ts";
import { smallCount } from "./data/small-count.ts";
import type { Rules } from "./rule.ts";

export const stoppingRules: Rules = { "small-count": smallCount, "cut-axis": cutAxis };
