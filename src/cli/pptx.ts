/** `stichtag pptx`: compiles the decks and writes each as a PowerPoint file. */

import { resolve } from "node:path";
import { compileDecks, writeOutputs } from "../project/output.ts";
import { reportOf } from "../project/report.ts";
import type { Request } from "./arguments.ts";
import { type ExitCode, exitCodeOf } from "./exit.ts";
import { requestOf, settingsFor } from "./settings.ts";
import { summaryOf } from "./summary.ts";
import type { Terminal } from "./terminal.ts";

const steps = {
  de: { compile: "übersetzt …", write: "schreibt …" },
  en: { compile: "compiling …", write: "writing …" },
} as const;

/**
 * @throws WriteError
 * @throws ReadError
 * @throws SpokenError
 */
export async function pptx(request: Request, packageRoot: string, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  terminal.progress(steps[language].compile);
  const settings = await settingsFor(resolve(request.root), packageRoot);
  const compiled = await compileDecks(requestOf(settings, request));
  terminal.progress(steps[language].write);
  // Only here, because a build of pages must not wait for it.
  const { powerpointsOf } = await import("../project/powerpoint.ts");
  const powerpoints = await powerpointsOf(compiled, request.out === undefined ? settings.out : resolve(request.out));
  const diagnostics = [...compiled.diagnostics, ...powerpoints.diagnostics];
  const report = reportOf(diagnostics, language);
  if (report !== "") terminal.complain(report);
  const code = exitCodeOf(diagnostics);
  if (code !== 0) return code;
  const written = writeOutputs(powerpoints.value ?? []);
  terminal.say(summaryOf(written, performance.now(), language));
  return 0;
}
