import { restsOnNoData } from "../../../source/messages/evaluate.ts";
import { dataBehind, place, type ExpressionFunction } from "../call.ts";
import { inputsOf } from "../compare.ts";

/** Who published what x rests on: provider and table; several sources one after the other. */
export const source: ExpressionFunction = {
  usage: ["source(x)"],
  least: 1,
  most: 1,
  apply: (call) => {
    const [result] = call.results;
    if (result === undefined) return undefined;
    const sources = new Set<string>();
    for (const { release } of dataBehind(result)) {
      const { provider, table } = release.provenance;
      sources.add(table === undefined ? provider : `${provider}, Tabelle ${table}`);
    }
    if (sources.size === 0) return call.fail(place(call, 0), restsOnNoData());
    const { operation, expression, span } = call;
    const origin = { kind: "computed", operation, expression, inputs: inputsOf(result), span } as const;
    return { kind: "words", text: [...sources].join("; "), origin };
  },
};
