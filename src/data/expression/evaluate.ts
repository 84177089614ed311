/** {@link Expression} and data → {@link Result}: what other stages call. */

export { evaluate, evaluateAt, type Scope } from "./evaluation.ts";
export { evaluateHistory, type History } from "./history.ts";
