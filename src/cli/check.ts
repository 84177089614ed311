/** `stichtag check`: tells all that is wrong with decks, data and their updates, and what should be newer by now. Writes nothing. */

import { resolve } from "node:path";
import { checkProject } from "../project/check.ts";
import { reportOf } from "../project/report.ts";
import type { Request } from "./arguments.ts";
import { checkReport } from "./check-report.ts";
import { type ExitCode, exitCodeOf } from "./exit.ts";
import { isStrictlyFaulty } from "./strict.ts";
import { requestOf, settingsFor } from "./settings.ts";
import type { Terminal } from "./terminal.ts";
import { today } from "../project/today.ts";

/**
 * @returns 1 where there is an error; with `strict` also where there is a {@link isStrictlyFaulty | warning that counts}. What is due is
 * told and fails nothing: a deck that shows what has grown old is found by the lint, and data that no deck shows mislead nobody
 * @throws SpokenError
 */
export async function check(request: Request, packageRoot: string, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  terminal.progress(language === "de" ? "prüft …" : "checking …");
  const settings = await settingsFor(resolve(request.root), packageRoot);
  const checked = checkProject(requestOf(settings, request), request.today ?? today());
  const report = reportOf(checked.diagnostics, language);
  if (report !== "") terminal.complain(report);
  terminal.say(checkReport(checked, language));
  const code = exitCodeOf(checked.diagnostics);
  return code === 0 && request.strict && isStrictlyFaulty(checked.diagnostics, request) ? 1 : code;
}
