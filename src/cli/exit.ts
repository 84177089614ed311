/** How the command ends. */

import { isFaulty } from "../project/build.ts";
import type { Diagnostic } from "../source/diagnostic.ts";

/** 0 done, 1 fault in the project, 2 wrong call. */
export type ExitCode = 0 | 1 | 2;

/** 2 where a deck was asked for that is not there: the call was wrong, not the project. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  if (!isFaulty(diagnostics)) return 0;
  return diagnostics.some(({ message }) => message.code === "unknown-deck") ? 2 : 1;
}
