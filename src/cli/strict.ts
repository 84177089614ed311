/** Which warnings count where `--strict` is asked for. */

import type { Diagnostic } from "../source/diagnostic.ts";
import type { Request } from "./arguments.ts";

/**
 * All of them, but one: whoever asks by `--as-of` what a deck would say of other data is told what of it is old, and does
 * not fail by it. The deck itself promises nothing of that day, and by the clock alone the same files would pass today and
 * fail tomorrow.
 */
export function isStrictlyFaulty(diagnostics: readonly Diagnostic[], { asOf }: Pick<Request, "asOf">): boolean {
  return diagnostics.some(({ message }) => asOf === undefined || message.code !== "lint-stale-release");
}
